import * as v from 'valibot';
import { failure, type Result, success } from '../result.ts';
import { fault, type IntakeFault } from './fault.ts';

export type JsonText =
  | { readonly kind: 'isnad' }
  | {
      readonly kind: 'text';
      readonly body: string;
      readonly title: string | null;
      readonly author: string | null;
      readonly published: string | null;
      readonly url: string | null;
    };

const line = v.fallback(v.optional(v.nullable(v.string())), null);
const prose = v.fallback(
  v.optional(v.union([v.string(), v.pipe(v.array(v.string()), v.maxLength(100_000))])),
  undefined,
);
/** The names that programs which save articles give to the same things. */
const shape = v.object({
  format: line,
  title: line,
  headline: line,
  text: prose,
  body: prose,
  content: prose,
  articleBody: prose,
  author: line,
  byline: line,
  published: line,
  date: line,
  datePublished: line,
  url: line,
  link: line,
});

/** What a JSON file holds: an Isnād article, or a title and a text. Null where it is no JSON; `noArticle` where it is another. */
export function readJson(source: string): Result<JsonText, IntakeFault> | null {
  let data: unknown;
  try {
    data = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
  const read = v.safeParse(shape, Array.isArray(data) && data.length === 1 ? data[0] : data);
  if (!read.success) return failure(fault('noArticle', 'JSON'));
  const { output } = read;
  if (output.format === 'isnad-article') return success({ kind: 'isnad' });
  const body = output.articleBody ?? output.text ?? output.body ?? output.content;
  const text = Array.isArray(body) ? body.join('\n\n') : body;
  if (text === undefined || text.trim() === '') return failure(fault('noArticle', 'JSON'));
  const url = output.url ?? output.link ?? '';
  return success({
    kind: 'text',
    body: text,
    title: (output.headline ?? output.title)?.slice(0, 400) ?? null,
    author: (output.author ?? output.byline)?.slice(0, 200) || null,
    published: (output.datePublished ?? output.published ?? output.date)?.slice(0, 40) ?? null,
    url: /^https?:\/\/[^\s/?#]+(?:[/?#]\S*)?$/.test(url) && url.length <= 2000 ? url : null,
  });
}
