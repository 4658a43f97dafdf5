/**
 * Letters as the engine compares them: tashkeel, tatweel and invisible controls left out, and letters that news writers
 * interchange counted as one (أإآٱ→ا, ى→ي, ة→ه, ؤ→و, ئ→ي; Arabic-Indic digits → European ones).
 *
 * The same table as the reader's loose level of folding (core/text/fold), here as one array look-up a letter: the engine
 * folds every word of a text once.
 */
const LEFT_OUT = 0;
const MOST_CODES = 1000;

const table = new Uint16Array(0x10000);
for (let code = 0; code < table.length; code++) table[code] = code;
const drop = (from: number, to = from) => table.fill(LEFT_OUT, from, to + 1);
drop(0x0610, 0x061a);
drop(0x0640);
drop(0x064b, 0x065f);
drop(0x0670);
drop(0x06d6, 0x06dc);
drop(0x06df, 0x06e4);
drop(0x06e7, 0x06e8);
drop(0x06ea, 0x06ed);
drop(0x061c);
drop(0x200b, 0x200f);
drop(0x202a, 0x202e);
drop(0x2060, 0x2069);
drop(0xfeff);
const same = (letters: string, as: string) => {
  for (const letter of letters) table[letter.charCodeAt(0)] = as.charCodeAt(0);
};
same('أإآٱ', 'ا');
same('ىیئ', 'ي');
same('ة', 'ه');
same('ؤ', 'و');
same('ک', 'ك');
for (let digit = 0; digit < 10; digit++) {
  table[0x660 + digit] = 48 + digit;
  table[0x6f0 + digit] = 48 + digit;
}
for (let code = 65; code <= 90; code++) table[code] = code + 32;

/** A word as the engine looks it up. */
export function key(word: string): string {
  let plain = true;
  for (let i = 0; i < word.length && plain; i++) {
    const code = word.charCodeAt(i);
    plain = table[code] === code;
  }
  if (plain) return word;
  const codes: number[] = [];
  // What is pasted may be one run of any length, and a call takes only so many letters.
  let folded = '';
  for (let i = 0; i < word.length; i++) {
    const code = table[word.charCodeAt(i)] as number;
    if (code === LEFT_OUT) continue;
    codes.push(code);
    if (codes.length < MOST_CODES) continue;
    folded += String.fromCharCode(...codes);
    codes.length = 0;
  }
  return folded + String.fromCharCode(...codes);
}

/** A set of words, folded; written in their usual spelling, separated by white space. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(key));

/** Phrases (words joined by a plain space), one a line or separated by `،`, folded. */
export const phraseList = (phrases: string): readonly string[] =>
  phrases
    .split(/[\n،]/)
    .map((phrase) => phrase.trim().split(/\s+/).map(key).join(' '))
    .filter((phrase) => phrase !== '');
