/**
 * Anchoring to an edited text: where the words of a range stand now, with how that is known, or that they are gone.
 *
 * A range is known by its words, by the words around it, and by where the ranges before it went. In this order:
 * 1. the very place, with the same letters around it;
 * 2. near the place that the neighbours lead to expect: words in a row that are the same, found by their diagonal (how far
 *    a word of the quote is from the same word of the text) and aligned word by word, so that words changed, put in or taken
 *    out on the way do no harm;
 * 3. anywhere, under harder conditions.
 *
 * Never on a look-alike. What speaks for a place is counted in bits: a word that is one of a hundred in this text says less
 * than one of ten thousand. It must be more than chance gives among so many places, and more than speaks for any other
 * place; a short range must have its own neighbours, and no two ranges may end up in one place. Else it is an orphan,
 * told, never placed.
 */
import type { Block } from '../article/article.ts';
import type { Span, TextRange } from '../text/range.ts';
import { align, type Aligned } from './align.ts';
import { offsetAfter } from './select.ts';
import { bareOf, keyedWords, type Pieces, type Token, tokensOf } from './tokens.ts';

/** A range as it is looked for. `before` and `after`: the text around it, some words are enough; null where it is not known. */
export interface Quote {
  readonly block: string;
  readonly start: number;
  readonly words: string;
  readonly before: string | null;
  readonly after: string | null;
}

export type Anchoring =
  /** Where it was, letter for letter. */
  | { readonly kind: 'exact'; readonly range: TextRange }
  /** The same letters at another place. */
  | { readonly kind: 'moved'; readonly range: TextRange }
  /** The same place by all that is known, in other words. */
  | { readonly kind: 'changed'; readonly range: TextRange; readonly old: string }
  /** `gone`: nothing is enough like it. `ambiguous`: more than one place is. `taken`: another range is surely there. */
  | { readonly kind: 'orphan'; readonly reason: 'gone' | 'ambiguous' | 'taken' };

/** How much of the text around a range is taken along, in UTF-16 units, to whole words. */
const CONTEXT = 64;
/** Words looked through on each side of the place that is expected. */
const WINDOW = 400;
/** From so many words on a range is known by its own words; a shorter one must have its neighbours. */
const LONG = 4;
/** A long range of which fewer words are left than this part is another. */
const KEPT = 0.5;
/** Bits beyond what chance gives: near the expected place, and anywhere. */
const MARGIN = { near: 7, anywhere: 12 } as const;
/** Bits by which the best place must lead, unless the other is as far off as `FAR` words and this one within `CLOSE`. */
const LEAD = 4;
const CLOSE = 6;
const FAR = 60;
/** The surroundings that stand at the expected place have at least this part of what the best copy has. */
const HOME = 0.5;

/** Quotes of these ranges with the text around them, for as long as their text is at hand. Unknown blocks give no context. */
export function quotesOf(ranges: readonly TextRange[], blocks: readonly Block[]): Quote[] {
  const starts = new Map<string, number>();
  let whole = '';
  for (const { id, text } of blocks) {
    starts.set(id, whole.length);
    whole += `${text}\n`;
  }
  return ranges.map(({ block, start, words }) => {
    const at = starts.get(block);
    if (at === undefined) return { block, start, words, before: null, after: null };
    const [from, to] = [at + start, at + start + words.length];
    const before = whole.slice(Math.max(0, from - CONTEXT), from);
    const after = whole.slice(to, to + CONTEXT);
    return {
      block,
      start,
      words,
      before: from > CONTEXT ? before.replace(/^\S*\s/, '') : before,
      after: to + CONTEXT < whole.length ? after.replace(/\s\S*$/, '') : after,
    };
  });
}

