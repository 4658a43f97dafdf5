/**
 * Mending a difference: neither side is right as it is, so that its parts are taken from the one or from the other, the
 * speaker from here and the edges from there. What comes of it is one decision, of the gold layer's ids.
 */
import type { LayerMention, LayerQuotation } from '../annotation/layer.ts';
import type { Block } from '../article/article.ts';
import type { TextRange } from '../text/range.ts';
import { type Decision, goldNames, isAgreed } from './adjudicate.ts';
import type { Comparison, Field, Item, MentionItem, QuotationItem } from './compare.ts';

export type Side = 'left' | 'right';
/** A field, or the words: all of them, or where each of two single pieces begins and ends. */
export type Part = 'words' | 'start' | 'end' | Exclude<Field, 'type'>;
/** From which side each part is taken. */
export type Taken = Readonly<Partial<Record<Part, Side>>>;

/** What can be taken from either side: nothing where one of them has nothing, or the two agree. */
export function partsOf(item: Item): Part[] {
  if (!item.left || !item.right || isAgreed(item)) return [];
  const [one, other] = [wordsOf(item.left), wordsOf(item.right)];
  const [first, second] = [one[0], other[0]];
  const single = one.length === 1 && other.length === 1 && first?.block === second?.block;
  const bothEdges = single && first?.start !== second?.start && first?.end !== second?.end;
  const edges: Part[] = item.edges.length === 0 ? [] : bothEdges ? ['start', 'end'] : ['words'];
  return [...edges, ...item.fields.flatMap((field) => (field === 'type' ? [] : [field]))];
}

/** The item with each part from the side that is named (the left where none is), or null where the edges leave no words. */
export function mend(blocks: readonly Block[], comparison: Comparison, item: Item, taken: Taken): Decision | null {
  const names = goldNames(comparison);
  const entity = (side: Side, id: string) => names.entity[side].get(id) ?? id;
  const from = (part: Part): Side => taken[part] ?? 'left';
  const edges = edgesFrom(blocks, item, taken);
  const [edge] = edges ?? [];
  if (!edges || !edge) return null;
  if (item.subject === 'mention') {
    const { left, right } = item;
    if (!left || !right) return null;
    const sides = { left, right };
    const mention: LayerMention = {
      ...left,
      range: edge,
      entity: entity(from('entity'), sides[from('entity')].entity),
      tags: sides[from('tags')].tags,
    };
    return { item: item.id, choice: 'mended', mention };
  }
  const { left, right } = item;
  if (!left || !right) return null;
  const sides = { left, right };
  const of = <Key extends keyof LayerQuotation>(part: Part & Key): LayerQuotation[Key] => sides[from(part)][part];
  const person = (part: 'speaker' | 'addressee') => {
    const id = of(part);
    return id === null ? null : entity(from(part), id);
  };
  const parent = of('parent');
  const speaker = sides[from('speaker')];
  const quotation: LayerQuotation = {
    ...left,
    contents: edges,
    cue: of('cue'),
    source: of('source'),
    kind: of('kind'),
    verb: of('verb'),
    speaker: person('speaker'),
    // Why this speaker, and through whom, goes with the speaker.
    reason: speaker.reason,
    via: speaker.via.map((link) => ({ ...link, entity: entity(from('speaker'), link.entity) })),
    addressee: person('addressee'),
    about: [...new Set(of('about').map((id) => entity(from('about'), id)))],
    parent: parent === null ? null : (names.quotation[from('parent')].get(parent) ?? null),
    tags: of('tags'),
    provenance: { by: 'reader', rule: null, confidence: null },
  };
  return { item: item.id, choice: 'mended', quotation };
}

/** From which sides a mended item was put together, for as far as it tells: a part that is as the right has it, and not the left. */
export function takenFor(blocks: readonly Block[], comparison: Comparison, item: Item, decision: Decision): Taken {
  if (decision.choice === 'right') return Object.fromEntries(partsOf(item).map((part) => [part, 'right']));
  if (decision.choice !== 'mended') return {};
  let taken: Taken = {};
  for (const part of partsOf(item)) {
    const [as, other] = [
      mend(blocks, comparison, item, { ...taken, [part]: 'left' }),
      mend(blocks, comparison, item, { ...taken, [part]: 'right' }),
    ];
    // Edges that cannot stand together with those so far are not what was chosen.
    if (distance(other, decision) < distance(as, decision)) taken = { ...taken, [part]: 'right' };
  }
  return taken;
}

/** In how many of its fields a decision says something else. */
function distance(one: Decision | null, other: Decision): number {
  const [a, b] = [bodyOf(one), bodyOf(other)];
  if (!a || !b) return Number.POSITIVE_INFINITY;
  // A piece of the words counts by its edges, since each of the two may have been taken alone.
  const flat = (body: LayerMention | LayerQuotation) =>
    Object.entries({ ...body, start: wordsOf(body)[0]?.start, end: wordsOf(body).at(-1)?.end }).map(
      ([key, value]) => [key, JSON.stringify(value)] as const,
    );
  const theirs = new Map(flat(b));
  return flat(a).filter(([key, value]) => theirs.get(key) !== value).length;
}
const bodyOf = (decision: Decision | null): LayerMention | LayerQuotation | null =>
  decision?.choice !== 'mended' ? null : 'quotation' in decision ? decision.quotation : decision.mention;

const wordsOf = (body: LayerMention | LayerQuotation): readonly TextRange[] =>
  'range' in body ? [body.range] : body.contents;

/** The words with their edges from the sides that are named; null where nothing is left between them. */
function edgesFrom(blocks: readonly Block[], item: QuotationItem | MentionItem, taken: Taken): TextRange[] | null {
  const { left, right } = item;
  if (!left || !right) return null;
  const sides = { left: wordsOf(left), right: wordsOf(right) };
  if (taken.start === undefined && taken.end === undefined) return [...sides[taken.words ?? 'left']];
  const [first, last] = [sides[taken.start ?? 'left'][0], sides[taken.end ?? 'left'].at(-1)];
  const text = blocks.find(({ id }) => id === first?.block)?.text;
  if (!first || !last || text === undefined || first.start >= last.end) return null;
  return [{ block: first.block, start: first.start, end: last.end, words: text.slice(first.start, last.end) }];
}
