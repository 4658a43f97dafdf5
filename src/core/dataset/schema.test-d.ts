/**
 * Held by the compiler (`npm run types`), not run: the types written by hand beside their subject and the shapes checked
 * at the door are the same, to the last field. Whoever changes one of the two is told here.
 */
import type * as v from 'valibot';
import type { Article } from '../article/article.ts';
import type { Codebook } from '../annotation/codebook.ts';
import type { Layer } from '../annotation/layer.ts';
import type { Step } from '../annotation/change.ts';
import type { codebookSchema, layerSchema, stepSchema } from '../annotation/schema.ts';
import type { Bilingual } from '../bilingual.ts';
import type { Quotation } from '../quotation/quotation.ts';
import type { TextRange } from '../text/range.ts';
import type { Library } from './library.ts';
import type { articleSchema, bilingualSchema, librarySchema, quotationSchema, rangeSchema } from './schema.ts';

/** What a schema lets pass, with `readonly` put on as the hand-written types have it. */
type Shape<Schema extends v.GenericSchema> = Frozen<v.InferOutput<Schema>>;
type Frozen<Value> = { readonly [Key in keyof Value]: Frozen<Value[Key]> };

/** True where each of the two can stand for the other, field by field. */
type Same<Written, Checked> = [Written] extends [Checked] ? ([Checked] extends [Written] ? true : false) : false;

export const held: [
  Same<Article, Shape<typeof articleSchema>>,
  Same<Library, Shape<typeof librarySchema>>,
  Same<Quotation, Shape<typeof quotationSchema>>,
  Same<TextRange, Shape<typeof rangeSchema>>,
  Same<Bilingual, Shape<typeof bilingualSchema>>,
  Same<Layer, Shape<typeof layerSchema>>,
  Same<Codebook, Shape<typeof codebookSchema>>,
  Same<Step, Shape<typeof stepSchema>>,
] = [true, true, true, true, true, true, true, true];

/** The measure itself can tell: a field more, a field less, a wider or a narrower type are not the same. */
export const told: [
  Same<Article, Omit<Shape<typeof articleSchema>, 'chain'>>,
  Same<Omit<Article, 'chain'>, Shape<typeof articleSchema>>,
  Same<Bilingual, { readonly ar: string }>,
  Same<Bilingual, { readonly ar: string; readonly en: string | null }>,
  Same<TextRange, Frozen<{ block: 'p1'; start: number; end: number; words: string }>>,
] = [false, false, false, false, false];
