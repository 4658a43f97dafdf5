/**
 * Finding what a text directive names, as browsers do (WICG, "find a range from a text directive"): the first place in the
 * text, whole words, each part within one block, prefix and suffix beside the rest with nothing but white space between.
 *
 * Words are compared loosely (core/text/fold) and without the accents of Latin letters, which is what Chromium does for
 * Arabic too: tashkeel, tatweel, hamza seats, ى and ي, ة and ه, digits of either kind are no difference.
 */
import type { Article } from '../article/article.ts';
import { fold } from '../text/fold.ts';
import type { TextRange } from '../text/range.ts';
import type { TextDirective } from './directive.ts';

type Blocks = Pick<Article, 'blocks'>;

/** The whole text as it is compared: runs of white space are one space, blocks end in a line break. */
export interface Sheet {
  readonly text: string;
  /** For each unit of `text` the offset of the unit it came from, counted through all blocks; one more for the end. */
  readonly origin: Uint32Array;
  /** Where each block begins, counted so. */
  readonly begins: readonly number[];
  /** Whether a word may begin or end before this unit of `text`. */
  readonly isEdge: (at: number) => boolean;
}

/** A stretch of a {@link Sheet}'s text; `end` exclusive. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** Where the directive's words stand: one range for each block that they touch. Null where the text does not have them. */
export function findFragment({ blocks }: Blocks, directive: TextDirective): TextRange[] | null {
  const sheet = sheetOf(blocks);
  const [match] = matchesOf(sheet, directive);
  return match === undefined ? null : rangesOf(blocks, sheet, match);
}

/** Every place in the text that the directive could mean, the one that it does mean first. */
export function* matchesOf(sheet: Sheet, directive: TextDirective): Generator<Match, void, undefined> {
  const { text, isEdge } = sheet;
  const [prefix, start, end, suffix] = [directive.prefix, directive.start, directive.end, directive.suffix].map(
    (part) => (part === null ? null : comparable(part).text.trim()),
  ) as [string | null, string, string | null, string | null];
  if (prefix === '' || start === '' || end === '' || suffix === '') return;

  const afterSpace = (at: number) => {
    while (text[at] === ' ' || text[at] === '\n') at++;
    return at;
  };
  const closes = (at: number) => {
    if (suffix === null) return isEdge(at);
    const next = afterSpace(at);
    return text.startsWith(suffix, next) && isEdge(next + suffix.length);
  };
  const first = prefix ?? start;
  // What costs least is asked first: a common word is looked at a hundred thousand times in a long text.
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const from = prefix === null ? at : afterSpace(at + prefix.length);
    if (prefix !== null && !text.startsWith(start, from)) continue;
    const to = from + start.length;
    if (end === null) {
      if (closes(to) && isEdge(at)) yield { start: from, end: to };
      continue;
    }
    if (!isEdge(at) || !isEdge(to)) continue;
    let ended = false;
    for (let last = text.indexOf(end, to); last >= 0; last = text.indexOf(end, last + 1)) {
      if (!closes(last + end.length) || !isEdge(last)) continue;
      ended = true;
      yield { start: from, end: last + end.length };
    }
    // No end after this beginning: none after a later one either.
    if (!ended) return;
  }
}

/** Texts do not change; several directives are looked for in one. */
const known = new WeakMap<Blocks['blocks'], Sheet>();

/** The article's text as {@link matchesOf} compares it. */
export function sheetOf(blocks: Blocks['blocks']): Sheet {
  const found = known.get(blocks);
  if (found) return found;
  const size = blocks.reduce((sum, block) => sum + block.text.length + 1, 0);
  const begins: number[] = [];
  const origins: number[] = [];
  const pieces: string[] = [];
  let begin = 0;
  for (const block of blocks) {
    begins.push(begin);
    const { text, origin } = comparable(block.text);
    for (const at of origin) origins.push(begin + at);
    pieces.push(text, '\n');
    begin += block.text.length + 1;
  }
  origins.push(size);
  const sheet: Sheet = {
    text: pieces.join(''),
    origin: Uint32Array.from(origins),
    begins,
    isEdge: edgesOf(blocks, begins, origins),
  };
  known.set(blocks, sheet);
  return sheet;
}

