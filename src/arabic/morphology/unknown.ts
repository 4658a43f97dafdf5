/** Words that the dictionary has no cut for: listed names, adjectives made from a known noun, patterns, other names. */
import type { WordClass } from '../../core/dictionary/answer.ts';
import { key } from '../characters.ts';
import { arabFamilyNames, foreignFamilyNames } from '../lexicon/family-names.ts';
import { arabGivenNames, foreignGivenNames } from '../lexicon/given-names.ts';
import { leaders } from '../lexicon/leaders.ts';
import { organizations } from '../lexicon/organizations.ts';
import { cities, countries, guardedPlaces, regions } from '../lexicon/places.ts';
import { type Prefix, prefixes } from './clitics.ts';
import { lettersOf } from './cut.ts';
import { NOUN } from './endings.ts';
import type { Lexicon, Stem } from './lexicon.ts';
import { Mark } from './option.ts';

/** A word that no cut answers, as it may be read all the same. */
export interface Unknown {
  readonly kind: 'name' | 'guess' | 'unknown';
  readonly prefix: Prefix;
  /** The letters after the prefix. */
  readonly stem: string;
  /** What the lemma is taken to be; letters without marks. */
  readonly lemma: string;
  /** The ending that was taken off. */
  readonly ending: string;
  readonly pos: WordClass;
  /** The known word that it is made from, or that it is written as. */
  readonly base: number | null;
  readonly rule: 'listed name' | 'family name' | 'letter' | 'foreign name' | 'nisba' | 'pattern' | 'not known';
  /** A listed given name, family name, other name (`Mark`). */
  readonly mark: number;
  /** In hundredths, beside the scores of options. */
  readonly score: number;
}

/** Places whose names are other words as well. */
const guarded = new Set(guardedPlaces);
const places = new Set<string>();
for (const phrase of [...countries, ...regions, ...cities, ...guardedPlaces])
  if (!phrase.includes(' ')) places.add(phrase.startsWith('ال') ? phrase.slice(2) : phrase);
/** How sure the lists are that a (folded) word is a name, in the scale of scores; what is told last holds. */
const listed = new Map<string, number>();
const list = (words: Iterable<string>, score: number) => {
  for (const word of words) listed.set(word, score);
};
list(
  organizations.filter((phrase) => !phrase.includes(' ')),
  450,
);
list(foreignGivenNames, 430);
list(foreignFamilyNames, 430);
list(
  leaders.flatMap((name) => name.split(' ')).filter((word) => word.length > 3),
  430,
);
list(arabFamilyNames, 420);
list(places, 560);
list(arabGivenNames, 560);
list(guarded, 150);

const families = new Set([
  ...foreignGivenNames,
  ...foreignFamilyNames,
  ...arabFamilyNames,
  ...leaders.flatMap((name) => name.split(' ')),
]);
const markOf = (word: string): number =>
  arabGivenNames.has(word) ? Mark.given : families.has(word) ? Mark.family : Mark.listed;

/** Full names of public figures by their first word; each word folded. */
const figures = new Map<string, (readonly string[])[]>();
for (const name of leaders) {
  const words = name.split(' ');
  const [first = ''] = words;
  if (words.length < 2) continue;
  const some = figures.get(first);
  if (some) some.push(words);
  else figures.set(first, [words]);
}

/** The figures whose names a word begins; one letter may be attached: وبان, لعبد. */
function figuresFrom(word: string): readonly (readonly string[])[] {
  const first = key(word);
  return figures.get(first) ?? (/^[وفبل]/.test(first) ? figures.get(first.slice(1)) : undefined) ?? [];
}

/** Whether a word may begin the full name of a listed figure. */
export const opensFigure = (word: string): boolean => figuresFrom(word).length > 0;

/** How many of the words from a place on are together the full name of a listed figure (بان كي مون); 0 for none. */
export function figureAt(words: readonly string[], at: number): number {
  for (const name of figuresFrom(words[at] ?? ''))
    if (name.every((word, after) => after === 0 || key(words[at + after] ?? '') === word)) return name.length;
  return 0;
}

/** The score of the lists; 0 for a word that is in none. */
function listedScore(word: string, article: boolean): number {
  // A place may have the article; of persons the list has it where they have it.
  if (article) return places.has(word) ? (guarded.has(`ال${word}`) ? 150 : 560) : 0;
  return listed.get(word) ?? 0;
}

