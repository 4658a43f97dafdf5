/**
 * The gold layer of two: what both say is taken, and of each difference somebody decides. Decisions are plain data, and the
 * layer is made of them anew each time, so that taking a decision back is leaving it out.
 */
import type { Layer, LayerMention, LayerQuotation } from '../annotation/layer.ts';
import type { Entity } from '../article/article.ts';
import type { Comparison, Item, MentionItem, QuotationItem } from './compare.ts';

export type Choice = 'left' | 'right' | 'both' | 'neither';

/** `item` is the id of an {@link Item}. What was mended speaks of entities and quotations by the gold layer's ids ({@link goldNames}). */
export type Decision =
  | { readonly item: string; readonly choice: Choice }
  | { readonly item: string; readonly choice: 'mended'; readonly quotation: LayerQuotation }
  | { readonly item: string; readonly choice: 'mended'; readonly mention: LayerMention };

export interface Gold {
  readonly layer: Layer;
  /** Differences that nobody has decided yet, in text order, quotations first: they are not in the layer. */
  readonly open: readonly Item[];
  readonly decided: number;
  /** Agreed ones, that need no decision. */
  readonly agreed: number;
}

/** The decisions with this one in the place of an earlier one on the same item. */
export const decide = (decisions: readonly Decision[], decision: Decision): readonly Decision[] => [
  ...decisions.filter(({ item }) => item !== decision.item),
  decision,
];

export const isAgreed = ({ classes }: Item): boolean => classes[0] === 'match';

/** What an id of either layer is called in the gold one. */
export interface GoldNames {
  readonly entity: Readonly<Record<'left' | 'right', ReadonlyMap<string, string>>>;
  readonly quotation: Readonly<Record<'left' | 'right', ReadonlyMap<string, string>>>;
}

/** The left layer's ids stay; what only the right one has keeps its own, or gets a number where that is taken. */
export function goldNames({ left, right, entities }: Comparison): GoldNames {
  const entity = namesFor(left.entities, right.entities);
  for (const [theirs, ours] of entities.toLeft) entity.right.set(theirs, ours);
  return { entity, quotation: namesFor(left.quotations, right.quotations) };
}

function namesFor(lefts: readonly { readonly id: string }[], rights: readonly { readonly id: string }[]) {
  const taken = new Set([...lefts, ...rights].map(({ id }) => id));
  const ours = new Set(lefts.map(({ id }) => id));
  const right = new Map(
    rights.map(({ id }): [string, string] => {
      if (!ours.has(id)) return [id, id];
      // Room for the number within the longest id that a layer may have.
      let name = '';
      for (let number = 2; name === '' || taken.has(name); number++) name = `${id.slice(0, 70)}-${number}`;
      taken.add(name);
      return [id, name];
    }),
  );
  return { left: new Map(lefts.map(({ id }): [string, string] => [id, id])), right };
}

export type GoldHead = Pick<Layer, 'id' | 'name' | 'author' | 'created' | 'modified' | 'codebook'>;

/** The gold layer as the decisions make it. A decision on an item that is not there, or is agreed, changes nothing. */
export function goldLayer(comparison: Comparison, decisions: readonly Decision[], head: GoldHead): Gold {
  const names = goldNames(comparison);
  const decided = new Map(decisions.map((decision) => [decision.item, decision]));
  const items: readonly Item[] = [...comparison.quotations, ...comparison.mentions];
  const choiceOf = (item: Item): Decision['choice'] | null =>
    isAgreed(item) ? 'left' : (decided.get(item.id)?.choice ?? null);

  const quotations = quotationsOf(comparison.quotations, decided, choiceOf, names);
  const mentions = mentionsOf(comparison.mentions, decided, choiceOf, names);
  const open = items.filter((item) => choiceOf(item) === null);
  const agreed = items.filter(isAgreed).length;
  return {
    layer: {
      format: 'isnad-layer',
      version: 1,
      ...head,
      article: comparison.left.article,
      revision: comparison.left.revision,
      kind: 'gold',
      entities: entitiesOf(comparison, names, quotations, mentions),
      mentions,
      quotations,
    },
    open,
    agreed,
    decided: items.length - open.length - agreed,
  };
}

type Decided = ReadonlyMap<string, Decision>;
type ChoiceOf = (item: Item) => Decision['choice'] | null;

