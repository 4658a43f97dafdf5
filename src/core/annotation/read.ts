/** Layers and codebooks at the door: untrusted text, read as the dataset's files are. */
import * as v from 'valibot';
import type { Article } from '../article/article.ts';
import { type DatasetFault, readShape } from '../dataset/read.ts';
import { type ArticleFault, verifyArticle } from '../dataset/verify.ts';
import { failure, type Result, success } from '../result.ts';
import type { Step } from './change.ts';
import type { Codebook } from './codebook.ts';
import type { Layer } from './layer.ts';
import { codebookSchema, layerSchema, stepSchema } from './schema.ts';

/**
 * Reads untrusted text as a layer: JSON, format and version, shape, ids that lead somewhere, and with an article that every
 * range fits it. Without one, ranges are only held to themselves: a layer of an edited text is read so, then anchored anew.
 */
export function readLayer(source: string, article?: Pick<Article, 'blocks'>): Result<Layer, DatasetFault> {
  const parsed = readShape(source, 'isnad-layer', 1, layerSchema);
  if (!parsed.ok) return parsed;
  const fault = verifyLayer(parsed.value, article)[0];
  if (fault) return failure({ kind: 'content', where: fault.path, detail: `${fault.kind}: ${fault.detail}` });
  return success(parsed.value);
}

/** What a name must have in a published article, and need not have while somebody is at work. */
const LATER: ReadonlySet<ArticleFault['kind']> = new Set(['unresolvedVariant', 'unusedAlias', 'missingMention']);
const NEEDS_TEXT: ReadonlySet<ArticleFault['kind']> = new Set(['unknownBlock', 'outOfBounds', 'splitsCharacter']);

/** Everything that the shape cannot tell of a layer; an empty list means that it can be trusted beside this article. */
export function verifyLayer(layer: Layer, article?: Pick<Article, 'blocks'>): ArticleFault[] {
  const { entities, mentions, quotations } = layer;
  const faults = verifyArticle({
    blocks: article?.blocks ?? [],
    entities,
    mentions,
    quotations,
    glossary: [],
    chain: [],
  }).filter(({ kind }) => !LATER.has(kind) && (article !== undefined || !NEEDS_TEXT.has(kind)));
  if (article !== undefined) return faults;
  const ranges = [
    ...mentions.map(({ id, range }) => ({ path: `mentions/${id}`, range })),
    ...quotations.flatMap(({ id, contents, cue, source }) =>
      [...contents, ...cue, ...(source === null ? [] : [source])].map((range) => ({ path: `quotations/${id}`, range })),
    ),
  ];
  for (const { path, range } of ranges) {
    const detail = `${range.start}–${range.end} «${range.words}»`;
    if (range.start >= range.end) faults.push({ path, kind: 'empty', detail });
    else if (range.words.length !== range.end - range.start) faults.push({ path, kind: 'words', detail });
  }
  return faults;
}

/** Reads untrusted text as a codebook: shape, ids that stand once, groups that are there. Shortcuts may still clash. */
export function readCodebook(source: string): Result<Codebook, DatasetFault> {
  const parsed = readShape(source, 'isnad-codebook', 1, codebookSchema);
  if (!parsed.ok) return parsed;
  const { groups, tags } = parsed.value;
  const content = (where: string, detail: string) => failure({ kind: 'content', where, detail } as const);
  const twice = repeated(groups) ?? repeated(tags);
  if (twice !== null) return content(twice, `duplicateId: ${twice}`);
  const known = new Set(groups.map(({ id }) => id));
  const lost = tags.find(({ group }) => !known.has(group));
  return lost ? content(`tags/${lost.id}/group`, `unknownGroup: ${lost.group}`) : parsed;
}

function repeated(items: readonly { readonly id: string }[]): string | null {
  const seen = new Set<string>();
  return items.find(({ id }) => seen.size === seen.add(id).size)?.id ?? null;
}

/** A step as it was kept on the device, or null where it is damaged: a record of a database is no more to be trusted than a file. */
export function readStep(stored: unknown): Step | null {
  const checked = v.safeParse(stepSchema, stored, { abortEarly: true });
  return checked.success ? checked.output : null;
}
