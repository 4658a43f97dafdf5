import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createDesk } from '../core/annotation/desk.ts';
import type { Edit } from '../core/annotation/edit.ts';
import { type History, NO_HISTORY, record, undo } from '../core/annotation/history.ts';
import { removeQuotations, setSpeaker } from '../core/annotation/quotation.ts';
import { setNote } from '../core/annotation/tagging.ts';
import { buildArticle } from '../testing/article.ts';
import { buildLayer } from '../testing/layers.ts';
import stored from '../testing/stored-1.json';
import { memoryStore, openDatabase, openStore, rescueAll, type Store } from './database.ts';
import {
  binLayer,
  damagedRecords,
  dropLayer,
  keepLayer,
  keptLayers,
  openKept,
  renameLayer,
  saveStep,
  writtenSince,
} from './layers.ts';
import { keptLessons } from './lessons.ts';

const now = '2026-11-25T10:00:00Z';
const article = buildArticle();
afterEach(async () => {
  vi.restoreAllMocks();
  await Dexie.delete('isnad');
});

/** Works on a kept layer as a page would: every edit applied, recorded and written. */
async function work(store: Store, id: string) {
  const opened = await openKept(store, id);
  if (!opened) throw new Error(`there is no ${id}`);
  const desk = createDesk(opened.layer, article.blocks);
  let { history, saved } = opened;
  const write = async (step: Parameters<typeof record>[1], after: History) => {
    expect(desk.apply(step).ok).toBe(true);
    const written = await saveStep(store, { layer: id, step, before: history, after, base: opened.base, saved, now });
    if (written === 'saved') {
      saved += 1;
      history = after;
    }
    return written;
  };
  return {
    desk,
    make: (edit: Edit) => {
      if (!edit.ok) throw new Error(JSON.stringify(edit.failure));
      return write(edit.value, record(history, edit.value));
    },
    back: () => {
      const back = undo(history);
      if (!back) throw new Error('nothing to undo');
      return write(back.step, back.history);
    },
    history: () => history,
  };
}

describe.each<[string, () => Promise<Store>]>([
  ['in the database', openDatabase],
  ['in memory', async () => memoryStore()],
])('%s', (_, open) => {
  test('a layer comes back as it was kept, with its history', async () => {
    const store = await open();
    const layer = buildLayer('mine');
    await keepLayer(store, layer, 'made');
    expect(await openKept(store, 'mine')).toEqual({ layer, history: NO_HISTORY, base: 0, saved: 0, damaged: [] });
    expect((await keptLayers(store, 'truce')).layers).toMatchObject([
      { key: 'mine', counts: { quotations: layer.quotations.length } },
    ]);
    expect((await keptLayers(store, 'other')).layers).toEqual([]);
  });

  test('each step is kept as it is made, and undone steps can be made again after a reload', async () => {
    const store = await open();
    await keepLayer(store, buildLayer('mine'), 'made');
    const tagger = await work(store, 'mine');
    const [first] = [...tagger.desk.quotations()];
    if (!first) throw new Error('no quotation');
    await tagger.make(setSpeaker(tagger.desk, first.id, null));
    for (const note of ['ل', 'لا', 'لاح']) {
      await tagger.make(setNote(tagger.desk, { on: 'quotations', id: first.id }, note));
    }
    await tagger.make(removeQuotations(tagger.desk, [first.id]));
    await tagger.back();
    const again = await openKept(store, 'mine');
    expect(again?.history).toEqual(tagger.history());
    expect(again?.history).toMatchObject({ at: 2, steps: { length: 3 } });
    expect(again?.layer).toEqual(tagger.desk.toLayer(now));
    expect(again?.saved).toBe(6);
  });

  test('who did not see the last writing does not write', async () => {
    const store = await open();
    await keepLayer(store, buildLayer('mine'), 'made');
    const [one, other] = [await work(store, 'mine'), await work(store, 'mine')];
    const [first, second] = [...one.desk.quotations()];
    if (!first || !second) throw new Error('no quotations');
    expect(await one.make(setSpeaker(one.desk, first.id, null))).toBe('saved');
    expect(await other.make(setSpeaker(other.desk, second.id, null))).toBe('conflict');
    const kept = await openKept(store, 'mine');
    expect(kept?.layer.quotations.find(({ id }) => id === second.id)?.speaker).toBe(second.speaker);
    expect((await writtenSince(store, 'mine'))?.step).toEqual(one.history().steps[0]);
  });

  test('a layer lies in the bin until it is taken out or dropped', async () => {
    const store = await open();
    await keepLayer(store, buildLayer('mine'), 'made');
    await keepLayer(store, buildLayer('mine2'), 'made');
    await binLayer(store, 'mine', now);
    expect(
      (await keptLayers(store)).layers
        .map(({ removed }) => removed)
        .toSorted((a, b) => String(a).localeCompare(String(b))),
    ).toEqual([now, null]);
    await binLayer(store, 'mine', null);
    await renameLayer(store, 'mine', { name: 'باسم آخر' }, now);
    expect((await openKept(store, 'mine'))?.layer.name).toBe('باسم آخر');
    await dropLayer(store, 'mine');
    expect(await openKept(store, 'mine')).toBeNull();
    expect(await store.within('annotations', 'mine')).toEqual([]);
    // A name that begins alike is another.
    expect((await openKept(store, 'mine2'))?.layer).toEqual(buildLayer('mine2'));
  });

  test('a transaction that throws leaves nothing behind', async () => {
    const store = await open();
    await expect(
      store.transact(['layers', 'notes'], async (rows) => {
        await rows.put('notes', [{ key: 'one' }]);
        throw new Error('no');
      }),
    ).rejects.toMatchObject({ kind: 'failed' });
    expect(await store.all('notes')).toEqual([]);
  });
});

