/** A whole layer carried over to an edited text: every range anchored anew, what could not be is listed with all it said. */
import type { Article } from '../article/article.ts';
import type { TextRange } from '../text/range.ts';
import { tidyIn } from './edit.ts';
import type { Layer, LayerMention, LayerQuotation } from './layer.ts';
import { type Anchoring, anchorAll, type Quote, quotesOf } from './reanchor.ts';
import type { Spot } from './desk.ts';

export interface CarriedSpot extends Spot {
  /** `range` is the old one; this is what became of it. */
  readonly now: Anchoring;
}

export interface Carried {
  /** The layer as it fits the new text. */
  readonly layer: Layer;
  /** Every range of the old layer. */
  readonly spots: readonly CarriedSpot[];
  /** Mentions that have no place any more, and quotations none of whose contents has; a quotation that lost a part stays. */
  readonly orphans: { readonly mentions: readonly LayerMention[]; readonly quotations: readonly LayerQuotation[] };
}

/**
 * The layer in the text of `now`. `before` is the text that its ranges fit, where it is at hand; without it only long
 * ranges that stand once can be known again, and the rest are orphans.
 */
export function carry(
  layer: Layer,
  before: Pick<Article, 'blocks'> | null,
  now: Pick<Article, 'blocks' | 'revision'>,
): Carried {
  const spots: Spot[] = [
    ...layer.mentions.map(({ id, range }) => ({ on: 'mentions', id, role: 'mention', piece: 0, range }) as const),
    ...layer.quotations.flatMap(({ id, contents, cue, source }) => {
      const spot = (role: Spot['role']) => (range: TextRange, piece: number) =>
        ({ on: 'quotations', id, role, piece, range }) as const;
      return [
        ...contents.map(spot('content')),
        ...cue.map(spot('cue')),
        ...(source === null ? [] : [source].map(spot('source'))),
      ];
    }),
  ];
  const ranges = spots.map(({ range }) => range);
  const quotes: readonly Quote[] = before
    ? quotesOf(ranges, before.blocks)
    : ranges.map(({ block, start, words }) => ({ block, start, words, before: null, after: null }));
  const anchored = anchorAll(quotes, now.blocks);
  const carried = spots.map((spot, at): CarriedSpot => ({ ...spot, now: anchored[at] as Anchoring }));
  const places = new Map(carried.map((spot) => [`${spot.on} ${spot.id} ${spot.role} ${spot.piece}`, spot.now]));
  const placeOf = (on: Spot['on'], id: string, role: Spot['role'], piece: number): TextRange[] => {
    const found = places.get(`${on} ${id} ${role} ${piece}`);
    return !found || found.kind === 'orphan' ? [] : [found.range];
  };
  const orphans: { mentions: LayerMention[]; quotations: LayerQuotation[] } = { mentions: [], quotations: [] };
  const mentions = layer.mentions.flatMap((mention): LayerMention[] => {
    const [range] = placeOf('mentions', mention.id, 'mention', 0);
    if (!range) orphans.mentions.push(mention);
    return range ? [{ ...mention, range }] : [];
  });
  const kept = layer.quotations.flatMap((quotation): LayerQuotation[] => {
    const { id } = quotation;
    const contents = quotation.contents.flatMap((_, piece) => placeOf('quotations', id, 'content', piece));
    if (contents.length === 0) {
      orphans.quotations.push(quotation);
      return [];
    }
    return [
      {
        ...quotation,
        contents: tidyIn(now.blocks, contents),
        cue: quotation.cue.flatMap((_, piece) => placeOf('quotations', id, 'cue', piece)),
        source: placeOf('quotations', id, 'source', 0)[0] ?? null,
        // A chain of transmission is told by its entities; where its words stand now nobody looked for.
        via: quotation.via.map((link) => ({ ...link, range: null })),
      },
    ];
  });
  const parents = new Map(layer.quotations.map(({ id, parent }) => [id, parent]));
  const here = new Set(kept.map(({ id }) => id));
  const above = (id: string | null): string | null => {
    let up = id;
    while (up !== null && !here.has(up)) up = parents.get(up) ?? null;
    return up;
  };
  const quotations = kept.map((quotation) => ({ ...quotation, parent: above(quotation.parent) }));
  return { layer: { ...layer, revision: now.revision, mentions, quotations }, spots: carried, orphans };
}
