/** How much each sign speaks for a candidate, learnt from choices whose answer is known. */
import { type Feature, WEIGHTS } from '../../src/arabic/lexicon/weights.ts';
import type { Candidate } from '../../src/arabic/turns.ts';

export type Weights = Record<Feature, number>;

/** Those who may be meant by a verb that leaves its subject out. */
export interface Choice {
  readonly candidates: readonly Pick<Candidate, 'features'>[];
  /** For each candidate, whether it is the one. */
  readonly right: readonly boolean[];
}

/** All signs, in the order of the engine's table. */
export const FEATURES = Object.keys(WEIGHTS) as Feature[];

const STEPS = 600;
const RATE = 0.02;
/** How strongly a weight is held at what grammar tells of it, or at nothing. */
const HELD = 1.2;
const GRAMMAR: Partial<Weights> = {
  disagrees: -3,
  'disagrees, person': -6,
  'one for many': -1,
  'one person for many': -3,
  'many for him': -2.5,
  'many for one': -1,
  'subject, first': 2,
  'actor, first': 2.5,
  'another acts': -2,
  nested: -1.5,
  'nested, verb': -1.5,
};

/** Sets each weight to what grammar alone tells: where learning begins. */
export function forget(weights: Weights): void {
  for (const feature of FEATURES) weights[feature] = GRAMMAR[feature] ?? 0;
}

/** Sets each weight to two decimals, as it is written down. */
export function round(weights: Weights): void {
  for (const feature of FEATURES) weights[feature] = Math.round(weights[feature] * 100) / 100;
}

/** How likely each candidate is the one, from 0 to 1, in all 1; nothing where there are no candidates. */
export function shares(candidates: Choice['candidates'], weights: Readonly<Weights>): number[] {
  const scores = candidates.map(({ features }) => features.reduce((sum, feature) => sum + weights[feature], 0));
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}

/**
 * Moves the weights towards the right answers, from where they are: gradient ascent on the likelihood of the right ones, all
 * choices at once. A choice without a right answer, or with nothing but right ones, teaches nothing. The same choices move the
 * same weights the same way.
 */
export function learn(choices: readonly Choice[], weights: Weights): void {
  const learnable = choices.filter(({ right }) => right.includes(true) && right.includes(false));
  for (let step = 0; step < STEPS; step++) {
    const slope = Object.fromEntries(
      FEATURES.map((feature) => [feature, HELD * ((GRAMMAR[feature] ?? 0) - weights[feature])]),
    ) as Weights;
    for (const { candidates, right } of learnable) {
      const parts = shares(candidates, weights);
      const fitting = parts.reduce((sum, part, index) => sum + (right[index] ? part : 0), 0);
      candidates.forEach(({ features }, index) => {
        const part = parts[index] as number;
        const pull = (right[index] ? part / fitting : 0) - part;
        for (const feature of features) slope[feature] += pull;
      });
    }
    for (const feature of FEATURES) weights[feature] += RATE * slope[feature];
  }
}

/** The source of the engine's table with other weights in it, everything else as it was; throws where it has no table. */
export function rewritten(source: string, weights: Readonly<Weights>): string {
  const table = /(const SIGNS = \{\n)[^}]*(\};)/;
  if (!table.test(source)) throw new Error('No table of signs in this file.');
  const lines = FEATURES.map(
    (feature) => `  ${/^\w+$/.test(feature) ? feature : `'${feature}'`}: ${weights[feature]},\n`,
  );
  return source.replace(table, (_, head: string, tail: string) => `${head}${lines.join('')}${tail}`);
}
