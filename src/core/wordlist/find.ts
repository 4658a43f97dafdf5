/** The words that a reader asks for, in the order asked for. */
import { foldText } from '../text/fold.ts';
import type { ListedWord, WordPlace } from './word.ts';

export const orders = ['last', 'alphabet', 'count', 'band', 'place'] as const;
/** `last`: looked up last. `count`: most often. `band`: the most common in news. `place`: as they follow in their texts. */
export type Order = (typeof orders)[number];
export const states = ['all', 'unknown', 'known'] as const;

export interface Wanted {
  /** An article's id; null for all. */
  readonly article: string | null;
  readonly state: (typeof states)[number];
  /** Compared loosely: marks and what writers interchange are left aside. Empty for all. */
  readonly search: string;
  readonly order: Order;
}

export interface FoundWord {
  readonly word: ListedWord;
  /** The place that it is shown at: the last one, or the last one in the article asked for. */
  readonly place: WordPlace;
}

export function findWords(words: readonly ListedWord[], { article, state, search, order }: Wanted): FoundWord[] {
  const wanted = foldText(search.trim(), 'loose');
  const found = words.flatMap((word): FoundWord[] => {
    if (state !== 'all' && word.known !== (state === 'known')) return [];
    const place = article === null ? word.places[0] : word.places.find((one) => one.article === article);
    return place && (wanted === '' || holds(word, wanted)) ? [{ word, place }] : [];
  });
  const byLast = (a: FoundWord, b: FoundWord) => compare(b.word.last, a.word.last);
  const orderOf: Record<Order, (a: FoundWord, b: FoundWord) => number> = {
    last: byLast,
    alphabet: (a, b) => alphabet.compare(a.word.lemma, b.word.lemma),
    count: (a, b) => b.word.count - a.word.count || byLast(a, b),
    band: (a, b) => b.word.band - a.word.band || alphabet.compare(a.word.lemma, b.word.lemma),
    place: (a, b) => compare(a.place.title, b.place.title) || inText(a.place, b.place),
  };
  return found.sort(orderOf[order]);
}

/** The articles that words were looked up in, by title. */
export function articlesOf(words: readonly ListedWord[]): { readonly id: string; readonly title: string }[] {
  const titles = new Map<string, WordPlace>();
  for (const { places } of words)
    for (const place of places) {
      const known = titles.get(place.article);
      if (!known || known.at < place.at) titles.set(place.article, place);
    }
  return [...titles.values()]
    .map(({ article, title }) => ({ id: article, title }))
    .sort((a, b) => alphabet.compare(a.title, b.title));
}

const alphabet = new Intl.Collator('ar');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Blocks are named by their kind and number (p2, p10). */
const inText = (a: WordPlace, b: WordPlace): number =>
  Number(/\d+$/.exec(a.range.block)?.[0] ?? 0) - Number(/\d+$/.exec(b.range.block)?.[0] ?? 0) ||
  compare(a.range.block, b.range.block) ||
  a.range.start - b.range.start;

const holds = (word: ListedWord, wanted: string): boolean =>
  [
    word.lemma,
    ...word.english,
    word.arabic,
    ...word.places.flatMap(({ range, vocalised }) => [range.words, vocalised]),
  ].some((text) => foldText(text, 'loose').includes(wanted)) ||
  (word.root !== null && foldText(word.root, 'loose').replaceAll(' ', '') === wanted.replaceAll(' ', ''));
