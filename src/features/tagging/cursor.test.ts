import { describe, expect, test } from 'vitest';
import type { Block } from '../../core/article/article.ts';
import { moveByBlock, moveByWord, moveToEdge, pulled, type WordPlace, wordAt } from './cursor.ts';

const texts = ['قال: «نعم»، ثم مضى.', '* * *', 'وعاد غدًا'];
const blocks = texts.map((text, index): Block => ({ id: `p${index}`, type: 'paragraph', gap: 1, text }));
const words = ({ block, start, end }: WordPlace) => blocks.find(({ id }) => id === block)?.text.slice(start, end);
const at = (block: string, offset: number) => wordAt(blocks, block, offset) as WordPlace;

describe('the word that the keyboard stands at', () => {
  test('is the one at the place, or the next one', () => {
    expect(words(at('p0', 1))).toBe('قال');
    expect(words(at('p0', 4))).toBe('نعم');
    expect(words(at('p0', 99))).toBe('مضى');
    expect(words(at('p1', 0))).toBe('وعاد');
    expect(wordAt([], 'p0', 0)).toBe(null);
  });

  test('moves by words over blocks without any, and stops at the ends', () => {
    const seen: (string | undefined)[] = [];
    let place = at('p0', 0);
    for (let step = 0; step < 7; step++) {
      seen.push(words(place));
      place = moveByWord(blocks, place, 1);
    }
    expect(seen).toEqual(['قال', 'نعم', 'ثم', 'مضى', 'وعاد', 'غدًا', 'غدًا']);
    expect(words(moveByWord(blocks, at('p2', 0), -1))).toBe('مضى');
    expect(words(moveByWord(blocks, at('p0', 0), -1))).toBe('قال');
  });

  test('moves by blocks and to the edges', () => {
    expect(words(moveByBlock(blocks, at('p0', 5), 1))).toBe('وعاد');
    expect(words(moveByBlock(blocks, at('p2', 6), -1))).toBe('قال');
    expect(words(moveToEdge(blocks, at('p0', 5), 'last', false))).toBe('مضى');
    expect(words(moveToEdge(blocks, at('p0', 5), 'last', true))).toBe('غدًا');
    expect(words(moveToEdge(blocks, at('p2', 5), 'first', true))).toBe('قال');
  });
});

describe('an edge that is pulled', () => {
  const [text = ''] = texts;
  const span = { start: text.indexOf('نعم'), end: text.indexOf('ثم') + 2 };
  const cut = (edge: 'start' | 'end', words: string) => {
    const { start, end } = pulled(text, span, edge, text.indexOf(words) + 1);
    return text.slice(start, end);
  };
  test('goes to the word there, and never past the other edge', () => {
    expect(cut('start', 'قال')).toBe('قال: «نعم»، ثم');
    expect(cut('start', 'ثم')).toBe('ثم');
    expect(cut('start', 'مضى')).toBe('ثم');
    expect(cut('end', 'مضى')).toBe('نعم»، ثم مضى');
    expect(cut('end', 'نعم')).toBe('نعم');
    expect(cut('end', 'قال')).toBe('نعم');
  });
});
