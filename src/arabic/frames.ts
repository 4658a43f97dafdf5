/** What follows a reporting word: its subject, and the clause, the mark or the noun phrase that says what was said. */
import { aloneFrame, bareStep } from './bare.ts';
import { clauseStep } from './clauses.ts';
import { complementAhead, inRelative } from './complements.ts';
import type { Cue } from './cues.ts';
import { prepositionStep } from './governed.ts';
import { overAdverbials, overRelative, trimmed } from './insertions.ts';
import { complementisers, relatives } from './lexicon/function-words.ts';
import { deeds, speeches, telling, warning } from './lexicon/speech.ts';
import { bodies, classWords, definiteBodies } from './lexicon/titles.ts';
import { objectFrame } from './links.ts';
import { beforeTold, disagrees, objectAt, possessed, subjectOnly, timeAt } from './objects.ts';
import { Phrases } from './phrases.ts';
import { subjectBefore } from './preceding.ts';
import { END, type Frame, opensContent, type Report, type Step } from './report.ts';
import { signStep } from './signs.ts';
import { isNoun } from './vocabulary.ts';

/** Verbs that tell whence something comes as often as who says so. */
const RETURNING = new Set(['أرجع', 'عزا']);

/** Tokens after a reporting word that are read for what it reports. */
const WINDOW = 45;

/** A text whose reporting words can be asked what follows them; each is read once. */
export class Frames extends Phrases {
  private readonly frames = new Map<number, Frame | null>();

  /** What follows a reporting word, or null where nothing that it could report does. */
  frame(cue: Cue): Frame | null {
    const known = this.frames.get(cue.at);
    if (known !== undefined) return known;
    let frame = readFrame(this, cue);
    const { lemma } = cue.form.verb;
    if (frame?.kind === 'noun' && (deeds.get(lemma)?.has(this.key(frame.content)) || timeAt(this, frame.content)))
      frame = null;
    // يرجع تأخر العمل إلى: what goes back to something, told by nobody.
    if (
      frame &&
      RETURNING.has(lemma) &&
      (frame.subject === null || !this.speaksIn(frame.subject)) &&
      cue.form.form === 'imperfect'
    )
      frame = null;
    this.frames.set(cue.at, frame);
    return frame;
  }
}

function readFrame(text: Phrases, cue: Cue): Frame | null {
  const { verb } = cue.form;
  const { from, second } = afterSecond(text, cue);
  const speech = speeches.get(verb.lemma);
  if (speech) return speechFrame(text, cue, from, speech);
  const relayed = relayedFrame(text, cue, from);
  if (relayed) return relayed;
  if (cue.pronoun && verb.lemma === 'اعتبر')
    return /^[بلكم]?ما$/.test(text.key(cue.at - 1)) ? null : deemedFrame(text, cue, from);
  const report = opened(text, cue, from, second);
  // أبدت استعدادها لـ…: what somebody has is what was said, not who said it.
  if (
    (verb.bare || verb.object) &&
    !report.merged &&
    report.subjectEnd > report.subjectFrom &&
    possessed(text, report.subjectFrom) &&
    !opensContent(text, report, report.subjectEnd)
  )
    return { kind: 'noun', content: report.subjectFrom, subject: null, cueEnd: from };
  shorten(text, report);
  if (verb.object && !report.merged) return objectFrame(text, report);
  for (let i = from; i < Math.min(text.tokens.length, from + WINDOW); i++) {
    if (!reaches(text, report, i)) break;
    const step = text.tokens[i]?.kind === 'word' ? wordStep(text, report, i) : signStep(text, report, i);
    if (typeof step === 'object' && step) return step;
    if (step === END) break;
    i = step ?? i;
  }
  return aloneFrame(text, report);
}

/** The token after a reporting word; after لفت الانتباه; after أضاف قائلا, whose second word says nothing new. */
function afterSecond(text: Phrases, cue: Cue): { readonly from: number; readonly second: Cue | null } {
  const from = /^(?:ال(?:انتباه|نظر|انظار|ضوء)|انتباه)$/.test(text.key(cue.at + 1)) ? cue.at + 2 : cue.at + 1;
  const next = text.cues[from];
  const second = next?.form.form === 'participle' && next.skip === 0 && cue.form.form !== 'participle' ? next : null;
  return { from: second ? from + 1 : from, second };
}

