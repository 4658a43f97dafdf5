import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../core/article/article.ts';
import type { Lemma } from '../../core/dictionary/answer.ts';
import type { Line } from '../../core/dictionary/line.ts';
import type { DictionaryClient } from '../../engine/dictionary.ts';
import styles from './Entry.module.css';
import { Excerpt } from './Excerpt.tsx';
import { useAsk } from './use-ask.ts';

interface PlacesProps {
  readonly dictionary: DictionaryClient;
  readonly line: Line;
  readonly article: Pick<Article, 'blocks'>;
  readonly lemma: Lemma;
  readonly written: string;
  readonly index: number;
  readonly onWord: (block: string, number: number) => void;
}

/** Where the entry and its root stand in this text. Nothing until that is known: the card itself does not wait for it. */
export function Places({ dictionary, line, article, lemma, written, index, onWord }: PlacesProps) {
  const { t } = useTranslation('dictionary');
  const [asked] = useAsk(`${line.key} ${lemma.lemma} ${lemma.pos}`, () => dictionary.occurrences(line, lemma));
  if (asked.state !== 'told') return null;
  // The word itself is among them even where its best reading is another one than that which is shown.
  const withThis = (places: readonly number[]) => [...new Set([...places, index])].sort((a, b) => a - b);
  const same = lemma.id < 0 ? line.words.flatMap((word, at) => (word === written ? [at] : [])) : asked.told.lemma;
  const ofLemma = withThis(same);
  const ofRoot = withThis(asked.told.root);
  return (
    <section aria-label={t('here')}>
      <h3 className={styles['title']}>{t('here')}</h3>
      <Folded
        label={t('lemmaHere', { count: ofLemma.length })}
        places={ofLemma}
        {...{ line, article, index, onWord }}
      />
      {lemma.root === null ? null : (
        <Folded label={t('rootHere', { count: ofRoot.length })} places={ofRoot} {...{ line, article, index, onWord }} />
      )}
    </section>
  );
}

/** So many are shown at once. */
const STEP = 20;

function Folded({
  label,
  places,
  line,
  article,
  index,
  onWord,
}: Pick<PlacesProps, 'line' | 'article' | 'index' | 'onWord'> & {
  readonly label: string;
  readonly places: readonly number[];
}) {
  const { t } = useTranslation('dictionary');
  const [most, setMost] = useState(STEP);
  const [open, setOpen] = useState(false);
  return (
    <details className={styles['fold']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {open ? (
        <ol className={styles['places']}>
          {places.slice(0, most).map((place) => {
            const range = line.places[place];
            const word = line.wordAt(place);
            if (!range || !word) return null;
            return (
              <li key={place}>
                <button
                  type="button"
                  lang="ar"
                  dir="rtl"
                  aria-current={place === index}
                  onClick={() => onWord(word.block, word.number)}
                >
                  <Excerpt blocks={article.blocks} range={range} />
                  {place === index ? <span className="unseen"> {t('thisPlace')}</span> : null}
                </button>
              </li>
            );
          })}
        </ol>
      ) : null}
      {open && places.length > most ? (
        <button type="button" className="button" onClick={() => setMost(most + STEP * 5)}>
          {t('more', { count: places.length - most })}
        </button>
      ) : null}
    </details>
  );
}
