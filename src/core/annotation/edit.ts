/** What all edits share: how they fail, and how a stretch becomes a range that can be trusted. An edit is a step that was not made yet. */
import type { Block } from '../article/article.ts';
import { failure, type Result, success } from '../result.ts';
import { faultOfRange, type Span, type TextRange } from '../text/range.ts';
import type { Change, Kept, Step } from './change.ts';
import type { Desk } from './desk.ts';

export type EditFault =
  /** There is no quotation, mention, entity, tag or piece of that name. */
  | { readonly kind: 'unknown'; readonly what: keyof Kept | 'tag' | 'piece'; readonly id: string }
  /** The stretch is empty, outside of its block, tears a mark from its letter, or carries other words than stand there. */
  | { readonly kind: 'range' }
  /** The quotation would stand inside itself. */
  | { readonly kind: 'cycle'; readonly id: string }
  /** It is the last piece: what has no words is no quotation. */
  | { readonly kind: 'lastPiece' }
  /** There is nothing on one of the two sides. */
  | { readonly kind: 'nothingToSplit' }
  /** These words are already a mention. */
  | { readonly kind: 'taken'; readonly id: string }
  /** All mentions would leave the entity: rename it instead. */
  | { readonly kind: 'nothingLeft' }
  /** Nothing would be other than it is. */
  | { readonly kind: 'unchanged' };

export type Edit = Result<Step, EditFault>;

export const unknown = (what: keyof Kept | 'tag' | 'piece', id: string) =>
  failure({ kind: 'unknown', what, id } as const);

/** The step, or `unchanged` where it would change nothing. */
export const edit = (step: Step): Edit => (step.changes.length === 0 ? failure({ kind: 'unchanged' }) : success(step));

/** The change from one state of an item to another; null for an item that is not there. */
export const put = <On extends keyof Kept>(on: On, before: Kept[On] | null, after: Kept[On] | null): Change =>
  // One of the two is there; the compiler cannot tie the list's name to the item's kind.
  ({ on, id: (before ?? after)?.id ?? '', before, after }) as Change;

/** The stretch of a block with its words; a fault where it cannot be one. */
export function rangeOf(desk: Desk, block: string, { start, end }: Span): Result<TextRange, EditFault> {
  const text = desk.block(block)?.text ?? '';
  const range = { block, start, end, words: text.slice(start, end) };
  return faultOfRange(range, text) === null ? success(range) : failure({ kind: 'range' });
}

/** Whether every range fits the text of the desk. */
export const fits = (desk: Desk, ranges: readonly TextRange[]): boolean =>
  ranges.every((range) => faultOfRange(range, desk.block(range.block)?.text ?? '') === null);

/** The ranges in text order; those that share a letter, or touch, are one. Words are those of the text. */
export const tidy = (desk: Desk, ranges: readonly TextRange[]): TextRange[] => tidyIn(desk.blocks, ranges);

/** The same for blocks that are on no desk. */
export function tidyIn(blocks: readonly Block[], ranges: readonly TextRange[]): TextRange[] {
  if (ranges.length === 1) return [...ranges];
  const order = new Map(blocks.map(({ id }, at) => [id, at]));
  const at = ({ block }: TextRange) => order.get(block) ?? -1;
  const tidied: TextRange[] = [];
  for (const { block, start, end } of [...ranges].sort((a, b) => at(a) - at(b) || a.start - b.start)) {
    const last = tidied.at(-1);
    const joined = last?.block === block && last.end >= start;
    const span = joined ? { start: last.start, end: Math.max(last.end, end) } : { start, end };
    if (joined) tidied.pop();
    const text = blocks[order.get(block) ?? -1]?.text ?? '';
    tidied.push({ block, ...span, words: text.slice(span.start, span.end) });
  }
  return tidied;
}
