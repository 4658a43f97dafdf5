import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../core/article/article.ts';
import type { Lemma } from '../../core/dictionary/answer.ts';
import { lineOf } from '../../core/dictionary/line.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { DictionaryClient } from '../../engine/dictionary.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useStable } from '../../ui/use-stable.ts';
import styles from './Entry.module.css';
import { Excerpt } from './Excerpt.tsx';

/** A text that may hold the word, and the address of a word in it. */
export interface ShelfText {
  readonly article: Pick<Article, 'id' | 'blocks' | 'title'>;
  readonly addressOf: (block: string, number: number) => string;
}

interface ShelfPlacesProps {
  readonly dictionary: DictionaryClient;
  readonly lemma: Lemma;
  readonly shelf: () => Promise<{ readonly texts: readonly ShelfText[]; readonly whole: boolean }>;
}

interface Found {
  readonly text: ShelfText;
  readonly places: readonly { readonly range: TextRange; readonly address: string }[];
  readonly count: number;
}

/** Where the entry and its root stand in the other texts: searched when it is unfolded. */
export function ShelfPlaces(props: ShelfPlacesProps) {
  const { t } = useTranslation('dictionary');
  const [open, setOpen] = useState(false);
  return (
    <details className={styles['fold']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('shelf')}</summary>
      {open ? <Search key={`${props.lemma.lemma} ${props.lemma.pos}`} {...props} /> : null}
    </details>
  );
}

/** So many places of one text are shown: the rest are found in the text itself. */
const MOST = 3;

function Search({ dictionary, lemma, shelf }: ShelfPlacesProps) {
  const { t } = useTranslation('dictionary');
  const { say } = useFormat();
  const [found, setFound] = useState<readonly Found[]>([]);
  const [state, setState] = useState<'asking' | 'told' | 'part'>('asking');
  const search = useStable(async (going: () => boolean) => {
    const { texts, whole } = await shelf();
    let all = whole;
    for (const text of texts) {
      if (!going()) return;
      const one = await searchText(dictionary, text, lemma);
      if (one === null) all = false;
      else if (one.count > 0 && going()) setFound((before) => [...before, one]);
    }
    if (going()) setState(all ? 'told' : 'part');
  });
  useEffect(() => {
    let going = true;
    search(() => going).catch(() => {
      if (going) setState('part');
    });
    return () => {
      going = false;
    };
  }, [search]);
  return (
    <>
      {found.map(({ text, places, count }) => (
        <section key={text.article.id} className={styles['text']}>
          <h4>
            <bdi>{say(text.article.title)}</bdi>
          </h4>
          <ol className={styles['places']}>
            {places.map(({ range, address }) => (
              <li key={address}>
                <a href={address} lang="ar" dir="rtl">
                  <Excerpt blocks={text.article.blocks} range={range} />
                </a>
              </li>
            ))}
          </ol>
          {count > places.length ? <p>{t('more', { count: count - places.length })}</p> : null}
        </section>
      ))}
      <p role="status">
        {state === 'asking'
          ? t('shelfAsking')
          : state === 'part'
            ? t('shelfPart')
            : found.length === 0
              ? t('shelfNothing')
              : null}
      </p>
    </>
  );
}

/** The entry's places first, then those of its root. Null where the dictionary failed. */
async function searchText(dictionary: DictionaryClient, text: ShelfText, lemma: Lemma): Promise<Found | null> {
  const { article } = text;
  const line = lineOf(article.blocks);
  const result = await dictionary.occurrences(line, lemma);
  if (!result.ok) return null;
  const all = [...new Set([...result.value.lemma, ...result.value.root])];
  const places = all.slice(0, MOST).flatMap((place) => {
    const range = line.places[place];
    const word = line.wordAt(place);
    return range && word ? [{ range, address: text.addressOf(word.block, word.number) }] : [];
  });
  return { text, places, count: all.length };
}
