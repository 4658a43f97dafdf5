/**
 * The desk: a layer as it is worked on. Every question that a screen asks while somebody tags is a look-up, and a change
 * touches the items it is of and the blocks they stand in, nothing else: an article of 100,000 words with 15,000
 * annotations is changed as fast as a short one.
 */
import type { Block, Entity } from '../article/article.ts';
import { failure, type Result, success } from '../result.ts';
import type { Span, TextRange } from '../text/range.ts';
import { alike, type Change, type Kept, type LayerHead, type Step } from './change.ts';
import type { Layer, LayerMention, LayerQuotation } from './layer.ts';

/** One range of an annotation as it lies in its block. */
export interface Spot {
  readonly on: 'mentions' | 'quotations';
  /** The mention's or the quotation's id. */
  readonly id: string;
  readonly role: 'mention' | 'content' | 'cue' | 'source';
  /** Which piece of the contents or of the cue, from 0. */
  readonly piece: number;
  readonly range: TextRange;
}

/** The step was made for another state: this item is not what the step says it was. */
export interface Stale {
  readonly kind: 'stale';
  readonly on: Change['on'];
  readonly id: string;
}

export interface Desk {
  /** The layer without what it is made of. */
  readonly head: () => LayerHead;
  readonly blocks: readonly Block[];
  readonly block: (id: string) => Block | undefined;
  /** The block's place in the article, from 0; -1 where there is none of that id. */
  readonly order: (blockId: string) => number;
  readonly entity: (id: string) => Entity | undefined;
  readonly mention: (id: string) => LayerMention | undefined;
  readonly quotation: (id: string) => LayerQuotation | undefined;
  readonly entities: () => IterableIterator<Entity>;
  readonly mentions: () => IterableIterator<LayerMention>;
  readonly quotations: () => IterableIterator<LayerQuotation>;
  /** By start, the longer first. The same list until something in the block changes, then another. */
  readonly inBlock: (blockId: string) => readonly Spot[];
  /** What covers this UTF-16 offset of the block, the shortest first. */
  readonly at: (blockId: string, offset: number) => readonly Spot[];
  /** What shares a letter with the stretch, by start. */
  readonly touching: (blockId: string, span: Span) => readonly Spot[];
  /** Ids of the entity's mentions, and of the quotations that name it anywhere. */
  readonly mentionsOf: (entityId: string) => ReadonlySet<string>;
  readonly quotationsOf: (entityId: string) => ReadonlySet<string>;
  /** Ids of the quotations whose parent this one is. */
  readonly childrenOf: (quotationId: string) => ReadonlySet<string>;
  /** An id that this desk never had, such as q13. */
  readonly fresh: (on: keyof Kept) => string;
  /** Makes the step, or nothing of it where the desk is not as the step found it. Tells the blocks that look different. */
  readonly apply: (step: Step) => Result<ReadonlySet<string>, Stale>;
  /** The layer as a file has it: mentions and quotations in text order, entities in the order they came. */
  readonly toLayer: (modified: string) => Layer;
}

const NOTHING: readonly Spot[] = [];
const NOBODY: ReadonlySet<string> = new Set();
const PREFIX: Readonly<Record<keyof Kept, string>> = { entities: 'e', mentions: 'm', quotations: 'q' };

