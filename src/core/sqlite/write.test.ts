import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { record, varint } from './record.ts';
import { type Table, writeDatabase } from './write.ts';

/** SQLite itself, as every Python carries it; where there is none these tests say that they were left out. */
const python = (() => {
  try {
    execFileSync('python3', ['-c', 'import sqlite3'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const folder = mkdtempSync(path.join(tmpdir(), 'isnad-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ASK = `
import json, sqlite3, sys
base = sqlite3.connect(sys.argv[1])
ask = lambda sql: [list(row) for row in base.execute(sql)]
print(json.dumps({
  "check": ask("PRAGMA integrity_check"),
  "rows": ask("SELECT id, words, number FROM rows ORDER BY id"),
  "indexed": ask("SELECT number, id FROM rows INDEXED BY by_number WHERE number > -9e18 ORDER BY number, id"),
}))`;

interface Told {
  readonly check: unknown;
  readonly rows: readonly (readonly [number, string, number])[];
  readonly indexed: readonly (readonly [number, number])[];
}
function ask(file: Uint8Array): Told {
  const name = path.join(folder, 'base');
  writeFileSync(name, file);
  return JSON.parse(execFileSync('python3', ['-c', ASK, name], { encoding: 'utf8', maxBuffer: 2 ** 28 })) as Told;
}

const tableOf = (rows: readonly (readonly [number, string, number])[]): Table => ({
  name: 'rows',
  sql: 'CREATE TABLE rows (id integer primary key, words text not null, number integer not null)',
  rows: rows.map(([id, words, number]) => ({ id, values: [null, words, number] })),
  indexes: [{ name: 'by_number', sql: 'CREATE INDEX by_number ON rows (number)', columns: [2] }],
});
function holds(rows: readonly (readonly [number, string, number])[]): void {
  const told = ask(writeDatabase([tableOf(rows)]));
  expect(told.check).toEqual([['ok']]);
  expect(told.rows).toEqual(rows);
  const sorted = rows.map(([id, , number]) => [number, id] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  expect(told.indexed).toEqual(sorted);
}

test('numbers of any length', () => {
  expect(varint(0)).toEqual([0]);
  expect(varint(127)).toEqual([127]);
  expect(varint(128)).toEqual([0x81, 0]);
  expect(varint(2 ** 41)).toEqual([0xc0, 0x80, 0x80, 0x80, 0x80, 0]);
  expect([...record([null, 'a', -1])]).toEqual([4, 0, 15, 1, 97, 255]);
});

test('tables that do not fit into the first page are refused', () => {
  const wide = (name: string): Table => ({
    ...tableOf([]),
    name,
    sql: `CREATE TABLE ${name} (${'x'.repeat(2500)} text)`,
  });
  expect(() => writeDatabase([wide('one'), wide('two')])).toThrow('first page');
});

describe.runIf(python)('SQLite finds whole', () => {
  test.each([0, 1, 2, 3, 330, 331, 332, 333, 370, 500, 5000, 150_000])(
    'a table of %i rows',
    (count) => {
      holds(Array.from({ length: count }, (_, at) => [at + 1, `كلمة ${at}`, (at * 7919) % 1000]));
    },
    60_000,
  );

  test.each([4045, 4050, 4056, 4057, 4058, 4061, 4100, 8150, 8200, 100_000])('a text of %i bytes', (length) => {
    holds([
      [1, 'قبل', 5],
      [2, 'a'.repeat(length), 4],
      [3, 'بعد', 3],
    ]);
  });

  test('whatever is put into it', () => {
    const row = fc.tuple(
      fc.integer({ min: 1, max: 2 ** 45 }),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replaceAll('\0', '')),
        fc.nat(12_000).map((length) => 'ب'.repeat(length)),
      ),
      fc.maxSafeInteger(),
    );
    const rows = fc.uniqueArray(row, { maxLength: 60, selector: ([id]) => id });
    fc.assert(
      fc.property(rows, (some) => holds([...some].sort((a, b) => a[0] - b[0]))),
      { numRuns: 12 },
    );
  }, 60_000);
});

test.skipIf(python)('SQLite was not asked: there is no python3 with sqlite3 here', () => {});
