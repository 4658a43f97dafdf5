/** The picture of a passage, drawn: on a canvas (which becomes a PNG) and as an SVG file that carries its own typeface. */
import { type Card, type CardWords, layCard, type Line, SIDE } from './card.ts';
import { facesFor, FAMILY } from './faces.ts';

export const papers = ['light', 'sepia', 'dark'] as const;
export type Paper = (typeof papers)[number];

/** As in the themes of the reader (ui/tokens.css); a picture leaves the page, so it cannot take them from there. */
const COLOURS: Readonly<Record<Paper, Readonly<Record<Line['colour'] | 'paper' | 'rule', string>>>> = {
  light: { paper: '#fbf8f1', ink: '#231f1a', soft: '#5f574b', rubric: '#9a2b20', rule: '#8a7f6d' },
  sepia: { paper: '#f1e5cc', ink: '#33271a', soft: '#5c4a33', rubric: '#8a2318', rule: '#7d6843' },
  dark: { paper: '#191714', ink: '#ece5d8', soft: '#b3a999', rubric: '#f0978a', rule: '#857b6c' },
};
const STACK = `"${FAMILY}", "Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", serif`;
const fontOf = (size: number, bold: boolean) => `${bold ? 700 : 400} ${size}px ${STACK}`;

/** The mark of the reader, in a square of 32. */
const MARK = {
  stroke: 'M24 6C24 14 8 11 8 19c0 4 4 6 8 6',
  dots: 'M24 1.6l4.4 4.4L24 10.4 19.6 6zM11.5 10.8l3.9 3.9-3.9 3.9-3.9-3.9z',
  open: 'M19.5 20.9l4.1 4.1-4.1 4.1-4.1-4.1z',
};
const MARK_SCALE = 1.8;
const MARK_TOP = 76;
const markLeft = ({ side }: Card) => (side === 'right' ? SIDE - 84 - 32 * MARK_SCALE : 84);

/**
 * Lays the card out and draws it on the canvas, whose size it sets. The typeface must have arrived first: it is waited for,
 * and the promise rejects where it cannot be fetched.
 */
export async function drawPicture(canvas: HTMLCanvasElement, words: CardWords, paper: Paper): Promise<Card> {
  const all = [words.words, words.told ?? '', words.source, words.address, words.reader, '…'].join(' ');
  await Promise.all([document.fonts.load(fontOf(40, false), all), document.fonts.load(fontOf(40, true), all)]);
  canvas.width = SIDE;
  canvas.height = SIDE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  const card = layCard(words, (text, size, bold) => {
    pen.font = fontOf(size, bold);
    return pen.measureText(text).width;
  });
  const colours = COLOURS[paper];
  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, SIDE, SIDE);
  pen.fillStyle = colours.rule;
  pen.fillRect(84, card.rule, SIDE - 168, 2);
  pen.fillRect(84, card.rule + 5, SIDE - 168, 2);

  pen.save();
  pen.translate(markLeft(card), MARK_TOP);
  pen.scale(MARK_SCALE, MARK_SCALE);
  pen.lineWidth = 1.6;
  pen.lineCap = 'round';
  pen.strokeStyle = colours.rule;
  pen.stroke(new Path2D(MARK.stroke));
  pen.fillStyle = colours.rubric;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is no array
  pen.fill(new Path2D(MARK.dots));
  pen.strokeStyle = colours.rubric;
  pen.stroke(new Path2D(MARK.open));
  pen.restore();

  pen.textBaseline = 'alphabetic';
  pen.textAlign = 'start';
  for (const line of card.lines) {
    pen.font = fontOf(line.size, line.bold);
    pen.fillStyle = colours[line.colour];
    pen.direction = line.direction;
    pen.fillText(line.text, line.x, line.y);
  }
  return card;
}

/** The same card as an SVG file, right wherever it is opened: the parts of the typeface that it needs are inside it. */
export async function pictureSvg(card: Card, paper: Paper, label: string): Promise<string> {
  const colours = COLOURS[paper];
  const faces = await facesFor(card.lines.map(({ text }) => text).join(''));
  const lines = card.lines.map(
    ({ text, x, y, size, bold, colour, direction }) =>
      `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" font-weight="${bold ? 700 : 400}" fill="${colours[colour]}" direction="${direction}" text-anchor="start" xml:lang="${direction === 'rtl' ? 'ar' : 'en'}">${escapeXml(text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}" role="img">`,
    `<title>${escapeXml(label)}</title>`,
    `<style>${faces}text{font-family:${STACK};white-space:pre}</style>`,
    `<rect width="${SIDE}" height="${SIDE}" fill="${colours.paper}"/>`,
    `<path d="M84 ${round(card.rule)}h${SIDE - 168}v2H84zM84 ${round(card.rule + 5)}h${SIDE - 168}v2H84z" fill="${colours.rule}"/>`,
    `<g transform="translate(${round(markLeft(card))} ${MARK_TOP}) scale(${MARK_SCALE})" stroke-width="1.6" stroke-linecap="round">`,
    `<path d="${MARK.stroke}" fill="none" stroke="${colours.rule}"/>`,
    `<path d="${MARK.dots}" fill="${colours.rubric}"/>`,
    `<path d="${MARK.open}" fill="none" stroke="${colours.rubric}"/></g>`,
    ...lines,
    '</svg>\n',
  ].join('\n');
}

const round = (value: number): number => Math.round(value * 100) / 100;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an SVG file: what XML cannot carry at all is left out. */
const escapeXml = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
