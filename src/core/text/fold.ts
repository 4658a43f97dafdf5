/**
 * Folding: the text as it is compared, with a way back to the letters as they are written.
 *
 * Levels, each one including the one before:
 * - `exact`  nothing is changed;
 * - `marks`  tashkeel, Qur'anic signs, tatweel and invisible direction or joining controls are left out;
 * - `loose`  and letters that news writers interchange count as one: أإآٱ→ا, ى→ي, ة→ه, ؤ→و, ئ→ي, Persian ک ی → ك ي,
 *            Arabic-Indic and Persian digits → European digits, Latin capitals → small letters.
 */
export type FoldLevel = 'exact' | 'marks' | 'loose';

export interface Folded {
  readonly text: string;
  /** For each code unit of `text`, the offset of the original code unit it came from; one more entry for the end. */
  readonly origin: Uint32Array;
}

const LEFT_OUT =
  /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

const LOOSE: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ک: 'ك',
};

function looseUnit(unit: string): string {
  const letter = LOOSE[unit];
  if (letter !== undefined) return letter;
  const code = unit.charCodeAt(0);
  if (code >= 0x660 && code <= 0x669) return String.fromCharCode(code - 0x660 + 48);
  if (code >= 0x6f0 && code <= 0x6f9) return String.fromCharCode(code - 0x6f0 + 48);
  if (code >= 65 && code <= 90) return String.fromCharCode(code + 32);
  return unit;
}

/** Folds one code unit at a time, so that one folded unit always comes from exactly one original unit. */
export function fold(text: string, level: FoldLevel): Folded {
  const origin = new Uint32Array(text.length + 1);
  if (level === 'exact') {
    for (let i = 0; i <= text.length; i++) origin[i] = i;
    return { text, origin };
  }
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    if (LEFT_OUT.test(unit)) continue;
    origin[folded.length] = i;
    folded += level === 'loose' ? looseUnit(unit) : unit;
  }
  origin[folded.length] = text.length;
  return { text: folded, origin: origin.slice(0, folded.length + 1) };
}

/** The folded text alone, for keys and comparisons that need no way back. */
export const foldText = (text: string, level: FoldLevel): string => fold(text, level).text;

/**
 * The original stretch for a stretch of the folded text. The end is the end of the last folded letter together with the
 * marks written on it, so that a highlight never tears a mark from its letter.
 */
export function unfold(folded: Folded, start: number, end: number): { start: number; end: number } {
  const from = folded.origin[start] ?? 0;
  // The next folded unit's origin lies after the marks of the last one: exactly the edge we want.
  const to = end > start ? (folded.origin[end] ?? from) : from;
  return { start: from, end: to };
}

/** Where an original offset stands in the folded text: the number of folded units that begin before it. */
export function foldedOffset(folded: Folded, offset: number): number {
  let low = 0;
  let high = folded.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folded.origin[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