/** A desk for this layer of an article of these blocks. */
export function createDesk(layer: Layer, blocks: readonly Block[]): Desk {
  const places = new Map(blocks.map((block, order) => [block.id, { block, order }]));
  const order = (id: string) => places.get(id)?.order ?? -1;
  let head: LayerHead = pickHead(layer);
  const entities = new Map<string, Entity>();
  const mentions = new Map<string, LayerMention>();
  const quotations = new Map<string, LayerQuotation>();
  const shelves = new Map<string, readonly Spot[]>();
  const mentionsOf = new Map<string, Set<string>>();
  const quotationsOf = new Map<string, Set<string>>();
  const childrenOf = new Map<string, Set<string>>();
  /** When an item first came: an entity that was deleted and brought back stands where it stood. */
  const ranks = new Map<string, number>();
  const counters: Record<keyof Kept, number> = { entities: 0, mentions: 0, quotations: 0 };

  const meet = (on: keyof Kept, id: string) => {
    if (!ranks.has(`${on}/${id}`)) ranks.set(`${on}/${id}`, ranks.size);
    const number = id.startsWith(PREFIX[on]) ? Number(id.slice(1)) : Number.NaN;
    if (Number.isSafeInteger(number)) counters[on] = Math.max(counters[on], number);
  };
  const stand = (spots: readonly Spot[], touched: Set<string>) => {
    for (const spot of spots) {
      const shelf = shelves.get(spot.range.block) ?? NOTHING;
      shelves.set(spot.range.block, shelf.toSpliced(placeOf(shelf, spot), 0, spot));
      touched.add(spot.range.block);
    }
  };
  const clear = (spots: readonly Spot[], touched: Set<string>) => {
    for (const spot of spots) {
      const shelf = shelves.get(spot.range.block) ?? NOTHING;
      const at = placeOf(shelf, spot);
      if (shelf[at] && inRangeOrder(shelf[at], spot) === 0) shelves.set(spot.range.block, shelf.toSpliced(at, 1));
      touched.add(spot.range.block);
    }
  };

  const putMention = (id: string, before: LayerMention | null, after: LayerMention | null, touched: Set<string>) => {
    if (before) {
      clear([spotOf(before)], touched);
      unlink(mentionsOf, before.entity, id);
    }
    if (!after) return void mentions.delete(id);
    meet('mentions', id);
    mentions.set(id, after);
    stand([spotOf(after)], touched);
    link(mentionsOf, after.entity, id);
  };
  const putQuotation = (
    id: string,
    before: LayerQuotation | null,
    after: LayerQuotation | null,
    touched: Set<string>,
  ) => {
    if (before) {
      clear(spotsOf(before), touched);
      for (const entity of namedIn(before)) unlink(quotationsOf, entity, id);
      if (before.parent !== null) unlink(childrenOf, before.parent, id);
    }
    if (!after) return void quotations.delete(id);
    meet('quotations', id);
    quotations.set(id, after);
    stand(spotsOf(after), touched);
    for (const entity of namedIn(after)) link(quotationsOf, entity, id);
    if (after.parent !== null) link(childrenOf, after.parent, id);
  };

  const current = (change: Change) => {
    switch (change.on) {
      case 'layer':
        return head;
      case 'entities':
        return entities.get(change.id) ?? null;
      case 'mentions':
        return mentions.get(change.id) ?? null;
      case 'quotations':
        return quotations.get(change.id) ?? null;
    }
  };
  const make = (change: Change, touched: Set<string>) => {
    switch (change.on) {
      case 'layer':
        head = change.after;
        break;
      case 'entities':
        meet('entities', change.id);
        if (change.after) entities.set(change.id, change.after);
        else entities.delete(change.id);
        break;
      case 'mentions':
        putMention(change.id, change.before, change.after, touched);
        break;
      case 'quotations':
        putQuotation(change.id, change.before, change.after, touched);
        break;
    }
  };

  // The first load fills the shelves in one go: sorting each once is faster than inserting one by one.
  const raw = new Map<string, Spot[]>();
  const shelve = (spots: readonly Spot[]) => {
    for (const spot of spots) {
      const list = raw.get(spot.range.block);
      if (list) list.push(spot);
      else raw.set(spot.range.block, [spot]);
    }
  };
  for (const entity of layer.entities) {
    meet('entities', entity.id);
    entities.set(entity.id, entity);
  }
  for (const mention of layer.mentions) {
    meet('mentions', mention.id);
    mentions.set(mention.id, mention);
    shelve([spotOf(mention)]);
    link(mentionsOf, mention.entity, mention.id);
  }
  for (const quotation of layer.quotations) {
    meet('quotations', quotation.id);
    quotations.set(quotation.id, quotation);
    shelve(spotsOf(quotation));
    for (const entity of namedIn(quotation)) link(quotationsOf, entity, quotation.id);
    if (quotation.parent !== null) link(childrenOf, quotation.parent, quotation.id);
  }
  for (const [id, spots] of raw) shelves.set(id, spots.sort(inRangeOrder));

  const rank = (on: keyof Kept) => (a: { id: string }, b: { id: string }) =>
    (ranks.get(`${on}/${a.id}`) ?? 0) - (ranks.get(`${on}/${b.id}`) ?? 0);
  const inTextOrder = (a: TextRange, b: TextRange) =>
    order(a.block) - order(b.block) || a.start - b.start || b.end - a.end;

  return {
    head: () => head,
    blocks,
    block: (id) => places.get(id)?.block,
    order,
    entity: (id) => entities.get(id),
    mention: (id) => mentions.get(id),
    quotation: (id) => quotations.get(id),
    entities: () => entities.values(),
    mentions: () => mentions.values(),
    quotations: () => quotations.values(),
    inBlock: (id) => shelves.get(id) ?? NOTHING,
    at: (id, offset) =>
      (shelves.get(id) ?? NOTHING)
        .filter(({ range }) => range.start <= offset && offset < range.end)
        .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start)),
    touching: (id, { start, end }) =>
      (shelves.get(id) ?? NOTHING).filter(({ range }) => range.start < end && start < range.end),
    mentionsOf: (id) => mentionsOf.get(id) ?? NOBODY,
    quotationsOf: (id) => quotationsOf.get(id) ?? NOBODY,
    childrenOf: (id) => childrenOf.get(id) ?? NOBODY,
    fresh: (on) => `${PREFIX[on]}${++counters[on]}`,
    apply: (step) => {
      for (const change of step.changes) {
        if (!alike(current(change), change.before)) {
          return failure({ kind: 'stale', on: change.on, id: change.on === 'layer' ? layer.id : change.id });
        }
      }
      const touched = new Set<string>();
      for (const change of step.changes) make(change, touched);
      return success(touched);
    },
    toLayer: (modified) => ({
      ...layer,
      ...head,
      modified,
      entities: [...entities.values()].sort(rank('entities')),
      mentions: [...mentions.values()].sort(rank('mentions')).sort((a, b) => inTextOrder(a.range, b.range)),
      quotations: [...quotations.values()]
        .sort(rank('quotations'))
        .sort((a, b) => inTextOrder(a.contents[0] as TextRange, b.contents[0] as TextRange)),
    }),
  };
}

