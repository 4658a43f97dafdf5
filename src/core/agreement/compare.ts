/**
 * Two layers of one article side by side: which of their quotations and mentions are the same, where they differ and how, and
 * what only one of them has.
 *
 * Quotations go together one to one so that the sum of their likeness is greatest, likeness being the share of words that
 * their contents have in common (Dice: twice the common words over the words of both); of equally like ones those with the
 * same cue, then the same speaker. Mentions likewise. Notes, reasons and provenance are remarks, not judgements, and are not
 * compared; nor is the spelling of a verb's lemma.
 */
import type { Layer, LayerMention, LayerQuotation } from '../annotation/layer.ts';
import type { Article, Block } from '../article/article.ts';
import type { TextRange } from '../text/range.ts';
import { assign, type Candidate } from './assign.ts';
import { type EdgeDifference, edgesOf } from './edges.ts';
import { type EntityPairs, matchEntities } from './entities.ts';
import { type Tokens, tokensOf } from '../article/tokens.ts';

/** `match` stands alone; a pair may differ in edges, in its speaker (or entity) and in other roles at once. */
export type DifferenceClass = 'match' | 'edge' | 'speaker' | 'role' | 'leftOnly' | 'rightOnly';
export const differenceClasses: readonly DifferenceClass[] = [
  'match',
  'edge',
  'speaker',
  'role',
  'leftOnly',
  'rightOnly',
];

/** What two hands may say differently of one quotation or mention. */
export type Field =
  | 'cue'
  | 'source'
  | 'kind'
  | 'verb'
  | 'speaker'
  | 'addressee'
  | 'about'
  | 'parent'
  | 'tags'
  | 'entity'
  | 'type';

interface ItemOf<Subject extends string, Annotation> {
  readonly subject: Subject;
  /** Stable for the same two layers: what decisions are kept under. */
  readonly id: string;
  /** One of the two at least. */
  readonly left: Annotation | null;
  readonly right: Annotation | null;
  readonly classes: readonly DifferenceClass[];
  /** Words of the content (of the name) that only one of them has. */
  readonly edges: readonly EdgeDifference[];
  readonly fields: readonly Field[];
  /** From 0 to 1: the share of words in common; 0 where one is missing. */
  readonly likeness: number;
  /** Where to open the text: the words of both, left first. */
  readonly ranges: readonly TextRange[];
}
export type QuotationItem = ItemOf<'quotation', LayerQuotation>;
export type MentionItem = ItemOf<'mention', LayerMention>;
export type Item = QuotationItem | MentionItem;

export interface Comparison {
  readonly left: Layer;
  readonly right: Layer;
  readonly entities: EntityPairs;
  /** In text order. */
  readonly quotations: readonly QuotationItem[];
  readonly mentions: readonly MentionItem[];
}

/** Compares two layers of the article whose ranges fit its text. */
export function compareLayers(article: Article, left: Layer, right: Layer): Comparison {
  const tokens = tokensOf(article.blocks);
  const blocks = new Map(article.blocks.map((block) => [block.id, block]));
  const entities = matchEntities(left, right);
  const inOrder = textOrder(article.blocks);
  const same = (one: string | null, other: string | null) =>
    one === null ? other === null : entities.toRight.get(one) === other;

  const quotations = pair(
    left.quotations,
    right.quotations,
    ({ contents }) => contents,
    tokens,
    (one, other) => (touch(tokens, one.cue, other.cue) ? 2 : 0) + (same(one.speaker, other.speaker) ? 1 : 0),
  );
  const partner = new Map(
    quotations.flatMap(({ left: one, right: other }) => (one && other ? [[one.id, other.id] as const] : [])),
  );
  const quotationItems = quotations.map(({ left: one, right: other, likeness }): QuotationItem => {
    const edges = one && other ? edgesOf(blocks, one.contents, other.contents) : [];
    const fields = one && other ? fieldsOfQuotation(one, other, { blocks, same, partner, entities }) : [];
    return {
      subject: 'quotation',
      id: idOf('q', one, other),
      left: one,
      right: other,
      classes: classesOf(one, other, edges, fields),
      edges,
      fields,
      likeness,
      ranges: [...(one?.contents ?? []), ...(other?.contents ?? [])],
    };
  });

  const typeOf = (layer: Layer) => new Map(layer.entities.map(({ id, type }) => [id, type]));
  const leftTypes = typeOf(left);
  const rightTypes = typeOf(right);
  const mentionItems = pair(
    left.mentions,
    right.mentions,
    ({ range }) => [range],
    tokens,
    (one, other) => (sameRange(one.range, other.range) ? 2 : 0) + (same(one.entity, other.entity) ? 1 : 0),
  ).map(({ left: one, right: other, likeness }): MentionItem => {
    const edges = one && other ? edgesOf(blocks, [one.range], [other.range]) : [];
    const fields: Field[] = [];
    if (one && other) {
      if (!same(one.entity, other.entity)) fields.push('entity');
      if (leftTypes.get(one.entity) !== rightTypes.get(other.entity)) fields.push('type');
      if (!sameSet(one.tags, other.tags)) fields.push('tags');
    }
    return {
      subject: 'mention',
      id: idOf('m', one, other),
      left: one,
      right: other,
      classes: classesOf(one, other, edges, fields),
      edges,
      fields,
      likeness,
      ranges: [...(one ? [one.range] : []), ...(other ? [other.range] : [])],
    };
  });
  return {
    left,
    right,
    entities,
    quotations: quotationItems.sort((a, b) => inOrder(a.ranges, b.ranges)),
    mentions: mentionItems.sort((a, b) => inOrder(a.ranges, b.ranges)),
  };
}

