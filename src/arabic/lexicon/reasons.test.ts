import { expect, test } from 'vitest';
import { confidenceOf, fill, RULES, WAYS } from './reasons.ts';

test('a named speaker is surer than one who is described, and one chosen among many less sure than one without a rival', () => {
  expect(confidenceOf('clause', 'named', true, 1)).toBeGreaterThan(confidenceOf('clause', 'described', true, 1));
  expect(confidenceOf('clause', 'current', false, 0.99)).toBeGreaterThan(confidenceOf('clause', 'current', false, 0.4));
  expect(confidenceOf('quote', 'named', true, 1)).toBeGreaterThan(confidenceOf('noun', 'named', true, 1));
});

test('every reason is told in both languages and leaves no place empty', () => {
  const words = { cue: 'قال', source: 'الوزير', speaker: 'فلان' };
  for (const reason of [...Object.values(RULES), ...Object.values(WAYS)]) {
    const { ar, en } = fill(reason, words);
    expect(ar).toMatch(/\p{Script=Arabic}/u);
    expect(en).toMatch(/[a-z]/);
    expect(`${ar}${en}`).not.toContain('{');
  }
});
