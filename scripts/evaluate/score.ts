/**
 * How well predicted quotations and entities agree with those that a person annotated, in one article after another.
 *
 * A quotation is *found* where the two contents overlap by at least half (intersection over union, in UTF-16 units, one to one,
 * the best pairs first), *exact* where both edges agree (white space, punctuation and a leading complementiser aside), and
 * counts as *whole* where it is found and its speaker is right: one name's folded words are all in the other. An entity is
 * exact where edges and type agree.
 */
import { foldText } from '../../src/core/text/fold.ts';

export interface Stretch {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}
export interface ScoredQuote extends Stretch {
  readonly speaker: string;
  readonly kind: string;
}
export interface ScoredEntity extends Stretch {
  readonly type: string;
}
export interface Told {
  readonly quotes: readonly ScoredQuote[];
  readonly entities: readonly ScoredEntity[];
}

export interface Tally {
  gold: number;
  predicted: number;
  found: number;
  exact: number;
  speaker: number;
  kind: number;
  goldEntities: number;
  predictedEntities: number;
  entities: number;
}

export const emptyTally = (): Tally => ({
  gold: 0,
  predicted: 0,
  found: 0,
  exact: 0,
  speaker: 0,
  kind: 0,
  goldEntities: 0,
  predictedEntities: 0,
  entities: 0,
});

/** Adds what one article shows to the tally. */
export function count(tally: Tally, text: string, gold: Told, predicted: Told): void {
  const ours = predicted.quotes.map((quote) => ({ ...quote, ...trimmed(text, quote) }));
  const theirs = gold.quotes.map((quote) => ({ ...quote, ...trimmed(text, quote) }));
  tally.gold += theirs.length;
  tally.predicted += ours.length;
  for (const [left, right] of pairs(theirs, ours)) {
    tally.found++;
    if (left.start === right.start && left.end === right.end) tally.exact++;
    if (sameSpeaker(left.speaker, right.speaker)) tally.speaker++;
    if (left.kind === right.kind) tally.kind++;
  }
  const keyOf = ({ start, end, type }: ScoredEntity) => `${start} ${end} ${type}`;
  const known = new Set(gold.entities.map(keyOf));
  const told = new Set(predicted.entities.map(keyOf));
  tally.goldEntities += known.size;
  tally.predictedEntities += told.size;
  for (const key of told) if (known.has(key)) tally.entities++;
}

/** Precision, recall and their harmonic mean, 0 to 1; 0 where there is nothing to divide by. */
export function rates(hits: number, gold: number, predicted: number): { p: number; r: number; f1: number } {
  const p = predicted === 0 ? 0 : hits / predicted;
  const r = gold === 0 ? 0 : hits / gold;
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

/** One to one, the greatest overlaps first; less than half an overlap is none. */
export function pairs<Left extends Stretch, Right extends Stretch>(
  left: readonly Left[],
  right: readonly Right[],
): [Left, Right][] {
  const likely = left
    .flatMap((one) => right.map((other) => ({ one, other, share: overlap(one, other) })))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share);
  const taken = new Set<Left | Right>();
  return likely.flatMap(({ one, other }): [Left, Right][] => {
    if (taken.has(one) || taken.has(other)) return [];
    taken.add(one).add(other);
    return [[one, other]];
  });
}

function overlap(a: Stretch, b: Stretch): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared / (a.end - a.start + b.end - b.start - shared || 1);
}

const EDGE = /[\s\p{P}\u200e\u200f]/u;
const COMPLEMENTISER = /^[بل]?[أإا]نّ?(?:ه|ها|هم|هما|نا|ني|ك|كم)?(?=[\s\p{P}])/u;

/** The stretch without what annotators differ on at its edges: white space, punctuation, a leading أن or إن. */
export function trimmed(text: string, stretch: Stretch): Stretch {
  let { start, end } = stretch;
  const inward = () => {
    while (start < end && EDGE.test(text.charAt(start))) start++;
    while (end > start && EDGE.test(text.charAt(end - 1))) end--;
  };
  inward();
  const [lead = ''] = COMPLEMENTISER.exec(text.slice(start, end)) ?? [];
  if (lead !== '' && lead.length < end - start) {
    start += lead.length;
    inward();
  }
  return { start, end };
}

/** Whether the words of one name are all among the other's; an empty name is nobody's. */
export function sameSpeaker(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const within = (some: ReadonlySet<string>, all: ReadonlySet<string>) =>
    some.size > 0 && [...some].every((word) => all.has(word));
  return within(left, right) || within(right, left);
}

const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(
    foldText(name.normalize('NFKC'), 'loose')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  );
