/** What the steps from a reporting word on hand to each other: one attribution, in token indices. */
import type { QuotationKind, VerbClass } from '../core/quotation/quotation.ts';
import type { Stretch } from './reading.ts';

/**
 * Which rule found a quotation: `clause` a verb with أن or إن; `quote` a verb with a colon or marks; `noun` a verb with a noun phrase;
 * `participle` مؤكدا أن; `saying` قوله, بقوله; `accord` بحسب; `trailing` كما قال, after what was said; `headline` X: ….
 */
export type Rule = 'clause' | 'quote' | 'noun' | 'participle' | 'saying' | 'accord' | 'trailing' | 'headline';

/** A report: where its cue, its content and its source stand, and how it was read. */
export interface Attribution {
  readonly cue: Stretch;
  readonly content: Stretch;
  readonly source: Stretch | null;
  /** Of the reporting word; null where it tells none. */
  readonly gender: 'm' | 'f' | null;
  readonly class: VerbClass;
  /** The verb as a dictionary has it; null where the cue is none. */
  readonly lemma: string | null;
  readonly kind: QuotationKind;
  readonly by: Rule;
  /** The subject is to be found in the context. */
  readonly elided: boolean;
}
