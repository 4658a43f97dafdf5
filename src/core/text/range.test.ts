import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textAndSpan } from '../../testing/arabic.ts';
import { contains, covers, faultOfRange, lengthOf, overlaps, type TextRange } from './range.ts';

const text = 'إنّ لأحمد 😀 كـتابًا';
const range = (start: number, end: number, words = text.slice(start, end)): TextRange => ({
  block: 'p1',
  start,
  end,
  words,
});

describe('faultOfRange', () => {
  test.each([
    ['a word with its shadda', 0, 3],
    ['a name without the attached lam', 5, 9],
    ['one half of lam-alef: a letter is a letter', 4, 5],
    ['both halves of a surrogate pair', 10, 12],
    ['a tatweel with its word', 13, 20],
    ['a cut after tatweel, which is no mark', 15, 16],
    ['the whole text', 0, text.length],
  ])('trusts %s', (_, start, end) => {
    expect(faultOfRange(range(start, end), text)).toBeNull();
  });

  test.each([
    ['a start before the text', range(-1, 3), 'outOfBounds'],
    ['an end behind the text', range(0, text.length + 1), 'outOfBounds'],
    ['half an offset', range(0.5, 3), 'outOfBounds'],
    ['no number', range(Number.NaN, 3), 'outOfBounds'],
    ['no end', range(0, Number.POSITIVE_INFINITY), 'outOfBounds'],
    ['no letter', range(3, 3), 'empty'],
    ['a stretch written backwards', range(5, 2), 'empty'],
    ['one letter too far to the right', range(5, 9, text.slice(4, 8)), 'words'],
    ['one letter too far to the left', range(5, 9, text.slice(6, 10)), 'words'],
    ['the same words without their mark', range(0, 3, 'إن'), 'words'],
    ['the same words in another form of letters', range(5, 9, 'احمد'), 'words'],
    ['a word torn from its shadda', range(0, 2), 'splitsCharacter'],
    ['a shadda torn from its word', range(2, 4), 'splitsCharacter'],
    ['a tanwin torn from its letter', range(13, 18), 'splitsCharacter'],
    ['the first half of a surrogate pair', range(10, 11), 'splitsCharacter'],
    ['the second half of a surrogate pair', range(11, 13), 'splitsCharacter'],
  ])('refuses %s', (_, broken, fault) => {
    expect(faultOfRange(broken, text)).toBe(fault);
  });

  test('trusts exactly the stretches of whole characters', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, start, end }) => {
        const torn = [start, end].some((at) => at < text.length && /^(\p{Mn}|[\udc00-\udfff])/u.test(text.slice(at)));
        const whole = faultOfRange({ block: 'p1', start, end, words: text.slice(start, end) }, text);
        expect(whole).toBe(torn ? 'splitsCharacter' : null);
      }),
    );
  });
});

test.each([
  [{ start: 2, end: 5 }, { start: 5, end: 7 }, false],
  [{ start: 2, end: 5 }, { start: 4, end: 7 }, true],
  [{ start: 2, end: 5 }, { start: 3, end: 4 }, true],
  [{ start: 2, end: 5 }, { start: 0, end: 2 }, false],
])('%j and %j share a letter: %j', (a, b, shared) => {
  expect(overlaps(a, b)).toBe(shared);
  expect(overlaps(b, a)).toBe(shared);
});

test('the end of a stretch is outside of it', () => {
  const span = { start: 2, end: 5 };
  expect([1, 2, 4, 5].map((offset) => covers(span, offset))).toEqual([false, true, true, false]);
  expect(lengthOf(span)).toBe(3);
});

test('a stretch contains itself and what lies inside, not what sticks out', () => {
  const span = { start: 2, end: 5 };
  expect(contains(span, span)).toBe(true);
  expect(contains(span, { start: 3, end: 5 })).toBe(true);
  expect(contains(span, { start: 1, end: 5 })).toBe(false);
  expect(contains(span, { start: 2, end: 6 })).toBe(false);
});
