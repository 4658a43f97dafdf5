import type { Layer } from '../../annotation/layer.ts';
import type { Article } from '../../article/article.ts';
import type { TextRange } from '../../text/range.ts';
import type { Export } from '../format.ts';
import { lossesOf } from '../losses.ts';
import { createPositions } from '../positions.ts';
import { fileName } from '../source.ts';
import { NAMES, TYPE_SYSTEM, TYPES } from './types.ts';

type Features = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * A UIMA CAS as JSON (0.4): text, type system, feature structures. Offsets are UTF-16 units, as in Java. Beside it our types
 * once more, for INCEpTION's project settings.
 */
export function write(article: Article, layer: Layer): Export {
  const positions = createPositions(article);
  const structures: unknown[] = [];
  const members: number[] = [];
  const SOFA = 1;
  const add = (type: string, own: object): number => {
    structures.push({ '%ID': structures.length + 1, '%TYPE': type, ...own });
    return structures.length;
  };
  /** Features as the format has them: what is null is left out, lists stand by themselves and are pointed to. */
  const features = (told: Features): Record<string, unknown> => {
    const made: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(told)) {
      if (value === null) continue;
      if (typeof value !== 'object') made[name] = value;
      else if (value.length > 0) made[`@${name}`] = add('uima.cas.StringArray', { '%ELEMENTS': value });
    }
    return made;
  };
  const indexed = (type: string, own: object): number => {
    const id = add(type, { '@sofa': SOFA, ...own });
    members.push(id);
    return id;
  };
  const span = (range: TextRange) => {
    const { start, end } = positions.plain(range) ?? { start: 0, end: 0 };
    return { begin: start, end };
  };

  add('uima.cas.Sofa', {
    sofaNum: 1,
    sofaID: '_InitialView',
    mimeType: 'text',
    sofaString: positions.text,
  });
  indexed(NAMES.metadata, {
    begin: 0,
    end: positions.text.length,
    language: 'ar',
    documentId: article.id,
    documentTitle: article.title.ar,
  });
  const { id, name, kind, author, created, modified, codebook } = layer;
  /** Where what has no words of its own stands. */
  const nowhere = { begin: 0, end: 0 };
  indexed(NAMES.layer, { ...nowhere, ...features({ layer: id, name, kind, author, created, modified, codebook }) });
  for (const { id, type, gap, text } of article.blocks) {
    indexed(NAMES.block, {
      ...span({ block: id, start: 0, end: text.length, words: '' }),
      block: id,
      kind: type,
      gap,
    });
  }
  const entities = new Map(layer.entities.map((entity) => [entity.id, entity]));
  const firsts = new Map(layer.mentions.toReversed().map(({ entity, range }) => [entity, range]));
  for (const entity of layer.entities) {
    const first = firsts.get(entity.id);
    indexed(NAMES.entity, {
      ...(first ? span(first) : nowhere),
      ...features({
        entity: entity.id,
        kind: entity.type,
        named: entity.named,
        gender: entity.gender,
        nameAr: entity.name.ar,
        nameEn: entity.name.en,
        aliases: entity.aliases,
        roleAr: entity.role?.ar ?? null,
        roleEn: entity.role?.en ?? null,
        descriptionAr: entity.description.ar,
        descriptionEn: entity.description.en,
        registers: entity.authority.map(({ register }) => register),
        identifiers: entity.authority.map(({ id }) => id),
      }),
    });
  }
  for (const mention of layer.mentions) {
    const entity = entities.get(mention.entity);
    indexed(NAMES.name, {
      ...span(mention.range),
      ...features({
        value: entity?.type ?? null,
        identifier: entity?.authority[0] ? `${entity.authority[0].register}:${entity.authority[0].id}` : mention.entity,
      }),
    });
    const { id, tags, note } = mention;
    indexed(NAMES.mention, {
      ...span(mention.range),
      ...features({ mention: id, entity: mention.entity, tags, note }),
    });
  }
  for (const quotation of layer.quotations) {
    const piece = (role: string, range: TextRange) => indexed(NAMES.piece, { ...span(range), role });
    const links = [
      ...quotation.contents.map((range) => ['content', range] as const),
      ...quotation.cue.map((range) => ['cue', range] as const),
      ...(quotation.source ? [['source', quotation.source] as const] : []),
    ].map(([role, range]) => add(NAMES.link, { role, '@target': piece(role, range) }));
    const pieces = add('uima.cas.FSArray', { '%ELEMENTS': links });
    const { begin } = span(quotation.contents[0] as TextRange);
    quotation.via.forEach(({ role, entity, range, note }, place) => {
      indexed(NAMES.transmission, {
        ...(range ? span(range) : { begin, end: begin }),
        ...features({
          quotation: quotation.id,
          place,
          stated: range !== null,
          role,
          entity,
          noteAr: note?.ar ?? null,
          noteEn: note?.en ?? null,
        }),
      });
    });
    const { provenance, reason, verb } = quotation;
    const told = features({
      quotation: quotation.id,
      kind: quotation.kind,
      verb: verb.class,
      lemma: verb.lemma,
      speaker: quotation.speaker,
      addressee: quotation.addressee,
      about: quotation.about,
      parent: quotation.parent,
      by: provenance.by,
      rule: provenance.rule,
      confidence: provenance.confidence === null ? null : String(provenance.confidence),
      reasonAr: reason.ar,
      reasonEn: reason.en,
      tags: quotation.tags,
      note: quotation.note,
    });
    indexed(NAMES.quotation, {
      ...span(quotation.contents[0] as TextRange),
      ...told,
      '@pieces': pieces,
    });
  }
  const cas = {
    '%TYPES': TYPES,
    '%FEATURE_STRUCTURES': structures,
    '%VIEWS': { _InitialView: { '%SOFA': SOFA, '%MEMBERS': members } },
  };
  return {
    files: [
      {
        name: fileName(article.id, layer.id, 'cas.json'),
        type: 'application/json',
        text: `${JSON.stringify(cas, null, 1)}\n`,
      },
      { name: 'isnad.typesystem.xml', type: 'application/xml', text: TYPE_SYSTEM },
    ],
    lost: lossesOf(article, layer, {
      article: ['topics', 'summary', 'notice', 'author', 'published', 'glossary', 'chain'],
    }),
  };
}
