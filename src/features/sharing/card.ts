/**
 * The picture of a passage, laid out: which line of text stands where. Neither canvas nor SVG here: both draw the same
 * layout, and it is tested without either. Units are pixels of a square 1080 wide.
 */
import { graphemes } from './graphemes.ts';

export const SIDE = 1080;
const EDGE = 84;
const TOP = 190;
const LARGEST = 84;
const SMALLEST = 30;
/** Line height to size: room for the marks above and below Arabic letters. */
const LEADING = 1.75;

export interface Line {
  readonly text: string;
  /** Where its first letter stands: the right edge of a line that runs from the right. */
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly colour: 'ink' | 'soft' | 'rubric';
  readonly bold: boolean;
  readonly direction: 'rtl' | 'ltr';
}

export interface Card {
  readonly lines: readonly Line[];
  /** Where the rule above the source stands. */
  readonly rule: number;
  /** The side that the mark and the source stand at. */
  readonly side: 'right' | 'left';
  /** Whether words were left out at the end, the passage being too long. */
  readonly cut: boolean;
}

export interface CardWords {
  /** The passage, its paragraphs divided by line breaks, in its quotation marks; or the one word that is explained. */
  readonly words: string;
  /** Whether `words` are a passage; otherwise they are one name or word, set larger, with `told` below it. */
  readonly quotes: boolean;
  readonly told: string | null;
  /** Title, publisher, date. */
  readonly source: string;
  readonly address: string;
  /** Of the name, `told` and `source`. */
  readonly language: 'ar' | 'en';
  readonly reader: string;
}

/** The width of a text at a size, in pixels. */
export type Measure = (text: string, size: number, bold: boolean) => number;

interface Paragraph {
  readonly text: string;
  readonly scale: number;
  readonly direction: 'rtl' | 'ltr';
  readonly colour: Line['colour'];
}

const WIDTH = SIDE - 2 * EDGE;

export function layCard(given: CardWords, measure: Measure): Card {
  const interfaceDirection = given.language === 'ar' ? 'rtl' : 'ltr';
  const side = given.language === 'ar' ? 'right' : 'left';
  const at = (direction: 'rtl' | 'ltr') => (direction === 'rtl' ? SIDE - EDGE : EDGE);

  // From below: the address, the source, who said it, and the rule above them.
  const foot: Line[] = [];
  let y = SIDE - EDGE + 8;
  const address = fitted(given.address, measure);
  const footLine = (
    text: string,
    size: number,
    bold: boolean,
    colour: Line['colour'],
    direction: Line['direction'],
  ) => {
    const x = direction === interfaceDirection ? at(direction) : EDGE;
    foot.unshift({ text, x, y, size, bold, colour, direction });
  };
  footLine(address.text, address.size, false, 'soft', 'ltr');
  y -= 58;
  const notes: [string, number, boolean, Line['colour'], number][] = [
    [given.source, 34, false, 'soft', 3],
    ...(given.quotes && given.told !== null
      ? [[given.told, 37, true, 'ink', 2] as [string, number, boolean, Line['colour'], number]]
      : []),
  ];
  for (const [text, size, bold, colour, most] of notes) {
    const { lines } = within(balanced(text, size, measure, bold), most, (line) => measure(line, size, bold));
    for (const line of lines.toReversed()) {
      footLine(line, size, bold, colour, interfaceDirection);
      y -= size * 1.65;
    }
    y -= 6;
  }
  const rule = y - 14;
  const room = rule - 24 - TOP;

  const paragraphs: Paragraph[] = given.quotes
    ? given.words.split('\n').map((text) => ({ text, scale: 1, direction: 'rtl', colour: 'ink' }))
    : [
        { text: given.words, scale: 1.6, direction: 'rtl', colour: 'rubric' },
        ...(given.told === null
          ? []
          : [{ text: given.told, scale: 0.75, direction: interfaceDirection, colour: 'ink' } as const]),
      ];
  for (let size = LARGEST; ; size -= 2) {
    const set = paragraphs.map((paragraph) => ({
      ...paragraph,
      size: size * paragraph.scale,
      rows: balanced(paragraph.text, size * paragraph.scale, measure),
    }));
    const high = set.reduce((sum, { rows, size: own }) => sum + rows.length * own * LEADING, 0);
    if (high > room && size > SMALLEST) continue;
    const lines: Line[] = [];
    let cut = false;
    // In the middle, a little above it, where the eye looks for it.
    let top = TOP + Math.max(0, (room - high) * 0.42);
    for (const { rows, size: own, direction, colour } of set) {
      const free = Math.max(0, Math.floor((rule - 24 - top) / (own * LEADING)));
      const kept = within(rows, free, (line) => measure(line, own, false));
      cut ||= kept.cut;
      for (const text of kept.lines) {
        lines.push({
          text,
          x: at(direction),
          y: top + own * LEADING * 0.64,
          size: own,
          bold: false,
          colour,
          direction,
        });
        top += own * LEADING;
      }
    }
    const reader: Line = {
      text: given.reader,
      x: side === 'right' ? SIDE - EDGE - 72 : EDGE + 72,
      y: 122,
      size: 40,
      bold: true,
      colour: 'ink',
      direction: interfaceDirection,
    };
    return { lines: [reader, ...lines, ...foot], rule, side, cut };
  }
}

/** As few lines as there must be, of lengths as even as they can be: no single word in a line of its own at the end. */
function balanced(text: string, size: number, measure: Measure, bold = false): string[] {
  let lines = wrap(text, size, bold, measure);
  if (lines.length > MOST_BALANCED) return lines;
  for (let width = WIDTH - STEP; width > WIDTH / 2; width -= STEP) {
    const narrower = wrap(text, size, bold, measure, width);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}
const STEP = 12;
/** A longer text is a column: there its last line matters less than an even edge. */
const MOST_BALANCED = 6;

/** The lines of a text, broken between words; a word longer than a line is broken between letters. */
function wrap(text: string, size: number, bold: boolean, measure: Measure, width = WIDTH): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer, size, bold) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of measure(word, size, bold) <= width ? [word] : graphemes(word)) {
      if (line !== '' && measure(line + letter, size, bold) > width) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** The first lines, the last of them ending with an ellipsis where more would follow. */
function within(lines: readonly string[], most: number, width: (line: string) => number) {
  if (lines.length <= most) return { lines, cut: false };
  const kept = lines.slice(0, most);
  let last = kept.pop();
  if (last !== undefined) {
    while (width(`${last}…`) > WIDTH && last.includes(' ')) last = last.slice(0, last.lastIndexOf(' '));
    kept.push(`${last.replace(/[\s،؛:.]+$/u, '')}…`);
  }
  return { lines: kept, cut: true };
}

/** The address in one line: smaller where it is long, and cut where it is longer still. */
function fitted(address: string, measure: Measure): { readonly text: string; readonly size: number } {
  const text = address.replace(/^https?:\/\//, '');
  for (let size = 28; size >= 17; size--) if (measure(text, size, false) <= WIDTH) return { text, size };
  let short = text;
  while (short !== '' && measure(`${short}…`, 17, false) > WIDTH) short = short.slice(0, -1);
  return { text: `${short}…`, size: 17 };
}
