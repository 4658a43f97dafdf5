/** What a word after a reporting word tells where a clause, a question or a noun of speech is what was said. */
import { complementWithin, relayedFrom } from './complements.ts';
import { complementisers } from './lexicon/function-words.ts';
import { claims, interrogatives, modals } from './lexicon/speech.ts';
import { actAt } from './objects.ts';
import type { Phrases } from './phrases.ts';
import { END, type Report, type Step, subjectTo } from './report.ts';
import type { Token } from './tokens.ts';

/** What a word tells of a report by itself or by the clause that it opens; null where it does neither. */
export function clauseStep(text: Phrases, report: Report, at: number): Step {
  const { cue, from, subjectEnd } = report;
  const { verb } = cue.form;
  const { key } = text.tokens[at] as Token;
  // سي ان ان is no complementiser.
  const name = text.names[text.nameAt[at] ?? -1];
  if (name && at < name.to && name.skip === 0 && complementisers.has(key)) return at;
  // جدد دعوة مصر إلى …; جدد، على لسان وزيره، تهديده: the noun of what was said.
  if (
    verb.bare &&
    (at === from || at >= subjectEnd) &&
    actAt(text, at) &&
    !(verb.clause && complementWithin(text, at, 6) >= 0)
  )
    return { kind: 'noun', content: at, subject: at === from ? null : subjectTo(text, report, at), cueEnd: from };
  // أوضح كيف يفكر: a question that is answered.
  if (
    (verb.class === 'point' || verb.class === 'announce') &&
    verb.clause &&
    at >= subjectEnd &&
    /^(?:كيف|لماذا|كم)$/.test(key)
  )
    return { kind: 'clause', content: at, subject: subjectTo(text, report, at), cueEnd: from };
  // تساءل لماذا, تساءل عما إذا: a question is reported with its own word.
  if (verb.class === 'ask' && at >= subjectEnd && interrogatives.has(key))
    return {
      kind: 'clause',
      content: key === 'عما' ? at + 1 : at,
      subject: subjectTo(text, report, at),
      cueEnd: at === from && key === 'عما' ? at + 1 : from,
    };
  // نفى مزاعم بأن …: the claim is of the content.
  if (verb.class === 'deny' && verb.bare && at >= subjectEnd && claims.has(key))
    return { kind: 'noun', content: at, subject: subjectTo(text, report, subjectEnd), cueEnd: from };
  if (!complementisers.has(key)) return null;
  // يمكن أن, من المقرر أن: of the verb before.
  if (at > from && modals.has(text.key(at - 1))) return at;
  const attachedBa = verb.prepositions.includes('ب') && key.startsWith('ب');
  // طلب منها أن تعود: of whom it is asked stands between.
  const asked =
    verb.lemma === 'طلب' && [at - 1, from].some((before) => /^من(?:ه|ها|هم|هما|هن|نا|ي)$/.test(text.key(before)));
  if (!report.takesClause && !verb.bare && !attachedBa && !asked) return END;
  // نقلت رويترز عن مصادر أن: who said it stands after عن.
  const relayed = verb.lemma === 'نقل' ? relayedFrom(text, subjectEnd, at) : null;
  return {
    kind: text.opensAt(at + 1) ? 'quote' : 'clause',
    content: at + 1,
    subject: relayed ?? subjectTo(text, report, at),
    cueEnd: at === from ? at + 1 : from,
  };
}
