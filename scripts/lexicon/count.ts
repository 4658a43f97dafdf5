/**
 * How common each entry is, from counts of written forms. A form that several entries share is shared out by how common they
 * are elsewhere (كتب is a verb and a plural, يكتب and الكتب tell which is the commoner), again and again until it settles.
 */
import { bare } from '../../src/arabic/morphology/letters.ts';
import { cutWord } from '../../src/arabic/morphology/cut.ts';
import type { Entry } from '../../src/arabic/morphology/entry.ts';
import { derivedId, expand, writtenOf } from '../../src/arabic/morphology/lexicon.ts';
import { shapeCost } from '../../src/arabic/morphology/prior.ts';

const ROUNDS = 12;
/** Counts are of forms without hamza on alif and with ي for ى. */
const asCounted = (word: string) => bare(word).replace(/[أإآ]/g, 'ا').replace(/ى/g, 'ي');

export interface Counted {
  readonly bands: string[];
  /** Forms that no cut answers, most frequent first. */
  readonly missing: (readonly [form: string, count: number])[];
  /** The share of all counted words that have a cut. */
  readonly covered: number;
}

/** `forms`: written forms and how often each was seen. */
export function countLemmas(entries: readonly Entry[], forms: readonly (readonly [string, number])[]): Counted {
  const lexicon = expand(
    entries,
    entries.map(() => ''),
  );
  const size = entries.length;
  const missing: [string, number][] = [];
  const shares: { count: number; lemmas: Map<number, number> }[] = [];
  let all = 0;
  let known = 0;
  for (const [form, count] of forms) {
    all += count;
    const lemmas = new Map<number, number>();
    for (const cut of cutWord(lexicon, form)) {
      if (asCounted(cut.prefix.written + writtenOf(cut.stem) + cut.suffix.written) !== form) continue;
      const weight = Math.exp(-(shapeCost(cut) - cut.strain) / 100);
      lemmas.set(cut.stem.lemma, (lemmas.get(cut.stem.lemma) ?? 0) + weight);
    }
    if (lemmas.size === 0) missing.push([form, count]);
    else {
      known += count;
      shares.push({ count, lemmas });
    }
  }
  let counts = new Map<number, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Map<number, number>();
    for (const { count, lemmas } of shares) {
      let sum = 0;
      for (const [lemma, weight] of lemmas) sum += weight * ((counts.get(lemma) ?? 0) + (round === 0 ? 1 : 0.3));
      for (const [lemma, weight] of lemmas)
        next.set(
          lemma,
          (next.get(lemma) ?? 0) + (count * weight * ((counts.get(lemma) ?? 0) + (round === 0 ? 1 : 0.3))) / sum,
        );
    }
    counts = next;
  }
  const band = (id: number) => {
    const count = counts.get(id) ?? 0;
    return Math.max(0, Math.min(15, Math.round(Math.log2(1 + count) * 0.85))).toString(36);
  };
  // A noun and an adjective of the same letters (مساعد): counts cannot tell them apart, only the words around them can.
  const twins = new Map<string, number[]>();
  entries.forEach(({ lemma, code }, id) => {
    if (code !== 'n' && code !== 'a') return;
    const pair = twins.get(lemma);
    if (pair) pair.push(id);
    else twins.set(lemma, [id]);
  });
  for (const pair of twins.values()) {
    if (pair.length < 2) continue;
    const most = Math.max(...pair.map((id) => counts.get(id) ?? 0));
    for (const id of pair) counts.set(id, Math.max(counts.get(id) ?? 0, most / 2));
  }
  const bands = entries.map((_, id) => {
    const derived = [0, 1, 2].map((which) => band(derivedId(size, id, which))).join('');
    const [given] = entries[id]?.forms.get('c') ?? [];
    if (given !== undefined) return Number(given).toString(36);
    return band(id) + (lexicon.conjugation(id) ? derived.replace(/0+$/, '') : '');
  });
  missing.sort((a, b) => b[1] - a[1]);
  return { bands, missing, covered: known / all };
}
