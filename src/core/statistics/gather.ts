/**
 * What is counted, gathered from one article or many: every quotation with its speaker, its words and what it is about.
 *
 * - One speaker across articles is known by a verified identifier, or by type and folded Arabic name. Somebody without a name
 *   ("a security source") is somebody else in every article.
 * - Words are white-space-delimited pieces with a letter or digit, as everywhere. Each word of a text is given once: to the
 *   innermost quotation that covers it, or to the article itself. What a minister said somebody else said is the other's
 *   voice, and its words are not counted again for the minister. So shares of voice always add up to the whole text.
 */
import { tokensOf } from '../article/tokens.ts';
import { articleWith, type Layer, type LayerQuotation, publishedLayer } from '../annotation/layer.ts';
import type { Article, Entity } from '../article/article.ts';
import { foldText } from '../text/fold.ts';

/** One text and the layer to count in it; the published one where none is given. */
export interface Counted {
  readonly article: Article;
  readonly layer?: Layer | undefined;
}

export interface Spoken {
  readonly article: string;
  readonly quotation: LayerQuotation;
  /** A key of {@link Gathered.people}, or null. */
  readonly speaker: string | null;
  readonly about: readonly string[];
  /** Words that are this quotation's alone: without those of quotations nested in it. */
  readonly words: number;
}

export interface Gathered {
  /** In text order, article by article. */
  readonly spoken: readonly Spoken[];
  /** Everybody who speaks, is spoken to or about, by a key that holds across the articles. */
  readonly people: ReadonlyMap<string, Entity>;
  /** Words of all the texts. */
  readonly words: number;
}

export function gather(sources: readonly Counted[]): Gathered {
  const spoken: Spoken[] = [];
  const people = new Map<string, Entity>();
  const keyByMark = new Map<string, string>();
  let words = 0;
  for (const { article, layer = publishedLayer(article) } of sources) {
    const entities = new Map(
      articleWith(article, layer).entities.map((entity): [string, string] => [
        entity.id,
        keyOf(entity, article.id, people, keyByMark),
      ]),
    );
    const tokens = tokensOf(article.blocks);
    words += tokens.count;
    const covered = layer.quotations.map((quotation) => tokens.all(quotation.contents));
    // Shorter ones overwrite longer ones; of two equally long the one that names a parent is the inner one.
    const owner = Array.from({ length: tokens.count }, () => -1);
    const own = layer.quotations.map(() => 0);
    const depth = (index: number) => (layer.quotations[index]?.parent == null ? 0 : 1);
    [...covered.keys()]
      .sort((a, b) => sizeOf(covered, b) - sizeOf(covered, a) || depth(a) - depth(b) || a - b)
      .forEach((index) => {
        for (const token of covered[index] ?? []) owner[token] = index;
      });
    for (const index of owner) if (index >= 0) own[index] = (own[index] ?? 0) + 1;
    const known = (id: string) => entities.get(id) ?? [];
    layer.quotations
      .map((quotation, index) => ({
        at: covered[index]?.[0] ?? 0,
        one: {
          article: article.id,
          quotation,
          speaker: quotation.speaker === null ? null : (entities.get(quotation.speaker) ?? null),
          about: [...new Set(quotation.about.flatMap(known))],
          words: own[index] ?? 0,
        },
      }))
      .sort((a, b) => a.at - b.at)
      .forEach(({ one }) => spoken.push(one));
  }
  return { spoken, people, words };
}

const sizeOf = (covered: readonly (readonly number[])[], index: number): number => covered[index]?.length ?? 0;

/** The key under which an entity is counted; whoever is met first lends the name. */
function keyOf(entity: Entity, article: string, people: Map<string, Entity>, keyByMark: Map<string, string>): string {
  const marks = entity.named
    ? [
        ...entity.authority.map(({ register, id }) => `${register} ${id}`),
        `${entity.type} ${foldText(entity.name.ar, 'loose').replaceAll(/\s+/g, ' ').trim()}`,
      ]
    : [`${article} ${entity.id}`];
  const known = marks.map((mark) => keyByMark.get(mark)).find((key) => key !== undefined);
  const key = known ?? `${article}/${entity.id}`;
  for (const mark of marks) if (!keyByMark.has(mark)) keyByMark.set(mark, key);
  if (!people.has(key)) people.set(key, entity);
  return key;
}
