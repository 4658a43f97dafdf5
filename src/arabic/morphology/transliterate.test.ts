import { expect, test } from 'vitest';
import { spell, transliterate } from './transliterate.ts';

test.each([
  ['بلاسخارت', 'Blaskhart'],
  ['ياسوهيرو', 'Yasuhiru'],
])('without vowels %s is %s', (word, latin) => {
  expect(transliterate(word)).toBe(latin);
});

test.each([
  ['مَرْجَانِيّ', 'Marjani'],
  ['طَيِّب', 'Tayyib'],
  ['نُورِيّ', 'Nuri'],
  ['أَوْس', 'Aws'],
  ['عُثْمَان', '‘Uthman'],
])('vocalised, %s is %s', (word, latin) => {
  expect(spell(word.normalize('NFC'))).toBe(latin);
});