/** وجه شكره إلى …, قدم الوزير اعتذاره: the noun of speech is what was said; null where there is none. */
function speechFrame(text: Phrases, cue: Cue, from: number, speech: ReadonlySet<string>): Frame | null {
  const subject = text.nounAt(from) && !speech.has(text.key(from)) ? text.nounPhrase(from) : from;
  for (let i = from; i < subject + 20 && text.sameSentence(i, cue.at); i++) {
    if (text.cues[i] && text.nameAt[i] === -1 && i > subject) return null;
    if (speech.has(text.key(i))) {
      // ألقى باللوم على المهربين: whom he blames is what was said.
      const blames = /^(?:باللوم|اللوم|باللايمه|اللايمه)$/.test(text.key(i)) && text.key(i + 1) === 'علي';
      if (blames)
        return {
          kind: 'noun',
          content: i + 2,
          subject: trimmed(text, from, Math.min(subject, i)),
          cueEnd: i === from ? i + 2 : from,
        };
      return { kind: 'noun', content: i, subject: trimmed(text, from, Math.min(subject, i)), cueEnd: from };
    }
  }
  return null;
}

/** نقلت الوكالة عن الوزير قوله إن: what the agency tells is that he said it. */
function relayedFrame(text: Phrases, cue: Cue, from: number): Frame | null {
  const { lemma } = cue.form.verb;
  if (lemma !== 'نقل' && lemma !== 'أورد' && lemma !== 'نسب') return null;
  const link = lemma === 'نسب' ? 'الي' : 'عن';
  const subject = text.nounAt(from) ? text.nounPhrase(from) : from;
  if (subject === from) return null;
  for (let i = subject; i < subject + 10 && text.sameSentence(i, cue.at); i++) {
    if (text.key(i) !== link) continue;
    for (let k = i + 2; k < i + 22 && text.sameSentence(k, cue.at); k++)
      if (/^(?:قول|تاكيد|اعلان)(?:ه|ها|هم)$/.test(text.key(k)))
        return { kind: 'noun', content: i + 1, subject: trimmed(text, from, subject), cueEnd: from };
    return null;
  }
  return null;
}

/** تعتبرها السلطات | إرهابية; واعتبره | خطوة مهمة: what somebody is held to be; null where nothing is. */
function deemedFrame(text: Phrases, cue: Cue, from: number): Frame | null {
  const speaks =
    text.speaksAt(from) ||
    text.nameFrom(from)?.type === 'place' ||
    (text.nounAt(from) && text.word(from).startsWith('ال'));
  const subjectEnd = speaks ? subjectOnly(text, from, text.nounPhrase(from)) : from;
  const at = overAdverbials(text, subjectEnd, (there) => text.opensAt(there) !== null);
  if (!text.sameSentence(at, cue.at)) return null;
  const told =
    text.opensAt(at) !== null || (text.tokens[at]?.kind === 'word' && (text.contentAt(at) || objectAt(text, at)));
  return told ? { kind: 'noun', content: at, subject: trimmed(text, from, subjectEnd), cueEnd: from } : null;
}

/** A report with the noun phrase that may be its subject. */
function opened(text: Phrases, cue: Cue, from: number, second: Cue | null): Report {
  const { verb, form } = cue.form;
  const participle = form === 'participle';
  const merged = second !== null;
  const report: Report = {
    cue,
    from,
    merged,
    participle,
    // الولايات المتحدة أدانت العنف: the subject stands before, and what follows is what was said.
    fronted:
      !participle &&
      (subjectBefore(text, cue) !== null ||
        // التي دعت السودانيين إلى: the subject is what the relative stands for.
        (verb.object && relatives.has(text.key(cue.at - 1).replace(/^[وف]/, '')))),
    prepositions: second ? [...verb.prepositions, ...second.form.verb.prepositions] : verb.prepositions,
    takesQuote: verb.quote || merged,
    takesClause: verb.clause || merged,
    subjectFrom: from,
    subjectEnd: from,
  };
  if (participle || report.fronted) return report;
  // وناشدوا السلطات, ويحذرون المواطنين: a verb in the plural has its subject in it.
  if (form !== 'masdar' && cue.form.plural && verb.object && !text.nameFrom(from)) return report;
  if (text.nounAt(from)) {
    report.subjectEnd = withMarks(text, from, text.nounPhrase(from), verb.prepositions);
    return report;
  }
  // وقال لـ«الاقتصادية» فلان: the subject after what the verb was said to or in.
  const late = overAdverbials(
    text,
    from,
    (at) =>
      complementisers.has(text.key(at)) ||
      text.tokens[at]?.kind === 'colon' ||
      verb.prepositions.includes(text.key(at)),
  );
  if (late > from && text.speaksAt(late)) {
    report.subjectFrom = late;
    report.subjectEnd = text.nounPhrase(late);
  }
  return report;
}

