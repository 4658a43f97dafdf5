/** What the page and the dictionary's worker say to each other. */
import type { Answer, Lemma, Occurrences } from '../core/dictionary/answer.ts';

/** A question about a text, which the worker was given before under this key; or about the dictionary itself. */
export type Question =
  | { readonly kind: 'look'; readonly text: string; readonly index: number }
  | { readonly kind: 'vocalise'; readonly text: string; readonly from: number; readonly to: number }
  | {
      readonly kind: 'occurrences';
      readonly text: string;
      readonly lemma: string;
      readonly pos: string;
      readonly root: string | null;
    }
  | { readonly kind: 'family'; readonly root: string }
  /** How common each word of the text is. */
  | { readonly kind: 'bands'; readonly text: string };

/** What each question is answered with. */
export interface Answers {
  readonly look: Answer;
  /** One for each word from `from` (included) to `to` (not included). */
  readonly vocalise: readonly string[];
  readonly occurrences: Occurrences;
  /** Entries of the root, the most common first. */
  readonly family: readonly Lemma[];
  /** One for each word of the text: null for signs, numbers and names. */
  readonly bands: readonly (WordBand | null)[];
}

/** The entry that a word most likely is of, and how common that is: as in {@link Lemma}; 0 for what no entry answers. */
export interface WordBand extends Pick<Lemma, 'lemma' | 'pos' | 'band'> {}

/** From the page. */
export type DictionaryOrder =
  /** Where the lexicon lies, as an absolute address: said first, once. */
  | { readonly kind: 'open'; readonly address: string }
  | { readonly kind: 'keep'; readonly text: string; readonly words: readonly string[] }
  | { readonly kind: 'forget'; readonly text: string }
  | { readonly kind: 'ask'; readonly job: number; readonly question: Question };

/** From the worker. */
export type DictionaryReport =
  /** It stands, and holds this lock as long as it lives; null where the browser has no locks. */
  | { readonly kind: 'ready'; readonly lock: string | null }
  | { readonly kind: 'answer'; readonly job: number; readonly answer: Answers[Question['kind']] }
  /** The lexicon could not be fetched or is not one: the worker is of no use. */
  | { readonly kind: 'lost'; readonly detail: string }
  | { readonly kind: 'broke'; readonly job: number; readonly detail: string };
