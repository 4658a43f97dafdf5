import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohenKappa, nominalAlpha, observedAgreement } from './coefficients.ts';
import type { Measured } from './measured.ts';

const valueOf = (measure: Measured) => (measure.defined ? measure.value : measure.reason);

/** The items that a table of agreement counts: its rows are one observer's labels, its columns the other's. */
function itemsOf(table: readonly (readonly number[])[]): [string[], string[]] {
  const left: string[] = [];
  const right: string[] = [];
  table.forEach((row, one) =>
    row.forEach((count, other) => {
      for (let n = 0; n < count; n++) {
        left.push(String(one));
        right.push(String(other));
      }
    }),
  );
  return [left, right];
}

// Four observers, twelve units: the nominal data of Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C.
const FOUR = [
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
].map((row) => row.split(' ').map((value) => (value === '.' ? null : value)));

describe('against published examples', () => {
  test('Cohen 1960: two judges, 200 subjects, kappa .492', () => {
    const [left, right] = itemsOf([
      [88, 10, 2],
      [14, 40, 6],
      [18, 10, 12],
    ]);
    expect(left).toHaveLength(200);
    expect(valueOf(observedAgreement(left, right))).toBeCloseTo(0.7, 10);
    expect(valueOf(cohenKappa(left, right))).toBeCloseTo(0.492, 3);
  });

  test('Cohen 1960: less than chance', () => {
    // Agreement .29 where .35 was to be expected.
    const [left, right] = itemsOf([
      [25, 13, 12],
      [12, 2, 16],
      [3, 15, 2],
    ]);
    expect(valueOf(observedAgreement(left, right))).toBeCloseTo(0.29, 10);
    expect(valueOf(cohenKappa(left, right))).toBeCloseTo((0.29 - 0.35) / 0.65, 10);
  });

  test('Krippendorff 2011: four observers, missing data, nominal alpha .743', () => {
    expect(valueOf(nominalAlpha(FOUR))).toBeCloseTo(0.743, 3);
  });

  test('Krippendorff 2011: two observers, binary, alpha .095', () => {
    const rows = ['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'].map((row) => row.split(' '));
    expect(valueOf(nominalAlpha(rows))).toBeCloseTo(0.095, 3);
  });

  test('Krippendorff 2011: two observers, five values, alpha .692', () => {
    const rows = ['a a b b d c c c e d d a', 'b a b b b c c c e d d d'].map((row) => row.split(' '));
    expect(valueOf(nominalAlpha(rows))).toBeCloseTo(0.692, 3);
  });

  test('three observers with missing data, alpha .691', () => {
    const rows = [
      '. . . . . 3 4 1 2 1 1 3 3 . 3',
      '1 . 2 1 3 3 4 3 . . . . . . .',
      '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
    ].map((row) => row.split(' ').map((value) => (value === '.' ? null : value)));
    expect(valueOf(nominalAlpha(rows))).toBeCloseTo(0.691358, 6);
  });
});

describe('where there is no value', () => {
  test.each([
    [observedAgreement([], []), 'noItems'],
    [cohenKappa([], []), 'noItems'],
    [cohenKappa(['a', 'a'], ['a', 'a']), 'noVariation'],
    [nominalAlpha([['a']]), 'fewObservers'],
    [nominalAlpha([[], []]), 'noItems'],
    [
      nominalAlpha([
        ['a', null],
        [null, 'b'],
      ]),
      'noItems',
    ],
    [
      nominalAlpha([
        ['a', 'a'],
        ['a', 'a'],
      ]),
      'noVariation',
    ],
  ])('%j says why', (measure, reason) => {
    expect(measure).toEqual({ defined: false, reason });
  });
});

const label = fc.constantFrom('a', 'b', 'c');
const rows = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2, max: 4 })).chain(([items, observers]) =>
  fc.array(fc.array(fc.option(label, { freq: 4 }), { minLength: items, maxLength: items }), {
    minLength: observers,
    maxLength: observers,
  }),
);
const pair = fc
  .integer({ min: 1, max: 20 })
  .chain((size) =>
    fc.tuple(
      fc.array(label, { minLength: size, maxLength: size }),
      fc.array(label, { minLength: size, maxLength: size }),
    ),
  );

/** Alpha as its definition reads: every pair of values of a unit, and every pair of values at all. */
function slowAlpha(data: readonly (readonly (string | null)[])[]): number | null {
  const units = (data[0] ?? [])
    .map((_, item) => data.flatMap((row) => row[item] ?? []))
    .filter((unit) => unit.length > 1);
  const all = units.flat();
  const differing = (values: readonly string[]) => {
    let count = 0;
    for (let i = 0; i < values.length; i++)
      for (let j = 0; j < values.length; j++) if (values[i] !== values[j]) count++;
    return count;
  };
  const observed = units.reduce((sum, unit) => sum + differing(unit) / (unit.length - 1), 0) / all.length;
  const expected = differing(all) / (all.length * (all.length - 1));
  return all.length === 0 || expected === 0 ? null : 1 - observed / expected;
}

/** Kappa as its definition reads, in proportions. */
function slowKappa(left: readonly string[], right: readonly string[]): number | null {
  const part = (row: readonly string[], value: string) => row.filter((one) => one === value).length / row.length;
  const labels = [...new Set([...left, ...right])];
  if (labels.length === 1) return null;
  const chance = labels.reduce((sum, value) => sum + part(left, value) * part(right, value), 0);
  const same = left.filter((one, index) => one === right[index]).length / left.length;
  return (same - chance) / (1 - chance);
}

describe('on generated data', () => {
  test('alpha is what the slow definition gives, whatever the order of observers, at most 1', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const alpha = nominalAlpha(data);
        const slow = slowAlpha(data);
        if (slow === null) expect(alpha.defined).toBe(false);
        else expect(valueOf(alpha)).toBeCloseTo(slow, 9);
        const turned = nominalAlpha([...data].reverse());
        if (alpha.defined) {
          expect(valueOf(turned)).toBeCloseTo(alpha.value, 9);
          expect(alpha.value).toBeLessThanOrEqual(1);
        } else expect(turned).toEqual(alpha);
      }),
    );
  });

  test('kappa too, between -1 and 1', () => {
    fc.assert(
      fc.property(pair, ([left, right]) => {
        const kappa = cohenKappa(left, right);
        const slow = slowKappa(left, right);
        if (slow === null) expect(kappa).toEqual({ defined: false, reason: 'noVariation' });
        else expect(valueOf(kappa)).toBeCloseTo(slow, 9);
        expect(valueOf(cohenKappa(right, left))).toEqual(valueOf(kappa));
        if (kappa.defined) expect(Math.abs(kappa.value)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('identity is 1', () => {
    fc.assert(
      fc.property(pair, ([left]) => {
        const varied = new Set(left).size > 1;
        expect(valueOf(observedAgreement(left, left))).toBe(1);
        expect(valueOf(cohenKappa(left, left))).toBe(varied ? 1 : 'noVariation');
        expect(valueOf(nominalAlpha([left, left]))).toBe(varied ? 1 : 'noVariation');
      }),
    );
  });
});
