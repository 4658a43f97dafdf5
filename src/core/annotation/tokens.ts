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

/** Opening and closing marks that embrace words, and what else may stand at a word's edge without being of it. */
const LEADING = /^[«»“”„"'‘’()[\]{}<>‹›،؛:!?؟.…,;*•–—-]+/;
const TRAILING = /[«»“”„"'‘’()[\]{}<>‹›،؛:!?؟.…,;*•–—-]+$/;
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;

const known = new WeakMap<readonly Block[], readonly Token[]>();

/** All words of the blocks in order; a stretch without a letter or a digit is none. Kept for as long as the blocks are. */
export function tokensOf(blocks: readonly Block[]): readonly Token[] {
  const found = known.get(blocks);
  if (found) return found;
  const tokens: Token[] = [];
  for (const { id, text } of blocks) {
    for (const span of wordsIn(text)) {
      tokens.push({ ...span, block: id, key: keyOfWord(text.slice(span.start, span.end)) });
    }
  }
  known.set(blocks, tokens);
  return tokens;
}

/** The words of one text, each without the marks around it. UTF-16 offsets. */
export function wordsIn(text: string): Span[] {
  const words: Span[] = [];
  for (const { 0: piece, index } of text.matchAll(/\S*[\p{L}\p{N}]\S*/gu)) {
    const lead = LEADING.exec(piece)?.[0].length ?? 0;
    const trail = TRAILING.exec(piece)?.[0].length ?? 0;
    words.push({ start: index + lead, end: index + piece.length - trail });
  }
  return words;
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
