/**
 * npm run evaluate -- [GOLD_DIR] [--out DIR] [--json] [--errors]: how well the engine agrees with a folder of annotated articles (scripts/evaluate/gold.ts
 * says how they are laid out); without one, with the library's own. `--out` leaves the predictions there, one file an article;
 * With a .csv of words and their lemmas (scripts/evaluate/words.ts) it is the dictionary that is held against it; `--errors`
 * then also prints the most frequent failures.
 * `--json` prints the numbers for a program; `--errors` also what was missed, made up, and given to another speaker.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Analysis, analyse } from '../src/arabic/analyse.ts';
import { classOfCue } from './evaluate/cue-class.ts';
import { libraryGold, readGold } from './evaluate/gold.ts';
import { count, emptyTally, pairs, rates, sameSpeaker, type Tally, trimmed } from './evaluate/score.ts';
import { evaluateWords } from './evaluate/words.ts';
import { OUTPUT } from './lexicon/source.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, json: { type: 'boolean' }, errors: { type: 'boolean' } },
});
const [folder] = positionals;
if (folder?.endsWith('.csv')) {
  evaluateWords(folder, readFileSync(OUTPUT, 'utf8'), values.errors ? 400 : 0);
  process.exit(0);
}
const gold = folder === undefined ? libraryGold() : readGold(folder);
const tally = emptyTally();
if (values.out !== undefined) mkdirSync(values.out, { recursive: true });
/** By rule what the engine said; by class of cue and by where the subject stands also what was to be found. */
const lines = new Map<string, Tally>();
const line = (name: string): Tally => {
  const known = lines.get(name) ?? emptyTally();
  lines.set(name, known);
  return known;
};
/** Of the annotated quotations of each side, how many were found. */
const recalled = new Map<string, number>();
const side = (overt: boolean) => (overt ? 'subject beside the cue' : 'subject elided');
for (const { id, text, told, overt, cues } of gold) {
  const predicted = analyse(text);
  count(tally, text, told, predicted);
  const ours = predicted.quotes.map((quote) => ({ ...quote, ...trimmed(text, quote) }));
  const theirs = told.quotes.map((quote, at) => ({
    ...quote,
    ...trimmed(text, quote),
    overt: overt[at] ?? false,
    class: `class ${classOfCue(cues[at] ?? '')}`,
  }));
  const matched = new Map(pairs(theirs, ours).map(([left, right]) => [right, left]));
  for (const quote of theirs) for (const name of [side(quote.overt), quote.class]) line(name).gold++;
  for (const quote of ours) {
    const left = matched.get(quote);
    const right = left !== undefined && sameSpeaker(left.speaker, quote.speaker);
    for (const name of [`rule ${quote.rule}`, `class ${quote.class}`, `speaker ${quote.way}`, side(!quote.elided)]) {
      line(name).predicted++;
      if (left) line(name).found++;
      if (right) line(name).speaker++;
    }
    if (values.errors && !right)
      console.log(
        `${id} ${left ? `given to ${quote.speaker}, not ${left.speaker}` : `made up (${quote.rule})`}: ${text.slice(quote.start, quote.end).slice(0, 80)}`,
      );
  }
  const foundOnes = new Set(matched.values());
  for (const quote of foundOnes)
    for (const name of [side(quote.overt), quote.class]) recalled.set(name, (recalled.get(name) ?? 0) + 1);
  if (values.errors)
    for (const quote of theirs)
      if (!foundOnes.has(quote))
        console.log(`${id} missed, of ${quote.speaker}: ${text.slice(quote.start, quote.end).slice(0, 80)}`);
  if (values.out !== undefined) writeFileSync(path.join(values.out, `${id}.json`), JSON.stringify(plain(predicted)));
}

if (values.json) {
  console.log(JSON.stringify({ articles: gold.length, ...tally, lines: Object.fromEntries(lines) }, null, 1));
  process.exit(0);
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
for (const [name, one] of [...lines].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const part = (hits: number, of: number) => percent(of === 0 ? 0 : hits / of);
  const recall = one.gold > 0 ? `, of ${one.gold} to be found ${part(recalled.get(name) ?? 0, one.gold)}` : '';
  console.log(
    `  ${name.padEnd(24)} ${String(one.predicted).padStart(4)} said: found ${part(one.found, one.predicted)}, whole ${part(one.speaker, one.predicted)}${recall}`,
  );
}

/** What a scorer reads of an analysis. */
function plain({ quotes, entities }: Analysis) {
  return {
    quotes: quotes.map(({ start, end, speaker, kind }) => ({ start, end, speaker, kind })),
    entities: entities.map(({ start, end, type }) => ({ start, end, type })),
  };
}
