/**
 * npx tsx scripts/train.ts FOLDER... [--library] [--folds 8] [--write]: learns how much each sign speaks for a figure as the subject that
 * a verb leaves out (src/arabic/turns.ts), from annotated articles laid out as scripts/evaluate/gold.ts says; `--library` adds the
 * library's own. Prints how often the choice is right by the weights as they are, by those learnt, and, cross-validated over articles, on those not
 * learnt from, with how often a choice of each sureness is right. `--write` puts the weights into src/arabic/lexicon/weights.ts.
 * The same articles give the same weights.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { analyse } from '../src/arabic/analyse.ts';
import { WEIGHTS } from '../src/arabic/lexicon/weights.ts';
import type { Candidate } from '../src/arabic/turns.ts';
import { type Gold, libraryGold, readGold } from './evaluate/gold.ts';
import { pairs, sameSpeaker, trimmed } from './evaluate/score.ts';
import { type Choice, forget, learn, rewritten, round, shares, type Weights } from './train/learner.ts';

const FILE = 'src/arabic/lexicon/weights.ts';
/** Passes over the articles: who was chosen before decides who is asked about next. */
const ROUNDS = 4;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { library: { type: 'boolean' }, folds: { type: 'string' }, write: { type: 'boolean' } },
});
const gold = [...positionals.flatMap((folder) => readGold(folder)), ...(values.library ? libraryGold() : [])];
if (gold.length === 0) throw new Error('No annotated articles: name a folder, or --library.');
/** The engine's own table, changed in place: what it chooses next follows what has been learnt. */
const weights = WEIGHTS as Weights;

/** What the engine was asked in an article, where the annotation tells the answer. */
function choicesIn({ text, told }: Gold): Choice[] {
  const asked: (readonly Candidate[])[] = [];
  const { quotes } = analyse(text, (_, candidates) => asked.push(candidates));
  const theirs = told.quotes.map((quote) => ({ ...quote, ...trimmed(text, quote) }));
  const ours = quotes.map((quote) => ({ ...quote, ...trimmed(text, quote) }));
  const speakerOf = new Map(pairs(theirs, ours).map(([left, right]) => [right, left.speaker]));
  let next = 0;
  return ours.flatMap((quote) => {
    // A source that names nobody is asked about as well.
    if (quote.way !== 'current' && quote.way !== 'governing' && quote.way !== 'nobody') return [];
    const candidates = asked[next++] ?? [];
    const speaker = speakerOf.get(quote);
    if (speaker === undefined) return [];
    return [{ candidates, right: candidates.map(({ figure }) => sameSpeaker(speaker, figure.canonical)) }];
  });
}

function train(articles: readonly Gold[]): void {
  forget(weights);
  for (let pass = 0; pass < ROUNDS; pass++) learn(articles.flatMap(choicesIn), weights);
  round(weights);
}

interface Told {
  readonly right: boolean;
  readonly share: number;
}
const tell = (articles: readonly Gold[]): Told[] =>
  articles.flatMap(choicesIn).map(({ candidates, right }) => {
    const parts = shares(candidates, weights);
    const best = parts.indexOf(Math.max(...parts));
    return { right: right[best] ?? false, share: parts[best] ?? 0 };
  });
const share = (told: readonly Told[]): string =>
  `${told.filter(({ right }) => right).length} of ${told.length} (${((100 * told.filter(({ right }) => right).length) / (told.length || 1)).toFixed(1)} %)`;

console.log(`as they are: ${share(tell(gold))}`);
const folds = Number(values.folds ?? 0);
if (folds > 1) {
  const told: Told[] = [];
  for (let fold = 0; fold < folds; fold++) {
    train(gold.filter((_, index) => index % folds !== fold));
    told.push(...tell(gold.filter((_, index) => index % folds === fold)));
  }
  console.log(`cross-validated, ${folds} folds: ${share(told)}`);
  for (const [from, to] of [
    [0, 0.5],
    [0.5, 0.7],
    [0.7, 0.85],
    [0.85, 0.95],
    [0.95, 1.01],
  ] as const)
    console.log(`  sure ${from}–${to}: ${share(told.filter((one) => one.share >= from && one.share < to))}`);
}
train(gold);
console.log(`learnt from all: ${share(tell(gold))}`);
if (values.write) writeFileSync(FILE, rewritten(readFileSync(FILE, 'utf8'), weights));
