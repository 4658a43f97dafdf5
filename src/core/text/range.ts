/**
 * A stretch of one block's text: UTF-16 code units, `end` exclusive, always with the exact words it covers, so that a
 * range and a text that no longer fit each other are noticed instead of pointing somewhere else.
 */
export interface TextRange {
  readonly block: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** A stretch without its block: what algorithms over a single text work with. UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const covers = (span: Span, offset: number): boolean => offset >= span.start && offset < span.end;

/** Whether the two stretches share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const lengthOf = (span: Span): number => span.end - span.start;

/** What is wrong between a range and the text it claims to be cut from, or null where they agree. */
export type RangeFault = 'outOfBounds' | 'empty' | 'words' | 'splitsCharacter';

export function faultOfRange(range: TextRange, text: string): RangeFault | null {
  const { start, end } = range;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length) return 'outOfBounds';
  if (start >= end) return 'empty';
  if (text.slice(start, end) !== range.words) return 'words';
  // A cut before a combining mark would tear the mark from its letter.
  if (isMark(text, start) || isMark(text, end) || isLowSurrogate(text, start) || isLowSurrogate(text, end)) {
    return 'splitsCharacter';
  }
  return null;
}

const isMark = (text: string, at: number): boolean => at < text.length && /\p{Mn}/u.test(text.charAt(at));
const isLowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};
