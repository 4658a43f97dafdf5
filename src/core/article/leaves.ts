/**
 * Leaves: the clickable words of a block.
 *
 * A mention, a glossary word and a cue may nest and overlap in any way, but buttons may not, and an element may not begin
 * or end inside a joined Arabic word. So what is clickable is widened to whole words, and where widened stretches meet
 * they are cut, at word edges, into leaves: each leaf is one button that knows everything it stands for.
 */
import type { Span } from '../text/range.ts';
import { widenToWords } from '../text/words.ts';

/** Something that answers a click. `exact` is what is painted; the leaf is what is pressed. UTF-16 offsets in the block. */
export interface Clickable<Kind extends string = string> {
  readonly kind: Kind;
  readonly id: string;
  readonly exact: Span;
}

export interface Leaf<Target extends Clickable = Clickable> {
  readonly start: number;
  readonly end: number;
  /** Innermost first: the shortest exact stretch leads; what is given earlier wins a tie. */
  readonly targets: readonly Target[];
}

/** The leaves of one text, in order, never overlapping, each beginning and ending at white space or the text's edge. */
export function leavesOf<Target extends Clickable>(text: string, targets: readonly Target[]): Leaf<Target>[] {
  const wide = targets
    .filter(({ exact }) => exact.start < exact.end && exact.end <= text.length && exact.start >= 0)
    .map((target) => ({ target, span: widenToWords(text, target.exact) }));
  const edges = [...new Set(wide.flatMap(({ span }) => [span.start, span.end]))].sort((a, b) => a - b);
  const starts = [...wide].sort((a, b) => a.span.start - b.span.start);
  const leaves: Leaf<Target>[] = [];
  let open: typeof wide = [];
  let next = 0;
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i] as number;
    const to = edges[i + 1] as number;
    open = open.filter(({ span }) => span.end > from);
    for (let candidate = starts[next]; candidate && candidate.span.start <= from; candidate = starts[++next])
      open.push(candidate);
    if (open.length === 0) continue;
    const trimmed = trimSpace(text, { start: from, end: to });
    if (trimmed.start >= trimmed.end) continue;
    leaves.push({
      ...trimmed,
      targets: innermostFirst(
        targets,
        open.map(({ target }) => target),
      ),
    });
  }
  return leaves;
}

function innermostFirst<Target extends Clickable>(all: readonly Target[], some: readonly Target[]): Target[] {
  return [...some].sort(
    (a, b) => a.exact.end - a.exact.start - (b.exact.end - b.exact.start) || all.indexOf(a) - all.indexOf(b),
  );
}

function trimSpace(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}
