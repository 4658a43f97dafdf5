/** Letter trigrams of names against words: counted, smoothed, and packed into a table of a few kilobytes that the engine reads (src/arabic/shape.ts). */
import { readShapes } from '../../src/arabic/shape.ts';

/** A word and how much it counts. */
export type Weighed = readonly [word: string, weight: number];

/** The forms in which a text shows its words: plural, with a pronoun, with what is attached before; the plain form counts most. */
export function inflected(nouns: readonly string[], verbs: readonly string[]): Weighed[] {
  const forms: Weighed[] = [];
  for (const word of nouns) {
    const feminine = word.endsWith('ه');
    const stem = feminine ? word.slice(0, -1) : word;
    forms.push([word, 3]);
    for (const ending of ['ات', 'ين', 'ون', 'هم', 'ا', feminine ? 'تها' : 'ها', feminine ? 'ته' : 'ه'])
      forms.push([stem + ending, 0.4]);
    for (const before of 'ولبف') forms.push([before + word, 0.4]);
  }
  for (const word of verbs) {
    const tail = word.startsWith('ا') && word.length > 3 ? word.slice(1) : word;
    forms.push([word, 2]);
    for (const form of [`${word}ت`, `${word}وا`, `و${word}`]) forms.push([form, 0.5]);
    for (const before of ['ي', 'ت', 'ن', 'م', 'سي', 'وي', 'لي']) forms.push([before + tail, 0.5]);
    for (const ending of ['ون', 'ها']) forms.push([`ي${tail}${ending}`, 0.5]);
  }
  return forms;
}

/** Three letters each, the word's beginning and end among them. */
const trigrams = (word: string) => {
  const padded = `^^${word}$`;
  return Array.from(word, (_, at) => padded.slice(at, at + 3)).concat(padded.slice(-3));
};

class Counts {
  private readonly of = new Map<string, number>();
  add(word: string, weight: number): void {
    for (const gram of trigrams(word))
      for (const part of [gram, gram.slice(0, 2) + '·', gram.slice(1), `${gram[1]}·`, `·${gram[2]}`, '·'])
        this.of.set(part, (this.of.get(part) ?? 0) + weight);
  }
  private count(part: string): number {
    return this.of.get(part) ?? 0;
  }
  /** How likely the last letter is behind the first two: what is rare leans on two letters, and these on one. */
  share(gram: string): number {
    const one = (this.count(`·${gram[2]}`) + 0.1) / (this.count('·') + 4);
    const two = (this.count(gram.slice(1)) + 8 * one) / (this.count(`${gram[1]}·`) + 8);
    return (this.count(gram) + 6 * two) / (this.count(`${gram.slice(0, 2)}·`) + 6);
  }
}

/** For each trigram of either side, the logarithm of how much likelier names have it; of those that `from` lets through. */
export function learn(
  names: readonly Weighed[],
  words: readonly Weighed[],
  from: (one: Weighed) => boolean,
): Map<string, number> {
  const [ours, theirs] = [new Counts(), new Counts()];
  const grams = new Set<string>();
  for (const [side, all] of [
    [ours, names],
    [theirs, words],
  ] as const)
    for (const one of all) {
      if (!from(one) || !/^[ء-ي]+$/.test(one[0])) continue;
      side.add(...one);
      for (const gram of trigrams(one[0])) grams.add(gram);
    }
  return new Map([...grams].sort().map((gram) => [gram, Math.log(ours.share(gram) / theirs.share(gram))]));
}

/** Two letters, then each third letter with its value: m is none, a step is two fifths; what says next to nothing is left out. */
export function pack(odds: ReadonlyMap<string, number>): string {
  const rows = new Map<string, string>();
  for (const [gram, value] of odds) {
    const step = Math.max(-12, Math.min(12, Math.round(value * 2.5)));
    if (Math.abs(step) < 2) continue;
    const first = gram.slice(0, 2);
    rows.set(first, `${rows.get(first) ?? first}${gram[2]}${String.fromCharCode(109 + step)}`);
  }
  return [...rows.values()].join(' ');
}

/** What the engine makes of a table. */
export const shapeBy = readShapes;

/** Words in lines of at most 240 letters. */
export function wrapped(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < 240) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
