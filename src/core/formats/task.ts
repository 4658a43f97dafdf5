/** Writing and reading as one piece of work, plain data in and out: done where it is asked for, or in a worker. */
import type { Layer } from '../annotation/layer.ts';
import type { Article } from '../article/article.ts';
import type { Result } from '../result.ts';
import type { Export, ExportOptions, FormatId, Import, ImportContext, ImportFault, TextFile } from './format.ts';
import { formats } from './formats.ts';

export interface WriteTask {
  readonly kind: 'write';
  readonly format: FormatId;
  readonly subjects: readonly { readonly article: Article; readonly layer: Layer }[];
  readonly options: ExportOptions;
}

export interface ReadTask {
  readonly kind: 'read';
  readonly format: FormatId;
  readonly files: readonly TextFile[];
  readonly context: ImportContext;
}

export type FormatTask = WriteTask | ReadTask;
/** Of a writing what each subject became, in their order. */
export type Performed<Task extends FormatTask> = Task extends WriteTask
  ? readonly Export[]
  : Result<Import, ImportFault>;

/** Does it here. Rejects where the format's own code cannot be fetched. */
export async function perform<Task extends FormatTask>(task: Task): Promise<Performed<Task>>;
export async function perform(task: FormatTask): Promise<Performed<FormatTask>> {
  const format = await formats[task.format].load();
  return task.kind === 'write'
    ? task.subjects.map(({ article, layer }) => format.write(article, layer, task.options))
    : format.read(task.files, task.context);
}

/** Annotations, and UTF-16 units of files, from which on the work would be felt as a stop of the page: some 50 ms. */
const MANY = 1000;
const LONG = 500_000;

/** Whether the work is so much that the page should not do it itself. */
export const isMuch = (task: FormatTask): boolean =>
  task.kind === 'write'
    ? task.subjects.reduce((sum, { layer }) => sum + layer.mentions.length + layer.quotations.length, 0) > MANY
    : task.files.reduce((sum, { text }) => sum + text.length, 0) > LONG;
