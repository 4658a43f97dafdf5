import * as v from 'valibot';
import { count, entitySchema, id, isoDate, LIMITS, list, mentionSchema, quotationSchema } from '../dataset/schema.ts';
import { stepKinds } from './change.ts';
import { requirable, tagColours } from './codebook.ts';

/** Bounds of what a person writes. */
const NAME = 200;
const NOTE = 20_000;

const tagging = {
  tags: v.pipe(v.array(id), v.maxLength(100)),
  note: v.nullable(v.pipe(v.string(), v.maxLength(NOTE))),
};
const name = v.pipe(v.string(), v.maxLength(NAME));

const layerMentionSchema = v.object({ ...mentionSchema.entries, ...tagging });
const layerQuotationSchema = v.object({ ...quotationSchema.entries, ...tagging });

export const layerSchema = v.object({
  format: v.literal('isnad-layer'),
  version: v.literal(1),
  id,
  article: id,
  revision: v.pipe(count, v.minValue(1)),
  name,
  kind: v.picklist(['published', 'machine', 'person', 'gold']),
  author: v.nullable(name),
  created: isoDate,
  modified: isoDate,
  codebook: v.nullable(id),
  entities: list(entitySchema),
  mentions: list(layerMentionSchema),
  quotations: list(layerQuotationSchema),
});

export const codebookSchema = v.object({
  format: v.literal('isnad-codebook'),
  version: v.literal(1),
  id,
  name,
  guidelines: v.pipe(v.string(), v.maxLength(LIMITS.string)),
  groups: v.pipe(v.array(v.object({ id, name, exclusive: v.boolean(), required: v.boolean() })), v.maxLength(200)),
  tags: v.pipe(
    v.array(
      v.object({
        id,
        group: id,
        name: v.pipe(name, v.minLength(1)),
        colour: v.picklist(tagColours),
        shortcut: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-z\u0621-\u063a\u0641-\u064a]$/))),
        guidelines: v.pipe(v.string(), v.maxLength(LIMITS.string)),
        on: v.pipe(v.array(v.picklist(['quotation', 'mention'])), v.maxLength(2)),
      }),
    ),
    v.maxLength(1000),
  ),
  required: v.pipe(v.array(v.picklist(requirable)), v.maxLength(requirable.length)),
  modified: isoDate,
});

const headSchema = v.object({ name, author: v.nullable(name), codebook: v.nullable(id), revision: count });
const put = <On extends string, Item extends v.GenericSchema>(on: On, item: Item) =>
  v.object({ on: v.literal(on), id, before: v.nullable(item), after: v.nullable(item) });

/** A step of the history, as it is kept on the device. */
export const stepSchema = v.object({
  kind: v.picklist(stepKinds),
  changes: list(
    // Not `variant`: it would weigh on the reading path, which shares one file of valibot with this.
    v.union([
      put('entities', entitySchema),
      put('mentions', layerMentionSchema),
      put('quotations', layerQuotationSchema),
      v.object({ on: v.literal('layer'), before: headSchema, after: headSchema }),
    ]),
  ),
  typing: v.nullable(v.pipe(v.string(), v.maxLength(LIMITS.id * 3))),
});
