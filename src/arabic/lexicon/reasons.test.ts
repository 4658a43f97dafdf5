import { expect, test } from 'vitest';
import { confidenceOf, fill, RULES, WAYS } from './reasons.ts';

test('a named speaker is surer than one who is described, and one chosen among many less sure than one without a rival', () => {
  expect(confidenceOf('clause', 'named', true, 1)).toBeGreaterThan(confidenceOf('clause', 'described', true, 1));
  expect(confidenceOf('clause', 'current', false, 0.99)).toBeGreaterThan(confidenceOf('clause', 'current', false, 0.4));
  expect(confidenceOf('quote', 'named', true, 1)).toBeGreaterThan(confidenceOf('noun', 'named', true, 1));
});

const bilingual = (words: string) => ({ ar: words, en: words });

test('every reason is told in both languages and leaves no place empty', () => {
  const words = { cue: bilingual('قال'), source: bilingual('الوزير'), speaker: bilingual('فلان') };
  for (const reason of [...Object.values(RULES), ...Object.values(WAYS)]) {
    const { ar, en } = fill(reason, words);
    expect(ar).toMatch(/\p{Script=Arabic}/u);
    expect(en).toMatch(/[a-z]/);
    expect(`${ar}${en}`).not.toContain('{');
    // So that whoever goes by the first letter lays the sentence out in its own direction.
    expect(en).toMatch(/^[A-Z]/);
    expect(en.replace(/\u2068[^\u2069]*\u2069/g, '')).not.toMatch(/\p{Script=Arabic}/u);
  }
});

test('Arabic words keep their order within English; English ones need no help', () => {
  const words = {
    cue: bilingual('قال'),
    source: bilingual('مدير الصندوق (IMF) سامي'),
    speaker: { ar: 'سامي', en: 'Sami' },
  };
  expect(fill(WAYS.called, words).en).toBe(
    'The speaker is named with the cue: “\u2068مدير الصندوق (IMF) سامي\u2069”, that is Sami.',
  );
});
