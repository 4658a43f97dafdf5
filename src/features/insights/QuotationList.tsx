import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../core/article/article.ts';
import type { Gathered } from '../../core/statistics/gather.ts';
import styles from './FigureTable.module.css';
import { useLabels } from './use-labels.ts';

interface QuotationListProps {
  readonly article: Article;
  readonly gathered: Gathered;
  readonly onOpen: (quotation: string) => void;
}

const AT_ONCE = 8;
const PREVIEW_WORDS = 12;

/** The quotations in the order of the text: what the strip shows, in words, each a press away from its place. */
export function QuotationList({ article, gathered, onOpen }: QuotationListProps) {
  const { t } = useTranslation('insights');
  const { name, percent } = useLabels();
  const [whole, setWhole] = useState(false);
  const starts = new Map<string, number>();
  let total = 0;
  for (const { id, text } of article.blocks) {
    starts.set(id, total);
    total += text.length;
  }
  const { spoken, people } = gathered;
  const shown = whole || spoken.length <= AT_ONCE + 3 ? spoken : spoken.slice(0, AT_ONCE);
  return (
    <div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['frame']} role="region" aria-label={t('list')} tabIndex={0}>
        <table className={`${styles['table']} ${styles['list']}`}>
          <thead>
            <tr>
              <th scope="col">{t('head.speakers')}</th>
              <th scope="col" className={styles['said']}>
                {t('text')}
              </th>
              <th scope="col">
                <span className="unseen">{t('open')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ quotation, speaker }) => {
              const [first] = quotation.contents;
              const entity = people.get(speaker ?? '');
              const who = name(entity ? { kind: 'entity', name: entity.name, type: entity.type } : { kind: 'nobody' });
              const words = shorten(quotation.contents.map((range) => range.words).join(' … '));
              const at = (starts.get(first?.block ?? '') ?? 0) + (first?.start ?? 0);
              return (
                <tr key={quotation.id}>
                  <th scope="row">
                    <bdi>{who}</bdi>
                    <span className={styles['where']}>
                      {t('placeIn', { part: percent(total === 0 ? 0 : at / total) })}
                    </span>
                  </th>
                  <td className={styles['said']} lang="ar" dir="rtl">
                    {words}
                  </td>
                  <td>
                    <button
                      type="button"
                      className="button"
                      data-plain=""
                      aria-label={t('openQuotation', { name: who, words })}
                      onClick={() => onOpen(quotation.id)}
                    >
                      {t('open')}
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {shown.length < spoken.length ? (
        <p className={styles['actions']}>
          <button type="button" className="button" data-plain="" onClick={() => setWhole(true)}>
            {t('all', { count: spoken.length })}
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** Cut between words: the browser's own ellipsis would cut joined letters apart. */
function shorten(text: string): string {
  const words = text.split(' ');
  return words.length <= PREVIEW_WORDS + 2 ? text : `${words.slice(0, PREVIEW_WORDS).join(' ')}\u00a0…`;
}
