import { type Folded, foldedOffset, unfold } from './fold.ts';
import type { Span } from './range.ts';

/** A block's text as it stands on the screen, which may lack the tashkeel of the stored text, with the way back. */
export interface DisplayText {
  readonly text: string;
  /** A stretch of the stored text, where it stands on the screen. */
  readonly toScreen: (span: Span) => Span;
  /** An offset on the screen, where it stands in the stored text. */
  readonly toStored: (offset: number) => number;
}

/** `marks: false` leaves the short vowels and signs out, as most Arabic is printed. */
export function displayText(text: string, { marks }: { readonly marks: boolean }): DisplayText {
  if (marks || !MARKED.test(text)) return { text, toScreen: (span) => span, toStored: (offset) => offset };
  const folded = withoutMarks(text);
  return {
    text: folded.text,
    toScreen: ({ start, end }) => ({ start: foldedOffset(folded, start), end: foldedOffset(folded, end) }),
    toStored: (offset) => unfold(folded, Math.min(offset, folded.text.length), folded.text.length).start,
  };
}

const MARKED = /[\u064b-\u0652\u0670]/;

// Only what a school book adds is hidden; tatweel and direction controls belong to the published letters.
function withoutMarks(text: string): Folded {
  const origin: number[] = [];
  let bare = '';
  for (let i = 0; i < text.length; i++) {
    if (MARKED.test(text.charAt(i))) continue;
    origin.push(i);
    bare += text.charAt(i);
  }
  origin.push(text.length);
  return { text: bare, origin: Uint32Array.from(origin) };
}

/** The stored text without tashkeel, for a title or a name outside the article. */
export const bareText = (text: string): string => (MARKED.test(text) ? withoutMarks(text).text : text);