/** يصر نادي "المنارة" على; اقترحت اللجنة بمصر: a subject with its name in marks, or with where it is. */
function withMarks(text: Phrases, from: number, end: number, prepositions: readonly string[]): number {
  const last = text.word(end - 1);
  const marks = text.opensAt(end);
  const body = bodies.has(last) || classWords.has(last) || definiteBodies.has(last);
  if (
    marks?.closed &&
    marks.close - marks.open < 8 &&
    end === from + 1 &&
    body &&
    text.sameSentence(marks.close + 1, end) &&
    text.tokens[marks.close + 1]?.kind === 'word' &&
    !verbless(text, marks.close + 1)
  )
    return marks.close + 1;
  const place = text.nameFrom(end);
  const first = text.word(from);
  if (
    place?.type === 'place' &&
    place.skip === 1 &&
    text.key(end).startsWith('ب') &&
    !prepositions.includes('ب') &&
    (bodies.has(first) || definiteBodies.has(first))
  )
    return place.to;
  return end;
}

/** Whether a word goes on with what the marks before it say, and reports nothing. */
function verbless(text: Phrases, at: number): boolean {
  return text.key(at).startsWith('و') && !complementisers.has(text.key(at));
}

/** Leaves of the noun phrase after a verb what is its subject, and no object of it. */
function shorten(text: Phrases, report: Report): void {
  const { cue, from, merged } = report;
  const { verb, gender } = cue.form;
  if (
    verb.object ||
    warning.has(verb.lemma) ||
    (verb.bare &&
      !merged &&
      !opensContent(text, report, report.subjectEnd) &&
      !(verb.clause && complementAhead(text, from, cue.at)))
  )
    report.subjectEnd = subjectOnly(text, report.subjectFrom, report.subjectEnd);
  if (telling.has(verb.lemma))
    report.subjectEnd = beforeTold(text, report.subjectFrom, subjectOnly(text, report.subjectFrom, report.subjectEnd));
  // ودعا الحكومة إلى, ودعت الوسطاء إلى: what does not agree with the verb is no subject of it.
  if (
    verb.object &&
    report.subjectEnd > report.subjectFrom &&
    !report.participle &&
    disagrees(text, report.subjectFrom, gender)
  )
    report.subjectEnd = report.subjectFrom = from;
}

/** Whether a report goes on to a token: within its sentence, or from a headline to the line below it. */
function reaches(text: Phrases, { cue, from }: Report, at: number): boolean {
  const token = text.tokens[at];
  if (text.sameSentence(at, cue.at) || (token?.kind === 'mark' && at === from)) return true;
  return !text.sameLine(at, cue.at) && text.tokens[at - 1]?.kind === 'word' && at - from < 14;
}

/** What a word tells of a report; null where it tells nothing. */
function wordStep(text: Phrases, report: Report, at: number): Step {
  const step = clauseStep(text, report, at) ?? prepositionStep(text, report, at) ?? relativeStep(text, report, at);
  if (step !== null) return step;
  const { cue, from } = report;
  if (cue.form.verb.bare && at >= report.subjectEnd) return bareStep(text, report, at);
  // Another finite verb of saying before anything was reported: this one reports nothing.
  const other = text.cues[at];
  if (!other || at === from || other.form.form === 'masdar' || text.nameAt[at] !== -1 || inRelative(text, from, at))
    return null;
  // قال وهو يشير إلى بيته: "…"
  if (/^وه[وي]م?$/.test(text.key(at - 1))) return null;
  const { caution } = other.form.verb;
  return caution === 0 || (caution === 1 && at - from > 3) ? END : null;
}

/** Over a relative clause; رئيسة الفريق الذي أجرى التجربة، هيلين مور: the name after it is the subject's. */
function relativeStep(text: Phrases, report: Report, at: number): Step {
  if (!relatives.has(text.key(at)) || at < report.subjectEnd) return null;
  // واستعرض مراحل العمل التي: nobody who could speak, but what was said.
  const { cue, from, subjectEnd, subjectFrom } = report;
  const said =
    cue.form.verb.bare &&
    at === subjectEnd &&
    subjectFrom === from &&
    subjectEnd > from &&
    !text.speaksIn({ from, to: subjectEnd }) &&
    text.nameAt[from] === -1 &&
    isNoun(text.key(from)) &&
    !text.key(from).startsWith('ال') &&
    !(cue.form.verb.clause && complementAhead(text, at, cue.at));
  if (said) return { kind: 'noun', content: from, subject: null, cueEnd: from };
  const last = overRelative(text, at) - 1;
  const name = text.key(last + 1) === '،' ? text.nameFrom(last + 2) : null;
  if (name?.type !== 'person' || name.skip !== 0 || report.subjectEnd <= report.subjectFrom) return last;
  report.subjectEnd = name.to;
  return name.to - 1;
}
