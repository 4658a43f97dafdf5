import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from './bytes.ts';
import { WINDOWS_1256 } from './windows-1256.ts';

const TEXT = 'قال الوزير إن «الاتفاق» وُقّع في الرياض، وأضاف: لن نتراجع! (AFP) 2017';
const utf8 = (text: string) => new TextEncoder().encode(text);
const older = (text: string) => Uint8Array.from(text, (sign) => WINDOWS_1256.indexOf(sign.charCodeAt(0)));
const wide = (text: string, little: boolean, mark: boolean) => {
  const units = (mark ? '\ufeff' : '') + text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < units.length; at++) view.setUint16(at * 2, units.charCodeAt(at), little);
  return bytes;
};
const read = (bytes: Uint8Array) => {
  const result = decodeBytes(bytes);
  return result.ok ? [result.value.encoding, result.value.text, result.value.lost] : result.failure.kind;
};

describe('bytes', () => {
  test('the table is the one of the browsers', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(String.fromCharCode(...WINDOWS_1256)).toBe(new TextDecoder('windows-1256').decode(bytes));
  });

  test.each([
    ['UTF-8', utf8(TEXT), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-16 LE', wide(TEXT, true, true), 'utf-16le'],
    ['UTF-16 BE', wide(TEXT, false, true), 'utf-16be'],
    ['UTF-16 LE without a mark', wide(TEXT, true, false), 'utf-16le'],
    ['UTF-16 BE without a mark', wide(TEXT, false, false), 'utf-16be'],
    ['Windows-1256', older(TEXT), 'windows-1256'],
    ['Windows-1256 among markup', older(`<p class="a">${TEXT}</p>`), 'windows-1256'],
  ])('%s', (_, bytes, encoding) => {
    const [as, text, lost] = read(bytes);
    expect(as).toBe(encoding);
    expect(text).toContain(TEXT);
    expect(lost).toBe(0);
  });

  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48]), 'binary'],
    ['zeros', new Uint8Array(1000), 'binary'],
    ['a PDF', utf8('%PDF-1.7 …'), 'pdf'],
    ['an old Word document', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'oldWord'],
    ['bytes that are no letters', Uint8Array.from({ length: 500 }, (_, at) => 0xf5 + (at % 11)), 'binary'],
  ])('%s is refused', (_, bytes, kind) => expect(read(bytes)).toBe(kind));

  test('a text cut in the middle of a letter, or with one broken byte, is still UTF-8', () => {
    const hurt = utf8(TEXT.repeat(5));
    hurt[1] = 0x20;
    expect(read(hurt)[0]).toBe('utf-8');
    const cut = utf8(TEXT.repeat(3) + 'ق').slice(0, -1);
    expect(read(cut)).toEqual(['utf-8', `${TEXT.repeat(3)}\ufffd`, 1]);
  });

  test('UTF-8 is read as the browsers read it, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }).map(utf8), fc.uint8Array({ maxLength: 3 })), { maxLength: 20 }),
        (pieces) => {
          const text = utf8('ق'.repeat(2000));
          const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...text, ...pieces.flatMap((piece) => [...piece])]);
          const result = decodeBytes(bytes);
          if (result.ok) expect(result.value.text).toBe(new TextDecoder().decode(bytes));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('any bytes at all are answered', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof decodeBytes(bytes).ok === 'boolean'));
  });
});
