import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LessonResult } from '../core/lesson/lesson.ts';
import { buildLesson, buildResult } from '../testing/lesson.ts';
import { memoryStore, openDatabase, type Store } from './database.ts';
import {
  changeLesson,
  changeWork,
  forgetLesson,
  keepLesson,
  keepResult,
  keptLesson,
  keptLessons,
  keptResults,
  keptWork,
  restoreLesson,
} from './lessons.ts';

const day = (date: number) => new Date(Date.UTC(2026, 10, date));
afterEach(async () => {
  vi.restoreAllMocks();
  await Dexie.delete('isnad');
});

describe.each<[string, () => Promise<Store>]>([
  ['in the database', openDatabase],
  ['in memory', async () => memoryStore()],
])('%s', (_, open) => {
  test('lessons are kept by kind and id, the last changed first', async () => {
    const store = await open();
    const lesson = buildLesson();
    await keepLesson(store, 'made', lesson, day(1));
    await keepLesson(store, 'received', { ...lesson, title: 'من غيري' }, day(2));
    expect((await keptLessons(store)).items.map(({ kind }) => kind)).toEqual(['received', 'made']);
    await changeLesson(store, lesson.id, (old) => ({ ...old, title: 'جديد' }), day(3));
    expect((await keptLesson(store, 'made', lesson.id))?.lesson.title).toBe('جديد');
    expect((await keptLesson(store, 'received', lesson.id))?.lesson.title).toBe('من غيري');
    const kept = await keptLesson(store, 'made', lesson.id);
    await forgetLesson(store, 'made', lesson.id);
    expect(await keptLesson(store, 'made', lesson.id)).toBeNull();
    if (kept) await restoreLesson(store, kept);
    expect(await keptLesson(store, 'made', lesson.id)).toEqual(kept);
  });

  test('a change that would break a lesson is not kept', async () => {
    const store = await open();
    await keepLesson(store, 'made', buildLesson(), day(1));
    await changeLesson(store, 'Les0nLes0n12', (old) => ({ ...old, title: 'ط'.repeat(1000) }), day(2));
    expect((await keptLesson(store, 'made', 'Les0nLes0n12'))?.lesson.title).toBe(buildLesson().title);
    await changeLesson(store, 'NeverWritten', (old) => old, day(2));
    expect(await keptLesson(store, 'made', 'NeverWritten')).toBeNull();
  });

  test('answers given at once are all there', async () => {
    const store = await open();
    await Promise.all(
      Array.from({ length: 30 }, (_, step) =>
        changeWork(store, 'Les0nLes0n12', (old) => ({
          ...old,
          work: { ...old.work, answers: { ...old.work.answers, [`s${step}`]: { kind: 'choice', chosen: [step % 4] } } },
        })),
      ),
    );
    expect(Object.keys((await keptWork(store, 'Les0nLes0n12'))?.work.answers ?? {})).toHaveLength(30);
  });

  test('a result that comes twice is kept once, as it was finished last', async () => {
    const store = await open();
    const later: LessonResult = { ...buildResult(), student: 'ليلى أحمد', finished: '2026-11-21T10:00:00Z' };
    for (const result of [buildResult(), later, buildResult()]) await keepResult(store, result);
    expect((await keptResults(store)).items.map(({ result }) => result)).toEqual([later]);
  });

  test('whoever watches is told of each change', async () => {
    const store = await open();
    const seen: number[] = [];
    const stop = store.watch(
      async () => (await keptLessons(store)).items.length,
      (count) => void seen.push(count),
    );
    await vi.waitFor(() => expect(seen).toEqual([0]));
    await keepLesson(store, 'made', buildLesson(), day(1));
    await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
    stop();
    await forgetLesson(store, 'made', 'Les0nLes0n12');
    expect(seen.at(-1)).toBe(1);
  });
});

describe('the database', () => {
  test('rows that cannot be read are counted and left alone', async () => {
    const store = await openDatabase();
    await keepLesson(store, 'made', buildLesson(), day(1));
    await store.change('lessons', 'made:broken', () => ({ key: 'made:broken', lesson: '<b>' }) as { key: string });
    expect(await keptLessons(store)).toMatchObject({ items: [{ kind: 'made' }], unreadable: 1 });
    await changeLesson(store, 'broken', (old) => old, day(2));
    expect(await store.get('lessons', 'made:broken')).toEqual({ key: 'made:broken', lesson: '<b>' });
  });

  test('of a newer app is read and never written', async () => {
    const newer = new Dexie('isnad');
    newer.version(99).stores({ lessons: '&key', work: '&key', results: '&key', layers: '&key' });
    const row = { key: 'made:Les0nLes0n12', kind: 'made', lesson: buildLesson(), changed: 'x' };
    await newer.table('lessons').put(row);
    newer.close();

    const store = await openDatabase();
    expect(store.mode()).toBe('newer');
    expect((await keptLessons(store)).items).toHaveLength(1);
    await expect(forgetLesson(store, 'made', 'Les0nLes0n12')).rejects.toMatchObject({ kind: 'newer' });
    await expect(keepResult(store, buildResult())).rejects.toMatchObject({ kind: 'newer' });
    expect((await keptLessons(store)).items).toHaveLength(1);
  });

  test('that a newer app takes over while we run is noticed before we write', async () => {
    const store = await openDatabase();
    await keepLesson(store, 'made', buildLesson(), day(1));
    const newer = new Dexie('isnad');
    newer.version(99).stores({ lessons: '&key', work: '&key', results: '&key', layers: '&key' });
    await newer.open();
    newer.close();
    await expect(forgetLesson(store, 'made', 'Les0nLes0n12')).rejects.toMatchObject({ kind: 'newer' });
    expect(store.mode()).toBe('newer');
    expect((await keptLessons(store)).items).toHaveLength(1);
  });

  test('that is full says so, and what was there stays', async () => {
    const store = await openDatabase();
    await keepLesson(store, 'made', buildLesson(), day(1));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(keepResult(store, buildResult())).rejects.toMatchObject({ kind: 'full' });
    expect((await keptLessons(store)).items).toHaveLength(1);
  });

  test('that the browser refuses is none', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('private', 'SecurityError');
    });
    await expect(openDatabase()).rejects.toMatchObject({ name: 'SecurityError' });
  });
});
