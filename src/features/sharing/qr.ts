import { encode } from 'uqr';

/** A QR code: a square of modules with the light margin that scanners need around it. */
export interface QrCode {
  /** Modules along a side, the margin included. */
  readonly size: number;
  readonly isDark: (x: number, y: number) => boolean;
}

/** Version 13 (69 modules): what a phone still reads from a printed sheet or across a classroom. */
const DENSEST = 13;
/** Bytes that the densest code holds with its correction (M: 15 % of it may be lost). */
const MOST_BYTES = 331;
const MARGIN = 4;

/** The code of an address, or null where it would be too dense to scan. */
export function qrOf(address: string): QrCode | null {
  if (new TextEncoder().encode(address).length > MOST_BYTES) return null;
  const { data, size } = encode(address, { ecc: 'M', border: MARGIN, maxVersion: DENSEST });
  return { size, isDark: (x, y) => data[y]?.[x] === true };
}

/** The dark modules as the path of an SVG, a module to the unit: one rectangle for each run in a row. */
export function qrPath({ size, isDark }: QrCode): string {
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; ) {
      const from = x;
      while (x < size && isDark(x, y)) x++;
      if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`;
      else x++;
    }
  }
  return path;
}

/** An SVG file, eight CSS pixels to the module. */
export const qrSvg = (code: QrCode): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${code.size * 8}" height="${code.size * 8}" viewBox="0 0 ${code.size} ${code.size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${code.size}v${code.size}H0z"/><path d="${qrPath(code)}"/></svg>\n`;

/** The code on a canvas of its own, `scale` pixels to the module; black on white whatever the theme. */
export function qrCanvas(code: QrCode, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = code.size * scale;
  canvas.height = code.size * scale;
  const pen = canvas.getContext('2d');
  if (!pen) return canvas;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.isDark(x, y)) pen.fillRect(x * scale, y * scale, scale, scale);
  return canvas;
}
