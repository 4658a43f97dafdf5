/**
 * Comma-separated values (RFC 4180) for spreadsheets: with a byte order mark, without which they take Arabic for something
 * else. A cell that a spreadsheet could take for a formula gets an apostrophe before it, whatever unseen or full-width
 * characters hide its first sign; and so does each further line of a cell.
 */
export const writeCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

// Before each line that begins so; nothing that cannot be seen may hide the sign.
const FORMULA = /(?<![^\r\n])(?=[\s\p{Cf}\p{Z}]*[=+\-@＝＋－＠﹢﹣﹫﹦−])|^(?=[\t\r])/gu;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = value.replace(FORMULA, "'");
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
