/**
 * Snapping: from what a hand selected to what is meant. Whole words; points and space at the edges left out; quotation
 * marks and brackets left out where they embrace all of it, kept where they embrace a part; an attached و or ب on the
 * first word kept or left out, at choice, where there is evidence that it is one (core/annotation/clitics).
 */
import type { Block } from '../article/article.ts';
import { fold } from '../text/fold.ts';
import type { Span, TextRange } from '../text/range.ts';
import { sentencesOf } from '../text/words.ts';
import { type Cut, cutOf, type Knowledge, possibleCuts } from './clitics.ts';
import { bareOf, keyOfWord, wordsIn } from './tokens.ts';

export interface Snap {
  /** With whatever is attached to the first word. */
  readonly kept: Span;
  /** Without it; the same where nothing is surely attached. */
  readonly trimmed: Span;
  /** What was cut off and why; null where the two are the same. */
  readonly cut: Cut | null;
}

/** What a raw stretch of a block's text means: the words it touches a letter of, or the one a caret stands in; else null. */
export function snap(text: string, raw: Span, knows: Knowledge): Snap | null {
  const words = wordsIn(text).filter(({ start, end }) =>
    raw.start < raw.end ? start < raw.end && raw.start < end : start <= raw.start && raw.start <= end,
  );
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  const kept = balanced(text, { start: first.start, end: last.end });
  const cut = kept.start === first.start ? cutOf(keyOfWord(text.slice(first.start, first.end)), knows) : null;
  if (cut === null) return { kept, trimmed: kept, cut };
  const start = offsetAfter(text, first, cut.letters);
  return { kept, trimmed: balanced(text, bareOf(text, { start, end: kept.end })), cut };
}

export interface Point {
  readonly block: string;
  /** UTF-16 offset in the block. */
  readonly offset: number;
}

/**
 * A selection over any blocks, as one range a block, in text order: what an attached letter is cut off from is the first
 * word alone. Empty where it has no word; the two points may stand in any order.
 */
export function snapAcross(
  blocks: readonly Block[],
  from: Point,
  to: Point,
  clitics: 'keep' | 'trim',
  knows: Knowledge,
): TextRange[] {
  const order = (point: Point) => blocks.findIndex(({ id }) => id === point.block);
  if (order(from) < 0 || order(to) < 0) return [];
  const turned = order(from) > order(to) || (order(from) === order(to) && from.offset > to.offset);
  const [first, last] = turned ? [to, from] : [from, to];
  const ranges: TextRange[] = [];
  for (const { id, text } of blocks.slice(order(first), order(last) + 1)) {
    const start = id === first.block ? first.offset : 0;
    const end = id === last.block ? last.offset : text.length;
    // An edge that only reaches a block touches no word of it.
    const snapped = start < end || first.block === last.block ? snap(text, { start, end }, knows) : null;
    if (!snapped) continue;
    const span = clitics === 'trim' && ranges.length === 0 ? snapped.trimmed : snapped.kept;
    ranges.push({ block: id, ...span, words: text.slice(span.start, span.end) });
  }
  return ranges;
}

export type Unit = 'word' | 'clitic' | 'sentence';

/**
 * One edge moved by hand, one unit outwards (`grow`) or inwards; null where there is no further. By `clitic` the head of a
 * word is also left after each letter that may be attached, sure or not: the person sees what they do.
 */
export function stepEdge(
  text: string,
  span: Span,
  edge: 'start' | 'end',
  way: 'grow' | 'shrink',
  unit: Unit,
): Span | null {
  const towards = (edge === 'end') === (way === 'grow') ? 1 : -1;
  const stops = stopsOf(text, edge, unit).sort((a, b) => (a - b) * towards);
  for (const stop of stops) {
    if ((stop - span[edge]) * towards <= 0) continue;
    const next = balanced(text, { ...span, [edge]: stop });
    // A mark that belongs to a part brings the edge back to where it was: then it is one unit more.
    if ((next[edge] - span[edge]) * towards > 0) return next.start < next.end ? next : null;
  }
  return null;
}

function stopsOf(text: string, edge: 'start' | 'end', unit: Unit): number[] {
  const words = wordsIn(text);
  if (unit === 'sentence') {
    return sentencesOf(text).flatMap((sentence) => {
      const within = words.filter(({ start, end }) => sentence.start <= start && end <= sentence.end);
      const word = edge === 'start' ? within[0] : within.at(-1);
      return word ? [word[edge]] : [];
    });
  }
  return words.flatMap((word) => [
    word[edge],
    ...(edge === 'start' && unit === 'clitic'
      ? possibleCuts(keyOfWord(text.slice(word.start, word.end))).map((letters) => offsetAfter(text, word, letters))
      : []),
  ]);
}

/** The offset in the text behind so many folded letters of the word, and behind the marks written on the last of them. */
export function offsetAfter(text: string, word: Span, letters: number): number {
  const folded = fold(text.slice(word.start, word.end), 'loose');
  let seen = 0;
  for (let i = 0; i < folded.text.length; i++) {
    if (seen === letters) return word.start + (folded.origin[i] as number);
    if (/[\p{L}\p{N}]/u.test(folded.text.charAt(i))) seen++;
  }
  return word.end;
}

const CLOSING: Readonly<Record<string, string>> = { '«': '»', '“': '”', '(': ')', '[': ']', '{': '}', '‹': '›' };
const OPENING: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CLOSING).map(([opening, closing]) => [closing, opening]),
);

/**
 * The stretch with the marks beside its edges that belong to a part of it: «نعم» قال, where the cut left نعم» قال. Marks
 * that embrace all of it stay outside.
 */
export function balanced(text: string, { start, end }: Span): Span {
  const open: string[] = [];
  const closedBefore: string[] = [];
  for (let at = start; at < end; at++) {
    const mark = text.charAt(at);
    const side = sideOf(text, at);
    if (side === 'opens') open.push(mark);
    else if (side === 'closes') {
      const opening = OPENING[mark] ?? mark;
      const of = open.lastIndexOf(opening);
      if (of >= 0) open.length = of;
      else closedBefore.push(opening);
    }
  }
  let from = start;
  let to = end;
  for (const opening of closedBefore) if (from > 0 && text.charAt(from - 1) === opening) from--;
  for (const opening of open.reverse()) if (text.charAt(to) === (CLOSING[opening] ?? opening)) to++;
  return { start: from, end: to };
}

/** A straight quotation mark opens before a word and closes behind one. */
function sideOf(text: string, at: number): 'opens' | 'closes' | null {
  const mark = text.charAt(at);
  if (mark in CLOSING) return 'opens';
  if (mark in OPENING) return 'closes';
  if (mark !== '"') return null;
  return /[\p{L}\p{N}\p{M}.!?؟…]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1))
    ? 'closes'
    : 'opens';
}
