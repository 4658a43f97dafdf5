/**
 * Review: another layer's quotations (the machine's, another person's) walked through beside one's own, each accepted,
 * rejected, or accepted and mended. Its names: review-names.
 *
 * What was rejected stays so when the proposals are made anew: a decision is kept under the words of the contents, loosely
 * folded, with the words on both sides and the place. It holds for a proposal of the same words where either the
 * neighbours or the place are the same; the same words elsewhere are another proposal.
 */
import type { Block, Entity } from '../article/article.ts';
import { codeOf, codeOfOne } from '../passage/code.ts';
import { overlaps, type TextRange } from '../text/range.ts';
import { alike, type Change, stepOf } from './change.ts';
import type { Desk } from './desk.ts';
import { type Edit, edit, fits, put, unknown } from './edit.ts';
import { mentionAt, withAliases } from './entity.ts';
import type { Layer, LayerQuotation } from './layer.ts';
import { failure } from '../result.ts';
import { compareSpots } from './place.ts';
import { isWithin } from './quotation.ts';
import { keyOfWords, type Token, tokensOf } from './tokens.ts';

/** What a decision is kept under. Plain data. */
export interface ProposalKey {
  /** Codes (core/passage/code) of the contents' words, and of the words before and behind them. */
  readonly words: string;
  readonly around: string;
  /** The block and the number of the first word in it. */
  readonly place: string;
}

/** What was rejected, kept with the layer of whoever rejected it. */
export type Rejections = readonly ProposalKey[];

export const differing = ['speaker', 'kind', 'cue', 'source', 'addressee', 'about', 'verb'] as const;

/** What every proposal tells of itself, whatever it is of. */
export interface ProposalOf<On, Field> {
  readonly on: On;
  /** Its name among all proposals of the layer. */
  readonly ref: string;
  /** The words it is about, the first of them to be shown. */
  readonly ranges: readonly TextRange[];
  /** Made when it is asked for: of thousands of proposals few are ever turned down. */
  readonly key: () => ProposalKey;
  /** `same`: one's own layer has one of the very same words; `overlaps`: it has others that share words. */
  readonly status: 'new' | 'same' | 'overlaps';
  /** One's own (by id) that it is the same as, or overlaps. */
  readonly mine: readonly string[];
  /** Where it is the same: in what the two differ all the same. */
  readonly differs: readonly Field[];
  readonly rejected: boolean;
}

export interface QuotationProposal extends ProposalOf<'quotations', (typeof differing)[number]> {
  readonly quotation: LayerQuotation;
}

/** The other layer's quotations in text order, as they stand to one's own. The two layers must be of one text. */
export function proposalsOf(desk: Desk, other: Layer, rejections: Rejections): QuotationProposal[] {
  const keyOf = keysOf(desk.blocks);
  const entities = matchEntities(desk, other);
  const rejected = rejectedIn(rejections);
  return other.quotations
    .filter(({ contents }) => fits(desk, contents))
    .map((quotation): QuotationProposal => {
      const key = () => keyOf(quotation);
      const met = new Set(
        quotation.contents.flatMap((range) =>
          desk
            .touching(range.block, range)
            .filter(({ on, role }) => on === 'quotations' && role === 'content')
            .map(({ id }) => id),
        ),
      );
      const same = [...met].find((id) => alike(desk.quotation(id)?.contents, quotation.contents));
      const twin = same === undefined ? undefined : desk.quotation(same);
      return {
        on: 'quotations',
        ref: `quotations/${quotation.id}`,
        ranges: [...quotation.contents, ...quotation.cue, ...(quotation.source ? [quotation.source] : [])],
        quotation,
        key,
        status: twin ? 'same' : met.size > 0 ? 'overlaps' : 'new',
        mine: twin ? [twin.id] : [...met],
        differs: twin ? differences(twin, quotation, entities) : [],
        rejected: rejected(key),
      };
    })
    .sort((a, b) => byPlace(desk)(a.quotation, b.quotation));
}

/** Whether a proposal of this key was rejected: the same words between the same neighbours, or in the same place. */
export function rejectedIn(rejections: Rejections): (keyOf: () => ProposalKey) => boolean {
  if (rejections.length === 0) return () => false;
  const byWords = new Map<string, ProposalKey[]>();
  for (const key of rejections) byWords.set(key.words, [...(byWords.get(key.words) ?? []), key]);
  return (keyOf) => {
    const key = keyOf();
    return (byWords.get(key.words) ?? []).some((one) => one.around === key.around || one.place === key.place);
  };
}

