/** Which room of the workshop is open over the page, and which layers are painted beside the open one. Plain data. */
import { create } from 'zustand';
import type { TextRange } from '../core/text/range.ts';

export type Room =
  | { readonly kind: 'layers' | 'import' | 'backup' | 'insights' }
  /** `id`: of the codebook to open with. */
  | { readonly kind: 'codebooks'; readonly id: string | null }
  | { readonly kind: 'export' | 'share'; readonly layer: string | null }
  | { readonly kind: 'compare'; readonly left: string; readonly right: string };

interface Workshop {
  /** Whether anything of the workshop was asked for: it is fetched then, and stays. */
  readonly needed: boolean;
  readonly room: Room | null;
  /** Layers shown in the text, in the order in which they were: the contents of their quotations. */
  readonly shown: readonly { readonly layer: string; readonly ranges: readonly TextRange[] }[];
}

export const useWorkshop = create<Workshop>()(() => ({ needed: false, room: null, shown: [] }));

export const openRoom = (room: Room | null): void => useWorkshop.setState({ needed: true, room });
