import type { Block } from '../../core/article/article.ts';
import type { TextRange } from '../../core/text/range.ts';
import { widenToWords } from '../../core/text/words.ts';

/** Letters to each side of the word. */
const AROUND = 36;

/** The word among its neighbours. Whole words: an element that began inside a joined word would break it in some browsers. */
export function Excerpt({ blocks, range }: { readonly blocks: readonly Block[]; readonly range: TextRange }) {
  const text = blocks.find(({ id }) => id === range.block)?.text ?? range.words;
  const { start, end } = widenToWords(text, range);
  const from = start <= AROUND ? 0 : text.indexOf(' ', start - AROUND) + 1;
  const behind = text.lastIndexOf(' ', end + AROUND);
  const to = end + AROUND >= text.length || behind <= end ? text.length : behind;
  return (
    <>
      {from > 0 ? '… ' : ''}
      {text.slice(Math.min(from, start), start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end, to)}
      {to < text.length ? ' …' : ''}
    </>
  );
}
