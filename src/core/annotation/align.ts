/** Word-by-word alignment of a quote with its context to one stretch of a text, within a band around a diagonal. */

interface Wanted {
  readonly ids: Int32Array;
  readonly keys: readonly string[];
  readonly from: number;
  readonly to: number;
}

interface Within {
  readonly ids: Int32Array;
  readonly keys: readonly string[];
  readonly bits: Float64Array;
  readonly tokens: readonly { readonly block: string }[];
}

/** How the words on one side of the range agree with the text. */
export interface Side {
  /** The word beside the range is beside it in the text too, the same or nearly; or both have none there. */
  readonly next: boolean;
  /** Different words, in a row from the range on, that are the same (nearly the same breaks no row); one that comes again says nothing more. */
  readonly row: number;
  /** Different words that are the same, in a row or not. */
  readonly count: number;
}

export interface Aligned {
  /** The text's words that the range's own words came to be: first and last. Always of one block. */
  readonly first: number;
  readonly last: number;
  /** Whether those are the range's very first and last word. */
  readonly firstIsFirst: boolean;
  readonly lastIsLast: boolean;
  /** Own words that are the same, and that are nearly the same (a letter or two). */
  readonly own: number;
  readonly near: number;
  /** Different ones of the own words that are the same. */
  readonly variety: number;
  readonly before: Side;
  readonly after: Side;
  /** What all words that agree say together, in bits. */
  readonly bits: number;
}

const SAME = 3;
const NEARLY = 1.5;
const OTHER = -1;
const GAP = -1.2;

/** The best alignment whose first word lies near text word `diagonal`; null where none of the range's own words is left. */
export function align(wanted: Wanted, text: Within, diagonal: number): Aligned | null {
  const { ids, from, to } = wanted;
  const rows = ids.length;
  const band = Math.min(16, 5 + (rows >> 3));
  const width = 2 * band + 1;
  // score[j][b]: the first j words aligned, the last of them at or before text word diagonal + j - 1 + b - band.
  const score = new Float64Array((rows + 1) * width);
  const way = new Uint8Array((rows + 1) * width);
  for (let j = 1; j <= rows; j++) {
    for (let b = 0; b < width; b++) {
      const at = diagonal + j - 1 + b - band;
      const here = j * width + b;
      const step = agree(wanted, text, j - 1, at);
      let best = (score[here - width] as number) + step;
      let by = 1;
      // The word was taken out: the row above, one diagonal on.
      if (b + 1 < width) {
        const out = (score[here - width + 1] as number) + GAP;
        if (out > best) [best, by] = [out, 2];
      }
      // A word was put into the text: the same row, one diagonal back.
      if (b > 0) {
        const put = (score[here - 1] as number) + GAP;
        if (put > best) [best, by] = [put, 3];
      }
      score[here] = best;
      way[here] = by;
    }
  }
  let b = 0;
  for (let other = 1; other < width; other++)
    if ((score[rows * width + other] as number) > (score[rows * width + b] as number)) b = other;
  const map = new Int32Array(rows).fill(-1);
  for (let j = rows; j > 0; ) {
    const by = way[j * width + b];
    if (by === 3) b--;
    else if (by === 2) {
      j--;
      b++;
    } else {
      map[j - 1] = diagonal + j - 1 + b - band;
      j--;
    }
  }
  return read(wanted, text, map, from, to);
}

