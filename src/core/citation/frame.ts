/**
 * The embedded view in another page: an `<iframe>` that works without any script there.
 *
 * Its height is set for the amount of text, and what is higher scrolls. A page that wants it exact may listen: the view
 * posts `{ isnad: 'height', height }` (CSS pixels, a whole number) to its parent whenever its height changes.
 */
interface Frame {
  /** The link that is embedded: absolute, its place after `#`. */
  readonly address: string;
  /** What the frame is called by a screen reader. */
  readonly title: string;
  /** How many characters the view shows, roughly: sets the height. */
  readonly characters: number;
}

/** The address of the embedded view of a link. */
export function embedAddress(address: string): string {
  const [page = '', ...place] = address.split('#');
  const marked = `${page}${page.includes('?') ? '&' : '?'}view=embed`;
  return [marked, ...place].join('#');
}

/** HTML for somebody else's page: one element, every attribute escaped. */
export function embedSnippet({ address, title, characters }: Frame): string {
  const attributes: readonly (readonly [string, string])[] = [
    ['src', embedAddress(address)],
    ['title', title],
    ['width', '100%'],
    ['height', String(heightFor(characters))],
    ['loading', 'lazy'],
    ['style', 'border:0;max-width:44rem'],
  ];
  return `<iframe ${attributes.map(([name, value]) => `${name}="${escapeAttribute(value)}"`).join(' ')}></iframe>`;
}

const LINE = 43;
const AROUND = 150;
/** Characters in a line of a column some 350 CSS pixels wide: a phone's. */
const IN_LINE = 38;

/** CSS pixels: whole lines of the text on a phone, between a small frame's height and a screen's. */
export const heightFor = (characters: number): number =>
  Math.min(640, Math.max(240, AROUND + LINE * Math.ceil(characters / IN_LINE)));

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeAttribute = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign).replace(/[\r\n]+/g, ' ');
