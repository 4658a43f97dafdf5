/** Places and bodies that a text has named with the help of a word before them, met again without it: مدينة لينتس … لينتس; منصة «ريان» … «ريان». */
import { cliticsBefore } from './attached.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';
import { isEveryday, isFunction } from './vocabulary.ts';

/** At most as many names are remembered. */
const MOST = 2000;

/** Puts what is named again: single words that no list knows, and what stands alone in marks. */
export function findRecalled(
  reading: Reading,
  taken: Uint8Array,
  names: readonly Name[],
  put: (name: Name) => boolean,
): void {
  const words = new Map<string, Name['type']>();
  const marked = new Map<string, Name['type']>();
  const written = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => reading.key(from + at)).join(' ');
  const alone = (from: number, to: number) =>
    reading.tokens[from - 1]?.kind === 'mark' && reading.tokens[to]?.kind === 'mark';
  for (const { from, to, skip, type, by } of names.slice(0, MOST)) {
    if (by !== 'head' || type === 'person' || type === 'date') continue;
    if (alone(from, to) && to - from < 4) marked.set(written(from, to), type);
    const last = reading.word(to - 1);
    // مدينة لينتس is named لينتس; حركة رشاد is named رشاد too.
    const single =
      to - from === 1 && skip === 0 ? reading.word(from) : to - from === 2 && type === 'organization' ? last : '';
    if (single.length > 3 && !single.startsWith('ال') && !isEveryday(single) && !isFunction(single))
      words.set(single, type);
  }
  if (words.size > 0)
    for (let i = 0; i < taken.length; i++) {
      const here = reading.word(i);
      if (here === '' || taken[i]) continue;
      const skip = cliticsBefore(here, (rest) => words.has(rest));
      if (skip >= 0 && !(skip > 0 && isEveryday(here)))
        put({ from: i, to: i + 1, skip, type: words.get(here.slice(skip)) as Name['type'], by: 'again' });
    }
  if (marked.size > 0)
    for (const { open, close, closed } of reading.layout.quoted) {
      if (!closed || close - open > 4 || close - open < 2) continue;
      const type = marked.get(written(open + 1, close));
      if (type !== undefined) put({ from: open + 1, to: close, skip: 0, type, by: 'again' });
    }
}
