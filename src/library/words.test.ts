import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ListedWord } from '../core/wordlist/word.ts';
import { buildMet } from '../testing/words.ts';
import { memoryStore, openDatabase, type Store } from './database.ts';
import { planOf, readShelf, restoreShelf, writeShelf } from './shelf.ts';
import { forgetWords, keptWord, keptWords, listWord, markKnown, restoreWords } from './words.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 10, minute)).toISOString();
const KEY = 'noun مُحادَثَة';
const said = buildMet({}, { lemma: 'قالَ', pos: 'verb' });
afterEach(async () => {
  vi.restoreAllMocks();
  await Dexie.delete('isnad');
});

describe.each<[string, () => Promise<Store>]>([
  ['in the database', openDatabase],
  ['in memory', async () => memoryStore()],
])('%s', (_, open) => {
  test('words are listed, counted, marked, forgotten and brought back', async () => {
    const store = await open();
    for (const [minute, met] of [buildMet(), buildMet(), said].entries()) await listWord(store, met, at(minute));
    expect((await keptWords(store)).words.map(({ count }) => count)).toEqual(expect.arrayContaining([1, 2]));
    await markKnown(store, [KEY, 'noun nowhere'], true, at(5));
    expect(await keptWord(store, KEY)).toMatchObject({ known: true, count: 2, changed: at(5) });
    expect(await keptWord(store, 'noun nowhere')).toBeNull();
    const forgotten = await forgetWords(store, [KEY]);
    expect(await keptWord(store, KEY)).toBeNull();
    await restoreWords(store, forgotten);
    expect(await keptWord(store, KEY)).toEqual(forgotten[0]);
    expect(forgotten[0]).toMatchObject({ known: true, count: 2 });
  });

  test('a word that was looked up again after it was forgotten stays as it is', async () => {
    const store = await open();
    await listWord(store, buildMet(), at(1));
    const forgotten = await forgetWords(store, [KEY]);
    await listWord(store, buildMet(), at(9));
    await restoreWords(store, forgotten);
    expect(await keptWord(store, KEY)).toMatchObject({ last: at(9) });
  });

  test('of two who look the same word up at once, neither is lost', async () => {
    const store = await open();
    await Promise.all(Array.from({ length: 30 }, (__, minute) => listWord(store, buildMet(), at(minute))));
    expect(await keptWord(store, KEY)).toMatchObject({ count: 30 });
  });
});

test('rows that cannot be read are counted and left alone', async () => {
  const store = await openDatabase();
  await listWord(store, buildMet(), at(1));
  await store.change('words', 'bad', () => ({ key: 'bad', lemma: 3 }) as { key: string });
  expect(await keptWords(store)).toMatchObject({ words: [{ key: KEY }], unreadable: 1 });
  await markKnown(store, ['bad', KEY], true, at(2));
  expect(await store.get('words', 'bad')).toEqual({ key: 'bad', lemma: 3 });
});

test('a database from before there was a list keeps all it holds and gets one', async () => {
  const old = new Dexie('isnad');
  old.version(1).stores({ lessons: '&key', work: '&key', results: '&key' });
  old.version(2).stores({
    layers: '&key',
    annotations: '&key',
    steps: '&key',
    histories: '&key',
    codebooks: '&key',
    reviews: '&key',
    decisions: '&key',
    damaged: '&key',
    notes: '&key',
  });
  old.version(3).stores({ texts: '&key', bodies: '&key' });
  const rows = { lessons: { key: 'made:x', a: 1 }, layers: { key: 'y', b: 2 }, texts: { key: 'my.z', c: 3 } };
  for (const [table, row] of Object.entries(rows)) await old.table(table).put(row);
  old.close();
  const store = await openDatabase();
  expect(store.mode()).toBe('kept');
  for (const [table, row] of Object.entries(rows)) expect(await store.all(table as 'texts')).toEqual([row]);
  await listWord(store, buildMet(), at(1));
  expect((await keptWords(store)).words).toHaveLength(1);
});

describe('in a backup', () => {
  const fileOf = async (store: Store) => {
    const file = readShelf(
      JSON.stringify((await writeShelf(store, { histories: true, settings: {}, now: '2026-11-25T10:50:00Z' })).shelf),
    );
    if (!file.ok) throw new Error(JSON.stringify(file.failure));
    return file.value;
  };

  test('merged, of each word the one that was changed last stays', async () => {
    const store = memoryStore();
    await listWord(store, buildMet(), at(1));
    await listWord(store, said, at(1));
    const file = await fileOf(store);
    expect((await planOf(store, file, 'merge')).holds.words).toBe(2);
    await markKnown(store, [KEY], true, at(2));
    await forgetWords(store, ['verb قالَ']);
    await restoreShelf(store, file, 'merge');
    const { words } = await keptWords(store);
    expect(Object.fromEntries(words.map(({ key, known }) => [key, known]))).toEqual({ [KEY]: true, 'verb قالَ': false });
    await restoreShelf(store, file, 'replace');
    expect(await keptWord(store, KEY)).toMatchObject({ known: false });
  });

  test('a file from before there was a list is read, and one with a broken word is refused whole', async () => {
    const store = memoryStore();
    await listWord(store, buildMet(), at(1));
    const { words, ...older } = await fileOf(store);
    const before = readShelf(JSON.stringify(older));
    expect(before.ok && before.value.words).toEqual([]);
    const broken = { ...older, words: [{ ...(words[0] as unknown as ListedWord), places: [] }] };
    expect(readShelf(JSON.stringify(broken))).toMatchObject({ ok: false });
  });
});
