/**
 * Links to where an article stood first: the page, and in it the passage, told by text directives that browsers find by
 * themselves (core/passage/fragment). What is written is the exact text, whole words, and as much of what stands before
 * and after as makes it the only such place: engines differ in what else they take for equal.
 */
import type { Article } from '../article/article.ts';
import type { TextRange } from '../text/range.ts';
import { type TextDirective, writeDirectives } from './directive.ts';
import { type Match, matchesOf, type Sheet, sheetOf } from './fragment.ts';
import { articleWords } from './words.ts';

type Blocks = Pick<Article, 'blocks'>;
type Stretch = Omit<TextRange, 'words'>;

/** Up to this many UTF-16 units a passage is written out; a longer one, or of several blocks, by its beginning and its end. */
const WRITTEN_OUT = 90;
/** How many words are tried for a beginning or an end, and for what stands beside a passage; fewest first. */
const EDGES = [3, 5, 8] as const;
const BESIDE = [1, 2, 3, 5, 8] as const;

/**
 * The address of the article's original, leading to these passages where it can; null where the original is unknown.
 * Ranges that follow each other from block to block are one passage. Made from our text: where the original differs,
 * browsers open the page at its top.
 */
export function originalLink(
  article: Pick<Article, 'blocks' | 'original'>,
  ranges: readonly Stretch[] = [],
): string | null {
  if (article.original === null) return null;
  const address = article.original.url.replace(/:~:.*$/, '');
  const written = writeDirectives(directivesOf(article, ranges));
  return written === '' ? address : `${address}${address.includes('#') ? '' : '#'}${written}`;
}

/** A directive for each passage that one can tell from every other place; the others are left out. */
export function directivesOf(article: Blocks, ranges: readonly Stretch[]): TextDirective[] {
  const words = articleWords(article.blocks);
  const passages: { first: number; last: number }[] = [];
  for (const range of ranges) {
    const inside = ({ block, start, end }: Stretch) => block === range.block && start < range.end && range.start < end;
    const first = words.findIndex(inside);
    const last = words.findLastIndex(inside);
    const before = passages.at(-1);
    if (first < 0) continue;
    if (before?.last === first - 1 && words[first - 1]?.block !== range.block) before.last = last;
    else passages.push({ first, last });
  }
  return passages.flatMap(({ first, last }) => {
    const [from, to] = [words[first], words[last]];
    return (from && to && directiveOf(article.blocks, from, to)) ?? [];
  });
}

/** The directive of what stands from one word to another, both included; null where nothing tells it from other places. */
function directiveOf(blocks: Blocks['blocks'], from: Stretch, to: Stretch): TextDirective | null {
  const sheet = sheetOf(blocks);
  const first = blocks.findIndex(({ id }) => id === from.block);
  const last = blocks.findIndex(({ id }) => id === to.block);
  const [opening, closing] = [blocks[first]?.text ?? '', blocks[last]?.text ?? ''];
  const wanted: Match = {
    start: placeIn(sheet, (sheet.begins[first] ?? 0) + from.start),
    end: placeIn(sheet, (sheet.begins[last] ?? 0) + to.end),
  };
  const before = pieces(
    opening.slice(0, from.start),
    blocks
      .slice(0, first)
      .map(({ text }) => text)
      .reverse(),
  );
  const after = pieces(
    closing.slice(to.end),
    blocks.slice(last + 1).map(({ text }) => text),
  );

  for (const body of bodies()) {
    for (const beside of besides()) {
      const directive = { ...body, ...beside };
      const [found, another] = firstTwo(sheet, directive);
      if (found?.start === wanted.start && found.end === wanted.end && another === undefined) return directive;
    }
  }
  return null;

  function* bodies(): Generator<Pick<TextDirective, 'start' | 'end'>, void, undefined> {
    if (first === last && to.end - from.start <= WRITTEN_OUT) {
      yield { start: plain(opening.slice(from.start, to.end)), end: null };
      return;
    }
    const beginning = pieces(opening.slice(from.start, first === last ? to.end : undefined), []);
    const ending = pieces(closing.slice(first === last ? from.start : 0, to.end), []);
    // Where the two would meet, the passage is short enough to be written out after all.
    for (const count of EDGES) {
      if (first === last && count * 2 > beginning.length) break;
      yield { start: beginning.slice(0, count).join(' '), end: ending.slice(-count).join(' ') };
    }
    if (first === last) yield { start: plain(opening.slice(from.start, to.end)), end: null };
  }

  function* besides(): Generator<Pick<TextDirective, 'prefix' | 'suffix'>, void, undefined> {
    yield { prefix: null, suffix: null };
    for (const count of BESIDE) {
      const prefix = before.length === 0 ? null : before.slice(-count).join(' ');
      const suffix = after.length === 0 ? null : after.slice(0, count).join(' ');
      if (prefix !== null) yield { prefix, suffix: null };
      if (suffix !== null) yield { prefix: null, suffix };
      if (prefix !== null && suffix !== null) yield { prefix, suffix };
    }
  }
}

function firstTwo(sheet: Sheet, directive: TextDirective): Match[] {
  const found: Match[] = [];
  for (const match of matchesOf(sheet, directive)) if (found.push(match) === 2) break;
  return found;
}

/** Where an offset of the text stands in the sheet. */
function placeIn({ origin }: Sheet, offset: number): number {
  let low = 0;
  let high = origin.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((origin[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What stands between white space, in the nearest of the texts that has any. */
function pieces(text: string, further: readonly string[]): string[] {
  const found = [text, ...further].find((candidate) => /\S/.test(candidate)) ?? '';
  return found.match(/\S+/g) ?? [];
}

const plain = (text: string): string => text.replace(/\s+/g, ' ');
