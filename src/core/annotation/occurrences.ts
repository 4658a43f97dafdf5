/**
 * Apply to all: every place where an entity's name stands, found as a reader finds it, shown before anything is changed.
 *
 * - Letters are compared loosely; what is attached to the first word (و ف ب ك ل, and لل for ل + ال) stays outside. لل stays
 *   inside: the mention is written as it stands.
 * - Titles stay outside, because only the name is looked for.
 * - Of several forms that stand in one place the longest counts, and a place inside a longer name (tagged, or another
 *   entity's form) is no place of a shorter one.
 * - The form with ال where the name has none, or without it, and a part of a person's name are offered, not ticked:
 *   virus and the-virus may be two things, and a surname may be another's.
 */
import type { Entity } from '../article/article.ts';
import { failure } from '../result.ts';
import type { TextRange } from '../text/range.ts';
import { type Change, stepOf } from './change.ts';
import { ATTACHED, isWhole } from './clitics.ts';
import type { Desk } from './desk.ts';
import { type Edit, edit, fits, put, unknown } from './edit.ts';
import { mentionAt, withAliases } from './entity.ts';
import { offsetAfter } from './select.ts';
import { keyOfWords, type Token, tokensOf } from './tokens.ts';

export interface Occurrence {
  readonly range: TextRange;
  /** The name or a known form of it; the same with or without ال; or a part of a person's name. */
  readonly match: 'form' | 'article' | 'part';
  /** The form that was found, as the entity has it. */
  readonly form: string;
  /** What is attached before it and stays outside, loosely folded, such as وب; empty for nothing. */
  readonly clitics: string;
  /** What stands there already: a mention of this very stretch. */
  readonly tagged: { readonly mention: string; readonly entity: string } | null;
  /** Some words before and behind, as they stand. */
  readonly before: string;
  readonly after: string;
  /** Whether it should be ticked at first: a form of the name where nothing is tagged. */
  readonly sure: boolean;
}

interface Form {
  readonly words: readonly string[];
  readonly match: Occurrence['match'];
  readonly form: string;
}

/** Words shown around an occurrence, at most, on each side. */
const CONTEXT = 6;
/** A part of a name so short is a word like others. */
const SHORTEST_PART = 3;

/** All occurrences of the entity in text order; empty for one that is not known or has no name. */
export function findOccurrences(desk: Desk, entityId: string): Occurrence[] {
  const entity = desk.entity(entityId);
  if (!entity) return [];
  const tokens = tokensOf(desk.blocks);
  const index = indexOf(tokens);
  const others = [...desk.entities()].filter(({ id }) => id !== entityId);
  // Where another entity is called بلمختار, that is not مختار with something attached.
  const taken = new Set(others.flatMap(({ name, aliases }) => [name.ar, ...aliases].map(keyOfWords)));
  const found = new Map<number, { form: Form; length: number; clitics: string }>();
  for (const form of formsOf(entity, entity.type === 'person')) {
    for (const { at, clitics } of placesOf(form.words, tokens, index, taken)) {
      const known = found.get(at);
      if (!known || known.length < form.words.length) found.set(at, { form, length: form.words.length, clitics });
    }
  }
  const longer = longerNames(others, entity, tokens, index);
  const occurrences: Occurrence[] = [];
  let reached = 0;
  for (const [at, { form, length, clitics }] of [...found].sort(([a], [b]) => a - b)) {
    if (
      at < reached ||
      longer.some((other) => other.at <= at && other.to >= at + length && other.to - other.at > length)
    )
      continue;
    const [first, last] = [tokens[at] as Token, tokens[at + length - 1] as Token];
    const text = desk.block(first.block)?.text ?? '';
    const start = clitics === '' ? first.start : offsetAfter(text, first, clitics.length);
    const range = { block: first.block, start, end: last.end, words: text.slice(start, last.end) };
    const spots = desk.touching(range.block, range).filter(({ on }) => on === 'mentions');
    if (spots.some(({ range: of }) => of.start <= start && last.end <= of.end && of.end - of.start > last.end - start))
      continue;
    reached = at + length;
    const mention = mentionAt(desk, range);
    occurrences.push({
      range,
      match: form.match,
      form: form.form,
      clitics,
      tagged: mention ? { mention: mention.id, entity: mention.entity } : null,
      ...around(text, tokens, at, length, range),
      sure: form.match === 'form' && spots.length === 0,
    });
  }
  return occurrences;
}

/** One step that tags the occurrences that were left ticked; one that is another entity's mention becomes this one's. */
export function applyToAll(desk: Desk, entityId: string, ticked: readonly Occurrence[]): Edit {
  const entity = desk.entity(entityId);
  if (!entity) return unknown('entities', entityId);
  const ranges = ticked.map(({ range }) => range);
  if (!fits(desk, ranges)) return failure({ kind: 'range' });
  const changes = ranges.flatMap((range): Change[] => {
    const mention = mentionAt(desk, range);
    if (mention) return [put('mentions', mention, { ...mention, entity: entityId })];
    return [put('mentions', null, { id: desk.fresh('mentions'), entity: entityId, range, tags: [], note: null })];
  });
  return edit(stepOf('applyToAll', [...changes, put('entities', entity, withAliases(entity, ranges))]));
}

