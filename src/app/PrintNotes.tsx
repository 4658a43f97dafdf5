import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../core/article/lookup.ts';
import { useFormat } from '../i18n/use-format.ts';
import styles from './app.module.css';

/** On paper only: the quotations as notes, numbered as in the text. */
export function PrintNotes({ lookup }: { readonly lookup: ArticleLookup }) {
  const { t } = useTranslation('speakers');
  const { say, number, language } = useFormat();
  const comma = language === 'ar' ? '، ' : ', ';
  if (lookup.article.quotations.length === 0) return null;
  return (
    <section className={styles['notes']} aria-hidden="true">
      <h2>{t('notes', { ns: 'reading' })}</h2>
      <ol>
        {lookup.article.quotations.map((quotation, index) => {
          const speaker = lookup.entity(quotation.speaker ?? '');
          return (
            <li key={quotation.id}>
              <span className={styles['noteNumber']}>{number(index + 1)}</span>{' '}
              <strong>{speaker ? say(speaker.name) : t('nobody')}</strong> (
              {[
                t(`kinds.${quotation.kind}`),
                t(`verbs.${quotation.verb.class}`),
                ...(quotation.source === null ? [t('implied')] : []),
              ].join(comma)}
              ):{' '}
              <span lang="ar" dir="rtl">
                «{quotation.contents.map(({ words }) => words).join(' … ')}»
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
