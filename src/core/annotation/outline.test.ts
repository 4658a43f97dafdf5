import { describe, expect, test } from 'vitest';
import { buildDesk, placeOf } from '../../testing/desk.ts';
import { nearestQuotation } from './near.ts';
import { beside, outline } from './outline.ts';

const desk = buildDesk();

describe('the outline', () => {
  test('has every annotation once, in text order', () => {
    const entries = outline(desk);
    expect(entries).toHaveLength([...desk.mentions()].length + [...desk.quotations()].length);
    const places = entries.map(({ range }) => desk.order(range.block) * 1000 + range.start);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(outline(desk, 'quotations').map(({ id }) => id)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5']);
  });

  test('is walked one by one, both ways', () => {
    const entries = outline(desk);
    const walk = (by: 1 | -1) => {
      const seen: string[] = [];
      let from = by === 1 ? { block: 'h1', start: -1 } : { block: 'p2', start: 10_000 };
      for (let next = beside(desk, from, by); next; next = beside(desk, from, by)) {
        seen.push(next.id);
        from = next.range;
      }
      return seen;
    };
    // Of two that begin and end in one place the walk knows only one.
    const ids = entries
      .filter(({ range }, at) => {
        const before = entries[at - 1]?.range;
        return before?.block !== range.block || before.start !== range.start || before.end !== range.end;
      })
      .map(({ id }) => id);
    expect(walk(1)).toEqual(ids);
    expect(walk(-1)).toHaveLength(ids.length);
  });
});

describe('the nearest quotation', () => {
  test.each([
    ['p1', 'قال', 'q1'],
    ['p1', 'وأضاف', 'q2'],
    ['p1', 'مستمر', 'q2'],
    ['p2', 'الطريق', 'q4'],
    // Nothing in the headline: the paragraph under it.
    ['h1', 'دمشق', 'q1'],
  ])('of %s «%s» is %s', (block, words, id) => {
    expect(nearestQuotation(desk, placeOf(desk, block, words))).toBe(id);
  });
});
