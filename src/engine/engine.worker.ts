/** The engine's worker. It and the dictionary's are the only files of the page's side that know the language's code. */
import { annotated, openText } from '../arabic/open.ts';
import { success } from '../core/result.ts';
import { holdLock } from './alive.ts';
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

void holdLock((lock) => tell({ kind: 'ready', lock }));
