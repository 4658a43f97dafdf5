/** بحسب, وفقا لـ, على حد قوله: what was said stands around the words that report it. */
import { clauseAfter, clauseAround, clauseBefore } from './around.ts';
import type { Attribution } from './attribution.ts';
import { contentEnd } from './edges.ts';
import type { Frames } from './frames.ts';
import { overAdverbials, trimmed } from './insertions.ts';
import { complementisers } from './lexicon/function-words.ts';
import { isHuman } from './lexicon/humans.ts';
import { media } from './lexicon/media.ts';
import { cueForms } from './lexicon/reporting.ts';
import { bodies, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import { complementAfterComma, OWN_WORDS } from './news.ts';
import type { Stretch } from './reading.ts';
import { clean, kindOf } from './trim.ts';
import { couldBeName } from './vocabulary.ts';

/** People, in the plural that a preposition asks for: حسب مراقبين, وفقا لمسؤولين. */
const PEOPLE =
  /^(?:لل|ل|ال)?(?:مراقبين|مسوولين|محللين|خبراء|ناشطين|نشطاء|شهود|سكان|اهالي|باحثين|علماء|اطباء|دبلوماسيين|مقربين|مصادر|نواب|مواطنين|مطلعين|حقوقيين|صحفيين|صحافيين|موظفين|عاملين|ناجين|مشاركين|حاضرين|مختصين|متخصصين|موسسي|ارقام|احصاءات|احصاييات|تقديرات|بيانات|معطيات|وثايق|قوانين|قانون|تقرير|تقارير|دراسات|ابحاث|استطلاع|روايه|روايات|شهاده|شهادات|افاده|افادات|تصريح|كلام|قول)$/;

/** Whether a report before has told the same content; `nests`: one within it is told by this one, `relays`: whoever is said to have told it. */
export type Covered = (content: Stretch, nests?: boolean, relays?: boolean) => boolean;

/** Who brings what others said: وكالة الأنباء, صحيفة, قناة. */
const RELAYS =
  /^(?:ل|ال|لل)?(?:وكاله|وكالات|صحيفه|صحف|جريده|قناه|قنوات|موقع|مواقع|اذاعه|تلفزيون|شبكه|فضاييه|مجله|راديو|محطه)$/;
/** What they do with it: نقلته, نشرته, أوردته. */
const RELAYING = /^(?:نقل|نشر|بث|اورد|اذاع|تناقل|تداول)(?:ت)?(?:ه|ها)?$/;

const OUTLETS: ReadonlySet<string> = new Set(media);

/** Whether who is named only passes on what others said: وكالة الأنباء الرسمية, رويترز. */
function passesOn(text: Frames, at: number): boolean {
  const first = text.word(at).replace(/^ل(?!ل)/, '');
  return RELAYS.test(text.word(at)) || OUTLETS.has(first) || OUTLETS.has(`${first} ${text.word(at + 1)}`);
}

/** بحسب, وفقا لـ, نقلا عن: who says so stands right after; null where that is nobody, or tells nothing. */
export function according(text: Frames, at: number, covered: Covered): Attribution | null {
  const here = text.word(at);
  let start = at + 1;
  if (text.key(start) === 'ل' || text.key(start) === 'لـ' || text.key(start) === 'عن') start++;
  if (text.key(start) === 'ما' || text.key(start) === 'لما') return accordClause(text, at, start + 1, covered);
  if (OWN_WORDS.test(text.key(start))) {
    const content = clauseBefore(text, at);
    if (!content || content.to - content.from < 3 || covered(content) || covered({ from: at - 1, to: at })) return null;
    return accord(text, {
      cue: { from: at, to: start + 1 },
      content,
      source: null,
      gender: text.key(start).endsWith('ها') ? 'f' : 'm',
      elided: true,
    });
  }
  // وفق "رويترز": a name in marks.
  if (text.opensAt(start)?.closed && text.nameFrom(start + 1)?.to === text.opensAt(start)?.close) start++;
  const first = text.word(start);
  const clitic = first.startsWith('ل') && (here.endsWith('وفقا') || here.endsWith('طبقا'));
  if (!clitic && !text.nounAt(start)) return null;
  const name = text.nameFrom(start);
  const speaks =
    name !== null ||
    PEOPLE.test(first) ||
    text.speaksIn({ from: start, to: start + 1 }) ||
    speakingNouns.has(first) ||
    speakingNouns.has(first.replace(/^ل+/, '')) ||
    speakingNouns.has(first.replace(/^لل/, 'ال')) ||
    offices.has(first.replace(/^ل/, '')) ||
    honorifics.has(first.replace(/^لل/, 'ال')) ||
    bodies.has(first.replace(/^ل/, '')) ||
    definiteBodies.has(first.replace(/^لل/, 'ال')) ||
    // بحسب السفير الياباني, وفقا للباحثين.
    isHuman(first.replace(/^(?:لل|ال|ل(?=.{4}))/, '')) ||
    ['بيان', 'لبيان', 'تصريحات', 'لتصريحات', 'تعبير', 'قول', 'حديث', 'نتائج', 'لنتائج', 'استطلاعات'].includes(first);
  // وحسب المعطيات الأولية، فإن: whatever it is, it is said to tell so.
  const initialOne = at === 0 || !text.sameSentence(at - 1, at);
  let opensWith = false;
  if (!speaks && initialOne)
    for (let i = start; i < start + 14 && text.sameSentence(i, at); i++)
      if (/^ف(?:ان(?:ه|ها)?|قد)$/.test(text.key(i))) opensWith = true;
  // ذكرت الصحيفة، نقلا عن مصادر، أن: where she has it from, not who says it.
  const end = speaks ? text.nounPhrase(start) : start;
  const told = insertedBefore(text, at, end);
  if (told && here !== 'نقلا') return { ...told, source: trimmed(text, start, end) };
  if (!(speaks || opensWith) || complementAfterComma(text, at)) return null;
  let far = speaks ? end : text.nounPhrase(start);
  // وفقا لمجلة الأعمال الأميركية فوربس، كان: the name that no list has, up to its comma.
  if (
    text.tokens[far + 1]?.kind === 'comma' &&
    text.nameAt[far] === -1 &&
    couldBeName(text.word(far)) &&
    text.sameSentence(far, at)
  )
    far++;
  const source = trimmed(text, start, far);
  const initial = at === 0 || !text.sameSentence(at - 1, at) || /^و[بوحط]/.test(here);
  const content = initial ? clauseAfter(text, far, at) : clauseAround(text, at, far);
  if (!content || content.to - content.from < 3 || covered(content, true, passesOn(text, start))) return null;
  return accord(text, { cue: { from: at, to: at + 1 }, content, source });
}

/** أضاف المصدر -حسب رويترز- أن: the clause is told by both; null where no complementiser follows the insertion. */
function insertedBefore(text: Frames, at: number, end: number): Attribution | null {
  const sign = (i: number) => /^(?:comma|dash|bracket)$/.test(text.tokens[i]?.kind ?? '');
  if (!sign(at - 1) || !sign(end) || !complementisers.has(text.key(end + 1)) || !text.sameSentence(at - 1, end + 1))
    return null;
  const { end: to } = contentEnd(text, at, end + 2, 'clause');
  const content = clean(text, end + 2, to);
  if (!content || content.to - content.from < 3) return null;
  return accord(text, { cue: { from: at, to: at + 1 }, content, source: null });
}

/** على حد قوله, على حد تعبير الوزير, على حد ما قال: what was said stands before; null where this is no report. */
export function inWordsOf(text: Frames, at: number, covered: Covered): Attribution | null {
  if (text.key(at + 2) === 'ما') return accordClause(text, at, at + 3, covered);
  if (!/^(?:قول|تعبير|وصف|زعم|تعبيره|قوله|وصفه|قولها|تعبيرها|وصفها)/.test(text.key(at + 2))) return null;
  const own = /(?:ه|ها|هم)$/.test(text.key(at + 2));
  // والتمديد، على حد قوله، إجراء معتاد: a few words before are not yet the clause.
  const content = own ? clauseAround(text, at, at + 3) : clauseBefore(text, at);
  if (!content || covered(content) || (own && covered({ from: at - 1, to: at }))) return null;
  const end = own ? at + 3 : text.nounPhrase(at + 3);
  return accord(text, {
    cue: { from: at, to: at + 3 },
    content,
    source: own ? null : trimmed(text, at + 3, end),
    gender: text.key(at + 2).endsWith('ها') ? 'f' : 'm',
    elided: own,
  });
}

/** بحسب ما أعلنت الوزارة, وفق ما ذكره الوزير: the content stands before, or after where text begins the sentence. */
function accordClause(text: Frames, at: number, verb: number, covered: Covered): Attribution | null {
  const here = text.word(verb);
  const form = cueForms.get(here) ?? cueForms.get(here.replace(/(?:وه|وها|ه|ها)$/, ''));
  const told = /^(?:نشر|بث|بين|ورد|اذاع|تداول)(?:ت)?(?:ه|ها)?$/.test(here);
  if (!told && (!form || form.form === 'participle')) return null;
  let start = verb + 1;
  if (text.key(start) === 'به' || text.key(start) === 'عنه' || text.key(start) === 'اليه') start++;
  const end = text.nounAt(start) ? text.nounPhrase(start) : start;
  const initial = at === 0 || !text.sameSentence(at - 1, at) || /^و[بوحط]/.test(text.word(at));
  const content = initial
    ? clauseAfter(
        text,
        overAdverbials(text, end, () => false),
        at,
      )
    : clauseBefore(text, at);
  const relays = end > start && (RELAYING.test(here) || passesOn(text, start));
  if (!content || content.to - content.from < 3 || covered(content, true, relays)) return null;
  return accord(text, {
    cue: { from: at, to: verb + 1 },
    content,
    source: trimmed(text, start, end),
    gender: form?.gender ?? null,
    lemma: form?.verb.lemma ?? null,
    elided: end === start,
  });
}

/** What is told by بحسب and its like: by default of nobody's gender, with no verb, and its source written. */
function accord(
  text: Frames,
  told: Pick<Attribution, 'cue' | 'content' | 'source'> & Partial<Pick<Attribution, 'gender' | 'lemma' | 'elided'>>,
): Attribution {
  return {
    gender: null,
    lemma: null,
    elided: false,
    ...told,
    class: 'accord',
    kind: kindOf(text, told.content),
    by: 'accord',
  };
}
