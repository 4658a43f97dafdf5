/** Where a report comes from, before its first words: دبي، الإمارات العربية المتحدة (CNN)--; بيروت (رويترز) -; الرباط - و م ع -. */
import { cities, countries, regions } from './lexicon/places.ts';
import type { Token } from './tokens.ts';

/** A dateline has at most so many words and signs. */
const LONGEST = 18;
/** Without brackets or a long dash, at most so many words: a place, perhaps an agency. */
const SHORT = 4;

/** The first words of places: لوس of لوس أنجلوس. */
const places: ReadonlySet<string> = new Set(
  [...countries, ...regions, ...cities].map((phrase) => phrase.split(' ')[0] as string),
);

/** The index after the dateline that begins a line; `from`, the line's first token, where there is none. */
export function datelineEnd(tokens: readonly Token[], from: number): number {
  const line = tokens[from]?.line;
  const placed = places.has(tokens[from]?.key ?? '');
  let end = from;
  let words = 0;
  let enclosed = false;
  for (let i = from; i < from + LONGEST && tokens[i]?.line === line; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'word') words++;
    else if (token.key === ')') enclosed = true;
    else if (token.kind === 'stop' || token.kind === 'mark' || token.kind === 'colon') break;
    else if (token.kind === 'dash' && words > 0) {
      const next = tokens[i + 1];
      const hugs = next === undefined || next.line !== line || (!next.spaced && token.end - token.start === 1);
      const told =
        token.end - token.start > 1 || (enclosed && tokens[i - 1]?.key === ')') || (placed && words <= SHORT);
      if (!hugs && told) end = i + 1;
      // عمان- البتراء -: a second dash may follow soon.
      if (!placed || words > SHORT) break;
    }
  }
  return end;
}
