/**
 * Undo and redo without end, over a reload: all steps that were made, and how many of them stand. Plain data. Whoever keeps
 * it writes each step under its number, and of a new state only the steps that are other objects than before.
 */
import { compose, invert, type Step } from './change.ts';

export interface History {
  readonly steps: readonly Step[];
  /** Steps before this number stand; those from it on were undone and can be made again. */
  readonly at: number;
}

export const NO_HISTORY: History = { steps: [], at: 0 };

/**
 * The history once this step was made: what had been undone can be made again no more. A step of the field that the last
 * one was of becomes one with it, so that a note is undone as a whole and not letter by letter; one that thereby changes
 * nothing is no step.
 */
export function record(history: History, step: Step): History {
  const last = history.steps[history.at - 1];
  const stand = history.steps.slice(0, history.at);
  const typed = step.typing !== null && history.at === history.steps.length && last?.typing === step.typing;
  if (!typed) return { steps: [...stand, step], at: history.at + 1 };
  const changes = compose([...last.changes, ...step.changes]);
  stand.pop();
  return changes.length === 0
    ? { steps: stand, at: stand.length }
    : { steps: [...stand, { ...step, changes }], at: stand.length + 1 };
}

/** Ends typing: the field was left, or the typist paused. What is typed next is another step. */
export function settle(history: History): History {
  const last = history.steps[history.at - 1];
  return last === undefined || last.typing === null ? history : { ...history, steps: settled(history, history.at - 1) };
}

/** What to apply to take the last step back, and the history once that was done; null where nothing is left to undo. */
export function undo(history: History): { readonly step: Step; readonly history: History } | null {
  const last = history.steps[history.at - 1];
  return last ? { step: invert(last), history: { steps: settled(history, history.at - 1), at: history.at - 1 } } : null;
}

/** What to apply to make the step again that was undone last; null where nothing is. */
export function redo(history: History): { readonly step: Step; readonly history: History } | null {
  const next = history.steps[history.at];
  return next ? { step: next, history: { steps: settled(history, history.at), at: history.at + 1 } } : null;
}

function settled({ steps }: History, at: number): readonly Step[] {
  const step = steps[at];
  return step === undefined || step.typing === null ? steps : steps.with(at, { ...step, typing: null });
}
