/** What is known of who said something. */
import type { Figure } from './figures.ts';

/** How a speaker was found: a key of the reasons that the reader is told (lexicon/reasons.ts). */
export type Way =
  | 'named'
  | 'title'
  | 'pronoun'
  | 'body'
  | 'document'
  | 'described'
  | 'governing'
  | 'current'
  | 'joint'
  | 'nobody';

/** Who said something, as far as can be told. */
export interface Spoken {
  readonly figure: Figure | null;
  readonly way: Way;
  /** How sure the speaker is beside others who may be meant, from 0 to 1. */
  readonly share: number;
}

/** Somebody whom a source names for sure, met at a token. */
export function met(figure: Figure, at: number, way: Way): Spoken {
  figure.last = at;
  return { figure, way, share: 1 };
}
