/** The engine's worker: the only file of the page's side that knows the language's code. */
import { annotated, openText } from '../arabic/open.ts';
import { success } from '../core/result.ts';
import type { Answer, Order, Report, Stage, Task } from './protocol.ts';

const tell = (report: Report): void => postMessage(report);

addEventListener('message', ({ data: { job, task } }: MessageEvent<Order>) => {
  try {
    tell({ kind: 'done', job, answer: work(task, (stage, blocks) => tell({ kind: 'stage', job, stage, blocks })) });
  } catch (error) {
    tell({ kind: 'broke', job, detail: error instanceof Error ? error.message.slice(0, 500) : '' });
  }
});

function work(task: Task, onStage: (stage: Stage, blocks: number | null) => void): Answer {
  if (task.kind === 'again') return success({ article: annotated(task.article, onStage), intake: null });
  return openText(task.given, { today: task.today, onStage });
}

/**
 * A worker that is killed (for want of memory, by the browser, by somebody's tools) tells nobody. But its locks are let go,
 * and a page that waits for one of them hears of that.
 */
async function stand(): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return tell({ kind: 'ready', lock: null });
  const lock = `isnad-engine-${Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')}`;
  await locks.request(lock, async () => {
    tell({ kind: 'ready', lock });
    await new Promise<never>(() => {});
  });
}

stand().catch(() => tell({ kind: 'ready', lock: null }));
