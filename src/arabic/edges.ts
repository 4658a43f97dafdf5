/** Where what was said ends: its closing mark, the next report, the reporter’s own words. */
import type { Frames } from './frames.ts';
import { turns } from './lexicon/connectives.ts';
import { relatives } from './lexicon/function-words.ts';
import { endsBefore } from './news.ts';
import type { Frame } from './report.ts';
import type { Quoted } from './sentences.ts';
import type { Token } from './tokens.ts';
import { isFunction, isNoun, isVerb } from './vocabulary.ts';

/** Tokens that a clause may have: a text without full stops is no one clause. */
export const LONGEST = 300;

/** Where what was said ends: the index after its last token. */
export function contentEnd(
  text: Frames,
  cue: number,
  start: number,
  frame: Frame['kind'],
): { end: number; quoted: boolean; mixed: boolean } {
  const opening = text.opensAt(start);
  if (opening) {
    const after = opening.close + (opening.closed ? 1 : 0);
    const next = text.tokens[after];
    const goesOn =
      opening.closed &&
      next !== undefined &&
      text.sameSentence(after, opening.close) &&
      next.line === (text.tokens[opening.close] as Token).line &&
      next.kind === 'word' &&
      !endsBefore(text, after, cue) &&
      opening.close - opening.open < 14;
    // Marks that nobody closed: to the end of the sentence, where the reporter's own follows.
    if (!opening.closed) {
      const sentence = sentenceEnd(text, start);
      if (sentence < opening.close && /^و?(?:كان|كانت|قد)$/.test(text.key(sentence)))
        return { end: sentence, quoted: true, mixed: false };
    }
    if (!goesOn) return { end: opening.close, quoted: true, mixed: false };
    const rest = clauseEnd(text, cue, after);
    return { end: rest, quoted: false, mixed: true };
  }
  const direct = frame === 'quote' && text.key(start - 1) === ':';
  const clause = clauseEnd(text, cue, start, direct);
  const inRelative = frame === 'noun' && relatives.has(text.key(cue - 1).replace(/^[وف]/, ''));
  const end = frame === 'noun' ? phraseEnd(text, start, clause, inRelative) : clause;
  let mixed = false;
  for (let i = start; i < end; i++) if (text.opensAt(i)) mixed = true;
  return { end, quoted: false, mixed };
}

/** A noun phrase ends before a clause that goes on without it: …، إلا أن, …، ففي يوم, …، واضعا حلولا. */
function phraseEnd(text: Frames, start: number, end: number, inRelative: boolean): number {
  for (let i = start + 1; i < end; i++) {
    const pair = text.opensAt(i);
    if (pair?.closed) {
      i = pair.close;
      continue;
    }
    const here = text.key(i);
    if (/^و(?:هو|هي|هم)$/.test(here) && isVerb(text.key(i + 1))) return i;
    if (text.tokens[i - 1]?.kind !== 'comma') continue;
    // الذي ينتقد المتمردون علاقاته، قيادة الحركة: the sentence goes on after the relative.
    if (inRelative) return i;
    if (
      turns.has(here) ||
      (text.cues[i]?.skip === 1 && text.cues[i]?.form.form === 'perfect' && text.nameAt[i] === -1) ||
      (here === 'في' && /^(?:حين|الوقت)$/.test(text.key(i + 1))) ||
      (/^(?:الا|رغم|برغم)$/.test(here) && /^ان(?:ه|ها|هم|هما)?$/.test(text.key(i + 1))) ||
      /^ف(?:في|قد|قال|ان|هو|هي|من|علي)$/.test(here) ||
      (text.tokens[i]?.tanwin && /^م.{3,}ا$/.test(here)) ||
      // ونشرت صورا: no noun ends so.
      (/^و.{2,}[^اي]ت$/.test(here) && here.length > 4 && isVerb(here)) ||
      (/^و.{3}/.test(here) && isVerb(here) && !isNoun(here.slice(1)) && !isFunction(here.slice(1)))
    )
      return i;
  }
  return end;
}

/**
 * The end of the clause that begins at a token, as far as `cue` can report it; at most `LONGEST` tokens on. `direct`: somebody's own words
 * after a colon, where a verb without a conjunction is the speaker's too.
 */
export function clauseEnd(text: Frames, cue: number, start: number, direct = false): number {
  const outer = text.layout.inside[cue] ?? -1;
  const whole =
    outer >= 0 && text.layout.inside[start] === outer
      ? (text.layout.quoted[outer] as Quoted).close
      : text.tokens.length;
  // A text without full stops is no one clause.
  const limit = Math.min(whole, start + LONGEST);
  let verbal = false;
  let commas = 0;
  let relative = false;
  for (let i = start; i < limit; i++) {
    if (text.tokens[i]?.kind === 'comma') {
      commas++;
      relative = false;
    } else if (relatives.has(text.key(i))) relative = true;
    if (i > start && !text.sameSentence(i, i - 1)) return i;
    // أن ماري ويلسون، 34 عاما، اعترفت: the first verb after an insertion is the clause's own.
    const own =
      (direct || (!verbal && commas > 1)) &&
      text.cues[i]?.skip === 0 &&
      text.cues[i]?.form.form === 'perfect' &&
      text.key(i - 1) === '،';
    if (i > start && !own && endsBefore(text, i, cue)) return i;
    if (
      text.tokens[i]?.kind === 'word' &&
      !relative &&
      text.nameAt[i] === -1 &&
      (text.cues[i] !== null ||
        isVerb(text.key(i)) ||
        /^(?:كان|كانت|ليس|ليست|هو|هي|هم|لا|لم|لن|قد|سوف)$/.test(text.key(i)))
    )
      verbal = true;
    const quoted = text.opensAt(i);
    if (quoted) {
      const end = quoted.closed ? quoted.close : quoted.close - 1;
      if (
        !text.sameSentence(i, Math.min(end + 1, text.tokens.length - 1)) &&
        end + 1 < text.tokens.length &&
        text.tokens[end]?.kind === 'mark'
      ) {
        // The sentence ended inside the marks.
        if (text.tokens[end - 1]?.kind === 'stop' && text.layout.sentence[end + 1] !== text.layout.sentence[end])
          return end + 1;
      }
      i = Math.min(end, limit - 1);
    }
  }
  return limit;
}

function sentenceEnd(text: Frames, at: number): number {
  let end = at;
  while (end < text.tokens.length && text.sameSentence(end, at)) end++;
  return end;
}
