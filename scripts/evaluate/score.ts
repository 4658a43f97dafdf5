/**
 * How well predicted quotations and entities fit annotated ones.
 *
 * A predicted quotation is found where it and an annotated one overlap by half or more (shared letters over letters covered by
 * either); it is exact where both have the same edges, white space, punctuation and a leading أن or إن aside; its speaker is right
 * where one name's words are among the other's. An entity counts where its edges and its type are the same.
 */
export interface Quote {
  /** UTF-16 offsets into the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
  readonly kind: string;
}
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}
export interface Annotated {
  readonly quotes: readonly Quote[];
  readonly entities: readonly Named[];
}

/** Precision, recall and their harmonic mean, 0 to 1. */
export interface Rate {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}
export function rate(hits: number, gold: number, predicted: number): Rate {
  const p = predicted > 0 ? hits / predicted : 0;
  const r = gold > 0 ? hits / gold : 0;
  return { p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether two names can be one speaker's: all words of the one are among the other's; an empty name is nobody's. */
export function sameSpeaker(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => new Set(fold(name).split(' ').filter(Boolean))) as [Set<string>, Set<string>];
  const within = (few: Set<string>, many: Set<string>) => few.size > 0 && [...few].every((word) => many.has(word));
  return within(a, b) || within(b, a);
}

const EDGE = /[\s\p{P}\u200e\u200f]/u;
const COMPLEMENTISER = /^[بل]?[أإا]نّ?(?:هما|ها|هم|نا|ني|كم|ه|ك)?(?=[\s\p{P}])/u;

/** A content without what annotators differ on at its edges: white space, punctuation, a leading complementiser. */
export function trimmed<Item extends { readonly start: number; readonly end: number }>(text: string, item: Item): Item {
  let { start, end } = item;
  const inward = () => {
    while (start < end && EDGE.test(text.charAt(start))) start++;
    while (end > start && EDGE.test(text.charAt(end - 1))) end--;
  };
  inward();
  const lead = COMPLEMENTISER.exec(text.slice(start, end))?.[0].length ?? 0;
  if (lead > 0 && start + lead < end) {
    start += lead;
    inward();
  }
  return { ...item, start, end };
}

function overlap(a: Quote, b: Quote): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared / Math.max(1, a.end - a.start + (b.end - b.start) - shared);
}

/** Pairs of indices, gold and predicted: the best overlaps first, each quotation in one pair at most. */
export function pairs(gold: readonly Quote[], predicted: readonly Quote[]): [number, number][] {
  const all = gold.flatMap((one, i) => predicted.map((other, j) => ({ i, j, value: overlap(one, other) })));
  const chosen = new Map<number, number>();
  const used = new Set<number>();
  for (const { i, j, value } of all.sort((a, b) => b.value - a.value)) {
    if (value < 0.5 || chosen.has(i) || used.has(j)) continue;
    chosen.set(i, j);
    used.add(j);
  }
  return [...chosen];
}

/** What was counted in one article; counts of several articles are added up. */
export interface Count {
  readonly gold: number;
  readonly predicted: number;
  readonly found: number;
  readonly exact: number;
  readonly speaker: number;
  readonly kind: number;
  readonly goldEntities: number;
  readonly predictedEntities: number;
  readonly entities: number;
  readonly spans: number;
}

export function count(text: string, gold: Annotated, predicted: Annotated): Count {
  const [goldQuotes, predictedQuotes] = [gold.quotes, predicted.quotes].map((quotes) => quotes.map((quote) => trimmed(text, quote))) as [Quote[], Quote[]];
  const matched = pairs(goldQuotes, predictedQuotes).map(([i, j]) => [goldQuotes[i], predictedQuotes[j]] as [Quote, Quote]);
  const byEdges = (entities: readonly Named[]) => new Map(entities.map(({ start, end, type }) => [`${start}-${end}`, type]));
  const [goldNames, predictedNames] = [byEdges(gold.entities), byEdges(predicted.entities)];
  const spans = [...predictedNames].filter(([edges]) => goldNames.has(edges));
  return {
    gold: goldQuotes.length,
    predicted: predictedQuotes.length,
    found: matched.length,
    exact: matched.filter(([a, b]) => a.start === b.start && a.end === b.end).length,
    speaker: matched.filter(([a, b]) => sameSpeaker(a.speaker, b.speaker)).length,
    kind: matched.filter(([a, b]) => a.kind === b.kind).length,
    goldEntities: goldNames.size,
    predictedEntities: predictedNames.size,
    entities: spans.filter(([edges, type]) => goldNames.get(edges) === type).length,
    spans: spans.length,
  };
}

export interface Score {
  readonly articles: number;
  readonly quotes: {
    readonly gold: number;
    readonly predicted: number;
    readonly found: Rate;
    readonly exact: Rate;
    /** Of the quotations found, the part whose speaker is right, 0 to 1. */
    readonly speaker: number;
    /** Found, and with the right speaker. */
    readonly whole: Rate;
    readonly kind: number;
  };
  readonly entities: { readonly gold: number; readonly predicted: number; readonly exact: Rate; readonly span: Rate };
}

export function score(counts: readonly Count[]): Score {
  const sum = (key: keyof Count) => counts.reduce((total, one) => total + one[key], 0);
  const [gold, predicted, found] = [sum('gold'), sum('predicted'), sum('found')];
  const [goldNames, names] = [sum('goldEntities'), sum('predictedEntities')];
  return {
    articles: counts.length,
    quotes: {
      gold,
      predicted,
      found: rate(found, gold, predicted),
      exact: rate(sum('exact'), gold, predicted),
      speaker: found > 0 ? sum('speaker') / found : 0,
      whole: rate(sum('speaker'), gold, predicted),
      kind: found > 0 ? sum('kind') / found : 0,
    },
    entities: { gold: goldNames, predicted: names, exact: rate(sum('entities'), goldNames, names), span: rate(sum('spans'), goldNames, names) },
  };
}
