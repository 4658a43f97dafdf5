/** A reader's list of words: one entry for each word of the dictionary that was looked up, with the places where. */
import type { Reading, WordClass } from '../dictionary/answer.ts';
import type { TextRange } from '../text/range.ts';

/** Where a word was looked up. */
export interface WordPlace {
  readonly article: string;
  /** The article's title as it was then. */
  readonly title: string;
  readonly range: TextRange;
  /** The word's number among the Arabic words of its block, from 0. */
  readonly number: number;
  /** The word as it reads in that sentence. */
  readonly vocalised: string;
  /** The sentence, and where the word begins in it (UTF-16). */
  readonly sentence: string;
  readonly from: number;
  /** ISO 8601, of the last time. */
  readonly at: string;
}

export interface ListedWord {
  /** {@link keyOf}. */
  readonly key: string;
  readonly lemma: string;
  readonly pos: WordClass;
  readonly root: string | null;
  readonly english: readonly string[];
  readonly arabic: string;
  /** How common it is in news: 0 (rare) to 7. */
  readonly band: number;
  readonly known: boolean;
  /** How often it was looked up. */
  readonly count: number;
  /** ISO 8601: looked up first, last, and changed in any way. */
  readonly first: string;
  readonly last: string;
  readonly changed: string;
  /** The last looked up first; never empty. */
  readonly places: readonly [WordPlace, ...WordPlace[]];
}

/** So many places of a word are kept: the oldest are let go. */
export const MOST_PLACES = 20;
/** The longest sentence that is kept, in UTF-16 units: of a longer one what is around the word. */
export const MOST_SENTENCE = 600;

/** The name of a word in the list: the same lemma of the same class is the same word, wherever it was met. */
export const keyOf = ({ lemma, pos }: Pick<Reading['lemma'], 'lemma' | 'pos'>): string => `${pos} ${lemma}`;

/** What is to be listed: where it stood, and the reading that the reader saw. */
export interface Met {
  readonly article: { readonly id: string; readonly title: string };
  readonly range: TextRange;
  readonly number: number;
  readonly sentence: TextRange;
  readonly reading: Pick<Reading, 'lemma' | 'vocalised' | 'latin'>;
}

/** The word as it is listed once it was looked up (`times` 1) or listed by hand (0); `old` is what was there before. */
export function listed(old: ListedWord | null, met: Met, now: string, times: 0 | 1 = 1): ListedWord {
  const { lemma } = met.reading;
  const place = placeOf(met, now);
  const others = (old?.places ?? []).filter(
    ({ article, range }) =>
      article !== place.article || range.block !== place.range.block || range.start !== place.range.start,
  );
  return {
    key: keyOf(lemma),
    lemma: lemma.lemma,
    pos: lemma.pos,
    root: lemma.root,
    // Of a name that no list knows, its letters are all there is to say.
    english: lemma.english.length === 0 && met.reading.latin !== null ? [met.reading.latin] : lemma.english,
    arabic: lemma.arabic,
    band: lemma.band,
    known: old?.known ?? false,
    count: (old?.count ?? 0) + times,
    first: old?.first ?? now,
    last: now,
    changed: now,
    places: [place, ...others.slice(0, MOST_PLACES - 1)],
  };
}

function placeOf({ article, range, number, sentence, reading }: Met, now: string): WordPlace {
  const from = range.start - sentence.start;
  const cut = around(sentence.words, from, from + range.words.length);
  return {
    article: article.id,
    title: article.title,
    range,
    number,
    vocalised: reading.vocalised,
    sentence: cut.text,
    from: cut.from,
    at: now,
  };
}

/** A sentence that is too long, cut at spaces on both sides of its word. */
function around(text: string, from: number, to: number): { readonly text: string; readonly from: number } {
  if (text.length <= MOST_SENTENCE) return { text, from };
  const side = Math.max(0, Math.floor((MOST_SENTENCE - (to - from)) / 2));
  const start = from <= side ? 0 : Math.min(from, text.indexOf(' ', from - side) + 1);
  const end = to + side >= text.length ? text.length : Math.max(to, text.lastIndexOf(' ', to + side));
  return { text: text.slice(start, end), from: from - start };
}
