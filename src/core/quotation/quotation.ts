import type { Bilingual } from '../bilingual.ts';
import type { TextRange } from '../text/range.ts';
import type { Transmission } from './transmission.ts';

/** `direct`: the speaker's own words; `indirect`: reported; `mixed`: reported, with some words in quotation marks. */
export type QuotationKind = 'direct' | 'indirect' | 'mixed';

/**
 * What the reporting word does with what was said. `accord` is a nominal cue (according to …), `mark` has no reporting
 * word at all: a colon or quotation marks alone.
 */
export type VerbClass =
  | 'say'
  | 'point'
  | 'continue'
  | 'assert'
  | 'opinion'
  | 'announce'
  | 'attitude'
  | 'directive'
  | 'deny'
  | 'warn'
  | 'ask'
  | 'answer'
  | 'commit'
  | 'accord'
  | 'mark';

export interface ReportingVerb {
  /** The vocalised lemma of the cue; null where the cue is a mark. */
  readonly lemma: string | null;
  readonly class: VerbClass;
}

/** Whose work an attribution is, and, for a machine's, which rule made it and how sure it is (0 to 1). */
export interface Provenance {
  readonly by: 'editor' | 'rule' | 'reader';
  readonly rule: string | null;
  readonly confidence: number | null;
}

/** Something that the article reports somebody to have said, written, judged or announced. */
export interface Quotation {
  readonly id: string;
  readonly kind: QuotationKind;
  /** What was said, in text order: one piece, or more where the report interrupts it. Without the complementiser. */
  readonly contents: readonly TextRange[];
  /** The reporting word with what belongs to it, the main word first; empty where only marks tell. */
  readonly cue: readonly TextRange[];
  /** The words beside the cue that name the speaker; null where the subject is only in the verb. */
  readonly source: TextRange | null;
  /** An entity's id, or null where nobody can be named. */
  readonly speaker: string | null;
  readonly addressee: string | null;
  /** The entities that the content speaks about. */
  readonly about: readonly string[];
  /** The quotation that this one stands inside of. */
  readonly parent: string | null;
  readonly verb: ReportingVerb;
  readonly provenance: Provenance;
  /** Why this speaker, in words a reader understands. */
  readonly reason: Bilingual;
  /** Its own chain of transmission, nearest to the speaker first; empty where the article's chain tells all. */
  readonly via: readonly Transmission[];
}

/** How sure the machine is, in three grades, of a confidence from 0 to 1. */
export const sureness = (confidence: number): 'high' | 'middle' | 'low' =>
  confidence >= 0.85 ? 'high' : confidence >= 0.65 ? 'middle' : 'low';

/** Whether the speaker is named by the verb alone: no words beside the cue say who speaks. */
export const isImplied = (quotation: Quotation): boolean => quotation.source === null;
