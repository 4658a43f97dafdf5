/** Writing XML by hand: what is written here is all that our TEI needs, and every letter that is not ours is escaped. */

export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

// XML 1.0 has no place for these, escaped or not: controls but for tab and line ends, non-characters, half pairs.
const UNWRITABLE = /[^\P{Cc}\t\n\r\x7f-\x9f]|[\ufffe\uffff]|\p{Surrogate}/gu;

/** The text with each letter that XML cannot hold replaced: as many UTF-16 units, so that offsets stay. */
export const writable = (text: string): string => text.replace(UNWRITABLE, '\ufffd');

export const escapeText = (text: string): string =>
  writable(text).replace(/[&<>\r]/g, (letter) =>
    letter === '&' ? '&amp;' : letter === '<' ? '&lt;' : letter === '>' ? '&gt;' : '&#13;',
  );

const escapeAttribute = (text: string): string =>
  escapeText(text).replace(/["\t\n]/g, (letter) => (letter === '"' ? '&quot;' : letter === '\t' ? '&#9;' : '&#10;'));

/** An opening tag; attributes without a value are left out. */
export function open(name: string, attributes: Attributes = {}, closed = false): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) tag += ` ${key}="${escapeAttribute(String(value))}"`;
  }
  return `${tag}${closed ? '/' : ''}>`;
}

/** An element with text, or with elements already written. */
export const element = (name: string, attributes: Attributes, content: string): string =>
  content === '' ? open(name, attributes, true) : `${open(name, attributes)}${content}</${name}>`;
