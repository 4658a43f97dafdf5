import { type Layer, publishedLayer } from '../core/annotation/layer.ts';
import { buildArticle, type Mutable } from './article.ts';

/** The published layer of {@link buildArticle} as another hand's, with what a test changes in it. */
export function buildLayer(id: string, change: (layer: Mutable<Layer>) => void = () => undefined): Layer {
  const layer = structuredClone(publishedLayer(buildArticle())) as Mutable<Layer>;
  layer.id = id;
  layer.kind = 'person';
  layer.name = id;
  change(layer);
  return layer;
}

/** Another hand's ids for everything: entities, mentions and quotations get the prefix. */
export function renamed(layer: Layer, prefix: string): Layer {
  const id = (one: string) => `${prefix}${one}`;
  const maybe = (one: string | null) => (one === null ? null : id(one));
  return {
    ...layer,
    entities: layer.entities.map((entity) => ({ ...entity, id: id(entity.id) })),
    mentions: layer.mentions.map((mention) => ({ ...mention, id: id(mention.id), entity: id(mention.entity) })),
    quotations: layer.quotations.map((quotation) => ({
      ...quotation,
      id: id(quotation.id),
      speaker: maybe(quotation.speaker),
      addressee: maybe(quotation.addressee),
      about: quotation.about.map(id),
      parent: maybe(quotation.parent),
      via: quotation.via.map((link) => ({ ...link, entity: id(link.entity) })),
    })),
  };
}
