/**
 * The workbench: the layer that is being worked on, what was done to it, and what of it is chosen. The desk itself is a live
 * object and stands outside the store; what the store holds is plain, and `changed` tells a screen that the desk is another.
 */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Block } from '../core/article/article.ts';
import type { Step, StepKind } from '../core/annotation/change.ts';
import { createDesk, type Desk } from '../core/annotation/desk.ts';
import type { EditFault } from '../core/annotation/edit.ts';
import { type History, NO_HISTORY, record, redo, settle, undo } from '../core/annotation/history.ts';
import type { Layer } from '../core/annotation/layer.ts';
import type { Target } from '../core/annotation/tagging.ts';
import type { Result } from '../core/result.ts';

/** What is told to whoever keeps the layer: the step that was just applied, and the history as it stands since. */
export interface Made {
  readonly layer: string;
  readonly step: Step;
  readonly history: History;
}

/** `followed`: another tab did it. */
export interface Done {
  readonly kind: StepKind;
  readonly way: 'made' | 'undone' | 'redone' | 'followed';
}

interface Workbench {
  /** The layer's id, and its article's; null while nobody tags. */
  readonly layer: string | null;
  readonly article: string | null;
  /** Raised each time that a layer is opened, the same one anew too: the desk is another object then. */
  readonly opened: number;
  readonly history: History;
  /** Raised with each change of the desk. */
  readonly changed: number;
  /** The blocks that look different since the change before. */
  readonly touched: ReadonlySet<string>;
  readonly chosen: Target | null;
  /** What was done last and in which way, to be told; null before anything was. */
  readonly done: Done | null;
  /** Why the last edit could not be made; null once another one was. */
  readonly refused: EditFault | 'stale' | null;
}

const IDLE: Workbench = {
  layer: null,
  article: null,
  opened: 0,
  history: NO_HISTORY,
  changed: 0,
  touched: new Set(),
  chosen: null,
  done: null,
  refused: null,
};

export const workbench = createStore<Workbench>()(() => IDLE);

export const useWorkbench = <Value>(select: (state: Workbench) => Value): Value => useStore(workbench, select);

let desk: Desk | null = null;
/** The live desk of the layer that is open; null while none is. */
export const deskNow = (): Desk | null => desk;

const listeners = new Set<(made: Made) => void>();
/** Calls back after each step that was applied here (not for steps of another tab). Returns the way to stop. */
export function onMade(listener: (made: Made) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens a layer, with what was done to it before. */
export function openLayer(layer: Layer, blocks: readonly Block[], history: History = NO_HISTORY): void {
  desk = createDesk(layer, blocks);
  workbench.setState({
    ...IDLE,
    layer: layer.id,
    article: layer.article,
    opened: workbench.getState().opened + 1,
    history,
    changed: workbench.getState().changed + 1,
  });
}

export function closeLayer(): void {
  desk = null;
  const { opened, changed } = workbench.getState();
  workbench.setState({ ...IDLE, opened, changed: changed + 1 });
}

/** Makes an edit, or says why it cannot be made; true where it was. */
export function make(edit: Result<Step, EditFault>): boolean {
  if (!edit.ok) {
    workbench.setState({ refused: edit.failure });
    return false;
  }
  return applied(edit.value, record(workbench.getState().history, edit.value), 'made');
}

/** A pause in typing: what is typed next is undone by itself. */
export const pause = (): void => workbench.setState(({ history }) => ({ history: settle(history) }));

export function undoStep(): boolean {
  const back = undo(workbench.getState().history);
  return back !== null && applied(back.step, back.history, 'undone');
}

export function redoStep(): boolean {
  const again = redo(workbench.getState().history);
  return again !== null && applied(again.step, again.history, 'redone');
}

/** A step that another tab made and kept: applied here too, its history taken over. False where it does not fit. */
export function follow(step: Step, history: History): boolean {
  return applied(step, history, 'followed');
}

export const choose = (chosen: Target | null): void => workbench.setState({ chosen });

function applied(step: Step, history: History, way: Done['way']): boolean {
  const state = workbench.getState();
  if (!desk || state.layer === null) return false;
  const done = desk.apply(step);
  if (!done.ok) {
    workbench.setState({ refused: 'stale' });
    return false;
  }
  // What is gone is chosen no more.
  const { chosen } = state;
  const stands = chosen && (chosen.on === 'mentions' ? desk.mention(chosen.id) : desk.quotation(chosen.id));
  workbench.setState({
    history,
    changed: state.changed + 1,
    touched: done.value,
    chosen: stands ? chosen : null,
    done: { kind: step.kind, way },
    refused: null,
  });
  if (way !== 'followed') for (const listener of listeners) listener({ layer: state.layer, step, history });
  return true;
}
