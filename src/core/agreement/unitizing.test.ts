import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measured } from './measured.ts';
import { type Unit, unitizingAlpha } from './unitizing.ts';

const valueOf = (measure: Measured) => (measure.defined ? measure.value : measure.reason);
const unit = (value: string, start: number, end: number): Unit => ({ value, start, end });

test('by hand: two observers, ten elements, one unit each', () => {
  // aaaa...... against aa........: 2 of 10 differ. Pairs of 20 elements that differ: 2 · 6 · 14 = 168 of
  // 400 − (16 + 4) within units − 14 gaps with themselves = 366.
  const { u, bar, cu } = unitizingAlpha([[unit('a', 0, 4)], [unit('a', 0, 2)]], 10);
  expect(valueOf(u)).toBeCloseTo(1 - 0.2 / (168 / 366), 12);
  expect(valueOf(bar)).toBeCloseTo(1 - 0.2 / (168 / 366), 12);
  expect(valueOf(cu)).toBe('noVariation');
});

test('by hand: the values alone, where units intersect', () => {
  // aaaabb.... against aaabbb....: 1 of 6 differs; a 7 and b 5 of 12 elements, units of 4, 2, 3 and 3 that intersect whole.
  const { cu } = unitizingAlpha(
    [
      [unit('a', 0, 4), unit('b', 4, 6)],
      [unit('a', 0, 3), unit('b', 3, 6)],
    ],
    10,
  );
  const pairs = 144 - (16 + 4 + 9 + 9);
  expect(valueOf(cu)).toBeCloseTo(1 - 1 / 6 / ((2 * 7 * 5) / pairs), 12);
});

describe('where there is no value', () => {
  test.each([
    [[[unit('a', 0, 1)]], 10, 'fewObservers'],
    [[[], []], 0, 'noItems'],
    [[[], []], 10, 'noUnits'],
    [[[unit('a', 0, 10)], [unit('a', 0, 10)]], 10, 'noVariation'],
  ])('%j of %d', (observers, length, reason) => {
    const { u, bar, cu } = unitizingAlpha(observers, length);
    expect([u, bar, cu].map(valueOf)).toEqual([reason, reason, reason]);
  });

  test('what never intersects has no coding to agree on', () => {
    expect(valueOf(unitizingAlpha([[unit('a', 0, 2)], [unit('b', 5, 7)]], 10).cu)).toBe('noItems');
  });
});

const LENGTH = 14;
/** Units of one observer: cuts of the continuum, some of its pieces units. */
const observer = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom(null, null, 'a', 'b')), { maxLength: 8 })
  .map((pieces) => {
    const units: Unit[] = [];
    let at = 0;
    for (const [length, value] of pieces) {
      const end = Math.min(at + length, LENGTH);
      if (value !== null && end > at) units.push(unit(value, at, end));
      at = end;
    }
    return units;
  });
const observers = fc.array(observer, { minLength: 2, maxLength: 4 });

interface Element {
  readonly value: string | null;
  /** The unit it belongs to; of gaps every element is its own. */
  readonly of: string;
}

const elementsOf = (units: readonly Unit[], who: number): Element[] =>
  Array.from({ length: LENGTH }, (_, at) => {
    const index = units.findIndex(({ start, end }) => start <= at && at < end);
    return index < 0
      ? { value: null, of: `gap ${who} ${at}` }
      : { value: units[index]?.value ?? '', of: `unit ${who} ${index}` };
  });

/** The definition, element by element and pair by pair. */
function slow(data: readonly (readonly Unit[])[], see: (value: string | null) => string): number | null {
  const rows = data.map(elementsOf);
  let differs = 0;
  let seen = 0;
  rows.forEach((row, one) =>
    rows.forEach((other, two) => {
      if (one === two) return;
      row.forEach((element, at) => {
        seen++;
        if (see(element.value) !== see(other[at]?.value ?? null)) differs++;
      });
    }),
  );
  let expectedDiffers = 0;
  let expected = 0;
  const all = rows.flat();
  for (const one of all) {
    for (const other of all) {
      if (one.of === other.of) continue;
      expected++;
      if (see(one.value) !== see(other.value)) expectedDiffers++;
    }
  }
  return expectedDiffers === 0 ? null : 1 - differs / seen / (expectedDiffers / expected);
}

/** The same for values where units intersect; only for two observers, where an element is judged twice or not at all. */
function slowCoding([left = [], right = []]: readonly (readonly Unit[])[]): number | null {
  const one = elementsOf(left, 0);
  const two = elementsOf(right, 1);
  const both = one.flatMap((element, at) => (element.value !== null && two[at]?.value !== null ? at : []));
  const all = [...both.map((at) => one[at]), ...both.map((at) => two[at])] as Element[];
  let expectedDiffers = 0;
  let expected = 0;
  for (const a of all) {
    for (const b of all) {
      if (a.of === b.of) continue;
      expected++;
      if (a.value !== b.value) expectedDiffers++;
    }
  }
  const differs = both.filter((at) => one[at]?.value !== two[at]?.value).length;
  return expectedDiffers === 0 ? null : 1 - differs / both.length / (expectedDiffers / expected);
}

describe('on generated data', () => {
  const close = (measure: Measured, expected: number | null) => {
    if (expected === null) expect(measure.defined).toBe(false);
    else expect(valueOf(measure)).toBeCloseTo(expected, 9);
  };

  test('uα and |uα are what the slow definition gives', () => {
    fc.assert(
      fc.property(observers, (data) => {
        const { u, bar } = unitizingAlpha(data, LENGTH);
        close(u, data.every((units) => units.length === 0) ? null : slow(data, String));
        close(
          bar,
          slow(data, (value) => (value === null ? 'gap' : 'unit')),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('cuα too, for two', () => {
    fc.assert(
      fc.property(fc.tuple(observer, observer), (data) => {
        close(unitizingAlpha(data, LENGTH).cu, slowCoding(data));
      }),
      { numRuns: 300 },
    );
  });

  test('identity is 1, the order of observers does not matter, never above 1', () => {
    fc.assert(
      fc.property(observers, (data) => {
        const [first = []] = data;
        const same = unitizingAlpha([first, first, first], LENGTH);
        for (const measure of [same.u, same.bar, same.cu])
          if (measure.defined) expect(measure.value).toBeCloseTo(1, 12);
        const ahead = unitizingAlpha(data, LENGTH);
        const turned = unitizingAlpha([...data].reverse(), LENGTH);
        for (const key of ['u', 'bar', 'cu'] as const) {
          const one = ahead[key];
          const other = turned[key];
          if (one.defined && other.defined) {
            expect(other.value).toBeCloseTo(one.value, 9);
            expect(one.value).toBeLessThanOrEqual(1 + 1e-12);
          } else expect(other).toEqual(one);
        }
      }),
    );
  });
});
