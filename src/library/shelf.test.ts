import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newCodebook } from '../core/annotation/tags.ts';
import { buildArticle } from '../testing/article.ts';
import { buildLayer } from '../testing/layers.ts';
import { buildLesson, buildResult } from '../testing/lesson.ts';
import { keepCodebook } from './codebooks.ts';
import { memoryStore, openDatabase, type Store, tableNames } from './database.ts';
import { keepLayer, keptLayers, openKept } from './layers.ts';
import { keepLesson, keepResult } from './lessons.ts';
import { isDue, noteBackup, sinceBackup } from './notes.ts';
import { planOf, readShelf, restoreShelf, type Shelf, writeShelf } from './shelf.ts';

import { buildMet } from '../testing/words.ts';
import { keptWords, listWord } from './words.ts';
import { changeText, correctText, forgetText, keepText, keptCorrections, keptHead } from './texts.ts';

const now = '2026-11-25T10:00:00Z';
afterEach(async () => {
  vi.restoreAllMocks();
  await Dexie.delete('isnad');
});

async function fill(store: Store): Promise<void> {
  for (const id of ['one', 'two', 'three']) {
    await keepLayer(
      store,
      buildLayer(id, (layer) => (layer.modified = '2026-11-02')),
      'made',
    );
  }
  await keepCodebook(store, newCodebook('book', 'الأول', now));
  await keepLesson(store, 'made', buildLesson(), new Date(now));
  await keepResult(store, buildResult());
  await keepText(store, { ...buildArticle(), id: 'my.text' }, null, now);
  await correctText(store, 'my.text', 1, { kind: 'notQuotation', quotation: 'q2' }, 'c1', now);
  await listWord(store, buildMet(), now);
}
const saved = async (store: Store) =>
  JSON.stringify((await writeShelf(store, { histories: true, settings: { size: 3 }, now })).shelf);
const read = (text: string): Shelf => {
  const shelf = readShelf(text);
  if (!shelf.ok) throw new Error(JSON.stringify(shelf.failure));
  return shelf.value;
};
const dump = async (store: Store) =>
  Object.fromEntries(await Promise.all(tableNames.map(async (table) => [table, await store.all(table)] as const)));

describe.each<[string, () => Promise<Store>]>([
  ['in the database', openDatabase],
  ['in memory', async () => memoryStore()],
])('%s', (_, open) => {
  test('a shelf that was saved comes back whole where there is nothing', async () => {
    const store = await open();
    await fill(store);
    const file = await saved(store);
    await Dexie.delete('isnad');
    const other = await open();
    await restoreShelf(other, read(file), 'replace');
    expect(JSON.parse(await saved(other))).toEqual(JSON.parse(file));
    expect((await openKept(other, 'two'))?.layer.quotations).toHaveLength(buildLayer('two').quotations.length);
    expect(await keptCorrections(other, 'my.text')).toMatchObject({ corrections: [{ id: 'c1' }] });
    expect((await keptWords(other)).words).toEqual((await keptWords(store)).words);
    expect((await keptWords(other)).words).toHaveLength(1);
  });

  test('merged, what is newer stays on either side', async () => {
    const store = await open();
    await fill(store);
    const shelf = read(await saved(store));
    await keepLayer(
      store,
      buildLayer('one', (layer) => Object.assign(layer, { name: 'أحدث هنا', modified: '2026-11-20' })),
      'made',
    );
    await keepLayer(
      store,
      buildLayer('two', (layer) => Object.assign(layer, { name: 'أقدم هنا', modified: '2026-11-01' })),
      'made',
    );
    await keepLayer(store, buildLayer('four'), 'made');
    const titled = (title: string) => (old: Parameters<Parameters<typeof changeText>[2]>[0]) => ({
      ...old,
      title: { ar: title, en: '' },
    });
    await keepText(store, { ...buildArticle(), id: 'my.other' }, null, now);
    await changeText(store, 'my.text', titled('أحدث هنا'), '2026-11-30T10:00:00Z');
    expect(await planOf(store, shelf, 'merge')).toMatchObject({
      texts: { added: [], replaced: [], kept: ['أحدث هنا', 'أحمد ناصر يصل إلى دمشق'], lost: [] },
      added: [],
      replaced: ['two'],
      kept: ['أحدث هنا', 'three', 'four'],
      lost: [],
      holds: { layers: 3, codebooks: 1, lessons: 1 },
    });
    await restoreShelf(store, shelf, 'merge');
    const names = (await keptLayers(store)).layers.map(({ head }) => head.name).sort();
    expect(names).toEqual(['four', 'three', 'two', 'أحدث هنا']);
    expect((await keptHead(store, 'my.text'))?.title).toBe('أحدث هنا');
    await forgetText(store, 'my.text');
    await restoreShelf(store, shelf, 'merge');
    expect((await keptHead(store, 'my.text'))?.title).toBe('أحمد ناصر يصل إلى دمشق');
    expect(await keptHead(store, 'my.other')).not.toBeNull();
  });

  test('in place of all, only what the file has is there then', async () => {
    const store = await open();
    await fill(store);
    const shelf = read(await saved(store));
    await keepLayer(store, buildLayer('four'), 'made');
    expect((await planOf(store, shelf, 'replace')).lost).toEqual(['four']);
    await restoreShelf(store, shelf, 'replace');
    expect((await keptLayers(store)).layers.map(({ key }) => key).sort()).toEqual(['one', 'three', 'two']);
    expect(await store.within('annotations', 'four')).toEqual([]);
    await keepText(store, { ...buildArticle(), id: 'my.other' }, null, now);
    expect((await planOf(store, shelf, 'replace')).texts.lost).toEqual(['أحمد ناصر يصل إلى دمشق']);
    await restoreShelf(store, shelf, 'replace');
    expect(await keptHead(store, 'my.other')).toBeNull();
  });
});

