import type { TextRange } from '../text/range.ts';
import type { Desk } from './desk.ts';

/** Text order of things that begin somewhere: by block, start, the longer first. What has no range comes first. */
export const compareSpots =
  (desk: Pick<Desk, 'order'>) =>
  (a: { readonly range: TextRange | undefined }, b: { readonly range: TextRange | undefined }): number =>
    !a.range || !b.range
      ? Number(b.range === undefined) - Number(a.range === undefined)
      : desk.order(a.range.block) - desk.order(b.range.block) ||
        a.range.start - b.range.start ||
        b.range.end - a.range.end;