/** What became of each quote in these blocks, in the order of the quotes. */
export function anchorAll(quotes: readonly Quote[], blocks: readonly Block[]): Anchoring[] {
  const text = indexed(blocks);
  const pieces: Pieces = new Map();
  const order = new Map(blocks.map(({ id }, at) => [id, at]));
  const items = quotes
    .map((quote, at) => patternOf(quote, at, text, pieces))
    .sort(
      (a, b) =>
        (order.get(a.quote.block) ?? blocks.length) - (order.get(b.quote.block) ?? blocks.length) ||
        a.quote.start - b.quote.start,
    );
  const found = new Map<Pattern, Found>();
  let last: { readonly block: string; readonly shift: number } | null = null;
  const left: Pattern[] = [];
  for (const item of items) {
    const place: Found = atOnce(item, text) ?? nearby(item, text, last);
    if (!place.range) {
      left.push(item);
      continue;
    }
    found.set(item, place);
    last = { block: item.quote.block, shift: place.shift };
  }
  // What failed is looked for once more between what was found on both sides of it, then anywhere.
  for (const item of left) {
    const place = nearby(item, text, neighbourShift(items, item, found));
    found.set(item, place.range ? place : anywhere(item, text, place));
  }
  settleRivals(found);
  const anchored: Anchoring[] = quotes.map(() => ({ kind: 'orphan', reason: 'gone' }));
  for (const [{ at, quote }, { range, reason }] of found) {
    anchored[at] = range ? toldOf(quote, range) : { kind: 'orphan', reason };
  }
  return anchored;
}

function toldOf(quote: Quote, range: TextRange): Anchoring {
  if (range.words !== quote.words) return { kind: 'changed', range, old: quote.words };
  return { kind: range.block === quote.block && range.start === quote.start ? 'exact' : 'moved', range };
}

interface Indexed {
  readonly blocks: ReadonlyMap<string, { readonly text: string; readonly from: number }>;
  readonly tokens: readonly Token[];
  /** Where each token begins in the blocks' text, one after another. */
  readonly flat: Float64Array;
  readonly ids: Int32Array;
  readonly idOf: ReadonlyMap<string, number>;
  readonly keys: readonly string[];
  readonly places: readonly (readonly number[])[];
  /** What one occurrence of the word says, in bits. */
  readonly bits: Float64Array;
}

function indexed(blocks: readonly Block[]): Indexed {
  const tokens = tokensOf(blocks);
  const starts = new Map<string, { text: string; from: number }>();
  let from = 0;
  for (const { id, text } of blocks) {
    starts.set(id, { text, from });
    from += text.length + 1;
  }
  const idOf = new Map<string, number>();
  const places: number[][] = [];
  const keys: string[] = [];
  const ids = new Int32Array(tokens.length);
  const flat = new Float64Array(tokens.length);
  tokens.forEach(({ key, block, start }, at) => {
    let id = idOf.get(key);
    if (id === undefined) {
      id = keys.length;
      idOf.set(key, id);
      keys.push(key);
      places.push([]);
    }
    ids[at] = id;
    places[id]?.push(at);
    flat[at] = (starts.get(block)?.from ?? 0) + start;
  });
  const bits = Float64Array.from(places, (list) => Math.log2(Math.max(2, tokens.length / list.length)));
  return { blocks: starts, tokens, flat, ids, idOf, keys, places, bits };
}

interface Pattern {
  readonly quote: Quote;
  readonly at: number;
  /** Words before, of and after the range, as the text's numbers; -1 for a word that the text does not have. */
  readonly ids: Int32Array;
  readonly keys: readonly string[];
  /** The range's own words: from this one, up to and without that one. */
  readonly from: number;
  readonly to: number;
  /** Whether the range's words stand beside it once more: then a place one word off is much like the right one. */
  readonly repeats: boolean;
  /** Whether it begins, or ends, its block. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** Letters of the first word before the range, of the last one behind it; marks within the range beside them. */
  readonly head: string;
  readonly tail: string;
  /** The range's letters of its first word. */
  readonly stem: string;
  readonly lead: string;
  readonly trail: string;
}

