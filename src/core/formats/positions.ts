import { type Article, plainText } from '../article/article.ts';
import type { TextRange } from '../text/range.ts';

/** Offsets in the plain text of an article, both ways. */
export interface Positions {
  /** The blocks joined by their line breaks. */
  readonly text: string;
  /** UTF-16 offsets in `text` of a range; undefined where the article has no such block. */
  readonly plain: (range: Pick<TextRange, 'block' | 'start' | 'end'>) => { start: number; end: number } | undefined;
  /** The stretch of `text` as ranges, one for each block that it touches; none where it lies outside or between blocks. */
  readonly ranges: (start: number, end: number) => TextRange[];
}

export function createPositions(article: Pick<Article, 'blocks'>): Positions {
  const starts = new Map<string, number>();
  const places: { id: string; text: string; start: number }[] = [];
  let length = 0;
  for (const block of article.blocks) {
    length += block.gap;
    starts.set(block.id, length);
    places.push({ id: block.id, text: block.text, start: length });
    length += block.text.length;
  }
  return {
    text: plainText(article),
    plain: ({ block, start, end }) => {
      const from = starts.get(block);
      return from === undefined ? undefined : { start: from + start, end: from + end };
    },
    ranges: (start, end) => {
      if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > length) return [];
      let low = 0;
      let high = places.length;
      // The last block that begins at or before the start.
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((places[middle]?.start ?? 0) <= start) low = middle + 1;
        else high = middle;
      }
      const found: TextRange[] = [];
      for (let at = Math.max(0, low - 1); at < places.length; at++) {
        const block = places[at];
        if (!block || block.start >= end) break;
        const from = Math.max(0, start - block.start);
        const to = Math.min(block.text.length, end - block.start);
        if (from < to) found.push({ block: block.id, start: from, end: to, words: block.text.slice(from, to) });
      }
      return found;
    },
  };
}

/** UTF-16 offsets as code points and back. An offset inside a surrogate pair counts as the pair's beginning. */
export interface CodePoints {
  readonly fromUnits: (offset: number) => number;
  readonly toUnits: (points: number) => number;
}

export function createCodePoints(text: string): CodePoints {
  // Where each pair begins, in units; pair n begins at `pairs[n] - n` in code points.
  const pairs: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if ((text.codePointAt(at) ?? 0) > 0xffff) pairs.push(at++);
  }
  const below = (limit: number, value: (index: number) => number): number => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value(middle) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    // A pair that the offset lies inside is counted too, which takes the offset back to the pair's beginning.
    fromUnits: (offset) => offset - below(offset, (index) => pairs[index] as number),
    toUnits: (points) => points + below(points, (index) => (pairs[index] as number) - index),
  };
}

/** How many UTF-16 units of the surroundings are kept with a quotation's words. */
const AROUND = 32;

/** The letters before and after a stretch of a text, never half a surrogate pair. */
export function surroundings(text: string, start: number, end: number): { prefix: string; suffix: string } {
  const isLow = (at: number) => at > 0 && at < text.length && /[\udc00-\udfff]/.test(text.charAt(at));
  let from = Math.max(0, start - AROUND);
  let to = Math.min(text.length, end + AROUND);
  if (isLow(from)) from++;
  if (isLow(to)) to--;
  return { prefix: text.slice(Math.min(from, start), start), suffix: text.slice(end, Math.max(to, end)) };
}
