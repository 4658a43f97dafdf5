/** What the reader takes up on this device, counted and let go of. Everything here may be refused by the browser. */
import { cacheOf, TIDY } from '../../core/offline/contract.ts';
import { setOff, useOffline } from '../../session/offline.ts';
import { siteFolder } from '../../session/place.ts';
import { DEFAULTS } from '../../session/settings.ts';
import { useSession } from '../../session/store.ts';

export interface Stored {
  /** The site's own files: how many, and their bytes as they are read (the browser may keep them smaller or larger). */
  readonly files: number;
  readonly bytes: number;
  /** Whether there are databases of ours: lessons, answers, notes. */
  readonly records: boolean;
  /** What the whole origin takes up and may take up, as the browser estimates it (bytes); null where it does not say. */
  readonly usage: number | null;
  readonly quota: number | null;
  /** Whether the browser promised not to clear all this by itself; null where it knows no such promise. */
  readonly lasting: boolean | null;
}

/** Counts what is kept. A part that the browser does not tell is null or zero. */
export async function measureStored(): Promise<Stored> {
  const [kept, names, estimate, lasting] = await Promise.all([
    countFiles().catch(() => ({ files: 0, bytes: 0 })),
    ownDatabases(),
    navigator.storage?.estimate?.().catch(() => null),
    navigator.storage?.persisted?.().catch(() => null),
  ]);
  return {
    ...kept,
    records: names.length > 0,
    usage: estimate?.usage ?? null,
    quota: estimate?.quota ?? null,
    lasting: lasting ?? null,
  };
}

async function countFiles(): Promise<{ files: number; bytes: number }> {
  const name = cacheOf(siteFolder);
  if (!('caches' in window) || !(await caches.has(name))) return { files: 0, bytes: 0 };
  await tidied();
  const cache = await caches.open(name);
  let files = 0;
  let bytes = 0;
  for (const request of await cache.keys()) {
    const file = await cache.match(request, { ignoreVary: true });
    if (!file) continue;
    files += 1;
    bytes += (await file.blob()).size;
  }
  return { files, bytes };
}

/** Resolves once what an earlier version left behind is gone, if it may go; at once where there is no service worker. */
async function tidied(): Promise<void> {
  const worker = (await navigator.serviceWorker?.getRegistration(siteFolder))?.active;
  if (!worker) return;
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((resolve) => {
    port1.addEventListener('message', resolve);
    port1.start();
  });
  worker.postMessage(TIDY, [port2]);
  // The worker itself waits three seconds for pages that are asleep.
  await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, 4000))]);
}

/** Resolves once a database is deleted, or will be when another page lets it go. */
const gone = (name: string): Promise<unknown> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, resolve);
  });

const OURS = /^isnad/;

async function ownDatabases(): Promise<string[]> {
  try {
    const databases = await indexedDB.databases();
    return databases.flatMap(({ name }) => (name !== undefined && OURS.test(name) ? [name] : []));
  } catch {
    return [];
  }
}

/** Asks the browser not to clear what is kept when space runs short. False when it refuses, or cannot promise. */
export async function askToLast(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}

/** Lets the site's files go, and keeps no more until the reader asks for it. The open pages go on from the network. */
export async function freeFiles(): Promise<void> {
  setOff(true);
  useOffline.setState({ keeping: 'off', newer: 'none', justReady: false });
  const registration = await navigator.serviceWorker?.getRegistration(siteFolder);
  await registration?.unregister();
  if ('caches' in window) await caches.delete(cacheOf(siteFolder));
}

/** Keeps the site's files again, from now on. */
export function keepFiles(): void {
  setOff(false);
  useOffline.setState({ keeping: 'preparing' });
  useOffline.getState().start();
}

/**
 * Forgets what the reader did and chose: reading places, settings (but the language, in which they read this), and every
 * database of ours. The wish not to keep the site stays.
 */
export async function forgetRecords(): Promise<void> {
  const { settings } = useSession.getState();
  useSession.setState({ settings: { ...DEFAULTS, language: settings.language }, places: {} });
  await Promise.all((await ownDatabases()).map(gone));
}
