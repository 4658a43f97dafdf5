/** What the steps from a reporting word on hand to each other: one attribution, in token indices. */
import type { QuotationKind, VerbClass } from '../core/quotation/quotation.ts';
import type { Stretch } from './reading.ts';

export interface Attribution {
  readonly cue: Stretch;
  readonly content: Stretch;
  readonly source: Stretch | null;
  readonly gender: 'm' | 'f' | null;
  readonly class: VerbClass;
  readonly lemma: string | null;
  readonly kind: QuotationKind;
  readonly by: string;
  /** The subject is to be found in the context. */
  readonly elided: boolean;
}
