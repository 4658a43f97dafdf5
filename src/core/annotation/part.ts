/** A part of a layer, to be shown or sent by itself. */
import type { QuotationKind } from '../quotation/quotation.ts';
import { namedIn } from './desk.ts';
import type { Layer, LayerQuotation } from './layer.ts';

/** What a quotation must be to stay; null leaves it open. */
export interface Pick {
  readonly speaker: string | null;
  readonly kind: QuotationKind | null;
  readonly tag: string | null;
  /** These alone. */
  readonly quotations: readonly string[] | null;
}

export const EVERYTHING: Pick = { speaker: null, kind: null, tag: null, quotations: null };

const passes = ({ id, speaker, kind, tags }: LayerQuotation, pick: Pick): boolean =>
  (pick.speaker === null || speaker === pick.speaker) &&
  (pick.kind === null || kind === pick.kind) &&
  (pick.tag === null || tags.includes(pick.tag)) &&
  (pick.quotations === null || pick.quotations.includes(id));

/**
 * The layer with these quotations, the entities that they name and those entities' mentions; the layer itself for
 * {@link EVERYTHING}. A quotation whose parent is left out stands by itself.
 */
export function partOf(layer: Layer, pick: Pick): Layer {
  if (Object.values(pick).every((one) => one === null)) return layer;
  const quotations = layer.quotations.filter((quotation) => passes(quotation, pick));
  const ids = new Set(quotations.map(({ id }) => id));
  const named = new Set(quotations.flatMap((quotation) => [...namedIn(quotation)]));
  return {
    ...layer,
    entities: layer.entities.filter(({ id }) => named.has(id)),
    mentions: layer.mentions.filter(({ entity }) => named.has(entity)),
    quotations: quotations.map((quotation) =>
      quotation.parent === null || ids.has(quotation.parent) ? quotation : { ...quotation, parent: null },
    ),
  };
}