const pickHead = ({ name, author, codebook, revision }: Layer): LayerHead => ({ name, author, codebook, revision });

const spotOf = ({ id, range }: LayerMention): Spot => ({ on: 'mentions', id, role: 'mention', piece: 0, range });

function spotsOf({ id, contents, cue, source }: LayerQuotation): Spot[] {
  const spot = (role: Spot['role']) => (range: TextRange, piece: number) =>
    ({ on: 'quotations', id, role, piece, range }) as const;
  return [
    ...contents.map(spot('content')),
    ...cue.map(spot('cue')),
    ...(source === null ? [] : [source].map(spot('source'))),
  ];
}

/** Every entity that a quotation names, in whatever part. */
export const namedIn = ({ speaker, addressee, about, via }: LayerQuotation): Set<string> =>
  new Set([speaker, addressee, ...about, ...via.map(({ entity }) => entity)].filter((id) => id !== null));

/** By start, the longer first; then by what tells two spots of one range apart, so that each has one place. */
function inRangeOrder(a: Spot, b: Spot): number {
  return (
    a.range.start - b.range.start ||
    b.range.end - a.range.end ||
    compare(a.on, b.on) ||
    compare(a.id, b.id) ||
    compare(a.role, b.role) ||
    a.piece - b.piece
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function placeOf(shelf: readonly Spot[], spot: Spot): number {
  let low = 0;
  let high = shelf.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inRangeOrder(shelf[middle] as Spot, spot) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function link(map: Map<string, Set<string>>, key: string, id: string): void {
  const set = map.get(key);
  if (set) set.add(id);
  else map.set(key, new Set([id]));
}

function unlink(map: Map<string, Set<string>>, key: string, id: string): void {
  const set = map.get(key);
  set?.delete(id);
  if (set?.size === 0) map.delete(key);
}
