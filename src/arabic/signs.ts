/** What a sign after a reporting word tells: marks around what was said or around a name, a colon, insertions to pass over. */
import { complementAhead, overInsertion } from './complements.ts';
import { overBrackets, overDashes } from './insertions.ts';
import { complementisers, prepositions } from './lexicon/function-words.ts';
import { examples } from './lexicon/speech.ts';
import type { Phrases } from './phrases.ts';
import { END, type Frame, type Report, type Step, subjectTo } from './report.ts';
import type { Quoted } from './sentences.ts';
import type { Token } from './tokens.ts';

/** What a token that is no word tells of a report; never null. */
export function signStep(text: Phrases, report: Report, at: number): Step {
  const { verb } = report.cue.form;
  const token = text.tokens[at] as Token;
  const quoted = text.opensAt(at);
  if (quoted) return marksStep(text, report, at, quoted);
  // قال الوزير، بعد لقاء طويل مع نظيره، إن: over what stands between two commas.
  if (token.kind === 'comma' && at >= report.subjectEnd) {
    const over = overInsertion(text, at);
    if (over > at) return over - 1;
    // استعرض الوزير، خلال لقاء، جهود بلاده: over where it was said.
    return verb.bare && report.subjectEnd > report.from && at === report.subjectEnd
      ? overPlace(text, at, report.subjectEnd)
      : at;
  }
  if (token.kind === 'bracket' && token.key === '(') return overBrackets(text, at) - 1;
  if (token.kind === 'dash') {
    const over = overDashes(text, at);
    return over > at + 1 ? over - 1 : at;
  }
  if (token.kind === 'colon') {
    if (!report.takesQuote && !verb.clause) return END;
    return {
      kind: 'quote',
      content: at + 1,
      subject: subjectTo(text, report, at),
      cueEnd: at === report.from ? at + 1 : report.from,
    };
  }
  return token.kind === 'stop' ? END : at;
}

/** From a comma to the next one, where only a preposition's phrase stands between and a noun follows; the first comma else. */
function overPlace(text: Phrases, at: number, end: number): number {
  const first = text.word(at + 1);
  const apposed = at === end && /^ال.{4,}/.test(first) && text.nameAt[at + 1] === -1;
  if (!prepositions.has(first) && !apposed) return at;
  for (let i = at + 2; i < at + 16 && text.sameSentence(i, at); i++) {
    const token = text.tokens[i] as Token;
    if (token.kind === 'word' && (text.cues[i] === null || text.nameAt[i] !== -1) && !complementisers.has(token.key))
      continue;
    if (token.kind === 'number') continue;
    const next = text.word(i + 1);
    return token.kind === 'comma' && !/^و.{3}/.test(next) && (text.contentAt(i + 1) || prepositions.has(next)) ? i : at;
  }
  return at;
}

/** Marks that open at a token: what was said, a noun phrase of it, or a name to read on after. */
function marksStep(text: Phrases, report: Report, at: number, quoted: Quoted): Step {
  const { cue, from, subjectEnd } = report;
  const { verb } = cue.form;
  const before = text.key(at - 1);
  // لـ«عكاظ»: to whom it was said, not what.
  if (
    /^(?:ل|لـ|ب|لصحيفه|لجريده|لقناه|صحيفه|جريده|موقع|قناه)$/.test(before) &&
    quoted.closed &&
    quoted.close - quoted.open < 6 &&
    (before === 'ل' || !verb.prepositions.includes(before))
  )
    return quoted.close;
  // مثل "…", بعنوان "…": an example or a name.
  if (quoted.closed && examples.has(before)) return quoted.close;
  // وأضافت "سي.إن.إن" أن: the marks are around who said it.
  if (
    at === from &&
    quoted.closed &&
    quoted.close - quoted.open < 9 &&
    complementisers.has(text.key(quoted.close + 1))
  ) {
    report.subjectFrom = at + 1;
    report.subjectEnd = quoted.close;
    return quoted.close;
  }
  const long = quoted.close - quoted.open > 4;
  const right = before === ':' || complementisers.has(before) || at === from;
  // معهد "…" أن: the marks are around a name, and what was said comes after.
  if (!right && quoted.closed && quoted.close - quoted.open < 12 && complementAhead(text, quoted.close + 1, cue.at))
    return quoted.close;
  const told = (kind: Frame['kind']): Frame => ({
    kind,
    content: at,
    subject: subjectTo(text, report, at),
    cueEnd: from,
  });
  if (report.takesQuote && (long || right)) return told('quote');
  // مستنكرة “سياسة التجويع”: a noun phrase in marks.
  if (verb.bare && (at === from || at === subjectEnd) && quoted.closed) return told('noun');
  if (verb.clause && long && verb.caution < 2) return told('quote');
  return quoted.closed ? quoted.close : at;
}
