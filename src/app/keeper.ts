/**
 * Keeps the open layer: every step that the workbench makes is written in its order, steps that another tab wrote are made
 * here too, and neither overwrites the other. A writing that fails stays in memory with all after it, and is tried again
 * with the next step or when asked.
 */
import { failure, type Result, success } from '../core/result.ts';
import { carry } from '../core/annotation/carry.ts';
import type { History } from '../core/annotation/history.ts';
import type { Layer } from '../core/annotation/layer.ts';
import { verifyLayer } from '../core/annotation/read.ts';
import type { Article } from '../core/article/article.ts';
import { stamp } from '../core/dataset/stamp.ts';
import { type Store, StoreError } from '../library/database.ts';
import { followedHistory, openKept, saveStep, writtenSince } from '../library/layers.ts';
import { NOT_KEEPING, useKeeping } from '../session/keeping.ts';
import { holdUnsaved } from '../session/unsaved.ts';
import {
  choose,
  closeLayer,
  deskNow,
  follow,
  type Made,
  make,
  onMade,
  openLayer,
  workbench,
} from '../session/workbench.ts';

export interface Keeper {
  /** Writes what waits, again. Resolves once nothing waits, or it failed again. */
  readonly retry: () => Promise<void>;
  /** Resolves once everything that was made is written, or the writing has failed. */
  readonly settled: () => Promise<void>;
  /** Closes the layer; what waits is still written where that can be. */
  readonly close: () => Promise<void>;
}

/** `missing`: there is no such layer here. `other`: it is of another article. `text`: it does not fit the article's text. */
export type OpenFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'other' }
  | { readonly kind: 'text'; readonly layer: Layer };

/** Opens a layer of the store on the workbench and keeps it from then on. One at a time: the one before is closed. */
export async function keep(
  store: Store,
  id: string,
  article: Article,
  now: () => Date,
): Promise<Result<Keeper, OpenFault>> {
  const opened = await openKept(store, id);
  if (!opened) return failure({ kind: 'missing' });
  if (opened.layer.article !== article.id) return failure({ kind: 'other' });
  if (verifyLayer(opened.layer, article).length > 0) return failure({ kind: 'text', layer: opened.layer });

  let { base, saved } = opened;
  /** As it was last written. */
  let kept: History = opened.history;
  let waiting: Made[] = [];
  let running: Promise<void> | null = null;
  let letGo: (() => void) | null = null;
  let closed = false;
  openLayer(opened.layer, article.blocks, opened.history);
  const { lasting } = useKeeping.getState();
  useKeeping.setState({ ...NOT_KEEPING, lasting, layer: id, mode: store.mode(), damaged: opened.damaged.length });

  const tell = (fault: ReturnType<typeof useKeeping.getState>['fault']) => {
    useKeeping.setState({ fault, waiting: waiting.length });
    // Without a store the page itself is the only place of it all.
    if (waiting.length > 0 || store.mode() === 'memory') letGo ??= holdUnsaved();
    else {
      letGo?.();
      letGo = null;
    }
  };

  /** The layer as the other tab left it, and upon it what was made here and not written: what no longer fits is set aside. */
  const takeOver = async (): Promise<boolean> => {
    const fresh = await openKept(store, id);
    if (!fresh) return false;
    const mine = waiting;
    const { chosen } = workbench.getState();
    waiting = [];
    ({ base, saved } = fresh);
    kept = fresh.history;
    openLayer(fresh.layer, article.blocks, fresh.history);
    const desk = deskNow();
    if (chosen && (chosen.on === 'mentions' ? desk?.mention(chosen.id) : desk?.quotation(chosen.id))) choose(chosen);
    const lost = mine.filter(({ step }) => !make(success(step))).map(({ step }) => step);
    if (lost.length > 0) useKeeping.setState(({ aside }) => ({ aside: [...aside, ...lost] }));
    return true;
  };

  const writeAll = async (): Promise<void> => {
    for (let first = waiting[0]; first; first = waiting[0]) {
      let written: Awaited<ReturnType<typeof saveStep>>;
      try {
        written = await saveStep(store, {
          layer: id,
          step: first.step,
          before: kept,
          after: first.history,
          base,
          saved,
          now: stamp(now()),
        });
        if (written === 'conflict' && !(await takeOver())) written = 'gone';
      } catch (error) {
        return tell(error instanceof StoreError ? error.kind : 'failed');
      }
      if (written === 'gone') return tell('gone');
      if (written === 'saved') {
        saved += 1;
        kept = first.history;
        waiting = waiting.filter((one) => one !== first);
      }
    }
    tell(null);
  };
  const run = (): Promise<void> => {
    running ??= writeAll().finally(() => {
      running = null;
      void look();
    });
    return running;
  };

  /** Whether another tab has written, and then what. Only between two writings of one's own: those find out by themselves. */
  const look = async (): Promise<void> => {
    if (closed || running || waiting.length > 0) return;
    const written = await writtenSince(store, id).catch(() => null);
    if (closed || running || waiting.length > 0 || !written || written.head.saved <= saved) return;
    if (written.head.saved === saved + 1 && written.step) {
      const history = await followedHistory(store, id, kept, base, written.head).catch(() => null);
      // Meanwhile a step may have been made here.
      if (closed || running || waiting.length > 0) return;
      if (history && written.head.saved === saved + 1 && follow(written.step, history)) {
        saved += 1;
        kept = history;
        return void look();
      }
    }
    await takeOver().catch(() => false);
  };

  const settled = async (): Promise<void> => {
    // What is made meanwhile is waited for too.
    if (!running) return;
    await running;
    await settled();
  };

  const stopHearing = onMade((made) => {
    if (made.layer !== id) return;
    waiting.push(made);
    useKeeping.setState({ waiting: waiting.length });
    void run();
  });
  const stopWatching = store.watch(
    () => store.get('histories', id),
    () => void look(),
  );
  tell(null);

  return success({
    retry: run,
    settled,
    close: async () => {
      stopHearing();
      if (waiting.length > 0) await run();
      closed = true;
      stopWatching();
      letGo?.();
      letGo = null;
      if (workbench.getState().layer === id) closeLayer();
      useKeeping.setState({ ...NOT_KEEPING, lasting: useKeeping.getState().lasting });
    },
  });
}

/** A layer in the text of an article that is another than it was made on: a copy of that id, and what has no place there. */
export function fitted(layer: Layer, article: Article, id: string, now: string) {
  const carried = carry(layer, null, article);
  return { layer: { ...carried.layer, id, revision: article.revision, modified: now }, orphans: carried.orphans };
}
