/** What a preposition after a reporting word tells: what was said, where the verb asks for that preposition. */
import { complementAhead } from './complements.ts';
import { overAdverbials, trimmed } from './insertions.ts';
import { complementisers, startingWithBa } from './lexicon/function-words.ts';
import { warning } from './lexicon/speech.ts';
import type { Phrases } from './phrases.ts';
import { opensContent, type Report, type Step, subjectTo } from './report.ts';
import type { Token } from './tokens.ts';

/** What a preposition of the verb, alone or attached, tells of a report; null where the word is none. */
export function prepositionStep(text: Phrases, report: Report, at: number): Step {
  const { cue, from, subjectEnd, prepositions } = report;
  const { verb } = cue.form;
  const { key } = text.tokens[at] as Token;
  if (at < subjectEnd) return null;
  if (prepositions.includes(key) && !(key === 'ل' && text.opensAt(at + 1) !== null))
    return separateStep(text, report, at);
  const attached =
    (prepositions.includes('ب') && key.startsWith('ب') && key.length > 2 && !startingWithBa.has(key)) ||
    (prepositions.includes('ل') &&
      key.startsWith('ل') &&
      key.length > 2 &&
      text.nameFrom(at)?.type !== 'organization' &&
      verb.class !== 'assert' &&
      verb.class !== 'point');
  if (!attached) return null;
  if (isFar(text, report, at, 5)) return at;
  if (text.nameFrom(at)?.skip === 0) return null;
  return { kind: 'noun', content: at, subject: subjectTo(text, report, at), cueEnd: from };
}

/** احتج بـ… وعلى …: so many words after the subject, and after other words than adverbials, a preposition is another's. */
const isFar = (text: Phrases, report: Report, at: number, near: number): boolean =>
  at > report.subjectEnd + near &&
  text.tokens[at - 1]?.kind !== 'comma' &&
  overAdverbials(text, report.subjectEnd, (there) => opensContent(text, report, there)) < at;

/** Whether the clause that a verb reports follows a preposition's phrase: with the same preposition again, or after a name or a sign. */
function ownLater(text: Phrases, { cue, takesClause }: Report, at: number): boolean {
  for (let i = at + 1; i < at + 16 && text.sameSentence(i, at); i++) {
    const token = text.tokens[i] as Token;
    if (token.kind === 'comma' && text.key(i + 1) === text.key(at) && complementisers.has(text.key(i + 2))) return true;
    if (text.cues[i] && text.nameAt[i] === -1) return false;
    if (!complementisers.has(token.key) || text.nameAt[i] !== -1) continue;
    if (text.key(i - 1) === text.key(at) && i - 1 > at) return i < at + 6;
    const before = text.tokens[i - 1] as Token;
    return (
      takesClause &&
      cue.form.form !== 'participle' &&
      i > at + 2 &&
      (before.kind === 'mark' ||
        (text.nameAt[i - 1] !== -1 &&
          i > at + 1 &&
          text.nameAt[at + 1] === -1 &&
          /^(?:منصه|موقع|صفحته|صفحتها|حسابه|حسابها|شبكه|قناه|تطبيق)$/.test(text.key(at + 1))))
    );
  }
  return false;
}

/** A preposition written as a word of its own. */
function separateStep(text: Phrases, report: Report, at: number): Step {
  const { cue, from, subjectFrom, subjectEnd, participle } = report;
  const { verb } = cue.form;
  const clause = complementisers.has(text.key(at + 1));
  if (!clause && isFar(text, report, at, 6)) return at;
  // على هامش المنتدى: where it was said.
  if (text.key(at) === 'علي' && text.key(at + 1) === 'هامش') return at;
  // لمح السفير إلى المغرب إلى أن; كتبت عبر صفحتها في "فيسبوك" أن: the verb's own comes later.
  if (!clause && ownLater(text, report, at)) return at;
  // رأت في القرار انتصارا: after what is seen, what it is held to be.
  if (verb.lemma === 'رأى' && text.key(at) === 'في') {
    const seen = text.nounPhrase(at + 1);
    const held =
      text.opensAt(seen) !== null ||
      (text.tokens[seen]?.kind === 'word' &&
        (text.tokens[seen]?.tanwin || /^.{3,}ا$/.test(text.key(seen)) || text.contentAt(seen)) &&
        !text.cues[seen]);
    if (seen > at + 1 && held && !complementAhead(text, seen, cue.at))
      return { kind: 'noun', content: seen, subject: subjectTo(text, report, at), cueEnd: from };
  }
  // على هامش, في مؤتمر: not what the verb asks for.
  if (text.key(at) === 'في' && verb.clause) return at;
  const opens = (there: number) => opensContent(text, report, there);
  if (!clause && warning.has(verb.lemma)) {
    // حذرت الحركة التنظيم من التوسع: whom she warned is of the content.
    if (participle && at > from && text.nounAt(from))
      return { kind: 'noun', content: from, subject: null, cueEnd: from };
    const warned = participle ? at : overAdverbials(text, subjectEnd, opens);
    if (warned < at && subjectEnd > from && text.nounAt(warned))
      return { kind: 'noun', content: warned, subject: trimmed(text, subjectFrom, subjectEnd), cueEnd: from };
    if (warned === at && report.fronted) {
      const object = overAdverbials(text, from, opens);
      if (object < at && text.nounAt(object)) return { kind: 'noun', content: object, subject: null, cueEnd: from };
    }
  }
  const content = clause ? at + 2 : at + 1;
  return {
    kind: clause ? (text.opensAt(at + 2) ? 'quote' : 'clause') : 'noun',
    content,
    subject: subjectTo(text, report, at),
    cueEnd: at === from ? content : from,
  };
}
