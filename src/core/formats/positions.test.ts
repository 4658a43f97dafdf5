import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hardArticle, rangeIn } from '../../testing/hard-layers.ts';
import { createCodePoints, createPositions, surroundings } from './positions.ts';

describe('code points', () => {
  test('slow and obvious: the letters counted one by one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { fromUnits, toUnits } = createCodePoints(text);
        let units = 0;
        [...text].forEach((letter, points) => {
          expect(fromUnits(units)).toBe(points);
          expect(toUnits(points)).toBe(units);
          units += letter.length;
        });
        expect(toUnits(fromUnits(text.length))).toBe(text.length);
      }),
    );
  });

  test('an offset inside a pair counts as its beginning', () => {
    expect(createCodePoints('ا😀ب').fromUnits(2)).toBe(1);
  });
});

describe('positions', () => {
  test('a range is its own stretch of the plain text, and back', () => {
    fc.assert(
      fc.property(
        hardArticle.chain((article) => rangeIn(article).map((range) => ({ article, range }))),
        ({ article, range }) => {
          const positions = createPositions(article);
          const at = positions.plain(range);
          expect(at && positions.text.slice(at.start, at.end)).toBe(range.words);
          expect(at && positions.ranges(at.start, at.end)).toEqual([range]);
        },
      ),
    );
  });

  test('a stretch over several blocks is one range for each; between blocks, and outside, there is none', () => {
    const article = {
      blocks: [
        { id: 'a', type: 'paragraph' as const, gap: 0, text: 'قال' },
        { id: 'b', type: 'paragraph' as const, gap: 2, text: 'نعم' },
      ],
    };
    const { ranges } = createPositions(article);
    expect(ranges(1, 7).map(({ block, words }) => [block, words])).toEqual([
      ['a', 'ال'],
      ['b', 'نع'],
    ]);
    expect([ranges(3, 5), ranges(-1, 2), ranges(0, 99), ranges(0.5, 2), ranges(2, 1)]).toEqual([[], [], [], [], []]);
  });

  test('surroundings never hold half a pair', () => {
    const text = '😀'.repeat(40);
    const { prefix, suffix } = surroundings(text, 39, 41);
    expect([prefix, suffix].join('')).not.toMatch(/^[\udc00-\udfff]/);
  });
});
