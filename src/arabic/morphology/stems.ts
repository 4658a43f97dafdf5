/** The stems of a verb as they meet their endings: what a middle or a last letter that is weak or doubled makes of them. */
import type { VerbForm } from '../../core/dictionary/answer.ts';
import { IMPERATIVE, IMPERFECT, type Kind, mask, PERFECT } from './endings.ts';
import { FATHA as a, DAMMA as u, KASRA as i, SHADDA } from './letters.ts';

/** A short vowel: fatha, kasra, damma. */
export type Vowel = 'a' | 'i' | 'u';

/** What the dictionary knows of a verb. */
export interface VerbSource {
  readonly form: VerbForm;
  /** Root letters, hamza as ء. */
  readonly root: string;
  /** The lemma in source style. */
  readonly lemma: string;
  /** Of form I: the vowel of the imperfect. */
  readonly vowel: Vowel | '';
  /** The imperfect (he), where it is irregular; source style. */
  readonly imperfect?: string;
}

/** A stem with the endings that it takes. */
export interface VerbStem {
  readonly kind: Kind;
  /** Source style with ء; an imperfect without its person letter. */
  readonly stem: string;
  readonly mask: number;
  readonly passive: boolean;
  /** The vowel of the person letter. */
  readonly person: '' | typeof a | typeof u;
}

/** All that the rules make of a verb. */
export interface Conjugation {
  /** What the rules make of the root: equal to the lemma for a regular verb. */
  readonly lemma: string;
  /** The imperfect of he, without its last vowel. */
  readonly imperfect: string;
  readonly stems: readonly VerbStem[];
  readonly active: string;
  readonly passive: string;
  /** The regular masdar; null for form I, which has none. */
  readonly masdar: string | null;
}

/** Whether a root letter is و or ي. */
export const weak = (letter: string) => letter === 'و' || letter === 'ي';
/** The mark of a vowel. */
export const short: Readonly<Record<Vowel, string>> = { a, i, u };
/** What stands for a vowel that is long, with its mark. */
export const long: Readonly<Record<Vowel, string>> = { a: 'ا', i: `${i}ي`, u: `${u}و` };
/**
 * A stem up to its middle letter: what stands before it, whether that letter is doubled, and how it leans: 'open' on a vowel
 * that a long one can replace, 'closed' on a silent letter that can take its vowel, 'firm' on neither.
 */
export interface Head {
  readonly open: string;
  readonly middle: string;
  readonly lean: 'open' | 'closed' | 'firm';
}

/** A stem before an ending that begins with a vowel, and before one that begins with a consonant. */
export type Finished = readonly [before: string, beforeConsonant: string];

/** The end of a stem whose middle letter has the vowel v: before an ending that begins with a vowel, and with a consonant. */
export function finish(head: Head, v: Vowel, c2: string, c3: string, shortV: Vowel = v): Finished {
  const { open, middle, lean } = head;
  if (lean !== 'firm' && weak(c2) && !weak(c3)) {
    const body = lean === 'open' ? open.slice(0, -1) : open;
    return [body + long[v] + c3, body + short[shortV] + c3];
  }
  if (lean !== 'firm' && c2 === c3) {
    const body = lean === 'open' ? open : open + short[v];
    return [body + c2 + SHADDA, open + c2 + short[v] + c2];
  }
  return [open + middle + short[v] + c3, open + middle + short[v] + c3];
}

const perfect = (...names: string[]) => mask(PERFECT, ...names);
const CONSONANT = ['they, f', 'I', 'you', 'you, f', 'you two', 'you all', 'you all, f', 'we'];
const VOWEL = perfect('he', 'they two', 'they', 'she', 'they two, f');
const C = perfect(...CONSONANT);
const imperfect = (...names: string[]) => mask(IMPERFECT, ...names);
const BEFORE_VOWEL = ['two', 'many', 'you, f', 'two, cut', 'many, cut', 'you, f, cut'];
/** The endings of the imperative with these names, as a mask. */
export const imperative = (...names: string[]) => mask(IMPERATIVE, ...names);

