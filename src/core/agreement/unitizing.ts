/**
 * Agreement on where units begin and end in a continuum, and on what they are: the family of alpha coefficients of
 * K. Krippendorff, Y. Mathet, S. Bouvry and A. Widlöcher, “On the reliability of unitizing textual continua: Further
 * developments”, Quality & Quantity 50, 2016, 2347–2364 (doi 10.1007/s11135-015-0266-1).
 *
 * Every observer cuts the same continuum into units, each with a value, and gaps between them. Coincidences are lengths of
 * intersections between the segments of two observers, over (observers − 1); what is expected are all pairs of elements of
 * the continuum that do not belong to one and the same unit (in gaps, which have no structure: that are not the same element).
 */
import { type Measured, measured, unmeasured } from './measured.ts';

/** A unit: from `start` to `end` (exclusive) on the continuum, in its elements. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

export interface Unitizing {
  /** `uα`: boundaries and values of all segments, gaps among them. */
  readonly u: Measured;
  /** `|uα`: what is marked at all against what is not, whatever its value. */
  readonly bar: Measured;
  /** `cuα`: the values alone, only where marked units intersect. */
  readonly cu: Measured;
}

/** Sums of fractions (with more than two observers) that should be nothing are a little beside it. */
const TINY = 1e-9;

/** The gap, told apart from every value. */
const GAP = null;
type Value = string | typeof GAP;
interface Segment {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

/** The three coefficients of two or more observers. Units are cut to the continuum; of two that overlap the later one is cut. */
export function unitizingAlpha(observers: readonly (readonly Unit[])[], length: number): Unitizing {
  const none = (reason: 'fewObservers' | 'noItems' | 'noUnits'): Unitizing => ({
    u: unmeasured(reason),
    bar: unmeasured(reason),
    cu: unmeasured(reason),
  });
  if (observers.length < 2) return none('fewObservers');
  if (length <= 0) return none('noItems');
  const rows = observers.map((units) => segmentsOf(units, length));
  if (rows.every((row) => row.every(({ value }) => value === GAP))) return none('noUnits');
  const others = rows.length - 1;

  const observed = new Coincidences();
  // Per value: the squared lengths of its units, that is the pairs of elements within one unit; of gaps the elements alone.
  const within = new Map<Value, number>();
  const crossing = new Coincidences();
  const withinCrossing = new Map<Value, number>();
  for (const row of rows) {
    for (const { start, end, value } of row) add(within, value, value === GAP ? end - start : (end - start) ** 2);
    for (const other of rows) {
      if (other === row) continue;
      meet(row, other, (mine, theirs, common) => {
        observed.add(mine.value, theirs.value, common / others);
        if (mine.value !== GAP && theirs.value !== GAP) crossing.add(mine.value, theirs.value, common / others);
      });
      for (const [unit, common] of coverage(row, other)) add(withinCrossing, unit.value, common ** 2 / others);
    }
  }
  return {
    u: alphaOf(observed, within),
    bar: barAlpha(observed, within),
    cu: crossing.total === 0 ? unmeasured('noItems') : alphaOf(crossing, withinCrossing),
  };
}

/** 1 − (observed differing length / expected differing length), for a matrix and its pairs within units. */
function alphaOf(observed: Coincidences, within: ReadonlyMap<Value, number>): Measured {
  const { total } = observed;
  let expectedSame = 0;
  let taken = 0;
  for (const [value, margin] of observed.margins) {
    const own = within.get(value) ?? 0;
    expectedSame += margin * margin - own;
    taken += own;
  }
  const pairs = total * total - taken;
  const differing = pairs - expectedSame;
  // A few intersecting elements of many observers may leave no pair that does not lie within one unit.
  if (!(pairs > TINY && differing > TINY)) return unmeasured('noVariation');
  return measured(1 - ((total - observed.same) / total) * (pairs / differing));
}

/** The same for the two values "gap" and "unit, whatever its value". */
function barAlpha(observed: Coincidences, within: ReadonlyMap<Value, number>): Measured {
  const { total } = observed;
  const gaps = observed.margins.get(GAP) ?? 0;
  let taken = 0;
  for (const own of within.values()) taken += own;
  const differing = gaps * (total - gaps);
  if (differing === 0) return unmeasured('noVariation');
  const pairs = total * total - taken;
  return measured(1 - ((gaps - observed.at(GAP, GAP)) / total) * (pairs / differing));
}

class Coincidences {
  readonly margins = new Map<Value, number>();
  readonly #cells = new Map<Value, Map<Value, number>>();
  total = 0;
  same = 0;

  add(mine: Value, theirs: Value, length: number): void {
    let row = this.#cells.get(mine);
    if (!row) {
      row = new Map();
      this.#cells.set(mine, row);
    }
    add(row, theirs, length);
    add(this.margins, mine, length);
    this.total += length;
    if (mine === theirs) this.same += length;
  }

  at(mine: Value, theirs: Value): number {
    return this.#cells.get(mine)?.get(theirs) ?? 0;
  }
}

function add<Key>(map: Map<Key, number>, key: Key, amount: number): void {
  map.set(key, (map.get(key) ?? 0) + amount);
}

/** The continuum from end to end: units and the gaps between them. */
function segmentsOf(units: readonly Unit[], length: number): Segment[] {
  const segments: Segment[] = [];
  let reached = 0;
  for (const unit of [...units].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(unit.start, reached);
    const end = Math.min(unit.end, length);
    if (start >= end) continue;
    if (start > reached) segments.push({ start: reached, end: start, value: GAP });
    segments.push({ start, end, value: unit.value });
    reached = end;
  }
  if (reached < length) segments.push({ start: reached, end: length, value: GAP });
  return segments;
}

/** Both rows from left to right, once: every pair of segments that share a length. */
function meet(
  row: readonly Segment[],
  other: readonly Segment[],
  visit: (mine: Segment, theirs: Segment, common: number) => void,
): void {
  for (let i = 0, j = 0; i < row.length && j < other.length; ) {
    const mine = row[i] as Segment;
    const theirs = other[j] as Segment;
    const common = Math.min(mine.end, theirs.end) - Math.max(mine.start, theirs.start);
    if (common > 0) visit(mine, theirs, common);
    if (mine.end <= theirs.end) i++;
    else j++;
  }
}

/** For each unit of the row, the length of it that the other marked too. */
function coverage(row: readonly Segment[], other: readonly Segment[]): Map<Segment, number> {
  const covered = new Map<Segment, number>();
  meet(row, other, (mine, theirs, common) => {
    if (mine.value !== GAP && theirs.value !== GAP) add(covered, mine, common);
  });
  return covered;
}
