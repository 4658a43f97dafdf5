/**
 * From the bytes of a file to its text. Which encoding it is, is decided by evidence: a byte order mark, zero bytes at
 * every other place, bytes that are UTF-8 and hardly could be by chance, letters that are Arabic as Windows-1256.
 */
import { failure, type Result, success } from '../result.ts';
import { fault, type IntakeFault } from './fault.ts';
import { WINDOWS_1256 } from './windows-1256.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Bytes that meant nothing in it and were replaced by U+FFFD. */
  readonly lost: number;
}

/** Looked at before a whole file is read. */
const SAMPLE = 65_536;
/** More broken sequences than this, to one that is right, and it was never UTF-8. */
const TOLERATED = 0.02;

/** Reads bytes as text. Fails with `binary`, `pdf`, `oldWord` or `empty`; never throws. */
export function decodeBytes(bytes: Uint8Array): Result<Decoded, IntakeFault> {
  if (bytes.length === 0) return failure(fault('empty'));
  const [a, b, c, d] = bytes;
  if (a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46) return failure(fault('pdf'));
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return failure(fault('oldWord'));
  if (a === 0xff && b === 0xfe) return wide(bytes.subarray(2), true);
  if (a === 0xfe && b === 0xff) return wide(bytes.subarray(2), false);
  const marked = a === 0xef && b === 0xbb && c === 0xbf;
  if (!marked) {
    const order = wideOrder(bytes);
    if (order !== null) return wide(bytes, order === 'little');
  }
  if (controlShare(bytes) > 0.01) return failure(fault('binary'));
  const { text, right, wrong } = fromUtf8(marked ? bytes.subarray(3) : bytes);
  if (wrong === 0 || marked || wrong <= right * TOLERATED) return success({ text, encoding: 'utf-8', lost: wrong });
  const older = fromTable(bytes);
  if (arabicShare(older) > 0.6) return success({ text: older, encoding: 'windows-1256', lost: 0 });
  return right > wrong ? success({ text, encoding: 'utf-8', lost: wrong }) : failure(fault('binary'));
}

/** Arabic text in UTF-16 has 0x00 or 0x06 in every other byte, and these in hardly any place between. */
function wideOrder(bytes: Uint8Array): 'little' | 'big' | null {
  const end = Math.min(bytes.length, SAMPLE) & ~1;
  if (end < 4) return null;
  let even = 0;
  let odd = 0;
  let zeros = 0;
  for (let at = 0; at < end; at += 2) {
    const [first, second] = [bytes[at], bytes[at + 1]];
    if (first === 0 || first === 6) even++;
    if (second === 0 || second === 6) odd++;
    if (first === 0 || second === 0) zeros++;
  }
  const pairs = end / 2;
  // A text of one word has no space and so no zero byte; a text of any other kind has no byte 6.
  if (zeros === 0 && pairs > 40) return null;
  if (odd / pairs > 0.8 && even / pairs < 0.3) return 'little';
  if (even / pairs > 0.8 && odd / pairs < 0.3) return 'big';
  return null;
}

function wide(bytes: Uint8Array, little: boolean): Result<Decoded, IntakeFault> {
  const length = bytes.length >> 1;
  const units = new Uint16Array(length);
  let zeros = 0;
  for (let at = 0; at < length; at++) {
    const [low, high] = little ? [bytes[at * 2], bytes[at * 2 + 1]] : [bytes[at * 2 + 1], bytes[at * 2]];
    const unit = ((high ?? 0) << 8) | (low ?? 0);
    units[at] = unit;
    if (unit < 9) zeros++;
  }
  if (length === 0) return failure(fault('empty'));
  if (zeros > length / 100) return failure(fault('binary'));
  return success({ text: fromUnits(units), encoding: little ? 'utf-16le' : 'utf-16be', lost: bytes.length & 1 });
}

/** The share of bytes that no text has: controls but tab, line feeds and the end-of-file sign of old editors. */
function controlShare(bytes: Uint8Array): number {
  const end = Math.min(bytes.length, SAMPLE);
  let controls = 0;
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] as number;
    if ((byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 26) || byte === 127) controls++;
  }
  return controls / end;
}

const REPLACEMENT = 0xfffd;

/** As the Unicode Standard has it: no overlong forms, no surrogates, one replacement for each longest broken start. */
function fromUtf8(bytes: Uint8Array): { text: string; right: number; wrong: number } {
  const units = new Uint16Array(bytes.length);
  let to = 0;
  let right = 0;
  let wrong = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at++] as number;
    if (lead < 0x80) {
      units[to++] = lead;
      continue;
    }
    const more =
      lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    let code = more === 1 ? lead & 0x1f : more === 2 ? lead & 0x0f : lead & 0x07;
    let taken = 0;
    for (; taken < more; taken++) {
      const next = bytes[at] ?? 0;
      const least = taken > 0 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const most = taken > 0 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (next < least || next > most) break;
      code = (code << 6) | (next & 0x3f);
      at++;
    }
    if (more === 0 || taken < more) {
      wrong++;
      units[to++] = REPLACEMENT;
    } else {
      right++;
      if (code > 0xffff) {
        units[to++] = 0xd800 + ((code - 0x10000) >> 10);
        units[to++] = 0xdc00 + ((code - 0x10000) & 0x3ff);
      } else units[to++] = code;
    }
  }
  return { text: fromUnits(units.subarray(0, to)), right, wrong };
}

const fromTable = (bytes: Uint8Array): string =>
  fromUnits(Uint16Array.from(bytes, (byte) => WINDOWS_1256[byte] as number));

/** In pieces: an engine takes only so many arguments at once. */
function fromUnits(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}

/** The share of Arabic letters among the letters beyond ASCII, and of the commonest ones among those. */
function arabicShare(text: string): number {
  const sample = text.slice(0, SAMPLE);
  const beyond = sample.match(/[\u00c0-\uffff]/g)?.length ?? 0;
  const arabic = sample.match(/[\u0621-\u064a]/g)?.length ?? 0;
  // ا ل ي م و ن are half of any Arabic text; bytes by chance are not.
  const common = sample.match(/[اليمون]/g)?.length ?? 0;
  return beyond === 0 || common < arabic * 0.3 ? 0 : arabic / beyond;
}
