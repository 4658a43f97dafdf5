/** A text cut into words, numbers and signs, each with its place in the text (UTF-16 offsets). */
import { key } from './characters.ts';

/** What a token is: a word, a number, a quotation mark, or one of the signs that the steps ask for. */
export type TokenKind = 'word' | 'number' | 'mark' | 'colon' | 'comma' | 'stop' | 'dash' | 'bracket' | 'sign';

/** A word or a sign of the text. */
export interface Token {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly kind: TokenKind;
  /** Folded (characters.ts); a sign as it is written. */
  readonly key: string;
  /** White space stands before it, or the text begins. */
  readonly spaced: boolean;
  /** The number of its line, from 0. */
  readonly line: number;
  /** Written with ى at its end: a preposition (على، إلى) rather than the name علي. */
  readonly maqsura: boolean;
  /** Written with ه at its end, not ة: رأيه, not رؤية. */
  readonly heh: boolean;
  /** Written with the tanwin of the accusative: سورياً is an adjective, سوريا a country. */
  readonly tanwin: boolean;
  /** Written with a damma on its first letter or on the one after its conjunction: يُعتقد, أُعلن, ويُعتبر. */
  readonly damma: boolean;
}

const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;

const classes = new Uint8Array(0x10000);
const LETTERS = /\p{L}|\p{M}|[\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff_#@]/u;
for (let code = 0; code < classes.length; code++) {
  const letter = String.fromCharCode(code);
  if (/\s/.test(letter) && code !== 0xfeff) classes[code] = SPACE;
  else if (/\p{Nd}/u.test(letter)) classes[code] = DIGIT;
  else if (LETTERS.test(letter) || (code >= 0xd800 && code <= 0xdfff)) classes[code] = LETTER;
}

const SIGNS: Readonly<Record<string, TokenKind>> = {
  '«': 'mark',
  '»': 'mark',
  '“': 'mark',
  '”': 'mark',
  '„': 'mark',
  '"': 'mark',
  // What some publishing programs make of a straight mark after a number: "ليو 2″.
  '″': 'mark',
  '‟': 'mark',
  '‹': 'mark',
  '›': 'mark',
  ':': 'colon',
  '،': 'comma',
  ',': 'comma',
  '؛': 'comma',
  ';': 'comma',
  '.': 'stop',
  '!': 'stop',
  '؟': 'stop',
  '?': 'stop',
  '…': 'stop',
  '-': 'dash',
  '–': 'dash',
  '—': 'dash',
  '(': 'bracket',
  ')': 'bracket',
  '[': 'bracket',
  ']': 'bracket',
  '{': 'bracket',
  '}': 'bracket',
};

/** The last letter before an offset, vowel signs aside. */
function lastLetter(text: string, end: number): number {
  let at = end - 1;
  while (at > 0 && text.charCodeAt(at) >= 0x64b && text.charCodeAt(at) <= 0x65f) at--;
  return text.charCodeAt(at);
}

/** Linear in the length of the text. Every letter that is not white space is in exactly one token. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 0;
  let spaced = true;
  for (let at = 0; at < text.length; ) {
    const kind = classes[text.charCodeAt(at)];
    if (kind === SPACE) {
      if (text.charCodeAt(at) === 10) line++;
      spaced = true;
      at++;
      continue;
    }
    let end = at + 1;
    if (kind === LETTER) {
      while (end < text.length && (classes[text.charCodeAt(end)] ?? 0) >= LETTER) end++;
      const bare = end;
      // د. خالد, م/ سعد: a title of one letter, with its sign.
      if (
        end === at + 1 &&
        /[دمأاق]/.test(text.charAt(at)) &&
        /[./]/.test(text.charAt(end)) &&
        tokens.at(-1)?.kind !== 'number' &&
        classes[text.charCodeAt(end + 1)] !== DIGIT &&
        (spaced || /[دمأا][./]$/.test(text.slice(at - 2, at)))
      )
        end++;
      tokens.push({
        start: at,
        end,
        kind: 'word',
        key: key(text.slice(at, bare)),
        spaced,
        line,
        maqsura: text.charCodeAt(end - 1) === 0x649,
        heh: lastLetter(text, end) === 0x647,
        tanwin: text.charCodeAt(end - 1) === 0x64b || text.charCodeAt(end - 2) === 0x64b,
        damma: text.charCodeAt(at + 1) === 0x64f || text.charCodeAt(at + 2) === 0x64f,
      });
    } else if (kind === DIGIT) {
      // 1,5 and 2.30 and 16/7 are one number; a sign at its end is not of it.
      for (;;) {
        while (end < text.length && classes[text.charCodeAt(end)] === DIGIT) end++;
        if (/[.,/:٫٬%-]/.test(text.charAt(end)) && classes[text.charCodeAt(end + 1)] === DIGIT) end += 2;
        else break;
      }
      tokens.push({
        start: at,
        end,
        kind: 'number',
        key: key(text.slice(at, end)),
        spaced,
        line,
        maqsura: false,
        heh: false,
        tanwin: false,
        damma: false,
      });
    } else {
      const sign = text.charAt(at);
      const signKind = SIGNS[sign] ?? 'sign';
      if (signKind === 'stop') while (end < text.length && SIGNS[text.charAt(end)] === 'stop') end++;
      else if (signKind === 'dash') while (end < text.length && SIGNS[text.charAt(end)] === 'dash') end++;
      tokens.push({
        start: at,
        end,
        kind: signKind,
        key: text.slice(at, end),
        spaced,
        line,
        maqsura: false,
        heh: false,
        tanwin: false,
        damma: false,
      });
    }
    spaced = false;
    at = end;
  }
  return tokens;
}
