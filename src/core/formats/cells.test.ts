import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeCell, writeRows } from './cells.ts';

describe('safeCell', () => {
  test.each([
    ['=1', "'=1"],
    [' =1', "' =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u200f=1', "'\u200f=1"],
    ['a\n=1', "a\n'=1"],
    ['a\r\n=1', "a\r\n'=1"],
    ['a\u2028 =1', "a\u2028' =1"],
    ['a\n\n=1', "a\n\n'=1"],
    ['＝1', "'＝1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tقال', "'\tقال"],
    ['\t=1', "'\t=1"],
  ])('%j is written %j', (value, safe) => {
    expect(safeCell(value)).toBe(safe);
  });

  test.each(['قال الوزير', 'a=1', 'a - b', '', '«=»', '٣'])('%j stays', (value) => {
    expect(safeCell(value)).toBe(value);
  });

  test('a number stays a number, a negative one too; none is nothing', () => {
    expect([-3, 0.5, Number.NaN, Number.POSITIVE_INFINITY].map(safeCell)).toEqual(['-3', '0.5', '', '']);
  });

  test('no line begins like a formula, and nothing but apostrophes is added', () => {
    const unit = fc.constantFrom('=', '+', '-', '@', '＝', ' ', '\u00a0', '\t', '\n', '\r', 'ق', 'a', '"', ',');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (value) => {
        const safe = safeCell(value);
        expect(safe.replaceAll("'", '')).toBe(value);
        for (const line of safe.split(/[\r\n]/)) expect(line.trimStart()).not.toMatch(/^[=+\-@＝]/);
      }),
    );
  });
});

describe('writeRows', () => {
  test('quotes what has to be quoted', () => {
    expect(writeRows([['a', 'b,c', 'd"e', 'f\ng', ' h', 1]])).toBe('a,"b,c","d""e","f\ng"," h",1\r\n');
    expect(writeRows([['a,b', 'c\td']], '\t')).toBe('a,b\t"c\td"\r\n');
  });

  test('no row, no text', () => {
    expect(writeRows([])).toBe('');
  });
});
