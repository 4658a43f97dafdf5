/**
 * npm run links -- [--runs N] [--seed N] [--show]
 *
 * Makes passage links, edits the texts under them, opens them again and tells how often they led right, said that they
 * could not, or led wrong, by kind of text and of edit. The same seed gives the same table. Leaves with 1 where one led wrong.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Article } from '../src/core/article/article.ts';
import { dense, EDITS, named, type Paragraph, randomOf, repeating, trial, type Verdict } from './links/trial.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '4000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error('npm run links -- [--runs N, for each kind of text and of edit] [--seed N] [--show]');
  process.exit(2);
}

const folder = path.join('public', 'data', 'articles');
const articles = readdirSync(folder).map((file) => {
  const { blocks } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Article;
  return named(blocks);
});

type Random = ReturnType<typeof randomOf>;
const texts: Readonly<Record<string, (random: Random) => readonly Paragraph[]>> = {
  'the library': (random) => articles[random(articles.length)] ?? [],
  '20 words': (random) => dense(random),
  '10 words': (random) => dense(random, 10),
  repeating,
};
const KINDS = ['exact', 'moved', 'changed', 'gone', 'wrong'] as const satisfies readonly Verdict[];

const share = (count: number, all: number) => `${((100 * count) / Math.max(1, all)).toFixed(1)} %`.padStart(8);
let wrong = 0;
let made = 0;
console.log(`${runs} links for each kind of text and of edit, seed ${seed}\n`);
for (const [name, make] of Object.entries(texts)) {
  console.log(`${name.padEnd(12)} ${KINDS.map((kind) => kind.padStart(8)).join(' ')}`);
  const random = randomOf(seed);
  for (const edit of EDITS) {
    const counts: Record<Verdict, number> = { exact: 0, moved: 0, changed: 0, gone: 0, wrong: 0 };
    let all = 0;
    while (all < runs) {
      const result = trial(random, make(random), edit);
      if (!result) continue;
      all++;
      counts[result.verdict]++;
      if (result.verdict === 'wrong' && values.show) console.log(result.told(), '\n');
    }
    made += all;
    wrong += counts.wrong;
    const cells = KINDS.map((kind) => (kind === 'wrong' ? String(counts.wrong).padStart(8) : share(counts[kind], all)));
    console.log(`  ${edit.padEnd(10)} ${cells.join(' ')}`);
  }
  console.log('');
}
console.log(`${made} links opened, ${wrong} led wrong`);
process.exit(wrong > 0 ? 1 : 0);
