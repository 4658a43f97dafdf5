/**
 * Names in a text: what lists know, dates, persons, bodies, and the short forms of what was named before.
 * Every name is a stretch of whole tokens, less an attached و ف ب ك ل before the first.
 */
import type { EntityType } from '../core/article/article.ts';
import { proclitics } from './attached.ts';
import { findBodies } from './bodies.ts';
import { findDates } from './dates.ts';
import { findGatherings } from './gatherings.ts';
import { classedSites, guardedSites, listed, opensListed } from './gazetteer.ts';
import { findLaws } from './laws.ts';
import { startingWithBa } from './lexicon/function-words.ts';
import { creeds, guarded } from './lexicon/organizations.ts';
import { bodies, classWords, definiteBodies, placeWords } from './lexicon/titles.ts';
import { findOccasions } from './occasions.ts';
import { Persons } from './persons.ts';
import type { Reading } from './reading.ts';
import { findRecalled } from './recalled.ts';
import { findShort } from './shorthand.ts';
import { findSites } from './sites.ts';
import { tail } from './tails.ts';
import { isEveryday, isFunction, nisbas, remembered } from './vocabulary.ts';

/** A name in the text. Token indices, `to` exclusive. */
export interface Name {
  readonly from: number;
  /** Index after the last token. */
  readonly to: number;
  /** Folded letters of the first token that are not of the name. */
  readonly skip: number;
  readonly type: EntityType;
  /** Which evidence made it; a key of the reasons that the reader is told. */
  readonly by: NameEvidence;
}
/** `list` a list knows it; `title` after a title or an office; `given` by a given name; `cue` beside a verb of saying; `again` named before; `head` by its head; `pattern` a date. */
export type NameEvidence = 'list' | 'title' | 'given' | 'cue' | 'again' | 'head' | 'pattern';

const guardedBodies: ReadonlySet<string> = new Set(guarded);
/** Short names that stand with a conjunction or a preposition: وقطر, بمصر. */
const SHORT: ReadonlySet<string> = new Set(['مصر', 'قطر']);

/** All names of a text, in text order, none within another. */
export function findNames(reading: Reading): Name[] {
  const { tokens } = reading;
  const owner = new Int32Array(tokens.length).fill(-1);
  const taken = new Uint8Array(tokens.length);
  const names: Name[] = [];
  const put = (name: Name): boolean => {
    for (let i = name.from; i < name.to; i++) if (taken[i]) return false;
    // What a longer name has covered is gone.
    taken.fill(1, name.from, name.to);
    owner.fill(names.length, name.from, name.to);
    names.push(name);
    return true;
  };
  /** Puts a name over what was taken. */
  const replace = (name: Name): boolean => {
    taken.fill(0, name.from, name.to);
    return put(name);
  };
  findListed(reading, put);
  findGuarded(reading, put);
  findDates(reading, put);
  const persons = new Persons(reading, taken, put);
  for (const name of names) if (name.type === 'person') persons.learn(name);
  persons.find();
  const nameAt = (at: number) => (taken[at] ? (names[owner[at] ?? -1] ?? null) : null);
  const typeAt = (at: number) => nameAt(at)?.type ?? null;
  findSites(reading, taken, nameAt, put, replace);
  findBodies(reading, taken, typeAt, put);
  findGatherings(reading, taken, nameAt, replace);
  findLaws(reading, taken, nameAt, replace);
  findOccasions(reading, taken, nameAt, put);
  findRecalled(reading, taken, names, put);
  findShort(reading, taken, put);
  persons.again();
  persons.afterCues();
  persons.again();
  return names
    .filter((name, index) => owner[name.from] === index && owner[name.to - 1] === index)
    .sort((a, b) => a.from - b.from);
}

/** Whether a listed name may begin with a word, with or without what may be attached to it. */
const canOpen = remembered((word) => {
  const most = proclitics(word);
  for (let n = 0; n <= most; n++) {
    const rest = word.slice(n);
    if (opensListed(rest) || (n > 0 && word[n - 1] === 'ل' && rest.startsWith('ل') && opensListed(`ا${rest}`)))
      return true;
  }
  return false;
});
const guardedFirst: ReadonlySet<string> = new Set(guarded.map((name) => name.split(' ')[0] as string));

/** Lists, longest first; a ل that has swallowed the alif stands as it is written: للأمم المتحدة. */
function findListed(reading: Reading, put: (name: Name) => boolean): void {
  const { tokens } = reading;
  let i = 0;
  const after = (offset: number) =>
    reading.joined(i + offset) || /[A-Za-z()+]/.test(reading.key(i + offset)) ? reading.key(i + offset) : '';
  for (; i < tokens.length; i++) {
    const here = reading.word(i);
    if (here === '') continue;
    const most = proclitics(here);
    // Most words open no listed name, whatever is attached to them.
    if (!canOpen(here)) continue;
    let found: Name | null = null;
    for (let n = 0; n <= most && !found; n++) {
      const rest = here.slice(n);
      const fused = n > 0 && here[n - 1] === 'ل' && rest.startsWith('ل') ? `ا${rest}` : null;
      for (const first of fused === null ? [rest] : [fused, rest]) {
        const entry = listed(first, after);
        if (!entry) continue;
        const [words, type] = entry;
        if (words.length === 1 && !stands(reading, i, n, first, type)) continue;
        found = { from: i, to: i + words.length, skip: first === fused ? n - 1 : n, type, by: 'list' };
        break;
      }
    }
    if (found?.type === 'event' && /^لل.{3}/.test(reading.word(found.to)))
      found = { ...found, to: tail(reading, NOTHING, found.to) };
    if (found?.type === 'organization') found = { ...found, to: national(reading, found) };
    if (found && put(found)) i = found.to - 1;
  }
}

