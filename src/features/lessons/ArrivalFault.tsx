import { useTranslation } from 'react-i18next';
import type { Arrival } from './arrivals.ts';
import styles from './lessons.module.css';

type Fault = Extract<Arrival, { kind: 'fault' }>;

/** What came and cannot be opened: which it is, why, and what the reader can do. */
export function ArrivalFault({ faults, onLeave }: { readonly faults: readonly Fault[]; readonly onLeave: () => void }) {
  const { t } = useTranslation('lessons');
  return (
    <section className={styles['offer']} role="alert">
      <h1>{t(faults.some(({ name }) => name === null) ? 'fault.linkTitle' : 'fault.fileTitle')}</h1>
      <ul className={styles['sheets']}>
        {faults.map(({ name, fault, where }) => (
          <li key={name}>
            {name === null ? null : (
              <p>
                <b>
                  <bdi dir="ltr">{name}</bdi>
                </b>
              </p>
            )}
            <p>{t(`fault.${fault}`)}</p>
            {where === '' ? null : (
              <p className={styles['small']}>
                {t('fault.where')} <bdi dir="ltr">{where.slice(0, 120)}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
      <p>{t('fault.nothingLost')}</p>
      <div className={styles['actions']}>
        <button type="button" className="button" data-main="" onClick={onLeave}>
          {t('fault.toLessons')}
        </button>
      </div>
    </section>
  );
}
