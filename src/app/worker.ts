import { TIDY, WHICH } from '../core/offline/contract.ts';
import { isOff, useOffline } from '../session/offline.ts';
import { siteFolder } from '../session/place.ts';
import { ownScript } from './trusted-types.ts';

/** A page may stay open for weeks: it looks for a newer version when the reader comes back to it, but not more often (ms). */
const LOOK_AGAIN = 60 * 60 * 1000;

/** The script that tells of which version this page is: every change of any part changes its name. */
function pageScript(): string {
  // Written relative to the address that the page was loaded at, which is not the one it is at now.
  const name = document.querySelector('script[type="module"][src]')?.getAttribute('src')?.split('/').at(-1) ?? '';
  return new URL(`${siteFolder}assets/${name}`, location.href).href;
}

/**
 * Registers the service worker and tells `useOffline` how it goes. Does nothing in development, and where the browser has
 * no such thing or the reader has switched it off.
 */
export async function startWorker(): Promise<void> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (import.meta.env.DEV || !container) {
    useOffline.setState({ keeping: 'unsupported' });
    return;
  }
  if (isOff()) {
    useOffline.setState({ keeping: 'off' });
    return;
  }
  watch(container);
  try {
    // Undefined where a browser, or what drives it, blocks service workers.
    const registration: ServiceWorkerRegistration | undefined = await container.register(
      ownScript(`${siteFolder}sw.js`),
      { scope: siteFolder, updateViaCache: 'none' },
    );
    if (registration) follow(registration);
    else useOffline.setState({ keeping: 'unsupported' });
  } catch {
    useOffline.setState({ keeping: 'failed' });
  }
}

let watched = false;

function watch(container: ServiceWorkerContainer): void {
  if (watched) return;
  watched = true;
  // The first worker only takes a page over that it was loaded without; a second one means another version.
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (controlled) useOffline.setState({ newer: 'elsewhere' });
    controlled = true;
  });
  container.addEventListener('message', ({ data, ports }) => {
    if (data === WHICH) ports[0]?.postMessage(pageScript());
  });
  container.startMessages();
}

function follow(registration: ServiceWorkerRegistration): void {
  if (registration.active) {
    useOffline.setState({ keeping: 'ready' });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window: it has no such argument
    registration.active.postMessage(TIDY);
  }
  if (registration.waiting && registration.active) useOffline.setState({ newer: 'waiting' });
  const come = () => {
    const { installing } = registration;
    if (!installing) return;
    const first = registration.active === null;
    if (first) useOffline.setState({ keeping: 'preparing' });
    installing.addEventListener('statechange', () => {
      if (installing.state === 'installed' && !first) useOffline.setState({ newer: 'waiting' });
      if (installing.state === 'activated' && first) useOffline.setState({ keeping: 'ready', justReady: true });
      if (installing.state === 'redundant' && first) useOffline.setState({ keeping: 'failed' });
    });
  };
  registration.addEventListener('updatefound', come);
  come();

  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < LOOK_AGAIN) return;
    looked = Date.now();
    // Without a network there is nothing newer.
    registration.update().catch(() => undefined);
  });
}