function patternOf(quote: Quote, at: number, { idOf }: Indexed, pieces: Pieces): Pattern {
  const before = quote.before ?? '';
  const whole = before + quote.words + (quote.after ?? '');
  const span = { start: before.length, end: before.length + quote.words.length };
  const words = keyedWords(whole, pieces);
  const keys = words.map(({ key }) => key);
  const inside = (word: Span) => word.start < span.end && span.start < word.end;
  const from = words.findIndex(inside);
  const to = words.findLastIndex(inside) + 1;
  const [first, last] = [words[from], words[to - 1]];
  const bare = bareOf(whole, span);
  const letters = (start: number, end: number) => keyedWords(whole.slice(start, end), new Map())[0]?.key ?? '';
  return {
    quote,
    at,
    ids: Int32Array.from(keys, (key) => idOf.get(key) ?? -1),
    keys,
    from: Math.max(0, from),
    to: Math.max(0, to),
    atStart: quote.before !== null && !/[\p{L}\p{N}]/u.test(before.slice(before.lastIndexOf('\n') + 1)),
    atEnd: quote.after !== null && !/[\p{L}\p{N}]/u.test(quote.after.split('\n', 1)[0] ?? ''),
    repeats: repeats(keys, from, to),
    stem: letters(bare.start, Math.min(first?.end ?? 0, bare.end)),
    head: first && first.start < span.start ? letters(first.start, span.start) : '',
    tail: last && last.end > span.end ? letters(span.end, last.end) : '',
    lead: whole.slice(span.start, bare.start),
    trail: whole.slice(bare.end, span.end),
  };
}

function repeats(keys: readonly string[], from: number, to: number): boolean {
  for (let at = 0; at + to - from <= keys.length; at++) {
    let same = at !== from;
    for (let j = from; same && j < to; j++) same = keys[j] === keys[at + j - from];
    if (same) return true;
  }
  return false;
}

interface Found {
  readonly range: TextRange | null;
  readonly reason: 'gone' | 'ambiguous' | 'taken';
  /** How far from where it stood, in the units of the whole text. */
  readonly shift: number;
  readonly how: 'atOnce' | 'near' | 'anywhere';
  /** For an orphan: its surroundings were found without it. */
  readonly home: boolean;
}

const orphan = (reason: Found['reason'], home = false): Found => ({ range: null, reason, shift: 0, how: 'near', home });

/** The very place, where the letters around it are the same as far as a word on each side. */
function atOnce(item: Pattern, text: Indexed): Found | null {
  const { block, start, words, before, after } = item.quote;
  const now = text.blocks.get(block);
  if (now?.text.slice(start, start + words.length) !== words || before === null || after === null) return null;
  const wordBefore = /\S*\s*$/.exec(before.slice(before.lastIndexOf('\n') + 1))?.[0] ?? '';
  const wordAfter = /^\s*\S*/.exec(after.split('\n', 1)[0] ?? '')?.[0] ?? '';
  const end = start + words.length;
  const same =
    // At the edge of its block a range has no neighbour there: the place alone must be the same edge.
    (wordBefore === '' ? start === 0 : now.text.slice(0, start).endsWith(wordBefore)) &&
    (wordAfter === '' ? end === now.text.length : now.text.slice(end).startsWith(wordAfter));
  // Two edges and a word: nothing is left that says it is the same paragraph.
  if (!same || (item.to - item.from < LONG && (wordBefore === '' || wordAfter === ''))) return null;
  return { range: { block, start, end, words }, reason: 'gone', shift: 0, how: 'atOnce', home: true };
}

