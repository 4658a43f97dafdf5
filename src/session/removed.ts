/** The text that was taken from the shelf last, wherever that was done, with what brings it back. */
import { create } from 'zustand';

export interface RemovedText {
  readonly title: string;
  /** Its rows as they were kept. */
  readonly forgotten: { readonly head: unknown; readonly body: unknown };
}

export const useRemoved = create<{ readonly removed: RemovedText | null }>()(() => ({ removed: null }));
