/** What a page says of its article to machines (JSON-LD): headline, day, author. Many sites say it nowhere else. */
import * as v from 'valibot';

export interface LinkedData {
  readonly headline: string | null;
  readonly author: string | null;
  /** As the page has it. */
  readonly published: string | null;
}

const MOST_LETTERS = 200_000;
const DEEPEST = 5;

const words = v.fallback(v.optional(v.nullable(v.string())), null);
const shape = v.object({ headline: words, datePublished: words });
const person = v.union([v.string(), v.object({ name: v.string() })]);

/** Null where it is no JSON, or speaks of no article. */
export function readLinkedData(source: string): LinkedData | null {
  if (source.length > MOST_LETTERS) return null;
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch {
    return null;
  }
  const article = articleIn(data, 0);
  if (article === null) return null;
  const { headline, datePublished } = v.parse(shape, article);
  const authors = [(article as { author?: unknown }).author].flat();
  const names = authors.flatMap((one) => {
    const read = v.safeParse(person, one);
    return read.success ? [typeof read.output === 'string' ? read.output : read.output.name] : [];
  });
  return { headline: headline ?? null, author: names[0] ?? null, published: datePublished ?? null };
}

const ARTICLE = /(?:Article|Report|BlogPosting)$/;

function articleIn(data: unknown, depth: number): object | null {
  if (typeof data !== 'object' || data === null || depth > DEEPEST) return null;
  if (Array.isArray(data)) {
    for (const one of data.slice(0, 50)) {
      const found = articleIn(one, depth + 1);
      if (found) return found;
    }
    return null;
  }
  const { '@type': type, '@graph': graph } = data as Record<string, unknown>;
  if ([type].flat().some((one) => typeof one === 'string' && ARTICLE.test(one))) return data;
  return graph === undefined ? null : articleIn(graph, depth + 1);
}
