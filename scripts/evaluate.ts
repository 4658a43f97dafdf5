/**
 * npm run evaluate                       scores the engine on the library's hand-annotated articles
 * npm run evaluate -- FOLDER             … on a folder of ID.txt beside ID.json
 *                     --json             prints the scores as JSON
 *                     --errors           also what was missed, found too much, and given to the wrong speaker
 *                     --out FOLDER       also writes the predictions, one file an article
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, type FoundQuotation } from '../src/arabic/analyse.ts';
import { type Gold, libraryGold, readGold } from './evaluate/gold.ts';
import { count, pairs, type Quote, rate, type Rate, sameSpeaker, score, trimmed } from './evaluate/score.ts';

const args = process.argv.slice(2);
const outAt = args.indexOf('--out');
const out = outAt >= 0 ? args[outAt + 1] : undefined;
const folder = args.find((arg, at) => !arg.startsWith('--') && (outAt < 0 || at !== outAt + 1));
const gold = folder ? readGold(folder) : libraryGold(join('public', 'data', 'articles'));

interface Row {
  gold: number;
  predicted: number;
  found: number;
  speaker: number;
}
const table = new Map<string, Row>();
const row = (name: string): Row => {
  const known = table.get(name) ?? { gold: 0, predicted: 0, found: 0, speaker: 0 };
  table.set(name, known);
  return known;
};

const counts = gold.map((article) => {
  const { quotes, entities } = analyse(article.text);
  if (out) {
    mkdirSync(out, { recursive: true });
    const plain = {
      quotes: quotes.map(({ start, end, speaker, kind }) => ({ start, end, speaker, kind })),
      entities: entities.map(({ start, end, type }) => ({ start, end, type })),
    };
    writeFileSync(join(out, `${article.id}.json`), `${JSON.stringify(plain)}\n`);
  }
  tally(article, quotes);
  return count(article.text, article, { quotes, entities });
});

/** By rule (precision only: an annotation names no rule), and by whether words beside the cue name the speaker. */
function tally(article: Gold, quotes: readonly FoundQuotation[]): void {
  const ours: Quote[] = quotes.map((quote) => trimmed(article.text, quote));
  const theirs = article.quotes.map((quote) => trimmed(article.text, quote));
  const matched = pairs(theirs, ours);
  const right = new Map(matched.map(([i, j]) => [j, sameSpeaker(theirs[i]?.speaker ?? '', ours[j]?.speaker ?? '')]));
  const side = (elided: boolean) => (elided ? 'subject elided' : 'subject beside the cue');
  quotes.forEach((quote, j) => {
    for (const name of [`rule ${quote.rule}`, `class ${quote.class}`, `way ${quote.way}`, side(quote.elided)]) {
      const line = row(name);
      line.predicted++;
      if (right.has(j)) line.found++;
      if (right.get(j)) line.speaker++;
    }
    if (args.includes('--errors')) {
      const words = article.text.slice(quote.start, Math.min(quote.end, quote.start + 70));
      if (!right.has(j)) console.log(`${article.id} extra (${quote.rule}): ${quote.speaker} | ${words}`);
      else if (!right.get(j)) console.log(`${article.id} speaker (${quote.way}): ${quote.speaker} for ${theirs[matched.find((pair) => pair[1] === j)?.[0] ?? 0]?.speaker} | ${words}`);
    }
  });
  const found = new Set(matched.map(([i]) => i));
  article.quotes.forEach((quote, i) => {
    row(side(article.sources[i] === null)).gold++;
    if (args.includes('--errors') && !found.has(i)) console.log(`${article.id} missed: ${quote.speaker} | ${article.text.slice(quote.start, Math.min(quote.end, quote.start + 70))}`);
  });
}

const result = score(counts);
if (args.includes('--json')) console.log(JSON.stringify({ ...result, table: Object.fromEntries(table) }, null, 1));
else {
  const percent = (part: number) => (100 * part).toFixed(1).padStart(5);
  const line = (name: string, { p, r, f1 }: Rate) => console.log(`${name.padEnd(16)} P ${percent(p)}  R ${percent(r)}  F1 ${percent(f1)}`);
  console.log(`${result.articles} articles, ${result.quotes.gold} quotations, ${result.entities.gold} mentions`);
  line('quotes found', result.quotes.found);
  line('quotes exact', result.quotes.exact);
  line('quotes whole', result.quotes.whole);
  console.log(`speaker right    ${percent(result.quotes.speaker)}   kind right ${percent(result.quotes.kind)}`);
  line('entities exact', result.entities.exact);
  line('entities span', result.entities.span);
  for (const [name, { gold: all, predicted, found, speaker }] of [...table].sort(([a], [b]) => a.localeCompare(b))) {
    const recall = all > 0 ? `  R ${percent(rate(found, all, predicted).r)}` : '';
    console.log(`  ${name.padEnd(26)} ${String(predicted).padStart(4)} predicted  found P ${percent(found / Math.max(1, predicted))}  whole P ${percent(speaker / Math.max(1, predicted))}${recall}`);
  }
}
