import type { Article } from '../core/article/article.ts';
import type { TextRange } from '../core/text/range.ts';

/** Where a passage comes to stand when the whole text is shown (0 to 1 of the viewport's height). */
export const LESSON_VIEW = { height: 0.3 } as const;

/** A longer stretch is not shown in part: it is most of the article anyway. */
const MOST_BLOCKS = 12;

/**
 * The article from a paragraph before the first of these ranges to a paragraph after the last, with its headline and with
 * what is said about those paragraphs alone; the whole of it where there is no range.
 */
export function excerptOf(article: Article, ranges: readonly TextRange[]): Article {
  const places = ranges.map(({ block }) => article.blocks.findIndex(({ id }) => id === block));
  if (places.length === 0) return article;
  const from = Math.min(...places) - 1;
  const to = Math.max(...places) + 1;
  if (to - from > MOST_BLOCKS) return article;
  const blocks = article.blocks.filter(
    ({ type }, index) => (index >= from && index <= to) || (type === 'headline' && index === 0),
  );
  const shown = new Set(blocks.map(({ id }) => id));
  return {
    ...article,
    blocks,
    mentions: article.mentions.filter(({ range }) => shown.has(range.block)),
    glossary: article.glossary.map((entry) => ({
      ...entry,
      occurrences: entry.occurrences.filter(({ block }) => shown.has(block)),
    })),
  };
}
