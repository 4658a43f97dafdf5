/** The words of a text as the dictionary is asked for them. A word is a run of letters, without the marks around it. */
import type { Block } from '../article/article.ts';
import type { Span, TextRange } from '../text/range.ts';

const RUN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*/gu;
const ARABIC = /[\u0621-\u064a\u0671-\u06d3]/;

/** The words of one text that have Arabic letters, in order. UTF-16 offsets. Numbers and Latin words are none. */
export function wordsOf(text: string): Span[] {
  const words: Span[] = [];
  for (const { 0: run, index } of text.matchAll(RUN))
    if (ARABIC.test(run)) words.push({ start: index, end: index + run.length });
  return words;
}

/** How far beside a word (UTF-16 units) a finger may meet the text and still mean it: a mark that clings to it. */
const BESIDE = 2;

/** The number (from 0, in its text) of the word at an offset, or at most two units beside it; -1 where there is none. */
export function wordAt(words: readonly Span[], offset: number): number {
  let nearest = -1;
  let least = BESIDE + 1;
  words.forEach(({ start, end }, number) => {
    const far = offset < start ? start - offset : offset >= end ? offset - end + 1 : 0;
    if (far < least) {
      least = far;
      nearest = number;
    }
  });
  return nearest;
}

/** The words of a text that a stretch of it touches, by number. */
export const wordsWithin = (words: readonly Span[], { start, end }: Span): number[] =>
  words.flatMap((word, number) => (word.start < end && start < word.end ? [number] : []));

/** The word of this number in a block, with its letters; null where there is none. */
export function rangeOfWord({ id, text }: Block, number: number): TextRange | null {
  const word = wordsOf(text)[number];
  return word ? { block: id, ...word, words: text.slice(word.start, word.end) } : null;
}
