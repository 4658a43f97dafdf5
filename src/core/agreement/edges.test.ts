import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../article/article.ts';
import type { Span, TextRange } from '../text/range.ts';
import { edgesOf } from './edges.ts';

const text = 'قال الوزير إنّ الهدنة مستمرة في دمشق';
const block: Block = { id: 'p', type: 'paragraph', gap: 0, text };
const blocks = new Map([[block.id, block]]);
const cut = ({ start, end }: Span): TextRange => ({ block: 'p', start, end, words: text.slice(start, end) });
const find = (words: string): TextRange => cut({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const told = (left: readonly string[], right: readonly string[]) =>
  edgesOf(blocks, left.map(find), right.map(find)).map(
    ({ side, place, range }) => `${side} ${place} ${range.words.trim()}`,
  );

describe('edgesOf', () => {
  test.each([
    [['الهدنة مستمرة'], ['الهدنة مستمرة'], []],
    [['الهدنة مستمرة'], ['إنّ الهدنة'], ['left end مستمرة', 'right start إنّ']],
    [['هدنة'], ['الهدنة'], ['right start ال']],
    [['إنّ الهدنة مستمرة'], ['إنّ', 'مستمرة'], ['left middle الهدنة']],
    [['الوزير', 'إنّ'], ['الوزير إنّ'], []],
    [['قال'], ['دمشق'], ['left whole قال', 'right whole دمشق']],
    [[], ['قال'], ['right whole قال']],
    [[], [], []],
  ])('%j against %j: %j', (left, right, differences) => {
    expect(told(left, right)).toEqual(differences);
  });

  test('a block that the article does not have is passed over', () => {
    expect(edgesOf(blocks, [{ ...find('قال'), block: 'gone' }], [])).toEqual([]);
  });

  test('every letter that only one has is told once, and no other', () => {
    const spans = fc.array(
      fc
        .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
        .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(spans, spans, (left, right) => {
        const covered = (list: readonly Span[], at: number) => list.some(({ start, end }) => start <= at && at < end);
        const found = edgesOf(blocks, left.map(cut), right.map(cut));
        for (let at = 0; at < text.length; at++) {
          if (text.charAt(at) === ' ') continue;
          const sides = found.filter(({ range }) => covered([range], at)).map(({ side }) => side);
          const [mine, theirs] = [covered(left, at), covered(right, at)];
          expect(sides).toEqual(mine === theirs ? [] : [mine ? 'left' : 'right']);
        }
        for (const { range } of found) expect(text.slice(range.start, range.end)).toBe(range.words);
      }),
    );
  });
});
