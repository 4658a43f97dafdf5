import { describe, expect, test } from 'vitest';
import { buildDesk, make, placeOf } from '../../testing/desk.ts';
import { nearestQuotation } from './near.ts';
import { beside, outline } from './outline.ts';
import { newQuotation } from './quotation.ts';

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
    const ids = outline(desk).map(({ on, id }) => `${on} ${id}`);
    const walk = (by: 1 | -1) => {
      const seen: string[] = [];
      let next = beside(desk, by === 1 ? { block: 'h1', start: -1 } : { block: 'p2', start: 10_000 }, by);
      for (; next; next = beside(desk, next, by)) seen.push(`${next.on} ${next.id}`);
      return seen;
    };
    expect(walk(1)).toEqual(ids);
    expect(walk(-1)).toEqual([...ids].reverse());
  });

  test('two annotations of one very stretch are both walked', () => {
    const both = buildDesk();
    const there = placeOf(both, 'p1', 'دمشق');
    make(both, newQuotation(both, [there], 'q9'));
    const first = beside(both, { block: 'p1', start: there.start - 1 }, 1);
    const second = first && beside(both, first, 1);
    expect(new Set([first?.id, second?.id])).toEqual(new Set(['m5', 'q9']));
    expect(second && beside(both, second, -1)?.id).toBe(first?.id);
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
