import type { Bilingual } from '../bilingual.ts';
import type { TextRange } from '../text/range.ts';

export type PartOfSpeech =
  | 'noun'
  | 'verb'
  | 'adjective'
  | 'participle'
  | 'masdar'
  | 'adverb'
  | 'particle'
  | 'proper'
  | 'expression';

export interface GlossaryEntry {
  readonly id: string;
  /** The form as it stands at its first occurrence, fully vocalised. */
  readonly vocalised: string;
  /** The dictionary form, vocalised. */
  readonly lemma: string;
  /** Root letters separated by spaces (ه د ن); null for loanwords and for expressions without one root. */
  readonly root: string | null;
  readonly pos: PartOfSpeech;
  readonly definition: Bilingual;
  /** What a teacher adds to it, in whichever language. */
  readonly note?: string | undefined;
  /** Every place in this article where the entry holds, in text order. */
  readonly occurrences: readonly TextRange[];
}
