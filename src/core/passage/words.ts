import { foldText } from '../text/fold.ts';
import type { Span } from '../text/range.ts';

/** A word of an article: white-space-delimited, with a letter or a digit in it. */
export interface TextWord extends Span {
  readonly block: string;
  /** The word's number in its block, from 1. */
  readonly number: number;
  /** Loosely folded letters and digits alone: tashkeel, hamza seats and punctuation make no other word of it. */
  readonly key: string;
}

interface WordsOfBlock {
  readonly id: string;
  readonly text: string;
}

/** Several passages are looked for in one text, which does not change. */
const known = new WeakMap<readonly WordsOfBlock[], readonly TextWord[]>();

/** The article's words in order. A stretch without a letter or digit (a dash, a lone mark) is no word. */
export function articleWords(blocks: readonly WordsOfBlock[]): readonly TextWord[] {
  const found = known.get(blocks);
  if (found) return found;
  const words: TextWord[] = [];
  // Most words of a text stand in it many times.
  const keys = new Map<string, string>();
  for (const { id, text } of blocks) {
    let number = 0;
    for (const found of text.matchAll(/\S+/g)) {
      const key = keys.get(found[0]) ?? keyOf(found[0]);
      keys.set(found[0], key);
      if (key === '') continue;
      number++;
      words.push({ block: id, number, key, start: found.index, end: found.index + found[0].length });
    }
  }
  known.set(blocks, words);
  return words;
}

const keyOf = (word: string): string => foldText(word, 'loose').replace(/[^\p{L}\p{N}]+/gu, '');
