/**
 * The service worker: keeps every file of the site and answers with them, whether or not there is a network.
 *
 * - A first visit is covered at once (`claim`); a new version waits until the reader asks for it or every page is closed.
 * - The files of the version before stay until no open page comes from it, so that a page left open keeps all its parts.
 * - An address answers as the host would: the page of a folder, a step to the address with its slash, or "nothing here".
 */
import { PrecacheController, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { ACTIVATE, cacheOf, TIDY, WHICH } from '../core/offline/contract.ts';
import { answerFor } from './address.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Written in by the build: every file, with a revision where its name does not tell one. */
  readonly __WB_MANIFEST: (PrecacheEntry | string)[];
};

/** A page that does not answer in this time (ms) is asleep, and may be an old one. */
const PATIENCE = 3000;

const site = self.registration.scope;
const folder = new URL(site).pathname;
const cacheName = cacheOf(folder);
/** Kept apart from the list: hosts answer this file with one status or another, and none of them may spoil the rest. */
const lostPage = `${site}404.html`;

const files = new PrecacheController({ cacheName });
// oxlint-disable-next-line eslint/no-underscore-dangle -- the build looks for this very name
files.addToCacheList(self.__WB_MANIFEST);

self.addEventListener('install', (event) => {
  void files.install(event);
  event.waitUntil(keepLostPage());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  if (event.data === ACTIVATE) event.waitUntil(self.skipWaiting());
  if (event.data === TIDY) event.waitUntil(tidy().then(() => event.ports[0]?.postMessage(TIDY)));
});

registerRoute(
  ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith(folder),
  ({ request, url }) => (request.mode === 'navigate' ? page(request, url) : file(request, url)),
);

async function page(request: Request, url: URL): Promise<Response> {
  const path = url.pathname.slice(folder.length);
  const answer = answerFor(path, (name) => files.getCacheKeyForURL(site + name) !== undefined);
  // What follows # is added to the new address by the browser.
  if (answer.kind === 'redirect') return Response.redirect(site + answer.to + url.search, 301);
  if (answer.kind === 'file') return (await kept(site + answer.file)) ?? fetch(request);
  try {
    // It may be a page newer than this worker.
    return await fetch(request);
  } catch {
    const lost = await (await caches.open(cacheName)).match(lostPage);
    if (!lost) return Response.error();
    return new Response(lost.body, { status: 404, statusText: 'Not Found', headers: lost.headers });
  }
}

const file = async (request: Request, { origin, pathname }: URL): Promise<Response> =>
  (await kept(origin + pathname)) ?? fetch(request);

/** A file of this version, or one of an earlier version that is still kept under its own name. */
async function kept(address: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  return cache.match(files.getCacheKeyForURL(address) ?? address, { ignoreVary: true });
}

async function keepLostPage(): Promise<void> {
  try {
    const answer = await fetch(lostPage, { cache: 'reload' });
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    if (!/html/.test(answer.headers.get('Content-Type') ?? '')) return;
    await (await caches.open(cacheName)).put(lostPage, new Response(await answer.text(), { headers }));
  } catch {
    // Without it an unknown address is the browser's own "no connection".
  }
}

/** Lets go of the files of earlier versions, unless a page of one is still open. */
async function tidy(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const scripts = await Promise.all(pages.filter(({ url }) => url.startsWith(site)).map(scriptOf));
  if (scripts.some((script) => script === null || files.getCacheKeyForURL(script) === undefined)) return;
  const wanted = new Set(files.getURLsToCacheKeys().values()).add(lostPage);
  const cache = await caches.open(cacheName);
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

/** The address of a page's script; null when the page does not tell. */
function scriptOf(client: Client): Promise<string | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }) => resolve(typeof data === 'string' ? data : null));
    port1.start();
    setTimeout(() => resolve(null), PATIENCE);
    client.postMessage(WHICH, [port2]);
  });
}
