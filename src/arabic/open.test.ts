import { expect, test } from 'vitest';
import { openText } from './open.ts';

test('tells how far it is, never less than before, up to the last stage', () => {
  const text = 'الوزير يعلن الاتفاق\n\nقال وزير الخارجية سامي الحداد إن الاتفاق وقع في دمشق.';
  const told: { stage: string; blocks: number | null; share: number }[] = [];
  openText(
    { kind: 'paste', text },
    { today: '2026-01-01', onStage: (stage, blocks, share) => told.push({ stage, blocks, share }) },
  );
  expect([...new Set(told.map(({ stage }) => stage))]).toEqual(['reading', 'analysing', 'checking']);
  expect(told.at(0)).toEqual({ stage: 'reading', blocks: null, share: 0 });
  expect(told.at(-1)?.blocks).toBe(2);
  // More than one step within the longest stage: a long text does not seem to stand still.
  expect(told.filter(({ stage }) => stage === 'analysing').length).toBeGreaterThan(3);
  const shares = told.map(({ share }) => share);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(Math.max(...shares)).toBeLessThan(1);
});
