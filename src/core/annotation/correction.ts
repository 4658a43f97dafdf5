/**
 * Corrections: what a reader puts right in the machine's annotation of a text, each kept by the words it is about. They
 * stand beside the annotation, not in it: when the engine analyses the text anew they are made again (core/annotation/correct).
 */
import * as v from 'valibot';
import { count, entityTypes, id, isoDate, kinds, LIMITS, verbClasses } from '../dataset/schema.ts';

const words = v.pipe(v.string(), v.maxLength(LIMITS.words));
const around = v.nullable(v.pipe(v.string(), v.maxLength(LIMITS.string)));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.string));
const few = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(1000));

/** Words of the text with what stands around them, as core/annotation/reanchor looks for them. */
const quoteSchema = v.object({ block: id, start: count, words, before: around, after: around });

/** Somebody or something of the text, known by a mention, else by name. */
const whoSchema = v.object({
  name,
  type: v.picklist(entityTypes),
  named: v.boolean(),
  gender: v.nullable(v.picklist(['m', 'f'])),
  /** One place that names them; null where none does. */
  mention: v.nullable(quoteSchema),
});

/** A quotation as it was when it was corrected: enough to bring it back where a later engine does not find it. */
const saidSchema = v.object({
  contents: v.pipe(few(quoteSchema), v.minLength(1)),
  cue: few(quoteSchema),
  source: v.nullable(quoteSchema),
  kind: v.picklist(kinds),
  verb: v.object({ lemma: v.nullable(name), class: v.picklist(verbClasses) }),
  speaker: v.nullable(whoSchema),
});

const whatSchema = v.union([
  v.object({ kind: v.literal('speaker'), of: saidSchema, speaker: v.nullable(whoSchema) }),
  v.object({ kind: v.literal('edges'), of: saidSchema, contents: v.pipe(few(quoteSchema), v.minLength(1)) }),
  v.object({ kind: v.literal('notQuotation'), of: saidSchema }),
  v.object({ kind: v.literal('merge'), who: whoSchema, into: whoSchema }),
  v.object({ kind: v.literal('split'), mention: quoteSchema }),
  v.object({ kind: v.literal('notName'), mention: quoteSchema }),
  v.object({ kind: v.literal('type'), who: whoSchema, type: v.picklist(entityTypes) }),
]);

export const correctionSchema = v.object({ id, made: isoDate, what: whatSchema });
/** As many as one text may have. */
export const MOST_CORRECTIONS = 20_000;
export const correctionsSchema = v.pipe(v.array(correctionSchema), v.maxLength(MOST_CORRECTIONS));

export type Correction = v.InferOutput<typeof correctionSchema>;
export type Who = v.InferOutput<typeof whoSchema>;
export type Said = v.InferOutput<typeof saidSchema>;
