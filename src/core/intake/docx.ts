/** The paragraphs of a Word document. Nothing is unpacked but the text itself, and of that no more than the bounds allow. */
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { failure, type Result, success } from '../result.ts';
import { decodeBytes } from './bytes.ts';
import { fault, INTAKE_LIMITS, type IntakeFault } from './fault.ts';

const TEXT = 'word/document.xml';
const DEEPEST = 400;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** The document's text, a paragraph a line with an empty one between; its title where a paragraph is styled as one. */
export function readWord(
  bytes: Uint8Array,
): Result<{ readonly title: string | null; readonly text: string }, IntakeFault> {
  const source = unfold(bytes);
  if (!source.ok) return source;
  const decoded = decodeBytes(source.value);
  if (!decoded.ok) return failure(fault('damaged', TEXT));
  return paragraphs(decoded.value.text);
}

function unfold(bytes: Uint8Array): Result<Uint8Array, IntakeFault> {
  let refused: IntakeFault | null = null;
  let entries = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++entries > INTAKE_LIMITS.entries) refused = fault('tooLarge', `> ${INTAKE_LIMITS.entries} files`);
        if (name !== TEXT || refused) return false;
        // The room that is told is the room that is made: a file that unfolds to more is cut there.
        if (originalSize > INTAKE_LIMITS.unfolded) refused = fault('tooLarge', `${originalSize}`);
        return refused === null;
      },
    });
    if (refused) return failure(refused);
    const file = Object.hasOwn(files, TEXT) ? files[TEXT] : undefined;
    // Any other zip: spreadsheets, programs, archives.
    return file ? success(file) : failure(fault('binary', 'zip'));
  } catch (error) {
    return failure(fault('damaged', error instanceof Error ? error.message : ''));
  }
}

class Stop extends Error {}

function paragraphs(xml: string): Result<{ readonly title: string | null; readonly text: string }, IntakeFault> {
  // A document type could declare entities; Word writes none.
  if (/<!DOCTYPE/i.test(xml)) return failure(fault('damaged', 'DOCTYPE'));
  const parser = new SaxesParser();
  const found: string[] = [];
  const open: string[] = [];
  let title: string | null = null;
  let line = '';
  let titled = false;
  let copies = 0;
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    if (open.length >= DEEPEST) throw new Stop('depth');
    open.push(name);
    // What older programs would show in place of what stands before it: the same words again.
    if (name === 'mc:Fallback') copies++;
    if (copies > 0) return;
    if (name === 'w:pStyle' && /^(?:title|heading1|العنوان)$/i.test(attributes['w:val'] ?? '')) titled = true;
    if (name === 'w:tab' && open.at(-2) === 'w:r') line += ' ';
    if (name === 'w:br' || name === 'w:cr') line += '\n';
    if (name === 'w:noBreakHyphen') line += '-';
    if (name === 'w:p' && !isSelfClosing && line !== '') end();
  });
  const end = () => {
    const whole = line.trim();
    if (whole !== '') found.push(whole);
    if (titled && title === null && whole !== '' && whole.length < 400) title = whole;
    line = '';
    titled = false;
  };
  parser.on('text', (letters) => {
    if (copies === 0 && open.at(-1) === 'w:t') line += letters;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'mc:Fallback') copies--;
    open.pop();
    if (name === 'w:p' && copies === 0) end();
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    return failure(fault('damaged', error instanceof Error ? error.message : ''));
  }
  return success({ title, text: found.join('\n\n') });
}
