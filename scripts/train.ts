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
import { type Feature, WEIGHTS } from '../src/arabic/lexicon/weights.ts';
import type { Candidate } from '../src/arabic/turns.ts';
import { type Gold, libraryGold, readGold } from './evaluate/gold.ts';
import { pairs, sameSpeaker, trimmed } from './evaluate/score.ts';

const FILE = 'src/arabic/lexicon/weights.ts';
/** Passes over the articles: who was chosen before decides who is asked about next. */
const ROUNDS = 4;
const STEPS = 600;
const RATE = 0.02;
/** How strongly a weight is held at what grammar tells of it, or at nothing. */
const HELD = 1.2;
const GRAMMAR: Partial<Record<Feature, number>> = {
  disagrees: -3,
  'disagrees, person': -6,
  'one for many': -1,
  'many for one': -1,
  'subject, first': 2,
  'actor, first': 2.5,
  'another acts': -2,
  nested: -1.5,
  'nested, verb': -1.5,
};

interface Choice {
  readonly candidates: readonly Candidate[];
  /** For each candidate, whether it is the one. */
  readonly right: readonly boolean[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { library: { type: 'boolean' }, folds: { type: 'string' }, write: { type: 'boolean' } },
});
const gold = [...positionals.flatMap((folder) => readGold(folder)), ...(values.library ? libraryGold() : [])];
if (gold.length === 0) throw new Error('No annotated articles: name a folder, or --library.');
const weights = WEIGHTS as Record<Feature, number>;
const features = Object.keys(weights) as Feature[];

/** What the engine was asked in an article, where the annotation tells the answer. */
function choicesIn({ text, told }: Gold): Choice[] {
  const asked: (readonly Candidate[])[] = [];
  const { quotes } = analyse(text, (_, candidates) => asked.push(candidates));
  const theirs = told.quotes.map((quote) => ({ ...quote, ...trimmed(text, quote) }));
  const ours = quotes.map((quote) => ({ ...quote, ...trimmed(text, quote) }));
  const speakerOf = new Map(pairs(theirs, ours).map(([left, right]) => [right, left.speaker]));
  let next = 0;
  return ours.flatMap((quote) => {
    if (quote.source !== null) return [];
    const candidates = asked[next++] ?? [];
    const speaker = speakerOf.get(quote);
    if (speaker === undefined) return [];
    return [{ candidates, right: candidates.map(({ figure }) => sameSpeaker(speaker, figure.canonical)) }];
  });
}

const scoreOf = (candidate: Candidate): number =>
  candidate.features.reduce((sum, feature) => sum + weights[feature], 0);
function shares(candidates: readonly Candidate[]): number[] {
  const scores = candidates.map(scoreOf);
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}

/** Gradient ascent on the likelihood of the right ones, all choices at once. */
function learn(choices: readonly Choice[]): void {
  const learnable = choices.filter(({ right }) => right.includes(true) && right.includes(false));
  for (let step = 0; step < STEPS; step++) {
    const slope = Object.fromEntries(
      features.map((feature) => [feature, HELD * ((GRAMMAR[feature] ?? 0) - weights[feature])]),
    ) as Record<Feature, number>;
    for (const { candidates, right } of learnable) {
      const parts = shares(candidates);
      const fitting = parts.reduce((sum, part, index) => sum + (right[index] ? part : 0), 0);
      candidates.forEach((candidate, index) => {
        const part = parts[index] as number;
        const pull = (right[index] ? part / fitting : 0) - part;
        for (const feature of candidate.features) slope[feature] += pull;
      });
    }
    for (const feature of features) weights[feature] += RATE * slope[feature];
  }
}

function train(articles: readonly Gold[]): void {
  for (const feature of features) weights[feature] = GRAMMAR[feature] ?? 0;
  for (let round = 0; round < ROUNDS; round++) learn(articles.flatMap(choicesIn));
  for (const feature of features) weights[feature] = Math.round(weights[feature] * 100) / 100;
}

interface Told {
  readonly right: boolean;
  readonly share: number;
}
const tell = (articles: readonly Gold[]): Told[] =>
  articles.flatMap(choicesIn).map(({ candidates, right }) => {
    const parts = shares(candidates);
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
if (values.write) {
  const lines = features.map(
    (feature) => `  ${/^\w+$/.test(feature) ? feature : `'${feature}'`}: ${weights[feature]},`,
  );
  const source = readFileSync(FILE, 'utf8');
  writeFileSync(
    FILE,
    source.replace(/(const SIGNS = \{\n)[^}]*(\};)/, (_, head, tail) => `${head}${lines.join('\n')}\n${tail}`),
  );
}
