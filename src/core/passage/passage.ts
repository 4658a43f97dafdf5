/**
 * Passage links: a few ASCII characters that find their words again after the text was edited, or say that they cannot.
 *
 *   p7.3-9~Zk2aQ0xB      block p7, words 3 to 9, a code of eight characters (seven for fewer than four words)
 *
 * The code (core/passage/code) is made of the folded words, so that tashkeel, hamza and punctuation may
 * change freely: three characters for the first half of the words, three for the second, one for the word before the
 * passage and one for the word after it (across block edges). Fewer than four words are not halved: three characters for
 * all of them and two for each neighbour, since it is the neighbours that tell one حلب from another.
 *
 * Opening it tries, in this order:
 * 1. `exact`    the same words stand at the same place between the same neighbours, or, for four words and more, beside one
 *               of them and nowhere else so;
 * 2. `moved`    the same words stand elsewhere, once, between the same two neighbours; or, for eight words and more that
 *               stand nowhere else, beside one of them;
 * 3. `changed`  of six words and more, in the same block, one half stands once beside its neighbour, or both halves stand
 *               near each other beside one: the rest was edited. What is still as it was is told;
 * 4. `gone`     nothing is sure enough. The nearest place is offered; nobody is taken there.
 *
 * A look-alike is never taken for the passage: equal words between other neighbours are `gone`, not `moved`.
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
  /** Code characters of the first half, the second half (empty for fewer than four words) and the two neighbours. */
  readonly head: string;
  readonly tail: string;
  readonly before: string;
  readonly after: string;
}

export type PassageFinding =
  | { readonly kind: 'exact' | 'moved'; readonly range: TextRange }
  | { readonly kind: 'changed'; readonly range: TextRange; readonly kept: 'head' | 'tail' | 'both' }
  | { readonly kind: 'gone'; readonly nearest: TextRange | null };

type Blocks = Pick<Article, 'blocks'>;

/** From how many words on a passage that stands only once needs but one of its neighbours to be known again. */
const DISTINCT = 8;
/** Below this many words a passage has no halves, and is known by both its neighbours or not at all. */
const FEW = 4;
/** From this many words on each half is distinct enough to be known again when the other one was edited. */
const HALVED = 6;
/** Words that may have come between two halves, or gone from there, before they are no passage any more. */
const DRIFT = 6;

/** The link of the words that a range touches, or null where it touches none. */
export function writePassage(article: Blocks, range: Pick<TextRange, 'block' | 'start' | 'end'>): string | null {
  const words = articleWords(article.blocks);
  const inside = (word: TextWord) => word.block === range.block && word.start < range.end && range.start < word.end;
  const from = words.findIndex(inside);
  if (from < 0) return null;
  let to = from;
  while (to + 1 < words.length && inside(words[to + 1] as TextWord)) to++;
  const { head, tail } = codesOf(words, from, to - from + 1);
  const [first, last] = [words[from] as TextWord, words[to] as TextWord];
  const count = to - from + 1;
  const numbers = first.number === last.number ? `${first.number}` : `${first.number}-${last.number}`;
  return `${range.block}.${numbers}~${head}${tail}${neighbour(words, from - 1, count)}${neighbour(words, to + 1, count)}`;
}

const FORM = /^([A-Za-z0-9][A-Za-z0-9._-]{0,79})\.(\d{1,6})(?:-(\d{1,6}))?~([A-Za-z0-9]{7,8})$/;

/** Reads one passage of a link; null where it is not of the form. */
export function readPassage(text: string): PassageAddress | null {
  const found = FORM.exec(text);
  if (!found) return null;
  const first = Number(found[2]);
  const last = found[3] === undefined ? first : Number(found[3]);
  const code = found[4] as string;
  const short = last - first + 1 < FEW;
  if (first < 1 || last < first || code.length !== (short ? 7 : 8)) return null;
  return {
    block: found[1] as string,
    first,
    last,
    head: code.slice(0, 3),
    tail: short ? '' : code.slice(3, 6),
    before: short ? code.slice(3, 5) : code.slice(6, 7),
    after: short ? code.slice(5) : code.slice(7),
  };
}

