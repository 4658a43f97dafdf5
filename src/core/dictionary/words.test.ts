import { describe, expect, test } from 'vitest';
import type { Block } from '../article/article.ts';
import { lineOf } from './line.ts';
import { rangeOfWord, wordAt, wordsOf, wordsWithin } from './words.ts';

const text = 'قال «شمخاني، إنّ 26 دولةً» (BBC) و/أو روسيا-الصين.';
const blocks = [
  { id: 'h1', type: 'headline', text: 'عنوان', gap: '' },
  { id: 'p1', type: 'paragraph', text, gap: '\n' },
] as unknown as readonly Block[];
const cut = (number: number) => {
  const word = wordsOf(text)[number];
  return word && text.slice(word.start, word.end);
};

describe('the words that the dictionary is asked for', () => {
  test('are runs of letters with their marks, without numbers, Latin words and signs', () => {
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'قال',
      'شمخاني',
      'إنّ',
      'دولةً',
      'و',
      'أو',
      'روسيا',
      'الصين',
    ]);
    expect(wordsOf('12 ، BBC')).toEqual([]);
  });

  test.each([
    [0, 'قال'],
    [2, 'قال'],
    [3, 'قال'],
    [4, 'شمخاني'],
    [text.indexOf('،'), 'شمخاني'],
    [text.indexOf('أو'), 'أو'],
    [text.indexOf('-'), 'روسيا'],
    [text.length, 'الصين'],
  ])('at offset %i stands %s', (offset, word) => {
    expect(cut(wordAt(wordsOf(text), offset))).toBe(word);
  });

  test('far from a word there is none', () => {
    expect(wordAt(wordsOf(text), text.indexOf('BBC') + 1)).toBe(-1);
    expect(wordAt([], 0)).toBe(-1);
  });

  test('of a stretch are those that it touches', () => {
    expect(wordsWithin(wordsOf(text), { start: 1, end: 8 })).toEqual([0, 1]);
    expect(wordsWithin(wordsOf(text), { start: 3, end: 4 })).toEqual([]);
  });

  test('have the same numbers in a line of the whole text', () => {
    const line = lineOf(blocks);
    wordsOf(text).forEach((_, number) => {
      const index = line.indexOf('p1', number);
      const block = blocks[1] as Block;
      expect(line.places[index]).toEqual(rangeOfWord(block, number));
      expect(line.words[index]).toBe(rangeOfWord(block, number)?.words);
      expect(line.wordAt(index)).toEqual({ block: 'p1', number });
    });
    expect(line.indexOf('p1', 99)).toBe(-1);
    expect(line.indexOf('p9', 0)).toBe(-1);
    expect(line.words[1]).toBe('\n');
    expect(line.wordAt(1)).toBeNull();
    expect(line.words.filter((word) => word === '26' || word === 'BBC')).toHaveLength(2);
    expect(lineOf(blocks)).toBe(line);
  });
});
