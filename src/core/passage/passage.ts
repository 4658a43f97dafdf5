/**
 * Passage links: a few ASCII characters that find their words again after the text was edited, or say that they cannot.
 *
 *   p7.3-9~Zk2aQ0xB7f    block p7, words 3 to 9, a code of ten characters
 *   p7.4_c0Rk81Ty        one word, or words that stood more than once when the link was made: a code of eight
 *
 * The codes (core/passage/code) are made of the folded words, so that tashkeel, hamza and punctuation may change freely.
 * With `~`: four characters for the first half of the words, four for the second, one for the word before the passage and
 * one for the word after it (across block edges). Such a link is made of four words and more, where they and each half of
 * them stand nowhere else in the text. With `_`: four characters for the words and four for both neighbours together, since
 * there it is the neighbours that tell one حلب from another.
 *
 * Opening it tries, in this order:
 * 1. `exact`    the same words stand at the same place between the same neighbours; with `~`, or beside one of them and
 *               nowhere else so;
 * 2. `moved`    the same words stand elsewhere, once, between the same two neighbours; with `~` and eight words and more
 *               that stand nowhere else, or beside one of them;
 * 3. `changed`  with `~` and eight words and more, in the same block, one half stands once beside its neighbour, or both
 *               halves stand near each other beside one: the rest was edited. What is still as it was is told;
 * 4. `gone`     nothing is sure enough. The nearest place is offered; nobody is taken there.
 *
 * A look-alike is never taken for the passage: equal words between other neighbours are `gone`, not `moved`.
 *
 * Older links have three characters for a half. A half alone then proves too little (one of 1.3 million
 * links opened after edits led to other words by chance), so it must stand just where it stood. They are read for ever.
 */
import type { Article } from '../article/article.ts';
import type { TextRange } from '../text/range.ts';
import { codeOf, codeOfOne } from './code.ts';
import { articleWords, type TextWord } from './words.ts';

/** A passage as a link tells it. Word numbers count from 1 within the block; `last` is included. */
export interface PassageAddress {
  readonly block: string;
  readonly first: number;
  readonly last: number;
  readonly code: PassageCode;
}

/** What is known of the words: `lone` of those that stood only once, `beside` of those that their neighbours must tell. */
type PassageCode =
  | {
      readonly kind: 'lone';
      /** Of the first half, and of the second; that one is empty where the words are too few to be halved. */
      readonly head: string;
      readonly tail: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'beside'; readonly words: string; readonly neighbours: string };

export type PassageFinding =
  | { readonly kind: 'exact' | 'moved'; readonly range: TextRange }
  | {
      readonly kind: 'changed';
      readonly range: TextRange;
      /** Which half of the words is as it was. */
      readonly kept: 'head' | 'tail' | 'both';
      /** The words of `range` that stand in the place of the others; null where nothing does. */
      readonly edited: TextRange | null;
    }
  | { readonly kind: 'gone'; readonly nearest: TextRange | null };

type Blocks = Pick<Article, 'blocks'>;

/** From how many words on a passage that stands only once needs but one of its neighbours to be known again. */
const DISTINCT = 8;
/** Below this many words a passage has no halves, and is known by both its neighbours or not at all. */
const FEW = 4;
/** From this many words on each half is distinct enough to be known again when the other one was edited. */
const HALVED = 8;
/** Words that may have come between two halves, or gone from there, before they are no passage any more. */
const DRIFT = 6;
/** Of so many words and more nobody writes the same again: they are looked for beside a neighbour of theirs alone. */
const LONG = 64;

/** The link of the words that a range touches, or null where it touches none. */
export function writePassage(article: Blocks, range: Pick<TextRange, 'block' | 'start' | 'end'>): string | null {
  const words = articleWords(article.blocks);
  const inside = (word: TextWord) => word.block === range.block && word.start < range.end && range.start < word.end;
  const from = words.findIndex(inside);
  if (from < 0) return null;
  let to = from;
  while (to + 1 < words.length && inside(words[to + 1] as TextWord)) to++;
  const count = to - from + 1;
  const [first, last] = [words[from] as TextWord, words[to] as TextWord];
  const place = `${range.block}.${first.number === last.number ? first.number : `${first.number}-${last.number}`}`;
  if (count < FEW || !isLone(words, from, count)) {
    return `${place}_${codeOf(words, WIDE, from, count)}${codeOfNeighbours(words, from, count)}`;
  }
  const { head, tail } = codesOf(words, from, count);
  return `${place}~${head}${tail}${neighbour(words, from - 1, count)}${neighbour(words, to + 1, count)}`;
}

