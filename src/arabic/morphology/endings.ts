/**
 * What may follow a stem: endings of nouns and verbs, and attached pronouns, as tables. A stem carries a mask of the endings
 * it takes (bit n: the ending at place n of its table); `suffixes` gives every ending with and without a pronoun by its
 * folded letters.
 */
import type { Features } from '../../core/dictionary/answer.ts';
import { key } from '../characters.ts';
import { DAMMA, KASRA } from './letters.ts';

export const NOUN = 0;
export const PERFECT = 1;
export const IMPERFECT = 2;
export const IMPERATIVE = 3;
export const PARTICLE = 4;
export type Kind = 0 | 1 | 2 | 3 | 4;

export interface Ending {
  readonly name: string;
  readonly written: string;
  /** Joined to a stem in the source style; it carries the vowel of the stem's last letter. */
  readonly vocalised: string;
  /** Whether an attached pronoun may, must or cannot follow. */
  readonly pronoun: 'may' | 'must' | 'no';
  readonly features: Features;
  /** The letters before a pronoun, where they differ (كتبوا، كتبوها). */
  readonly before?: readonly [written: string, vocalised: string];
}

const ending = (
  name: string,
  written: string,
  vocalised: string,
  pronoun: Ending['pronoun'],
  features: Features,
  before?: readonly [string, string],
): Ending => ({ name, written, vocalised, pronoun, features, ...(before && { before }) });

const dual = { number: 'dual' } as const;
const feminineDual = { number: 'dual', gender: 'f' } as const;
const men = { number: 'plural', gender: 'm' } as const;
const nominative = { case: 'nominative' } as const;
const construct = { state: 'construct' } as const;

/** Endings of nouns and adjectives. */
export const nounEndings: readonly Ending[] = [
  ending('bare', '', '', 'no', {}),
  ending('held', '', '', 'must', { state: 'definite' }),
  ending('accusative', 'ا', '\u064bا', 'no', { case: 'accusative', state: 'indefinite' }),
  ending('feminine', 'ة', 'ة', 'no', { gender: 'f' }),
  ending('feminine held', 'ت', 'َت', 'must', { gender: 'f', state: 'definite' }),
  ending('dual', 'ان', 'انِ', 'no', { ...dual, ...nominative }),
  ending('dual oblique', 'ين', 'َينِ', 'no', dual),
  ending('dual construct', 'ا', 'ا', 'may', { ...dual, ...nominative, ...construct }),
  ending('dual construct oblique', 'ي', 'َي', 'may', { ...dual, ...construct }),
  ending('feminine dual', 'تان', 'َتانِ', 'no', { ...feminineDual, ...nominative }),
  ending('feminine dual oblique', 'تين', 'َتَينِ', 'no', feminineDual),
  ending('feminine dual construct', 'تا', 'َتا', 'may', { ...feminineDual, ...nominative, ...construct }),
  ending('feminine dual construct oblique', 'تي', 'َتَي', 'may', { ...feminineDual, ...construct }),
  ending('men', 'ون', 'ُونَ', 'no', { ...men, ...nominative }),
  ending('men oblique', 'ين', 'ِينَ', 'no', men),
  ending('men construct', 'و', 'ُو', 'may', { ...men, ...nominative, ...construct }),
  ending('men construct oblique', 'ي', 'ِي', 'may', { ...men, ...construct }),
  ending('women', 'ات', 'ات', 'may', { number: 'plural', gender: 'f' }),
  // After آ, which has swallowed the ا: مكافآت.
  ending('women after madda', 'ت', 'ت', 'may', { number: 'plural', gender: 'f' }),
  // قاضٍ: the ي falls where there is neither article nor noun after it.
  ending('fallen', '', '\u064d', 'no', { state: 'indefinite' }),
  ending('chosen', 'ون', 'َونَ', 'no', { ...men, ...nominative }),
  ending('chosen oblique', 'ين', 'َينَ', 'no', men),
  // كبار المسؤولي… written with the ا of a verb (مسؤولوا): refused; nothing here.
];

const p = (person: 1 | 2 | 3, gender: 'm' | 'f' | undefined, number: 'singular' | 'dual' | 'plural'): Features => ({
  person,
  number,
  ...(gender && { gender }),
});

