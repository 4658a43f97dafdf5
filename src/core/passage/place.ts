/** Links to mentions of entities and to occurrences of explained words: a number, and a code of the words there. */
import type { Article } from '../article/article.ts';
import type { TextRange } from '../text/range.ts';
import { LETTERS } from './check.ts';
import { codeOf } from './code.ts';
import { articleWords } from './words.ts';

type Blocks = Pick<Article, 'blocks'>;
type Place = Pick<TextRange, 'block' | 'start' | 'end'>;

/** The code of a mention or an occurrence, of its words between both their neighbours; that of no words where it has none. */
export const checkOfPlace = (article: Blocks, place: Place): string => placeCodes(article)(place);

function placeCodes({ blocks }: Blocks): (place: Place) => string {
  const words = articleWords(blocks);
  const begins = new Map<string, number>();
  words.forEach(({ block }, index) => {
    if (!begins.has(block)) begins.set(block, index);
  });
  return ({ block, start, end }) => {
    let from = begins.get(block) ?? words.length;
    while (words[from]?.block === block && (words[from]?.end ?? 0) <= start) from++;
    let to = from;
    while (words[to]?.block === block && (words[to]?.start ?? end) < end) to++;
    return codeOf([words[from - 1] ?? EDGE, ...words.slice(from, to), words[to] ?? EDGE], LETTERS);
  };
}
const EDGE = { key: '' };

export interface PlaceFinding {
  /** `changed`: no place is known for sure to be the one that was meant. */
  readonly kind: 'exact' | 'moved' | 'changed';
  /** Which of the places, from 0; where it changed, the one of that number, or the first. */
  readonly place: number;
}

/**
 * Which mention of an entity, or occurrence of a word, a link means: the one of its number, where the words there and beside
 * it are what they were; else the only one of which that is true.
 */
export function findPlace(article: Blocks, places: readonly Place[], number: number, check: string): PlaceFinding {
  const named = places[number];
  const codeAt = placeCodes(article);
  if (named && codeAt(named) === check) return { kind: 'exact', place: number };
  const alike = places.flatMap((place, index) => (codeAt(place) === check ? [index] : []));
  return alike.length === 1 && alike[0] !== undefined
    ? { kind: 'moved', place: alike[0] }
    : { kind: 'changed', place: named ? number : 0 };
}
