/**
 * Text directives as browsers know them (WICG, "URL Fragment Text Directives"), read from an address and written into one:
 *
 *   #:~:text=[prefix-,]start[,end][,-suffix]&text=…
 *
 * Each part is percent-encoded; a `-`, `,` or `&` of the text itself always is.
 */
export interface TextDirective {
  readonly prefix: string | null;
  readonly start: string;
  readonly end: string | null;
  readonly suffix: string | null;
}

const MARK = ':~:';
/** Bounds that no honest address reaches: UTF-16 units of all directives as they are written, and how many there are. */
const LONGEST = 65_536;
const MOST = 50;

/** The directives of an address or of the part after its `#`. What is malformed is left out; a longer address has none. */
export function readDirectives(address: string): TextDirective[] {
  const at = address.indexOf(MARK);
  if (at < 0 || address.length - at > LONGEST) return [];
  const found: TextDirective[] = [];
  for (const field of address.slice(at + MARK.length).split('&')) {
    const directive = field.startsWith('text=') ? readDirective(field.slice('text='.length)) : null;
    if (directive && found.length < MOST) found.push(directive);
  }
  return found;
}

function readDirective(written: string): TextDirective | null {
  const parts = written.split(',');
  if (parts.length > 4) return null;
  const prefix = parts[0]?.endsWith('-') ? (parts.shift() ?? '').slice(0, -1) : null;
  const suffix = parts.at(-1)?.startsWith('-') ? (parts.pop() ?? '').slice(1) : null;
  const [start, end = null] = parts;
  if (start === undefined || parts.length > 2) return null;
  // A bare hyphen marks a prefix or a suffix and nothing else.
  if ([prefix, start, end, suffix].some((part) => part !== null && (part === '' || part.includes('-')))) return null;
  try {
    const decode = (part: string | null) => (part === null ? null : decodeURIComponent(part));
    return { prefix: decode(prefix), start: decodeURIComponent(start), end: decode(end), suffix: decode(suffix) };
  } catch {
    return null;
  }
}

/** The directives as they stand after an address' `#`, or after what stands there already: ASCII, `:~:` and all. */
export const writeDirectives = (directives: readonly TextDirective[]): string =>
  directives.length === 0 ? '' : MARK + directives.map((directive) => `text=${writeDirective(directive)}`).join('&');

function writeDirective({ prefix, start, end, suffix }: TextDirective): string {
  const parts = [encode(start)];
  if (prefix !== null) parts.unshift(`${encode(prefix)}-`);
  if (end !== null) parts.push(encode(end));
  if (suffix !== null) parts.push(`-${encode(suffix)}`);
  return parts.join(',');
}

/** Also what `encodeURIComponent` lets stand: the hyphen has a meaning here, and the rest is cut off by messengers. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')).replace(
    /[-!'()*~]/g,
    (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase()}`,
  );
