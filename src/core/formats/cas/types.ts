/**
 * The type system that goes along in the file. Spans are INCEpTION's custom span layers (`webanno.custom.…`), quotations
 * point to their pieces by a link feature, as INCEpTION's own slots do; names are DKPro's named entities, which INCEpTION
 * shows without any configuration. What has no words of its own extends `AnnotationBase`, as its document metadata do.
 */
export const ANNOTATION = 'uima.tcas.Annotation';
export const BASE = 'uima.cas.AnnotationBase';
const TEXT = 'uima.cas.String';
const TEXTS = 'uima.cas.StringArray';

export const NAMES = {
  metadata: 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData',
  name: 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
  quotation: 'webanno.custom.Quotation',
  piece: 'webanno.custom.QuotationPiece',
  link: 'webanno.custom.QuotationPiecesLink',
  transmission: 'webanno.custom.QuotationTransmission',
  entity: 'webanno.custom.IsnadEntity',
  block: 'webanno.custom.IsnadBlock',
  layer: 'webanno.custom.IsnadLayer',
} as const;

type Range = string | { readonly arrayOf: string };
const define = (name: string, parent: string, features: Readonly<Record<string, Range>>) => ({
  '%NAME': name,
  '%SUPER_TYPE': parent,
  ...Object.fromEntries(
    Object.entries(features).map(([feature, range]) => [
      feature,
      typeof range === 'string'
        ? { '%NAME': feature, '%RANGE': range }
        : { '%NAME': feature, '%RANGE': `${range.arrayOf}[]`, '%ELEMENT_TYPE': range.arrayOf },
    ]),
  ),
});

const all = [
  define(NAMES.metadata, 'uima.tcas.DocumentAnnotation', { documentId: TEXT, documentTitle: TEXT }),
  define(NAMES.name, ANNOTATION, {
    value: TEXT,
    identifier: TEXT,
    mention: TEXT,
    entity: TEXT,
    tags: TEXTS,
    note: TEXT,
  }),
  define(NAMES.piece, ANNOTATION, { role: TEXT }),
  define(NAMES.link, 'uima.cas.TOP', { role: TEXT, target: NAMES.piece }),
  define(NAMES.transmission, BASE, {
    role: TEXT,
    entity: TEXT,
    noteAr: TEXT,
    noteEn: TEXT,
    piece: NAMES.piece,
  }),
  define(NAMES.quotation, ANNOTATION, {
    quotation: TEXT,
    kind: TEXT,
    verb: TEXT,
    lemma: TEXT,
    speaker: TEXT,
    addressee: TEXT,
    about: TEXTS,
    parent: TEXT,
    by: TEXT,
    rule: TEXT,
    confidence: 'uima.cas.Double',
    reasonAr: TEXT,
    reasonEn: TEXT,
    tags: TEXTS,
    note: TEXT,
    pieces: { arrayOf: NAMES.link },
    via: { arrayOf: NAMES.transmission },
  }),
  define(NAMES.entity, BASE, {
    entity: TEXT,
    kind: TEXT,
    named: 'uima.cas.Boolean',
    gender: TEXT,
    nameAr: TEXT,
    nameEn: TEXT,
    aliases: TEXTS,
    roleAr: TEXT,
    roleEn: TEXT,
    descriptionAr: TEXT,
    descriptionEn: TEXT,
    registers: TEXTS,
    identifiers: TEXTS,
  }),
  define(NAMES.block, ANNOTATION, { block: TEXT, kind: TEXT, gap: 'uima.cas.Integer' }),
  define(NAMES.layer, BASE, {
    layer: TEXT,
    name: TEXT,
    kind: TEXT,
    author: TEXT,
    created: TEXT,
    modified: TEXT,
    codebook: TEXT,
  }),
];

export const TYPES: Readonly<Record<string, unknown>> = Object.fromEntries(all.map((type) => [type['%NAME'], type]));
