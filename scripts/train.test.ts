import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Feature, WEIGHTS } from '../src/arabic/lexicon/weights.ts';
import { type Choice, FEATURES, forget, learn, rewritten, shares, type Weights } from './train/learner.ts';

const FILE = 'src/arabic/lexicon/weights.ts';
const folder = mkdtempSync(join(tmpdir(), 'isnad-train-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, dirname(FILE)), { recursive: true });

/** Trains as the command line does, beside a table of its own; the weights that it leaves there, and what it prints. */
const train = (...args: readonly string[]) => {
  writeFileSync(join(folder, FILE), readFileSync(FILE));
  const { status, stdout } = spawnSync(
    process.execPath,
    [resolve('node_modules/tsx/dist/cli.mjs'), resolve('scripts/train.ts'), ...args],
    { cwd: folder, encoding: 'utf8' },
  );
  const file = readFileSync(join(folder, FILE), 'utf8');
  const weights = new Map(
    [...file.matchAll(/^ {2}'?(\w[\w, ]*?)'?: (-?[\d.]+),$/gm)].map(([, sign, weight]) => [sign, Number(weight)]),
  );
  return { status, stdout, file, weights };
};

/** Articles of two men who speak, and of one sentence more that is said by the one or the other. */
function articles(name: string, meant: 'سامي الحداد' | 'خالد المنصور'): string {
  mkdirSync(join(folder, name));
  ['الاتفاق', 'المشروع', 'الملف', 'القانون', 'البرنامج', 'الحوار'].forEach((subject, at) => {
    const said = [`${subject} جاهز منذ شهر`, `${subject} ناقص حتى الساعة`, `${subject} يناقش غدا`];
    const text = `قال سامي الحداد إن ${said[0]}.\n\nوقال خالد المنصور إن ${said[1]}.\n\nوأضاف أن ${said[2]}.\n`;
    const speakers = ['سامي الحداد', 'خالد المنصور', meant];
    const quotes = said.map((content, index) => ({ content, speaker: speakers[index], kind: 'indirect' }));
    writeFileSync(join(folder, name, `${at}.txt`), text);
    writeFileSync(join(folder, name, `${at}.json`), JSON.stringify({ quotes, entities: [] }));
  });
  return name;
}

test('a folder of articles becomes a table that tells the ones who were meant from the others; the same folder, the same table', () => {
  const latest = articles('latest', 'خالد المنصور');
  const earlier = articles('earlier', 'سامي الحداد');
  const first = train(latest, '--write');
  expect(first.status).toBe(0);
  expect(first.stdout).toContain('learnt from all: 6 of 6 (100.0 %)');
  expect([...first.weights.keys()]).toEqual(FEATURES);
  expect(first.weights.get('rank 0')).toBeGreaterThan((first.weights.get('rank 1') ?? 0) + 1);
  expect(train(latest, '--write').file).toBe(first.file);

  const other = train(earlier, '--folds', '2', '--write');
  expect(other.stdout).toContain('as they are: 0 of 6 (0.0 %)');
  expect(other.stdout).toContain('cross-validated, 2 folds: 6 of 6 (100.0 %)');
  expect(other.weights.get('rank 1')).toBeGreaterThan((other.weights.get('rank 0') ?? 0) + 1);
  expect(train(earlier).file).toBe(readFileSync(FILE, 'utf8'));
  expect(train().status).not.toBe(0);
});

const fresh = (): Weights => {
  const weights = { ...WEIGHTS };
  forget(weights);
  return weights;
};
const choice = (right: readonly Feature[], ...others: readonly (readonly Feature[])[]): Choice => ({
  candidates: [...others, right].map((features) => ({ features })),
  right: [...others.map(() => false), true],
});

test('what only the right ones have speaks for them, what all have says nothing, what nobody has stays as grammar has it', () => {
  const weights = fresh();
  const told = Array.from({ length: 20 }, () => choice(['person', 'agrees'], ['person', 'accord'], ['person']));
  learn(told, weights);
  expect(weights.agrees).toBeGreaterThan(1);
  expect(weights.accord).toBeLessThan(0);
  expect(weights.person).toBeCloseTo(0);
  expect([weights.topic, weights['disagrees, person']]).toEqual([0, -6]);
  const parts = shares((told[0] as Choice).candidates, weights);
  expect(parts.reduce((a, b) => a + b)).toBeCloseTo(1);
  expect(parts[2]).toBeGreaterThan(0.8);
});

test('choices without an answer, and those with no other, teach nothing', () => {
  const weights = fresh();
  learn(
    [
      { candidates: [{ features: ['agrees'] }], right: [true] },
      { ...choice(['agrees'], ['body']), right: [false, false] },
    ],
    weights,
  );
  expect(weights).toEqual(fresh());
});

test('the table is rewritten in its place; a file without one is refused', () => {
  const source = readFileSync(FILE, 'utf8');
  expect(rewritten(source, WEIGHTS)).toBe(source);
  const other = rewritten(source, { ...WEIGHTS, 'rank 0': 9.5 });
  expect(other).toBe(source.replace(/'rank 0': .*,/, "'rank 0': 9.5,"));
  expect(() => rewritten('export {};', WEIGHTS)).toThrow('No table');
});
