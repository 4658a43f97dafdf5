/** Tables as text for spread-sheets: commas or tabs, quoted after RFC 4180, and never a formula. */

/**
 * What a spread-sheet would take for a formula when a line of the cell begins so. Space of every kind and what cannot be seen
 * may stand before it, and full-width signs count: programs fold them.
 */
const FORMULA =
  /(^|[\r\n\u2028\u2029])(?=(?:[^\S\r\n\u2028\u2029]|[^\P{C}\r\n])*[=+\-@＝＋－＠﹦﹢﹣﹫−])|^(?=[\t\r])/gu;

/** The text of a cell, with an apostrophe before each line that could be taken for a formula. A number is left a number. */
export function safeCell(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return value.replaceAll(FORMULA, (_, line: string | undefined) => `${line ?? ''}'`);
}

/** The rows as one text with CRLF line ends; quoted where the separator, a quotation mark or a line's end is within. */
export function writeRows(rows: readonly (readonly (string | number)[])[], separator: ',' | '\t' = ','): string {
  return rows.map((row) => `${row.map((value) => quote(safeCell(value), separator)).join(separator)}\r\n`).join('');
}

const quote = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
