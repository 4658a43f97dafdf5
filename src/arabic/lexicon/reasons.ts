/**
 * Why an attribution was made, in words a reader understands: a sentence for the rule that found it, and one for the way the
 * speaker was found. {cue}, {source} and {speaker} stand for the words of the text.
 */
import type { Bilingual } from '../../core/bilingual.ts';
import type { Rule } from '../attribution.ts';
import type { Way } from '../spoken.ts';

/** The rule as the reader is told: which signs stand after the verb is seen in the text. */
export type ToldRule = Rule | 'colon' | 'marks';

export const RULES: Readonly<Record<ToldRule, Bilingual>> = {
  clause: {
    ar: 'بعد فعل القول «{cue}» جملةٌ تنقل الكلام.',
    en: 'The reporting verb “{cue}” is followed by a clause that tells what was said.',
  },
  quote: {
    ar: 'بعد فعل القول «{cue}» نقطتان أو علامتا تنصيص.',
    en: 'The reporting verb “{cue}” is followed by a colon or quotation marks.',
  },
  colon: {
    ar: 'بعد فعل القول «{cue}» نقطتان.',
    en: 'The reporting verb “{cue}” is followed by a colon.',
  },
  marks: {
    ar: 'بعد فعل القول «{cue}» كلامٌ بين علامتي تنصيص.',
    en: 'The reporting verb “{cue}” is followed by words in quotation marks.',
  },
  noun: {
    ar: 'بعد فعل القول «{cue}» عبارة اسمية تذكر مضمون الكلام.',
    en: 'The reporting verb “{cue}” is followed by a noun phrase that tells what was said.',
  },
  participle: {
    ar: '«{cue}» حالٌ تصل الكلام بفعل قبلها، فالقائل هو فاعل ذلك الفعل.',
    en: 'The participle “{cue}” leans on a verb before it: the speaker is the subject of that verb.',
  },
  saying: { ar: 'بعد «{cue}» يأتي الكلام المنقول.', en: 'What was said follows the words “{cue}”.' },
  accord: {
    ar: '«{cue}» عبارة إسناد تنسب الجملة إلى مصدرها.',
    en: 'The words “{cue}” attribute the sentence to its source.',
  },
  trailing: {
    ar: 'جاءت «{cue}» بعد الكلام فنسبت ما قبلها.',
    en: 'The words “{cue}” stand after what was said and attribute it.',
  },
  headline: {
    ar: 'في أول السطر «{source}» ونقطتان: ما بعدهما كلام صاحب الاسم.',
    en: 'The line begins with “{source}” and a colon: what follows is in that name.',
  },
};

/** How the speaker was found, as the reader is told: more exact than {@link Way}, for the reader sees the text. */
export type Told =
  | Exclude<Way, 'current' | 'governing'>
  /** Named by a part of the name, or by something of theirs; at the head of a line. */
  | 'called'
  | 'headed'
  /** Nobody stands beside the cue: who spoke last, who spoke before that, who was named, whom the sentence is about. */
  | Elided
  | `participle ${Elided}`;
export type Elided = 'latest' | 'earlier' | 'mentioned' | 'subject';

export const WAYS: Readonly<Record<Told, Bilingual>> = {
  named: { ar: 'القائل مذكور مع لفظ النقل: «{source}».', en: 'The speaker is named with the cue: “{source}”.' },
  called: {
    ar: 'القائل مذكور مع لفظ النقل: «{source}»، أي {speaker}.',
    en: 'The speaker is named with the cue: “{source}”, that is {speaker}.',
  },
  headed: { ar: 'وهو في النصّ: {speaker}.', en: 'In the text, that is {speaker}.' },
  title: { ar: '«{source}» يُراد به في هذا النصّ {speaker}.', en: 'The text means {speaker} by “{source}”.' },
  pronoun: { ar: '«{source}» يعود إلى من سبق ذكره: {speaker}.', en: 'The words “{source}” point back to {speaker}.' },
  body: {
    ar: '«{source}» اختصار لما ورد اسمه كاملًا في النصّ: {speaker}.',
    en: 'The words “{source}” are short for what the text names in full: {speaker}.',
  },
  document: {
    ar: 'القائل هو صاحب «{source}»: {speaker}.',
    en: 'The speaker is whoever is behind “{source}”: {speaker}.',
  },
  described: {
    ar: 'القائل كما يصفه النصّ: «{source}».',
    en: 'The text describes the speaker: “{source}”.',
  },
  latest: {
    ar: 'لم يُذكر القائل بجانبه، وآخر من نُقل كلامه قبله: {speaker}.',
    en: 'No speaker is written beside it; the latest one before it is {speaker}.',
  },
  earlier: {
    ar: 'لم يُذكر القائل بجانبه، وأنسب من سبق نقل كلامهم: {speaker}.',
    en: 'No speaker is written beside it; of those who spoke before, {speaker} fits best.',
  },
  mentioned: {
    ar: 'لم يُذكر القائل بجانبه، وأنسب من ذُكر حوله: {speaker}.',
    en: 'No speaker is written beside it; of those named around it, {speaker} fits best.',
  },
  subject: {
    ar: 'لم يُذكر القائل بجانبه، والجملة تتحدث عن {speaker}.',
    en: 'No speaker is written beside it; the sentence is about {speaker}.',
  },
  'participle latest': {
    ar: 'وآخر من نُقل كلامه قبلها: {speaker}.',
    en: 'The latest speaker before it is {speaker}.',
  },
  'participle earlier': {
    ar: 'وأنسب من سبق نقل كلامهم: {speaker}.',
    en: 'Of those who spoke before, {speaker} fits best.',
  },
  'participle mentioned': {
    ar: 'وأنسب من ذُكر حولها: {speaker}.',
    en: 'Of those named around it, {speaker} fits best.',
  },
  'participle subject': { ar: 'والجملة تتحدث عن {speaker}.', en: 'The sentence is about {speaker}.' },
  joint: {
    ar: 'القائلان مذكوران معًا مع لفظ النقل: «{source}».',
    en: 'Two speakers are named together with the cue: “{source}”.',
  },
  nobody: { ar: 'لم يُعرف القائل من النصّ.', en: 'The text does not tell who speaks.' },
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

/** The words of one language that are put into a reason. */
export type Words = Readonly<Record<string, Bilingual>>;

/** The words put in their places; unknown places stay empty. Arabic words within English keep their own order. */
export const fill = ({ ar, en }: Bilingual, words: Words): Bilingual => ({
  ar: put(ar, (place) => words[place]?.ar ?? ''),
  en: put(en, (place) => isolate(words[place]?.en ?? '')),
});

const isolate = (words: string): string => (/\p{Script=Arabic}/u.test(words) ? `\u2068${words}\u2069` : words);

/** A text cut at its places: texts at even places, names of places at odd ones. The texts are few, the reasons many. */
const cuts = new Map<string, readonly string[]>();

function put(text: string, wordsAt: (place: string) => string): string {
  let parts = cuts.get(text);
  if (!parts) cuts.set(text, (parts = text.split(/\{(\w+)\}/)));
  let made = '';
  for (let i = 0; i < parts.length; i++) made += i % 2 === 0 ? parts[i] : wordsAt(parts[i] as string);
  return made;
}
