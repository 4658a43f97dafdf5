/** What was decided about other hands' layers: proposals that were turned down, and differences that were settled. */
import * as v from 'valibot';
import type { Decision } from '../core/agreement/adjudicate.ts';
import type { Rejections } from '../core/annotation/review.ts';
import { layerSchema } from '../core/annotation/schema.ts';
import { list } from '../core/dataset/schema.ts';
import type { Store } from './database.ts';

const code = v.pipe(v.string(), v.maxLength(200));
export const reviewRow = v.object({
  key: v.string(),
  rejections: list(v.object({ words: code, around: code, place: code })),
});
const { mentions, quotations } = layerSchema.entries;
const item = v.pipe(v.string(), v.maxLength(400));
export const decisionRow = v.object({
  key: v.string(),
  decisions: list(
    v.union([
      v.object({ item, choice: v.picklist(['left', 'right', 'both', 'neither']) }),
      v.object({ item, choice: v.literal('mended'), quotation: quotations.pipe[0].item }),
      v.object({ item, choice: v.literal('mended'), mention: mentions.pipe[0].item }),
    ]),
  ),
});

const pair = (one: string, other: string): string => `${one}/${other}`;

/** What was turned down in reviewing other layers for this one; nothing where that cannot be read. */
export async function keptRejections(store: Pick<Store, 'get'>, layer: string): Promise<Rejections> {
  const read = v.safeParse(reviewRow, await store.get('reviews', layer));
  return read.success ? read.output.rejections : [];
}

export const keepRejections = (store: Store, layer: string, rejections: Rejections): Promise<void> =>
  store.change('reviews', layer, () => ({ key: layer, rejections }));

/** What was decided between two layers. */
export async function keptDecisions(
  store: Pick<Store, 'get'>,
  left: string,
  right: string,
): Promise<readonly Decision[]> {
  const read = v.safeParse(decisionRow, await store.get('decisions', pair(left, right)));
  return read.success ? read.output.decisions : [];
}

export const keepDecisions = (
  store: Store,
  left: string,
  right: string,
  decisions: readonly Decision[],
): Promise<void> => store.change('decisions', pair(left, right), () => ({ key: pair(left, right), decisions }));