/** What a name may have before it: nothing, a conjunction, a preposition, the article. */
const before = new Map<string, readonly Prefix[]>();
for (const [folded, group] of prefixes) {
  const some = group.filter(
    (prefix) => (prefix.kinds >> NOUN) & 1 && !prefix.rare && !prefix.runOn && !prefix.swallowed,
  );
  if (folded.length <= 4 && some.length > 0) before.set(folded, some);
}

function openings(letters: string): Prefix[] {
  const found: Prefix[] = [];
  for (let at = 0; at <= 4 && at < letters.length - 1; at++) {
    const some = before.get(letters.slice(0, at));
    if (some) found.push(...some);
  }
  return found;
}

/** Readings of a word as a listed name; empty if the lists do not have it. Also for words that the dictionary knows. */
export function listedNames(word: string): Unknown[] {
  const letters = lettersOf(word);
  const folded = key(letters);
  const found: Unknown[] = [];
  for (const prefix of openings(letters)) {
    const score = listedScore(folded.slice(prefix.folded.length), prefix.article);
    if (score === 0) continue;
    const stem = letters.slice(prefix.folded.length);
    if (stem.length < 2) continue;
    const whole = prefix.article || folded.length === stem.length;
    found.push({
      kind: 'name',
      prefix,
      stem,
      lemma: stem.startsWith('ال') && stem.length > 4 ? stem.slice(2) : stem,
      ending: '',
      pos: 'noun_prop',
      base: null,
      rule: 'listed name',
      // الرياض is a city, رياض a man.
      mark: prefix.article ? Mark.listed : markOf(folded.slice(prefix.folded.length)),
      score: score - (whole ? 0 : 200),
    });
  }
  return found;
}

/** Latin letters by the names that news writes them with: بي بي سي، سي إن إن. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  'بي B سي C دي D إف F اف F جي G آي I كي K إل L إم M إن N ان N آر R إس S تي T في V إكس X إيه A ايه A'
    .split(' ')
    .flatMap((word, at, all) => (at % 2 === 0 ? [[word, all[at + 1] ?? ''] as const] : [])),
);

/** A word as the name of a Latin letter: a reading that only another letter beside it brings up. */
export function letterName(word: string): Unknown | null {
  const prefix = prefixes.get('')?.[0];
  if (!prefix || !LETTERS.has(word)) return null;
  return {
    kind: 'name',
    prefix,
    stem: word,
    lemma: word,
    ending: '',
    pos: 'abbrev',
    base: null,
    rule: 'letter',
    mark: Mark.letter,
    score: 200,
  };
}

/** The Latin letter that a word names; null for another word. */
export const latinLetter = (word: string): string | null => LETTERS.get(word) ?? null;

/** المرجاني, which is coral and the name of a family: a reading that only a given name before it brings up. */
export function nisbaName(lexicon: Lexicon, word: string): Unknown | null {
  const letters = lettersOf(word);
  if (!/^ال.{3,}ي$/.test(letters)) return null;
  let adjective: Stem | null = null;
  for (let one: Stem | null = lexicon.stems.get(key(letters.slice(2))) ?? null; one; one = one.next)
    if (one.adjective && one.features.derived === undefined && one.vocalised.endsWith('ِيّ')) adjective = one;
  const prefix = prefixes.get('ال')?.find(({ article, parts }) => article && parts.length === 1);
  if (!adjective || !prefix) return null;
  const stem = letters.slice(2);
  return {
    kind: 'name',
    prefix,
    stem,
    lemma: stem,
    ending: '',
    pos: 'noun_prop',
    base: adjective.lemma,
    rule: 'family name',
    mark: Mark.nisba,
    score: 100,
  };
}

const NISBA = /^(..+?)(?:ي|يه|يون|يين|يات|يا|يتين|يتان)$/;
const nouns = (stem: Stem | undefined): Stem | null => {
  for (let one: Stem | null = stem ?? null; one; one = one.next) if (one.kind === NOUN) return one;
  return null;
};

