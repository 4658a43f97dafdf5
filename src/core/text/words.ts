import type { Span } from './range.ts';

/** White space as it separates Arabic words; the no-break space counts. */
const SPACE = /\s/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const isSpace = (text: string, at: number): boolean => SPACE.test(text.charAt(at));

/** The stretch widened to whole white-space-delimited words: what an element may wrap without cutting a joined letter. */
export function widenToWords(text: string, span: Span): Span {
  let { start, end } = span;
  while (start > 0 && !isSpace(text, start - 1)) start--;
  while (end < text.length && !isSpace(text, end)) end++;
  return { start, end };
}

/** The number of words with at least one letter or digit: punctuation that stands alone is no word. */
export function countWords(text: string): number {
  let count = 0;
  for (const piece of text.split(/\s+/)) if (LETTER_OR_DIGIT.test(piece)) count++;
  return count;
}

/** The sentences of a block, as stretches of its text without the space around them. Ends at . ! ? ؟ ۔ … or a line's end. */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && isSpace(text, from)) from++;
    while (to > from && isSpace(text, to - 1)) to--;
    if (from < to) sentences.push({ start: from, end: to });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    if (unit === '\n') push(i);
    else if (/[.!?؟۔…]/.test(unit)) {
      // A point between digits or letters (2.5, a.m) does not end a sentence; closing marks belong to the sentence.
      let end = i + 1;
      while (end < text.length && /[.!?؟۔…»”"’')\]]/.test(text.charAt(end))) end++;
      if (end >= text.length || isSpace(text, end)) {
        push(end);
        i = end - 1;
      }
    }
  }
  push(text.length);
  return sentences;
}