function read(wanted: Wanted, text: Within, map: Int32Array, from: number, to: number): Aligned | null {
  const kinds = Float32Array.from(map, (at, j) => (at < 0 ? 0 : agree(wanted, text, j, at)));
  const is = (j: number) => (kinds[j] as number) > 0;
  let firstOwn = -1;
  let lastOwn = -1;
  for (let j = from; j < to; j++) {
    if (!inText(text, map[j] as number)) continue;
    if (firstOwn < 0) firstOwn = j;
    lastOwn = j;
  }
  // A word at the edge that became another one is still the range's where the neighbour beside it stands; else it is not.
  const at = (j: number) => map[j] as number;
  const heldFirst = from > 0 && is(from - 1) && at(from - 1) === at(from) - 1 ? from : -1;
  const heldLast = to < map.length && is(to) && at(to) === at(to - 1) + 1 ? to - 1 : -1;
  while (firstOwn >= 0 && firstOwn <= lastOwn && !is(firstOwn) && firstOwn !== heldFirst) firstOwn++;
  while (lastOwn >= 0 && firstOwn <= lastOwn && !is(lastOwn) && lastOwn !== heldLast) lastOwn--;
  if (firstOwn < 0 || lastOwn < firstOwn) return null;
  // A range lies in one block: where a paragraph was cut in two, in the part that has most of it.
  const counts = new Map<string, number>();
  const blockOf = (j: number) => text.tokens[map[j] as number]?.block ?? '';
  for (let j = firstOwn; j <= lastOwn; j++) if (is(j)) counts.set(blockOf(j), (counts.get(blockOf(j)) ?? 0) + 1);
  const [home] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [''];
  while (firstOwn <= lastOwn && (!inText(text, map[firstOwn] as number) || blockOf(firstOwn) !== home)) firstOwn++;
  while (lastOwn >= firstOwn && (!inText(text, map[lastOwn] as number) || blockOf(lastOwn) !== home)) lastOwn--;
  if (lastOwn < firstOwn) return null;

  let own = 0;
  let near = 0;
  let bits = 0;
  const different = new Set<number>();
  for (let j = 0; j < map.length; j++) {
    const kind = kinds[j] as number;
    if (kind <= 0) continue;
    const said = text.bits[text.ids[map[j] as number] as number] as number;
    bits += kind === SAME ? said : said / 2;
    if (j >= firstOwn && j <= lastOwn) {
      if (kind !== SAME) near++;
      else {
        own++;
        different.add(wanted.ids[j] as number);
      }
    }
  }
  const [first, last] = [map[firstOwn] as number, map[lastOwn] as number];
  return {
    first,
    last,
    firstIsFirst: firstOwn === from,
    lastIsLast: lastOwn === to - 1,
    own,
    near,
    variety: different.size,
    bits,
    before: sideOf(wanted.ids, kinds, map, from - 1, -1, first, firstOwn === from, 0),
    after: sideOf(wanted.ids, kinds, map, to, 1, last, lastOwn === to - 1, text.ids.length - 1),
  };
}

function sideOf(
  ids: Int32Array,
  kinds: Float32Array,
  map: Int32Array,
  start: number,
  step: 1 | -1,
  edge: number,
  whole: boolean,
  end: number,
): Side {
  const seen = new Set<number>();
  const inRow = new Set<number>();
  let unbroken = whole;
  for (let j = start, away = 1; j >= 0 && j < map.length; j += step, away++) {
    const same = kinds[j] === SAME;
    if (same) seen.add(ids[j] as number);
    unbroken &&= (kinds[j] as number) > 0 && map[j] === edge + step * away;
    if (same && unbroken) inRow.add(ids[j] as number);
  }
  const none = start < 0 || start >= map.length;
  const beside = (kinds[start] as number) > 0 && map[start] === edge + step;
  return { next: whole && (none ? edge === end : beside), row: inRow.size, count: seen.size };
}

const inText = ({ ids }: Within, at: number): boolean => at >= 0 && at < ids.length;

/** How well word j of the quote agrees with the text's word. */
function agree({ ids, keys }: Wanted, text: Within, j: number, at: number): number {
  if (!inText(text, at)) return OTHER;
  const id = text.ids[at] as number;
  if (ids[j] === id) return SAME;
  return nearlySame(keys[j] as string, text.keys[id] as string) ? NEARLY : OTHER;
}

/** Whether two words differ by one letter (of three, put in place of another; of four or more in any way), or two (of seven or more). */
export function nearlySame(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  const allowed = longer >= 7 ? 2 : longer >= 4 || (longer === 3 && a.length === b.length) ? 1 : 0;
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed) return false;
  let head = 0;
  while (head < a.length && head < b.length && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)
  )
    tail++;
  // What differs lies between the head and the tail that are the same; so few letters can be compared at a glance.
  return Math.max(a.length, b.length) - head - tail <= allowed;
}
