/** Persons whom no list knows, by where their words stand: after a title, before an office, right before what they said. */
import { ofMany } from './figures.ts';
import { adverbs, complementisers, particles, prepositions, relatives } from './lexicon/function-words.ts';
import { bodies, classWords, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import type { Nouns } from './nouns.ts';
import type { Reading } from './reading.ts';
import { couldBeName, isNamePart, nisbas } from './vocabulary.ts';

/** A noun without its article. */
export const bareNoun = (word: string): string => word.replace(/^(?:ال|لل)/, '');

/** Whether a title, and no more than what describes it, stands right before a token: الرئيس السابق |. */
export function titledBefore(text: Reading, at: number): boolean {
  for (let i = at - 1; i > at - 5; i--) {
    const word = text.word(i);
    if (honorifics.has(word) || offices.has(bareNoun(word))) return true;
    if (!word.startsWith('ال')) return false;
  }
  return false;
}

/** Whether a word stands right before a person's name: الدكتور, القاص, المحامي. */
export function honours(text: Nouns, at: number): boolean {
  const word = text.word(at);
  return honorifics.has(word) || (word.startsWith('ال') && offices.has(word.slice(2)));
}

/** Whether titles and then a person's name follow. */
export function titled(text: Nouns, from: number, edge: number): boolean {
  let at = from;
  while (at < edge && (honorifics.has(text.word(at)) || offices.has(text.word(at)))) at++;
  if (at < edge && (text.nameFrom(at)?.type === 'person' || unlistedEnd(text, at, edge) > at)) return true;
  // المرشد الأعلى في إيران فلان: a longer way to the name.
  for (; at < edge && at < from + 10 && text.sameSentence(at, from); at++) {
    if (text.word(at) === '' || relatives.has(text.word(at))) return false;
    const name = text.nameFrom(at);
    if ((name?.type === 'person' && name.skip === 0) || text.strangerAt(at) > at) return true;
  }
  return false;
}

/** Past a sign within a title: a comma before the name, a body's name in marks, an insertion. */
export function overSign(text: Nouns, at: number, edge: number): number {
  const token = text.tokens[at];
  const next = text.word(at + 1);
  if (token?.kind === 'comma') {
    const goes =
      text.nameFrom(at + 1)?.type === 'person' ||
      text.strangerAt(at + 1) > at + 1 ||
      honorifics.has(next) ||
      offices.has(next) ||
      offices.has(next.replace(/^ال/, '')) ||
      nisbas.has(next);
    return goes ? at + 1 : at;
  }
  if (token?.kind === 'mark') {
    const pair = text.layout.quoted[text.layout.inside[at] ?? -1];
    return pair && pair.open === at && pair.closed && pair.close - at < 8 && pair.close < edge ? pair.close + 1 : at;
  }
  if (token?.kind === 'dash' || token?.key === '(') {
    const close = token.kind === 'dash' ? 'dash' : ')';
    for (let i = at + 1; i < edge && i < at + 30; i++)
      if (text.tokens[i]?.kind === close || text.key(i) === close) return i + 1;
  }
  return at;
}

/** «كتب اريك اريكسون رئيس تحرير …»: the end of two or three words that can only be a name, before an office; the start where they are none. */
export function strangerEnd(text: Nouns, at: number, edge: number): number {
  let to = at;
  while (to < edge && to - at < 3 && text.nameAt[to] === -1 && couldBeName(text.word(to))) {
    const word = text.word(to);
    if (/^[وبلف]?ال/.test(word) && to === at) return at;
    if (to > at && (!text.joined(to) || offices.has(word) || bodies.has(word) || honorifics.has(word))) break;
    to++;
  }
  if (between(text, at, edge)) return edge;
  const next = text.tokens[to]?.kind === 'comma' ? text.word(to + 1) : text.word(to);
  return to - at >= 2 && (offices.has(next) || honorifics.has(next)) ? to : at;
}

/** «قالت ليلى الحداد إن …»: two or three words between a verb and what was said, the last of them a family's name. */
function between(text: Nouns, at: number, edge: number): boolean {
  const first = text.word(at);
  if (edge - at < 2 || edge - at > 3 || !text.cues[at - 1] || /^[وبلف]?ال/.test(first)) return false;
  if (offices.has(first) || bodies.has(first) || speakingNouns.has(first) || classWords.has(first) || ofMany(first))
    return false;
  for (let i = at; i < edge; i++)
    if (text.nameAt[i] !== -1 || text.word(i) === '' || prepositions.has(text.word(i)) || particles.has(text.word(i)))
      return false;
  const last = text.word(edge - 1);
  return isNamePart(last) && !nisbas.has(last) && !adverbs.has(last) && complementisers.has(text.key(edge));
}

/** The end of two or three words that nobody knows, between a title and what was said; the start where they are none. */
export function unlistedEnd(text: Nouns, at: number, edge: number): number {
  let to = at;
  while (to < edge && to - at < 4 && text.nameAt[to] === -1 && text.word(to) !== '' && text.joined(to)) {
    const word = text.word(to);
    if (prepositions.has(word) && !(word === 'علي' && to === at && !text.tokens[to]?.maqsura)) break;
    if (to === at && (word.startsWith('ال') || honorifics.has(word) || bodies.has(word) || nisbas.has(word))) {
      // تركي العسيري: a given name that is a nationality too, before a name with the article.
      if (!(nisbas.has(word) && text.word(to + 1).startsWith('ال') && !word.startsWith('ال'))) return at;
    }
    if (to > at && offices.has(word)) break;
    to++;
  }
  const closed = to === edge || ['comma', 'colon', 'mark'].includes(text.tokens[to]?.kind ?? '');
  const first = text.word(at);
  return closed && to - at >= 2 && (first === 'علي' || isNamePart(first) || couldBeName(first) || nisbas.has(first))
    ? to
    : at;
}
