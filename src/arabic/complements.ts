/** Whether أن, or what it stands for, is yet to come after a token, and over what. */
import { trimmed } from './insertions.ts';
import { adverbs, complementisers, prepositions, relatives, weekdays } from './lexicon/function-words.ts';
import { modals } from './lexicon/speech.ts';
import type { Phrases } from './phrases.ts';
import type { Stretch } from './reading.ts';
import type { Token } from './tokens.ts';
import { isFunction } from './vocabulary.ts';

/** A complementiser further on in the sentence, before any other report. */
export function complementAhead(text: Phrases, from: number, cue: number): boolean {
  for (let i = from; i < Math.min(text.tokens.length, from + 25) && text.sameSentence(i, cue); i++) {
    if (text.nameAt[i] !== -1) continue;
    if (complementisers.has(text.key(i))) return true;
    if (text.cues[i] && text.nameAt[i] === -1) return false;
  }
  return false;
}

/** The complementiser of the verb itself within so many tokens, over an insertion; -1 where there is none. */
export function complementWithin(text: Phrases, from: number, reach: number): number {
  for (let i = from; i < from + reach; i++) {
    const token = text.tokens[i];
    if (!token || !text.sameSentence(i, from) || token.kind === 'mark' || token.kind === 'colon') return -1;
    if (token.kind === 'comma') {
      // أوضح رشيد، خبير في السياسات، أن: over what stands between two commas.
      const over = complementisers.has(text.key(i + 1)) ? i + 1 : overInsertion(text, i);
      return over > i && complementisers.has(text.key(over)) ? over : -1;
    }
    if (text.nameAt[i] !== -1) continue;
    if (text.cues[i]) return -1;
    // في أن, بعد أن, بأن: of a word before, not of the verb.
    if (complementisers.has(token.key))
      return /^[بل]/.test(token.key) ||
        modals.has(text.key(i - 1)) ||
        (isFunction(text.key(i - 1)) && !whenAt(text, i - 1)) ||
        text.nameAt[i - 1] === undefined
        ? -1
        : i;
  }
  return -1;
}

/** يوم الأحد أن, أمس أن: a word of time governs no clause. */
function whenAt(text: Phrases, at: number): boolean {
  const here = text.key(at);
  return weekdays.has(here) || (adverbs.has(here) && !prepositions.has(here));
}

/** Whether a relative pronoun stands between two tokens, and no comma after it. */
export function inRelative(text: Phrases, from: number, at: number): boolean {
  for (let i = at - 1; i >= from; i--) {
    if (relatives.has(text.key(i))) return true;
    if (text.tokens[i]?.kind === 'comma') return false;
  }
  return false;
}

/** From a comma to the next one, where what was said follows that: أن, a colon, marks. */
export function overInsertion(text: Phrases, at: number): number {
  for (let i = at + 1; i < at + 16 && text.sameSentence(i, at); i++) {
    const token = text.tokens[i] as Token;
    if (token.kind === 'colon' || token.kind === 'mark' || complementisers.has(token.key)) return at;
    if (token.kind !== 'comma') continue;
    return complementisers.has(text.key(i + 1)) || text.opensAt(i + 1) !== null ? i + 1 : at;
  }
  return at;
}

/** Who said what another relays, after عن and before a token; null where nobody is named. */
export function relayedFrom(text: Phrases, from: number, to: number): Stretch | null {
  for (let i = from; i < to && i < from + 10; i++)
    if (text.key(i) === 'عن' && text.nounAt(i + 1)) return trimmed(text, i + 1, Math.min(text.nounPhrase(i + 1), to));
  return null;
}
