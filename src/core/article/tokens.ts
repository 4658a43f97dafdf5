/**
 * The words of an article as one line of tokens: what agreement is counted on.
 *
 * A token is a white-space-delimited piece with at least one letter or digit, as words are counted everywhere here. A range
 * that covers part of a token (a name without its attached و) covers the token: two hands that differ by a clitic agree on
 * the word, and the difference is still told as one of edges.
 */
import type { Block } from './article.ts';
import type { TextRange } from '../text/range.ts';

/** A stretch of tokens, by index in the article; `end` exclusive. */
export interface TokenSpan {
  readonly start: number;
  readonly end: number;
}

export interface Tokens {
  readonly count: number;
  /** The tokens that a range touches. One that touches none (marks alone) has the last before it; empty only where the block is unknown or has no word. */
  readonly of: (range: TextRange) => TokenSpan;
  /** The tokens of several ranges, in order, each once. */
  readonly all: (ranges: readonly TextRange[]) => number[];
}

const NOTHING: TokenSpan = { start: 0, end: 0 };

const known = new WeakMap<readonly Block[], Tokens>();

/** Cuts the blocks once, however often it is asked for the same ones; every question is then a binary search. */
export function tokensOf(blocks: readonly Block[]): Tokens {
  const before = known.get(blocks);
  if (before) return before;
  const made = cut(blocks);
  known.set(blocks, made);
  return made;
}

function cut(blocks: readonly Block[]): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const placeOf = new Map<string, TokenSpan>();
  for (const block of blocks) {
    const start = starts.length;
    for (const { 0: piece, index } of block.text.matchAll(/\S+/g)) {
      if (!/[\p{L}\p{N}]/u.test(piece)) continue;
      starts.push(index);
      ends.push(index + piece.length);
    }
    placeOf.set(block.id, { start, end: starts.length });
  }
  /** The first token of the block, from `low`, for which the edge lies beyond the offset. */
  const first = (edges: readonly number[], { start, end }: TokenSpan, beyond: (edge: number) => boolean) => {
    let low = start;
    let high = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (beyond(edges[middle] as number)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const of = (range: TextRange): TokenSpan => {
    const place = placeOf.get(range.block);
    if (!place || place.start === place.end) return NOTHING;
    const start = first(ends, place, (end) => end > range.start);
    const end = first(starts, place, (at) => at >= range.end);
    if (start < end) return { start, end };
    const before = Math.max(start - 1, place.start);
    return { start: before, end: before + 1 };
  };
  return {
    count: starts.length,
    of,
    all: (ranges) => {
      const found = new Set<number>();
      for (const range of ranges) {
        const { start, end } = of(range);
        for (let at = start; at < end; at++) found.add(at);
      }
      return [...found].sort((a, b) => a - b);
    },
  };
}
