import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icons.tsx';
import styles from './app.module.css';
import { type Arrived, shown } from './use-passages.ts';

/** What became of the passages that a link names: where they are, whether they moved or changed, and which are gone. */
export function PassageNotice({ arrived }: { readonly arrived: Arrived }) {
  const { t } = useTranslation('reading');
  const { findings, at } = arrived;
  const finding = findings[at];
  if (!finding) return null;
  const count = findings.length;
  return (
    <section className={styles['arrived']} data-finding={finding.kind} aria-label={t('passage.title')}>
      <div className={styles['said']}>
        {count > 1 ? (
          <span className={styles['steps']}>
            <button
              type="button"
              className="button"
              data-plain=""
              aria-label={t('passage.previous')}
              onClick={() => arrived.goTo((at + count - 1) % count)}
            >
              <Icon name="previous" turns />
            </button>
            {t('passage.nth', { place: at + 1, count })}
            <button
              type="button"
              className="button"
              data-plain=""
              aria-label={t('passage.next')}
              onClick={() => arrived.goTo((at + 1) % count)}
            >
              <Icon name="next" turns />
            </button>
          </span>
        ) : null}
        <p>{shown(finding, t)}</p>
        {finding.kind === 'gone' && finding.nearest ? (
          <button type="button" className="button" onClick={arrived.goNear}>
            {t('passage.nearest')}
          </button>
        ) : null}
      </div>
      <button type="button" className="button" data-plain="" aria-label={t('passage.done')} onClick={arrived.letGo}>
        <Icon name="close" />
      </button>
    </section>
  );
}
