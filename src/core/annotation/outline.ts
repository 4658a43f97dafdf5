/** All annotations of a layer in text order, for a list: each once, where it begins. */
import type { TextRange } from '../text/range.ts';
import type { Desk } from './desk.ts';
import type { Target } from './tagging.ts';

export interface Entry extends Target {
  /** The mention, or the first piece of what was said. */
  readonly range: TextRange;
}

/** Walks the blocks as they stand: what the desk holds sorted is not sorted again. */
export function outline(desk: Desk, on: Target['on'] | null = null): Entry[] {
  const entries: Entry[] = [];
  for (const { id: block } of desk.blocks) {
    for (const spot of desk.inBlock(block)) {
      if (spot.role !== 'mention' && (spot.role !== 'content' || spot.piece > 0)) continue;
      if (on === null || spot.on === on) entries.push({ on: spot.on, id: spot.id, range: spot.range });
    }
  }
  return entries;
}

/** The annotation that begins after (`by` 1) or before (-1) this place; null where none does. */
export function beside(
  desk: Desk,
  from: Omit<TextRange, 'words' | 'end'> & { readonly end?: number },
  by: 1 | -1,
): Entry | null {
  const order = desk.order(from.block);
  const isPast = (range: TextRange) =>
    range.block !== from.block ||
    (by === 1
      ? range.start > from.start || (range.start === from.start && range.end < (from.end ?? 0))
      : range.start < from.start || (range.start === from.start && range.end > (from.end ?? Number.MAX_SAFE_INTEGER)));
  for (let at = order; at >= 0 && at < desk.blocks.length; at += by) {
    const spots = desk
      .inBlock(desk.blocks[at]?.id ?? '')
      .filter(({ role, piece, range }) => (role === 'mention' || (role === 'content' && piece === 0)) && isPast(range));
    const spot = by === 1 ? spots[0] : spots.at(-1);
    if (spot) return { on: spot.on, id: spot.id, range: spot.range };
  }
  return null;
}
