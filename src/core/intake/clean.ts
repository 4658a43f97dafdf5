/**
 * What the ways of the web have left in a text is taken out of it: forms of letters instead of letters, signs nobody sees,
 * stretched words. Letters, spelling and punctuation stay as their writer has them. What was changed is told, kind by kind.
 */
import { decodeEntities } from './entities.ts';

export const changeKinds = [
  'lines',
  'entities',
  'lost',
  'controls',
  'bidi',
  'invisible',
  'forms',
  'tatweel',
  'spaces',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One kind of change: how often it was made, and the first of them (shortened; empty: taken out). */
export interface Change {
  readonly kind: ChangeKind;
  readonly count: number;
  readonly from: string;
  readonly to: string;
}

const EXAMPLE = 24;

/** The text as it is read, and what was done to it, in the order of {@link changeKinds}. Linear in the text. */
export function cleanText(original: string): { readonly text: string; readonly changes: readonly Change[] } {
  const changes = new Map<ChangeKind, { count: number; from: string; to: string }>();
  const note = (kind: ChangeKind, from: string, to: string) => {
    const known = changes.get(kind);
    if (known) known.count++;
    else changes.set(kind, { count: 1, from: from.slice(0, EXAMPLE), to: to.slice(0, EXAMPLE) });
    return to;
  };
  const replace = (text: string, kind: ChangeKind, pattern: RegExp, by: (found: string, at: number) => string) =>
    text.replace(pattern, (found: string, ...rest: unknown[]) => {
      const to = by(found, rest.find((part) => typeof part === 'number') as number);
      return to === found ? found : note(kind, found, to);
    });
  let text = replace(original, 'lines', /\r\n?|[\u2028\u2029\u0085\v\f]/g, () => '\n');
  text = decodeEntities(text, (from, to) => note('entities', from, to));
  // What entities stood for may itself be a line's end.
  text = replace(text, 'lines', /\r\n?|[\u2028\u2029\u0085\v\f]/g, () => '\n');
  text = replace(text, 'lost', /\ufffd+/g, () => '');
  text = replace(text, 'controls', CONTROLS, () => '');
  text = replace(text, 'bidi', /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, () => '');
  text = replace(text, 'invisible', /[\u00ad\u200b-\u200d\u2060-\u2064\ufeff\ufe00-\ufe0f]+/g, () => '');
  text = replace(text, 'forms', FORMS, letters);
  // Inside words first: what a tatweel at an end is good for depends on the whole word before it.
  for (const rule of [stretch, ending]) {
    const whole = text;
    text = replace(text, 'tatweel', /ـ+/g, (run, at) => rule(whole, at, at + run.length));
  }
  text = replace(text, 'spaces', /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]+/g, () => ' ');
  text = text.replace(/^ | $/gm, '');
  return {
    text,
    changes: changeKinds.flatMap((kind) => {
      const change = changes.get(kind);
      return change ? [{ kind, ...change }] : [];
    }),
  };
}

/** Controls, private signs, non-characters and halves of surrogate pairs: no font has them. */
const CONTROLS =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\ufffc\ufffe\uffff]+|\p{Surrogate}+/gu;

/**
 * Presentation forms: ﻻ is two letters, ﺐ is ب. Left alone: the ornate brackets ﴾ ﴿ and the signs of honour, which are
 * written as single signs today (ﷺ).
 */
const FORMS = /[\ufb50-\ufd3d\ufd50-\ufdcf\ufdf0-\ufdf9\ufe70-\ufefc]+/g;

/** A mark with its own place (ﹷ) decomposes to a space or a tatweel with the mark: only the mark is meant. */
const letters = (form: string): string => form.normalize('NFKC').replace(/[ ـ](?=[\u064b-\u0652\u0670])/g, '');

const LETTER = /[\u0621-\u063f\u0641-\u064a\u066e-\u06d3\u064b-\u0652\u0670]/;
/** Prefixes that a tatweel ends before a quotation mark, a figure or a Latin word: بـ«داعش»، الـ15. */
const PREFIX = /^[وف]?(?:[بكل]|ال|بال|كال|لل|س)$/;

/** قـــال → قال */
const stretch = (text: string, from: number, to: number): string =>
  LETTER.test(text.charAt(from - 1)) && LETTER.test(text.charAt(to)) ? '' : text.slice(from, to);

/** What stays of a tatweel at a word's edge: one where it is orthography (هـ, بـ«), a dash where it is one (العالم ـ إيران). */
function ending(text: string, from: number, to: number): string {
  if (LETTER.test(text.charAt(to))) return '';
  let start = from;
  while (start > 0 && from - start < 6 && LETTER.test(text.charAt(start - 1))) start--;
  if (start === from) return '–';
  const word = text.slice(start, from);
  return word === 'ه' || PREFIX.test(word) ? 'ـ' : '';
}
