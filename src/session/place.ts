/**
 * The address bar as state: which article (the path) and what in it (the part after `#`, see core/article/address).
 *
 * Every article has a folder of its own, `a/<id>/`, so that a static host can hold a page for it; the site itself may
 * live in any folder, which is known from where this very script was loaded.
 */
import { useCallback, useMemo } from 'react';
import { navigate, useLocationProperty, usePathname } from 'wouter/use-browser-location';
import { NOWHERE, type Place, readPlace, writePlace } from '../core/article/address.ts';
import { isOwn } from '../core/article/own.ts';
import { kinds, verbClasses } from '../core/dataset/schema.ts';

/** The folder that the site lives in, with a slash at its end: "/" or "/some/folder/"; at build time nobody knows it yet. */
export const siteFolder: string = import.meta.env.DEV ? '/' : import.meta.env.SSR ? './' : folderAbove(import.meta.url);

// Not `new URL('../', import.meta.url)` in one expression: the bundler takes that for an asset.
function folderAbove(script: string): string {
  return new URL('../', script).pathname;
}

export type Route =
  | { readonly page: 'library' }
  | { readonly page: 'article'; readonly id: string }
  | { readonly page: 'lessons' }
  | { readonly page: 'texts' }
  | { readonly page: 'words' }
  | { readonly page: 'unknown' };

/** `search` is of interest where a reader's own text is meant: text/?my.… */
export function readRoute(path: string, folder: string, search = ''): Route {
  const rest = path.startsWith(folder) ? path.slice(folder.length) : path.replace(/^\//, '');
  if (rest === '' || rest === 'index.html') return { page: 'library' };
  if (/^lessons\/?(?:index\.html)?$/.test(rest)) return { page: 'lessons' };
  if (/^words\/?(?:index\.html)?$/.test(rest)) return { page: 'words' };
  if (/^text\/?(?:index\.html)?$/.test(rest)) {
    const own = /^\?(my\.[a-z0-9]{1,40})(?:&|$)/.exec(search)?.[1];
    return own === undefined ? { page: 'texts' } : { page: 'article', id: own };
  }
  const article = /^a\/([A-Za-z0-9][A-Za-z0-9._-]*)\/?(?:index\.html)?$/.exec(rest);
  return article ? { page: 'article', id: article[1] as string } : { page: 'unknown' };
}

export const libraryAddress = (): string => siteFolder;
export const lessonsAddress = (): string => `${siteFolder}lessons/`;
export const wordsAddress = (): string => `${siteFolder}words/`;
export const textsAddress = (): string => `${siteFolder}text/`;
export const articleAddress = (id: string): string => `${siteFolder}${isOwn(id) ? `text/?${id}` : `a/${id}/`}`;

/** A link to a place in an article, whole, as it is sent to somebody. */
export function linkTo(id: string, place: Place): string {
  const written = writePlace(place);
  return new URL(articleAddress(id), location.href).href + (written === '' ? '' : `#${written}`);
}

/** The rest of what stands there is nobody's place. */
const ownText = () => (location.search.startsWith('?my.') ? location.search : '');

export function useRoute(): Route {
  const path = usePathname();
  const own = useLocationProperty(ownText, () => '');
  return useMemo(() => readRoute(path, siteFolder, own), [path, own]);
}

/** `replace` leaves no step in the history behind. */
export const goToPage = (address: string, { replace = false } = {}): void => navigate(address, { replace });

const currentHash = () => location.hash;
const KNOWN = { kinds, verbs: verbClasses };

/** The place that a written one tells. */
export const readWritten = (hash: string): Place => readPlace(hash, KNOWN);

export const placeNow = (): Place => readPlace(location.hash, KNOWN);

/**
 * What the address says of the place in the article, and how to go elsewhere. `replace` rewrites the address without a
 * step in the history: for what changes at each keystroke.
 */
export function usePlace(): readonly [Place, (next: Place, options?: { readonly replace?: boolean }) => void] {
  const hash = useLocationProperty(currentHash, () => '');
  const place = useMemo(() => (hash === '' ? NOWHERE : readPlace(hash, KNOWN)), [hash]);
  const go = useCallback((next: Place, options?: { readonly replace?: boolean }) => {
    const written = writePlace(next);
    const address = location.pathname + location.search + (written === '' ? '' : `#${written}`);
    if (address !== location.pathname + location.search + location.hash)
      navigate(address, { replace: options?.replace ?? false });
  }, []);
  return [place, go];
}
