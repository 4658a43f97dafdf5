import { expect, test } from 'vitest';
import { tokenise } from './tokens.ts';

test.each([
  ['قال: «نعم».', ['word قال', 'colon :', 'mark «', 'word نعم', 'mark »', 'stop .']],
  ['في 16/7/2015', ['word في', 'number 16/7/2015']],
  ['بنسبة 2.5%', ['word بنسبه', 'number 2.5', 'sign %']],
  ['أكّد الأُستاذ', ['word اكد', 'word الاستاذ']],
  // A title of one letter keeps its point: it does not end the sentence.
  ['قال د. خالد', ['word قال', 'word د', 'word خالد']],
  ['٢٠١٥', ['number 2015']],
  ['', []],
])('%s', (text, expected) => {
  expect(tokenise(text).map(({ kind, key }) => `${kind} ${key}`)).toEqual(expected);
});
