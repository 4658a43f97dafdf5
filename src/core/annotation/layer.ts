/**
 * A layer: everything that one hand says about one article. The published annotation, the machine's and each person's are
 * layers of the same shape, so that any two can be compared, copied and exported by the same means.
 *
 * Why it is shaped so:
 * - A layer is whole: it carries its own entities, so that it can leave the device, meet a changed article, or be laid
 *   beside another hand's layer without anything else. Two layers may name one person by two ids; comparing maps them.
 * - Its quotations and mentions are those of the article format with two fields more (tags of the codebook, a note): what
 *   reads an article reads a layer ({@link articleWith}).
 * - Ranges carry their exact words, as everywhere: a layer that meets an edited text is anchored anew, never guessed.
 */
import type { Article, Entity, Mention } from '../article/article.ts';
import { isOwn } from '../article/own.ts';
import type { Quotation } from '../quotation/quotation.ts';

/** `gold` is made by adjudication from two others. */
export type LayerKind = 'published' | 'machine' | 'person' | 'gold';

export interface Tagging {
  /** Ids of tags of the codebook. */
  readonly tags: readonly string[];
  readonly note: string | null;
}

export interface LayerQuotation extends Quotation, Tagging {}
export interface LayerMention extends Mention, Tagging {}

export interface Layer {
  readonly format: 'isnad-layer';
  /** Version of the format, raised when an older reader could not read it rightly. */
  readonly version: 1;
  /** Made at random once; a copy has another. Letters, digits, `.`, `-` and `_`. */
  readonly id: string;
  /** The article's id. */
  readonly article: string;
  /** The article's revision that the ranges fit. */
  readonly revision: number;
  readonly name: string;
  readonly kind: LayerKind;
  /** Whose work it is, as they want to be named. */
  readonly author: string | null;
  /** ISO 8601 dates and times. */
  readonly created: string;
  readonly modified: string;
  /** The codebook that its tags are of, by id. */
  readonly codebook: string | null;
  readonly entities: readonly Entity[];
  readonly mentions: readonly LayerMention[];
  readonly quotations: readonly LayerQuotation[];
}

const UNTAGGED: Tagging = { tags: [], note: null };

/** The engine's name, as the author of its layers. */
export const MACHINE = 'Isnād';

/** Whether what a text says of itself is the engine's word: a reader's own text in which no editor attributed anything. */
export const isMachines = ({ id, quotations }: Pick<Article, 'id' | 'quotations'>): boolean =>
  isOwn(id) && quotations.every(({ provenance }) => provenance.by !== 'editor');

/**
 * The annotation that the article came with, as a layer. Its id is `published`; of a text that the engine analysed it is the
 * machine's, with what its reader put right.
 */
export function publishedLayer(article: Article): Layer {
  const machine = isMachines(article);
  return {
    format: 'isnad-layer',
    version: 1,
    id: 'published',
    article: article.id,
    revision: article.revision,
    name: '',
    kind: machine ? 'machine' : 'published',
    author: machine ? MACHINE : null,
    created: article.revised,
    modified: article.revised,
    codebook: null,
    entities: article.entities,
    mentions: article.mentions.map((mention) => ({ ...UNTAGGED, ...mention })),
    quotations: article.quotations.map((quotation) => ({ ...UNTAGGED, ...quotation })),
  };
}

/** What the engine says of an article, as a layer beside the others. `now`: an ISO 8601 date and time. */
export const machineLayer = (
  article: Article,
  said: Pick<Article, 'entities' | 'mentions' | 'quotations'>,
  id: string,
  now: string,
): Layer => ({
  ...publishedLayer({ ...article, entities: said.entities, mentions: said.mentions, quotations: said.quotations }),
  id,
  kind: 'machine',
  author: MACHINE,
  created: now,
  modified: now,
});

/**
 * The article as a layer sees it: its text with the layer's entities, mentions and quotations in place of the published
 * ones. The chain of transmission names the article's own entities, which therefore stay where the layer has none of that id.
 */
export function articleWith(article: Article, layer: Layer): Article {
  const own = new Set(layer.entities.map(({ id }) => id));
  const handed = new Set(article.chain.map(({ entity }) => entity));
  return {
    ...article,
    entities: [...layer.entities, ...article.entities.filter(({ id }) => handed.has(id) && !own.has(id))],
    mentions: layer.mentions,
    quotations: layer.quotations,
  };
}
