/**
 * The shapes of the files we read, checked at the door. The types themselves are written by hand beside their subject;
 * `schema.test-d.ts` holds the two together, and `public/schema/` publishes the same shapes as JSON Schema.
 */
import * as v from 'valibot';

/** Bounds that no honest article reaches; they keep a hostile file from filling the memory. */
export const LIMITS = { textUnits: 8_000_000, items: 400_000, words: 200_000, string: 20_000, id: 80 } as const;

export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/), v.maxLength(LIMITS.id));
const shortText = v.pipe(v.string(), v.maxLength(LIMITS.string));
const filledText = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.string));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
// No 13th month and no 25th hour: such a date throws when it is written out.
export const isoDate = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?)?$/,
  ),
);
export const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(LIMITS.items));

export const bilingualSchema = v.object({ ar: shortText, en: shortText });

export const rangeSchema = v.object({
  block: id,
  start: count,
  end: count,
  words: v.pipe(v.string(), v.maxLength(LIMITS.words)),
});

const blockTypes = ['headline', 'dateline', 'lede', 'section', 'paragraph', 'source', 'reference'] as const;
export const entityTypes = ['person', 'organization', 'place', 'event', 'group', 'date', 'work'] as const;
export const kinds = ['direct', 'indirect', 'mixed'] as const;
export const verbClasses = [
  'say',
  'point',
  'continue',
  'assert',
  'opinion',
  'announce',
  'attitude',
  'directive',
  'deny',
  'warn',
  'ask',
  'answer',
  'commit',
  'accord',
  'mark',
] as const;
export const partsOfSpeech = [
  'noun',
  'verb',
  'adjective',
  'participle',
  'masdar',
  'adverb',
  'particle',
  'proper',
  'expression',
] as const;
export const levels = ['beginner', 'intermediate', 'advanced'] as const;
const origins = ['reproduced', 'original'] as const;

const blockSchema = v.object({
  id,
  type: v.picklist(blockTypes),
  gap: v.pipe(count, v.maxValue(20)),
  text: v.pipe(v.string(), v.maxLength(LIMITS.textUnits)),
});

export const entitySchema = v.object({
  id,
  type: v.picklist(entityTypes),
  named: v.boolean(),
  gender: v.nullable(v.picklist(['m', 'f'])),
  name: bilingualSchema,
  aliases: list(filledText),
  role: v.nullable(bilingualSchema),
  description: bilingualSchema,
  authority: list(v.object({ register: filledText, id: filledText })),
});

export const mentionSchema = v.object({ id, entity: id, range: rangeSchema });

const transmissionSchema = v.object({
  role: v.picklist(['speaker', 'agency', 'outlet', 'publisher']),
  entity: id,
  range: v.nullable(rangeSchema),
  note: v.nullable(bilingualSchema),
});

export const quotationSchema = v.object({
  id,
  kind: v.picklist(kinds),
  contents: v.pipe(v.array(rangeSchema), v.minLength(1), v.maxLength(1000)),
  cue: v.pipe(v.array(rangeSchema), v.maxLength(20)),
  source: v.nullable(rangeSchema),
  speaker: v.nullable(id),
  addressee: v.nullable(id),
  about: list(id),
  parent: v.nullable(id),
  verb: v.object({ lemma: v.nullable(filledText), class: v.picklist(verbClasses) }),
  provenance: v.object({
    by: v.picklist(['editor', 'rule', 'reader']),
    rule: v.nullable(filledText),
    confidence: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  }),
  reason: bilingualSchema,
  via: list(transmissionSchema),
});

const glossarySchema = v.object({
  id,
  vocalised: filledText,
  lemma: filledText,
  root: v.nullable(filledText),
  pos: v.picklist(partsOfSpeech),
  definition: bilingualSchema,
  note: v.optional(shortText),
  occurrences: list(rangeSchema),
});

/** An address of the web, which a link may lead to: whatever else a browser would do with one is refused. */
const webAddress = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/?#]+(?:[/?#]\S*)?$/), v.maxLength(2000));

export const articleSchema = v.object({
  format: v.literal('isnad-article'),
  version: v.literal(1),
  id,
  language: v.literal('ar'),
  origin: v.picklist(origins),
  level: v.picklist(levels),
  topics: list(bilingualSchema),
  title: bilingualSchema,
  summary: bilingualSchema,
  notice: v.nullable(bilingualSchema),
  author: v.nullable(bilingualSchema),
  published: v.nullable(isoDate),
  // Files from before this field have none.
  original: v.optional(v.nullable(v.object({ url: webAddress })), null),
  revision: v.pipe(count, v.minValue(1)),
  revised: isoDate,
  blocks: v.pipe(v.array(blockSchema), v.minLength(1), v.maxLength(LIMITS.items)),
  entities: list(entitySchema),
  mentions: list(mentionSchema),
  quotations: list(quotationSchema),
  glossary: list(glossarySchema),
  chain: list(transmissionSchema),
});

const libraryEntrySchema = v.object({
  id,
  // A file beside the index, never an address elsewhere.
  file: v.pipe(v.string(), v.regex(/^articles\/[A-Za-z0-9._-]+\.json$/)),
  origin: v.picklist(origins),
  level: v.picklist(levels),
  topics: list(bilingualSchema),
  title: bilingualSchema,
  summary: bilingualSchema,
  published: v.nullable(isoDate),
  revision: v.pipe(count, v.minValue(1)),
  words: count,
  quotations: count,
  entities: v.object({
    person: count,
    organization: count,
    place: count,
    event: count,
    group: count,
    date: count,
    work: count,
  }),
  glossary: count,
  speakers: list(v.object({ name: bilingualSchema, quotations: count })),
});

export const librarySchema = v.object({
  format: v.literal('isnad-library'),
  version: v.literal(1),
  articles: list(libraryEntrySchema),
});
