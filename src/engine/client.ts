/**
 * The page's side of the engine. The worker is started when it is first needed; one task runs, one may wait; a task that is
 * stopped takes the worker with it, and so really stops. A worker that breaks or dies is noticed, and the next task gets a
 * new one.
 */
import type { IntakeFault } from '../core/intake/fault.ts';
import { type EngineWorker, listenTo, SILENCE, watchLock } from './alive.ts';
import type { Opened, Order, Report, Stage, Task } from './protocol.ts';

export type Outcome =
  | { readonly kind: 'opened'; readonly opened: Opened }
  | { readonly kind: 'refused'; readonly fault: IntakeFault }
  /** By its own signal, or because another task took its place in the queue. */
  | { readonly kind: 'stopped' }
  /** `missing`: the engine could not be fetched. `died`: it was ended from outside or ran out of memory. `broke`: it failed at this text. */
  | { readonly kind: 'failed'; readonly why: 'missing' | 'died' | 'broke'; readonly detail: string };

export interface TaskOptions {
  /** `blocks`: how many the text has, once that is known; `share`: what of the work is done, from 0 to 1. */
  readonly onStage?: (stage: Stage | 'starting' | 'waiting', blocks: number | null, share: number) => void;
  readonly signal?: AbortSignal;
}

export interface Engine {
  /** Never rejects. */
  readonly run: (task: Task, options?: TaskOptions) => Promise<Outcome>;
  /** Ends the worker, and with it what runs and what waits. */
  readonly close: () => void;
}

interface Job extends TaskOptions {
  readonly number: number;
  readonly task: Task;
  readonly end: (outcome: Outcome) => void;
}

/** An engine whose worker `start` makes. Nothing is started yet. */
export function createEngine(start: () => EngineWorker): Engine {
  let worker: EngineWorker | null = null;
  let ready = false;
  let watched = true;
  let running: Job | null = null;
  let waiting: Job | null = null;
  let jobs = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const drop = () => {
    clearTimeout(silence);
    worker?.terminate();
    worker = null;
    ready = false;
  };
  const finish = (outcome: Outcome) => {
    clearTimeout(silence);
    const done = running;
    running = null;
    done?.end(outcome);
    const next = waiting;
    waiting = null;
    if (next) begin(next);
  };
  const fail = (why: 'missing' | 'died' | 'broke', detail = '') => {
    drop();
    if (running) finish({ kind: 'failed', why, detail });
  };
  const listen = () => {
    clearTimeout(silence);
    if (running && !watched) silence = setTimeout(() => fail('died', 'silence'), SILENCE);
  };
  const send = () => {
    if (!running || !worker || !ready) return;
    const { number, task } = running;
    listen();
    // oxlint-disable-next-line require-post-message-target-origin -- of a worker, which has no other origin
    worker.postMessage({ job: number, task } satisfies Order);
  };
  const begin = (job: Job) => {
    running = job;
    if (worker) return send();
    job.onStage?.('starting', null, 0);
    let made: EngineWorker;
    try {
      made = start();
    } catch (error) {
      return fail('missing', error instanceof Error ? error.message : '');
    }
    worker = made;
    listenTo<Report>(
      made,
      (report) => {
        if (worker === made) hear(report, made);
      },
      (detail) => {
        if (worker === made) fail(ready ? 'died' : 'missing', detail);
      },
    );
  };
  const hear = (report: Report, from: EngineWorker) => {
    if (report.kind === 'ready') {
      ready = true;
      watched = report.lock !== null;
      if (report.lock !== null)
        void watchLock(report.lock, () => {
          if (worker === from) fail('died');
        });
      return send();
    }
    if (report.job !== running?.number) return;
    listen();
    if (report.kind === 'stage') running.onStage?.(report.stage, report.blocks, report.share);
    // What a failure has left behind in the worker is not to be trusted.
    else if (report.kind === 'broke') fail('broke', report.detail);
    else if (report.answer.ok) finish({ kind: 'opened', opened: report.answer.value });
    else finish({ kind: 'refused', fault: report.answer.failure });
  };
  const stop = (job: Job) => {
    if (job === waiting) {
      waiting = null;
      job.end({ kind: 'stopped' });
    } else if (job === running) {
      drop();
      finish({ kind: 'stopped' });
    }
  };

  return {
    run: (task, options = {}) =>
      new Promise((resolve) => {
        const abort = () => stop(job);
        const job: Job = {
          ...options,
          number: ++jobs,
          task,
          end: (outcome) => {
            options.signal?.removeEventListener('abort', abort);
            resolve(outcome);
          },
        };
        if (options.signal?.aborted) return resolve({ kind: 'stopped' });
        options.signal?.addEventListener('abort', abort);
        if (!running) return begin(job);
        waiting?.end({ kind: 'stopped' });
        waiting = job;
        job.onStage?.('waiting', null, 0);
      }),
    close: () => {
      drop();
      waiting?.end({ kind: 'stopped' });
      waiting = null;
      if (running) finish({ kind: 'stopped' });
    },
  };
}
