/** What another app shares with the reader: words in the address, put there by the system (see public/manifest.webmanifest). */

/** Longer is cut: an address of that length was not made by sharing a message. */
const LONGEST = 100_000;
const NAMES = ['share-title', 'share-text', 'share-url'] as const;

export interface Shared {
  readonly title: string;
  /** The text and the address shared with it, as one text. */
  readonly text: string;
}

/** What the query of an address shares; null when it shares nothing. */
export function readShared(search: string): Shared | null {
  const query = new URLSearchParams(search);
  if (!NAMES.some((name) => query.has(name))) return null;
  const [title = '', text = '', url = ''] = NAMES.map((name) => (query.get(name) ?? '').slice(0, LONGEST).trim());
  return { title, text: [text, text.includes(url) ? '' : url].filter((part) => part !== '').join('\n') };
}

/** Marks of direction stand around addresses in messages; the signs that end a sentence stand behind them. */
const ADDRESS = /https?:\/\/[^\s<>"«»\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
const AFTER = /[.,;:!?'()[\]،؛؟]+$/;

/**
 * The first link in a text that leads into this very site, as a path with what follows `#`; null when there is none.
 * `site` is the site's folder as an absolute address: another host, port, protocol or folder is another site.
 */
export function linkHere(text: string, site: string): string | null {
  const home = new URL(site);
  for (const [found] of text.matchAll(ADDRESS)) {
    const address = found.replace(AFTER, '');
    if (!URL.canParse(address)) continue;
    const { origin, pathname, hash, username, password } = new URL(address);
    if (origin !== home.origin || username !== '' || password !== '') continue;
    // Two slashes at the start would be read as a host.
    if (pathname.startsWith(home.pathname) && !pathname.startsWith('//')) return pathname + hash;
  }
  return null;
}
