/** Several values in one cell: a bar between them, bars and backslashes of their own written with a backslash. */
export const joinList = (values: readonly string[]): string =>
  values.map((value) => value.replace(/[\\|]/g, (sign) => `\\${sign}`)).join(' | ');

export function splitList(cell: string): string[] {
  if (cell === '') return [];
  const values: string[] = [''];
  for (let at = 0; at < cell.length; at++) {
    if (cell.charAt(at) === '\\' && at + 1 < cell.length) values[values.length - 1] += cell.charAt(++at);
    else if (cell.startsWith(' | ', at)) {
      values.push('');
      at += 2;
    } else values[values.length - 1] += cell.charAt(at);
  }
  return values;
}
