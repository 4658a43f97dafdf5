/** Every way to cut a written word into prefix, stem and suffix that the dictionary and the tables allow. */
import { key } from '../characters.ts';
import { type Prefix, prefixes } from './clitics.ts';
import {
  type Ending,
  endingsOf,
  IMPERFECT,
  longestSuffix,
  NOUN,
  nounEndings,
  PARTICLE,
  type Suffix,
  suffixes,
} from './endings.ts';
import { type Lexicon, type Stem, writtenOf } from './lexicon.ts';
import { isMark } from './letters.ts';

export interface Cut {
  readonly prefix: Prefix;
  readonly stem: Stem;
  readonly suffix: Suffix;
  /** How far the spelling is from the good one, in hundredths; 0 for the same letters. */
  readonly strain: number;
}

/** The letters of a word without marks and tatweel. */
export function lettersOf(word: string): string {
  let plain = true;
  for (let at = 0; at < word.length && plain; at++) {
    const code = word.charCodeAt(at);
    plain = code > 0x620 && code < 0x64b && code !== 0x640;
  }
  if (plain) return word;
  let letters = '';
  for (const char of word) {
    const code = char.charCodeAt(0);
    if (isMark(code) || code === 0x640 || key(char) === '') continue;
    letters += char === 'ٱ' ? 'ا' : char === 'ی' ? 'ي' : char === 'ک' ? 'ك' : char;
  }
  return letters;
}

/** What it costs to read letter `written` for letter `good`, which fold to the same. */
function strainOf(written: string, good: string, last: boolean): number {
  if (written === good) return 0;
  // A hamza left off is everyday, another hamza or one too many is a slip.
  if (written === 'ا') return good === 'آ' ? 150 : 60;
  if (good === 'ا') return written === 'آ' ? 400 : 250;
  if (good === 'ى') return written === 'ي' ? 150 : 500;
  if (written === 'ى') return last ? 250 : 900;
  if (good === 'ة') return 200;
  if (written === 'ة') return 900;
  if (written === 'ي' || written === 'و') return 300;
  // الأنفاق is not الإنفاق: where a hamza is written, it is mostly the right one.
  if ('أإآ'.includes(written) && 'أإآ'.includes(good)) return 450;
  if (good === 'ي' || good === 'و') return 700;
  return 250;
}

function strain(letters: string, from: number, good: string): number {
  let sum = 0;
  for (let at = 0; at < good.length; at++) {
    const written = letters.charAt(from + at);
    const right = good.charAt(at);
    if (written !== right) sum += strainOf(written, right, from + at === letters.length - 1);
  }
  return sum;
}

/** Whether a person letter and an ending of the imperfect go together. */
export function personFits(person: Prefix['person'], ending: Ending): boolean {
  const { person: of, number, gender } = ending.features;
  if (person === 'ن' || person === 'أ') return number === undefined;
  if (of === 2) return person === 'ت';
  if (number === 'plural' && gender === 'f') return person === 'ي' || person === 'ت';
  return true;
}

const NOMINATIVE_ONLY = new Set([
  'dual',
  'dual construct',
  'feminine dual',
  'feminine dual construct',
  'men',
  'men construct',
  'chosen',
]);
const CONSTRUCT = new Set([
  'dual construct',
  'dual construct oblique',
  'feminine dual construct',
  'feminine dual construct oblique',
  'men construct',
  'men construct oblique',
]);

const nominativeBits = bits(NOMINATIVE_ONLY);
const constructBits = bits(CONSTRUCT);
const accusativeBit = bits(new Set(['accusative']));
const fallenBit = bits(new Set(['fallen']));
function bits(names: ReadonlySet<string>): number {
  return nounEndings.reduce((sum, ending, at) => (names.has(ending.name) ? sum | (1 << at) : sum), 0);
}

/** Whether prefix, stem and suffix agree. */
function fits(prefix: Prefix, stem: Stem, suffix: Suffix): boolean {
  const { kind } = stem;
  if (kind === NOUN) {
    if (prefix.swallowed && !stem.vocalised.startsWith('ل')) return false;
    if (prefix.article) {
      if (suffix.pronoun >= 0 || (suffix.bit & (constructBits | accusativeBit | fallenBit)) !== 0) return false;
    }
    if (prefix.preposition && (suffix.bit & (nominativeBits | accusativeBit)) !== 0 && !prefix.runOn) return false;
    return true;
  }
  if (kind === IMPERFECT)
    return personFits(prefix.person, (endingsOf[kind] as readonly Ending[])[suffix.ending] as Ending);
  if (kind === PARTICLE) return !prefix.preposition || stem.guest;
  return true;
}

/** What prefixes begin with, folded: where no prefix begins so, none longer is to be looked for. */
const openings = new Set([...prefixes.keys()].flatMap((folded) => [...folded].map((_, at) => folded.slice(0, at + 1))));
/** The suffixes by their folded letters, then by kind of stem. */
const tails = new Map<string, (readonly Suffix[] | undefined)[]>(
  suffixes.flatMap((map) => [...map.keys()]).map((tail) => [tail, suffixes.map((map) => map.get(tail))]),
);

/** All cuts of a word, in no order. Work is bounded by the word's length, and a word beyond 40 letters has none. */
export function cutWord(lexicon: Lexicon, word: string): Cut[] {
  const letters = lettersOf(word);
  const folded = key(letters);
  const found: Cut[] = [];
  if (folded.length !== letters.length || folded.length > 40) return found;
  const { length } = folded;
  const ends: number[] = [];
  const endings: (readonly (readonly Suffix[] | undefined)[])[] = [];
  for (let end = length; end > 0 && end >= length - longestSuffix; end--) {
    const after = tails.get(folded.slice(end));
    if (!after) continue;
    ends.push(end);
    endings.push(after);
  }
  for (let start = 0; start < length; start++) {
    const opening = folded.slice(0, start);
    if (start > 0 && !openings.has(opening)) break;
    const before = prefixes.get(opening);
    if (!before) continue;
    for (let place = 0; place < ends.length; place++) {
      const end = ends[place] as number;
      if (end <= start) break;
      const middle = folded.slice(start, end);
      let stem = lexicon.stems.get(middle) ?? null;
      if (!stem) continue;
      const tail = folded.slice(end);
      const byKind = endings[place] as readonly (readonly Suffix[] | undefined)[];
      for (; stem; stem = stem.next) {
        const after = byKind[stem.kind];
        if (!after) continue;
        for (const suffix of after) {
          if ((stem.mask & suffix.bit) === 0) continue;
          for (const prefix of before) {
            if (((prefix.kinds >> stem.kind) & 1) === 0 || !fits(prefix, stem, suffix)) continue;
            const written = writtenOf(stem);
            let cost = 0;
            if (folded !== letters || written !== middle) {
              // أُؤَثِّر، آخُذ: the letter of I and the hamza after it.
              cost =
                strain(letters, 0, prefix.written) +
                strain(letters, start, written) +
                strain(letters, end, suffix.written);
              if (cost >= 900) continue;
            } else if (suffix.written !== tail || prefix.written !== opening)
              cost = strain(letters, 0, prefix.written) + strain(letters, end, suffix.written);
            if (cost >= 900) continue;
            found.push({ prefix, stem, suffix, strain: cost });
          }
        }
      }
    }
  }
  return found;
}
