/** The word that the keyboard stands at, and how it moves. Words are those that a selection snaps to. */
import { wordsIn } from '../../core/annotation/tokens.ts';
import type { Block } from '../../core/article/article.ts';
import type { Span } from '../../core/text/range.ts';

export interface WordPlace extends Span {
  readonly block: string;
}

const wordsOf = (block: Block | undefined): readonly Span[] => (block ? wordsIn(block.text) : []);

/** The word at an offset, or the next one behind it, or the last one before it; null in a text without words. */
export function wordAt(blocks: readonly Block[], blockId: string, offset: number): WordPlace | null {
  const at = blocks.findIndex(({ id }) => id === blockId);
  const words = wordsOf(blocks[at]);
  const word = words.find(({ end }) => offset < end) ?? words.at(-1);
  return word ? { block: blockId, ...word } : (firstFrom(blocks, at, 1) ?? firstFrom(blocks, at, -1));
}

/** So many words onwards (below zero: back), over blocks; the last one there is where there are not so many. */
export function moveByWord(blocks: readonly Block[], from: WordPlace, by: 1 | -1): WordPlace {
  const at = blocks.findIndex(({ id }) => id === from.block);
  const words = wordsOf(blocks[at]);
  const next = words[words.findIndex(({ start }) => start === from.start) + by];
  if (next) return { block: from.block, ...next };
  return firstFrom(blocks, at + by, by) ?? from;
}

/** The first word of the block after (1) or before (-1). */
export function moveByBlock(blocks: readonly Block[], from: WordPlace, by: 1 | -1): WordPlace {
  const at = blocks.findIndex(({ id }) => id === from.block);
  for (let next = at + by; next >= 0 && next < blocks.length; next += by) {
    const [word] = wordsOf(blocks[next]);
    if (word) return { block: blocks[next]?.id as string, ...word };
  }
  return from;
}

/** The first or the last word of the block, or of the whole text. */
export function moveToEdge(
  blocks: readonly Block[],
  from: WordPlace,
  edge: 'first' | 'last',
  whole: boolean,
): WordPlace {
  if (whole) return (edge === 'first' ? firstFrom(blocks, 0, 1) : firstFrom(blocks, blocks.length - 1, -1)) ?? from;
  const words = wordsOf(blocks.find(({ id }) => id === from.block));
  const word = edge === 'first' ? words[0] : words.at(-1);
  return word ? { block: from.block, ...word } : from;
}

function firstFrom(blocks: readonly Block[], from: number, by: 1 | -1): WordPlace | null {
  for (let at = from; at >= 0 && at < blocks.length; at += by) {
    const block = blocks[at] as Block;
    const words = wordsOf(block);
    const word = by === 1 ? words[0] : words.at(-1);
    if (word) return { block: block.id, ...word };
  }
  return null;
}

/** Where an edge goes that is pulled to this offset: to the edge of the word there, as long as a word remains. */
export function pulled(text: string, span: Span, edge: 'start' | 'end', offset: number): Span {
  const words = wordsIn(text);
  if (edge === 'start') {
    const before = words.filter(({ start }) => start < span.end);
    const word = before.find(({ end }) => offset < end) ?? before.at(-1);
    return word ? { start: word.start, end: span.end } : span;
  }
  const after = words.filter(({ end }) => end > span.start);
  const word = after.findLast(({ start }) => start < offset) ?? after[0];
  return word ? { start: span.start, end: word.end } : span;
}
