import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layer } from '../../core/annotation/layer.ts';
import type { Article } from '../../core/article/article.ts';
import type { ExportFile, FormatId, Loss } from '../../core/formats/format.ts';
import { formats } from '../../core/formats/formats.ts';
import type { Perform } from '../../engine/formats.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useSession } from '../../session/store.ts';
import { saveFile } from '../../ui/save-file.ts';
import styles from './exchange.module.css';

export interface Outgoing {
  readonly layer: Layer;
  /** What it is called in lists. */
  readonly name: string;
}

interface ExportDialogProps {
  readonly article: Article;
  /** The layers of this article, the published one first. */
  readonly here: readonly Outgoing[];
  readonly first: string | null;
  /** The layers of all articles, each with its article; asked for when it is chosen. */
  readonly everywhere: () => Promise<readonly { readonly article: Article; readonly layer: Layer }[]>;
  readonly perform: Perform;
}

const ids = Object.keys(formats) as FormatId[];

interface Written {
  readonly files: readonly ExportFile[];
  readonly lost: readonly Loss[];
}

/** Takes annotation out: which, in which format, and before anything is saved, what that format cannot say. */
export function ExportDialog({ article, here, first, everywhere, perform }: ExportDialogProps) {
  const { t } = useTranslation('exchange');
  const { number } = useFormat();
  const announce = useSession((session) => session.announce);
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([first ?? here[0]?.layer.id ?? '']);
  const [id, setId] = useState<FormatId>('isnad');
  const [bom, setBom] = useState(true);
  const [written, setWritten] = useState<Written | 'failed' | null>(null);
  const table = id === 'csv' || id === 'tsv';
  const key = chosen.join(' ');

  useEffect(() => {
    const off = new AbortController();
    setWritten(null);
    const write = async (): Promise<Written> => {
      const subjects = all
        ? await everywhere()
        : here.filter(({ layer }) => key.split(' ').includes(layer.id)).map(({ layer }) => ({ article, layer }));
      const options = table ? { bom } : {};
      const out = await perform({ kind: 'write', format: id, subjects, options }, off.signal);
      return { files: apart(out.map(({ files }) => files)), lost: out.flatMap(({ lost }) => lost) };
    };
    const show = async () => {
      const done = await write().catch(() => 'failed' as const);
      if (!off.signal.aborted) setWritten(done);
    };
    void show();
    return () => off.abort();
  }, [all, article, bom, everywhere, here, id, key, perform, table]);

  const save = async () => {
    if (written === null || written === 'failed') return;
    const [only, second] = written.files;
    if (!only) return;
    if (second === undefined) saveFile(only.name, only.text, only.type);
    else {
      const { strToU8, zipSync } = await import('fflate');
      const zip = zipSync(Object.fromEntries(written.files.map(({ name, text }) => [name, strToU8(text)])));
      saveFile(`isnad-${id}.zip`, zip as Uint8Array<ArrayBuffer>, 'application/zip');
    }
    announce(t('saved', { count: written.files.length }));
  };

  const ready = written !== null && written !== 'failed' ? written : null;
  return (
    <div className={styles['form']}>
      <label className={styles['field']}>
        <span>{t('scope')}</span>
        <select value={all ? 'all' : 'here'} onChange={(event) => setAll(event.target.value === 'all')}>
          <option value="here">{t('scopeHere')}</option>
          <option value="all">{t('scopeAll')}</option>
        </select>
      </label>
      {all ? null : (
        <fieldset className={styles['set']}>
          <legend>{t('which')}</legend>
          {here.map(({ layer, name }) => (
            <label key={layer.id} className={styles['check']}>
              <input
                type="checkbox"
                checked={chosen.includes(layer.id)}
                onChange={(event) =>
                  setChosen(event.target.checked ? [...chosen, layer.id] : chosen.filter((one) => one !== layer.id))
                }
              />
              <bdi>{name}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <label className={styles['field']}>
        <span>{t('format')}</span>
        <select value={id} onChange={(event) => setId(event.target.value as FormatId)}>
          {ids.map((one) => (
            <option key={one} value={one}>
              {t(`names.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <p>{t(`about.${id}`)}</p>
      {table ? (
        <label className={styles['check']}>
          <input type="checkbox" checked={bom} onChange={(event) => setBom(event.target.checked)} />
          {t('bom')}
        </label>
      ) : null}
      <div role="status" className={styles['form']}>
        {written === 'failed' ? (
          <p className={styles['notice']}>{t('notWritten')}</p>
        ) : ready === null ? (
          <p className={styles['soft']}>{t('working')}</p>
        ) : ready.files.length === 0 ? (
          <p className={styles['soft']}>{t('nothing')}</p>
        ) : ready.lost.length === 0 ? (
          <p>{t('nothingLost')}</p>
        ) : (
          <div className={styles['notice']}>
            <p>{t('loses')}</p>
            <ul className={styles['list']}>
              {counted(ready.lost).map(([what, count]) => (
                <li key={what}>
                  {t(`lost.${what}`)} ({number(count)})
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div className={styles['row']}>
        <button
          type="button"
          className="button"
          data-main=""
          disabled={!ready || ready.files.length === 0}
          onClick={() => void save()}
        >
          {t('save')}
        </button>
        {ready && ready.files.length > 1 ? (
          <span className={styles['soft']}>{t('asZip', { count: ready.files.length })}</span>
        ) : null}
      </div>
    </div>
  );
}

/** Files of several layers under names that stand once: the same file twice (an article's) is one. */
function apart(groups: readonly (readonly ExportFile[])[]): ExportFile[] {
  const found = new Map<string, ExportFile>();
  for (const files of groups) {
    for (const file of files) {
      let { name } = file;
      for (let number = 2; found.has(name) && found.get(name)?.text !== file.text; number += 1) {
        name = file.name.replace(/\.|$/, `-${number}.`).replace(/\.$/, '');
      }
      found.set(name, { ...file, name });
    }
  }
  return [...found.values()];
}

function counted(lost: readonly Loss[]): [Loss['what'], number][] {
  const counts = new Map<Loss['what'], number>();
  for (const { what } of lost) counts.set(what, (counts.get(what) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
