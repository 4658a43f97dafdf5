/** The clause before or after words that report it and have none of their own: بحسب, كما قال. */
import { clauseEnd, LONGEST } from './edges.ts';
import type { Frames } from './frames.ts';
import { overRelative } from './insertions.ts';
import { complementisers, relatives } from './lexicon/function-words.ts';
import type { Stretch } from './reading.ts';
import type { Token } from './tokens.ts';
import { clean } from './trim.ts';
import { isVerb } from './vocabulary.ts';

/** The clause that ends before a token: back to the sentence's start or to the last report in it. */
export function clauseBefore(text: Frames, at: number): Stretch | null {
  let from = at;
  const pair = text.layout.quoted[text.layout.inside[at] ?? -1];
  const least = pair && pair.open < at ? pair.open + 1 : 1;
  while (
    from >= least &&
    at - from < LONGEST &&
    text.sameSentence(from - 1, at) &&
    (text.tokens[from - 1] as Token).line === (text.tokens[at] as Token).line
  )
    from--;
  // المصدر: وكالة الأنباء، نقلا عن: a credit.
  if (text.key(from) === 'المصدر' && text.tokens[from + 1]?.kind === 'colon') return null;
  // ردا على سؤال عن …، قال: what he answers, before.
  if (/^و?(?:ردا|تعليقا|تعقيبا)$/.test(text.key(from)))
    for (let i = from + 1; i < from + 20 && i < at; i++)
      if (text.tokens[i]?.kind === 'comma') return clean(text, i + 1, at);
  // وفي موسكو، عبرت …: where it was said or done, before.
  if (/^و?(?:في|من|خلال|علي|بعد|قبل)$/.test(text.key(from)))
    for (let i = from + 1; i < from + 7 && i < at; i++)
      if (text.tokens[i]?.kind === 'comma') return clean(text, i + 1, at);
      // وفي السياق نفسه قالت: the verb of saying right after it.
      else if (
        i > from + 1 &&
        i < from + 5 &&
        text.cues[i]?.skip === 0 &&
        text.cues[i]?.form.form === 'perfect' &&
        text.nameAt[i] === -1
      )
        return clean(text, i, at);
  return clean(text, from, at);
}

/** The clause after words that report it, to its own end: بحسب الدراسة، انخفض; null where there is none. */
export function clauseAfter(text: Frames, end: number, at: number): Stretch | null {
  // بحسب الدراسة التي اعتمدت …، انخفض: the clause begins after the relative.
  let from = relatives.has(text.word(end)) ? overRelative(text, end) : overBareRelative(text, end, at);
  // وفق إفادات حصلت عليها الصحيفة، فإن: the clause begins where it says so.
  for (let i = from; i < from + 14 && text.sameSentence(i, at); i++)
    if (/^فان(?:ه|ها|هم)?$/.test(text.key(i))) {
      from = i;
      break;
    }
  // بحسب الإذاعة (صوت الجبل)، أعلن: another name of the source.
  if (text.key(from) === '(')
    for (let i = from + 1; i < from + 8 && text.sameSentence(i, at); i++)
      if (text.key(i) === ')') {
        from = i + 1;
        break;
      }
  from = overApposition(text, from, at);
  while (from < text.tokens.length && text.sameSentence(from, at) && text.tokens[from]?.kind === 'comma') from++;
  // بحسب مصادر مطلعة فإن …
  if (complementisers.has(text.key(from)) || /^ف(?:ان(?:ه|ها|هم)?|قد)$/.test(text.key(from))) from++;
  return clean(text, from, clauseEnd(text, at, from));
}

/** بحسب تقرير نشرته الصحيفة، فإن …: a clause about an indefinite noun has no relative pronoun, and ends with its comma. */
function overBareRelative(text: Frames, end: number, at: number): number {
  const here = text.word(end);
  // بحسب مصادر قريبة من الوزارة، انخفض: what describes the source, up to the comma.
  const close = /^(?:مقرب|قريب|مطلع|موالي|تابع|معارض|مويد|محسوب)(?:ه|ين|ون)?$/;
  if (close.test(here) || (close.test(text.word(end - 1)) && /^(?:من|ل.{3,}|علي)$/.test(here)))
    for (let i = end + 1; i < end + 8 && text.sameSentence(i, at); i++) if (text.tokens[i]?.kind === 'comma') return i;
  if (text.cues[end] || !isVerb(here.replace(/(?:هما|هم|ها|ه)$/, ''))) return end;
  for (let i = end + 1; i < end + 20 && text.sameSentence(i, at); i++)
    if (text.tokens[i]?.kind === 'comma' || /^ف(?:ان(?:ه|ها|هم)?|قد)$/.test(text.key(i))) return i;
  return end;
}

/** بحسب الوكالة، المملوكة للدولة، قال: over what tells of the source between two commas; the first comma's token where nothing does. */
function overApposition(text: Frames, comma: number, at: number): number {
  if (text.tokens[comma]?.kind !== 'comma') return comma;
  const first = text.word(comma + 1);
  const tells =
    /^(?:ال.{4,}|التي|الذي|احد|احدي|اكبر|وه[وي])$/.test(first) &&
    text.nameAt[comma + 1] === -1 &&
    text.cues[comma + 1] === null;
  if (!tells) return comma;
  const relative = relatives.has(first) || /^وه[وي]$/.test(first);
  for (let i = comma + 2; i < comma + 14 && text.sameSentence(i, at); i++) {
    if (text.tokens[i]?.kind === 'comma')
      return text.cues[i + 1] || isVerb(text.key(i + 1)) || /^(?:ان|فان|لا|لم|لن|قد|هناك)/.test(text.key(i + 1))
        ? i
        : comma;
    if (!relative && (text.cues[i] || text.verbAt(i)) && text.nameAt[i] === -1) return comma;
  }
  return comma;
}

/** بلغ عدد القتلى، وفقا للوزارة، ألف شخص: a few words before, between commas, are not yet the clause. */
export function clauseAround(text: Frames, at: number, end: number): Stretch | null {
  const before = clauseBefore(text, at);
  const inserted =
    text.tokens[at - 1]?.kind === 'comma' && text.tokens[end]?.kind === 'comma' && text.sameSentence(end, at);
  if (!before || !inserted || before.to - before.from > 7) return before;
  return clean(text, before.from, clauseEnd(text, at, end + 1));
}
