/**
 * Re-anchoring, measured: a long article is annotated, one in twenty of its words is edited (a letter mistyped, the word
 * replaced, taken out, or another put in before it), and each annotation is looked for again. Every word is followed through
 * the edits, so that what is right is known: an annotation none of whose words is left is right to be an orphan.
 *
 * Beside it: approx-string-match as Hypothesis uses it to anchor by quotation (candidates with at most half the quote's
 * letters wrong, at most 256; weights 50 for the quote, 20 and 20 for the text before and after, 2 for the place), on the
 * whole text, with 32 letters on each side as it keeps them (Isnād takes what core/annotation/reanchor takes).
 *   tsx scripts/bench/reanchor.ts [words] [annotations]
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import search from 'approx-string-match';
import { type Anchoring, anchorAll, type Quote, quotesOf } from '../../src/core/annotation/reanchor.ts';
import { keyOfWord } from '../../src/core/annotation/tokens.ts';
import type { Article, Block } from '../../src/core/article/article.ts';
import type { TextRange } from '../../src/core/text/range.ts';
import { libraryParagraphs, synthesise } from './synthesise.ts';

export interface ReanchorStanding {
  readonly name: string;
  readonly annotations: number;
  /** Parts of the annotations, 0 to 1: at the right place (0.8 of the letters or more), elsewhere, given up, inexact. */
  readonly right: number;
  readonly wrong: number;
  readonly lost: number;
  readonly inexact: number;
  /** Milliseconds for all of them, of processor time. */
  readonly ms: number;
}

/** How much of the text around a quote is known: as Hypothesis keeps it. */
const AROUND = 32;
/** Hypothesis takes a tenth of a second for each: so many are measured, and the time for all is told. */
const RIVAL = 60;

/** Numbers that are the same in each run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Followed {
  readonly block: string;
  /** Where the word stood. */
  readonly start: number;
  readonly end: number;
  /** Where it stands; null where it was taken out or replaced. */
  readonly now: { readonly start: number; readonly end: number } | null;
}

const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

/** The blocks with this part of their words edited, and every old word followed. */
export function editWords(blocks: readonly Block[], part: number, seed: number) {
  const roll = dice(seed);
  const one = <Item>(list: ArrayLike<Item>): Item => list[Math.floor(roll() * list.length)] as Item;
  const vocabulary = blocks.flatMap(({ text }) => text.match(/\p{L}+/gu) ?? []);
  const words: Followed[] = [];
  const edited = blocks.map((block): Block => {
    let text = '';
    let reached = 0;
    for (const { 0: word, index } of block.text.matchAll(/\S+/g)) {
      text += block.text.slice(reached, index);
      reached = index + word.length;
      const old = { block: block.id, start: index, end: reached };
      const keep = (as: string) => {
        words.push({ ...old, now: { start: text.length, end: text.length + as.length } });
        text += as;
      };
      if (roll() >= part) keep(word);
      else {
        const what = roll();
        if (what < 0.4) {
          const at = Math.floor(roll() * word.length);
          keep(word.slice(0, at) + one(LETTERS) + word.slice(at + 1));
        } else if (what < 0.6) {
          const other = one(vocabulary);
          // The same word in another spelling is no other word.
          if (keyOfWord(other) === keyOfWord(word)) keep(other);
          else {
            words.push({ ...old, now: null });
            text += other;
          }
        } else if (what < 0.8) {
          words.push({ ...old, now: null });
          text = text.trimEnd();
        } else {
          text += `${one(vocabulary)} `;
          keep(word);
        }
      }
    }
    return { ...block, text: text + block.text.slice(reached) };
  });
  return { blocks: edited, words };
}

/** So many ranges of the article: its quotations, their cues, and names, in turn. */
function pick(article: Article, count: number): TextRange[] {
  const quotations = article.quotations.flatMap(({ contents, cue }) => [...contents, ...cue]);
  const names = article.mentions.map(({ range }) => range);
  const from = (list: readonly TextRange[], many: number) =>
    Array.from({ length: many }, (_, at) => list[Math.floor((at * list.length) / many)] as TextRange);
  return [...from(quotations, Math.floor(count / 2)), ...from(names, count - Math.floor(count / 2))];
}

function quoteOf({ block, start, end, words }: TextRange, flat: Flat): Quote {
  const at = (flat.starts.get(block) ?? 0) + start;
  return {
    block,
    start,
    words,
    before: flat.text.slice(Math.max(0, at - AROUND), at),
    after: flat.text.slice(at + end - start, at + end - start + AROUND),
  };
}

interface Flat {
  readonly text: string;
  readonly starts: ReadonlyMap<string, number>;
}

function flatten(blocks: readonly Block[]): Flat {
  const starts = new Map<string, number>();
  let text = '';
  for (const block of blocks) {
    starts.set(block.id, text.length);
    text += `${block.text}\n`;
  }
  return { text, starts };
}