/** Ids hold no space, so that one space keeps two of them apart. */
const idOf = (kind: string, one: { id: string } | null, other: { id: string } | null): string =>
  `${kind} ${one?.id ?? ''} ${other?.id ?? ''}`;

function classesOf(
  one: object | null,
  other: object | null,
  edges: readonly EdgeDifference[],
  fields: readonly Field[],
): DifferenceClass[] {
  if (!other) return ['leftOnly'];
  if (!one) return ['rightOnly'];
  const classes: DifferenceClass[] = [];
  if (edges.length > 0) classes.push('edge');
  if (fields.some((field) => field === 'speaker' || field === 'entity')) classes.push('speaker');
  if (fields.some((field) => field !== 'speaker' && field !== 'entity')) classes.push('role');
  return classes.length > 0 ? classes : ['match'];
}

interface Pair<Annotation> {
  readonly left: Annotation | null;
  readonly right: Annotation | null;
  readonly likeness: number;
}

/** Likeness is counted in millionths and a tie decided by up to 3 more: whole numbers, so that the matching is exact. */
const MILLION = 1_000_000;

function pair<Annotation>(
  lefts: readonly Annotation[],
  rights: readonly Annotation[],
  rangesOf: (annotation: Annotation) => readonly TextRange[],
  tokens: Tokens,
  tie: (one: Annotation, other: Annotation) => number,
): Pair<Annotation>[] {
  const rightTokens = rights.map((other) => tokens.all(rangesOf(other)));
  const at = new Map<number, number[]>();
  rightTokens.forEach((own, index) => {
    for (const token of own) {
      const list = at.get(token);
      if (list) list.push(index);
      else at.set(token, [index]);
    }
  });
  const candidates: Candidate[] = [];
  const likeness = new Map<string, number>();
  lefts.forEach((one, index) => {
    const own = tokens.all(rangesOf(one));
    const shared = new Map<number, number>();
    for (const token of own) for (const other of at.get(token) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, count] of shared) {
      const dice = (2 * count) / (own.length + (rightTokens[other] as number[]).length);
      likeness.set(`${index} ${other}`, dice);
      candidates.push({
        left: index,
        right: other,
        weight: Math.round(dice * MILLION) * 4 + tie(one, rights[other] as Annotation),
      });
    }
  });
  const taken = new Set<number>();
  const pairs = assign(lefts.length, candidates).map((other, index): Pair<Annotation> => {
    if (other >= 0) taken.add(other);
    return {
      left: lefts[index] as Annotation,
      right: rights[other] ?? null,
      likeness: likeness.get(`${index} ${other}`) ?? 0,
    };
  });
  rights.forEach((other, index) => {
    if (!taken.has(index)) pairs.push({ left: null, right: other, likeness: 0 });
  });
  return pairs;
}

function fieldsOfQuotation(
  one: LayerQuotation,
  other: LayerQuotation,
  {
    blocks,
    same,
    partner,
    entities,
  }: {
    readonly blocks: ReadonlyMap<string, Block>;
    readonly same: (one: string | null, other: string | null) => boolean;
    readonly partner: ReadonlyMap<string, string>;
    readonly entities: EntityPairs;
  },
): Field[] {
  const source = (quotation: LayerQuotation) => (quotation.source ? [quotation.source] : []);
  const fields: readonly (readonly [Field, boolean])[] = [
    ['speaker', same(one.speaker, other.speaker)],
    ['kind', one.kind === other.kind],
    ['cue', edgesOf(blocks, one.cue, other.cue).length === 0],
    ['verb', one.verb.class === other.verb.class],
    ['source', edgesOf(blocks, source(one), source(other)).length === 0],
    ['addressee', same(one.addressee, other.addressee)],
    [
      'about',
      sameSet(
        one.about.map((id) => entities.toRight.get(id) ?? `left ${id}`),
        other.about,
      ),
    ],
    [
      'parent',
      one.parent === null ? other.parent === null : other.parent !== null && partner.get(one.parent) === other.parent,
    ],
    ['tags', sameSet(one.tags, other.tags)],
  ];
  return fields.flatMap(([field, agreed]) => (agreed ? [] : [field]));
}

function touch(tokens: Tokens, one: readonly TextRange[], other: readonly TextRange[]): boolean {
  const own = new Set(tokens.all(one));
  return tokens.all(other).some((token) => own.has(token));
}

export const sameRange = (one: TextRange, other: TextRange): boolean =>
  one.block === other.block && one.start === other.start && one.end === other.end;

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const own = new Set(one);
  const theirs = new Set(other);
  return own.size === theirs.size && [...own].every((item) => theirs.has(item));
}

/** By the first of the ranges; a longer one before what stands at its beginning. */
function textOrder(blocks: readonly Block[]): (a: readonly TextRange[], b: readonly TextRange[]) => number {
  const place = new Map(blocks.map(({ id }, index) => [id, index]));
  return ([a], [b]) => {
    if (!a || !b) return 0;
    return (place.get(a.block) ?? -1) - (place.get(b.block) ?? -1) || a.start - b.start || b.end - a.end;
  };
}