const NOTHING = new Uint8Array(0);

/** The end of a listed body with the nationality that agrees with its head: مجلس النواب الأردني, التلفزيون الرسمي الإيراني; not النصر السعودي, which is a club. */
function national(reading: Reading, { from, to, skip }: Name): number {
  const head = reading.word(from).slice(skip);
  const next = reading.word(to);
  const goesOn = bodies.has(head) || definiteBodies.has(head) || (to - from > 1 && head.startsWith('ال'));
  // حركة طالبان الأفغانية, حزب سيريزا اليساري: said of it, no part of its name.
  const whole =
    reading
      .word(to - 1)
      .slice(to - from > 1 ? 0 : skip)
      .startsWith('ال') && !creeds.has(next.replace(/ه$/, ''));
  if (!goesOn || !whole || !reading.joined(to) || !next.startsWith('ال') || !nisbas.has(next)) return to;
  if (nisbas.has(reading.word(to - 1)) || next.endsWith('ه') !== /(?:ه|ات)$/.test(head)) return to;
  return /^ال(?:متحده|امم)/.test(head) ? to : to + 1;
}

/** Whether a listed name of one word is the name here, not a word that looks like it. */
function stands(reading: Reading, at: number, skip: number, first: string, type: EntityType): boolean {
  if (skip > 0 && ((first.length < 4 && !SHORT.has(first)) || startingWithBa.has(reading.word(at)))) return false;
  const before = reading.word(at - 1);
  if (type === 'place') {
    if (reading.tokens[at]?.tanwin) return false;
    // العيادات السعودية: an adjective.
    if (
      skip === 0 &&
      nisbas.has(first) &&
      /^(?:[وبلف]?ال|لل)/.test(before) &&
      reading.joined(at) &&
      !isFunction(before) &&
      !placeWords.has(before)
    )
      return false;
  }
  // المواطنين السوريين: an adjective of the people before.
  if (
    type === 'group' &&
    skip === 0 &&
    reading.joined(at) &&
    /^(?:[وبلف]?ال|لل).{3}/.test(before) &&
    isEveryday(before)
  )
    return false;
  return true;
}

/** Names that are words of every day too: after a class word (صحيفة، مدينة), a place also after في and إلى. */
function findGuarded(reading: Reading, put: (name: Name) => boolean): void {
  for (let i = 0; i < reading.tokens.length; i++) {
    const here = reading.word(i);
    if (here === '') continue;
    if (!guardedFirst.has(here) && !guardedSites.has(here) && !here.startsWith('ب')) continue;
    const before = reading.word(i - 1).replace(/^(?:[وف]?[بل]?)(?=.{3})/, '');
    const pair = `${here} ${reading.word(i + 1)}`;
    const length = guardedBodies.has(pair) ? 2 : guardedBodies.has(here) ? 1 : 0;
    if (length > 0) {
      const marked = reading.tokens[i - 1]?.kind === 'mark' && reading.tokens[i + length]?.kind === 'mark';
      if (
        ((classWords.has(before) && reading.joined(i) && !(before === 'نادي' && opensListed(here))) || marked) &&
        put({ from: i, to: i + length, skip: 0, type: 'organization', by: 'list' })
      )
        continue;
    }
    if (guardedSites.has(here)) {
      const sited =
        placeWords.has(before) ||
        (!classedSites.has(here) && /^(?:في|الي|من|بين)$/.test(before) && !isEveryday(here)) ||
        (!classedSites.has(here) &&
          /^(?:في|الي)$/.test(before) &&
          here.length > 3 &&
          (reading.tokens[i + 1]?.kind !== 'word' || isFunction(reading.word(i + 1))));
      if (sited && reading.joined(i)) put({ from: i, to: i + 1, skip: 0, type: 'place', by: 'list' });
    } else if (
      here.startsWith('ب') &&
      guardedSites.has(here.slice(1)) &&
      !classedSites.has(here.slice(1)) &&
      here.length > 5 &&
      !startingWithBa.has(here) &&
      !isEveryday(here.slice(1))
    )
      put({ from: i, to: i + 1, skip: 1, type: 'place', by: 'list' });
  }
}

/** The index, in text order, of the first name that does not end before a token; their number where all do. */
export function firstNameFrom(names: readonly Name[], at: number): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] as Name).to <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
