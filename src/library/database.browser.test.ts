import Dexie from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { packLesson } from '../core/lesson/compact.ts';
import { buildLesson, buildResult } from '../testing/lesson.ts';
import { openDatabase } from './database.ts';
import { changeLesson, keepLesson, keepResult, keptLesson, keptResults } from './lessons.ts';
import { buildMet } from '../testing/words.ts';
import { packText, unpackText } from './link-codec.ts';
import { keptWords, listWord, markKnown } from './words.ts';

const opened: (() => void)[] = [];
afterEach(async () => {
  for (const stop of opened.splice(0)) stop();
  await Dexie.delete('isnad');
});

test('two tabs of a real browser see each other’s changes, and lose none of them', async () => {
  const [here, there] = [await openDatabase(), await openDatabase()];
  const seen: string[] = [];
  opened.push(
    there.watch(
      async () => (await keptLesson(there, 'made', 'Les0nLes0n12'))?.lesson.title ?? '',
      (title) => void seen.push(title),
    ),
  );
  await keepLesson(here, 'made', { ...buildLesson(), title: '' });
  await Promise.all(
    Array.from({ length: 40 }, (_, turn) =>
      changeLesson(turn % 2 === 0 ? here : there, 'Les0nLes0n12', (old) => ({ ...old, title: `${old.title}x` })),
    ),
  );
  expect((await keptLesson(here, 'made', 'Les0nLes0n12'))?.lesson.title).toBe('x'.repeat(40));
  await vi.waitFor(() => expect(seen.at(-1)).toBe('x'.repeat(40)));
});

test('what is kept is there when the database is opened anew', async () => {
  await keepResult(await openDatabase(), buildResult());
  expect((await keptResults(await openDatabase())).items.map(({ result }) => result)).toEqual([buildResult()]);
});

test('the browser’s own codec makes the link and takes it apart', async () => {
  const text = packLesson(buildLesson());
  const packed = await packText(text);
  expect(await unpackText(packed ?? '')).toEqual({ ok: true, value: text });
  expect(await unpackText((packed ?? '').slice(0, 60))).toEqual({ ok: false, failure: { kind: 'linkDamaged' } });
  expect(await unpackText((await packText('a'.repeat(20_000_000))) ?? '')).toEqual({
    ok: false,
    failure: { kind: 'linkTooLong' },
  });
});

test('a word that one tab looks up is in the other’s list', async () => {
  const [here, there] = [await openDatabase(), await openDatabase()];
  const seen: (readonly boolean[])[] = [];
  opened.push(
    there.watch(
      async () => (await keptWords(there)).words.map(({ known }) => known),
      (known) => void seen.push(known),
    ),
  );
  await listWord(here, buildMet(), '2026-11-25T10:00:00Z');
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([false]));
  await markKnown(here, ['noun مُحادَثَة'], true, '2026-11-25T10:01:00Z');
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([true]));
});
