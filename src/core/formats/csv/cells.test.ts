import * as fc from 'fast-check';
import papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { neutralise, readTable, restore, writeTable } from './cells.ts';
import { joinList, splitList } from './lists.ts';

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '=1',
        '+',
        "'",
        '"',
        ',',
        ';',
        '\t',
        '\n',
        '\r\n',
        '\r',
        '|',
        ' ',
        '\u00a0',
        '\u200f',
        '＝',
        'ا',
        '\ufeff',
        '-',
        '@',
      ),
    )
    .map((all) => all.join('')),
);
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 });

describe('neutralise', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    ' =1',
    '\u00a0=1',
    '\u200f=1',
    '\ufeff=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\u2212 1',
    'a\n=1',
    'a\r=1',
    'a\t=1',
    'a;=1',
    'a,=1',
    '\t=1',
    '\tx',
    '\r\nx',
    '"=1',
    '\0=1',
    "x\n '=1\n=2",
  ])('%j has no stretch that could be a formula', (hostile) => {
    const safe = neutralise(hostile);
    for (const part of safe.split(/[\r\n\t,;|\u2028\u2029\u0085\v\f]/)) {
      expect(part).not.toMatch(/^[\s\p{Cc}\p{Cf}\p{Z}"]*[=+\-@＝＋－＠\u2212]/u);
    }
    expect(safe).not.toMatch(/^[\t\r\n]/);
    expect(restore(safe)).toBe(hostile);
  });

  test.each(['', 'قال', 'قال إن «الهدنة» -كما سماها- باقية', 'a = b', '3-1', 'x@y.example'])(
    '%j stays as it is',
    (plain) => {
      expect(neutralise(plain)).toBe(plain);
    },
  );

  test('is undone exactly', () => {
    fc.assert(
      fc.property(cell, (text) => restore(neutralise(text)) === text),
      { numRuns: 1000 },
    );
  });
});

describe.each([',', '\t'] as const)('a table with %j', (separator) => {
  test('says the same to an independent reader, and to ours', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = writeTable(rows, separator);
        const safe = rows.map((row) => row.map(neutralise));
        expect(papa.parse<string[]>(text, { delimiter: separator, newline: '\r\n' }).data.slice(0, -1)).toEqual(safe);
        // Ours finds the separator by the first line, which has names of columns.
        const named = writeTable([['a', 'b', 'c'], ...rows], separator);
        expect(readTable(named)?.slice(1)).toEqual(safe);
      }),
      { numRuns: 500 },
    );
  });
});

test('a table of another writer is read: semicolons, line feeds, no last line end', () => {
  expect(readTable('a;b\n1;"x;""y"\n;')).toEqual([
    ['a', 'b'],
    ['1', 'x;"y'],
    ['', ''],
  ]);
  expect(readTable('a,b\n"1,2')).toBeNull();
});

test('lists in a cell come back', () => {
  fc.assert(
    fc.property(fc.array(cell.filter((text) => text !== '')), (values) => {
      expect(splitList(joinList(values))).toEqual(values);
    }),
  );
});
