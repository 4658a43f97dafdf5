/** The words of a text with their edges: what a selection snaps to, and what occurrences and knowledge are looked up in. */
import type { Block } from '../article/article.ts';
import { foldText } from '../text/fold.ts';
import type { Span } from '../text/range.ts';
import type { Knowledge } from './clitics.ts';

/** A white-space-delimited word without the marks around it. */
export interface Token extends Span {
  readonly block: string;
  /** Its letters and digits alone, loosely folded. */
  readonly key: string;
}

/** What may stand at a word's edge without being of it: marks that embrace, points, dashes (not the minus of a number). A sign on none of the word's letters is not of it. */
const LEADING = /^(?:[\s\p{Mn}«»“”„"'‘’()[\]{}<>‹›،؛:!?؟.…,;*•–—]|-(?!\p{N}))+/u;
const TRAILING = /[\s«»“”„"'‘’()[\]{}<>‹›،؛:!?؟.…,;*•–—-]+$/;
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;

const known = new WeakMap<readonly Block[], readonly Token[]>();

/** All words of the blocks in order; a stretch without a letter or a digit is none. Kept for as long as the blocks are. */
export function tokensOf(blocks: readonly Block[]): readonly Token[] {
  const found = known.get(blocks);
  if (found) return found;
  const tokens: Token[] = [];
  const pieces: Pieces = new Map();
  for (const { id, text } of blocks) {
    for (const { start, end, key } of keyedWords(text, pieces)) tokens.push({ start, end, block: id, key });
  }
  known.set(blocks, tokens);
  return tokens;
}

/** What was found of a piece between two spaces: a long text has few that it has not had before. */
export type Pieces = Map<string, { readonly lead: number; readonly trail: number; readonly key: string } | null>;

/** The words of one text with their keys. `pieces` remembers over several texts. */
export function keyedWords(text: string, pieces: Pieces): (Span & { readonly key: string })[] {
  const words: (Span & { key: string })[] = [];
  for (const { 0: piece, index } of text.matchAll(/\S+/g)) {
    let known = pieces.get(piece);
    if (known === undefined) {
      const { start, end } = bareOf(piece, { start: 0, end: piece.length });
      const key = keyOfWord(piece);
      known = key === '' ? null : { lead: start, trail: piece.length - end, key };
      pieces.set(piece, known);
    }
    if (known) words.push({ start: index + known.lead, end: index + piece.length - known.trail, key: known.key });
  }
  return words;
}

/** The words of one text, each without the marks around it. UTF-16 offsets. */
export function wordsIn(text: string): Span[] {
  const words: Span[] = [];
  for (const { 0: piece, index } of text.matchAll(/\S*[\p{L}\p{N}]\S*/gu)) {
    words.push(bareOf(text, { start: index, end: index + piece.length }));
  }
  return words;
}

/** The stretch without space and marks at its edges; an empty one where it has nothing else. */
export function bareOf(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  const lead = LEADING.exec(piece)?.[0].length ?? 0;
  const trail = TRAILING.exec(piece)?.[0].length ?? 0;
  return { start: start + lead, end: Math.max(start + lead, end - trail) };
}

/** A word as it is compared: letters and digits alone, loosely folded. */
export const keyOfWord = (word: string): string => foldText(word, 'loose').replace(NOT_LETTERS, '');

/** Several words as they are compared, with one space between two. */
export const keyOfWords = (words: string): string =>
  words
    .split(/\s+/)
    .map(keyOfWord)
    .filter((key) => key !== '')
    .join(' ');

const counted = new WeakMap<readonly Block[], ReadonlySet<string>>();

/**
 * What an article knows of its own words: the first words of the names that are given are names, what stands in it is a
 * word.
 */
export function knowledgeOf(blocks: readonly Block[], names: Iterable<string>): Knowledge {
  let words = counted.get(blocks);
  if (!words) {
    words = new Set(tokensOf(blocks).map(({ key }) => key));
    counted.set(blocks, words);
  }
  const bare = words;
  const first = new Set<string>();
  for (const name of names) {
    const key = keyOfWord(name.trim().split(/\s+/)[0] ?? '');
    if (key.length >= 2) first.add(key);
  }
  return (key) => (first.has(key) ? 'name' : bare.has(key) ? 'word' : null);
}