/** The forms to look for: what the entity is called, the same with or without ال, and parts of a name. */
function formsOf(entity: Entity, parts: boolean): Form[] {
  const forms = new Map<string, Form>();
  const add = (key: string, match: Form['match'], form: string) => {
    if (key !== '' && !forms.has(key)) forms.set(key, { words: key.split(' '), match, form });
  };
  const called = [entity.name.ar, ...entity.aliases];
  for (const form of called) add(keyOfWords(form), 'form', form);
  for (const form of called) {
    const key = keyOfWords(form);
    if (/^ال\p{L}{2}/u.test(key)) add(key.slice(2), 'article', form);
    else if (key.length >= 2) add(`ال${key}`, 'article', form);
  }
  if (!parts) return [...forms.values()];
  for (const form of called) {
    const words = keyOfWords(form).split(' ');
    if (words.length < 2) continue;
    for (let count = words.length - 1; count >= 1; count--) {
      for (let from = 0; from + count <= words.length; from++) {
        const part = words.slice(from, from + count);
        if (part.join('').length >= SHORTEST_PART && !part.every((word) => PARTICLES.has(word)))
          add(part.join(' '), 'part', form);
      }
    }
  }
  return [...forms.values()];
}

/** Links between names, no names by themselves (folded). */
const PARTICLES: ReadonlySet<string> = new Set([
  'بن',
  'ابن',
  'بنت',
  'ابو',
  'ابي',
  'ام',
  'ال',
  'عبد',
  'دي',
  'فان',
  'فون',
]);

const NOBODY: ReadonlySet<string> = new Set();

type Index = ReadonlyMap<string, readonly number[]>;
const indexes = new WeakMap<readonly Token[], Index>();

function indexOf(tokens: readonly Token[]): Index {
  const known = indexes.get(tokens);
  if (known) return known;
  const index = new Map<string, number[]>();
  tokens.forEach(({ key }, at) => {
    const places = index.get(key);
    if (places) places.push(at);
    else index.set(key, [at]);
  });
  indexes.set(tokens, index);
  return index;
}

/** Where these words (folded) stand in a row in one block, with what is attached to the first of them. */
function placesOf(words: readonly string[], tokens: readonly Token[], index: Index, taken: ReadonlySet<string>) {
  const [head = ''] = words;
  const places: { at: number; clitics: string }[] = [];
  const look = (key: string, clitics: string) => {
    for (const at of index.get(key) ?? []) {
      const block = tokens[at]?.block;
      if (
        words.every(
          (word, next) => next === 0 || (tokens[at + next]?.key === word && tokens[at + next]?.block === block),
        )
      )
        places.push({ at, clitics });
    }
  };
  look(head, '');
  for (const clitics of ATTACHED) {
    // A word that is whole in itself (وزير, and بسام of وبسام) has nothing attached, whoever is called by the rest of it.
    const wholes = [clitics + head, clitics.slice(1) + head].slice(0, clitics.length);
    if (wholes.some((word) => isWhole(word) || taken.has(word)) || (clitics.endsWith('ل') && head.startsWith('ال')))
      continue;
    look(clitics + head, clitics);
  }
  if (/^ال\p{L}{2}/u.test(head)) for (const clitics of ['', 'و', 'ف']) look(`${clitics}لل${head.slice(2)}`, clitics);
  return places;
}

/** The places of other entities' forms that have more words than one, so that no part of them is taken for this entity. */
function longerNames(others: readonly Entity[], entity: Entity, tokens: readonly Token[], index: Index) {
  const own = new Set([entity.name.ar, ...entity.aliases].flatMap((form) => keyOfWords(form).split(' ')));
  const places: { at: number; to: number }[] = [];
  for (const other of others) {
    for (const { words, match } of formsOf(other, false)) {
      if (match !== 'form' || words.length < 2 || !words.some((word) => own.has(word))) continue;
      for (const { at } of placesOf(words, tokens, index, NOBODY)) places.push({ at, to: at + words.length });
    }
  }
  return places;
}

function around(text: string, tokens: readonly Token[], at: number, length: number, { block, start, end }: TextRange) {
  let from = at;
  while (at - from < CONTEXT && tokens[from - 1]?.block === block) from--;
  let to = at + length - 1;
  while (to - at - length + 1 < CONTEXT && tokens[to + 1]?.block === block) to++;
  return { before: text.slice(tokens[from]?.start, start), after: text.slice(end, tokens[to]?.end) };
}
