/** A text with vowels added to some of its words: the letters stay those that were published, only signs come between. */
import type { DisplayText } from './display.ts';
import type { Span } from './range.ts';

/** A word of the text (UTF-16 units) and how it is vocalised. */
export interface VocalisedWord extends Span {
  readonly vocalised: string;
}

const MARK = /[\u064b-\u0652\u0670]/;
/** Letters that a careless and a careful hand write differently. Of one length all of them. */
const SEATS: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه', ؤ: 'و', ئ: 'ي' };
const seat = (letter: string): string => SEATS[letter] ?? letter;

/**
 * The signs after each letter of the written word, as the vocalised form has them; the first list is for what stands before
 * any letter. Null where the two are not the same letters: such a word stays as it is.
 */
export function marksFor(written: string, vocalised: string): string[] | null {
  const letters = [...written].filter((unit) => !MARK.test(unit) && unit !== 'ـ');
  const marks: string[] = [];
  let signs = '';
  let at = -1;
  for (const unit of vocalised) {
    if (MARK.test(unit)) {
      signs += unit;
      continue;
    }
    if (at >= 0) marks.push(signs);
    else if (signs !== '') return null;
    signs = '';
    at++;
    const letter = letters[at];
    if (letter === undefined || seat(letter) !== seat(unit)) return null;
  }
  if (at >= 0) marks.push(signs);
  return marks.length === letters.length ? marks : null;
}

/** The text with these words vocalised (in order, not overlapping); signs of the others are shown where `marks` is true. */
export function vocalisedText(
  text: string,
  words: readonly VocalisedWord[],
  { marks }: { readonly marks: boolean },
): DisplayText {
  let shown = '';
  /** For each unit that is shown the unit of the text that it stands for; for a sign that was added, the letter behind it. */
  const origin: number[] = [];
  const add = (unit: string, from: number) => {
    shown += unit;
    for (let i = 0; i < unit.length; i++) origin.push(from);
  };
  const copy = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      const unit = text.charAt(i);
      if (marks || !MARK.test(unit)) add(unit, i);
    }
  };
  let at = 0;
  for (const { start, end, vocalised } of words) {
    const signs = marksFor(text.slice(start, end), vocalised);
    if (signs === null || start < at) continue;
    copy(at, start);
    let letter = 0;
    for (let i = start; i < end; i++) {
      const unit = text.charAt(i);
      if (MARK.test(unit)) continue;
      add(unit, i);
      let next = i + 1;
      while (next < end && MARK.test(text.charAt(next))) next++;
      // A lengthened letter keeps its signs on the letter itself.
      if (unit !== 'ـ') add(signs[letter++] ?? '', next);
    }
    at = end;
  }
  copy(at, text.length);
  origin.push(text.length);
  return {
    text: shown,
    toScreen: ({ start, end }) => ({ start: letterFrom(origin, start), end: letterFrom(origin, end) }),
    toStored: (offset) => origin[Math.min(offset, shown.length)] ?? text.length,
  };
}

/** Where the first letter that stands for this unit of the text, or for a later one, is shown: behind the signs of the letter before. */
function letterFrom(origin: readonly number[], unit: number): number {
  let low = 0;
  let high = origin.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((origin[middle] as number) < unit) low = middle + 1;
    else high = middle;
  }
  while (low + 1 < origin.length && origin[low + 1] === origin[low]) low++;
  return low;
}