export const perfectEndings: readonly Ending[] = [
  ending('he', '', 'َ', 'may', p(3, 'm', 'singular')),
  ending('they two', 'ا', 'ا', 'may', p(3, 'm', 'dual')),
  ending('they', 'وا', 'ُوا', 'may', p(3, 'm', 'plural'), ['و', 'ُو']),
  ending('they after a', 'وا', 'َوا', 'may', p(3, 'm', 'plural'), ['و', 'َو']),
  ending('she', 'ت', 'َت', 'may', p(3, 'f', 'singular')),
  ending('they two, f', 'تا', 'َتا', 'may', p(3, 'f', 'dual')),
  ending('they, f', 'ن', 'نَ', 'may', p(3, 'f', 'plural')),
  ending('I', 'ت', 'تُ', 'may', p(1, undefined, 'singular')),
  ending('you', 'ت', 'تَ', 'may', p(2, 'm', 'singular')),
  ending('you, f', 'ت', 'تِ', 'may', p(2, 'f', 'singular')),
  ending('you two', 'تما', 'تُما', 'may', p(2, undefined, 'dual')),
  ending('you all', 'تم', 'تُم', 'may', p(2, 'm', 'plural'), ['تمو', 'تُمُو']),
  ending('you all, f', 'تن', 'تُنَّ', 'no', p(2, 'f', 'plural')),
  ending('we', 'نا', 'نا', 'may', p(1, undefined, 'plural')),
  ending('he, weak', '', '', 'no', p(3, 'm', 'singular')),
  ending('he, weak, held', '', '', 'must', p(3, 'm', 'singular')),
  ending('we after n', 'نا', 'نّا', 'may', p(1, undefined, 'plural')),
  ending('they, f, after n', 'ن', 'نَّ', 'no', p(3, 'f', 'plural')),
  ending('I after t', 'ت', 'تُّ', 'no', p(1, undefined, 'singular')),
];

const indicative = { mood: 'indicative' } as const;
const jussive = { mood: 'jussive' } as const;

/** Endings of the imperfect; the person comes from the letter before the stem. */
export const imperfectEndings: readonly Ending[] = [
  ending('whole', '', 'ُ', 'may', {}),
  ending('cut short', '', '', 'may', jussive),
  ending('long', '', 'ُ', 'may', {}),
  ending('weak', '', '', 'may', {}),
  ending('weak a', '', '', 'no', {}),
  ending('weak a held', '', '', 'must', {}),
  ending('two', 'ان', 'انِ', 'no', { number: 'dual', ...indicative }),
  ending('many', 'ون', 'ُونَ', 'may', { number: 'plural', ...indicative }),
  ending('many after a', 'ون', 'َونَ', 'may', { number: 'plural', ...indicative }),
  ending('you, f', 'ين', 'ِينَ', 'may', { person: 2, gender: 'f', number: 'singular', ...indicative }),
  ending('you, f, after a', 'ين', 'َينَ', 'may', { person: 2, gender: 'f', number: 'singular', ...indicative }),
  ending('women', 'ن', 'نَ', 'may', { number: 'plural', gender: 'f' }),
  ending('two, cut', 'ا', 'ا', 'may', { number: 'dual' }),
  ending('many, cut', 'وا', 'ُوا', 'may', { number: 'plural' }, ['و', 'ُو']),
  ending('many, cut, after a', 'وا', 'َوا', 'may', { number: 'plural' }, ['و', 'َو']),
  ending('you, f, cut', 'ي', 'ِي', 'may', { person: 2, gender: 'f', number: 'singular' }),
];

export const imperativeEndings: readonly Ending[] = [
  ending('do', '', '', 'may', { person: 2, gender: 'm', number: 'singular' }),
  ending('do, f', 'ي', 'ِي', 'may', { person: 2, gender: 'f', number: 'singular' }),
  ending('do, all', 'وا', 'ُوا', 'may', { person: 2, gender: 'm', number: 'plural' }, ['و', 'ُو']),
  ending('do, all, after a', 'وا', 'َوا', 'may', { person: 2, gender: 'm', number: 'plural' }, ['و', 'َو']),
];

/** A particle has no endings; with or without a pronoun are two stems, for many change before it (على، عليه). */
export const particleEndings: readonly Ending[] = [
  ending('bare', '', '', 'no', {}),
  ending('held', '', '', 'must', {}),
];

export const endingsOf: readonly (readonly Ending[])[] = [
  nounEndings,
  perfectEndings,
  imperfectEndings,
  imperativeEndings,
  particleEndings,
];

/** The mask of the endings with these names. */
export function mask(kind: Kind, ...names: readonly string[]): number {
  let bits = 0;
  for (const name of names) {
    const at = (endingsOf[kind] as readonly Ending[]).findIndex((ending) => ending.name === name);
    if (at < 0) throw new Error(`No ending ${name}`);
    bits |= 1 << at;
  }
  return bits;
}

