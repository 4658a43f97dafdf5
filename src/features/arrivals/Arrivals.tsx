import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { articleOfLayer, kindOf } from '../../core/dataset/kind.ts';
import { formatNumber } from '../../i18n/i18n.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { type IncomingFile, useIncoming } from '../../session/incoming.ts';
import { useSession } from '../../session/store.ts';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Arrivals.module.css';
import { MOST_BYTES, type Refusal, takeShared, useRefusals, watchDrops, watchLaunches } from './receive.ts';

/** As much of a text as is shown to tell what it is (characters); copying copies it whole. */
const SHOWN = 2000;

interface ArrivalsProps {
  readonly onLessons: () => void;
  /** The file is wanted as a text: to where those are opened. */
  readonly onText: () => void;
  /** Takes a layer to its article, by id; false where that is not here. */
  readonly onLayer: (article: string) => Promise<boolean>;
  /** Keeps a codebook; false where it cannot be read or kept. */
  readonly onCodebook: (source: string) => Promise<boolean>;
  /** Shows what a backup holds, to be restored. */
  readonly onShelf: (source: string) => void;
}

/**
 * What reached the page from outside and that no page has taken: what it is, and what can be done with it now. Nothing is
 * opened by itself, and nothing goes before the reader lets it go.
 */
export function Arrivals(doors: ArrivalsProps) {
  const files = useIncoming((incoming) => incoming.files);
  const refusals = useRefusals((refused) => refused.refusals);
  useEffect(() => {
    takeShared(location.search);
    watchLaunches();
    return watchDrops();
  }, []);
  return (
    <>
      {files.map((file, at) => (
        // The same file may come twice, and keeps its place in the list.
        <Arrival key={`${at} ${file.name}`} file={file} {...doors} />
      ))}
      {refusals.map((refusal, at) => (
        <Refused key={`${at} ${refusal.name}`} refusal={refusal} />
      ))}
    </>
  );
}

function Arrival({
  file,
  onLessons,
  onText,
  onLayer,
  onCodebook,
  onShelf,
}: ArrivalsProps & { readonly file: IncomingFile }) {
  const { t } = useTranslation('offline');
  const announce = useSession((session) => session.announce);
  const take = useIncoming((incoming) => incoming.take);
  const kind = kindOf(file.text);
  const name = file.name === '' ? t('arrival.nameless') : file.name;
  const words = file.shared
    ? t('arrival.shared')
    : t(file.bytes ? 'arrival.document' : `arrival.${kind}`, { name: `\u2068${name}\u2069` });
  useEffect(() => announce(words), [announce, words]);
  const [said, setSaid] = useState<'noArticle' | 'notRead' | 'codebookKept' | null>(null);
  const tell = (what: typeof said & string) => {
    setSaid(what);
    announce(t(`arrival.${what}`));
  };
  const takeLayer = async () => {
    const article = articleOfLayer(file.text);
    if (article === null) return tell('notRead');
    if (!(await onLayer(article))) return tell('noArticle');
    take(file);
    useIncoming.getState().want({ file, as: 'layer' });
  };
  const own = {
    layer: { label: t('arrival.openLayer'), act: () => void takeLayer() },
    codebook: {
      label: t('arrival.keepCodebook'),
      act: () => void onCodebook(file.text).then((kept) => tell(kept ? 'codebookKept' : 'notRead')),
    },
    shelf: {
      label: t('arrival.openShelf'),
      act: () => {
        take(file);
        onShelf(file.text);
      },
    },
  };
  const door = kind === 'layer' || kind === 'codebook' || kind === 'shelf' ? own[kind] : null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(file.text);
      announce(t('arrival.copied'));
    } catch {
      announce(t('arrival.notCopied'));
    }
  };
  const shown = file.text.slice(0, SHOWN);
  return (
    <Notice
      label={t('arrival.label')}
      actions={
        <>
          {kind === 'lesson' || kind === 'result' ? (
            <button type="button" className="button" data-main="" onClick={onLessons}>
              {t('arrival.openInLessons')}
            </button>
          ) : door ? (
            said === 'codebookKept' ? null : (
              <button type="button" className="button" data-main="" onClick={door.act}>
                {door.label}
              </button>
            )
          ) : (
            <>
              {kind === 'library' ? null : (
                <button
                  type="button"
                  className="button"
                  data-main=""
                  onClick={() => {
                    take(file);
                    useIncoming.getState().want({ file, as: 'text' });
                    onText();
                  }}
                >
                  {t('arrival.openAsText')}
                </button>
              )}
              {file.bytes ? null : (
                <button type="button" className="button" onClick={() => void copy()}>
                  {t('arrival.copy')}
                </button>
              )}
            </>
          )}
          <button type="button" className="button" data-plain="" onClick={() => take(file)}>
            {t('arrival.letGo')}
          </button>
        </>
      }
    >
      <p>{words}</p>
      {said === null ? null : <p>{t(`arrival.${said}`)}</p>}
      {file.bytes ? null : (
        <details className={styles['content']}>
          <summary>{t('arrival.show')}</summary>
          <pre dir="auto">
            {shown}
            {shown.length < file.text.length ? '…' : ''}
          </pre>
        </details>
      )}
    </Notice>
  );
}

function Refused({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useTranslation('offline');
  const { language } = useFormat();
  const { name, why } = refusal;
  const most = formatNumber(MOST_BYTES / 1_000_000, language, { style: 'unit', unit: 'megabyte' });
  return (
    <Notice
      label={t('arrival.label')}
      urgent
      actions={
        <button
          type="button"
          className="button"
          data-plain=""
          aria-label={t('close', { ns: 'app' })}
          onClick={() =>
            useRefusals.setState(({ refusals }) => ({ refusals: refusals.filter((other) => other !== refusal) }))
          }
        >
          <Icon name="close" />
        </button>
      }
    >
      <p>{t(`refused.${why}`, { name: `\u2068${name === '' ? t('arrival.nameless') : name}\u2069`, most })}</p>
    </Notice>
  );
}
