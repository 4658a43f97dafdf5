/** A worker for one piece of work: a large layer to files, or large files to layers. */
import { type FormatTask, perform } from '../core/formats/task.ts';
import { holdLock } from './alive.ts';
import type { FormatReport } from './formats.ts';

const tell = (report: FormatReport): void => postMessage(report);

addEventListener('message', ({ data: task }: MessageEvent<FormatTask>) => {
  perform(task).then(
    (value) => tell({ kind: 'done', value }),
    (error: unknown) => tell({ kind: 'broke', detail: error instanceof Error ? error.message.slice(0, 500) : '' }),
  );
});

void holdLock((lock) => tell({ kind: 'ready', lock }));
