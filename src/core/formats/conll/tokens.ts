import type { Span } from '../../text/range.ts';

/** Letters with their marks, digits and joining controls are one token; any other character that is no space is one. */
const TOKEN = /(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*)|(?:[^\s][\p{M}\p{Cf}]*)/gu;

/** The tokens of a block: white-space-delimited words, their punctuation apart. Clitics stay with their word. */
export function tokensOf(text: string): Span[] {
  return [...text.matchAll(TOKEN)].map(({ index, 0: token }) => ({ start: index, end: index + token.length }));
}
