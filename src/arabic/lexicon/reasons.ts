/**
 * Why an attribution was made, in words a reader understands: a sentence for the rule that found it, and one for the way the
 * speaker was found. {cue}, {source} and {speaker} stand for the words of the text.
 */
import type { Bilingual } from '../../core/bilingual.ts';
import type { Rule } from '../attribution.ts';
import type { Way } from '../spoken.ts';

export const RULES: Readonly<Record<Rule, Bilingual>> = {
  clause: {
    ar: 'بعد فعل القول «{cue}» جملةٌ تنقل الكلام.',
    en: 'The reporting verb “{cue}” is followed by a clause that tells what was said.',
  },
  quote: {
    ar: 'بعد فعل القول «{cue}» نقطتان أو علامتا تنصيص.',
    en: 'The reporting verb “{cue}” is followed by a colon or quotation marks.',
  },
  noun: {
    ar: 'بعد فعل القول «{cue}» عبارة اسمية تذكر مضمون الكلام.',
    en: 'The reporting verb “{cue}” is followed by a noun phrase that tells what was said.',
  },
  participle: {
    ar: '«{cue}» حالٌ تصل الكلام بفعل قبلها، فالقائل هو فاعل ذلك الفعل.',
    en: '“{cue}” is a participle that leans on a verb before it: the speaker is the subject of that verb.',
  },
  saying: { ar: '«{cue}» اسمُ قولٍ يليه الكلام المنقول.', en: '“{cue}” is a noun of saying, and what was said follows.' },
  accord: { ar: '«{cue}» عبارة إسناد تنسب الجملة إلى مصدرها.', en: '“{cue}” attributes the sentence to its source.' },
  trailing: {
    ar: 'جاءت «{cue}» بعد الكلام فنسبت ما قبلها.',
    en: '“{cue}” stands after what was said and attributes it.',
  },
  headline: {
    ar: 'اسمٌ ونقطتان في أول السطر: ما بعدهما كلام صاحب الاسم.',
    en: 'A name and a colon begin the line: what follows is in that name.',
  },
};

export const WAYS: Readonly<Record<Way, Bilingual>> = {
  named: { ar: 'القائل مذكور بجانب الفعل: «{source}».', en: 'The speaker is named beside the cue: “{source}”.' },
  title: {
    ar: '«{source}» لقبٌ ذُكر في النص مع {speaker}.',
    en: '“{source}” is a title that the text gives to {speaker}.',
  },
  pronoun: {
    ar: '«{source}» يشير إلى آخر المتحدثين: {speaker}.',
    en: '“{source}” points to the latest speaker, {speaker}.',
  },
  body: {
    ar: '«{source}» اختصارٌ لاسم ورد كاملًا: {speaker}.',
    en: '“{source}” is short for a body that the text names: {speaker}.',
  },
  document: { ar: '«{source}» صدر عن {speaker}.', en: '“{source}” comes from {speaker}.' },
  described: { ar: 'القائل موصوف بلا اسم: «{source}».', en: 'The speaker is described without a name: “{source}”.' },
  governing: {
    ar: 'لا فاعل ظاهر؛ وصدر الجملة يتحدث عن {speaker}.',
    en: 'No subject is written; the sentence begins with {speaker}.',
  },
  current: {
    ar: 'لا فاعل ظاهر؛ و{speaker} آخر من تحدث قبله.',
    en: 'No subject is written; {speaker} spoke last before.',
  },
  joint: {
    ar: 'القائلان مذكوران معًا بجانب الفعل: «{source}».',
    en: 'Two speakers are named together beside the cue: “{source}”.',
  },
  nobody: { ar: 'لم يُعرف القائل من النص.', en: 'The text does not tell who speaks.' },
};

/**
 * How often what a rule found is a quotation, edges left out of account: with the speaker beside the cue, then with a subject to
 * be found. From articles annotated by hand (`npm run evaluate` prints the table), a little lower for those not seen.
 */
const FOUND: Readonly<Record<Rule, readonly [overt: number, elided: number]>> = {
  clause: [0.88, 0.88],
  quote: [0.94, 0.93],
  noun: [0.7, 0.72],
  participle: [0.9, 0.94],
  saying: [0.85, 0.85],
  accord: [0.75, 0.5],
  trailing: [0.6, 0.6],
  headline: [0.9, 0.9],
};

/** How often a speaker found in a way is the right one; where candidates were weighed, their share tells. */
const RIGHT: Readonly<Record<Exclude<Way, 'current' | 'governing'>, number>> = {
  named: 0.94,
  title: 0.88,
  pronoun: 0.85,
  body: 0.92,
  document: 0.8,
  described: 0.8,
  joint: 0.8,
  nobody: 0.5,
};

/**
 * How likely a quotation and its speaker are right, from 0 to 1. A choice among candidates is right as often as its share says, cross-validated
 * (scripts/train.ts), drawn a little to the middle.
 */
export function confidenceOf(rule: Rule, way: Way, overt: boolean, share: number): number {
  const right = way === 'current' || way === 'governing' ? 0.28 + 0.67 * share : RIGHT[way];
  return Math.round(FOUND[rule][overt ? 0 : 1] * right * 100) / 100;
}

/** The words put in their places; unknown places stay empty. */
export const fill = ({ ar, en }: Bilingual, words: Readonly<Record<string, string>>): Bilingual => ({
  ar: put(ar, words),
  en: put(en, words),
});

/** A text cut at its places: texts at even places, names of places at odd ones. The texts are few, the reasons many. */
const cuts = new Map<string, readonly string[]>();

function put(text: string, words: Readonly<Record<string, string>>): string {
  let parts = cuts.get(text);
  if (!parts) cuts.set(text, (parts = text.split(/\{(\w+)\}/)));
  let made = '';
  for (let i = 0; i < parts.length; i++) made += i % 2 === 0 ? parts[i] : (words[parts[i] as string] ?? '');
  return made;
}
