/** The code points a TrueType font (not woff2) can draw, read from its `cmap` (formats 4 and 12, the ones in use). */
export function charactersOf(sfnt: Buffer): Set<number> {
  const tables = sfnt.readUInt16BE(4);
  let cmap = -1;
  for (let i = 0; i < tables; i++) {
    const record = 12 + 16 * i;
    if (sfnt.toString('latin1', record, record + 4) === 'cmap') cmap = sfnt.readUInt32BE(record + 8);
  }
  if (cmap < 0) throw new Error('the font has no cmap table');

  const held = new Set<number>();
  const hold = (first: number, last: number) => {
    for (let code = first; code <= last; code++) held.add(code);
  };
  const encodings = sfnt.readUInt16BE(cmap + 2);
  for (let i = 0; i < encodings; i++) {
    const table = cmap + sfnt.readUInt32BE(cmap + 4 + 8 * i + 4);
    const format = sfnt.readUInt16BE(table);
    if (format === 12) {
      const groups = sfnt.readUInt32BE(table + 12);
      for (let g = 0; g < groups; g++)
        hold(sfnt.readUInt32BE(table + 16 + 12 * g), sfnt.readUInt32BE(table + 20 + 12 * g));
    } else if (format === 4) {
      const segments = sfnt.readUInt16BE(table + 6) / 2;
      for (let s = 0; s < segments; s++) {
        const last = sfnt.readUInt16BE(table + 14 + 2 * s);
        // The last segment of format 4 is a terminator, not a character.
        if (last !== 0xffff) hold(sfnt.readUInt16BE(table + 16 + 2 * segments + 2 * s), last);
      }
    }
  }
  return held;
}
