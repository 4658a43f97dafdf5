import { failure, type Result } from '../../result.ts';
import type { Span } from '../../text/range.ts';
import type { EntityType } from '../../article/article.ts';
import { blankEntity, blankQuotation, createIds, type DraftRange, settle } from '../draft.ts';
import type { Import, ImportContext, ImportFault, Left, TextFile } from '../format.ts';
import { createCodePoints } from '../positions.ts';
import { readSource, tooMany, wellFormed } from '../source.ts';
import { articleOf, blocksOf, standOn } from '../text.ts';
import { entityNames, OWN, unescapeLine, wordsOf } from './names.ts';
import { joined } from './write.ts';

interface Bound {
  readonly type: string;
  readonly spans: readonly Span[];
}

/** A line about words that are no part of a quotation. */
const NAME = /^T[^\t]*\t(?!(?:Quotation|Cue|Source) )/;

/** Reads a text and its annotation (`.txt` and `.ann`). Types that are not of our configuration are listed, not guessed. */
export function read(files: readonly TextFile[], context: ImportContext): Result<Import, ImportFault> {
  const text = files.find(({ name }) => name.endsWith('.txt'));
  const ann = files.find(({ name }) => name.endsWith('.ann'));
  if (!text || !ann) return failure({ kind: 'missingFile', where: text ? '.ann' : '.txt', detail: '' });
  const checkedText = readSource(text);
  if (!checkedText.ok) return checkedText;
  const source = readSource(ann);
  if (!source.ok) return source;
  // brat counts a byte order mark as a character of the text; so the text keeps it.
  const plain = text.text;
  const blocks = blocksOf(plain);
  if (blocks.length === 0) return failure({ kind: 'shape', where: text.name, detail: 'empty' });
  const lines = source.value.split(/\r?\n/);
  // Names are counted before any is looked at: what is too much is refused at once.
  const names = lines.reduce((sum, line) => sum + (NAME.test(line) ? 1 : 0), 0);
  const crowd = tooMany(ann.name, Math.max(names, lines.length / 16));
  if (crowd) return failure(crowd);

  const carried = articleOf(blocks, { id: text.name.split('.')[0] ?? null }, context.now);
  const stand = standOn(carried, context.article, false);
  const points = createCodePoints(plain);
  const size = points.fromUnits(plain.length);
  const left: Left[] = [];
  const bounds = new Map<string, Bound>();
  const events = new Map<string, [string, string][]>();
  const attributes = new Map<string, Map<string, string>>();
  const notes = new Map<string, [string, string][]>();
  const references = new Map<string, { register: string; id: string; name: string }[]>();
  const leave = (id: string, why: Left['why'], detail: string) =>
    left.push({ of: 'quotation', id: id.slice(0, 80), why, detail: detail.slice(0, 200) });

  for (const line of lines) {
    if (line.trim() === '') continue;
    const [id = '', data = '', ...rest] = line.split('\t');
    const tail = rest.join('\t');
    const [type = '', ...words] = data.split(' ');
    if (id.startsWith('T')) {
      const spans = readSpans(words.join(' '), points.toUnits, size);
      // The words are there twice; where they disagree, the text was another one and the place means nothing.
      if (!spans) leave(id, 'offsets', data);
      else if (
        tail !== '' &&
        wellFormed(wordsOf(plain, spans)) !== tail &&
        plainSpaces(wordsOf(plain, spans)) !== plainSpaces(tail)
      ) {
        leave(id, 'offsets', `${data} «${tail}»`);
      } else if (bounds.has(id)) leave(id, 'duplicateId', id);
      else bounds.set(id, { type, spans });
    } else if (id.startsWith('E')) {
      events.set(
        id,
        data.split(' ').flatMap((role): [string, string][] => {
          const [name, target] = role.split(':');
          return name && target ? [[name.replace(/\d+$/, ''), target]] : [];
        }),
      );
    } else if (id.startsWith('A') || id.startsWith('M')) {
      const [target = '', value = 'true'] = words;
      attributes.set(target, (attributes.get(target) ?? new Map<string, string>()).set(type, value));
    } else if (id.startsWith('N')) {
      const [target = '', reference = ''] = words;
      const at = reference.indexOf(':');
      push(references, target, {
        register: reference.slice(0, at),
        id: reference.slice(at + 1),
        name: unescapeLine(tail),
      });
    } else if (id.startsWith('#')) push(notes, words[0] ?? '', [type, unescapeLine(tail)]);
    else leave(id, 'unknownKind', line);
  }

  const noted = (of: string, type: string): string[] =>
    (notes.get(of) ?? []).filter(([one]) => one === type).map(([, text]) => text);
  const cut = (spans: readonly Span[], counts: readonly number[]): DraftRange[] => {
    let at = 0;
    return counts.flatMap((count) => {
      const [first, last] = [spans[at], spans[at + count - 1]];
      at += count;
      return first && last ? stand.cut(first.start, last.end) : [];
    });
  };
  const pieces = (bound: Bound, counts?: readonly number[]) => cut(bound.spans, counts ?? joined(plain, bound.spans));

  const entityId = createIds('e');
  const entities = new Map<string, unknown>();
  const types = new Map(Object.entries(entityNames).map(([type, name]) => [name, type as EntityType]));
  const entityAt = (id: string): string | null => {
    const bound = bounds.get(id);
    if (!bound) return null;
    const told = references.get(id) ?? [];
    const own = told.find(({ register }) => register === OWN);
    const words = wordsOf(plain, bound.spans);
    const type = types.get(bound.type) ?? noted(id, 'EntityType')[0];
    if (type === undefined) return null;
    // Without a reference, one name of one type is one entity.
    const entity = entityId(own ? own.id : `${type}:${told[0] ? `${told[0].register}:${told[0].id}` : words}`);
    if (!entities.has(entity)) {
      entities.set(entity, {
        ...blankEntity,
        id: entity,
        type,
        named: types.has(bound.type),
        name: { ar: own?.name ?? told[0]?.name ?? words, en: '' },
        authority: told.filter(({ register }) => register !== OWN).map(({ register, id }) => ({ register, id })),
      });
    }
    return entity;
  };

  const mentions: unknown[] = [];
  const ids = createIds('a');
  for (const [id, bound] of bounds) {
    if (!types.has(bound.type)) continue;
    const ranges = pieces(bound);
    const own = noted(id, 'Id')[0] ?? id;
    mentions.push({
      id: ids(own),
      entity: entityAt(id),
      range: ranges[0],
      tags: noted(id, 'Tag'),
      note: noted(id, 'AnnotatorNotes')[0] ?? null,
    });
    if (ranges.length > 1)
      left.push({ of: 'mention', id: own, why: 'acrossBlocks', detail: wordsOf(plain, bound.spans).slice(0, 80) });
  }

  const quotationId = createIds('q');
  const nameOf = (event: string) => quotationId(noted(event, 'Id')[0] ?? event);
  const used = new Set<string>();
  const quotations: unknown[] = [];
  for (const [id, roles] of events) {
    const [[type, trigger] = ['', '']] = roles;
    const bound = bounds.get(trigger);
    if (type !== 'Quotation' || !bound) {
      leave(id, bound ? 'unknownKind' : 'offsets', roles.map((role) => role.join(':')).join(' '));
      continue;
    }
    const targets = (role: string) => roles.filter(([name]) => name === role).map(([, target]) => target);
    const spans = (role: string) =>
      targets(role).flatMap((target) => {
        const one = bounds.get(target);
        if (!one) leave(id, 'offsets', `${role}:${target}`);
        else used.add(target);
        return one ? pieces(one) : [];
      });
    used.add(trigger);
    const people = (role: string): string[] => [
      ...targets(role).flatMap((target) => entityAt(target) ?? []),
      ...noted(id, role).map((name) => {
        // Known by its id alone: no words of the text stand for it.
        const entity = entityId(name);
        if (!entities.has(entity)) entities.set(entity, { ...blankEntity, id: entity, named: false });
        return entity;
      }),
    ];
    const value = (name: string) => attributes.get(id)?.get(name);
    const told = noted(id, 'Pieces')[0]?.split(' ').map(Number);
    const counts =
      told && told.reduce((sum, count) => sum + count, 0) === bound.spans.length && told.every((count) => count > 0)
        ? told
        : undefined;
    const parent = targets('Parent')[0];
    const confidence = noted(id, 'Confidence')[0];
    quotations.push({
      ...blankQuotation,
      id: nameOf(id),
      kind: value('Kind') ?? 'indirect',
      contents: pieces(bound, counts),
      cue: spans('Cue'),
      source: spans('Source')[0] ?? null,
      speaker: people('Speaker')[0] ?? null,
      addressee: people('Addressee')[0] ?? null,
      about: people('About'),
      parent: parent === undefined ? null : nameOf(parent),
      verb: { class: value('Verb') ?? 'mark', lemma: noted(id, 'Lemma')[0] ?? null },
      provenance: {
        by: value('By') ?? 'reader',
        rule: noted(id, 'Rule')[0] ?? null,
        confidence: confidence === undefined ? null : Number(confidence),
      },
      reason: { ar: noted(id, 'ReasonAr')[0] ?? '', en: noted(id, 'ReasonEn')[0] ?? '' },
      tags: noted(id, 'Tag'),
      note: noted(id, 'AnnotatorNotes')[0] ?? null,
    });
  }
  for (const [id, { type, spans }] of bounds) {
    if (!types.has(type) && !used.has(id)) leave(id, 'unknownKind', `${type} «${wordsOf(plain, spans)}»`);
  }
  const draft = {
    head: { id: text.name.split('.')[1] },
    of: null,
    entities: [...entities.values()],
    mentions,
    quotations,
    left,
  };
  return settle(draft, stand.article, context, carried);
}

function readSpans(text: string, toUnits: (points: number) => number, size: number): Span[] | null {
  const spans: Span[] = [];
  for (const part of text.split(';')) {
    const [, from, to] = /^(\d{1,9}) (\d{1,9})$/.exec(part.trim()) ?? [];
    const [start, end] = [Number(from), Number(to)];
    if (from === undefined || start >= end || end > size) return null;
    spans.push({ start: toUnits(start), end: toUnits(end) });
  }
  return spans.length === 0 ? null : spans;
}

const plainSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim();

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