export interface Pronoun {
  readonly written: string;
  readonly vocalised: string;
  readonly on: 'noun' | 'verb' | 'both';
  readonly features: Features;
  readonly english: readonly [possessor: string, object: string];
}

const pronoun = (
  written: string,
  vocalised: string,
  on: Pronoun['on'],
  features: Features,
  possessor: string,
  object: string,
): Pronoun => ({ written, vocalised, on, features, english: [possessor, object] });

export const pronouns: readonly Pronoun[] = [
  pronoun('ه', 'هُ', 'both', p(3, 'm', 'singular'), 'his/its', 'him/it'),
  pronoun('ها', 'ها', 'both', p(3, 'f', 'singular'), 'her/its/their', 'her/it/them'),
  pronoun('هم', 'هُم', 'both', p(3, 'm', 'plural'), 'their', 'them'),
  pronoun('هما', 'هُما', 'both', p(3, undefined, 'dual'), 'their (two)', 'them (two)'),
  pronoun('هن', 'هُنَّ', 'both', p(3, 'f', 'plural'), 'their (f.)', 'them (f.)'),
  pronoun('نا', 'نا', 'both', p(1, undefined, 'plural'), 'our', 'us'),
  pronoun('ي', 'ي', 'noun', p(1, undefined, 'singular'), 'my', 'me'),
  pronoun('ني', 'نِي', 'verb', p(1, undefined, 'singular'), 'my', 'me'),
  pronoun('ك', 'كَ', 'both', p(2, 'm', 'singular'), 'your', 'you'),
  pronoun('كم', 'كُم', 'both', p(2, 'm', 'plural'), 'your (pl.)', 'you (pl.)'),
  pronoun('كما', 'كُما', 'both', p(2, undefined, 'dual'), 'your (two)', 'you (two)'),
  // Only a written kasra tells it from the one before (dictionary.ts lets the likelier stand for both).
  pronoun('ك', 'كِ', 'both', p(2, 'f', 'singular'), 'your (f.)', 'you (f.)'),
  pronoun('كن', 'كُنَّ', 'both', p(2, 'f', 'plural'), 'your (f. pl.)', 'you (f. pl.)'),
];

/** بيتِه، عليهِم: after i or ي the ه of a pronoun takes i. */
export function harmonised(pronoun: Pronoun, before: string): string {
  const { vocalised } = pronoun;
  if (!vocalised.startsWith(`ه${DAMMA}`)) return vocalised;
  const last = before.at(-1);
  const front = last === KASRA || (last === 'ي' && /[\u064e\u0650]ي$/.test(before));
  return front ? `ه${KASRA}${vocalised.slice(2)}` : vocalised;
}

/** An ending with the pronoun after it, if any. */
export interface Suffix {
  readonly ending: number;
  /** Its place in `pronouns`; -1 for none. */
  readonly pronoun: number;
  readonly bit: number;
  /** The whole as it is written in good spelling. */
  readonly written: string;
}

function table(kind: Kind): ReadonlyMap<string, readonly Suffix[]> {
  const found = new Map<string, Suffix[]>();
  const add = (suffix: Suffix) => {
    const folded = key(suffix.written);
    const list = found.get(folded);
    if (list) list.push(suffix);
    else found.set(folded, [suffix]);
  };
  (endingsOf[kind] as readonly Ending[]).forEach((ending, at) => {
    const bit = 1 << at;
    if (ending.pronoun !== 'must') add({ ending: at, pronoun: -1, bit, written: ending.written });
    if (ending.pronoun === 'no') return;
    const stem = ending.before?.[0] ?? ending.written;
    pronouns.forEach((pronoun, place) => {
      const fits = pronoun.on === 'both' || kind === PARTICLE || (kind === NOUN) === (pronoun.on === 'noun');
      // A noun's my swallows the ending's own ي: مسؤوليّ.
      if (fits && !(pronoun.written === 'ي' && stem.endsWith('ي') && kind === NOUN))
        add({ ending: at, pronoun: place, bit, written: stem + pronoun.written });
    });
  });
  return found;
}

/** By kind of stem: the suffixes by their folded letters. The empty string is among the keys. */
export const suffixes: readonly ReadonlyMap<string, readonly Suffix[]>[] = [0, 1, 2, 3, 4].map((kind) =>
  table(kind as Kind),
);

/** The length of the longest suffix of any kind. */
export const longestSuffix = Math.max(...suffixes.flatMap((map) => [...map.keys()].map((suffix) => suffix.length)));
