import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDesk } from '../core/annotation/desk.ts';
import { NO_HISTORY, record } from '../core/annotation/history.ts';
import { removeQuotations, setKind, setSpeaker } from '../core/annotation/quotation.ts';
import { memoryStore, openDatabase, type Store, StoreError } from '../library/database.ts';
import { keepLayer, openKept, saveStep } from '../library/layers.ts';
import { useKeeping } from '../session/keeping.ts';
import { deskNow, make, redoStep, undoStep, workbench } from '../session/workbench.ts';
import { buildArticle } from '../testing/article.ts';
import { buildLayer } from '../testing/layers.ts';
import { keep, type Keeper } from './keeper.ts';

const article = buildArticle();
const [first = '', second = ''] = buildLayer('mine').quotations.map(({ id }) => id);
const now = () => new Date('2026-11-25T10:00:00Z');
let keeper: Keeper | null = null;

beforeEach(() => void vi.stubGlobal('window', new EventTarget()));
afterEach(async () => {
  await keeper?.close();
  keeper = null;
  vi.restoreAllMocks();
  await Dexie.delete('isnad');
  vi.unstubAllGlobals();
});

async function begin(store: Store): Promise<Keeper> {
  await keepLayer(store, buildLayer('mine'), 'made');
  const opened = await keep(store, 'mine', article, now);
  if (!opened.ok) throw new Error(opened.failure.kind);
  keeper = opened.value;
  return opened.value;
}
const desk = () => {
  const open = deskNow();
  if (!open) throw new Error('nothing is open');
  return open;
};

/** Another tab: it opens what is kept and writes one edit. */
async function elsewhere(store: Store, edit: (desk: ReturnType<typeof createDesk>) => ReturnType<typeof setKind>) {
  const opened = await openKept(store, 'mine');
  if (!opened) throw new Error('nothing is kept');
  const { history, saved, base } = opened;
  const step = edit(createDesk(opened.layer, article.blocks));
  if (!step.ok) throw new Error(step.failure.kind);
  await saveStep(store, {
    layer: 'mine',
    step: step.value,
    before: history,
    after: record(history, step.value),
    base,
    saved,
    now: '2026-11-25',
  });
}

test('every step is kept in its order, as fast as they are made', async () => {
  const store = await openDatabase();
  const open = await begin(store);
  make(setSpeaker(desk(), first, null));
  make(removeQuotations(desk(), [second]));
  undoStep();
  undoStep();
  redoStep();
  await open.settled();
  const kept = await openKept(store, 'mine');
  expect(kept?.layer).toEqual(desk().toLayer('2026-11-25T10:00:00Z'));
  expect(kept?.history).toEqual(workbench.getState().history);
  expect(useKeeping.getState()).toMatchObject({ layer: 'mine', mode: 'kept', fault: null, waiting: 0 });
});

test('what cannot be written waits, and is written once it can', async () => {
  const store = memoryStore();
  await keepLayer(store, buildLayer('mine'), 'made');
  let full = true;
  const device: Store = {
    ...store,
    mode: () => 'kept',
    transact: async (...asked) => (full ? Promise.reject(new StoreError('full')) : store.transact(...asked)),
  };
  const opened = await keep(device, 'mine', article, now);
  if (!opened.ok) throw new Error(opened.failure.kind);
  keeper = opened.value;
  make(setSpeaker(desk(), first, null));
  make(setKind(desk(), second, 'mixed'));
  await keeper.settled();
  expect(useKeeping.getState()).toMatchObject({ fault: 'full', waiting: 2 });
  full = false;
  await keeper.retry();
  expect(useKeeping.getState()).toMatchObject({ fault: null, waiting: 0 });
  expect((await openKept(store, 'mine'))?.history.steps).toHaveLength(2);
});

describe('another tab', () => {
  test('is followed, its undoing too', async () => {
    const store = await openDatabase();
    await begin(store);
    await elsewhere(store, (other) => setSpeaker(other, first, null));
    await vi.waitFor(() => expect(desk().quotation(first)?.speaker).toBeNull());
    expect(workbench.getState().done).toMatchObject({ way: 'followed' });
    expect(workbench.getState().history).toMatchObject({ at: 1, steps: { length: 1 } });
    // What was taken over can be undone here.
    undoStep();
    await keeper?.settled();
    expect((await openKept(store, 'mine'))?.history).toMatchObject({ at: 0, steps: { length: 1 } });
  });

  test('and this one write at once: both steps stand', async () => {
    const store = await openDatabase();
    const open = await begin(store);
    await elsewhere(store, (other) => setSpeaker(other, first, null));
    make(setKind(desk(), second, 'mixed'));
    await open.settled();
    const kept = await openKept(store, 'mine');
    expect(kept?.layer.quotations.find(({ id }) => id === first)?.speaker).toBeNull();
    expect(kept?.layer.quotations.find(({ id }) => id === second)?.kind).toBe('mixed');
    expect(desk().toLayer(kept?.layer.modified ?? '')).toEqual(kept?.layer);
    expect(useKeeping.getState().aside).toEqual([]);
  });

  test('took away what was worked on here: the step is set aside, not lost', async () => {
    const store = await openDatabase();
    const open = await begin(store);
    await elsewhere(store, (other) => removeQuotations(other, [first]));
    make(setSpeaker(desk(), first, null));
    await open.settled();
    expect(desk().quotation(first)).toBeUndefined();
    expect(useKeeping.getState().aside).toMatchObject([{ kind: 'setSpeaker' }]);
    expect((await openKept(store, 'mine'))?.history.steps).toHaveLength(1);
  });

  test('removed the layer for good: what is made here is told to be nowhere', async () => {
    const store = await openDatabase();
    const open = await begin(store);
    await store.change('layers', 'mine', () => null);
    make(setSpeaker(desk(), first, null));
    await open.settled();
    expect(useKeeping.getState()).toMatchObject({ fault: 'gone', waiting: 1 });
  });
});

test('a layer of another article, or text, is not opened', async () => {
  const store = memoryStore();
  expect(await keep(store, 'mine', article, now)).toMatchObject({ failure: { kind: 'missing' } });
  await keepLayer(
    store,
    buildLayer('mine', (layer) => (layer.article = 'other')),
    'made',
    NO_HISTORY,
  );
  expect(await keep(store, 'mine', article, now)).toMatchObject({ failure: { kind: 'other' } });
  await keepLayer(store, buildLayer('mine'), 'made', NO_HISTORY);
  const edited = { ...article, blocks: article.blocks.map((block) => ({ ...block, text: `ثم ${block.text}` })) };
  expect(await keep(store, 'mine', edited, now)).toMatchObject({ failure: { kind: 'text' } });
});
