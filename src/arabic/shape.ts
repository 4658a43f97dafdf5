/** Whether a word that no list knows looks like a name: its letters, three by three, against those of names and of everyday words (scripts/names.ts learns them). */
import { SHAPES } from './lexicon/shapes.ts';

/** Reads a packed table; what it returns tells how much likelier a folded word is a name than a word, as a logarithm: 0 for either, +3 for twenty times. */
export function readShapes(packed: string): (word: string) => number {
  const steps = new Map<string, number>();
  for (const row of packed.trim().split(/\s+/))
    for (let at = 2; at + 1 < row.length; at += 2)
      steps.set(row.slice(0, 2) + row.charAt(at), (row.charCodeAt(at + 1) - 109) / 2.5);
  return (word) => {
    const padded = `^^${word}$`;
    let sum = 0;
    for (let at = 2; at < padded.length; at++) sum += steps.get(padded.slice(at - 2, at + 1)) ?? 0;
    return sum;
  };
}

/** How much likelier a folded word of Arabic letters is a name than a word of every day, by its shape alone. Linear in its length. */
export const shape = readShapes(SHAPES);
