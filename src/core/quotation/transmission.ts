import type { Bilingual } from '../bilingual.ts';
import type { TextRange } from '../text/range.ts';

export type TransmissionRole = 'speaker' | 'agency' | 'outlet' | 'publisher';

/** One link of the chain that brought words to the reader, nearest to the speaker first. */
export interface Transmission {
  readonly role: TransmissionRole;
  readonly entity: string;
  /** Where the text says so; null when it is known otherwise. */
  readonly range: TextRange | null;
  readonly note: Bilingual | null;
}