/** The best place of a quote in a text, as hypothesis/client's match-quote finds it; null where nothing is like it. */
function matchQuote(text: string, { words, before, after }: Quote, hint: number) {
  const most = Math.min(256, words.length / 2);
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    exact.push({ start: at, end: at + words.length, errors: 0 });
  const matches = exact.length > 0 ? exact : search(text, words, Math.floor(most));
  const likeness = (piece: string, wanted: string) =>
    wanted === '' ? 1 : 1 - (search(piece, wanted, wanted.length)[0]?.errors ?? wanted.length) / wanted.length;
  let best: { start: number; end: number; score: number } | null = null;
  for (const { start, end, errors } of matches) {
    const score =
      50 * (1 - errors / words.length) +
      20 * likeness(text.slice(Math.max(0, start - (before?.length ?? 0)), start), before ?? '') +
      20 * likeness(text.slice(end, end + (after?.length ?? 0)), after ?? '') +
      2 * (1 - Math.abs(start - hint) / text.length);
    if (!best || score > best.score) best = { start, end, score };
  }
  return best;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

type Verdict = 'right' | 'wrong' | 'lost' | 'inexact';

/** `found`: a stretch of the edited text as a whole, or null. */
function judge(
  range: TextRange,
  found: { start: number; end: number } | null,
  words: readonly Followed[],
  flat: Flat,
): Verdict {
  const own = words.filter(({ start, end }) => start < range.end && range.start < end);
  const from = flat.starts.get(range.block) ?? 0;
  const left = own.flatMap(({ now }) => (now ? [{ start: from + now.start, end: from + now.end }] : []));
  if (left.length === 0) return found === null ? 'right' : 'wrong';
  if (found === null) return 'lost';
  if (!left.some(({ start, end }) => start < found.end && found.start < end)) return 'wrong';
  const [first, last] = [left[0], left.at(-1)] as [Stretch, Stretch];
  // A mention may be a part of its word (behind an attached letter, the 2 of 2-1): the word is the measure.
  if (own.length === 1 && first.start <= found.start && found.end <= first.end) return 'right';
  const union = Math.max(last.end, found.end) - Math.min(first.start, found.start);
  const shared = Math.min(last.end, found.end) - Math.max(first.start, found.start);
  return shared / union >= 0.8 ? 'right' : 'inexact';
}

/** Both ways on the same article, edits and annotations. */
export function reanchorContest(
  article: Article,
  annotations: number,
  part = 0.05,
  seed = 20_261_125,
): ReanchorStanding[] {
  const ranges = pick(article, annotations);
  const before = flatten(article.blocks);
  const edited = editWords(article.blocks, part, seed);
  const flat = flatten(edited.blocks);
  const byBlock = new Map<string, Followed[]>();
  for (const word of edited.words) {
    const list = byBlock.get(word.block);
    if (list) list.push(word);
    else byBlock.set(word.block, [word]);
  }
  const standing = (name: string, verdicts: readonly Verdict[], ms: number): ReanchorStanding => {
    const share = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length / verdicts.length;
    const [right, wrong, lost, inexact] = [share('right'), share('wrong'), share('lost'), share('inexact')];
    return { name, annotations: verdicts.length, right, wrong, lost, inexact, ms };
  };
  const verdictOf = (range: TextRange, found: Stretch | null) =>
    judge(range, found, byBlock.get(range.block) ?? [], flat);
  const place = (found: Anchoring | undefined) => {
    if (!found || found.kind === 'orphan') return null;
    const from = flat.starts.get(found.range.block) ?? 0;
    return { start: from + found.range.start, end: from + found.range.end };
  };

  let clock = process.cpuUsage();
  const found = anchorAll(quotesOf(ranges, article.blocks), edited.blocks);
  const ours = process.cpuUsage(clock);
  const some = Math.min(RIVAL, ranges.length);
  const chosen = Array.from({ length: some }, (_, at) => Math.floor((at * ranges.length) / some));
  clock = process.cpuUsage();
  const theirs = chosen.map((at) => {
    const quote = quoteOf(ranges[at] as TextRange, before);
    return matchQuote(flat.text, quote, (before.starts.get(quote.block) ?? 0) + quote.start);
  });
  const rival = process.cpuUsage(clock);
  const ms = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;
  return [
    standing(
      'Isnād',
      ranges.map((range, at) => verdictOf(range, place(found[at]))),
      ms(ours),
    ),
    standing(
      'approx-string-match',
      chosen.map((at, index) => verdictOf(ranges[at] as TextRange, theirs[index] ?? null)),
      (ms(rival) / some) * ranges.length,
    ),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [words = 100_000, annotations = 1000] = process.argv.slice(2).map(Number);
  const folder = path.join('public', 'data', 'articles');
  const article = synthesise('long', words, libraryParagraphs(folder));
  for (const row of reanchorContest(article, annotations)) console.log(row);
}