test('a row that the database refuses in the middle leaves everything as it was', async () => {
  const store = await openDatabase();
  await fill(store);
  const shelf = read(await saved(store));
  await keepLayer(store, buildLayer('four'), 'made');
  const before = await dump(store);
  const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as IDBObjectStore['put'];
  let count = 0;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    count += 1;
    if (count === 20) throw new DOMException('no room', 'QuotaExceededError');
    return key === undefined ? put.call(this, value) : put.call(this, value, key);
  });
  await expect(restoreShelf(store, shelf, 'replace')).rejects.toMatchObject({ kind: 'full' });
  expect(count).toBe(20);
  vi.restoreAllMocks();
  expect(await dump(store)).toEqual(before);
});

describe('a file that is no shelf', () => {
  const broken = async (change: (shelf: Record<string, never[]>) => void) => {
    const store = memoryStore();
    await fill(store);
    const shelf = JSON.parse(await saved(store));
    change(shelf);
    return JSON.stringify(shelf);
  };
  test.each<[string, (shelf: ReturnType<typeof JSON.parse>) => void, string, string]>([
    ['of tomorrow', (shelf) => (shelf.version = 2), 'newerVersion', 'version'],
    ['a lesson', (shelf) => (shelf.format = 'isnad-lesson'), 'otherFormat', 'format'],
    [
      'with a bad annotation in the middle',
      (shelf) => (shelf.layers[1].layer.quotations[1].kind = 'shouted'),
      'shape',
      'layers.1.layer.quotations.1.kind',
    ],
    [
      'with a range that lies',
      (shelf) => (shelf.layers[1].layer.mentions[0].range.words = 'x'),
      'content',
      'layers/two/',
    ],
    ['with a layer twice', (shelf) => shelf.layers.push(shelf.layers[0]), 'content', 'layers/one'],
    [
      'with an id that leads elsewhere',
      (shelf) => (shelf.layers[0].layer.id = '__proto__'),
      'shape',
      'layers.0.layer.id',
    ],
    ['with a history beyond its end', (shelf) => (shelf.layers[0].history.at = 9), 'content', 'layers/one/history'],
    ['with a codebook under another name', (shelf) => (shelf.codebooks[0].key = 'x'), 'content', 'codebooks/x'],
    ['with a text under another name', (shelf) => (shelf.texts[0].body.key = 'my.x'), 'content', 'texts/my.text'],
    [
      'with a text that lies',
      (shelf) => (shelf.texts[0].body.machine = shelf.texts[0].body.machine.replace('"nasir"', '"nobody"')),
      'content',
      'texts/my.text/',
    ],
    ['with lists that are none', (shelf) => (shelf.lessons = { length: 1e9 }), 'shape', 'lessons'],
  ])('%s', async (_, change, kind, where) => {
    const shelf = readShelf(await broken(change));
    expect(shelf).toMatchObject({ ok: false, failure: { kind } });
    if (!shelf.ok) expect(shelf.failure.where).toContain(where);
  });
  test.each(['', 'null', '[', '['.repeat(100_000), '<html>'])('%.5s', (text) => {
    expect(readShelf(text).ok).toBe(false);
  });
});

test('a backup is due after many steps, or after days with some', async () => {
  const store = memoryStore();
  await fill(store);
  expect(await sinceBackup(store)).toEqual({ last: null, steps: 0 });
  await noteBackup(store, now);
  expect((await sinceBackup(store)).last).toBe(now);
  const later = (days: number) => new Date(Date.parse(now) + days * 86_400_000);
  expect(isDue({ last: now, steps: 0 }, later(100))).toBe(false);
  expect(isDue({ last: now, steps: 1 }, later(13))).toBe(false);
  expect(isDue({ last: now, steps: 1 }, later(15))).toBe(true);
  expect(isDue({ last: now, steps: 200 }, later(0))).toBe(true);
  expect(isDue({ last: null, steps: 199 }, later(0))).toBe(false);
});
