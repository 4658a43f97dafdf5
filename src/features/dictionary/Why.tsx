import { useTranslation } from 'react-i18next';
import type { Step } from '../../core/dictionary/answer.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './Entry.module.css';

/** The way from the written word to the entry, in words, folded. */
export function Why({ trace }: { readonly trace: readonly Step[] }) {
  const { t } = useTranslation('dictionary');
  const { say } = useFormat();
  return (
    <details className={styles['fold']}>
      <summary>{t('why')}</summary>
      {trace.length === 0 ? (
        <p>{t('whyNothing')}</p>
      ) : (
        <ol className={styles['steps']}>
          {trace.map(({ rule, told, from, to }) => (
            <li key={`${rule} ${from}`}>
              <bdi>{say(told)}</bdi>
              {from === to ? null : (
                <span lang="ar" dir="rtl" className={styles['change']}>
                  {from} <span aria-hidden="true">←</span> {to}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
