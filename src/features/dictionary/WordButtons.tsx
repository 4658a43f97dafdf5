import { useTranslation } from 'react-i18next';
import type { TextRange } from '../../core/text/range.ts';
import styles from './Entry.module.css';

interface WordButtonsProps {
  /** Each word with its number in its block. */
  readonly words: readonly { readonly range: TextRange; readonly number: number }[];
  readonly onWord: (block: string, number: number) => void;
}

/** The way from a card of names or of explained words to the dictionary: one button for each word. */
export function WordButtons({ words, onWord }: WordButtonsProps) {
  const { t } = useTranslation('dictionary');
  if (words.length === 0) return null;
  return (
    <div className={styles['words']}>
      <p>{t(words.length === 1 ? 'word' : 'words')}</p>
      <ul>
        {words.map(({ range, number }) => (
          <li key={number}>
            <button type="button" className="button" lang="ar" onClick={() => onWord(range.block, number)}>
              <bdi>{range.words}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