const byPlace = (desk: Desk) => (a: LayerQuotation, b: LayerQuotation) =>
  compareSpots(desk)({ range: a.contents[0] }, { range: b.contents[0] });

function differences(mine: LayerQuotation, theirs: LayerQuotation, entities: ReadonlyMap<string, string>) {
  const as = (id: string | null) => (id === null ? null : (entities.get(id) ?? `other ${id}`));
  const translated: LayerQuotation = {
    ...theirs,
    speaker: as(theirs.speaker),
    addressee: as(theirs.addressee),
    about: theirs.about.map((id) => as(id) ?? id),
  };
  return differing.filter((field) =>
    field === 'about'
      ? !alike([...mine.about].sort(), [...translated.about].sort())
      : !alike(mine[field], translated[field]),
  );
}

/** Remembers that a proposal was rejected. */
export const reject = (rejections: Rejections, key: ProposalKey): Rejections =>
  rejections.some((one) => alike(one, key)) ? rejections : [...rejections, key];

/** Takes a rejection back, under whatever key it was remembered. */
export const restore = (rejections: Rejections, key: ProposalKey): Rejections =>
  rejections.filter((one) => one.words !== key.words || (one.around !== key.around && one.place !== key.place));

type Walked = Pick<ProposalOf<unknown, unknown>, 'ref' | 'rejected' | 'status' | 'differs'>;

/** Whether it is still to be decided. */
export const isOpen = ({ rejected, status, differs }: Walked): boolean =>
  !rejected && (status !== 'same' || differs.length > 0);

/** The next proposal (`by` 1) or the one before (-1) that is still to be decided, going round; null where none is. */
export function nextProposal<One extends Walked>(
  proposals: readonly One[],
  from: string | null,
  by: 1 | -1,
): One | null {
  const count = proposals.length;
  const at = proposals.findIndex(({ ref }) => ref === from);
  const start = at < 0 ? (by === 1 ? -1 : count) : at;
  for (let step = 1; step <= count; step++) {
    const one = proposals[(((start + by * step) % count) + count) % count];
    if (one && isOpen(one)) return one;
  }
  return null;
}

/**
 * One step that copies a proposal with the entities it needs: those of the same name or form are one's own, others come
 * along, with their mentions within the proposal's words. `replace`: one's own quotations that go for it (those it is the
 * same as, or overlaps); without them it is put beside. `id`: what it will be called.
 */
export function accept(
  desk: Desk,
  other: Layer,
  quotationId: string,
  id: string,
  replace: readonly string[] = [],
): Edit {
  const theirs = other.quotations.find((one) => one.id === quotationId);
  if (!theirs) return unknown('quotations', quotationId);
  const lost = replace.find((one) => !desk.quotation(one));
  if (lost !== undefined) return unknown('quotations', lost);
  const source = theirs.source === null ? [] : [theirs.source];
  const ranges = [...theirs.contents, ...theirs.cue, ...source];
  if (!fits(desk, ranges)) return failure({ kind: 'range' });
  const names = new Map(matchEntities(desk, other));
  const changes: Change[] = [];
  const entityOf = (theirId: string): string | null => {
    const known = names.get(theirId);
    const entity = other.entities.find((one) => one.id === theirId);
    if (known !== undefined || !entity) return known ?? null;
    const own = { ...entity, id: desk.entity(theirId) ? desk.fresh('entities') : theirId };
    names.set(theirId, own.id);
    const within = other.mentions.filter(
      (mention) =>
        mention.entity === theirId &&
        fits(desk, [mention.range]) &&
        !mentionAt(desk, mention.range) &&
        ranges.some((range) => range.block === mention.range.block && overlaps(range, mention.range)),
    );
    changes.push(
      put(
        'entities',
        null,
        withAliases(
          { ...own, aliases: [] },
          within.map(({ range }) => range),
        ),
      ),
      ...within.map((mention) => put('mentions', null, { ...mention, id: desk.fresh('mentions'), entity: own.id })),
    );
    return own.id;
  };
  const theirParent = other.quotations.find((one) => one.id === theirs.parent);
  const ownParent = (theirParent && ownOf(desk, theirParent, new Set(replace))) ?? null;
  // What stands inside one that goes will stand inside the copy: it cannot be above it too.
  const parent = replace.some((one) => isWithin(desk, ownParent, one)) ? null : ownParent;
  const copy: LayerQuotation = {
    ...theirs,
    id,
    speaker: theirs.speaker === null ? null : entityOf(theirs.speaker),
    addressee: theirs.addressee === null ? null : entityOf(theirs.addressee),
    about: [...new Set(theirs.about.map(entityOf))].filter((one) => one !== null),
    via: theirs.via.flatMap((link) => {
      const entity = entityOf(link.entity);
      return entity === null ? [] : [{ ...link, entity }];
    }),
    parent,
    // Their tags may be of another codebook; one's own come from what it replaces.
    tags: [...new Set(replace.flatMap((one) => desk.quotation(one)?.tags ?? []))],
    note: replace.map((one) => desk.quotation(one)?.note).find((note) => note != null) ?? theirs.note,
  };
  const gone = replace.flatMap((one) => [
    ...[...desk.childrenOf(one)].flatMap((child) => {
      const quotation = desk.quotation(child);
      return quotation && !replace.includes(child) ? [put('quotations', quotation, { ...quotation, parent: id })] : [];
    }),
    put('quotations', desk.quotation(one) ?? null, null),
  ]);
  return edit(stepOf('accept', [...changes, ...gone, put('quotations', null, copy)]));
}

