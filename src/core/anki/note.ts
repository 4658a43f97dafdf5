/** A listed word as an Anki note: its fields, and what makes it the same note the next time. */
import type { FoundWord } from '../wordlist/find.ts';
import { partsOf } from '../wordlist/sentence.ts';
import { sha1 } from './sha1.ts';

/** In the order of the note type. Anki tells notes apart by the first. */
export const fields = [
  'Word',
  'Sentence',
  'Vocalised',
  'Lemma',
  'Root',
  'English',
  'Arabic',
  'Source',
  'Link',
] as const;

export interface Note {
  /** The same for the same word in every export: an import then changes the note that is there. */
  readonly guid: string;
  /** HTML, one for each of {@link fields}. */
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  /** Milliseconds since 1970: when it was listed first, and changed last. */
  readonly made: number;
  readonly changed: number;
}

export function noteOf(found: FoundWord, link: string): Note {
  const { word, place } = found;
  const [before, written, after] = partsOf(place).map(asHtml) as [string, string, string];
  return {
    guid: guidOf(word.key),
    fields: [
      asHtml(place.range.words),
      `${before}<b>${written}</b>${after}`,
      asHtml(place.vocalised),
      asHtml(word.lemma),
      asHtml(word.root ?? ''),
      asHtml(word.english.join('; ')),
      asHtml(word.arabic),
      asHtml(place.title),
      asHtml(link),
    ],
    tags: ['isnad', `isnad::${place.article.replaceAll(/[^\w.-]/g, '_')}`],
    made: timeOf(word.first),
    changed: timeOf(word.changed),
  };
}

const timeOf = (iso: string): number => {
  const time = Date.parse(iso);
  return Number.isFinite(time) && time > 0 ? time : 1;
};

/** Ten letters of the word's own name. */
const guidOf = (key: string): string =>
  [...sha1(`isnad ${key}`).subarray(0, 10)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const SPECIAL: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // What Anki itself would take for sound, formulas or a field of the card.
  '[': '&#91;',
  '\\': '&#92;',
  '{': '&#123;',
};

/** Text of anybody as HTML that says just that, in one line. */
export const asHtml = (text: string): string =>
  text
    .replaceAll(/[&<>"[\\{]/g, (sign) => SPECIAL[sign] ?? '')
    // oxlint-disable-next-line no-control-regex -- that is what is left out
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replaceAll(/\r\n?|\n/g, '<br>')
    .replaceAll('\t', ' ');

/** The number by which Anki finds notes of the same first field: the first 32 bits of its SHA-1. */
export const sumOf = (first: string): number => new DataView(sha1(first).buffer).getUint32(0);
