import type { Block } from '../../article/article.ts';
import * as v from 'valibot';
import { articleSchema } from '../../dataset/schema.ts';
import { failure, type Result } from '../../result.ts';
import { blankEntity, blankQuotation, createIds, type DraftRange, settle } from '../draft.ts';
import type { Import, ImportContext, ImportFault, Left, TextFile } from '../format.ts';
import { type Fields, inShort, isObject, readJson, textOf, textOrNull, tooMany } from '../source.ts';
import { articleOf, blocksOf, standOn } from '../text.ts';
import { typeNamed } from '../types.ts';
import { NAMES } from './types.ts';

/** Reads a CAS as JSON. Named entities of any maker come in as mentions; quotations only as our layer has them. */
export function read(files: readonly TextFile[], context: ImportContext): Result<Import, ImportFault> {
  // The type system may lie beside it.
  const file = files.find(({ name }) => !name.endsWith('.xml')) ?? files[0];
  if (!file) return failure({ kind: 'missingFile', where: '', detail: '' });
  const json = readJson(file);
  if (!json.ok) return json;
  const list = isObject(json.value) ? json.value['%FEATURE_STRUCTURES'] : undefined;
  if (!Array.isArray(list)) return failure({ kind: 'otherFormat', where: file.name, detail: '%FEATURE_STRUCTURES' });
  // Pieces, links and lists are structures too.
  const crowd = tooMany(file.name, list.length / 8);
  if (crowd) return failure(crowd);
  const structures = new Map<unknown, Fields>();
  const byType = new Map<unknown, Fields[]>();
  for (const item of list) {
    if (!isObject(item)) continue;
    structures.set(item['%ID'], item);
    const there = byType.get(item['%TYPE']);
    if (there) there.push(item);
    else byType.set(item['%TYPE'], [item]);
  }
  const ofType = (type: string): readonly Fields[] => byType.get(type) ?? [];
  const text = ofType('uima.cas.Sofa')
    .map((sofa) => sofa['sofaString'])
    .find((one) => typeof one === 'string');
  if (text === undefined) return failure({ kind: 'shape', where: file.name, detail: 'sofaString' });

  const metadata = ofType(NAMES.metadata)[0];
  const own = blocksIn(text, ofType(NAMES.block));
  const blocks = own ?? blocksOf(text);
  if (blocks.length === 0) return failure({ kind: 'shape', where: file.name, detail: 'sofaString' });
  const title = metadata ? textOf(metadata['documentTitle']) : '';
  const carried = articleOf(
    blocks,
    { id: metadata ? textOf(metadata['documentId']) : null, ...(title === '' ? {} : { title: { ar: title, en: '' } }) },
    context.now,
  );
  const stand = standOn(carried, context.article, own !== null);

  const left: Left[] = [];
  const at = (reference: unknown): Fields | undefined => structures.get(reference);
  const cut = (structure: Fields | undefined): DraftRange[] => {
    const begin = structure?.['begin'];
    const end = structure?.['end'];
    return typeof begin === 'number' && typeof end === 'number' ? stand.cut(begin, end) : [];
  };
  const elements = (structure: Fields, feature: string): readonly unknown[] => {
    const found = at(structure[`@${feature}`])?.['%ELEMENTS'];
    return Array.isArray(found) ? found : [];
  };

  const entities = new Map<string, unknown>();
  const entityId = createIds('e');
  /** Whose a name is that was made or moved in another tool, by the identifier that we gave to its like. */
  const identified = new Map<string, string>();
  for (const entity of ofType(NAMES.entity)) {
    const id = entityId(textOf(entity['entity']));
    const text = (name: string) => textOf(entity[name]);
    const identifiers = elements(entity, 'identifiers');
    const registers = elements(entity, 'registers');
    if (registers.length > 0) identified.set(`${inShort(registers[0])}:${inShort(identifiers[0])}`, id);
    entities.set(id, {
      ...blankEntity,
      id,
      type: entity['kind'],
      named: entity['named'] ?? true,
      gender: entity['gender'] ?? null,
      name: { ar: text('nameAr'), en: text('nameEn') },
      aliases: elements(entity, 'aliases'),
      role:
        entity['roleAr'] === undefined && entity['roleEn'] === undefined
          ? null
          : { ar: text('roleAr'), en: text('roleEn') },
      description: { ar: text('descriptionAr'), en: text('descriptionEn') },
      authority: registers.map((register, n) => ({ register, id: identifiers[n] })),
    });
  }

  const mentions: unknown[] = [];
  const mentionId = createIds('m');
  const known = new Map<string, Fields[]>();
  const spotOf = (structure: Fields) => `${inShort(structure['begin'])} ${inShort(structure['end'])}`;
  for (const one of ofType(NAMES.mention)) {
    const there = known.get(spotOf(one));
    if (there) there.push(one);
    else known.set(spotOf(one), [one]);
  }
  for (const name of ofType(NAMES.name)) {
    const ranges = cut(name);
    const words = ranges[0]?.words ?? '';
    const value = textOf(name['value']);
    // What we know of it stands beside it, in the same order where several are of the same letters.
    const told = known.get(spotOf(name))?.shift() ?? {};
    const id = mentionId(textOf(told['mention']) || `cas${inShort(name['%ID'])}`);
    if (ranges.length !== 1) {
      left.push({
        of: 'mention',
        id,
        why: ranges.length === 0 ? 'offsets' : 'acrossBlocks',
        detail: spotOf(name),
      });
      if (ranges.length === 0) continue;
    }
    const identifier = textOf(name['identifier']);
    const entity =
      (told['entity'] === undefined ? identified.get(identifier) : undefined) ??
      entityId(textOf(told['entity']) || identifier || `${value}:${words}`);
    if (!entities.has(entity)) {
      entities.set(entity, { ...blankEntity, id: entity, type: typeNamed(value), name: { ar: words, en: '' } });
    }
    mentions.push({ id, entity, range: ranges[0], tags: elements(told, 'tags'), note: textOrNull(told['note']) });
  }

  const quotationId = createIds('q');
  const chains = new Map<string, Fields[]>();
  for (const one of ofType(NAMES.transmission)) {
    const of = textOf(one['quotation']);
    chains.set(of, [...(chains.get(of) ?? []), one]);
  }
  const quotations = ofType(NAMES.quotation).map((quotation): unknown => {
    const id = quotationId(textOf(quotation['quotation']) || `cas${inShort(quotation['%ID'])}`);
    const links = elements(quotation, 'pieces').map(at).filter(isObject);
    const range = (structure: Fields | undefined): DraftRange[] => {
      const ranges = cut(structure);
      if (ranges.length === 0)
        left.push({
          of: 'quotation',
          id,
          why: 'offsets',
          detail: structure ? spotOf(structure) : '',
        });
      return ranges;
    };
    const pieces = (role: string) =>
      links.filter((link) => link['role'] === role).flatMap((link) => range(at(link['@target'])));
    const contents = pieces('content');
    const entity = (name: string) => {
      const told = textOf(quotation[name]);
      return told === '' ? null : entityId(told);
    };
    const parent = textOf(quotation['parent']);
    return {
      ...blankQuotation,
      id,
      kind: quotation['kind'] ?? 'indirect',
      // One that was marked in another tool, without links: its own span is what was said.
      contents: links.length === 0 ? range(quotation) : contents,
      cue: pieces('cue'),
      source: pieces('source')[0] ?? null,
      speaker: entity('speaker'),
      addressee: entity('addressee'),
      about: elements(quotation, 'about').map((one) => entityId(textOf(one))),
      parent: parent === '' ? null : quotationId(parent),
      verb: { class: quotation['verb'] ?? 'mark', lemma: textOrNull(quotation['lemma']) },
      provenance: {
        by: quotation['by'] ?? 'reader',
        rule: textOrNull(quotation['rule']),
        confidence: quotation['confidence'] === undefined ? null : Number(quotation['confidence']),
      },
      reason: { ar: textOf(quotation['reasonAr']), en: textOf(quotation['reasonEn']) },
      via: (chains.get(textOf(quotation['quotation'])) ?? [])
        .toSorted((a, b) => Number(a['place']) - Number(b['place']))
        .map((link) => {
          const hasNote = link['noteAr'] !== undefined || link['noteEn'] !== undefined;
          return {
            role: link['role'],
            entity: entityId(textOf(link['entity'])),
            range: link['stated'] === false ? null : (range(link)[0] ?? null),
            note: hasNote ? { ar: textOf(link['noteAr']), en: textOf(link['noteEn']) } : null,
          };
        }),
      tags: elements(quotation, 'tags'),
      note: textOrNull(quotation['note']),
    };
  });

  const layer = ofType(NAMES.layer)[0] ?? {};
  const draft = {
    head: {
      ...layer,
      id: layer['layer'],
      name: layer['name'] ?? '',
      author: layer['author'] ?? null,
      codebook: layer['codebook'] ?? null,
    },
    of: carried.id,
    entities: [...entities.values()],
    mentions,
    quotations,
    left,
  };
  return settle(draft, stand.article, context, carried);
}

/** The blocks that the file marks, where they really make up its text. */
function blocksIn(text: string, marks: readonly Fields[]): Block[] | null {
  const blocks = marks.map((mark) => ({
    id: mark['block'],
    type: mark['kind'],
    gap: mark['gap'] ?? 0,
    text: text.slice(Number(mark['begin']), Number(mark['end'])),
  }));
  const checked = v.safeParse(articleSchema.entries.blocks, blocks);
  if (!checked.success) return null;
  const made = checked.output.map((block) => '\n'.repeat(block.gap) + block.text).join('');
  const ids = new Set(checked.output.map(({ id }) => id));
  return made === text && ids.size === blocks.length ? checked.output : null;
}
