import { describe, expect, test } from 'vitest';
import type { Article } from '../core/article/article.ts';
import { verifyArticle } from '../core/dataset/verify.ts';
import { excerptOf } from './lesson-excerpt.ts';

const library = Object.values(
  import.meta.glob<Article>('../../public/data/articles/*.json', { import: 'default', eager: true }),
);

describe('the excerpt around a passage', () => {
  test('has the headline, and the paragraphs before and after', () => {
    for (const article of library) {
      article.blocks.forEach((block, index) => {
        const { blocks } = excerptOf(article, [{ block: block.id, start: 0, end: 1, words: block.text.slice(0, 1) }]);
        const ids = blocks.map(({ id }) => id);
        for (const near of [article.blocks[index - 1], block, article.blocks[index + 1]])
          if (near) expect(ids).toContain(near.id);
        expect(ids).toContain(article.blocks[0]?.id);
        expect(ids.length).toBeLessThanOrEqual(4);
      });
    }
  });

  test('is the article itself where there is no passage, or passages lie far apart', () => {
    for (const article of library) expect(excerptOf(article, [])).toBe(article);
    const long = library.find(({ blocks }) => blocks.length > 13);
    if (!long) throw new Error('no article is long enough for this test');
    const ends = [long.blocks[0], long.blocks.at(-1)].map((block) => ({
      block: block?.id ?? '',
      start: 0,
      end: 1,
      words: '',
    }));
    expect(excerptOf(long, ends)).toBe(long);
  });

  test('says nothing of paragraphs that it does not show', () => {
    for (const article of library) {
      const block = article.blocks.at(-1);
      const excerpt = excerptOf(article, [{ block: block?.id ?? '', start: 0, end: 1, words: '' }]);
      const unknown = verifyArticle(excerpt).filter(
        ({ kind, path }) => kind === 'unknownBlock' && /^(mentions|glossary)/.test(path),
      );
      expect(unknown).toEqual([]);
    }
  });
});
