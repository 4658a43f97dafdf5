/** Marks that stand in the text: readings must agree with them, they tell endings, and they are shown as they stand. */
import type { Cut } from './cut.ts';
import { endingsOf, IMPERATIVE, IMPERFECT, NOUN, PERFECT, type Pronoun, pronouns } from './endings.ts';
import { DAMMA, displayed, FATHA, joined, KASRA, SUKUN, units } from './letters.ts';
import type { Ending3 } from './case.ts';

const unitsOf = (written: string) => units(written.replaceAll('\u0640', ''));

/** Whether vowels, shadda or sukun stand in a word. */
export const isMarked = (word: string): boolean => /[\u064b-\u0652]/.test(word);

/** Whether a cut's last vowel is its own, whatever stands around the word: كَتَبَت، المعلمونَ, بيتُكِ; not a noun's case. */
export function endsByItself({ stem, suffix }: Cut): boolean {
  if (suffix.pronoun >= 0) return !(pronouns[suffix.pronoun] as Pronoun).written.startsWith('ه');
  if (stem.kind === PERFECT || stem.kind === IMPERATIVE) return true;
  return (stem.kind === NOUN || stem.kind === IMPERFECT) && suffix.written.length > 1 && suffix.written.endsWith('ن');
}

/**
 * Whether a vocalised reading (reader's style) bears out the marks written in a word. A letter without a vowel in the reading
 * agrees with any. The vowel of the last letter counts where `closed` says that it is the reading's own. With `strict`, a
 * letter that has its vowel but no shadda is not doubled.
 */
export function agreesWithMarks(written: string, vocalised: string, closed = false, strict = false): boolean {
  const left = unitsOf(written);
  const right = units(vocalised);
  if (left.length !== right.length) return true;
  return left.every((unit, at) => {
    const other = right[at];
    if (!other) return true;
    if (unit.shadda && !other.shadda) return false;
    const end = at === left.length - 1;
    // أُمِّي is mine; أُمِّيّ would have its shadda where its other letters have theirs.
    if (strict && end && unit.letter === 'ي' && other.shadda && !unit.shadda && left[at - 1]?.vowel === KASRA)
      return false;
    if (unit.vowel === '') return true;
    if (end && closed) {
      if (unit.vowel === SUKUN) return true;
      // Before a silent ا a mute letter borrows a kasra: قالتِ المعلمة.
      return other.vowel === '' ? unit.vowel === KASRA || 'اىوي'.includes(other.letter) : unit.vowel === other.vowel;
    }
    // الشَمس: after the article the shadda is often left out.
    if (strict && unit.vowel !== SUKUN && other.shadda && !unit.shadda && left[at - 1]?.letter !== 'ل') return false;
    if (end || (at === left.length - 2 && left[at + 1]?.letter === 'ا')) return true;
    if (unit.vowel === SUKUN) return other.vowel === SUKUN || other.vowel === '';
    return other.vowel === '' || other.vowel === unit.vowel;
  });
}

const TANWIN = '\u064b';
const TOLD: Readonly<Record<string, readonly [Ending3['case'], Ending3['state']]>> = {
  [DAMMA]: ['nominative', 'construct'],
  [FATHA]: ['accusative', 'construct'],
  [KASRA]: ['genitive', 'construct'],
  '\u064c': ['nominative', 'indefinite'],
  '\u064b': ['accusative', 'indefinite'],
  '\u064d': ['genitive', 'indefinite'],
};
const MOODS: Readonly<Record<string, Ending3['mood']>> = {
  [DAMMA]: 'indicative',
  [FATHA]: 'subjunctive',
  [SUKUN]: 'jussive',
};
const CASED = new Set(['bare', 'held', 'feminine', 'feminine held', 'women', 'women after madda', 'fallen']);

/**
 * The case or mood that the writer's own vowel on the last letter (before an attached pronoun) tells of a cut; null where it
 * tells none: no vowel there, or one that two cases share (مدارسَ، سياراتِ، يكُفَّ).
 */
export function toldByMarks(written: string, cut: Cut): Ending3 | null {
  const { stem, suffix, prefix } = cut;
  const name = endingsOf[stem.kind]?.[suffix.ending]?.name ?? '';
  const letters = unitsOf(written);
  const pronoun = suffix.pronoun < 0 ? '' : (pronouns[suffix.pronoun] as Pronoun).written;
  if (pronoun === 'ي') return null;
  const last = letters[letters.length - 1 - pronoun.length];
  if (!last || last.vowel === '' || 'اى'.includes(last.letter)) return null;
  if (stem.kind === IMPERFECT) {
    const mood = MOODS[last.vowel] ?? null;
    if (suffix.written !== pronoun || mood === null || (mood === 'subjunctive' && last.shadda)) return null;
    return { case: null, state: null, mood };
  }
  if (stem.kind !== NOUN || !CASED.has(name)) return null;
  const [found, state] = TOLD[last.vowel] ?? [null, null];
  if (found === null) return null;
  const closed = prefix.article || pronoun !== '';
  if (name.startsWith('women') && found !== 'nominative') return null;
  if (found === 'accusative' && state === 'construct' && !closed) {
    // A fatha without article may be the genitive of a word that takes no kasra: plurals, names, أكبر، خضراء.
    const { broken, gender } = stem.features;
    if (
      broken === true ||
      (gender === 'f' && stem.vocalised.endsWith('اء')) ||
      /^أ\u064e.[^\u064b-\u0652]?.\u064e/.test(stem.vocalised)
    )
      return null;
  }
  return { case: found, state: closed ? 'definite' : state, mood: null };
}

/** The vocalised form with the marks that stand in the text: what is written goes before what was worked out. */
export function withMarks(written: string, vocalised: string): string {
  const left = unitsOf(written);
  const right = units(vocalised);
  if (left.length !== right.length) return vocalised;
  return displayed(
    joined(
      right.map((unit, at) => {
        const { shadda = false, vowel = '' } = left[at] ?? {};
        // جديداً, جديدًا: the tanwin stands on either letter, and once.
        if (unit.letter === 'ا' && vowel === TANWIN && right[at - 1]?.vowel === TANWIN) return unit;
        return { ...unit, shadda: unit.shadda || shadda, vowel: vowel === '' ? unit.vowel : vowel };
      }),
    ),
  );
}
