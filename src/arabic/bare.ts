/** Verbs that take what was said as a bare noun phrase: which noun phrase it is, and which is the subject. */
import { complementAhead, complementWithin } from './complements.ts';
import { overAdverbials, trimmed } from './insertions.ts';
import { everydayPhrase, objectAt } from './objects.ts';
import type { Phrases } from './phrases.ts';
import { END, type Frame, opensContent, type Report, type Step } from './report.ts';

/** What a word after the subject tells of a report whose verb takes a noun phrase; never null. */
export function bareStep(text: Phrases, report: Report, i: number): Step {
  const { cue, from, subjectFrom, subjectEnd } = report;
  const { verb } = cue.form;
  const opens = (there: number) => opensContent(text, report, there);
  const at = overAdverbials(text, i, opens);
  // Never back to where it stands: لـ«عكاظ» is passed over, not read again.
  if (opens(at)) return Math.max(i, at - 1);
  if (
    text.sameSentence(at, cue.at) &&
    text.tokens[at]?.kind === 'word' &&
    (text.contentAt(at) ||
      // زعماء يؤيدون فرنسا: whom a verb of attitude is about.
      (report.fronted && at === from && verb.class === 'attitude' && text.nameFrom(at)?.type === 'place') ||
      (at === subjectEnd && subjectEnd > subjectFrom && objectAt(text, at)))
  ) {
    const complement = verb.clause ? complementWithin(text, at, 20) : -1;
    if (complement >= 0) return Math.max(i, complement - 1);
    // اقترحت إصلاح القنوات التي …: no subject, and two noun phrases of what was said.
    const own =
      at === subjectEnd &&
      subjectEnd > subjectFrom &&
      !text.speaksIn({ from: subjectFrom, to: subjectEnd }) &&
      everydayPhrase(text, subjectFrom, subjectEnd);
    if (own) return { kind: 'noun', content: subjectFrom, subject: null, cueEnd: from };
    return { kind: 'noun', content: at, subject: trimmed(text, subjectFrom, subjectEnd), cueEnd: from };
  }
  // The only noun phrase there is: what was said, by a subject that is in the verb.
  if (verb.clause && complementAhead(text, at, cue.at)) return i;
  const only = subjectEnd > from && !text.nounAt(at);
  if (!only || text.nameFrom(from)?.type === 'person' || text.speaksIn({ from, to: subjectEnd })) return END;
  return { kind: 'noun', content: from, subject: null, cueEnd: from };
}

/** وأكد أهمية الحوار.: nothing after the only noun phrase, which is what was said; null where it cannot be. */
export function aloneFrame(text: Phrases, report: Report): Frame | null {
  const { cue, from, subjectFrom, subjectEnd } = report;
  const { verb } = cue.form;
  const alone = text.tokens[subjectEnd];
  const ended = !alone || !text.sameSentence(subjectEnd, cue.at) || alone.kind === 'stop' || alone.kind === 'comma';
  const said =
    verb.bare &&
    verb.class !== 'opinion' &&
    !report.participle &&
    ended &&
    subjectEnd > from &&
    subjectFrom === from &&
    text.contentAt(from) &&
    everydayPhrase(text, from, subjectEnd) &&
    !text.speaksIn({ from, to: subjectEnd });
  return said ? { kind: 'noun', content: from, subject: null, cueEnd: from } : null;
}
