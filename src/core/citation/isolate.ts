/**
 * Plain text carries no `dir` and no `<bdi>`: a run of the other direction is kept together by isolates (Unicode UAX #9),
 * so that a full stop after it does not wander to its other end.
 *
 * Links are not isolated: an address of ASCII letters keeps its own order in either direction, and programs that find links in
 * a text would take the sign after it for a part of it.
 */
const LEFT = '\u2066';
const RIGHT = '\u2067';
const END = '\u2069';

const ARABIC = /\p{Script=Arabic}/u;
const LETTER = /\p{L}/u;

/** The text as it may stand in a line of this language: isolated where its letters run the other way. */
export function isolated(text: string, language: 'ar' | 'en'): string {
  if (!LETTER.test(text)) return text;
  const arabic = ARABIC.test(text);
  if (language === 'en') return arabic ? RIGHT + text + END : text;
  return arabic ? text : LEFT + text + END;
}