/** Whether the words, and each half of those that are many enough to be halved, stand nowhere else in the text. */
function isLone(words: readonly TextWord[], from: number, count: number): boolean {
  const half = headOf(count);
  const stretches =
    count < HALVED
      ? [[from, count]]
      : [
          [from, half],
          [from + half, count - half],
        ];
  return stretches.every(([start, size]) => standsOnce(words, start as number, size as number));
}

function standsOnce(words: readonly TextWord[], start: number, size: number): boolean {
  for (let at = 0; at + size <= words.length; at++) {
    if (at === start) continue;
    let same = 0;
    while (same < size && words[at + same]?.key === words[start + same]?.key) same++;
    if (same === size) return false;
  }
  return true;
}

/** What a passage link looks like; {@link readPassage} asks more of it. */
export const FORM =
  /^([A-Za-z0-9][A-Za-z0-9._-]{0,79})\.(\d{1,6})(?:-(\d{1,6}))?([~_])([A-Za-z0-9]{7,8}|[A-Za-z0-9]{10})$/;

/** Reads one passage of a link; null where it is not of the form. */
export function readPassage(text: string): PassageAddress | null {
  const found = FORM.exec(text);
  if (!found) return null;
  const first = Number(found[2]);
  const last = found[3] === undefined ? first : Number(found[3]);
  if (first < 1 || last < first) return null;
  const code = readCode(found[4] as string, found[5] as string, last - first + 1);
  return code && { block: found[1] as string, first, last, code };
}

function readCode(form: string, code: string, count: number): PassageCode | null {
  if (form === '_') {
    return code.length === 8 ? { kind: 'beside', words: code.slice(0, WIDE), neighbours: code.slice(WIDE) } : null;
  }
  // The first links of all had a form of their own for few words: seven characters, two for each neighbour.
  if (count < FEW) {
    if (code.length !== 7) return null;
    return { kind: 'lone', head: code.slice(0, 3), tail: '', before: code.slice(3, 5), after: code.slice(5) };
  }
  if (code.length !== 8 && code.length !== 10) return null;
  const half = code.length / 2 - 1;
  return {
    kind: 'lone',
    head: code.slice(0, half),
    tail: code.slice(half, 2 * half),
    before: code.charAt(2 * half),
    after: code.charAt(2 * half + 1),
  };
}

/** Finds the passage in the text as it stands now. */
export function findPassage(article: Blocks, address: PassageAddress): PassageFinding {
  const words = articleWords(article.blocks);
  const length = address.last - address.first + 1;
  const blockFrom = words.findIndex((word) => word.block === address.block);
  let blockTo = Math.max(0, blockFrom);
  while (words[blockTo]?.block === address.block) blockTo++;
  const at = blockFrom < 0 || blockFrom + address.first > blockTo ? -1 : blockFrom + address.first - 1;
  const found =
    address.code.kind === 'beside'
      ? findBeside(article, words, address.code, length, at)
      : findLone(article, words, address.code, length, { at, from: blockFrom, to: blockTo });
  if (found) return found;
  // Where the passage stood, or the nearest that is left: its block's words at those numbers, or the end of the block.
  if (blockFrom < 0) return { kind: 'gone', nearest: null };
  const from = at < 0 ? blockTo - 1 : at;
  return { kind: 'gone', nearest: cut(article, words, from, Math.min(length, blockTo - from)) };
}

/** By the words between both their neighbours, and by nothing less. */
function findBeside(
  article: Blocks,
  words: readonly TextWord[],
  code: PassageCode & { kind: 'beside' },
  length: number,
  at: number,
): PassageFinding | null {
  // The neighbours are asked first: that costs the same however long the passage is.
  const fits = (from: number) =>
    isOneBlock(words, from, length) &&
    codeOfNeighbours(words, from, length) === code.neighbours &&
    codeOf(words, WIDE, from, length) === code.words;
  if (fits(at)) return { kind: 'exact', range: cut(article, words, at, length) };
  let moved: number | null = null;
  for (let from = 0; from + length <= words.length; from++) {
    if (!fits(from)) continue;
    if (moved !== null) return null;
    moved = from;
  }
  return moved === null ? null : { kind: 'moved', range: cut(article, words, moved, length) };
}

