import type { Layer, LayerMention, LayerQuotation } from '../annotation/layer.ts';
import type { Article, Entity } from '../article/article.ts';
import type { Loss, LossKey } from './format.ts';

/** Whether a record says anything under a key; a format that cannot carry the key loses nothing where it does not. */
const quotationSays = {
  addressee: ({ addressee }) => addressee !== null,
  about: ({ about }) => about.length > 0,
  parent: ({ parent }) => parent !== null,
  lemma: ({ verb }) => verb.lemma !== null,
  provenance: ({ provenance: { by, rule, confidence } }) => by !== 'reader' || rule !== null || confidence !== null,
  reason: ({ reason }) => reason.ar + reason.en !== '',
  via: ({ via }) => via.length > 0,
  tags: ({ tags }) => tags.length > 0,
  note: ({ note }) => note !== null,
} as const satisfies Partial<Record<LossKey, (quotation: LayerQuotation) => boolean>>;

const mentionSays = {
  tags: ({ tags }) => tags.length > 0,
  note: ({ note }) => note !== null,
} as const satisfies Partial<Record<LossKey, (mention: LayerMention) => boolean>>;

const entitySays = {
  named: ({ named }) => !named,
  gender: ({ gender }) => gender !== null,
  english: ({ name }) => name.en !== '',
  aliases: ({ aliases }) => aliases.length > 0,
  role: ({ role }) => role !== null,
  description: ({ description }) => description.ar + description.en !== '',
  authority: ({ authority }) => authority.length > 0,
} as const satisfies Partial<Record<LossKey, (entity: Entity) => boolean>>;

const articleSays = {
  title: ({ title }) => title.en !== '' || title.ar !== '',
  topics: ({ topics }) => topics.length > 0,
  summary: ({ summary }) => summary.ar + summary.en !== '',
  notice: ({ notice }) => notice !== null,
  author: ({ author }) => author !== null,
  published: ({ published }) => published !== null,
  glossary: ({ glossary }) => glossary.length > 0,
  chain: ({ chain }) => chain.length > 0,
  text: () => true,
  blocks: () => true,
} as const satisfies Partial<Record<LossKey, (article: Article) => boolean>>;

/** What a format has no place for, by kind of record. */
export interface Cannot {
  readonly quotation?: readonly (keyof typeof quotationSays)[];
  readonly mention?: readonly (keyof typeof mentionSays)[];
  readonly entity?: readonly (keyof typeof entitySays)[];
  readonly article?: readonly (keyof typeof articleSays)[];
  /** Whether the layer's own name, author, dates and codebook stay behind. */
  readonly head?: boolean;
}

/** Everything that this layer says and the format cannot carry, in the order of the layer. */
export function lossesOf(article: Article, layer: Layer, cannot: Cannot): Loss[] {
  const lost: Loss[] = [];
  for (const what of cannot.article ?? []) {
    if (articleSays[what](article)) lost.push({ of: 'article', id: article.id, what });
  }
  if (cannot.head) lost.push({ of: 'layer', id: layer.id, what: 'head' });
  for (const entity of layer.entities) {
    for (const what of cannot.entity ?? [])
      if (entitySays[what](entity)) lost.push({ of: 'entity', id: entity.id, what });
  }
  for (const mention of layer.mentions) {
    for (const what of cannot.mention ?? []) {
      if (mentionSays[what](mention)) lost.push({ of: 'mention', id: mention.id, what });
    }
  }
  for (const quotation of layer.quotations) {
    for (const what of cannot.quotation ?? []) {
      if (quotationSays[what](quotation)) lost.push({ of: 'quotation', id: quotation.id, what });
    }
  }
  return lost;
}
