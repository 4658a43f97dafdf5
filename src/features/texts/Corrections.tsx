import { useTranslation } from 'react-i18next';
import type { Correction } from '../../core/annotation/correction.ts';
import type { Outcome } from '../../core/annotation/correct.ts';
import styles from './texts.module.css';

interface CorrectionsProps {
  readonly corrections: readonly Correction[];
  readonly outcomes: readonly Outcome[];
  readonly onTakeBack: (id: string) => void;
}

/** What the reader put right in a text, the last first: what of it the last analysis left nothing for, and the way back. */
export function Corrections({ corrections, outcomes, onTakeBack }: CorrectionsProps) {
  const { t } = useTranslation('correcting');
  if (corrections.length === 0) return null;
  const lost = outcomes.some(({ how }) => how === 'lost' || how === 'restored');
  return (
    <details className={styles['cleaned']} open={lost || undefined}>
      <summary>{t('mine', { count: corrections.length })}</summary>
      <p className={styles['soft']}>{t('stay')}</p>
      <ul className={styles['corrections']}>
        {corrections.toReversed().map(({ id, what }) => {
          const how = outcomes.find((one) => one.id === id)?.how ?? 'made';
          const words = wordsOf(what);
          return (
            <li key={id}>
              <span>
                {t(`kind.${what.kind}`)}: <bdi lang="ar">{words}</bdi>
                {how === 'made' ? null : <span className={styles['soft']}> {t(`how.${how}`)}</span>}
              </span>
              <button
                type="button"
                className="button"
                data-plain=""
                aria-label={t('takeBackOf', { what: `${t(`kind.${what.kind}`)} \u2068${words}\u2069` })}
                onClick={() => onTakeBack(id)}
              >
                {t('undo')}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

const SHOWN = 8;

/** The words that a correction is about, as many as tell which. */
function wordsOf(what: Correction['what']): string {
  if ('mention' in what) return what.mention.words;
  if ('who' in what) return what.who.name;
  const words = (what.of.contents[0]?.words ?? '').split(' ');
  return words.length > SHOWN ? `${words.slice(0, SHOWN).join(' ')} …` : words.join(' ');
}
