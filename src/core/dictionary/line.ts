/** A whole text as one line of words and signs: what the dictionary reads the context from. */
import type { Block } from '../article/article.ts';
import type { TextRange } from '../text/range.ts';

export interface Line {
  /** A name for these very words, for as long as the program runs. */
  readonly key: string;
  /** Words, numbers and signs in order; a line's end stands after every block. */
  readonly words: readonly string[];
  /** Where each stands; null for the ends of blocks. Shares its indices with `words`. */
  readonly places: readonly (TextRange | null)[];
  /** The index of a block's word by its number among the block's Arabic words (from 0); -1 where there is none. */
  readonly indexOf: (block: string, number: number) => number;
  /** The opposite: null for what is no Arabic word. */
  readonly wordAt: (index: number) => { readonly block: string; readonly number: number } | null;
}

const PIECE = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*|[^\s\p{L}\p{N}]/gu;
const ARABIC = /[\u0621-\u064a\u0671-\u06d3]/;

let lines = 0;
const known = new WeakMap<readonly Block[], Line>();

/** Cuts the blocks once, however often it is asked for the same ones. */
export function lineOf(blocks: readonly Block[]): Line {
  const before = known.get(blocks);
  if (before) return before;
  const words: string[] = [];
  const places: (TextRange | null)[] = [];
  const byBlock = new Map<string, number[]>();
  const numbers = new Map<number, number>();
  for (const { id, text } of blocks) {
    const arabic: number[] = [];
    for (const { 0: piece, index } of text.matchAll(PIECE)) {
      if (ARABIC.test(piece)) {
        numbers.set(words.length, arabic.length);
        arabic.push(words.length);
      }
      words.push(piece);
      places.push({ block: id, start: index, end: index + piece.length, words: piece });
    }
    words.push('\n');
    places.push(null);
    byBlock.set(id, arabic);
  }
  const line: Line = {
    key: `line ${++lines}`,
    words,
    places,
    indexOf: (block, number) => byBlock.get(block)?.[number] ?? -1,
    wordAt: (index) => {
      const number = numbers.get(index);
      const place = places[index];
      return number === undefined || !place ? null : { block: place.block, number };
    },
  };
  known.set(blocks, line);
  return line;
}