/** The place expected from the neighbours, and some hundred words around it. */
function nearby(item: Pattern, text: Indexed, last: { readonly block: string; readonly shift: number } | null): Found {
  const base = text.blocks.get(item.quote.block);
  if (!base) return orphan('gone');
  const stood = base.from + item.quote.start;
  // Blocks that kept their ids did not move; blocks that were numbered anew moved as the ones before them.
  const shift = last === null ? 0 : last.shift;
  const [own, moved] = [tokenAt(text, stood), tokenAt(text, stood + shift)];
  const low = Math.max(0, Math.min(own, moved) - WINDOW);
  const high = Math.min(text.tokens.length, Math.max(own, moved) + WINDOW + item.ids.length);
  return choose(item, text, candidates(item, text, low, high), high - low, 'near', moved);
}

function anywhere(item: Pattern, text: Indexed, before: Found): Found {
  if (before.reason === 'ambiguous' || before.home) return before;
  const size = text.tokens.length;
  return choose(item, text, candidates(item, text, 0, size), size, 'anywhere', 0);
}

/** Shift of the nearest range that was found, in the order of the text. */
function neighbourShift(items: readonly Pattern[], item: Pattern, found: ReadonlyMap<Pattern, Found>) {
  const at = items.indexOf(item);
  for (let away = 1; away < 20; away++) {
    for (const near of [items[at + away], items[at - away]]) {
      const place = near && found.get(near);
      if (near && place?.range) return { block: near.quote.block, shift: place.shift };
    }
  }
  return null;
}

const tokenAt = ({ flat }: Indexed, offset: number): number => lowerBound(flat, offset);

