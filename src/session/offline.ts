/** How far the site is kept on this device, and whether a newer version of it waits. Told by app/worker.ts. */
import { create } from 'zustand';
import { ACTIVATE } from '../core/offline/contract.ts';
import { siteFolder } from './place.ts';

/**
 * `unsupported`: this browser or this address (no https) has no service worker. `off`: the reader freed the space and has
 * not asked for it again. `failed`: the files could not all be fetched; the next visit tries again.
 */
export type Keeping = 'unsupported' | 'off' | 'preparing' | 'ready' | 'failed';

interface Offline {
  readonly keeping: Keeping;
  /** A newer version: `waiting` to be asked for, or running already because another page asked (`elsewhere`). */
  readonly newer: 'none' | 'waiting' | 'elsewhere';
  /** True when this very visit made the site ready, until the reader has seen it. */
  readonly justReady: boolean;
  /** Begins to keep the site, or begins again; does nothing before the page has come to rest. */
  readonly start: () => void;
}

export const useOffline = create<Offline>()(() => ({
  keeping: 'preparing',
  newer: 'none',
  justReady: false,
  start: () => {},
}));

const SWITCH = 'isnad-offline';

/** Whether the reader wants the site not to be kept. A browser that keeps nothing cannot remember it: then it is wanted. */
export function isOff(): boolean {
  try {
    return localStorage.getItem(SWITCH) === 'off';
  } catch {
    return false;
  }
}

/** Remembers the reader's wish for the visits to come. */
export function setOff(off: boolean): void {
  try {
    if (off) localStorage.setItem(SWITCH, 'off');
    else localStorage.removeItem(SWITCH);
  } catch {
    // Then it holds for this visit only.
  }
}

/** Loads the page anew in the newer version, at the same address. Only when the reader asks for it. */
export async function takeNewer(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(siteFolder);
  const waiting = registration?.waiting;
  if (!waiting) {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window: it has no such argument
  waiting.postMessage(ACTIVATE);
}
