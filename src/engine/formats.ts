/** The page's side of the formats' worker: one worker for one piece of work, ended with it. */
import { type FormatTask, isMuch, perform, type Performed } from '../core/formats/task.ts';
import { type EngineWorker, listenTo, watchLock } from './alive.ts';

export type FormatReport =
  /** It stands, and holds this lock as long as it lives; null where the browser has no locks. */
  | { readonly kind: 'ready'; readonly lock: string | null }
  | { readonly kind: 'done'; readonly value: Performed<FormatTask> }
  | { readonly kind: 'broke'; readonly detail: string };

/** How a screen has a piece of work done. Rejects where it is called off by the signal, or cannot be done at all. */
export type Perform = <Task extends FormatTask>(task: Task, signal: AbortSignal) => Promise<Performed<Task>>;

/**
 * Much is done in a worker that `start` makes, little (and much where there is no worker, or it died) here. A task that
 * is called off ends its worker at once.
 */
export const createPerform =
  (start: () => EngineWorker): Perform =>
  async (task, signal) => {
    signal.throwIfAborted();
    if (isMuch(task)) {
      const done = await apart(start, task, signal);
      if (done) return done.value as Performed<typeof task>;
    }
    const value = await perform(task);
    signal.throwIfAborted();
    return value;
  };

/** What the worker made of it; null where it could not. */
function apart(
  start: () => EngineWorker,
  task: FormatTask,
  signal: AbortSignal,
): Promise<{ readonly value: Performed<FormatTask> } | null> {
  return new Promise((resolve, reject) => {
    let worker: EngineWorker;
    try {
      worker = start();
    } catch {
      return resolve(null);
    }
    const end = (then: () => void) => {
      worker.terminate();
      signal.removeEventListener('abort', onAbort);
      then();
    };
    const onAbort = () => end(() => reject(signal.reason as Error));
    signal.addEventListener('abort', onAbort);
    listenTo<FormatReport>(
      worker,
      (report) => {
        if (report.kind === 'done') end(() => resolve({ value: report.value }));
        else if (report.kind === 'broke') end(() => resolve(null));
        else if (report.lock !== null) void watchLock(report.lock, () => end(() => resolve(null)));
      },
      () => end(() => resolve(null)),
    );
    // oxlint-disable-next-line require-post-message-target-origin -- of a worker, which has no other origin
    worker.postMessage(task);
  });
}