function lowerBound(list: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A word so frequent says little of where it stands, and would be counted at every line. */
const FREQUENT = 3000;
const MOST_CANDIDATES = 4;

interface Peak {
  readonly at: number;
  /** Bits of all words on the diagonal and beside it. */
  readonly sum: number;
}

/** Diagonals (the text's word where the pattern begins) with most that speaks for them, best first. */
function candidates({ ids }: Pattern, { places, bits }: Indexed, low: number, high: number): Peak[] {
  const offset = low - ids.length;
  const votes = new Float32Array(high - low + 2 * ids.length + 1);
  const whole = high - low > 4 * WINDOW;
  for (let j = 0; j < ids.length; j++) {
    const id = ids[j] as number;
    const list = id < 0 ? undefined : places[id];
    if (!list || (whole && list.length > FREQUENT)) continue;
    for (let k = lowerBound(list, low); k < list.length && (list[k] as number) < high; k++) {
      const at = (list[k] as number) - j - offset;
      votes[at] = (votes[at] as number) + (bits[id] as number);
    }
  }
  const peaks: Peak[] = [];
  // Words put in or taken out spread one place over neighbouring diagonals.
  for (let at = 2; at < votes.length - 2; at++) {
    const own = votes[at] as number;
    if (own === 0) continue;
    const sum =
      own +
      ((votes[at - 1] as number) + (votes[at + 1] as number)) * 0.9 +
      ((votes[at - 2] as number) + (votes[at + 2] as number)) * 0.8;
    const rival = peaks.findIndex((peak) => Math.abs(peak.at - at) <= 3);
    if (rival >= 0) {
      if ((peaks[rival]?.sum ?? 0) < sum) peaks[rival] = { at, sum };
    } else if (peaks.length < MOST_CANDIDATES * 2) peaks.push({ at, sum });
    else {
      const least = peaks.reduce((a, b, index) => (b.sum < (peaks[a]?.sum ?? 0) ? index : a), 0);
      if ((peaks[least]?.sum ?? 0) < sum) peaks[least] = { at, sum };
    }
  }
  return peaks
    .sort((a, b) => b.sum - a.sum)
    .slice(0, MOST_CANDIDATES)
    .map(({ at, sum }) => ({ at: at + offset, sum }));
}

interface Judged extends Aligned {
  readonly score: number;
  readonly sure: boolean;
}

function choose(
  item: Pattern,
  text: Indexed,
  peaks: readonly Peak[],
  places: number,
  how: 'near' | 'anywhere',
  expected: number,
): Found {
  // Where the words around it stand at the expected place, it stood there: a perfect copy farther off is another passage.
  const floor = Math.log2(places) + MARGIN.near;
  const atHome = ({ at, sum }: Peak) =>
    Math.abs(at + item.from - expected) <= CLOSE && sum >= floor && sum >= HOME * (peaks[0]?.sum ?? 0);
  const held = how === 'near' && peaks.some(atHome);
  const judged: Judged[] = [];
  for (const { at } of held ? peaks.filter(atHome) : peaks) {
    const aligned = align(item, text, at);
    if (!aligned || judged.some(({ first, last }) => first <= aligned.last && aligned.first <= last)) continue;
    judged.push({ ...aligned, ...judge(item, text, aligned, places, how, Math.abs(aligned.first - expected)) });
  }
  const [best, ...others] = judged.sort((a, b) => b.score - a.score);
  // The words around it are where they should be: then it is known that it is gone, and it is looked for nowhere else.
  const home = how === 'near' && (peaks[0]?.sum ?? 0) >= floor;
  if (!best) return orphan('gone', home);
  // Two places are alike, sure or not: only the one where it must be by its neighbours is it.
  const alike = [best, ...others.filter(({ score }) => best.score - score < LEAD)];
  const away = (one: Judged) => Math.abs(one.first - expected);
  const [near, far] = [...alike].sort((a, b) => away(a) - away(b));
  const chosen = !far ? near : how === 'near' && near && away(near) <= CLOSE && away(far) >= FAR ? near : undefined;
  if (!chosen?.sure) return orphan(alike.filter(({ sure }) => sure).length > 1 ? 'ambiguous' : 'gone', home);
  const range = cut(item, text, chosen);
  const now = text.blocks.get(range.block)?.from ?? 0;
  const stood = text.blocks.get(item.quote.block)?.from ?? 0;
  return { range, reason: 'gone', shift: now + range.start - stood - item.quote.start, how, home: true };
}

/** What speaks for a place, and whether that is enough. */
function judge(item: Pattern, text: Indexed, found: Aligned, places: number, how: 'near' | 'anywhere', away: number) {
  const size = item.to - item.from;
  const { own, near, before, after } = found;
  const score = found.bits;
  const known = item.quote.before !== null || item.quote.after !== null;
  const enough = score >= Math.log2(places) + MARGIN[how];
  const kept = (own + near / 2) / size;
  const blockOf = (at: number) => text.tokens[at]?.block;
  const [first, last] = [blockOf(found.first), blockOf(found.last)];
  // The edge of its own paragraph is a neighbour too.
  const itsOwn = item.quote.block;
  const left =
    before.next || (item.atStart && found.firstIsFirst && first === itsOwn && blockOf(found.first - 1) !== itsOwn);
  const right = after.next || (item.atEnd && found.lastIsLast && last === itsOwn && blockOf(found.last + 1) !== itsOwn);
  const both = left && right && (before.next || after.next);
  const one = before.next || after.next;
  if (!enough || own + near === 0) return { score, sure: false };
  if (!known) return { score, sure: own === size && size >= LONG };
  const whole = own === size && found.last - found.first + 1 === size;
  if (item.repeats) return { score, sure: whole && both && before.row + after.row >= 4 };
  if (size >= LONG) {
    const around = before.count + after.count;
    // Few different words are left of it (قال … قال … في): those stand in a row in many places.
    if (found.variety < LONG - 1) return { score, sure: whole && both };
    if (!whole && found.variety < LONG)
      return { score, sure: both && how === 'near' && before.row >= 3 && after.row >= 3 };
    return {
      score,
      sure:
        how === 'near'
          ? kept >= KEPT && (around >= 2 || kept >= 0.8) && (one || own >= 2 * LONG)
          : kept >= 0.8 && (both || (one && size >= 2 * LONG)),
    };
  }
  if (both && whole) return { score, sure: true };
  // Its own words were touched: then most of them must be left, in its own paragraph, and all around be as it was.
  if (both && (kept > KEPT || own + near === size))
    return {
      score,
      sure: first === item.quote.block && before.row + after.row >= (near > 0 && own + near === size ? 3 : 6),
    };
  // One neighbour is new: then the other side must be the same for a while, and this one must go on behind the new word.
  const firm = (side: Aligned['before'], other: Aligned['before']) =>
    (side.row >= 3 && other.count >= 2) ||
    (side.row >= 4 && other.count >= 1) ||
    // In its own paragraph, where it was expected, with much around it that is the same.
    (first === item.quote.block &&
      ((away <= CLOSE && side.row >= 2 && side.count + other.count >= 7) ||
        (away <= 1 && side.count + other.count >= 6)));
  return {
    score,
    sure:
      how === 'near' &&
      whole &&
      !standsTwice(item, text, found) &&
      ((before.next && firm(before, after)) || (after.next && firm(after, before))),
  };
}

/** Whether the range's words stand once more close by, with one of its neighbours: then nobody can tell which it was. */
function standsTwice({ ids, from, to }: Pattern, text: Indexed, { first }: Aligned): boolean {
  for (let at = Math.max(0, first - ids.length); at <= first + ids.length; at++) {
    let same = at !== first;
    for (let j = from; same && j < to; j++) same = ids[j] === text.ids[at + j - from];
    const beside = ids[from - 1] === text.ids[at - 1] || ids[to] === text.ids[at + to - from];
    if (same && beside) return true;
  }
  return false;
}

/** The range in the text: what was aligned, cut within its first and last word as it was before. */
function cut(item: Pattern, { tokens, blocks }: Indexed, found: Aligned): TextRange {
  const [first, last] = [tokens[found.first] as Token, tokens[found.last] as Token];
  const text = blocks.get(first.block)?.text ?? '';
  let { start } = first;
  let { end } = last;
  const attached = found.firstIsFirst ? attachedTo(first.key, item) : 0;
  if (attached > 0) start = bareOf(text, { start: offsetAfter(text, first, attached), end: first.end }).start;
  if (item.lead !== '' && text.slice(start - item.lead.length, start) === item.lead) start -= item.lead.length;
  if (item.tail !== '' && found.lastIsLast && last.key.endsWith(item.tail) && last.key !== item.tail)
    end = offsetAfter(text, last, last.key.length - item.tail.length);
  if (item.trail !== '' && text.startsWith(item.trail, end)) end += item.trail.length;
  return { block: first.block, start, end, words: text.slice(start, end) };
}

/** How many letters of this word are attached before the range: as many as before its own letters, or those that were before it. */
function attachedTo(key: string, { head, stem, tail, from, to }: Pattern): number {
  const own = to - from === 1 ? stem + tail : stem;
  const length = key.length - own.length;
  if (own !== '' && key.endsWith(own) && (length <= head.length || length <= 2)) return length;
  return key.startsWith(head) && key.length > head.length ? head.length : 0;
}

/** Two ranges that stood apart cannot both be in one place: the one that is surer of it stays. */
function settleRivals(found: Map<Pattern, Found>): void {
  const rank = { atOnce: 0, near: 1, anywhere: 2 } as const;
  const byPlace = new Map<string, Pattern>();
  for (const [item, place] of found) {
    if (!place.range) continue;
    const key = `${place.range.block} ${place.range.start} ${place.range.end}`;
    const rival = byPlace.get(key);
    const held = rival && found.get(rival);
    if (!rival || !held) {
      byPlace.set(key, item);
      continue;
    }
    if (rival.quote.block === item.quote.block && rival.quote.start === item.quote.start) continue;
    const wins = rank[place.how] - rank[held.how] || Math.abs(place.shift) - Math.abs(held.shift);
    const loser = wins < 0 ? rival : item;
    if (wins < 0) byPlace.set(key, item);
    found.set(loser, orphan('taken'));
  }
}