/** Finds the passage in the text as it stands now. */
export function findPassage(article: Blocks, address: PassageAddress): PassageFinding {
  const words = articleWords(article.blocks);
  const length = address.last - address.first + 1;
  const headLength = headOf(length);
  const at = words.findIndex((word) => word.block === address.block && word.number === address.first);
  const blockFrom = words.findIndex((word) => word.block === address.block);
  let blockTo = Math.max(0, blockFrom);
  while (words[blockTo]?.block === address.block) blockTo++;

  const oneBlock = (from: number, count: number) =>
    from >= 0 && from + count <= words.length && words[from]?.block === words[from + count - 1]?.block;
  const whole = (from: number) => {
    if (!oneBlock(from, length)) return false;
    const codes = codesOf(words, from, length);
    return codes.head === address.head && codes.tail === address.tail;
  };
  const before = (from: number) => neighbour(words, from - 1, length) === address.before;
  const after = (to: number) => neighbour(words, to, length) === address.after;
  const rangeOf = (from: number, count: number): TextRange => cut(article, words, from, count);

  const near = (from: number) => before(from) || after(from + length);

  const alike: number[] = [];
  for (let from = 0; from + length <= words.length; from++) if (whole(from)) alike.push(from);
  const sure = alike.filter((from) => before(from) && after(from + length));
  if (at >= 0 && sure.includes(at)) return { kind: 'exact', range: rangeOf(at, length) };
  if (sure.length === 1) return { kind: 'moved', range: rangeOf(sure[0] as number, length) };
  if (sure.length > 1) return gone();
  // One neighbour is new: the words themselves must then be many enough, and known again at one place alone.
  const known = alike.filter(near);
  const [only] = known;
  if (only !== undefined && known.length === 1) {
    if (only === at && length >= FEW) return { kind: 'exact', range: rangeOf(only, length) };
    if (alike.length === 1 && length >= DISTINCT) return { kind: 'moved', range: rangeOf(only, length) };
  }
  if (alike.length > 0 || blockFrom < 0 || length < HALVED) return gone();

  const heads: number[] = [];
  const tails: number[] = [];
  for (let from = blockFrom; from < blockTo; from++) {
    if (from + headLength <= blockTo && code(words, from, headLength) === address.head) heads.push(from);
    if (from + length - headLength <= blockTo && code(words, from, length - headLength) === address.tail)
      tails.push(from);
  }
  const pairs = heads.flatMap((head) =>
    tails
      .filter((tail) => tail >= head + headLength && tail <= head + headLength + DRIFT)
      .map((tail) => ({ head, tail })),
  );
  const pair = pairs[0];
  if (pair && pairs.length === 1 && (before(pair.head) || after(pair.tail + length - headLength))) {
    return { kind: 'changed', kept: 'both', range: rangeOf(pair.head, pair.tail + length - headLength - pair.head) };
  }
  if (pairs.length > 0) return gone();
  const head = heads[0];
  const tail = tails[0];
  const headSure = heads.length === 1 && head !== undefined && before(head);
  const tailSure = tails.length === 1 && tail !== undefined && after(tail + length - headLength);
  // Two halves that contradict each other prove neither.
  if (headSure && !tailSure && tails.length === 0) {
    return { kind: 'changed', kept: 'head', range: rangeOf(head, Math.min(length, blockTo - head)) };
  }
  if (tailSure && !headSure && heads.length === 0) {
    const end = tail + length - headLength;
    const from = Math.max(blockFrom, end - length);
    return { kind: 'changed', kept: 'tail', range: rangeOf(from, end - from) };
  }
  return gone();

  /** Where the passage stood, or the nearest that is left: its block's words at those numbers, the block, the text's end. */
  function gone(): PassageFinding {
    if (words.length === 0) return { kind: 'gone', nearest: null };
    if (blockFrom < 0) return { kind: 'gone', nearest: null };
    const from = Math.min(at >= 0 ? at : blockTo - 1, blockTo - 1);
    return { kind: 'gone', nearest: rangeOf(from, Math.min(length, blockTo - from)) };
  }
}

const code = (words: readonly TextWord[], from: number, count: number): string => codeOf(words, 3, from, count);

function cut(article: Blocks, words: readonly TextWord[], from: number, count: number): TextRange {
  const first = words[from] as TextWord;
  const last = words[from + count - 1] as TextWord;
  const text = article.blocks.find((block) => block.id === first.block)?.text ?? '';
  return { block: first.block, start: first.start, end: last.end, words: text.slice(first.start, last.end) };
}

function codesOf(words: readonly TextWord[], from: number, count: number): { head: string; tail: string } {
  const headLength = headOf(count);
  return {
    head: code(words, from, headLength),
    tail: count === headLength ? '' : code(words, from + headLength, count - headLength),
  };
}

/** The neighbouring word of a passage of `count` words; the text's edge has a code too. */
const neighbour = (words: readonly TextWord[], at: number, count: number): string =>
  codeOfOne(words[at]?.key, count < FEW ? 2 : 1);

/** How many of a passage's words its head code covers. */
const headOf = (count: number): number => (count < FEW ? count : Math.ceil(count / 2));
