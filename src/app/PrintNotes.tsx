import { memo, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../core/article/lookup.ts';
import { useFormat } from '../i18n/use-format.ts';
import styles from './app.module.css';

/** On paper only: the quotations as notes, numbered as in the text. */
export const PrintNotes = memo(function PrintNotes({ lookup }: { readonly lookup: ArticleLookup }) {
  const { t } = useTranslation('speakers');
  const { say, number, comma } = useFormat();
  const printing = usePrinting();
  if (!printing || lookup.article.quotations.length === 0) return null;
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
});

/** Whether the page is being printed. Known before the paper is laid out, so the notes need not wait in every page. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(() => matchMedia('print').matches);
  useLayoutEffect(() => {
    const media = matchMedia('print');
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(media.matches);
    const change = () => flushSync(() => setPrinting(media.matches));
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    media.addEventListener('change', change);
    // A print that began between the first look and the listening told nobody.
    setPrinting(media.matches);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      media.removeEventListener('change', change);
    };
  }, []);
  return printing;
}
