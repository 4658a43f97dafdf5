import { expect, test } from 'vitest';
import { plainText } from '../core/article/article.ts';
import { createEngine } from './client.ts';
import type { Task } from './protocol.ts';

const TEXT = 'الوزير يعلن اتفاقا جديدا\n\nقال وزير الخارجية سامي الحداد إن الاتفاق مع الجانب الآخر قد وقع في دمشق.';
const task = (text: string): Task => ({ kind: 'open', given: { kind: 'paste', text }, today: '2020-01-01' });
const workers: Worker[] = [];
const engine = createEngine(() => {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  workers.push(worker);
  return worker;
});

test('a text goes in and an article comes out', async () => {
  const outcome = await engine.run(task(TEXT));
  if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome));
  const { article, intake } = outcome.opened;
  expect(plainText(article)).toBe(TEXT);
  expect(article.quotations.length).toBeGreaterThan(0);
  expect(intake?.original).toBe(TEXT);
  const again = await engine.run({ kind: 'again', article });
  expect(again).toMatchObject({ kind: 'opened', opened: { article: { quotations: article.quotations } } });
});

test('a worker that is killed at work is noticed, and the next text is opened by another', async () => {
  const long = engine.run(task(TEXT.repeat(4000)), {
    onStage: (stage) => {
      if (stage === 'analysing') workers.at(-1)?.terminate();
    },
  });
  expect(await long).toMatchObject({ kind: 'failed', why: 'died' });
  expect((await engine.run(task(TEXT))).kind).toBe('opened');
});

test('what is stopped stops at once, and the next text is opened', async () => {
  const control = new AbortController();
  const long = engine.run(task(TEXT.repeat(4000)), {
    signal: control.signal,
    onStage: (stage) => {
      if (stage === 'analysing') control.abort();
    },
  });
  expect(await long).toEqual({ kind: 'stopped' });
  expect((await engine.run(task(TEXT))).kind).toBe('opened');
});

test('a script that is not there is told as missing', async () => {
  const missing = createEngine(() => new Worker('/nowhere/engine.js', { type: 'module' }));
  expect(await missing.run(task(TEXT))).toMatchObject({ kind: 'failed', why: 'missing' });
});
