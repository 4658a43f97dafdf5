import type { Article } from '../article/article.ts';
import type { Quotation } from '../quotation/quotation.ts';
import type { TextRange } from '../text/range.ts';
import { codeOf } from './code.ts';
import { articleWords } from './words.ts';

/** How many letters a code has in links that are made now; those of quotations had three once, the first of these five. */
const LETTERS = 5;

/**
 * The code of what a quotation says: a link to a quotation carries it, so that a link to q7 is not silently answered with
 * another quotation that has come to be called q7.
 */
export const checkOf = ({ contents }: Pick<Quotation, 'contents'>): string =>
  codeOf(articleWords(contents.map(({ block, words }) => ({ id: block, text: words }))), LETTERS);

export type QuotationFinding =
  | { readonly kind: 'exact' | 'moved' | 'changed'; readonly id: string }
  | { readonly kind: 'gone' };

/**
 * The quotation that a link means: the one of that name where it still says the same (`exact`); else the only one that
 * does (`moved`); else the one of that name, whose words are others now (`changed`).
 */
export function findQuotation(
  quotations: readonly Pick<Quotation, 'id' | 'contents'>[],
  id: string,
  check: string | undefined,
): QuotationFinding {
  const named = quotations.find((quotation) => quotation.id === id);
  if (named && (check === undefined || checkOf(named).startsWith(check))) return { kind: 'exact', id };
  const alike = check === undefined ? [] : quotations.filter((quotation) => checkOf(quotation).startsWith(check));
  if (alike.length === 1 && alike[0]) return { kind: 'moved', id: alike[0].id };
  return named ? { kind: 'changed', id } : { kind: 'gone' };
}

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
 * it are what they were; else the only one of which that is true. Without a code the number alone is believed.
 */
export function findPlace(
  article: Blocks,
  places: readonly Place[],
  number: number,
  check: string | undefined,
): PlaceFinding {
  const named = places[number];
  const near = { kind: 'changed', place: named ? number : 0 } as const;
  if (check === undefined) return named || number === 0 ? { kind: 'exact', place: number } : near;
  const codeAt = placeCodes(article);
  if (named && codeAt(named) === check) return { kind: 'exact', place: number };
  const alike = places.flatMap((place, index) => (codeAt(place) === check ? [index] : []));
  return alike.length === 1 && alike[0] !== undefined ? { kind: 'moved', place: alike[0] } : near;
}
