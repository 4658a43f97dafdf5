import { useTranslation } from 'react-i18next';
import type { StoreError, StoreMode } from '../../library/database.ts';
import styles from './lessons.module.css';

interface StoreNoticeProps {
  readonly mode: StoreMode;
  /** Why the last writing failed, where it did. */
  readonly fault: StoreError['kind'] | null;
}

/** Says where things are not kept as they should be; nothing where they are. */
export function StoreNotice({ mode, fault }: StoreNoticeProps) {
  const { t } = useTranslation('lessons');
  const said = fault !== null ? `store.${fault}` : mode === 'kept' ? null : `store.${mode}`;
  return (
    <div role="status">{said === null ? null : <p className={styles['notice']}>{t(said as 'store.memory')}</p>}</div>
  );
}
