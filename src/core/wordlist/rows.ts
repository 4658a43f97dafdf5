/** The list as a table, for spreadsheets. */
import { writeRows } from '../formats/cells.ts';
import type { FoundWord } from './find.ts';

export const columns = [
  'word',
  'vocalised',
  'lemma',
  'root',
  'english',
  'arabic',
  'sentence',
  'article',
  'link',
  'known',
  'count',
  'first',
  'last',
] as const;
export type Column = (typeof columns)[number];

export interface TableOptions {
  /** What stands over each column. */
  readonly heads: Readonly<Record<Column, string>>;
  /** What is said of a word that is known, and of one that is not. */
  readonly known: readonly [string, string];
  readonly linkOf: (found: FoundWord) => string;
  /** Whether a byte order mark goes first, without which some spreadsheets take Arabic for something else. */
  readonly mark: boolean;
}

/** CSV (RFC 4180); no cell of it is a formula. */
export function writeWordTable(found: readonly FoundWord[], { heads, known, linkOf, mark }: TableOptions): string {
  const rows = found.map((one) => {
    const { word, place } = one;
    return [
      place.range.words,
      place.vocalised,
      word.lemma,
      word.root ?? '',
      word.english.join('; '),
      word.arabic,
      place.sentence,
      place.title,
      linkOf(one),
      known[word.known ? 0 : 1],
      word.count,
      word.first,
      word.last,
    ];
  });
  return (mark ? '\ufeff' : '') + writeRows([columns.map((column) => heads[column]), ...rows]);
}
