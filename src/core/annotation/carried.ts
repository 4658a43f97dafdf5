/**
 * Corrections that travel: an article file as it is shown, and beside it (`corrected`) what the engine had said of the text
 * and what the reader put right in it. Programs that know article files read it as one.
 */
import * as v from 'valibot';
import type { Article } from '../article/article.ts';
import { articleSchema } from '../dataset/schema.ts';
import { verifyArticle } from '../dataset/verify.ts';
import { failure, type Result, success } from '../result.ts';
import { type Correction, correctionsSchema } from './correction.ts';

/** What somebody, or the engine, says of a text. */
export type Annotations = Pick<Article, 'entities' | 'mentions' | 'quotations' | 'chain'>;

export interface Carried {
  /** What the corrections are made upon. */
  readonly machine: Annotations;
  readonly corrections: readonly Correction[];
}

const { entities, mentions, quotations, chain } = articleSchema.entries;
const carriedSchema = v.object({
  corrected: v.optional(
    v.nullable(
      v.object({ machine: v.object({ entities, mentions, quotations, chain }), corrections: correctionsSchema }),
    ),
    null,
  ),
});

/** The file of an article; its corrections go with it where there are any. */
export const writeArticle = (article: Article, carried: Carried | null = null): string =>
  `${JSON.stringify(carried === null || carried.corrections.length === 0 ? article : { ...article, corrected: carried }, null, 1)}\n`;

/**
 * The corrections in the file of this article; null where it has none. Fails, with the path to the fault, where there are
 * some that cannot be true of this text.
 */
export function readCarried(source: string, article: Article): Result<Carried | null, string> {
  const read = v.safeParse(carriedSchema, JSON.parse(source), { abortEarly: true });
  if (!read.success) return failure(v.getDotPath(read.issues[0]) ?? 'corrected');
  const { corrected } = read.output;
  if (corrected === null) return success(null);
  const [fault] = verifyArticle({ ...article, ...corrected.machine });
  return fault ? failure(`corrected/machine/${fault.path}`) : success(corrected);
}
