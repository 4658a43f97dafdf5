/**
 * The type system that goes along, in the file and beside it. INCEpTION reads a CAS as JSON strictly: one type or feature
 * that its project lacks, and nothing is read. So everything of ours is a layer as INCEpTION makes them of an imported type
 * system (its project settings): spans whose features are text, truth values, whole numbers, lists of text, or links with
 * roles; what has no words of its own stands where it begins. Names are DKPro's named entities, which INCEpTION always has,
 * with its features and no others; what else is known of a name is a span beside it.
 */
import { element } from '../xml.ts';

const ANNOTATION = 'uima.tcas.Annotation';
const TEXT = 'uima.cas.String';
const TEXTS = 'uima.cas.StringArray';

export const NAMES = {
  metadata: 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData',
  name: 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
  mention: 'webanno.custom.IsnadName',
  quotation: 'webanno.custom.Quotation',
  piece: 'webanno.custom.QuotationPiece',
  link: 'webanno.custom.QuotationPiecesLink',
  transmission: 'webanno.custom.QuotationTransmission',
  entity: 'webanno.custom.IsnadEntity',
  block: 'webanno.custom.IsnadBlock',
  layer: 'webanno.custom.IsnadLayer',
} as const;

type Range = string | { readonly arrayOf: string };
interface Type {
  readonly name: string;
  readonly parent: string;
  readonly features: Readonly<Record<string, Range>>;
}
const type = (name: string, parent: string, features: Type['features']): Type => ({ name, parent, features });

/** What INCEpTION and DKPro have of themselves. */
const known = [
  type(NAMES.metadata, 'uima.tcas.DocumentAnnotation', { documentId: TEXT, documentTitle: TEXT }),
  type(NAMES.name, ANNOTATION, { value: TEXT, identifier: TEXT }),
];

const ours = [
  type(NAMES.mention, ANNOTATION, { mention: TEXT, entity: TEXT, tags: TEXTS, note: TEXT }),
  type(NAMES.piece, ANNOTATION, { role: TEXT }),
  type(NAMES.link, 'uima.cas.TOP', { role: TEXT, target: NAMES.piece }),
  type(NAMES.quotation, ANNOTATION, {
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
    // As text: JSON writes 1 for 1.0, and a strict reader takes that for no fraction.
    confidence: TEXT,
    reasonAr: TEXT,
    reasonEn: TEXT,
    tags: TEXTS,
    note: TEXT,
    pieces: { arrayOf: NAMES.link },
  }),
  type(NAMES.transmission, ANNOTATION, {
    quotation: TEXT,
    place: 'uima.cas.Integer',
    stated: 'uima.cas.Boolean',
    role: TEXT,
    entity: TEXT,
    noteAr: TEXT,
    noteEn: TEXT,
  }),
  type(NAMES.entity, ANNOTATION, {
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
  type(NAMES.block, ANNOTATION, { block: TEXT, kind: TEXT, gap: 'uima.cas.Integer' }),
  type(NAMES.layer, ANNOTATION, {
    layer: TEXT,
    name: TEXT,
    kind: TEXT,
    author: TEXT,
    created: TEXT,
    modified: TEXT,
    codebook: TEXT,
  }),
];

/** As the CAS file has them. */
export const TYPES: Readonly<Record<string, unknown>> = Object.fromEntries(
  [...known, ...ours].map(({ name, parent, features }) => [
    name,
    {
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
    },
  ]),
);

/** Our own types as a UIMA type system description, which INCEpTION makes layers of. */
export const TYPE_SYSTEM = `<?xml version="1.0" encoding="UTF-8"?>\n${element(
  'typeSystemDescription',
  { xmlns: 'http://uima.apache.org/resourceSpecifier' },
  `${element('name', {}, 'isnad')}${element('types', {}, ours.map(described).join(''))}`,
)}\n`;

function described({ name, parent, features }: Type): string {
  const inside = Object.entries(features).map(([feature, range]) => {
    const [rangeName, of] = typeof range === 'string' ? [range] : ['uima.cas.FSArray', range.arrayOf];
    return element(
      'featureDescription',
      {},
      element('name', {}, feature) +
        element('description', {}, '') +
        element('rangeTypeName', {}, rangeName) +
        (of === undefined ? '' : element('elementType', {}, of)),
    );
  });
  return `\n${element(
    'typeDescription',
    {},
    element('name', {}, name) +
      element('description', {}, '') +
      element('supertypeName', {}, parent) +
      element('features', {}, inside.join('')),
  )}`;
}
