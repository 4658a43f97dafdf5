/** The dictionary as the page asks it: words in, readings out. */
import type { Answer, Lemma, Occurrences } from '../../core/dictionary/answer.ts';

export interface Dictionary {
  /** How many entries it has. */
  readonly size: number;
  /**
   * The answer for one word of a text. The context is read from the words around it (at most a sentence's), which are the
   * text's words in order, signs among them (a full stop ends the context). An index outside gives no readings.
   */
  look(words: readonly string[], index: number): Answer;
  /** The answers for all words of a text, in order. */
  analyse(words: readonly string[]): Answer[];
  /** Each word vocalised by its best reading; a word that is not known is given back as it is written. */
  vocalise(words: readonly string[]): string[];
  /** Where the lemma of the word at `index`, and its root, occur among the words. Both hold `index` itself. */
  occurrences(words: readonly string[], index: number): Occurrences;
  /** An entry by its number; null if there is none. */
  lemma(id: number): Lemma | null;
  /** Entries of one root (letters with or without spaces), most common first. */
  family(root: string): Lemma[];
}

/**
 * Opens the data that `npm run lexicon` writes (the text of public/data/lexicon/lexicon.txt, or its bytes in UTF-8). Throws an
 * Error with a plain reason for data of another version or shape.
 */
export function openDictionary(data: string | ArrayBuffer): Dictionary {
  throw new Error(`Not a dictionary: ${typeof data}`);
}