function quotationsOf(
  items: readonly QuotationItem[],
  decided: Decided,
  choiceOf: ChoiceOf,
  names: GoldNames,
): LayerQuotation[] {
  // Under which gold id a quotation of either side stands, if it does; its parent is looked for through it.
  const standing = { left: new Map<string, string>(), right: new Map<string, string>() };
  const parents = { left: new Map<string, string | null>(), right: new Map<string, string | null>() };
  const taken: {
    readonly side: 'left' | 'right' | 'mended';
    readonly id: string;
    readonly quotation: LayerQuotation;
  }[] = [];
  for (const item of items) {
    if (item.left) parents.left.set(item.left.id, item.left.parent);
    if (item.right) parents.right.set(item.right.id, item.right.parent);
    const choice = choiceOf(item);
    const decision = decided.get(item.id);
    if (choice === 'mended' && decision && 'quotation' in decision) {
      const { quotation } = decision;
      taken.push({ side: 'mended', id: quotation.id, quotation });
      if (item.left) standing.left.set(item.left.id, quotation.id);
      if (item.right) standing.right.set(item.right.id, quotation.id);
      continue;
    }
    for (const side of ['left', 'right'] as const) {
      const quotation = item[side];
      if (!quotation || (choice !== side && choice !== 'both')) continue;
      const id = names.quotation[side].get(quotation.id) as string;
      taken.push({ side, id, quotation });
      standing[side].set(quotation.id, id);
      const other = side === 'left' ? 'right' : 'left';
      const partner = item[other];
      if (partner && choice !== 'both') standing[other].set(partner.id, id);
    }
  }
  const parentOf = (side: 'left' | 'right', quotation: LayerQuotation): string | null => {
    // A parent that was not taken is passed over for its own; a circle of parents ends nowhere.
    const seen = new Set<string>();
    for (let at = quotation.parent; at !== null && !seen.has(at); at = parents[side].get(at) ?? null) {
      const there = standing[side].get(at);
      if (there !== undefined) return there;
      seen.add(at);
    }
    return null;
  };
  // The right one's own id for a name of the gold layer: a mended quotation speaks of its parent by that.
  const ofRight = new Map([...names.quotation.right].map(([id, name]) => [name, id]));
  const standingIds = new Set(taken.map(({ id }) => id));
  const parentOfMended = (quotation: LayerQuotation): string | null => {
    const { parent } = quotation;
    if (parent === null || standingIds.has(parent)) return parent;
    if (parents.left.has(parent)) return parentOf('left', quotation);
    return parentOf('right', { ...quotation, parent: ofRight.get(parent) ?? null });
  };
  return withoutRings(
    taken.map(({ side, id, quotation }): LayerQuotation => {
      if (side === 'mended') return { ...quotation, parent: parentOfMended(quotation) };
      const entity = (theirs: string) => names.entity[side].get(theirs) ?? theirs;
      return {
        ...quotation,
        id,
        speaker: quotation.speaker === null ? null : entity(quotation.speaker),
        addressee: quotation.addressee === null ? null : entity(quotation.addressee),
        about: [...new Set(quotation.about.map(entity))],
        parent: parentOf(side, quotation),
        via: quotation.via.map((link) => ({ ...link, entity: entity(link.entity) })),
      };
    }),
  );
}

/** Of two that each side puts into the other, one from here and one from there, the later has no parent. */
function withoutRings(quotations: readonly LayerQuotation[]): LayerQuotation[] {
  const parents = new Map<string, string | null>();
  return quotations.map((quotation) => {
    let up: string | null = quotation.parent;
    while (up !== null && up !== quotation.id) up = parents.get(up) ?? null;
    const parent = up === null ? quotation.parent : null;
    parents.set(quotation.id, parent);
    return parent === quotation.parent ? quotation : { ...quotation, parent };
  });
}

function mentionsOf(
  items: readonly MentionItem[],
  decided: Decided,
  choiceOf: ChoiceOf,
  names: GoldNames,
): LayerMention[] {
  const used = new Set(items.flatMap(({ left }) => left?.id ?? []));
  return items.flatMap((item) => {
    const choice = choiceOf(item);
    const decision = decided.get(item.id);
    if (choice === 'mended' && decision && 'mention' in decision) return [decision.mention];
    const made: LayerMention[] = [];
    if (item.left && (choice === 'left' || choice === 'both')) {
      made.push(item.left);
    }
    if (item.right && (choice === 'right' || choice === 'both')) {
      let id = item.right.id;
      for (let number = 2; used.has(id); number++) id = `${item.right.id.slice(0, 70)}-${number}`;
      used.add(id);
      made.push({ ...item.right, id, entity: names.entity.right.get(item.right.entity) ?? item.right.entity });
    }
    return made;
  });
}

/** Those that both layers know, and those that something taken speaks of. Of one known to both the forms of its name are joined. */
function entitiesOf(
  { left, right, entities }: Comparison,
  names: GoldNames,
  quotations: readonly LayerQuotation[],
  mentions: readonly LayerMention[],
): Entity[] {
  const spoken = new Set<string | null>(mentions.map(({ entity }) => entity));
  for (const { speaker, addressee, about, via } of quotations) {
    for (const id of [speaker, addressee, ...about, ...via.map(({ entity }) => entity)]) spoken.add(id);
  }
  const theirs = new Map(right.entities.map((entity) => [entity.id, entity]));
  const kept = left.entities.flatMap((entity) => {
    const other = theirs.get(entities.toRight.get(entity.id) ?? '');
    if (!other && !spoken.has(entity.id)) return [];
    return [other ? { ...entity, aliases: [...new Set([...entity.aliases, ...other.aliases])] } : entity];
  });
  const added = right.entities.flatMap((entity) => {
    const id = names.entity.right.get(entity.id) as string;
    return !entities.toLeft.has(entity.id) && spoken.has(id) ? [{ ...entity, id }] : [];
  });
  return [...kept, ...added];
}
