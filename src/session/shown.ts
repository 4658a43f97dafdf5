/** Layers painted in the text beside the open one. */
import type { TextRange } from '../core/text/range.ts';
import { useWorkshop } from './workshop.ts';

/** As many as are told apart in the text. */
const MOST_SHOWN = 3;

/** Shows a layer in the text; of too many the one that was shown first gives way. */
export const showLayer = (layer: string, ranges: readonly TextRange[]): void =>
  useWorkshop.setState(({ shown }) => ({
    shown: [...shown.filter((one) => one.layer !== layer), { layer, ranges }].slice(-MOST_SHOWN),
  }));

export const hideLayer = (layer: string): void =>
  useWorkshop.setState(({ shown }) => ({ shown: shown.filter((one) => one.layer !== layer) }));

export const hideLayers = (): void => useWorkshop.setState({ shown: [] });
