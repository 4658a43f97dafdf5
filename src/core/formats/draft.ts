/**
 * What an importer hands over: the records as the file has them, not yet trusted. {@link settle} checks them one by one,
 * puts their ranges into the article, and says what became of each.
 */
import * as v from 'valibot';
import { anchorAll, type Quote } from '../annotation/reanchor.ts';
import { layerSchema } from '../annotation/schema.ts';
import type { Layer, LayerMention, LayerQuotation } from '../annotation/layer.ts';
import type { Article, Entity } from '../article/article.ts';
import { entitySchema, LIMITS, mentionSchema, quotationSchema, rangeSchema } from '../dataset/schema.ts';
import type { Bilingual } from '../bilingual.ts';
import { failure, type Result, success } from '../result.ts';
import { faultOfRange, type TextRange } from '../text/range.ts';
import type { Import, ImportContext, ImportFault, Left, Orphan, RecordKind } from './format.ts';
import { createPositions, surroundings } from './positions.ts';
import { tooMany, wellFormed } from './source.ts';

/** A range as a file tells it. An unknown block is `''`, an unknown place -1; the words are always there. */
export interface DraftRange {
  readonly block: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** The layer's own fields, each as far as the file has it. */
export type DraftHead = { readonly [Key in keyof Layer]?: unknown };

export interface Draft {
  readonly head: DraftHead;
  /** The article that the file says it is about, or null. */
  readonly of: string | null;
  readonly entities: readonly unknown[];
  readonly mentions: readonly unknown[];
  readonly quotations: readonly unknown[];
  readonly left: readonly Left[];
}

const draftRange = v.object({
  block: v.pipe(v.string(), v.maxLength(LIMITS.id)),
  start: v.pipe(v.number(), v.integer()),
  end: v.pipe(v.number(), v.integer()),
  words: rangeSchema.entries.words,
  prefix: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.words)), ''),
  suffix: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.words)), ''),
});
type Checked = v.InferOutput<typeof draftRange>;

const mentionDraft = v.object({ ...layerSchema.entries.mentions.pipe[0].item.entries, range: draftRange });
const transmission = quotationSchema.entries.via.pipe[0].item;
const quotationDraft = v.object({
  ...layerSchema.entries.quotations.pipe[0].item.entries,
  contents: v.pipe(v.array(draftRange), v.minLength(1), v.maxLength(1000)),
  cue: v.pipe(v.array(draftRange), v.maxLength(20)),
  source: v.nullable(draftRange),
  via: v.pipe(v.array(v.object({ ...transmission.entries, range: v.nullable(draftRange) })), v.maxLength(1000)),
});

/** Ranges that are looked for in a changed text; of a file with more, the rest counts as not found. */
const MOST_SOUGHT = 20_000;

/** From so many UTF-16 units on, words are known by themselves; about four words of Arabic. */
const LONG = 20;
/** UTF-16 units of text that may be searched through for them. */
const MOST_SEARCHED = 2e9;

