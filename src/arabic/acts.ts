/** Nouns of speech with the one who speaks after them: بعد تأكيد الوزارة أن; وسط تحذيرات منظمات من; عقب إعلان الحكومة رفع. */
import type { Attribution } from './attribution.ts';
import { contentEnd } from './edges.ts';
import type { Frames } from './frames.ts';
import { trimmed } from './insertions.ts';
import { adverbs, amounts, complementisers, prepositions, startingWithBa, weekdays } from './lexicon/function-words.ts';
import { type SpeechAct, speechActs, warned } from './lexicon/speech-acts.ts';
import type { Frame } from './report.ts';
import { clean } from './trim.ts';
import { isNoun, isVerb } from './vocabulary.ts';

/** What a noun of speech reports, where its agent and what was said follow it; null for إعلان الحرب, تأكيد الخبر. */
export function act(text: Frames, at: number): Attribution | null {
  const here = text.word(at);
  const found = speechActs.get(here);
  if (!found || text.cues[at] !== null || text.nameAt[at] !== -1) return null;
  const before = text.word(at - 1);
  // جدد تأكيد: the verb reports it.
  if (text.sameSentence(at - 1, at) && text.cues[at - 1] && text.nameAt[at - 1] === -1) return null;
  const governed =
    prepositions.has(before.replace(/^[وف](?=.{3})/, '')) ||
    /^و?[بل]/.test(here) ||
    /^(?:ظل|وقع|ضوء|وسط|ساعات|يوم|يومين|ايام)$/.test(before);
  const agent = agentEnd(text, at + 1);
  if (agent < 0) return null;
  const said = saidAfter(text, found, agent, governed);
  if (!said) return null;
  if (found.class === 'warn' && warned.has(text.word(at + 1))) return null;
  let { end } = contentEnd(text, at, said.content, said.kind);
  // وبعد تأكيد الوزير أن المحادثات انتهت، غادر الوفد: before the sentence's own verb.
  // It stands within another sentence, and ends with its clause.
  for (let i = said.content + 1; i < end; i++)
    if (text.tokens[i]?.kind === 'comma' && !/^وا?ن(?:ه|ها|هم)?$/.test(text.key(i + 1))) end = i;
  const content = clean(text, said.content, end);
  if (!content) return null;
  return {
    cue: { from: at, to: at + 1 },
    content,
    source: trimmed(text, at + 1, agent),
    gender: null,
    class: found.class,
    lemma: found.lemma,
    kind: 'indirect',
    by: said.kind,
    elided: false,
  };
}

/** Where the noun phrase of whoever speaks ends; -1 where nobody who can speak follows. */
function agentEnd(text: Frames, at: number): number {
  const name = text.nameFrom(at);
  const counted = amounts.has(text.word(at)) && text.key(at + 1) === 'من' && text.opensSpeaker(at + 2);
  const speaks = name
    ? name.skip === 0 && name.type !== 'date' && name.type !== 'work' && name.type !== 'event'
    : counted ||
      /^(?:الغرب|واشنطن|دول|منظمات|جمعيات|احزاب|حركات|جماعات|شركات|نقابات|هيئات|حكومات|حكومه)$/.test(text.word(at)) ||
      text.speaksAt(at) ||
      text.speaksIn({ from: at, to: at + 1 });
  if (!speaks) return -1;
  const end = text.nounPhrase(at);
  return end > at ? end : -1;
}

/** What was said after the agent of a noun of speech, and how it is joined to it; null where nothing is. */
function saidAfter(
  text: Frames,
  found: SpeechAct,
  agent: number,
  governed: boolean,
): { content: number; kind: Frame['kind'] & ('clause' | 'noun') } | null {
  let at = agent;
  while (adverbs.has(text.word(at)) || weekdays.has(text.word(at))) at++;
  // المجلس المحلي في المدينة أن: where the agent is.
  if (text.key(at) === 'في' && (text.nameFrom(at + 1) || text.nounAt(at + 1))) {
    const place = text.nameFrom(at + 1);
    let over = text.nounPhrase(at + 1);
    // في بيروت | إلغاء الحفل
    if (place && over > place.to && governed && bareNoun(text, place.to)) over = place.to;
    const further = text.word(over);
    if (complementisers.has(further) || (governed && found.bare && place && bareNoun(text, over))) at = over;
  }
  if (!text.sameSentence(at, agent - 1)) return null;
  const here = text.word(at);
  if (complementisers.has(here))
    return found.clause || found.prepositions.includes('ب') ? { content: at + 1, kind: 'clause' } : null;
  if (found.object) return governed ? overObject(text, found, at) : null;
  if (found.prepositions.includes(here)) {
    if (complementisers.has(text.word(at + 1))) return { content: at + 2, kind: 'clause' };
    return governed && text.contentAt(at + 1) ? { content: at + 1, kind: 'noun' } : null;
  }
  if (!governed) return null;
  if (found.prepositions.includes('ب') && /^ب.{3}/.test(here) && !startingWithBa.has(here) && text.nameAt[at] === -1)
    return { content: at, kind: 'noun' };
  return found.bare && bareNoun(text, at) ? { content: at, kind: 'noun' } : null;
}

/** إلغاء المباراة, رفع الأجور: an indefinite noun that waits for what it is of. */
function bareNoun(text: Frames, at: number): boolean {
  const here = text.word(at);
  return (
    text.nameAt[at] === -1 &&
    here.length > 2 &&
    // إلغاء الحفل: no article.
    (!here.startsWith('ال') || /^ال(?:غاء|زام|حاق|قاء|تزام|تحاق|تماس)$/.test(here)) &&
    isNoun(here) &&
    !isVerb(here) &&
    text.contentAt(at)
  );
}

/** دعوة الأمين العام | الأطراف إلى; توعد موسكو | الدبابات بالحرق: somebody between the agent and the preposition. */
function overObject(text: Frames, found: SpeechAct, at: number): { content: number; kind: 'noun' } | null {
  if (!text.contentAt(at) || text.word(at) === '') return null;
  for (let i = at + 1; i < at + 8 && text.sameSentence(i, at); i++) {
    const here = text.word(i);
    if (here === '') return null;
    if (
      found.prepositions.includes(here) ||
      (found.prepositions.includes('ب') && /^ب.{3}/.test(here) && !startingWithBa.has(here))
    )
      return { content: at, kind: 'noun' };
  }
  return null;
}
