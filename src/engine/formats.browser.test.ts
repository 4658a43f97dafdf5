import { expect, test } from 'vitest';
import { publishedLayer } from '../core/annotation/layer.ts';
import type { FormatId } from '../core/formats/format.ts';
import { formats } from '../core/formats/formats.ts';
import { isMuch, perform, type ReadTask, type WriteTask } from '../core/formats/task.ts';
import { buildArticle } from '../testing/article.ts';
import { createPerform, type FormatReport } from './formats.ts';
import { formatsAddress } from './formats-address.ts';

const article = buildArticle();
const layer = publishedLayer(article);
/** How often a worker did what it was asked: where it cannot, the page does, and nobody would see. */
let done = 0;
const apart = createPerform(() => {
  const worker = new Worker(formatsAddress, { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FormatReport>) => {
    if (data.kind === 'done') done += 1;
  });
  return worker;
});
const { signal } = new AbortController();

test.each(Object.keys(formats) as FormatId[])(
  '%s goes out and comes back in the worker as it does here',
  async (format) => {
    const out: WriteTask = {
      kind: 'write',
      format,
      subjects: Array.from({ length: 120 }, () => ({ article, layer })),
      options: {},
    };
    expect(isMuch(out)).toBe(true);
    const before = done;
    const [first] = await apart(out, signal);
    expect(first).toEqual((await perform({ ...out, subjects: out.subjects.slice(0, 1) }))[0]);
    // Read with so much beside it that it is much: a text that no format of several files minds.
    const back: ReadTask = {
      kind: 'read',
      format,
      files: first?.files ?? [],
      context: { article, now: '2026-11-25T10:00:00Z' },
    };
    const much: ReadTask = { ...back, files: [...back.files, { name: 'aside.bin', text: ' '.repeat(600_000) }] };
    expect(isMuch(much)).toBe(true);
    expect(await apart(much, signal)).toEqual(await perform(much));
    expect(done).toBe(before + 2);
  },
);
