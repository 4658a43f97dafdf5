/**
 * What the pages and the service worker agree on. Both read it here, since neither may import the other; a released service
 * worker speaks to pages of an older release, so a word once given is not given another meaning.
 */

/** The name of the cache that holds the site's files; `folder` is the site's folder as a path, so that two copies of the
 * reader on one host do not share it. */
export const cacheOf = (folder: string): string => `isnad-files ${folder}`;

/** From a page to the waiting service worker: the reader wants the new version now. */
export const ACTIVATE = 'isnad-activate';
/** From a page of the running version, once it stands: what no open page needs any more may go. Answered on
 * the port that comes with it, if one does, when that is done. */
export const TIDY = 'isnad-tidy';
/** From the service worker to a page, with a port: which script are you? Answered with the address of the page's script. */
export const WHICH = 'isnad-which';
