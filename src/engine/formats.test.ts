import { describe, expect, test } from 'vitest';
import { publishedLayer } from '../core/annotation/layer.ts';
import { isMuch, perform, type WriteTask } from '../core/formats/task.ts';
import { buildArticle } from '../testing/article.ts';
import type { EngineWorker } from './alive.ts';
import { createPerform, type FormatReport } from './formats.ts';

const article = buildArticle();
const layer = publishedLayer(article);
const little: WriteTask = { kind: 'write', format: 'w3c', subjects: [{ article, layer }], options: {} };
const much: WriteTask = { ...little, subjects: Array.from({ length: 200 }, () => ({ article, layer })) };

/** A worker that does what the test tells it to. */
function puppet() {
  const target = new EventTarget();
  const told = { tasks: [] as unknown[], ended: 0 };
  return {
    told,
    say: (data: FormatReport) => void target.dispatchEvent(new MessageEvent('message', { data })),
    raise: () => void target.dispatchEvent(new Event('error', { cancelable: true })),
    start: (): EngineWorker => ({
      addEventListener: target.addEventListener.bind(target) as EngineWorker['addEventListener'],
      postMessage: (task: unknown) => void told.tasks.push(task),
      terminate: () => {
        told.ended += 1;
      },
    }),
  };
}
const never = new AbortController().signal;
/** What is asked is posted at once. */
const asked = () => Promise.resolve();

describe('work with formats', () => {
  test('is done here where it is little, and a worker is not made', async () => {
    const { start, told } = puppet();
    expect(isMuch(little)).toBe(false);
    expect(await createPerform(start)(little, never)).toEqual(await perform(little));
    expect(told.tasks).toEqual([]);
  });

  test('is handed to a worker where it is much, which ends with it', async () => {
    const { start, told, say } = puppet();
    const done = createPerform(start)(much, never);
    await asked();
    expect(told.tasks).toEqual([much]);
    say({ kind: 'ready', lock: null });
    say({ kind: 'done', value: [] });
    expect(await done).toEqual([]);
    expect(told.ended).toBe(1);
  });

  test.each(['broke', 'raised', 'not made'] as const)('is done here where the worker %s', async (how) => {
    const { start, told, say, raise } = puppet();
    const perhaps = (): EngineWorker => {
      if (how === 'not made') throw new Error('no workers here');
      return start();
    };
    const done = createPerform(perhaps)(much, never);
    await asked();
    if (how === 'broke') say({ kind: 'broke', detail: '' });
    if (how === 'raised') raise();
    expect(await done).toHaveLength(200);
    expect(told.ended).toBe(how === 'not made' ? 0 : 1);
  });

  test('that is called off ends its worker', async () => {
    const { start, told } = puppet();
    const off = new AbortController();
    const done = createPerform(start)(much, off.signal);
    await asked();
    off.abort();
    await expect(done).rejects.toThrow(/abort/i);
    expect(told.ended).toBe(1);
    await expect(createPerform(start)(little, off.signal)).rejects.toThrow(/abort/i);
  });
});
