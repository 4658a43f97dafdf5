/**
 * Why an attribution was made, in words a reader understands: a sentence for the rule that found it, and one for the way the
 * speaker was found. {cue}, {source} and {speaker} stand for the words of the text.
 */
import type { Bilingual } from '../../core/bilingual.ts';
import type { Rule } from '../attribution.ts';
import type { Way } from '../speakers.ts';

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
  document: { ar: '«{source}» وثيقة أصدرها {speaker}.', en: '“{source}” is a document by {speaker}.' },
  described: { ar: 'القائل موصوف بلا اسم: «{source}».', en: 'The speaker is described without a name: “{source}”.' },
  governing: {
    ar: 'لا فاعل ظاهر؛ وصدر الجملة يتحدث عن {speaker}.',
    en: 'No subject is written; the sentence begins with {speaker}.',
  },
  current: {
    ar: 'لا فاعل ظاهر؛ و{speaker} آخر من تحدث قبله.',
    en: 'No subject is written; {speaker} spoke last before.',
  },
  joint: { ar: '«{source}»: قالوه معًا.', en: '“{source}”: they said it together.' },
  nobody: { ar: 'لم يُعرف القائل من النص.', en: 'The text does not tell who speaks.' },
};

/**
 * How often a quotation of a rule was right, edges left out of account (found, and its speaker right), on annotated articles:
 * `npm run evaluate` prints the table. First with the speaker beside the cue, then with a subject to be found.
 */
export const CONFIDENCE: Readonly<Record<Rule, readonly [overt: number, elided: number]>> = {
  clause: [0.75, 0.65],
  quote: [0.85, 0.75],
  noun: [0.5, 0.45],
  participle: [0.8, 0.8],
  saying: [0.8, 0.7],
  accord: [0.65, 0.55],
  trailing: [0.65, 0.55],
  headline: [0.8, 0.8],
};

/** The words put in their places; unknown places stay empty. */
export const fill = ({ ar, en }: Bilingual, words: Readonly<Record<string, string>>): Bilingual => {
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (_, place: string) => words[place] ?? '');
  return { ar: put(ar), en: put(en) };
};
