import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { TextHead } from '../../library/texts.ts';
import styles from './texts.module.css';

interface CleanedProps {
  readonly intake: NonNullable<TextHead['intake']>;
  /** Fetches the text as it came; null where it was not kept. */
  readonly original: () => Promise<string | null>;
}

/** As much of the original as is shown (characters): a look, not a second reader. */
const SHOWN = 20_000;

/** What was changed in a text when it was opened, kind by kind, with the first example of each; and the text as it came. */
export function Cleaned({ intake: { changes, joined, encoding }, original }: CleanedProps) {
  const { t } = useTranslation('texts');
  const { language } = useFormat();
  const [came, setCame] = useState<string | null>(null);
  const all = [...changes, ...(joined > 0 ? [{ kind: 'joined' as const, count: joined, from: '', to: '' }] : [])];
  return (
    <details className={styles['cleaned']}>
      <summary>{all.length === 0 ? t('clean') : t('cleaned')}</summary>
      {all.length === 0 ? null : (
        <ul>
          {all.map(({ kind, count, from, to }) => (
            <li key={kind}>
              {t(`change.${kind}`)}: {t('times', { count })}
              {/\S/.test(from) && seen(from) ? (
                <span className={styles['soft']}>
                  {' '}
                  <bdi>{from}</bdi> {language === 'ar' ? '←' : '→'} <bdi>{to.trim() === '' ? t('nothing') : to}</bdi>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {encoding === null ? null : (
        <p className={styles['soft']}>{t('encoding', { encoding: `\u2068${encoding}\u2069` })}</p>
      )}
      <details
        onToggle={(event) => {
          if (event.currentTarget.open && came === null) void original().then((text) => setCame(text ?? ''));
        }}
      >
        <summary>{t('showOriginal')}</summary>
        <pre dir="auto">
          {came?.slice(0, SHOWN)}
          {(came?.length ?? 0) > SHOWN ? '…' : ''}
        </pre>
      </details>
    </details>
  );
}

/** Whether there is anything in it that an eye could see. */
const seen = (text: string): boolean => /[^\p{C}\p{Z}\s]/u.test(text);