/** An adjective in ـيّ from a noun that the dictionary or the lists know: تكفير → تكفيري. */
function nisbas(lexicon: Lexicon, letters: string, folded: string): Unknown[] {
  const found: Unknown[] = [];
  for (const prefix of openings(letters)) {
    const rest = folded.slice(prefix.folded.length);
    const [, base = ''] = NISBA.exec(rest) ?? [];
    if (base.length < 3) continue;
    const stem =
      nouns(lexicon.stems.get(base)) ??
      nouns(lexicon.stems.get(`${base}ا`)) ??
      nouns(lexicon.stems.get(`${base}يا`)) ??
      (base.endsWith('ات') && base.length > 5 ? nouns(lexicon.stems.get(base.slice(0, -2))) : null);
    const place = places.has(base) || places.has(`${base}ا`) || places.has(`${base}يا`) || places.has(`${base}ه`);
    if (!stem && !place) continue;
    const written = letters.slice(prefix.folded.length);
    found.push({
      kind: 'guess',
      prefix,
      stem: written,
      lemma: `${written.slice(0, base.length)}ي`,
      ending: written.slice(base.length + 1),
      pos: 'adj',
      base: stem?.lemma ?? null,
      rule: 'nisba',
      mark: Mark.none,
      score: 300 - prefix.parts.length * 60,
    });
  }
  return found;
}

const ENDINGS: readonly (readonly [ending: RegExp, put: string, pos: WordClass])[] = [
  [/ات$/, 'ة', 'noun'],
  [/(?:ون|ين)$/, '', 'noun'],
  [/(?:تها|ته|تهم)$/, 'ة', 'noun'],
  [/(?:ها|هم|ه)$/, '', 'noun'],
  [/ة$/, 'ة', 'noun'],
];

/** The closest pattern, for a word that is no name: its article, its endings, a verb's person letter. */
function patterns(letters: string): Unknown[] {
  const found: Unknown[] = [];
  for (const prefix of openings(letters)) {
    const rest = letters.slice(prefix.folded.length);
    if (rest.length < 4) continue;
    for (const [ending, put, pos] of ENDINGS) {
      const at = rest.search(ending);
      if (at < 3) continue;
      found.push({
        kind: 'guess',
        prefix,
        stem: rest,
        lemma: rest.slice(0, at) + put,
        ending: rest.slice(at),
        pos,
        base: null,
        rule: 'pattern',
        mark: Mark.none,
        score: 60 - prefix.parts.length * 40 + (prefix.article ? 80 : 0),
      });
      break;
    }
  }
  return found;
}

/** Whether a و, ب, ل or ف at the head of an unknown word is more likely its own letter than something attached. */
function ownLetter(letters: string, prefix: Prefix): boolean {
  const rest = letters.slice(prefix.folded.length);
  const last = prefix.parts.at(-1);
  if (prefix.parts.length === 0 || prefix.article) return false;
  if (rest.startsWith('ال') && rest.length > 4) return false;
  if (rest.length < 4) return true;
  return last?.written !== 'و' || /^[اويﻻ]/.test(rest);
}

/** All readings of a word that has no cut, likeliest first; never empty for a word of Arabic letters. */
export function readUnknown(lexicon: Lexicon, word: string): Unknown[] {
  const letters = lettersOf(word);
  const folded = key(letters);
  const found = [...listedNames(word), ...nisbas(lexicon, letters, folded), ...patterns(letters)];
  for (const prefix of openings(letters)) {
    const stem = letters.slice(prefix.folded.length);
    if (stem.length < 2) continue;
    const own = ownLetter(letters, prefix);
    found.push({
      kind: 'name',
      prefix,
      stem,
      lemma: stem,
      ending: '',
      pos: 'noun_prop',
      base: null,
      rule: 'foreign name',
      mark: Mark.none,
      score:
        (prefix.parts.length === 0 ? 170 : own ? 20 : prefix.article ? 230 : 200) -
        (stem.startsWith('ال') && stem.length > 4 ? 100 : 0),
    });
  }
  if (found.length === 0)
    found.push({
      kind: 'unknown',
      prefix: prefixes.get('')?.[0] as Prefix,
      stem: letters,
      lemma: letters,
      ending: '',
      pos: letters.length < 2 ? 'abbrev' : 'noun_prop',
      base: null,
      rule: 'not known',
      mark: Mark.none,
      score: 0,
    });
  found.sort((a, b) => b.score - a.score);
  const seen = new Set<string>();
  return found.filter(({ lemma, pos }) => {
    const name = `${lemma} ${pos}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
