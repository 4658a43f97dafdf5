import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layer } from '../../core/annotation/layer.ts';
import type { Article } from '../../core/article/article.ts';
import { stamp } from '../../core/dataset/stamp.ts';
import type { FormatId, Import, ImportFault, TextFile } from '../../core/formats/format.ts';
import { formats } from '../../core/formats/formats.ts';
import type { Perform } from '../../engine/formats.ts';
import { type IncomingFile, useIncoming } from '../../session/incoming.ts';
import { useSession } from '../../session/store.ts';
import { saveFile } from '../../ui/save-file.ts';
import { useStable } from '../../ui/use-stable.ts';
import styles from './exchange.module.css';
import { recognise } from './recognise.ts';

interface ImportDialogProps {
  readonly article: Article;
  /** Keeps the layers as new ones. Rejects where they could not be kept. */
  readonly onTake: (layers: readonly Layer[]) => Promise<void>;
  readonly perform: Perform;
}

const ids = Object.keys(formats) as FormatId[];
/** Bytes of one file: an article of 100,000 words with all its annotations takes about a fifth of it. */
const MOST = 40_000_000;
const MOST_FILES = 50;

type State =
  | { readonly kind: 'read'; readonly result: Import }
  | { readonly kind: 'fault'; readonly fault: ImportFault }
  | { readonly kind: 'tooLarge'; readonly name: string }
  | { readonly kind: 'taken'; readonly count: number }
  | { readonly kind: 'reading' | 'notRead' | 'notKept' };

