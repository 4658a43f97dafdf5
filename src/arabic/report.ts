/** A reporting word while it is read, and what is found to follow it. */
import type { Cue } from './cues.ts';
import { trimmed } from './insertions.ts';
import { complementisers } from './lexicon/function-words.ts';
import type { Phrases } from './phrases.ts';
import type { Stretch } from './reading.ts';

/** What follows a reporting word. Token indices. */
export interface Frame {
  readonly kind: 'clause' | 'quote' | 'noun';
  /** First token of what was said. */
  readonly content: number;
  readonly subject: Stretch | null;
  /** Where the cue ends: with an adjacent preposition and complementiser. */
  readonly cueEnd: number;
}

/** A reporting word, what its verb takes, and its subject as far as it is known. Token indices. */
export interface Report {
  readonly cue: Cue;
  /** After the reporting word, and after a second one that says nothing new. */
  readonly from: number;
  /** There is a second one: أضاف قائلا. */
  readonly merged: boolean;
  readonly participle: boolean;
  /** The subject stands before the verb. */
  readonly fronted: boolean;
  /** What the verb is joined to its content by. */
  readonly prepositions: readonly string[];
  readonly takesQuote: boolean;
  readonly takesClause: boolean;
  /** The subject after the verb; nothing where both are `from`. */
  subjectFrom: number;
  subjectEnd: number;
}

/** What a token tells of a report: the frame, the token to read on after, `END` where nothing is reported, null for nothing. */
export type Step = Frame | number | null;
/** Nothing is reported: no further token is read. */
export const END = -1;

/** The subject of a report, no further than a token; null where none is left. */
export const subjectTo = (text: Phrases, { subjectFrom, subjectEnd }: Report, to: number): Stretch | null =>
  trimmed(text, subjectFrom, Math.min(subjectEnd, to));

/** Whether what was said may begin at a token, whatever the verb: أن, a colon, marks, the verb's preposition, the text's end. */
export function opensContent(text: Phrases, { prepositions }: Report, at: number): boolean {
  const token = text.tokens[at];
  return (
    token === undefined ||
    complementisers.has(token.key) ||
    token.kind === 'colon' ||
    prepositions.includes(token.key) ||
    text.opensAt(at) !== null
  );
}
