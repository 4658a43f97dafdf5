/**
 * What becomes of the work on the open layer: whether it is kept, what waits, what could not be. Plain data, told by whoever
 * keeps it (app/keeper) to whoever shows it.
 */
import { create } from 'zustand';
import type { Step } from '../core/annotation/change.ts';

interface Keeping {
  /** Of the open layer; null while none is, or it is not of the store. */
  readonly layer: string | null;
  /** `memory`: until the page is left. `newer`: a newer app wrote what is kept here, nothing is written. Null: unknown yet. */
  readonly mode: 'kept' | 'newer' | 'memory' | null;
  /** Why the last writing failed; null where it did not. */
  readonly fault: 'full' | 'newer' | 'failed' | 'gone' | null;
  /** Steps that were made and are not kept yet. */
  readonly waiting: number;
  /** Steps that another tab left no ground for: they are nowhere but here. */
  readonly aside: readonly Step[];
  /** Records of this layer that could not be read when it was opened. */
  readonly damaged: number;
  /** Whether the browser refused to promise that it will not clear what is kept; null before it was asked. */
  readonly lasting: boolean | null;
}

export const NOT_KEEPING: Keeping = {
  layer: null,
  mode: null,
  fault: null,
  waiting: 0,
  aside: [],
  damaged: 0,
  lasting: null,
};

export const useKeeping = create<Keeping>()(() => NOT_KEEPING);
