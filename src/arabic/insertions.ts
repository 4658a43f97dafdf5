/** What stands between a verb, its subject and what was said: adverbs, prepositional phrases, brackets, dashes, relatives; and to whom. */
import { isAdjective } from './lexicon/adjectives.ts';
import { adverbs, complementisers, prepositions, relatives, withPronoun } from './lexicon/function-words.ts';
import { ofOutlets, outlets, venues } from './lexicon/settings.ts';
import type { Phrases } from './phrases.ts';
import type { Stretch } from './reading.ts';
import type { Quoted } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Who is asked to print or send what was said: لصحيفة, للوكالة, لقناة. */
const TO_MEDIUM = /^لل?(?:وكال[هت]|صحيف[هت]|جريد[هت]|قنا[هت]|شبك[هت]|موقع|اذاع[هت]|تلفزيون|راديو|مجل[هت])$/;

/** Past adverbs, prepositional phrases and insertions that may stand before what was said. */
export function overAdverbials(text: Phrases, from: number, stopAt: (at: number) => boolean): number {
  let at = from;
  for (let steps = 0; steps < 12; steps++) {
    const here = text.word(at);
    const before = at;
    if (stopAt(at)) return at;
    if (adverbs.has(here) || withPronoun.has(here)) at++;
    // أدانت السعودية بأشد العبارات الهجوم
    else if (
      /^ب(?:اشد|اقسي|اقوي|اوضح|صريح)$/.test(here) &&
      /^(?:ال)?(?:عبارات|عباره|كلمات|لهجه|الفاظ)$/.test(text.word(at + 1))
    )
      at += 2;
    else if (/^(?:ل|لـ)$/.test(here) && text.opensAt(at + 1)?.closed) at = (text.opensAt(at + 1) as Quoted).close + 1;
    else if (
      prepositions.has(here) ||
      /^(?:لل|لصحيف|لوكال|لقنا|لشبك|بال)/.test(here) ||
      (here.startsWith('ل') && text.nameFrom(at)?.skip === 1)
    ) {
      // في بيان | مقتل ثلاثة: where it was said, and no more of what follows.
      if (here === 'في' && venues.has(text.word(at + 1))) {
        at += 2;
        while ((isAdjective(text.word(at)) || /^صحا?في$/.test(text.word(at))) && !text.word(at).startsWith('ال')) at++;
      } else at = text.nounPhrase(prepositions.has(here) ? at + 1 : at);
      if (at === before) at++;
      if (relatives.has(text.word(at))) at = overRelative(text, at);
    } else if (text.key(at) === '،' && at > from && !cueSoon(text, at + 1)) at++;
    else if (text.key(at) === '(') at = overBrackets(text, at);
    else if (text.tokens[at]?.kind === 'dash') at = overDashes(text, at);
    else if (text.tokens[at]?.kind === 'number') at++;
    else return at;
    if (at === before) return at;
  }
  return at;
}

function cueSoon(text: Phrases, at: number): boolean {
  return Boolean(text.cues[at]) || Boolean(text.cues[at + 1]);
}

/** Past a bracket’s end, if it closes within 30 tokens; else past the bracket itself. */
export function overBrackets(text: Phrases, at: number): number {
  for (let i = at + 1; i < Math.min(at + 30, text.tokens.length); i++) if (text.key(i) === ')') return i + 1;
  return at + 1;
}

/** Past the second dash of an insertion in the same sentence; the first one’s token where there is none. */
export function overDashes(text: Phrases, at: number): number {
  for (let i = at + 1; i < Math.min(at + 30, text.tokens.length) && text.sameSentence(i, at); i++)
    if (text.tokens[i]?.kind === 'dash') return i + 1;
  return at;
}

/** Past a relative clause: to the next comma, colon, mark or complementiser, or the end of the sentence. */
export function overRelative(text: Phrases, at: number): number {
  for (let i = at + 1; i < Math.min(at + 30, text.tokens.length); i++) {
    if (!text.sameSentence(i, at)) return i;
    const token = text.tokens[i] as Token;
    const pair = text.opensAt(i);
    if (pair?.closed && pair.close - i < 8) {
      i = pair.close;
      continue;
    }
    if (token.kind === 'comma' || token.kind === 'colon' || token.kind === 'mark' || complementisers.has(token.key))
      return i;
  }
  return at + 1;
}

/** A source without the signs at its end and without to whom it was said; null where no word is left. */
export function trimmed(text: Phrases, from: number, to: number): Stretch | null {
  let end = to;
  // مصدر أمني لبي بي سي, شهود لوكالة الأناضول: to whom it was said. But مراسل لوكالة …, تقرير لصحيفة ….
  if (!ofOutlets.has(text.word(from).replace(/^ال/, '')))
    for (let at = from + 1; at < to; at++) if (toOutlet(text, at)) end = Math.min(end, at);
  while (
    end > from &&
    text.tokens[end - 1]?.kind !== 'word' &&
    text.tokens[end - 1]?.kind !== 'number' &&
    text.key(end - 1) !== ')'
  )
    end--;
  return end > from ? { from, to: end } : null;
}

function toOutlet(text: Phrases, at: number): boolean {
  const here = text.key(at);
  const name = here.slice(1);
  return (
    TO_MEDIUM.test(here) || (here.startsWith('ل') && (outlets.has(name) || outlets.has(`${name} ${text.key(at + 1)}`)))
  );
}
