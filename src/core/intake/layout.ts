/**
 * A cleaned text in its parts: headline, lines of place, date and author, paragraphs, headings between them, the line that
 * names the source. `plainText` of the blocks is the text that everything else is said about.
 */
import type { Block, BlockType } from '../article/article.ts';
import { foldText } from '../text/fold.ts';
import { countWords } from '../text/words.ts';
import { isByline, isDateline, isSourceLine, readAuthor, readDate } from './lines.ts';

export interface Layout {
  readonly blocks: readonly Block[];
  readonly title: string | null;
  readonly author: string | null;
  /** ISO 8601 date, where a line of the head tells one. */
  readonly published: string | null;
  /** Lines that an old page or letter had broken in the middle of sentences, joined again. */
  readonly joined: number;
}

const SENTENCE_END = /[.!?؟…۔:؛»"”)\]]$/;
const HEADLINE = { letters: 300, words: 45 };
const HEADING = { letters: 80, words: 10 };
/** How far into the text lines of its head are looked for. */
const HEAD_LINES = 6;

/** Lays a text out in blocks; `title` is what the file says of itself. Of a text without letters there are no blocks. */
export function layOut(text: string, title: string | null = null): Layout {
  const { lines, joined } = gather(text);
  const types: BlockType[] = lines.map(() => 'paragraph');
  const same = (a: string, b: string) =>
    foldText(a, 'loose').replace(/\P{L}+/gu, '') === foldText(b, 'loose').replace(/\P{L}+/gu, '');
  if (title !== null && lines[0] && !same(lines[0].text, title)) {
    lines.unshift({ text: title, gap: 0 });
    types.unshift('headline');
    if (lines[1]) lines[1].gap = 2;
  } else if (lines[0] && (title !== null || isHeadline(lines[0].text, lines[1]?.text))) types[0] = 'headline';
  let author: string | null = null;
  let published: string | null = null;
  // «Breaking News (Reuters)» above the headline is no headline of an Arabic text.
  let head = types[0] === 'headline' ? 1 : 0;
  if (head === 0 && lines.length > 2 && foreign(lines[0]?.text ?? '') && types[0] === 'paragraph') {
    types[0] = 'dateline';
    if (isHeadline(lines[1]?.text ?? '', lines[2]?.text)) types[1] = 'headline';
    head = types[1] === 'headline' ? 2 : 1;
  }
  const headline = types.indexOf('headline');
  for (let at = head; at < Math.min(lines.length - 1, head + HEAD_LINES); at++) {
    const line = usual(lines[at]?.text ?? '');
    const by = isByline(line);
    if (!by && !isDateline(line)) {
      // The head is over where a paragraph begins.
      if (countWords(line) > 20) break;
      continue;
    }
    types[at] = 'dateline';
    if (by) author ??= readAuthor(line);
    published ??= readDate(line);
  }
  lines.forEach(({ text: line }, at) => {
    if (types[at] !== 'paragraph') return;
    const next = lines[at + 1]?.text ?? '';
    if (at > head && at >= lines.length - 3 && isSourceLine(line)) types[at] = 'source';
    else if (at > head && isHeading(line) && next.length > line.length * 2 && !isHeading(next)) types[at] = 'section';
  });
  const counts = new Map<string, number>();
  const blocks = lines.map(({ text: line, gap }, at): Block => {
    const type = types[at] ?? 'paragraph';
    const count = (counts.get(type) ?? 0) + 1;
    counts.set(type, count);
    return { id: `${LETTER[type]}${count}`, type, gap: at === 0 ? 0 : gap, text: line };
  });
  return { blocks, title: headline < 0 ? null : (lines[headline]?.text ?? null), author, published, joined };
}

const LETTER: Readonly<Record<BlockType, string>> = {
  headline: 'h',
  dateline: 'd',
  lede: 'l',
  section: 's',
  paragraph: 'p',
  source: 'r',
  reference: 'c',
};

function isHeadline(line: string, next: string | undefined): boolean {
  if (next === undefined || line.length > HEADLINE.letters || countWords(line) > HEADLINE.words) return false;
  return !foreign(line) && !/[.،؛:۔]$/.test(line) && !isDateline(usual(line)) && !isByline(line);
}

const foreign = (line: string): boolean => !/[\u0620-\u064a]/.test(line);

/** The letters that a Persian keyboard has, as the lists of agencies and months have them: ی, ک. */
const usual = (line: string): string => line.replaceAll('\u06cc', '\u064a').replaceAll('\u06a9', '\u0643');

/** A line that goes on with «و» is rather a sentence that a page tore apart («وتعهد عشرون» above «بلدا متقدما …»). */
const GOES_ON = /^و(?!زير|زار|كال|اشنطن|ثائق|فاة|قف|ساط|عود|ضع|لاي|حد)/;

const isHeading = (line: string): boolean =>
  line.length <= HEADING.letters &&
  countWords(line) <= HEADING.words &&
  !SENTENCE_END.test(line) &&
  !GOES_ON.test(line) &&
  !/[،,\-–—]$/.test(line) &&
  /\p{L}/u.test(line);

interface Line {
  text: string;
  /** Line breaks before it: 1, or 2 where lines stood empty. */
  gap: number;
}

/** The paragraphs of a text, by its line breaks; lines of even length that end amid sentences are joined. */
function gather(text: string): { lines: Line[]; joined: number } {
  const lines: Line[] = [];
  let gap = 0;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line !== '') lines.push({ text: line, gap: Math.min(2, gap) });
    gap = line === '' ? gap + 1 : 1;
  }
  const width = wrapWidth(lines);
  if (width === null) return { lines, joined: 0 };
  const paragraphs: { pieces: string[]; gap: number }[] = [];
  let joined = 0;
  lines.forEach((line, at) => {
    const before = lines[at - 1]?.text ?? '';
    // A last line is shorter than the others; one far shorter is a headline or a name.
    const ended = before.length < width * (SENTENCE_END.test(before) ? 0.8 : 0.5);
    const open = paragraphs.at(-1);
    if (!open || line.gap === 2 || ended) paragraphs.push({ pieces: [line.text], gap: line.gap });
    else {
      open.pieces.push(line.text);
      joined++;
    }
  });
  return { lines: paragraphs.map(({ pieces, gap }) => ({ text: pieces.join(' '), gap })), joined };
}

/** The width that a text was broken at (UTF-16 units), or null where its line breaks are its own. */
function wrapWidth(lines: readonly Line[]): number | null {
  const inner = lines.filter((_, at) => lines[at + 1]?.gap === 1).map(({ text }) => text);
  if (inner.length < 4) return null;
  const lengths = inner.map(({ length }) => length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const share = (holds: (line: string) => boolean) => inner.filter(holds).length / inner.length;
  const broken =
    width >= 40 &&
    (lengths.at(-1) ?? 0) <= 160 &&
    share(({ length }) => length >= width * 0.7) >= 0.7 &&
    share((line) => !SENTENCE_END.test(line)) >= 0.6;
  return broken ? width : null;
}