/** Makes a layer of a draft. `article` is what its ranges are to fit: the one that was given, or the file's own. */
export function settle(
  draft: Draft,
  article: Article,
  context: ImportContext,
  carried: Article | null,
): Result<Import, ImportFault> {
  const most = Math.max(draft.entities.length, draft.mentions.length, draft.quotations.length);
  const crowd = tooMany('', most);
  if (crowd) return failure(crowd);
  const left: Left[] = [...draft.left];
  const orphans: Orphan[] = [];
  let moved = 0;
  const checked = <Schema extends v.GenericSchema>(of: RecordKind, items: readonly unknown[], schema: Schema) => {
    const seen = new Set<string>();
    const good: v.InferOutput<Schema>[] = [];
    for (const item of items) {
      const result = v.safeParse(schema, item, { abortEarly: true });
      const id = idOf(item);
      if (!result.success) {
        const issue = result.issues[0];
        left.push({ of, id, why: 'shape', detail: `${v.getDotPath(issue) ?? ''}: ${issue.message}`.slice(0, 300) });
      } else if (seen.has(id)) left.push({ of, id, why: 'duplicateId', detail: id });
      else {
        seen.add(id);
        good.push(result.output);
      }
    }
    return good;
  };

  const entities = checked('entity', draft.entities, entitySchema).map(
    (entity): Entity => ({ ...entity, role: filled(entity.role) }),
  );
  const known = new Set(entities.map(({ id }) => id));
  const knows = (of: RecordKind, id: string, entity: string): boolean => {
    if (known.has(entity)) return true;
    left.push({ of, id, why: 'unknownEntity', detail: entity });
    return false;
  };

  const rawMentions = checked('mention', draft.mentions, mentionDraft);
  const rawQuotations = checked('quotation', draft.quotations, quotationDraft);
  const places = placed(
    [
      ...rawMentions.map(({ range }) => range),
      ...rawQuotations.flatMap(({ contents, cue, source, via }) => [
        ...contents,
        ...cue,
        ...(source ? [source] : []),
        ...via.flatMap(({ range }) => range ?? []),
      ]),
    ],
    article,
  );
  const place = (range: Checked): TextRange | null => {
    const found = places.get(range);
    if (!found) return null;
    if (found.moved) moved++;
    return found.range;
  };

  const mentions: LayerMention[] = [];
  for (const raw of rawMentions) {
    if (!knows('mention', raw.id, raw.entity)) continue;
    const range = place(raw.range);
    const mention = { ...raw, note: raw.note || null };
    if (range) mentions.push({ ...mention, range });
    else {
      const record = { ...mention, range: bare(raw.range) };
      orphans.push({ of: 'mention', id: raw.id, words: raw.range.words, record });
    }
  }

  const order = new Map(article.blocks.map(({ id }, at) => [id, at]));
  const quotations: LayerQuotation[] = [];
  for (const raw of rawQuotations) {
    const record: LayerQuotation = {
      ...raw,
      note: raw.note || null,
      contents: raw.contents.map(bare),
      cue: raw.cue.map(bare),
      source: raw.source && bare(raw.source),
      via: raw.via.map((link) => ({ ...link, range: link.range && bare(link.range) })),
    };
    const put = (role: 'content' | 'cue' | 'source' | 'via', range: Checked): TextRange[] => {
      const found = place(range);
      if (found) return [found];
      orphans.push({ of: 'quotation', id: raw.id, role, words: range.words, record });
      return [];
    };
    const contents = raw.contents
      .flatMap((range) => put('content', range))
      .sort((a, b) => (order.get(a.block) ?? 0) - (order.get(b.block) ?? 0) || a.start - b.start || a.end - b.end);
    // Its words are gone: the orphans hold all of it.
    if (contents.length === 0) continue;
    quotations.push({
      ...record,
      contents,
      cue: raw.cue.flatMap((range) => put('cue', range)),
      source: raw.source ? (put('source', raw.source)[0] ?? null) : null,
      speaker: raw.speaker !== null && knows('quotation', raw.id, raw.speaker) ? raw.speaker : null,
      addressee: raw.addressee !== null && knows('quotation', raw.id, raw.addressee) ? raw.addressee : null,
      about: raw.about.filter((entity) => knows('quotation', raw.id, entity)),
      via: raw.via
        .filter(({ entity }) => knows('quotation', raw.id, entity))
        .map((link) => ({ ...link, range: link.range ? (put('via', link.range)[0] ?? null) : null })),
    });
  }

  const layer: Layer = {
    ...head(draft, article, context),
    entities,
    mentions,
    quotations: withParents(quotations, left),
  };
  return success({
    layers: [layer],
    article: carried,
    report: {
      entities: entities.length,
      mentions: mentions.length,
      quotations: quotations.length,
      moved,
      left,
      orphans,
    },
  });
}

/**
 * Where each range stands in the article: where the file says, if the words and the letters beside them are the same there;
 * else wherever {@link anchorAll} is sure of. A range that is not in the map was not found.
 */
function placed(ranges: readonly Checked[], article: Article): Map<Checked, { range: TextRange; moved: boolean }> {
  const blocks = new Map(article.blocks.map(({ id, text }) => [id, text]));
  const places = new Map<Checked, { range: TextRange; moved: boolean }>();
  const sought: Checked[] = [];
  for (const range of ranges) {
    const { block, start, end } = range;
    const text = blocks.get(block);
    const words = text?.slice(Math.max(0, start), Math.max(0, end)) ?? '';
    const there = { block, start, end, words };
    // Files of other formats cannot hold half of a surrogate pair; the place and all other letters agree.
    const isSame = wellFormed(words) === wellFormed(range.words);
    if (text !== undefined && isSame && faultOfRange(there, text) === null && isBeside(range, text)) {
      places.set(range, { range: there, moved: false });
    } else sought.push(range);
  }
  if (sought.length === 0) return places;

  // What stands where it stood tells where its neighbours are to be looked for; the same range is looked for once.
  const quotes = new Map<string, Quote>();
  const keyOf = ({ block, start, words, prefix, suffix }: Checked) =>
    JSON.stringify([block, start, words, prefix, suffix]);
  for (const range of [...sought.slice(0, MOST_SOUGHT), ...[...places.keys()].slice(0, MOST_SOUGHT)]) {
    const { block, start, words, prefix, suffix } = range;
    const bare = prefix + suffix === '';
    quotes.set(keyOf(range), {
      block,
      start: Math.max(0, start),
      words,
      before: bare ? null : prefix,
      after: bare ? null : suffix,
    });
  }
  const anchorings = anchorAll([...quotes.values()], article.blocks);
  const found = new Map([...quotes.keys()].map((key, at) => [key, anchorings[at]]));
  const { text, ranges: rangesAt } = createPositions(article);
  let search = MOST_SEARCHED;
  for (const range of sought) {
    const anchoring = found.get(keyOf(range));
    if (!anchoring) continue;
    if (anchoring.kind === 'orphan') {
      // Long words that stand in the text once, letter for letter, are those, even where nothing is known around them.
      if (anchoring.reason !== 'gone' || range.words.length < LONG || (search -= text.length) < 0) continue;
      const first = text.indexOf(range.words);
      if (first < 0 || text.includes(range.words, first + 1)) continue;
      const [only, ...more] = rangesAt(first, first + range.words.length);
      if (only && more.length === 0 && faultOfRange(only, blocks.get(only.block) ?? '') === null) {
        places.set(range, { range: only, moved: true });
      }
      continue;
    }
    if (faultOfRange(anchoring.range, blocks.get(anchoring.range.block) ?? '') !== null) continue;
    places.set(range, { range: anchoring.range, moved: anchoring.kind !== 'exact' });
  }
  return places;
}