/** One's own quotation of the very same contents. */
function ownOf(
  desk: Desk,
  { contents: [first, ...rest] }: LayerQuotation,
  gone: ReadonlySet<string>,
): string | undefined {
  return (
    first &&
    desk
      .touching(first.block, first)
      .find(
        ({ on, role, id }) =>
          on === 'quotations' &&
          role === 'content' &&
          !gone.has(id) &&
          alike(desk.quotation(id)?.contents, [first, ...rest]),
      )?.id
  );
}

/** The other layer's entities that are surely one's own: of the same name or form, and only one of that. By their ids. */
export function matchEntities(desk: Desk, other: Layer): ReadonlyMap<string, string> {
  const formsOf = ({ name, aliases, named }: Entity) => (named ? [name.ar, ...aliases] : [name.ar]).map(keyOfWords);
  const byForm = new Map<string, Set<string>>();
  const byName = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, id: string) => {
    if (key !== '') map.set(key, (map.get(key) ?? new Set()).add(id));
  };
  for (const entity of desk.entities()) {
    add(byName, keyOfWords(entity.name.ar), entity.id);
    for (const form of formsOf(entity)) add(byForm, form, entity.id);
  }
  const only = (ids: ReadonlySet<string> | undefined, type: Entity['type']) => {
    const fitting = [...(ids ?? [])].filter((id) => desk.entity(id)?.type === type);
    return fitting.length === 1 ? fitting[0] : undefined;
  };
  return new Map(
    other.entities.flatMap((entity) => {
      const own =
        only(byName.get(keyOfWords(entity.name.ar)), entity.type) ??
        only(new Set(formsOf(entity).flatMap((form) => [...(byForm.get(form) ?? [])])), entity.type);
      return own === undefined ? [] : [[entity.id, own] as const];
    }),
  );
}

/** The number of each block's first word. */
const firsts = new WeakMap<readonly Token[], ReadonlyMap<string, number>>();
function firstOf(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const known = firsts.get(tokens);
  if (known) return known;
  const first = new Map<string, number>();
  tokens.forEach(({ block }, at) => {
    if (!first.has(block)) first.set(block, at);
  });
  firsts.set(tokens, first);
  return first;
}

/** Keys of quotations of one text. */
export function keysOf(blocks: readonly Block[]): (quotation: Pick<LayerQuotation, 'contents'>) => ProposalKey {
  const tokens = tokensOf(blocks);
  const first = firstOf(tokens);
  const span = ({ block, start, end }: TextRange) => {
    let from = first.get(block) ?? tokens.length;
    while (tokens[from]?.block === block && (tokens[from] as Token).end <= start) from++;
    let to = from;
    while (tokens[to]?.block === block && (tokens[to] as Token).start < end) to++;
    return { from, to };
  };
  return ({ contents }) => {
    const spans = contents.map(span);
    const words = spans.flatMap(({ from, to }) => tokens.slice(from, to));
    const begin = spans[0]?.from ?? 0;
    const block = contents[0]?.block ?? '';
    return {
      words: codeOf(words, 5),
      around: codeOfOne(tokens[begin - 1]?.key, 4) + codeOfOne(tokens[spans.at(-1)?.to ?? -1]?.key, 4),
      place: `${block}.${begin - (first.get(block) ?? 0) + 1}`,
    };
  };
}