/** Takes annotation in from files: what is in them and what could not be placed is told before anything is kept. */
export function ImportDialog({ article, onTake, perform }: ImportDialogProps) {
  const { t } = useTranslation('exchange');
  const announce = useSession((session) => session.announce);
  const waiting = useIncoming((incoming) => incoming.files);
  const takeOff = useIncoming((incoming) => incoming.take);
  const [files, setFiles] = useState<readonly TextFile[]>([]);
  const [id, setId] = useState<FormatId>('isnad');
  const [state, setState] = useState<State | null>(null);
  const going = useRef(new AbortController());
  useEffect(() => () => going.current.abort(), []);

  const read = async (given: readonly TextFile[], as: FormatId) => {
    setFiles(given);
    setId(as);
    // What was being read before is not waited for any more.
    going.current.abort();
    const off = new AbortController();
    going.current = off;
    setState({ kind: 'reading' });
    const context = { article, now: stamp(new Date()) };
    const done = await perform({ kind: 'read', format: as, files: given, context }, off.signal).catch(() => null);
    if (off.signal.aborted) return;
    if (done === null) return setState({ kind: 'notRead' });
    setState(done.ok ? { kind: 'read', result: done.value } : { kind: 'fault', fault: done.failure });
    announce(done.ok ? t('found', { count: done.value.report.quotations }) : t(`faults.${done.failure.kind}`));
  };
  // A layer that was brought to the app, and that led here.
  const wanted = useIncoming((incoming) => (incoming.wanted?.as === 'layer' ? incoming.wanted.file : null));
  const readWanted = useStable((file: IncomingFile) => {
    useIncoming.getState().want(null);
    void read([file], 'isnad');
  });
  useEffect(() => {
    if (wanted) readWanted(wanted);
  }, [wanted, readWanted]);
  const give = async (given: readonly File[]) => {
    const large = given.find(({ size }) => size > MOST);
    if (large || given.length > MOST_FILES)
      return setState({ kind: 'tooLarge', name: (large ?? given[0])?.name ?? '' });
    const texts = await Promise.all(
      given.map(async (file) => ({ name: file.name, text: await file.text().catch(() => '') })),
    );
    if (texts.length > 0) await read(texts, recognise(texts) ?? 'isnad');
  };
  const take = async (result: Import) => {
    try {
      await onTake(result.layers);
      setState({ kind: 'taken', count: result.layers.length });
      announce(t('taken', { count: result.layers.length }));
    } catch {
      setState({ kind: 'notKept' });
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void give([...event.dataTransfer.files]);
  };

  return (
    <div className={styles['form']}>
      <div className={styles['drop']} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <p>{t('dropHere')}</p>
        <label className="button" data-main="">
          <input
            type="file"
            multiple
            className={styles['unseenInput']}
            onChange={(event) => {
              const given = [...(event.target.files ?? [])];
              event.target.value = '';
              void give(given);
            }}
          />
          {t('chooseFiles')}
        </label>
      </div>
      {waiting.map((file: IncomingFile, at) => (
        <div key={`${at} ${file.name}`} className={styles['row']}>
          <bdi>{file.name === '' ? t('nameless') : file.name}</bdi>
          <button
            type="button"
            className="button"
            onClick={() => {
              takeOff(file);
              void read([file], recognise([file]) ?? 'isnad');
            }}
          >
            {t('readWaiting')}
          </button>
        </div>
      ))}
      {files.length === 0 ? null : (
        <label className={styles['field']}>
          <span>{t('readAs')}</span>
          <select value={id} onChange={(event) => void read(files, event.target.value as FormatId)}>
            {ids.map((one) => (
              <option key={one} value={one}>
                {t(`names.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <div role="status" className={styles['form']}>
        {state?.kind === 'fault' ? (
          <div className={styles['notice']}>
            <p>{t(`faults.${state.fault.kind}`)}</p>
            <p className={styles['soft']} dir="ltr">
              {`${state.fault.where} ${state.fault.detail}`.slice(0, 300)}
            </p>
          </div>
        ) : state?.kind === 'tooLarge' ? (
          <p className={styles['notice']}>{t('faults.tooLarge')}</p>
        ) : state?.kind === 'taken' ? (
          <p>{t('taken', { count: state.count })}</p>
        ) : state?.kind === 'reading' ? (
          <p className={styles['soft']}>{t('reading')}</p>
        ) : state?.kind === 'notRead' ? (
          <p className={styles['notice']}>{t('notRead')}</p>
        ) : state?.kind === 'notKept' ? (
          <p className={styles['notice']}>{t('notKept')}</p>
        ) : state?.kind === 'read' ? (
          <Report result={state.result} onTake={() => void take(state.result)} />
        ) : null}
      </div>
    </div>
  );
}

const SHOWN = 100;

function Report({ result, onTake }: { readonly result: Import; readonly onTake: () => void }) {
  const { t } = useTranslation('exchange');
  const { report, layers } = result;
  const { orphans, left } = report;
  return (
    <>
      <ul className={styles['list']}>
        <li>{t('found', { count: report.quotations })}</li>
        <li>{t('foundMentions', { count: report.mentions })}</li>
        {report.moved > 0 ? <li>{t('moved', { count: report.moved })}</li> : null}
      </ul>
      {orphans.length === 0 ? null : (
        <div className={styles['notice']}>
          <p>{t('orphans', { count: orphans.length })}</p>
          <ul className={styles['list']}>
            {orphans.slice(0, SHOWN).map((orphan, at) => (
              <li key={`${at} ${orphan.id}`} lang="ar" dir="rtl">
                «{orphan.words.slice(0, 200)}»
              </li>
            ))}
          </ul>
        </div>
      )}
      {left.length === 0 ? null : (
        <div className={styles['notice']}>
          <p>{t('left', { count: left.length })}</p>
          <ul className={styles['list']}>
            {left.slice(0, SHOWN).map(({ id, why, detail }, at) => (
              <li key={`${at} ${id}`}>
                {t(`why.${why}`)} <bdi>{`${id} ${detail}`.slice(0, 120)}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles['row']}>
        <button type="button" className="button" data-main="" onClick={onTake}>
          {t('take', { count: layers.length })}
        </button>
        {orphans.length + left.length === 0 ? null : (
          <button
            type="button"
            className="button"
            onClick={() => saveFile('isnad-left.json', JSON.stringify({ orphans, left }, null, 2), 'application/json')}
          >
            {t('saveLeft')}
          </button>
        )}
      </div>
    </>
  );
}
