/**
 * npm run evaluate -- [GOLD_DIR] [--out DIR]: how well the engine agrees with a folder of annotated articles (scripts/evaluate/gold.ts
 * says how they are laid out); without one, with the library's own. `--out` leaves the predictions there, one file an article.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { analyse } from '../src/arabic/analyse.ts';
import { libraryGold, readGold } from './evaluate/gold.ts';
import { count, emptyTally, rates } from './evaluate/score.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
const [folder] = positionals;
const gold = folder === undefined ? libraryGold() : readGold(folder);
const tally = emptyTally();
if (values.out !== undefined) mkdirSync(values.out, { recursive: true });
for (const { id, text, told } of gold) {
  const predicted = analyse(text);
  count(tally, text, told, predicted);
  if (values.out !== undefined) writeFileSync(path.join(values.out, `${id}.json`), JSON.stringify(predicted));
}

const percent = (value: number) => (100 * value).toFixed(1).padStart(5);
const row = (name: string, hits: number, of: number, told: number) => {
  const { p, r, f1 } = rates(hits, of, told);
  console.log(`${name.padEnd(18)} P ${percent(p)}  R ${percent(r)}  F1 ${percent(f1)}`);
};
console.log(`${gold.length} articles, ${tally.gold} quotations, ${tally.goldEntities} mentions`);
row('quotations found', tally.found, tally.gold, tally.predicted);
row('quotations exact', tally.exact, tally.gold, tally.predicted);
row('quotations whole', tally.speaker, tally.gold, tally.predicted);
row('entities exact', tally.entities, tally.goldEntities, tally.predictedEntities);
const share = (hits: number) => (tally.found === 0 ? '–' : percent(hits / tally.found));
console.log(`of those found: speaker right ${share(tally.speaker)}, kind right ${share(tally.kind)}`);
