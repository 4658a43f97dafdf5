/** Where the subject after a verb ends and its object begins, and which nouns can be either. */
import { describes } from './lexicon/adjectives.ts';
import { startingWithBa, weekdays } from './lexicon/function-words.ts';
import { acts } from './lexicon/speech.ts';
import { bodies, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import type { Phrases } from './phrases.ts';
import { isEveryday, isFunction, isNoun } from './vocabulary.ts';

/** What happens, as a verbal noun: never what people are of. */
const HAPPENINGS =
  /^(?:ارتفاع|انخفاض|تراجع|زياده|هبوط|نمو|حدوث|وقوع|اندلاع|سقوط|استمرار|استيناف|عوده|تمديد|تاجيل|الغاء|اجراء|بدء|انتهاء|انهيار|فشل|نجاح|تصاعد|تدهور|انتشار|وجود|مقتل|اصابه|اغلاق|فتح|رفع|خفض|تحسن|تباطو|انكماش|انسحاب|فوز|خساره|تقدم|وصول|توقف|تغير|تغيير|تشكيل|تاثر|ظهور|صدور|حصول|تعرض|قيام|تحقيق)$/;

/** أدان المجلس | الهجوم: where the object of a verb follows its subject, and only its adjectives are of the subject. */
export function subjectOnly(text: Phrases, from: number, to: number): number {
  // خبراء | ارتفاع الأسعار: people without the article, and a verbal noun that nobody is called after.
  const people =
    /^(?:خبراء|محللون|مراقبون|مسوولون|نشطاء|ناشطون|علماء|باحثون|مصادر|متحدث|مسوول|مصدر|محلل|خبير|سكان|نواب|اطباء)$/;
  if (people.test(text.word(from)) && from + 1 < to && HAPPENINGS.test(text.word(from + 1))) return from + 1;
  for (let at = from + 1; at < to; at++) {
    const here = text.word(at);
    if (!here.startsWith('ال') || text.nameAt[at] !== -1) continue;
    const before = text.word(at - 1);
    const definite =
      /^(?:[وبل]?ال|لل)/.test(before) ||
      text.nameAt[at - 1] !== -1 ||
      // مزارعون آخرون | الحكومة, منظمات حقوقية | الحكومة
      (/(?:ون|ات)$/.test(text.word(from)) && describes(before) && !text.word(from).startsWith('ال'));
    // الحكومة | المعارضة, الأحزاب المعارضة.
    const body = definiteBodies.has(here) && definiteBodies.has(text.word(from));
    // الوزير | المعارضة: no adjective of his.
    const unlike =
      (here.endsWith('ه') && honorifics.has(before) && !before.endsWith('ه')) ||
      (!/[هيا]$/.test(here) && /^ال.*ات$/.test(before) && definiteBodies.has(before));
    // انتقد التقرير | الوزيرة: no document has an office.
    const written = /^ال(?:تقرير|بيان|دراسه|وثيقه|مقال|مذكره|رساله|تحقيق)$/.test(before);
    if (definite && (unlike || (written && (honorifics.has(here) || offices.has(here.slice(2)))))) return at;
    if (!definite || (describes(here) && !body) || honorifics.has(here) || offices.has(here.slice(2))) continue;
    return at;
  }
  return to;
}

/** أبلغ مسؤولون أمريكيون | نظراءهم, أبلغ الوزير | نظيره, أبلغ مسؤولون | إسرائيل: where those who are told begin. */
export function beforeTold(text: Phrases, from: number, to: number): number {
  const indefinite = !text.word(from).startsWith('ال') && text.nameAt[from] === -1;
  for (let at = from + 1; at < to; at++) {
    if (possessed(text, at) && (at > from + 1 || !indefinite || /(?:ون|ات)$/.test(text.word(from)))) return at;
    const name = text.nameFrom(at);
    if (name && name.type !== 'person' && (describes(text.word(at - 1)) || /(?:ون|ات)$/.test(text.word(at - 1))))
      return at;
  }
  return to;
}

/** Where the next office begins, after something definite; `from` where none does. */
export function nextOffice(text: Phrases, from: number, to: number): number {
  const first = text.nameFrom(from);
  for (let i = first ? first.to : from + 1; i < to; i++) {
    const settled = text.nameAt[i - 1] !== -1 || /^(?:ال|لل)/.test(text.word(i - 1));
    if (settled && text.nameAt[i] === -1 && offices.has(text.word(i))) return i;
  }
  return from;
}

/** Where the object begins within what looks like one noun phrase: the next office, or a name that no definite noun can govern: الحركة | إسرائيل. */
export function nextObject(text: Phrases, from: number, to: number): number {
  const office = nextOffice(text, from, to);
  if (office > from) return office;
  for (let at = from + 1; at < to; at++) {
    const name = text.nameFrom(at);
    if (
      name &&
      name.skip === 0 &&
      name.type !== 'person' &&
      name.type !== 'date' &&
      (definiteBodies.has(text.word(at - 1)) ||
        // هذه الدول | روسيا; not العاصمة بيروت.
        (name.type === 'place' &&
          /^(?:الدول|الحكومات|البلدان|المنظمات|الاطراف|الوزراء|الزعماء|القاده|الاعضاء|النواب)$/.test(
            text.word(at - 1),
          )))
    )
      return at;
  }
  return from;
}

/** A verb before its subject has the gender of it: a feminine noun after a masculine verb, or men after a feminine one. */
export function disagrees(text: Phrases, at: number, gender: 'm' | 'f'): boolean {
  const here = text.word(at);
  if (text.nameAt[at] !== -1 || !here.startsWith('ال')) return false;
  return gender === 'm'
    ? here.endsWith('ه') && definiteBodies.has(here)
    : /(?:ون|ين|اء)$/.test(here) && here.length > 5;
}

/** رغبته, أملها: an abstract noun with its owner's pronoun; not والده, محاميها. */
export function possessed(text: Phrases, at: number): boolean {
  const here = text.word(at);
  if (text.nameAt[at] !== -1 || here.startsWith('ال')) return false;
  const stem = /^(.{3,}?)(?:هما|هم|ها|ه)$/.exec(here)?.[1];
  if (stem === undefined || (here.endsWith('ه') && !text.tokens[at]?.heh)) return false;
  for (const one of [here, stem, stem.replace(/ت$/, 'ه'), stem.replace(/ي$/, '')])
    if (offices.has(one) || speakingNouns.has(one) || bodies.has(one) || honorifics.has(one)) return false;
  return true;
}

/** A noun of speech, of nobody or of the one who speaks: دعوة مصر, رفضه, تهديدها. */
export function actAt(text: Phrases, at: number): boolean {
  const here = text.word(at);
  if (text.nameAt[at] !== -1) return false;
  return (
    acts.has(here) ||
    (!/^(?:ال|لل)/.test(here) && acts.has(here.replace(/(?:هما|هم|ها|ه)$/, '')) && possessed(text, at)) ||
    (possessed(text, at) && acts.has(here.replace(/ت(?:هما|هم|ها|ه)$/, 'ه')))
  );
}

/** After a subject, what looks like a verb is a noun: أيد المجلس فكرة. */
export function objectAt(text: Phrases, at: number): boolean {
  const here = text.word(at);
  if (here.length < 3 || isFunction(here) || text.cues[at] || /^(?:و|لل|سي|ست)/.test(here)) return false;
  if (here.startsWith('ب')) return startingWithBa.has(here);
  return !(/^[لف]/.test(here) && isFunction(here.slice(1))) && !(here.startsWith('ل') && isEveryday(here.slice(1)));
}

/** Whether a noun phrase is of everyday words, the first without the article: إصلاح القنوات. */
export function everydayPhrase(text: Phrases, from: number, to: number): boolean {
  if (/^(?:ال|لل)/.test(text.word(from)) || text.word(from).endsWith('ون')) return false;
  for (let i = from; i < to; i++) if (text.nameAt[i] !== -1 || !isEveryday(text.word(i))) return false;
  return isNoun(text.word(from));
}

/** أُعلن في يوليو: a time is nothing said. */
export function timeAt(text: Phrases, at: number): boolean {
  return text.nameFrom(at)?.type === 'date' || text.tokens[at]?.kind === 'number' || weekdays.has(text.key(at));
}
