/**
 * The words of ours in a Web Annotation file, beside those of the W3C context. They are names in our own namespace, not
 * addresses: nothing is fetched. Two of them keep an order, which JSON-LD would otherwise not promise.
 */
export const NAMESPACE = 'urn:isnad:terms#';

export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    isnad: NAMESPACE,
    'isnad:via': { '@container': '@list' },
    'isnad:aliases': { '@container': '@list' },
    'isnad:authority': { '@container': '@list' },
    'isnad:entities': { '@container': '@list' },
  },
] as const;

/** What a body of an annotation tells, under `isnad:field`. */
export type BodyField =
  | 'kind'
  | 'verb'
  | 'lemma'
  | 'cue'
  | 'source'
  | 'speaker'
  | 'addressee'
  | 'about'
  | 'parent'
  | 'reason'
  | 'entity';

export const articleIri = (article: string): string => `urn:isnad:article:${article}`;
export const entityIri = (layer: string, id: string): string => `urn:isnad:layer:${layer}:entity:${id}`;
export const quotationIri = (layer: string, id: string): string => `urn:isnad:layer:${layer}:quotation:${id}`;
export const mentionIri = (layer: string, id: string): string => `urn:isnad:layer:${layer}:mention:${id}`;

/** The last part of one of our names; of another's name, all of it. */
export const lastOf = (iri: string): string => /^urn:isnad:.*:([^:]+)$/.exec(iri)?.[1] ?? iri;
