import type { Answer, Reading } from '../../core/dictionary/answer.ts';
import type { TextRange } from '../../core/text/range.ts';

/** A word that was looked up, with where it stood: plain data, to be kept as it is by whoever keeps it. */
export interface Looked {
  /** The article's id. */
  readonly article: string;
  readonly range: TextRange;
  /** The sentence around the word, in the same block. */
  readonly sentence: TextRange;
  readonly answer: Answer;
  /** The reading that is shown: the best one, unless the reader chose another. */
  readonly reading: Reading;
}
