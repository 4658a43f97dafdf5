import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetFault } from '../../core/dataset/read.ts';
import { stamp } from '../../core/dataset/stamp.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { type Store, StoreError } from '../../library/database.ts';
import { noteBackup, sinceBackup } from '../../library/notes.ts';
import { type Plan, planOf, readShelf, restoreShelf, type Shelf, type Way, writeShelf } from '../../library/shelf.ts';
import { useKept } from '../../library/use-kept.ts';
import { useSession } from '../../session/store.ts';
import { Choice } from '../../ui/Choice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useStable } from '../../ui/use-stable.ts';
import styles from './exchange.module.css';

interface BackupDialogProps {
  readonly store: Store;
  readonly settings: object;
  /** A backup's text to begin with. */
  readonly first?: string | null;
  /** Before everything is brought in: what is open is closed. */
  readonly onBefore: () => Promise<void>;
  /** Once everything is in: what the page knows of it may be another now. */
  readonly onRestored: () => void;
  readonly onSettings: (settings: Readonly<Record<string, unknown>>) => void;
}

interface Read {
  readonly shelf: Shelf;
  readonly plans: Readonly<Record<Way, Plan>>;
}

/** The whole shelf into one file, and back: whole or not at all, after it was shown what that would change. */
export function BackupDialog({ store, settings, first = null, onBefore, onRestored, onSettings }: BackupDialogProps) {
  const { t } = useTranslation('exchange');
  const { date } = useFormat();
  const announce = useSession((session) => session.announce);
  const since = useKept(store, sinceBackup);
  const [histories, setHistories] = useState(true);
  const [read, setRead] = useState<Read | null>(null);
  const [way, setWay] = useState<Way>('merge');
  const [said, setSaid] = useState<{ readonly text: string; readonly bad: boolean; readonly detail?: string } | null>(
    null,
  );

  const tell = (text: string, bad: boolean, detail?: string) => {
    setSaid({ text, bad, ...(detail === undefined ? {} : { detail }) });
    announce(text);
  };
  const save = async () => {
    const now = stamp(new Date());
    const { shelf, unreadable } = await writeShelf(store, { histories, settings, now });
    saveFile(`isnad-${now.slice(0, 10)}.shelf.json`, JSON.stringify(shelf), 'application/json');
    await noteBackup(store, now).catch(() => {});
    tell(unreadable > 0 ? t('backupLeft', { count: unreadable }) : t('backupMade'), unreadable > 0);
  };
  const refuse = ({ kind, where, detail }: DatasetFault) => {
    setRead(null);
    tell(t(`faults.${kind}`), true, `${where} ${detail}`.slice(0, 300));
  };
  const open = async (text: string) => {
    setSaid(null);
    const shelf = readShelf(text);
    if (!shelf.ok) return refuse(shelf.failure);
    const [merge, replace] = await Promise.all([
      planOf(store, shelf.value, 'merge'),
      planOf(store, shelf.value, 'replace'),
    ]);
    setRead({ shelf: shelf.value, plans: { merge, replace } });
  };
  const begin = useStable(open);
  useEffect(() => {
    if (first !== null) void begin(first);
  }, [first, begin]);
  const restore = async ({ shelf }: Read) => {
    await onBefore();
    try {
      await restoreShelf(store, shelf, way);
    } catch (error) {
      return tell(t(`restoreFailed.${error instanceof StoreError ? error.kind : 'failed'}`), true);
    }
    onRestored();
    if (way === 'replace' && shelf.settings) onSettings(shelf.settings);
    setRead(null);
    tell(t('restored', { count: shelf.layers.length }), false);
  };
  const plan = read?.plans[way];

  return (
    <div className={styles['form']}>
      <p>{t('backupAbout')}</p>
      {since ? (
        <p className={styles['soft']}>
          {since.last === null ? t('neverBackedUp') : t('lastBackup', { date: date(since.last) })}
        </p>
      ) : null}
      <label className={styles['check']}>
        <input type="checkbox" checked={histories} onChange={(event) => setHistories(event.target.checked)} />
        {t('withHistories')}
      </label>
      <div className={styles['row']}>
        <button type="button" className="button" data-main="" onClick={() => void save()}>
          {t('makeBackup')}
        </button>
        <label className="button">
          <input
            type="file"
            accept=".json,application/json"
            className={styles['unseenInput']}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file)
                void file
                  .text()
                  .catch(() => '')
                  .then(open);
            }}
          />
          {t('restoreFrom')}
        </label>
      </div>
      <div role="status">
        {said === null ? null : (
          <div className={said.bad ? styles['notice'] : undefined}>
            <p>{said.text}</p>
            {said.detail === undefined ? null : (
              <p className={styles['soft']} dir="ltr">
                {said.detail}
              </p>
            )}
          </div>
        )}
      </div>
      {read && plan ? (
        <div className={styles['form']} role="group" aria-label={t('inFile')}>
          <p>{t('madeOn', { date: date(read.shelf.made) })}</p>
          <ul className={styles['list']}>
            <li>{t('holdsTexts', { count: plan.holds.texts })}</li>
            <li>{t('holdsLayers', { count: plan.holds.layers })}</li>
            <li>{t('holdsCodebooks', { count: plan.holds.codebooks })}</li>
            <li>{t('holdsLessons', { count: plan.holds.lessons })}</li>
            <li>{t('holdsResults', { count: plan.holds.results })}</li>
            <li>{t('holdsWords', { count: plan.holds.words })}</li>
          </ul>
          <Choice
            legend={t('way')}
            name="restore-way"
            value={way}
            options={[
              { value: 'merge', label: t('wayMerge') },
              { value: 'replace', label: t('wayReplace') },
            ]}
            help={t(way === 'merge' ? 'wayMergeHelp' : 'wayReplaceHelp')}
            onChoose={setWay}
          />
          <Names title={t('wouldAddTexts', { count: plan.texts.added.length })} names={plan.texts.added} />
          <Names title={t('wouldReplaceTexts', { count: plan.texts.replaced.length })} names={plan.texts.replaced} />
          <Names title={t('wouldLoseTexts', { count: plan.texts.lost.length })} names={plan.texts.lost} />
          <Names title={t('wouldAdd', { count: plan.added.length })} names={plan.added} />
          <Names title={t('wouldReplace', { count: plan.replaced.length })} names={plan.replaced} />
          <Names title={t('wouldLose', { count: plan.lost.length })} names={plan.lost} />
          <div className={styles['row']}>
            <button type="button" className="button" data-main="" onClick={() => void restore(read)}>
              {t('restore')}
            </button>
            <button type="button" className="button" data-plain="" onClick={() => setRead(null)}>
              {t('cancel')}
            </button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div>
      <p>{title}</p>
      <ul className={styles['list']}>
        {names.slice(0, 50).map((name, at) => (
          <li key={`${at} ${name}`}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
