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

/** The annotation that begins after (`by` 1) or before (-1) this one, or this place; null where none does. */
export function beside(
  desk: Desk,
  from: Entry | { readonly block: string; readonly start: number },
  by: 1 | -1,
): Entry | null {
  const place = 'range' in from ? from.range : from;
  const order = desk.order(place.block);
  for (let at = order; at >= 0 && at < desk.blocks.length; at += by) {
    const spots = desk
      .inBlock(desk.blocks[at]?.id ?? '')
      .filter(({ role, piece }) => role === 'mention' || (role === 'content' && piece === 0));
    // Several may lie in one very place: by its own number the one that is meant is left behind, and no other.
    const own =
      at === order && 'range' in from ? spots.findIndex(({ on, id }) => on === from.on && id === from.id) : -1;
    const next =
      own >= 0
        ? spots[own + by]
        : by === 1
          ? spots.find(({ range }) => at !== order || range.start > place.start)
          : spots.findLast(({ range }) => at !== order || range.start < place.start);
    if (next) return { on: next.on, id: next.id, range: next.range };
  }
  return null;
}
