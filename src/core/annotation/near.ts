/** Where a part belongs when nobody said to which quotation. */
import type { TextRange } from '../text/range.ts';
import type { Desk } from './desk.ts';

/**
 * The quotation with a part nearest to the range: in its block, by letters between the two; else in the blocks beside it,
 * the one before first. Null where none is so near. Of two that are as near, the one whose part is the shorter.
 */
export function nearestQuotation(desk: Desk, { block, start, end }: Omit<TextRange, 'words'>): string | null {
  const order = desk.order(block);
  const near = (id: string | undefined, distance: (from: number, to: number) => number): string | null => {
    const spots = (id === undefined ? [] : desk.inBlock(id)).filter(({ on }) => on === 'quotations');
    const ranked = spots
      .map((spot) => ({ spot, far: distance(spot.range.start, spot.range.end) }))
      .sort((a, b) => a.far - b.far || a.spot.range.end - a.spot.range.start - (b.spot.range.end - b.spot.range.start));
    return ranked[0]?.spot.id ?? null;
  };
  return (
    near(block, (from, to) => Math.max(0, from - end, start - to)) ??
    near(desk.blocks[order - 1]?.id, (_, to) => -to) ??
    near(desk.blocks[order + 1]?.id, (from) => from)
  );
}
