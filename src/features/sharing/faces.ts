/** The typeface of the text, to be carried inside a file. */
export const FAMILY = 'Isnad Naskh';

interface Face {
  readonly address: string;
  readonly range: string;
}

/** The files that fonts.css names for the family, as the page itself loaded them. */
function faces(): Face[] {
  const found: Face[] = [];
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const { style } = rule;
      const [, address] = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src')) ?? [];
      if (address === undefined || !style.getPropertyValue('font-family').includes(FAMILY)) continue;
      found.push({
        address: new URL(address, sheet.href ?? location.href).href,
        range: style.getPropertyValue('unicode-range'),
      });
    }
  }
  return found;
}

/** Whether a `unicode-range` holds any letter of the text. */
function holdsAny(range: string, text: string): boolean {
  const spans = range.split(',').flatMap((part): [number, number][] => {
    const [, first, last] = /U\+([0-9A-F]+)(?:-([0-9A-F]+))?/i.exec(part) ?? [];
    return first === undefined ? [] : [[Number.parseInt(first, 16), Number.parseInt(last ?? first, 16)]];
  });
  return [...text].some((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return spans.some(([first, last]) => first <= code && code <= last);
  });
}

/** `@font-face` rules with the files inside that this text needs. Rejects where one cannot be fetched. */
export async function facesFor(text: string): Promise<string> {
  const needed = faces().filter(({ range }) => holdsAny(range, text));
  const rules = await Promise.all(
    needed.map(async ({ address, range }) => {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return `@font-face{font-family:"${FAMILY}";font-weight:400 700;src:url(data:font/woff2;base64,${inBase64(bytes)}) format("woff2");unicode-range:${range}}`;
    }),
  );
  return rules.join('');
}

function inBase64(bytes: Uint8Array): string {
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
