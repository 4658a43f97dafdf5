/** How two hands drew the edges of one thing: the words that only one of them took in. */
import type { Block } from '../article/article.ts';
import type { Span, TextRange } from '../text/range.ts';

export interface EdgeDifference {
  /** Who has these words. */
  readonly side: 'left' | 'right';
  /** Before what both have, after it, or between; `whole` where both have nothing in common in this block. */
  readonly place: 'start' | 'middle' | 'end' | 'whole';
  readonly range: TextRange;
}

/** The stretches that only one has, in text order; white space alone is no difference. Blocks that are not known are passed over. */
export function edgesOf(
  blocks: ReadonlyMap<string, Block>,
  left: readonly TextRange[],
  right: readonly TextRange[],
): EdgeDifference[] {
  const differences: EdgeDifference[] = [];
  for (const id of new Set([...left, ...right].map(({ block }) => block))) {
    const text = blocks.get(id)?.text;
    if (text === undefined) continue;
    const lefts = joined(left.filter(({ block }) => block === id));
    const rights = joined(right.filter(({ block }) => block === id));
    const shared = lefts.flatMap((one) =>
      rights.flatMap((other) => {
        const span = { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
        return span.start < span.end ? [span] : [];
      }),
    );
    const first = shared[0]?.start;
    const last = shared.at(-1)?.end;
    for (const [side, own, theirs] of [
      ['left', lefts, rights],
      ['right', rights, lefts],
    ] as const) {
      for (const { start, end } of without(own, theirs)) {
        const words = text.slice(start, end);
        if (words.trim() === '') continue;
        const place =
          first === undefined || last === undefined
            ? 'whole'
            : end <= first
              ? 'start'
              : start >= last
                ? 'end'
                : 'middle';
        differences.push({ side, place, range: { block: id, start, end, words } });
      }
    }
  }
  return differences;
}

/** In order, those that touch made one. */
function joined(spans: readonly Span[]): Span[] {
  const made: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = made.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else made.push({ start, end });
  }
  return made;
}

/** What is left of the spans when the others are taken out; both in order, not overlapping among themselves. */
function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const left: Span[] = [];
  for (const span of spans) {
    let from = span.start;
    for (const { start, end } of taken) {
      if (end <= from || start >= span.end) continue;
      if (start > from) left.push({ start: from, end: start });
      from = end;
    }
    if (from < span.end) left.push({ start: from, end: span.end });
  }
  return left;
}
