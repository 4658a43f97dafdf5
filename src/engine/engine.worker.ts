/** The engine's worker. It and the dictionary's are the only files of the page's side that know the language's code. */
import { annotated, openText, type OpenOptions } from '../arabic/open.ts';
import { success } from '../core/result.ts';
import { holdLock } from './alive.ts';
import type { Answer, Order, Report, Task } from './protocol.ts';

type OnStage = NonNullable<OpenOptions['onStage']>;

const tell = (report: Report): void => postMessage(report);

addEventListener('message', ({ data: { job, task } }: MessageEvent<Order>) => {
  try {
    const onStage: OnStage = (stage, blocks, share) => tell({ kind: 'stage', job, stage, blocks, share });
    tell({ kind: 'done', job, answer: work(task, onStage) });
  } catch (error) {
    tell({ kind: 'broke', job, detail: error instanceof Error ? error.message.slice(0, 500) : '' });
  }
});

function work(task: Task, onStage: OnStage): Answer {
  if (task.kind === 'again')
    return success({ article: annotated(task.article, onStage), intake: null, corrected: null });
  return openText(task.given, { today: task.today, onStage });
}

void holdLock((lock) => tell({ kind: 'ready', lock }));
