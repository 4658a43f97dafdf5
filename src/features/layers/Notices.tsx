import { useTranslation } from 'react-i18next';
import { type Store, type StoreError, rescueAll } from '../../library/database.ts';
import { damagedRecords, forgetDamaged } from '../../library/layers.ts';
import { isDue, sinceBackup } from '../../library/notes.ts';
import { useKept } from '../../library/use-kept.ts';
import { useKeeping } from '../../session/keeping.ts';
import { openRoom } from '../../session/workshop.ts';
import { saveFile } from '../../ui/save-file.ts';
import styles from './layers.module.css';

/** Asked of the store; a list that never changes, so that it is asked once. */
const due = async (store: Store) => {
  const since = await sinceBackup(store);
  return isDue(since, new Date()) ? since : null;
};

/** What the reader must know of how their work is kept: nothing where all is as it should be. */
export function Notices({ store, fault }: { readonly store: Store; readonly fault: StoreError['kind'] | null }) {
  const { t } = useTranslation('layers');
  const damaged = useKept(store, damagedRecords) ?? [];
  const backup = useKept(store, due);
  const lasting = useKeeping((keeping) => keeping.lasting);
  const mode = store.mode();
  const said =
    fault !== null
      ? t(`store.${fault}`)
      : store.unopened()
        ? t('store.unopened')
        : mode === 'kept'
          ? null
          : t(`store.${mode}`);
  return (
    <div role="status" style={{ display: 'contents' }}>
      {said === null ? null : (
        <div className={styles['notice']}>
          <p>{said}</p>
          {store.unopened() ? (
            <button
              type="button"
              className="button"
              onClick={() =>
                void rescueAll().then((all) => {
                  if (all) saveFile('isnad-rescued.json', JSON.stringify(all), 'application/json');
                })
              }
            >
              {t('store.rescue')}
            </button>
          ) : null}
        </div>
      )}
      {damaged.length === 0 ? null : (
        <div className={styles['notice']}>
          <p>{t('damaged', { count: damaged.length })}</p>
          <button
            type="button"
            className="button"
            onClick={() => saveFile('isnad-damaged.json', JSON.stringify(damaged, null, 2), 'application/json')}
          >
            {t('saveDamaged')}
          </button>
          <button type="button" className="button" data-plain="" onClick={() => void forgetDamaged(store)}>
            {t('forgetDamaged')}
          </button>
        </div>
      )}
      {lasting === false && mode === 'kept' ? <p className={styles['soft']}>{t('notLasting')}</p> : null}
      {backup ? (
        <div className={styles['notice']}>
          <p>{t('backupDue', { count: backup.steps })}</p>
          <button type="button" className="button" onClick={() => openRoom({ kind: 'backup' })}>
            {t('toBackup')}
          </button>
        </div>
      ) : null}
    </div>
  );
}