describe('damage', () => {
  test('of an annotation: it is set aside with what leans on it, the rest opens', async () => {
    const store = await openDatabase();
    const layer = buildLayer('mine');
    await keepLayer(store, layer, 'made');
    const speaker = layer.quotations.find((one) => one.speaker !== null)?.speaker ?? '';
    await store.change(
      'annotations',
      `mine/entities/${speaker}`,
      () => ({ key: `mine/entities/${speaker}`, rank: 0, item: { id: 7 } }) as never,
    );
    const opened = await openKept(store, 'mine');
    expect(opened?.layer.entities.map(({ id }) => id)).not.toContain(speaker);
    expect(opened?.layer.quotations.some((one) => one.speaker === speaker)).toBe(false);
    expect(opened?.damaged[0]).toMatchObject({ layer: 'mine', table: 'annotations', row: { item: { id: 7 } } });
    // Nothing of it is lost, and nothing is told twice.
    expect(await damagedRecords(store)).toHaveLength(opened?.damaged.length ?? 0);
    expect((await openKept(store, 'mine'))?.damaged).toEqual([]);
  });

  test('of a step: what stands before it cannot be undone, and the layer opens', async () => {
    const store = await openDatabase();
    await keepLayer(store, buildLayer('mine'), 'made');
    const tagger = await work(store, 'mine');
    for (const { id } of [...tagger.desk.quotations()].slice(0, 3)) {
      await tagger.make(setNote(tagger.desk, { on: 'quotations', id }, 'ملاحظة'));
    }
    await store.change('steps', 'mine/000000001', () => ({ key: 'mine/000000001', step: '<b>' }) as never);
    const opened = await openKept(store, 'mine');
    expect(opened).toMatchObject({ base: 2, history: { at: 1, steps: { length: 1 } }, damaged: { length: 1 } });
    // What is made then is written behind it, and comes back.
    const later = await work(store, 'mine');
    const [first] = [...later.desk.quotations()];
    await later.make(setSpeaker(later.desk, first?.id ?? '', null));
    expect((await openKept(store, 'mine'))?.history).toEqual(later.history());
  });

  test('of a head: it is counted and left alone', async () => {
    const store = await openDatabase();
    await keepLayer(store, buildLayer('mine'), 'made');
    await store.change('layers', 'mine', () => ({ key: 'mine', head: null }) as never);
    expect(await keptLayers(store)).toEqual({ layers: [], unreadable: 1 });
    expect(await store.get('layers', 'mine')).toEqual({ key: 'mine', head: null });
  });
});

describe('a database of an earlier version', () => {
  const earlier = async () => {
    const old = new Dexie('isnad');
    old.version(1).stores({ lessons: '&key', work: '&key', results: '&key' });
    for (const [table, rows] of Object.entries(stored)) await old.table(table).bulkPut(rows);
    old.close();
  };

  test('is taken over with everything that it holds', async () => {
    await earlier();
    const store = await openDatabase();
    expect(await keptLessons(store)).toMatchObject({ items: [{ key: 'made:Les0nLes0n12' }], unreadable: 0 });
    expect(await store.all('results')).toEqual(stored.results);
    await keepLayer(store, buildLayer('mine'), 'made');
    expect(await openKept(store, 'mine')).not.toBeNull();
  });

  test('that cannot be taken over is said, left as it is, and can be saved', async () => {
    await earlier();
    vi.spyOn(IDBDatabase.prototype, 'createObjectStore').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    const store = await openStore();
    expect([store.mode(), store.unopened()]).toEqual(['memory', true]);
    vi.restoreAllMocks();
    expect(await rescueAll()).toEqual(stored);
  });
});