/** Stems of a perfect that is not defective. */
export function perfectStems([v, c]: Finished, passive: boolean): VerbStem[] {
  const make = (stem: string, bits: number): VerbStem => ({ kind: PERFECT, stem, mask: bits, passive, person: '' });
  const stems = v === c ? [make(v, VOWEL | C)] : [make(v, VOWEL), make(c, C)];
  // كنّا، تمكنّا: two ن are written as one; أثبتّ: two ت.
  if (c.endsWith('ن')) stems.push(make(c.slice(0, -1), perfect('we after n', 'they, f, after n')));
  if (c.endsWith('ت')) stems.push(make(c.slice(0, -1), perfect('I after t')));
  return stems;
}

/** Stems of a defective perfect: `base` ends with the middle letter. */
export function weakPerfect(base: string, v: Vowel, c3: string, formI: boolean, passive: boolean): VerbStem[] {
  const make = (stem: string, bits: number): VerbStem => ({ kind: PERFECT, stem, mask: bits, passive, person: '' });
  if (v === 'i')
    return [make(`${base}${i}ي`, perfect('he', 'she', 'they two', 'they two, f') | C), make(base, perfect('they'))];
  const waw = formI && c3 === 'و';
  const alif = waw || base.endsWith('ي') || base.endsWith(`ي${SHADDA}`);
  return [
    make(base + (alif ? 'ا' : 'ى'), perfect('he, weak')),
    make(`${base}ا`, perfect('he, weak, held')),
    make(base, perfect('she', 'they two, f', 'they after a')),
    make(`${base}${a}${waw ? 'و' : 'ي'}`, C | perfect('they two')),
  ];
}

/** Stems of an imperfect (without the person) that is not defective. */
export function imperfectStems([v, c]: Finished, passive: boolean, person: typeof a | typeof u): VerbStem[] {
  const make = (stem: string, bits: number): VerbStem => ({ kind: IMPERFECT, stem, mask: bits, passive, person });
  const stems =
    v === c
      ? [make(v, imperfect('whole', ...BEFORE_VOWEL, 'women'))]
      : [
          make(v, imperfect(v.endsWith(SHADDA) ? 'whole' : 'long', ...BEFORE_VOWEL)),
          make(c, imperfect('cut short', 'women')),
        ];
  return stems;
}

/** Stems of a defective imperfect. */
export function weakImperfect(base: string, v: Vowel, passive: boolean, person: typeof a | typeof u): VerbStem[] {
  const make = (stem: string, bits: number): VerbStem => ({ kind: IMPERFECT, stem, mask: bits, passive, person });
  if (v === 'a') {
    const alif = base.endsWith('ي') || base.endsWith(`ي${SHADDA}`);
    return [
      make(base + (alif ? 'ا' : 'ى'), imperfect('weak a')),
      make(`${base}ا`, imperfect('weak a held')),
      make(base + a, imperfect('cut short')),
      make(base, imperfect('many after a', 'you, f, after a', 'many, cut, after a')),
      make(`${base}${a}ي`, imperfect('two', 'women', 'two, cut')),
    ];
  }
  return [
    make(base + long[v], imperfect('weak', 'two', 'women', 'two, cut')),
    make(base + short[v], imperfect('cut short')),
    make(base, imperfect('many', 'you, f', 'many, cut', 'you, f, cut')),
  ];
}

/** The imperative: of he, and before a vowel. */
export function imperatives(form: VerbForm, cut: string, before: string, weakVowel: Vowel | null): VerbStem[] {
  const opening = form === '4' ? `ء${a}` : '789q410'.includes(form) && form !== 'q1' && form !== 'q2' ? `ا${i}` : '';
  const make = (stem: string, bits: number): VerbStem => ({
    kind: IMPERATIVE,
    stem: opening + stem,
    mask: bits,
    passive: false,
    person: '',
  });
  return [
    make(cut, imperative('do')),
    make(before, weakVowel === 'a' ? imperative('do, all, after a') : imperative('do, f', 'do, all')),
  ];
}