/** By the words, or one half of them, beside one neighbour at least. */
function findLone(
  article: Blocks,
  words: readonly TextWord[],
  code: PassageCode & { kind: 'lone' },
  length: number,
  block: { readonly at: number; readonly from: number; readonly to: number },
): PassageFinding | null {
  const { at, from: blockFrom, to: blockTo } = block;
  const headLength = headOf(length);
  const before = (from: number) => neighbour(words, from - 1, length) === code.before;
  const after = (to: number) => neighbour(words, to, length) === code.after;
  const near = (from: number) => before(from) || after(from + length);
  const half = (from: number, size: number) => codeOf(words, code.head.length, from, size);
  const whole = (from: number) =>
    isOneBlock(words, from, length) &&
    half(from, headLength) === code.head &&
    (code.tail === '' || half(from + headLength, length - headLength) === code.tail);
  const rangeOf = (from: number, count: number): TextRange => cut(article, words, from, count);
  const between = (from: number, to: number) => (to > from ? rangeOf(from, to - from) : null);

  if (before(at) && after(at + length) && whole(at)) return { kind: 'exact', range: rangeOf(at, length) };
  const alike: number[] = [];
  for (let from = 0; from + length <= words.length; from++) {
    if ((length < LONG || near(from)) && whole(from)) alike.push(from);
  }
  const sure = alike.filter((from) => before(from) && after(from + length));
  if (sure.length === 1) return { kind: 'moved', range: rangeOf(sure[0] as number, length) };
  if (sure.length > 1) return null;
  // One neighbour is new: the words themselves must then be many enough, and known again at one place alone.
  const known = alike.filter(near);
  const [only] = known;
  if (only !== undefined && known.length === 1) {
    if (only === at && length >= FEW) return { kind: 'exact', range: rangeOf(only, length) };
    if (alike.length === 1 && length >= DISTINCT) return { kind: 'moved', range: rangeOf(only, length) };
  }
  if (alike.length > 0 || blockFrom < 0 || length < HALVED) return null;

  const heads: number[] = [];
  const tails: number[] = [];
  for (let from = blockFrom; from < blockTo; from++) {
    if (from + headLength <= blockTo && half(from, headLength) === code.head) heads.push(from);
    if (from + length - headLength <= blockTo && half(from, length - headLength) === code.tail) tails.push(from);
  }
  const pairs = heads.flatMap((head) =>
    tails
      .filter((tail) => tail >= head + headLength && tail <= head + headLength + DRIFT)
      .map((tail) => ({ head, tail })),
  );
  const pair = pairs[0];
  if (pair && pairs.length === 1 && (before(pair.head) || after(pair.tail + length - headLength))) {
    return {
      kind: 'changed',
      kept: 'both',
      range: rangeOf(pair.head, pair.tail + length - headLength - pair.head),
      edited: between(pair.head + headLength, pair.tail),
    };
  }
  if (pairs.length > 0) return null;
  const head = heads[0];
  const tail = tails[0];
  const there = (from: number, then: number) => code.head.length >= WIDE || (at >= 0 && from === then);
  const headSure = heads.length === 1 && head !== undefined && before(head) && there(head, at);
  const tailSure =
    tails.length === 1 && tail !== undefined && after(tail + length - headLength) && there(tail, at + headLength);
  // Two halves that contradict each other prove neither.
  if (headSure && !tailSure && tails.length === 0) {
    const count = Math.min(length, blockTo - head);
    return {
      kind: 'changed',
      kept: 'head',
      range: rangeOf(head, count),
      edited: between(head + headLength, head + count),
    };
  }
  if (tailSure && !headSure && heads.length === 0) {
    const end = tail + length - headLength;
    const from = Math.max(blockFrom, end - length);
    return { kind: 'changed', kept: 'tail', range: rangeOf(from, end - from), edited: between(from, tail) };
  }
  return null;
}

function cut(article: Blocks, words: readonly TextWord[], from: number, count: number): TextRange {
  const first = words[from] as TextWord;
  const last = words[from + count - 1] as TextWord;
  const text = article.blocks.find((block) => block.id === first.block)?.text ?? '';
  return { block: first.block, start: first.start, end: last.end, words: text.slice(first.start, last.end) };
}

const isOneBlock = (words: readonly TextWord[], from: number, count: number): boolean =>
  from >= 0 && from + count <= words.length && words[from]?.block === words[from + count - 1]?.block;

function codesOf(words: readonly TextWord[], from: number, count: number): { head: string; tail: string } {
  const headLength = headOf(count);
  return {
    head: codeOf(words, WIDE, from, headLength),
    tail: codeOf(words, WIDE, from + headLength, count - headLength),
  };
}

/** How many characters the words of a `_` link have and their neighbours, and each half of a `~` link. */
const WIDE = 4;

/** The two words around `count` words from `from` on, in one code; the text's edge counts as a word without letters. */
const codeOfNeighbours = (words: readonly TextWord[], from: number, count: number): string =>
  codeOf([words[from - 1] ?? EDGE, words[from + count] ?? EDGE], WIDE);
const EDGE = { key: '' };

/** The neighbouring word of a passage of `count` words; the text's edge has a code too. */
const neighbour = (words: readonly TextWord[], at: number, count: number): string =>
  codeOfOne(words[at]?.key, count < FEW ? 2 : 1);

/** How many of a passage's words its head code covers. */
const headOf = (count: number): number => (count < FEW ? count : Math.ceil(count / 2));
