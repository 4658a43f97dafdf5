import { widenToWords } from '../text/words.ts';
import type { WordPlace } from './word.ts';

/**
 * A sentence in three parts: what stands before the word, the word, what stands after. The word is taken with all that is
 * joined to it up to the next space: an element that began inside a joined word would break it.
 */
export function partsOf({
  sentence,
  from,
  range,
}: Pick<WordPlace, 'sentence' | 'from' | 'range'>): readonly [string, string, string] {
  const { start, end } = widenToWords(sentence, { start: from, end: from + range.words.length });
  return [sentence.slice(0, start), sentence.slice(start, end), sentence.slice(end)];
}
