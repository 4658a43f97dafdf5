import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { type MarkType, markTypes } from '../../session/settings.ts';
import { useSession } from '../../session/store.ts';
import styles from './Legend.module.css';

/** What the marks in the text mean, how many there are, and a switch for each. */
export function Legend({ lookup }: { readonly lookup: ArticleLookup }) {
  const { t } = useTranslation('reading');
  const { number } = useFormat();
  const hidden = useSession((session) => session.settings.hidden);
  const toggle = useSession((session) => session.toggleMark);
  const counts = countMarks(lookup);
  return (
    <section className={styles['legend']} aria-label={t('legendLabel')}>
      <p className={styles['hint']}>{t('legendHint')}</p>
      <ul className={styles['list']}>
        {markTypes
          .filter((type) => counts[type] > 0)
          .map((type) => (
            <li key={type}>
              <button
                type="button"
                className={styles['switch']}
                aria-pressed={!hidden.includes(type)}
                data-type={type}
                onClick={() => toggle(type)}
              >
                <span className={styles['sample']} data-type={type} aria-hidden="true" lang="ar">
                  اسم
                </span>
                {t(`type.${type}`)}
                <span className={styles['count']}>{number(counts[type])}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}

function countMarks({ article, entity }: ArticleLookup): Record<MarkType, number> {
  const counts = Object.fromEntries(markTypes.map((type) => [type, 0])) as Record<MarkType, number>;
  for (const mention of article.mentions) {
    const type = entity(mention.entity)?.type;
    if (type) counts[type]++;
  }
  counts.glossary = article.glossary.length;
  counts.cue = article.quotations.filter(({ cue }) => cue.length > 0).length;
  return counts;
}
