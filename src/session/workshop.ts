/** Which room of the workshop is open over the page, and which layers are painted beside the open one. Plain data. */
import { create } from 'zustand';
import type { TextRange } from '../core/text/range.ts';

export type Room =
  | { readonly kind: 'layers' | 'import' | 'backup' | 'insights' }
  /** `id`: of the codebook to open with. */
  | { readonly kind: 'codebooks'; readonly id: string | null }
  | { readonly kind: 'export' | 'share'; readonly layer: string | null }
  | { readonly kind: 'compare'; readonly left: string; readonly right: string };

/** As many as are told apart in the text. */
export const MOST_SHOWN = 3;

interface Workshop {
  readonly room: Room | null;
  /** Layers shown in the text, in the order in which they were: the contents of their quotations. */
  readonly shown: readonly { readonly layer: string; readonly ranges: readonly TextRange[] }[];
}

export const useWorkshop = create<Workshop>()(() => ({ room: null, shown: [] }));

export const openRoom = (room: Room | null): void => useWorkshop.setState({ room });

/** Shows a layer in the text; of too many the one that was shown first gives way. */
export const showLayer = (layer: string, ranges: readonly TextRange[]): void =>
  useWorkshop.setState(({ shown }) => ({
    shown: [...shown.filter((one) => one.layer !== layer), { layer, ranges }].slice(-MOST_SHOWN),
  }));

export const hideLayer = (layer: string): void =>
  useWorkshop.setState(({ shown }) => ({ shown: shown.filter((one) => one.layer !== layer) }));

export const hideLayers = (): void => useWorkshop.setState({ shown: [] });