/** Whether the letters next to the range are those that the file kept: words alone may be a look-alike. */
function isBeside({ start, end, prefix, suffix }: Checked, text: string): boolean {
  const here = surroundings(text, start, end);
  const agree = (kept: string, stands: string, from: (text: string, count: number) => string) => {
    const count = Math.min(BESIDE, kept.length, stands.length);
    return from(wellFormed(kept), count) === from(wellFormed(stands), count);
  };
  return (
    agree(prefix, here.prefix, (letters, count) => letters.slice(letters.length - count)) &&
    agree(suffix, here.suffix, (letters, count) => letters.slice(0, count))
  );
}
const BESIDE = 8;

/** Parents that are there and lead to no ring; the rest stands by itself. */
function withParents(quotations: readonly LayerQuotation[], left: Left[]): LayerQuotation[] {
  const parents = new Map(quotations.map(({ id, parent }) => [id, parent]));
  const safe = new Set<string>();
  const inRing = (id: string): boolean => {
    const passed = new Set<string>();
    let up: string | null | undefined = id;
    while (up && !safe.has(up)) {
      if (passed.has(up)) return true;
      passed.add(up);
      up = parents.get(up);
    }
    for (const one of passed) safe.add(one);
    return false;
  };
  return quotations.map((quotation) => {
    const { id, parent } = quotation;
    if (parent === null) return quotation;
    const why = !parents.has(parent) ? 'unknownQuotation' : inRing(id) ? 'selfParent' : null;
    if (why === null) return quotation;
    left.push({ of: 'quotation', id, why, detail: parent });
    parents.set(id, null);
    return { ...quotation, parent: null };
  });
}

/** The layer's own fields, each by itself: one that is missing or wrong takes what is true of any layer from outside. */
function head(
  draft: Draft,
  article: Article,
  context: ImportContext,
): Omit<Layer, 'entities' | 'mentions' | 'quotations'> {
  const fields = layerSchema.entries;
  const one = <Schema extends v.GenericSchema>(schema: Schema, value: unknown, otherwise: v.InferOutput<Schema>) => {
    const result = v.safeParse(schema, value);
    return result.success ? result.output : otherwise;
  };
  const { head } = draft;
  const created = one(fields.created, head.created, context.now);
  return {
    format: 'isnad-layer',
    version: 1,
    id: one(fields.id, head.id, 'imported'),
    article: article.id,
    revision: article.revision,
    name: one(fields.name, head.name, ''),
    kind: one(fields.kind, head.kind, 'person'),
    author: one(fields.author, head.author, null),
    created,
    modified: one(fields.modified, head.modified, created),
    codebook: one(fields.codebook, head.codebook, null),
  };
}

const bare = ({ block, start, end, words }: Checked): TextRange => ({ block, start, end, words });
const filled = (text: Bilingual | null): Bilingual | null => (text === null || text.ar + text.en === '' ? null : text);

const idOf = (item: unknown): string => {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : '';
  return typeof id === 'string' ? id.slice(0, LIMITS.id) : '';
};

/** The fields that a file need not tell, as they are when nobody said anything. */
export const blankQuotation = {
  cue: [],
  source: null,
  speaker: null,
  addressee: null,
  about: [],
  parent: null,
  verb: { lemma: null, class: 'mark' },
  provenance: { by: 'reader', rule: null, confidence: null },
  reason: { ar: '', en: '' },
  via: [],
  tags: [],
  note: null,
} as const;

export const blankEntity = {
  type: 'person',
  named: true,
  gender: null,
  name: { ar: '', en: '' },
  aliases: [],
  role: null,
  description: { ar: '', en: '' },
  authority: [],
} as const;

/** Ids as ours must be, made of names that others chose: the same name gets the same id, two names never share one. */
export function createIds(prefix: string): (name: string) => string {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return (name) => {
    const known = given.get(name);
    if (known !== undefined) return known;
    const plain = name
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, LIMITS.id - 10);
    let id =
      plain === ''
        ? `${prefix}${given.size + 1}`
        : name.length <= LIMITS.id && v.is(mentionSchema.entries.id, name)
          ? name
          : plain;
    for (let n = 2; taken.has(id); n++) id = `${plain === '' ? prefix : plain}-${n}`;
    given.set(name, id);
    taken.add(id);
    return id;
  };
}
