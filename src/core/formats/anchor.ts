import type { Article } from '../article/article.ts';
import { faultOfRange, type TextRange } from '../text/range.ts';

/**
 * Finds words in a text that may have changed since they were marked, or answers null: never a look-alike.
 * `blockHint` and `expectedStart` (UTF-16 units in that block) are where they stood, null where that is not known;
 * `prefix` and `suffix` the letters around them, as many as the file kept.
 */
export type Anchor = (
  article: Article,
  blockHint: string | null,
  words: string,
  prefix: string,
  suffix: string,
  expectedStart: number | null,
) => TextRange | null;

/** Only exact words: where they stood, or the only place of the block, or of the article, or the only one so surrounded. */
export const exactAnchor: Anchor = (article, blockHint, words, prefix, suffix, expectedStart) => {
  if (words === '') return null;
  const at = (block: { id: string; text: string }, start: number): TextRange | null => {
    const range = { block: block.id, start, end: start + words.length, words };
    return faultOfRange(range, block.text) === null ? range : null;
  };
  const hinted = article.blocks.find(({ id }) => id === blockHint);
  if (hinted && expectedStart !== null) {
    const there = at(hinted, expectedStart);
    if (there) return there;
  }
  const only = (blocks: readonly { id: string; text: string }[], surrounded: boolean): TextRange | null => {
    let found: TextRange | null = null;
    for (const block of blocks) {
      for (let from = block.text.indexOf(words); from >= 0; from = block.text.indexOf(words, from + 1)) {
        if (surrounded && !isSurrounded(block.text, from, words, prefix, suffix)) continue;
        const range = at(block, from);
        if (!range) continue;
        if (found) return null;
        found = range;
      }
    }
    return found;
  };
  return (
    (hinted ? only([hinted], false) : null) ??
    only(article.blocks, false) ??
    (prefix + suffix === '' ? null : ((hinted ? only([hinted], true) : null) ?? only(article.blocks, true)))
  );
};

/** Surroundings may run over the block's edges in the file, so what the block has of them must agree. */
function isSurrounded(text: string, start: number, words: string, prefix: string, suffix: string): boolean {
  const before = text.slice(Math.max(0, start - prefix.length), start);
  const after = text.slice(start + words.length, start + words.length + suffix.length);
  return prefix.endsWith(before) && suffix.startsWith(after);
}