/** Whether words may begin or end there, as the language's own segmenter has it: asked only where it is not plain. */
function edgesOf(
  blocks: Blocks['blocks'],
  begins: readonly number[],
  origins: readonly number[],
): (at: number) => boolean {
  const segmenter = new Intl.Segmenter('ar', { granularity: 'word' });
  const segments = new Map<number, Intl.Segments>();
  return (at) => {
    const offset = origins[at] ?? 0;
    const index = blockAt(begins, offset);
    const text = blocks[index]?.text ?? '';
    const place = offset - (begins[index] ?? 0);
    if (place <= 0 || place >= text.length) return true;
    if (isLetter(text.charCodeAt(place - 1)) && isLetter(text.charCodeAt(place))) return false;
    let here = segments.get(index);
    if (here === undefined) segments.set(index, (here = segmenter.segment(text)));
    const segment = here.containing(place);
    return segment === undefined || segment.isWordLike !== true || segment.index === place;
  };
}

/** Arabic letters and small Latin ones: between two of them no word ends, whatever the language. */
const isLetter = (code: number): boolean => (code >= 0x620 && code <= 0x64a) || (code >= 97 && code <= 122);

function blockAt(begins: readonly number[], offset: number): number {
  let low = 0;
  let high = begins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((begins[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The stretch as ranges of the text itself, without the white space at the edges of each. */
function rangesOf(blocks: Blocks['blocks'], { origin, begins }: Sheet, match: Match): TextRange[] {
  const from = origin[match.start] as number;
  const to = origin[match.end] as number;
  const ranges: TextRange[] = [];
  for (let index = blockAt(begins, from); index < blocks.length && (begins[index] as number) < to; index++) {
    const { id, text } = blocks[index] as Blocks['blocks'][number];
    const begin = begins[index] as number;
    const whole = text.slice(Math.max(0, from - begin), Math.min(text.length, to - begin));
    const words = whole.trim();
    if (words === '') continue;
    const start = Math.max(0, from - begin) + whole.indexOf(words);
    ranges.push({ block: id, start, end: start + words.length, words });
  }
  return ranges;
}

/** Marks of the Latin, Greek and Cyrillic scripts, once they are taken off their letters. */
const ACCENTS = /[\u0300-\u036f]/g;
/** What has no other way of being written, or is folded anyway: most of any Arabic text. */
const PLAIN = /^[\p{ASCII}\s\u00ab\u00bb\u0600-\u06ff\u200c-\u2010\u2012-\u2016\u2018-\u2022]*$/u;

/** A text as it is compared, with the offset of the unit that each unit came from (none for the end). */
function comparable(source: string): { readonly text: string; readonly origin: readonly number[] } {
  const apart = takeApart(source);
  const folded = fold(apart.text, 'loose');
  const origin: number[] = [];
  let text = '';
  for (let i = 0; i < folded.text.length; i++) {
    const unit = folded.text.charAt(i);
    const space = /\s/.test(unit);
    if (space && text.endsWith(' ')) continue;
    text += space ? ' ' : unit;
    const at = folded.origin[i] as number;
    origin.push(apart.origin?.[at] ?? at);
  }
  // The end of the last word is the end of the text, or where the white space after it begins.
  origin.push(source.length);
  return { text, origin };
}

/** Letters apart from their accents, ligatures and forms as the letters they stand for, all small. */
function takeApart(source: string): { readonly text: string; readonly origin: readonly number[] | null } {
  if (PLAIN.test(source)) return { text: source, origin: null };
  const origin: number[] = [];
  let text = '';
  let at = 0;
  for (const point of source) {
    const plain = PLAIN.test(point) ? point : point.normalize('NFKD').replace(ACCENTS, '').toLowerCase();
    for (let i = 0; i < plain.length; i++) origin.push(at);
    text += plain;
    at += point.length;
  }
  return { text, origin };
}
