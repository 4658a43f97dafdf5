import * as v from 'valibot';
import { count, entitySchema, id, isoDate, LIMITS, list, mentionSchema, quotationSchema } from '../dataset/schema.ts';
import { requirable, tagColours } from './codebook.ts';

/** Bounds of what a person writes. */
const NAME = 200;
const NOTE = 20_000;

const tagging = {
  tags: v.pipe(v.array(id), v.maxLength(100)),
  note: v.nullable(v.pipe(v.string(), v.maxLength(NOTE))),
};
const name = v.pipe(v.string(), v.maxLength(NAME));

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
  mentions: list(v.object({ ...mentionSchema.entries, ...tagging })),
  quotations: list(v.object({ ...quotationSchema.entries, ...tagging })),
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
        shortcut: v.nullable(v.pipe(v.string(), v.regex(/^[\p{L}\p{N}]$/u))),
        guidelines: v.pipe(v.string(), v.maxLength(LIMITS.string)),
        on: v.pipe(v.array(v.picklist(['quotation', 'mention'])), v.maxLength(2)),
      }),
    ),
    v.maxLength(1000),
  ),
  required: v.pipe(v.array(v.picklist(requirable)), v.maxLength(requirable.length)),
  modified: isoDate,
});
