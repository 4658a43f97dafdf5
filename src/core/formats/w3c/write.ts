import type { Layer, LayerMention, LayerQuotation, Tagging } from '../../annotation/layer.ts';
import type { Article, Entity } from '../../article/article.ts';
import type { TextRange } from '../../text/range.ts';
import type { Export } from '../format.ts';
import { lossesOf } from '../losses.ts';
import { createCodePoints, createPositions, surroundings } from '../positions.ts';
import { dateTime, fileName } from '../source.ts';
import { articleIri, type BodyField, CONTEXT, entityIri, mentionIri, quotationIri } from './vocabulary.ts';

type Json = { readonly [key: string]: unknown };

/**
 * One annotation collection: an annotation for each quotation (what was said is its target, a target for each piece) and
 * for each mention (its body is the entity). Positions are counted in code points of the plain text, as the recommendation
 * asks; the words of the quote selector are the article's own, with the letters around them.
 */
export function write(article: Article, layer: Layer): Export {
  const positions = createPositions(article);
  const points = createCodePoints(positions.text);
  const source = articleIri(article.id);

  const target = (range: TextRange): Json => {
    const { start, end } = positions.plain(range) ?? { start: 0, end: 0 };
    return {
      type: 'SpecificResource',
      source,
      'isnad:block': range.block,
      selector: [
        { type: 'TextQuoteSelector', exact: range.words, ...surroundings(positions.text, start, end) },
        { type: 'TextPositionSelector', start: points.fromUnits(start), end: points.fromUnits(end) },
      ],
    };
  };
  const word = (field: BodyField, purpose: string, value: string, extra: Json = {}): Json => ({
    type: 'TextualBody',
    purpose,
    value,
    format: 'text/plain',
    ...extra,
    'isnad:field': field,
  });
  const arabic = { language: 'ar', textDirection: 'rtl' };
  const stretch = (field: BodyField, range: TextRange): Json => ({
    ...target(range),
    purpose: 'describing',
    'isnad:field': field,
  });
  const link = (field: BodyField, purpose: string, iri: string): Json => ({
    type: 'SpecificResource',
    purpose,
    source: iri,
    'isnad:field': field,
  });
  const entity = (id: string) => entityIri(layer.id, id);
  const tagging = ({ tags, note }: Tagging): Json[] => [
    ...tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag, format: 'text/plain' })),
    ...(note === null
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', value: note, format: 'text/plain', textDirection: 'auto' }]),
  ];
  const creator = layer.author === null ? {} : { creator: { type: agentOf(layer), name: layer.author } };
  const dates = { created: dateTime(layer.created), modified: dateTime(layer.modified) };
  const generator = { generator: { id: 'urn:isnad:software', type: 'Software', name: 'Isnād' } };

  const quotation = (one: LayerQuotation): Json => ({
    id: quotationIri(layer.id, one.id),
    type: ['Annotation', 'isnad:Quotation'],
    motivation: 'classifying',
    ...creator,
    ...dates,
    ...generator,
    'isnad:by': one.provenance.by,
    ...(one.provenance.rule === null ? {} : { 'isnad:rule': one.provenance.rule }),
    ...(one.provenance.confidence === null ? {} : { 'isnad:confidence': one.provenance.confidence }),
    body: [
      word('kind', 'classifying', one.kind),
      word('verb', 'classifying', one.verb.class),
      ...(one.verb.lemma === null ? [] : [word('lemma', 'describing', one.verb.lemma, arabic)]),
      ...one.cue.map((range) => stretch('cue', range)),
      ...(one.source ? [stretch('source', one.source)] : []),
      ...(one.speaker === null ? [] : [link('speaker', 'identifying', entity(one.speaker))]),
      ...(one.addressee === null ? [] : [link('addressee', 'linking', entity(one.addressee))]),
      ...one.about.map((id) => link('about', 'linking', entity(id))),
      ...(one.parent === null ? [] : [link('parent', 'linking', quotationIri(layer.id, one.parent))]),
      ...(one.reason.ar === '' ? [] : [word('reason', 'describing', one.reason.ar, arabic)]),
      ...(one.reason.en === ''
        ? []
        : [word('reason', 'describing', one.reason.en, { language: 'en', textDirection: 'ltr' })]),
      ...tagging(one),
    ],
    target: one.contents.map(target),
    ...(one.via.length === 0
      ? {}
      : {
          'isnad:via': one.via.map(({ role, entity: id, range, note }) => ({
            'isnad:role': role,
            'isnad:entity': { id: entity(id) },
            ...(range ? { 'isnad:place': target(range) } : {}),
            ...(note ? { 'isnad:noteAr': note.ar, 'isnad:noteEn': note.en } : {}),
          })),
        }),
  });
  const mention = (one: LayerMention): Json => ({
    id: mentionIri(layer.id, one.id),
    type: ['Annotation', 'isnad:Mention'],
    motivation: 'identifying',
    ...creator,
    ...dates,
    ...generator,
    body: [link('entity', 'identifying', entity(one.entity)), ...tagging(one)],
    target: [target(one.range)],
  });

  const items = [...layer.mentions.map(mention), ...layer.quotations.map(quotation)];
  const id = `urn:isnad:layer:${layer.id}`;
  const collection = {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: layer.name === '' ? `${article.id} ${layer.id}` : layer.name,
    ...creator,
    ...dates,
    ...generator,
    'isnad:article': { id: source },
    'isnad:name': layer.name,
    'isnad:kind': layer.kind,
    'isnad:revision': layer.revision,
    ...(layer.codebook === null ? {} : { 'isnad:codebook': layer.codebook }),
    'isnad:entities': layer.entities.map((one) => entityNode(entity(one.id), one)),
    total: items.length,
    first: { id: `${id}:page:1`, type: 'AnnotationPage', partOf: id, startIndex: 0, items },
  };
  return {
    files: [
      {
        name: fileName(article.id, layer.id, 'jsonld'),
        type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        text: `${JSON.stringify(collection, null, 1)}\n`,
      },
    ],
    lost: lossesOf(article, layer, {
      article: ['text', 'title', 'topics', 'summary', 'notice', 'author', 'published', 'glossary', 'chain'],
    }),
  };
}

const agentOf = ({ kind }: Layer): 'Person' | 'Software' => (kind === 'machine' ? 'Software' : 'Person');

function entityNode(id: string, entity: Entity): Json {
  const { type, named, gender, name, aliases, role, description, authority } = entity;
  return {
    id,
    type: 'isnad:Entity',
    'isnad:kind': type,
    'isnad:named': named,
    ...(gender === null ? {} : { 'isnad:gender': gender }),
    'isnad:nameAr': name.ar,
    'isnad:nameEn': name.en,
    'isnad:aliases': aliases,
    ...(role ? { 'isnad:roleAr': role.ar, 'isnad:roleEn': role.en } : {}),
    'isnad:descriptionAr': description.ar,
    'isnad:descriptionEn': description.en,
    'isnad:authority': authority.map(({ register, id }) => ({ 'isnad:register': register, 'isnad:identifier': id })),
  };
}
