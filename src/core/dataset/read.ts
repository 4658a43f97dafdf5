import * as v from 'valibot';
import type { Article } from '../article/article.ts';
import { failure, type Result, success } from '../result.ts';
import { articleSchema, librarySchema } from './schema.ts';
import type { Library } from './library.ts';
import { verifyArticle } from './verify.ts';

/** Why a dataset file cannot be shown. `where` and `detail` are for the person who has to mend the file. */
export interface DatasetFault {
  readonly kind: 'notJson' | 'newerVersion' | 'otherFormat' | 'shape' | 'content';
  readonly where: string;
  readonly detail: string;
}

/** Reads untrusted text as an article: JSON, format and version, shape, then everything ranges and identifiers claim. */
export function readArticle(source: string): Result<Article, DatasetFault> {
  const parsed = readShape(source, 'isnad-article', 1, articleSchema);
  if (!parsed.ok) return parsed;
  const fault = verifyArticle(parsed.value)[0];
  if (fault) return failure({ kind: 'content', where: fault.path, detail: `${fault.kind}: ${fault.detail}` });
  return success(parsed.value);
}

/** Reads untrusted text as the library's index. */
export const readLibrary = (source: string): Result<Library, DatasetFault> =>
  readShape(source, 'isnad-library', 1, librarySchema);

/** Untrusted text as a file of this format, of no newer version than `newest`, in this shape; fields unknown to it are left out. */
export function readShape<Schema extends v.GenericSchema>(
  source: string,
  format: string,
  newest: number,
  schema: Schema,
): Result<v.InferOutput<Schema>, DatasetFault> {
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch (error) {
    return failure({ kind: 'notJson', where: '', detail: error instanceof Error ? error.message : String(error) });
  }
  // Format and version first: a file of tomorrow should be told from a broken one.
  const head = v.safeParse(v.object({ format: v.string(), version: v.number() }), data);
  if (!head.success || head.output.format !== format) {
    return failure({ kind: 'otherFormat', where: 'format', detail: head.success ? head.output.format : '' });
  }
  if (head.output.version > newest) {
    return failure({ kind: 'newerVersion', where: 'version', detail: String(head.output.version) });
  }
  const checked = v.safeParse(schema, data, { abortEarly: true });
  if (checked.success) return success(checked.output);
  const issue = checked.issues[0];
  return failure({ kind: 'shape', where: v.getDotPath(issue) ?? '', detail: issue.message });
}
