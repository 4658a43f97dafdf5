/**
 * Codes of words: a few letters and digits that tell whether words are still the same, whatever became of
 * their tashkeel, hamza seats and punctuation.
 *
 * A word's hash is FNV-1a (Fowler, Noll, Vo; 32 bits) over the UTF-16 code units of its key, spread by the finisher of
 * MurmurHash3 (Appleby); a stretch's hash takes those in one by one; a code is the highest bits of it, spread once
 * more, six a letter (62 and 63 count as 0 and 1: a link must not end in a - or _, which messengers cut off).
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const START = 0x811c9dc5;
const PRIME = 0x01000193;

interface Keyed {
  /** The folded letters and digits of the word. */
  readonly key: string;
}

/** A code of `length` letters (5 at most) for `count` words from `from` on. */
export function codeOf(words: readonly Keyed[], length: number, from = 0, count = words.length - from): string {
  let hash = START;
  for (let i = from; i < from + count; i++)
    hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ hashOf(words[i] as Keyed), PRIME);
  return letters(hash, length);
}

/** A code for one word; undefined, the text's edge, has one too. */
export const codeOfOne = (key: string | undefined, length: number): string =>
  letters(key === undefined ? spread(START) : hashOfKey(key), length);

/** A long text is hashed word by word once, however many stretches of it are compared. */
const hashes = new WeakMap<Keyed, number>();
function hashOf(word: Keyed): number {
  const known = hashes.get(word);
  if (known !== undefined) return known;
  const hash = hashOfKey(word.key);
  hashes.set(word, hash);
  return hash;
}

function hashOfKey(key: string): number {
  let hash = START;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), PRIME);
  return spread(hash);
}

function spread(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function letters(hash: number, length: number): string {
  const mixed = spread(hash);
  let text = '';
  for (let i = 0; i < length; i++) text += ALPHABET.charAt(((mixed >>> (26 - 6 * i)) & 63) % ALPHABET.length);
  return text;
}
