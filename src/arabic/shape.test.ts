import { expect, test } from 'vitest';
import { key } from './characters.ts';
import { readShapes, shape } from './shape.ts';

test.each(['ستولتنبرغ', 'هولوسيفسكي', 'أخنوش', 'بريدغيت'])('%s looks like a name', (word) => {
  expect(shape(key(word))).toBeGreaterThan(2);
});
test.each(['المفاوضات', 'تسريع', 'يتفقون', 'احتقار', 'مسؤولياتهم'])('%s does not', (word) => {
  expect(shape(key(word))).toBeLessThan(0);
});
test('a table says what it is told, letter by letter', () => {
  // ^^ then ا for it by two steps of the alphabet, اب then the end against it by one.
  const read = readShapes('^^اo اب$l');
  expect(read('اب')).toBeCloseTo(0.4);
  expect(read('')).toBe(0);
});
