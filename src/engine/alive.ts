/**
 * A worker that is killed (for want of memory, by the browser, by somebody's tools) tells nobody. But its locks are let go,
 * and a page that waits for one of them hears of that.
 */

/** What of a worker its page needs. */
export type EngineWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** Listens to a worker that was just started: to what it says, and to its faults, each told in the browser's own words. */
export function listenTo<Report>(
  worker: EngineWorker,
  onReport: (report: Report) => void,
  onFault: (detail: string) => void,
): void {
  worker.addEventListener('message', (event) => onReport((event as MessageEvent<Report>).data));
  for (const name of ['error', 'messageerror'] as const)
    worker.addEventListener(name, (event) => {
      // It is told where the reader is told, not as a fault of the page.
      event.preventDefault();
      onFault('message' in event ? event.message : name);
    });
}

/** Where there are no locks to tell of a worker's death, silence of this length (ms) means it. */
export const SILENCE = 120_000;

/**
 * The worker's side: takes a lock of its own for as long as it lives and tells its name once it has it; null where the
 * browser has no locks. Never rejects.
 */
export async function holdLock(tell: (lock: string | null) => void): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return tell(null);
  const lock = `isnad-engine-${Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')}`;
  try {
    await locks.request(lock, async () => {
      tell(lock);
      await new Promise<never>(() => {});
    });
  } catch {
    tell(null);
  }
}

/** The page's side: calls back once the worker that holds this lock has let go of it, that is, has died. */
export async function watchLock(lock: string, onFree: () => void): Promise<void> {
  try {
    await navigator.locks.request(lock, () => {});
    onFree();
  } catch {
    // Told by silence then.
  }
}
