/** What was done last to a kept text, wherever that was, with what takes it back. */
import { create } from 'zustand';
import type { Annotations } from '../core/annotation/carried.ts';

export type DoneToText =
  /** Taken from the shelf: its rows as they were kept. */
  | {
      readonly kind: 'removed';
      readonly title: string;
      readonly forgotten: { readonly head: unknown; readonly body: unknown };
    }
  /** Said anew by the engine, and otherwise than `before`. */
  | { readonly kind: 'reanalysed'; readonly id: string; readonly before: Annotations };

export const useDone = create<{ readonly done: DoneToText | null }>()(() => ({ done: null }));
