import * as v from 'valibot';
import type { Block } from '../../article/article.ts';
import { isoDate } from '../../dataset/schema.ts';
import { failure, type Result } from '../../result.ts';
import { blankEntity, blankQuotation, createIds, type DraftRange, settle } from '../draft.ts';
import type { Import, ImportContext, ImportFault, Left, TextFile } from '../format.ts';
import { createPositions, surroundings } from '../positions.ts';
import { readSource, tooMany } from '../source.ts';
import { articleOf, standOn } from '../text.ts';
import { readBody, rangesOf, type Stretch } from './body.ts';
import { below, childrenOf, elementsOf, readXml, textIn, type XmlNode } from './tree.ts';
import { kinds } from './write.ts';

/**
 * Reads a TEI text. From any file: `said`, `q` and `quote` with their speakers, the names with what their `ref` leads to.
 * From our own also the feature structures, and so everything.
 */
export function read(files: readonly TextFile[], context: ImportContext): Result<Import, ImportFault> {
  const file = files[0];
  if (!file) return failure({ kind: 'missingFile', where: '', detail: '' });
  const source = readSource(file);
  if (!source.ok) return source;
  const xml = readXml(source.value, file.name);
  if (!xml.ok) return xml;
  const root = xml.value;
  if (root.name !== 'TEI') return failure({ kind: 'otherFormat', where: file.name, detail: root.name.slice(0, 80) });
  const texts = childrenOf(root, 'text');
  const { blocks, stretches, skipped } = readBody({ name: '', attributes: new Map(), children: texts });
  if (blocks.length === 0) return failure({ kind: 'shape', where: file.name, detail: 'text' });
  const crowd = tooMany(file.name, stretches.length);
  if (crowd) return failure(crowd);

  const carried = articleOf(blocks, headerOf(root), context.now);
  const stand = standOn(carried, context.article, true);
  const own = createPositions(carried);
  const left: Left[] = [];
  if (skipped > 0) left.push({ of: 'article', id: carried.id, why: 'unlinked', detail: `note × ${skipped}` });
  const cut = (range: DraftRange): DraftRange[] => {
    const at = own.plain(range);
    return at
      ? stand.cut(at.start, at.end).map((one) => ({ ...one, ...surroundings(own.text, at.start, at.end) }))
      : [];
  };

  const entityId = createIds('e');
  const reference = (pointer: string | undefined): string | null => {
    const first = pointer?.trim().split(/\s+/)[0] ?? '';
    return first === '' ? null : entityId(first.replace(/^#(e\.)?/, ''));
  };
  const entities = new Map<string, unknown>();
  for (const [type, { list, item, name }] of Object.entries(kinds)) {
    for (const listed of below(root, list)) {
      if (type === 'date' && listed.attributes.get('type') !== 'date') continue;
      for (const node of childrenOf(listed, item)) {
        const id = entityId((node.attributes.get('xml:id') ?? '').replace(/^e\./, ''));
        entities.set(id, entityOf(id, type, name, node));
      }
    }
  }
  // Someone whom no list knows is still someone: by the name that the text gives, or by the pointer.
  const met = (id: string | null, name: string, type = 'person') => {
    if (id !== null && !entities.has(id)) {
      entities.set(id, { ...blankEntity, id, type, name: { ar: name, en: '' } });
    }
    return id;
  };

  const features = childrenOf(root, 'standOff').flatMap((node) => childrenOf(node, 'fs'));
  const ofType = (type: string) => features.filter((node) => node.attributes.get('type') === type);
  const quotations = new Map<string, Told>();
  const quotationId = createIds('q');
  for (const node of ofType('quotation')) {
    const id = quotationId((node.attributes.get('xml:id') ?? '').replace(/^q\./, ''));
    quotations.set(
      id,
      toldOf(id, node, reference, (pointer) => quotationId(pointer.replace(/^#(q\.)?/, ''))),
    );
  }
  const mentionNotes = new Map(ofType('mention').map((node) => [node.attributes.get('corresp') ?? '', node]));

  const mentions: unknown[] = [];
  const mentionId = createIds('m');
  const foreign = new Map<Stretch, string>();
  const chains = chainsOf(stretches, blocks);
  for (const { first, ranges } of chains) {
    const { name, attributes } = first.node;
    const pieces = ranges.flatMap(cut);
    const ana = /^#q\.(\S+)$/.exec(attributes.get('ana') ?? '')?.[1];
    const told = ana === undefined ? undefined : quotations.get(quotationId(ana));
    const n = Number(attributes.get('n') ?? 0);
    if (pieces.length === 0)
      left.push({ of: 'quotation', id: name, why: 'empty', detail: attributes.get('xml:id') ?? '' });
    else if (told && name === 'said') told.contents.push(...pieces);
    else if (told && name === 'seg') {
      const type = attributes.get('type');
      if (type === 'cue') told.cue.push({ n, pieces });
      else if (type === 'source') told.source ??= pieces[0] ?? null;
      else if (type === 'via' && told.via[n]) told.via[n].range = pieces[0] ?? null;
    } else if (name === 'said' || name === 'q' || name === 'quote') {
      const id = quotationId(attributes.get('xml:id') ?? `${name}${quotations.size + 1}`);
      foreign.set(first, id);
      let around = first.inside;
      while (around && !foreign.has(around)) around = around.inside;
      const quotation = blankTold(id);
      quotation.fields = {
        ...quotation.fields,
        kind: attributes.get('direct') === 'false' ? 'indirect' : 'direct',
        speaker: met(reference(attributes.get('who')), (attributes.get('who') ?? '').replace(/^#/, '')),
        addressee: met(reference(attributes.get('toWhom')), (attributes.get('toWhom') ?? '').replace(/^#/, '')),
        parent: around ? (foreign.get(around) ?? null) : null,
      };
      quotation.contents.push(...pieces);
      quotations.set(id, quotation);
    } else if (name === 'seg') {
      left.push({
        of: 'quotation',
        id: attributes.get('xml:id') ?? '',
        why: 'unlinked',
        detail: ranges[0]?.words.slice(0, 80) ?? '',
      });
    } else {
      const own = attributes.get('xml:id') ?? '';
      const type = Object.entries(kinds).find(
        ([, kind]) => kind.mention === name && (kind.type === undefined || kind.type === attributes.get('type')),
      )?.[0];
      const words = ranges[0]?.words ?? '';
      const pointer = attributes.get('ref') ?? attributes.get('key') ?? attributes.get('corresp');
      // A name without a pointer is somebody by that name; a date or title without one is nobody's mention.
      if (pointer === undefined && (name === 'date' || name === 'title')) continue;
      const entity = met(
        pointer === undefined ? entityId(`${type}:${words}`) : reference(pointer),
        words,
        type ?? 'person',
      );
      const note = mentionNotes.get(`#${own}`);
      mentions.push({
        id: mentionId(own.replace(/^m\./, '') || `m${mentions.length + 1}`),
        entity,
        range: pieces[0],
        tags: note ? stringsOf(note, 'tag') : [],
        note: note ? (stringsOf(note, 'note')[0] ?? null) : null,
      });
      if (pieces.length > 1) left.push({ of: 'mention', id: own, why: 'acrossBlocks', detail: words.slice(0, 80) });
    }
  }

  const layer = ofType('layer')[0];
  const field = (name: string) => (layer ? (stringsOf(layer, name)[0] ?? null) : null);
  const draft = {
    head: {
      id: field('id'),
      name: field('name') ?? '',
      kind: (layer && symbolOf(layer, 'kind')) ?? 'person',
      author: field('author'),
      created: field('created'),
      modified: field('modified'),
      codebook: field('codebook'),
    },
    of: carried.id,
    entities: [...entities.values()],
    mentions,
    quotations: [...quotations.values()].map(({ fields, contents, cue, source, via }) => ({
      ...fields,
      contents,
      cue: cue.sort((a, b) => a.n - b.n).flatMap(({ pieces }) => pieces),
      source,
      via,
    })),
    left,
  };
  return settle(draft, stand.article, context, carried);
}

/** What the file says of one quotation, before its pieces are gathered. */
interface Told {
  fields: Record<string, unknown>;
  readonly contents: DraftRange[];
  readonly cue: { n: number; pieces: DraftRange[] }[];
  source: DraftRange | null;
  readonly via: { role: string | null; entity: string | null; range: DraftRange | null; note: unknown }[];
}

const blankTold = (id: string): Told => ({
  fields: { ...blankQuotation, id },
  contents: [],
  cue: [],
  source: null,
  via: [],
});

function toldOf(
  id: string,
  node: XmlNode,
  entity: (pointer: string | undefined) => string | null,
  quotation: (pointer: string) => string,
): Told {
  const pointers = (name: string) =>
    featuresOf(node, name)
      .map((feature) => feature.attributes.get('fVal') ?? '')
      .filter((pointer) => pointer !== '');
  const spoken = (name: string, language: string) =>
    strings(node, name).find((one) => one.attributes.get('xml:lang') === language);
  const confidence = featuresOf(node, 'confidence').flatMap(elementsOf)[0]?.attributes.get('value');
  const text = (one: XmlNode | undefined) => (one ? textIn(one) : '');
  const parent = pointers('parent')[0];
  return {
    ...blankTold(id),
    fields: {
      ...blankQuotation,
      id,
      kind: symbolOf(node, 'kind'),
      speaker: entity(pointers('speaker')[0]),
      addressee: entity(pointers('addressee')[0]),
      about: pointers('about').map(entity),
      parent: parent === undefined ? null : quotation(parent),
      verb: { class: symbolOf(node, 'verb') ?? 'mark', lemma: stringsOf(node, 'lemma')[0] ?? null },
      provenance: {
        by: symbolOf(node, 'by') ?? 'reader',
        rule: stringsOf(node, 'rule')[0] ?? null,
        confidence: confidence === undefined ? null : Number(confidence),
      },
      reason: { ar: text(spoken('reason', 'ar')), en: text(spoken('reason', 'en')) },
      tags: stringsOf(node, 'tag'),
      note: stringsOf(node, 'note')[0] ?? null,
    },
    via: featuresOf(node, 'via')
      .flatMap((feature) => childrenOf(feature, 'fs'))
      .map((link) => {
        const notes = strings(link, 'note');
        const note = (language: string) => text(notes.find((one) => one.attributes.get('xml:lang') === language));
        return {
          role: symbolOf(link, 'role'),
          entity: entity(featuresOf(link, 'entity')[0]?.attributes.get('fVal')),
          range: null,
          note: notes.length === 0 ? null : { ar: note('ar'), en: note('en') },
        };
      }),
  };
}

const featuresOf = (node: XmlNode, name: string): XmlNode[] =>
  childrenOf(node, 'f').filter((feature) => feature.attributes.get('name') === name);
const strings = (node: XmlNode, name: string): XmlNode[] =>
  featuresOf(node, name).flatMap((feature) => childrenOf(feature, 'string'));
const stringsOf = (node: XmlNode, name: string): string[] => strings(node, name).map(textIn);
const symbolOf = (node: XmlNode, name: string): string | null =>
  featuresOf(node, name)
    .flatMap((feature) => childrenOf(feature, 'symbol'))[0]
    ?.attributes.get('value') ?? null;

/**
 * Parts that point to each other, put together: parts that touch are one range again (a cut that nesting forced), parts
 * with other words between them are pieces.
 */
function chainsOf(stretches: readonly Stretch[], blocks: readonly Block[]): { first: Stretch; ranges: DraftRange[] }[] {
  const byId = new Map(stretches.map((stretch) => [stretch.node.attributes.get('xml:id') ?? '', stretch]));
  const follows = (stretch: Stretch) => byId.get((stretch.node.attributes.get('next') ?? '').replace(/^#/, '') || ' ');
  const later = new Set(stretches.flatMap((stretch) => follows(stretch) ?? []));
  const chains: { first: Stretch; ranges: DraftRange[] }[] = [];
  const taken = new Set<Stretch>();
  // Those that nothing precedes first; what a ring of pointers leaves over stands by itself.
  for (const first of [...stretches.filter((stretch) => !later.has(stretch)), ...stretches]) {
    const ranges: DraftRange[] = [];
    if (taken.has(first)) continue;
    for (let part: Stretch | undefined = first; part && !taken.has(part); part = follows(part)) {
      taken.add(part);
      for (const range of rangesOf(part, blocks)) {
        const before = ranges.at(-1);
        if (before && before.block === range.block && before.end === range.start) {
          ranges[ranges.length - 1] = { ...before, end: range.end, words: before.words + range.words };
        } else ranges.push(range);
      }
    }
    chains.push({ first, ranges });
  }
  const order = new Map(stretches.map((stretch, at) => [stretch, at]));
  return chains.sort((a, b) => (order.get(a.first) ?? 0) - (order.get(b.first) ?? 0));
}

function entityOf(id: string, type: string, name: string, node: XmlNode): unknown {
  const notes = childrenOf(node, 'note');
  const note = (kind: string) => notes.filter((one) => one.attributes.get('type') === kind);
  const spoken = (nodes: readonly XmlNode[]) => ({
    ar: textOfFirst(nodes.filter((one) => (one.attributes.get('xml:lang') ?? 'ar') === 'ar')),
    en: textOfFirst(nodes.filter((one) => one.attributes.get('xml:lang') === 'en')),
  });
  const names = childrenOf(node, name, 'persName', 'name', 'label');
  const isAlias = (one: XmlNode) => one.attributes.get('type') === 'alias';
  const gender = node.attributes.get('gender') ?? (textOfFirst(note('gender')) || null);
  return {
    ...blankEntity,
    id,
    type,
    named: textOfFirst(note('named')) !== 'false',
    gender: gender === 'm' || gender === 'f' ? gender : null,
    name: spoken(names.filter((one) => !isAlias(one))),
    aliases: names.filter(isAlias).map(textIn),
    role: note('role').length === 0 ? null : spoken(note('role')),
    description: spoken(note('description')),
    authority: childrenOf(node, 'idno').map((one) => ({
      register: one.attributes.get('n') ?? one.attributes.get('type') ?? 'other',
      id: textIn(one),
    })),
  };
}

const textOfFirst = (nodes: readonly XmlNode[]): string => (nodes[0] ? textIn(nodes[0]) : '');

function headerOf(root: XmlNode) {
  const statement = below(root, 'titleStmt')[0];
  const spoken = (name: string) => {
    const nodes = statement ? childrenOf(statement, name) : [];
    const en = nodes.filter((one) => one.attributes.get('xml:lang') === 'en');
    const ar = nodes.filter((one) => !en.includes(one));
    return nodes.length === 0 ? null : { ar: onOneLine(textOfFirst(ar)), en: onOneLine(textOfFirst(en)) };
  };
  const header = childrenOf(root, 'teiHeader')[0];
  const when = (node: XmlNode | undefined) => {
    const value = node?.attributes.get('when') ?? null;
    return v.is(isoDate, value) ? value : null;
  };
  const change = header && below(header, 'change')[0];
  const revised = when(change);
  const revision = Number(change?.attributes.get('n'));
  return {
    id: (root.attributes.get('xml:id') ?? '').replace(/^a\./, ''),
    title: spoken('title'),
    author: spoken('author'),
    published: when(below(root, 'publicationStmt').flatMap((node) => below(node, 'date'))[0]),
    ...(Number.isInteger(revision) && revision > 0 ? { revision } : {}),
    ...(revised === null ? {} : { revised }),
  };
}

const onOneLine = (text: string): string => (text.includes('\n') ? text.trim().replace(/\s+/g, ' ') : text);
