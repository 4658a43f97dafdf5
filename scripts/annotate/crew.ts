/** Hands out files to one process a core. A process that dies takes one file with it and is replaced. */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';

export interface Task {
  readonly file: string;
  readonly id: string;
  /** ISO 8601 date. */
  readonly today: string;
}

export type Answer =
  | {
      readonly ok: true;
      readonly id: string;
      readonly json: string;
      readonly words: number;
      readonly quotations: number;
    }
  | { readonly ok: false; readonly why: string };

/** Longer than any text takes (ms): a process that says nothing for so long is ended. */
const PATIENCE = 120_000;

/** Does all tasks, telling of each once, in the order that they are done in. */
export async function crew(tasks: readonly Task[], onAnswer: (task: Task, answer: Answer) => void): Promise<void> {
  let next = 0;
  const hands = Array.from({ length: Math.min(availableParallelism(), tasks.length) }, async () => {
    let child: ChildProcess | null = null;
    for (let task = tasks[next++]; task; task = tasks[next++]) {
      child ??= fork(new URL('hand.ts', import.meta.url), { execArgv: process.execArgv });
      const answer = await ask(child, task);
      if (child.exitCode !== null || child.signalCode !== null || !child.connected) child = null;
      onAnswer(task, answer);
    }
    child?.disconnect();
  });
  await Promise.all(hands);
}

const ask = (child: ChildProcess, task: Task): Promise<Answer> =>
  new Promise((resolve) => {
    const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    const end = (answer: Answer) => {
      clearTimeout(patience);
      child.off('message', hear);
      child.off('exit', died);
      resolve(answer);
    };
    const hear = (answer: unknown) => end(answer as Answer);
    const died = (code: number | null, signal: string | null) =>
      end({ ok: false, why: `the process ended (${signal ?? code})` });
    child.on('message', hear);
    child.on('exit', died);
    child.send(task, (error) => {
      if (error) end({ ok: false, why: error.message });
    });
  });
