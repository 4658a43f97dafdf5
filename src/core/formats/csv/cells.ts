/**
 * Tables as text (RFC 4180), safe to open in a spread-sheet.
 *
 * A cell that begins with = + - @ is run as a formula by Excel, LibreOffice and others. Quotation marks do not help, nor
 * does a space, a no-break space or an invisible letter before the sign; full-width signs count too. And a program that
 * takes another sign for the separator (the semicolon of half of Europe, a tab, a line end) may begin a new cell in the
 * middle of ours. So each stretch between such signs that a program could take for a formula gets an apostrophe before it,
 * which spread-sheets read as "this is text"; a stretch that had an apostrophe there gets another one, so that the way
 * back is exact.
 */
const PARTS = /([\r\n\t,;|\u0085\u2028\u2029\v\f])/;
/** What programs overlook at the beginning of a cell. */
const OVERLOOKED = /^[\s\p{Cc}\p{Cf}\p{Z}\p{M}"]+/u;

const isDangerous = (part: string): boolean => {
  const first = part.replace(OVERLOOKED, '').slice(0, 2).normalize('NFKC').charAt(0);
  return '=+-@\u2212'.includes(first) && first !== '';
};

/** The text with an apostrophe before each stretch that could be taken for a formula. {@link restore} takes it off again. */
export function neutralise(text: string): string {
  return text
    .split(PARTS)
    .map((part, at, all) => {
      if (at % 2 === 1) return part;
      // A cell that begins with a tab or a line end is a trap of its own.
      const isTrap = at === 0 && part === '' && all.length > 1;
      return part.startsWith("'") || isTrap || isDangerous(part) ? `'${part}` : part;
    })
    .join('');
}

/** The text as it was before {@link neutralise}. */
export const restore = (text: string): string =>
  text
    .split(PARTS)
    .map((part, at) => (at % 2 === 0 && part.startsWith("'") ? part.slice(1) : part))
    .join('');

export type Separator = ',' | '\t';

/** A table as text, each cell neutralised; lines end as RFC 4180 has it. */
export function writeTable(rows: readonly (readonly string[])[], separator: Separator): string {
  return rows.map((row) => `${row.map((cell) => quoted(neutralise(cell), separator)).join(separator)}\r\n`).join('');
}

const quoted = (cell: string, separator: Separator): string =>
  cell.includes(separator) || /["\r\n\t;|]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/**
 * Reads a table: the separator is the one that the first line has most of. Null where a quotation mark is never closed.
 * Cells come back as they stand, with their apostrophes.
 */
export function readTable(text: string): string[][] | null {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const separator = [',', '\t', ';'].reduce((best, one) =>
    first.split(one).length > first.split(best).length ? one : best,
  );
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text.charAt(at) === '"') {
      for (;;) {
        const end = text.indexOf('"', at + 1);
        if (end < 0) return null;
        cell += text.slice(at + 1, end);
        at = end + 1;
        if (text.charAt(at) !== '"') break;
        cell += '"';
      }
    }
    let end = at;
    while (end < text.length && text.charAt(end) !== separator && !/[\r\n]/.test(text.charAt(end))) end++;
    cell += text.slice(at, end);
    row.push(cell);
    at = end;
    if (text.charAt(at) === separator) {
      at++;
      // A separator at the very end begins one more cell, which is empty.
      if (at === text.length) row.push('');
    } else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
