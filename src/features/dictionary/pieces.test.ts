import { describe, expect, test } from 'vitest';
import type { Piece } from '../../core/dictionary/answer.ts';
import { apart } from './pieces.ts';

const piece = (written: string, vocalised: string): Piece => ({
  kind: 'stem',
  written,
  start: 0,
  end: written.length,
  vocalised,
  gloss: null,
});
const cut = (...pieces: readonly Piece[]) =>
  pieces.map((one, at) => apart(one, pieces[at - 1] ?? null, pieces[at + 1] ?? null)).join(' ');

describe('pieces of a word, written apart', () => {
  test.each([
    [[piece('و', 'وَ'), piece('قال', 'قَالَ')], 'وَ قَالَ'],
    [[piece('س', 'سَ'), piece('يكتب', 'يَكْتُبُ'), piece('ها', 'هَا')], 'سَـ ـيَكْتُبُـ ـهَا'],
    [[piece('ال', 'الْ'), piece('دول', 'دُوَل')], 'الْـ ـدُوَل'],
    [[piece('بلاد', 'بِلَادَ'), piece('ه', 'هُ')], 'بِلَادَ هُ'],
    [[piece('كتب', 'كْتُب'), piece('ون', 'ُونَ')], 'كْتُبـ ـُونَ'],
    [[piece('سوري', 'سُورِيّ'), piece('ة', 'ةٍ')], 'سُورِيّـ ـةٍ'],
  ])('%#', (pieces, expected) => {
    expect(cut(...pieces)).toBe(expected);
  });
});
