import * as fc from 'fast-check';
import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { type QrCode, qrOf, qrPath, qrSvg } from './qr.ts';

/** The code as a camera sees it: `scale` pixels to the module. */
function scan({ size, isDark }: QrCode, scale = 4): string | undefined {
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const light = isDark(Math.floor(x / scale), Math.floor(y / scale)) ? 0 : 255;
      pixels.set([light, light, light, 255], (y * side + x) * 4);
    }
  }
  return jsQR(pixels, side, side)?.data;
}

/** The modules that the path of an SVG fills, as `x,y`. */
function filled(path: string): Set<string> {
  const dark = new Set<string>();
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let step = 0; step < Number(width); step++) dark.add(`${Number(x) + step},${y}`);
  return dark;
}

const address = fc
  .stringMatching(/^[A-Za-z0-9/#&=~.,_%-]{0,290}$/)
  .map((rest) => `https://isnad.example/reader/a/x/#${rest}`);

test('what is scanned is the address', () => {
  fc.assert(
    fc.property(address, (link) => {
      const code = qrOf(link);
      expect(code && scan(code)).toBe(link);
    }),
    { numRuns: 40 },
  );
});

test('the SVG fills the same modules, and leaves a margin of four', () => {
  const code = qrOf('https://isnad.example/a/x/#p1.2-9~abcdefgh');
  if (!code) throw new Error('no code');
  const dark = filled(qrPath(code));
  expect(dark.size).toBeGreaterThan(100);
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      expect(dark.has(`${x},${y}`)).toBe(code.isDark(x, y));
      if (Math.min(x, y, code.size - 1 - x, code.size - 1 - y) < 4) expect(code.isDark(x, y)).toBe(false);
    }
  }
  expect(qrSvg(code)).toContain(`viewBox="0 0 ${code.size} ${code.size}"`);
});

test('an address too long for a code that scans well has none', () => {
  expect(qrOf(`https://isnad.example/#${'a'.repeat(331 - 23)}`)).not.toBeNull();
  expect(qrOf(`https://isnad.example/#${'a'.repeat(332 - 23)}`)).toBeNull();
  expect(qrOf(`https://isnad.example/#${'ا'.repeat(160)}`)).toBeNull();
});
