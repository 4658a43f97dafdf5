import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign, type Candidate } from './assign.ts';

const weightOf = (found: readonly number[], candidates: readonly Candidate[]) =>
  found.reduce((sum, right, left) => {
    if (right < 0) return sum;
    const edge = candidates.find((one) => one.left === left && one.right === right);
    if (!edge) throw new Error(`no candidate ${left} ${right}`);
    return sum + edge.weight;
  }, 0);

/** Every matching is tried. */
function best(left: number, count: number, taken: ReadonlySet<number>, candidates: readonly Candidate[]): number {
  if (left === count) return 0;
  let most = best(left + 1, count, taken, candidates);
  for (const { left: from, right, weight } of candidates) {
    if (from !== left || taken.has(right)) continue;
    most = Math.max(most, weight + best(left + 1, count, new Set([...taken, right]), candidates));
  }
  return most;
}

const graph = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([lefts, rights]) =>
  fc
    .array(fc.integer({ min: 0, max: 12 }), { minLength: lefts * rights, maxLength: lefts * rights })
    .map((weights) => ({
      lefts,
      candidates: weights.flatMap((weight, index) =>
        weight > 4 ? [{ left: Math.floor(index / rights), right: index % rights, weight }] : [],
      ),
    })),
);

describe('assign', () => {
  test('gives up a good pair for two that are better together', () => {
    const candidates = [
      { left: 0, right: 0, weight: 10 },
      { left: 0, right: 1, weight: 9 },
      { left: 1, right: 0, weight: 9 },
    ];
    expect(assign(2, candidates)).toEqual([1, 0]);
  });

  test('leaves alone whom nobody wants', () => {
    expect(
      assign(2, [
        { left: 1, right: 3, weight: 1 },
        { left: 0, right: 3, weight: 0 },
      ]),
    ).toEqual([-1, 3]);
    expect(assign(0, [])).toEqual([]);
  });

  test('finds the greatest weight there is, each on the right once', () => {
    fc.assert(
      fc.property(graph, ({ lefts, candidates }) => {
        const found = assign(lefts, candidates);
        const rights = found.filter((right) => right >= 0);
        expect(new Set(rights).size).toBe(rights.length);
        expect(weightOf(found, candidates)).toBe(best(0, lefts, new Set(), candidates));
        expect(assign(lefts, candidates)).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });
});
