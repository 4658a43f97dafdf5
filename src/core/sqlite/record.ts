/** Values as SQLite's file format writes them. */
import { strToU8 } from 'fflate';

/** Null is also what stands for the row's own number (an INTEGER PRIMARY KEY). Numbers are whole, and safe as such. */
export type Value = number | string | null;

/** A whole number as SQLite's variable-length integer: seven bits a byte, the highest first. Not negative. */
export function varint(value: number): number[] {
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest % 128) | 0x80);
  return bytes;
}

/** A row, or an index's entry, as bytes: what each value is, then the values. */
export function record(values: readonly Value[]): Uint8Array<ArrayBuffer> {
  const types: number[] = [];
  const bodies: (readonly number[] | Uint8Array)[] = [];
  for (const value of values) {
    if (value === null) types.push(0);
    else if (typeof value === 'string') {
      const text = strToU8(value);
      types.push(...varint(13 + 2 * text.length));
      bodies.push(text);
    } else {
      const width = widthOf(value);
      types.push(width === 8 ? 6 : width === 6 ? 5 : width);
      bodies.push(integer(value, width));
    }
  }
  // The head tells its own length, in one byte as long as it can.
  let length = types.length + 1;
  if (length > 127) length = types.length + varint(types.length + 2).length;
  return joined([[...varint(length), ...types], ...bodies]);
}

export function joined(parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The fewest of the bytes that SQLite allows for an integer. */
const widthOf = (value: number): 1 | 2 | 3 | 4 | 6 | 8 =>
  ([1, 2, 3, 4, 6] as const).find((bytes) => value >= -(2 ** (8 * bytes - 1)) && value < 2 ** (8 * bytes - 1)) ?? 8;

/** Two's complement, the highest byte first. */
function integer(value: number, width: number): number[] {
  const bits = BigInt.asUintN(8 * width, BigInt(value));
  return Array.from({ length: width }, (_, at) => Number((bits >> BigInt(8 * (width - 1 - at))) & 255n));
}
