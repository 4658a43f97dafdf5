import { strToU8 } from 'fflate';

/** SHA-1 of a text's UTF-8, as 20 bytes: what Anki tells equal first fields by. Not for keeping anything secret. */
export function sha1(text: string): Uint8Array {
  const bytes = strToU8(text);
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor((bytes.length * 8) / 2 ** 32));
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0] as [
    number,
    number,
    number,
    number,
    number,
  ];
  const words = new Uint32Array(80);
  for (let from = 0; from < padded.length; from += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getUint32(from + at * 4);
    for (let at = 16; at < 80; at++)
      words[at] = turn(word(words, at - 3) ^ word(words, at - 8) ^ word(words, at - 14) ^ word(words, at - 16), 1);
    let [a, b, c, d, e] = state;
    for (let at = 0; at < 80; at++) {
      const [mixed, constant] =
        at < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : at < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : at < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      const next = (turn(a, 5) + mixed + e + constant + word(words, at)) | 0;
      [a, b, c, d, e] = [next, a, turn(b, 30), c, d];
    }
    [a, b, c, d, e].forEach((value, at) => {
      state[at] = ((state[at] ?? 0) + value) | 0;
    });
  }
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((value, at) => digest.setUint32(at * 4, value >>> 0));
  return new Uint8Array(digest.buffer);
}

const turn = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));
const word = (words: Uint32Array, at: number): number => words[at] ?? 0;
