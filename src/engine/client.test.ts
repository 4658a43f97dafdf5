import { describe, expect, test } from 'vitest';
import type { EngineWorker } from './alive.ts';
import { createEngine } from './client.ts';
import type { Order, Report, Task } from './protocol.ts';

const task = (text: string): Task => ({ kind: 'open', given: { kind: 'paste', text }, today: '2020-01-01' });

/** A worker that does what the test tells it to. */
function puppets() {
  const made: {
    readonly orders: Order[];
    ended: boolean;
    readonly say: (report: Report) => void;
    readonly raise: () => void;
  }[] = [];
  const start = (): EngineWorker => {
    const target = new EventTarget();
    const one = {
      orders: [] as Order[],
      ended: false,
      say: (data: Report) => void target.dispatchEvent(new MessageEvent('message', { data })),
      raise: () => void target.dispatchEvent(new Event('error', { cancelable: true })),
    };
    made.push(one);
    return {
      addEventListener: target.addEventListener.bind(target),
      postMessage: (order: Order) => void one.orders.push(order),
      terminate: () => {
        one.ended = true;
      },
    } as EngineWorker;
  };
  return { made, start };
}
const ready: Report = { kind: 'ready', lock: null };
const refused = (job: number): Report => ({
  kind: 'done',
  job,
  answer: { ok: false, failure: { kind: 'empty', detail: '' } },
});

describe('the engine’s client', () => {
  test('starts its worker when it is first needed, and once', async () => {
    const { made, start } = puppets();
    const engine = createEngine(start);
    expect(made).toHaveLength(0);
    const stages: string[] = [];
    const first = engine.run(task('أ'), { onStage: (stage) => stages.push(stage) });
    expect(made[0]?.orders).toEqual([]);
    made[0]?.say(ready);
    made[0]?.say({ kind: 'stage', job: 1, stage: 'reading', blocks: null, share: 0 });
    made[0]?.say(refused(1));
    expect(await first).toMatchObject({ kind: 'refused', fault: { kind: 'empty' } });
    expect(stages).toEqual(['starting', 'reading']);
    const second = engine.run(task('ب'));
    made[0]?.say(refused(2));
    expect((await second).kind).toBe('refused');
    expect(made).toHaveLength(1);
    engine.close();
  });

  test('one runs, one waits, and the newest takes the place of what waits', async () => {
    const { made, start } = puppets();
    const engine = createEngine(start);
    const [first, second, third] = ['أ', 'ب', 'ج'].map((text) => engine.run(task(text)));
    expect(await second).toEqual({ kind: 'stopped' });
    made[0]?.say(ready);
    made[0]?.say(refused(1));
    expect((await first)?.kind).toBe('refused');
    expect(made[0]?.orders.map(({ job }) => job)).toEqual([1, 3]);
    made[0]?.say(refused(3));
    expect((await third)?.kind).toBe('refused');
  });

  test('what is stopped takes its worker along; what waited gets a new one', async () => {
    const { made, start } = puppets();
    const engine = createEngine(start);
    const control = new AbortController();
    const first = engine.run(task('أ'), { signal: control.signal });
    const second = engine.run(task('ب'));
    made[0]?.say(ready);
    control.abort();
    expect(await first).toEqual({ kind: 'stopped' });
    expect(made[0]?.ended).toBe(true);
    expect(made).toHaveLength(2);
    // A last word of the old worker counts for nothing.
    made[0]?.say(refused(2));
    made[1]?.say(ready);
    expect(made[1]?.orders).toHaveLength(1);
    made[1]?.say(refused(2));
    expect((await second).kind).toBe('refused');
    expect(await engine.run(task('ج'), { signal: control.signal })).toEqual({ kind: 'stopped' });
  });

  test.each([
    ['before it stands', 'missing', (worker: ReturnType<typeof puppets>['made'][number]) => worker.raise()],
    [
      'at work',
      'died',
      (worker: ReturnType<typeof puppets>['made'][number]) => {
        worker.say(ready);
        worker.raise();
      },
    ],
    [
      'at a text',
      'broke',
      (worker: ReturnType<typeof puppets>['made'][number]) => {
        worker.say(ready);
        worker.say({ kind: 'broke', job: 1, detail: 'x' });
      },
    ],
  ] as const)('a worker that fails %s is told as %s, and replaced', async (_, why, act) => {
    const { made, start } = puppets();
    const engine = createEngine(start);
    const first = engine.run(task('أ'));
    const worker = made[0];
    if (worker) act(worker);
    expect(await first).toMatchObject({ kind: 'failed', why });
    expect(worker?.ended).toBe(true);
    const second = engine.run(task('ب'));
    made[1]?.say(ready);
    made[1]?.say(refused(2));
    expect((await second).kind).toBe('refused');
  });

  test('a worker that cannot be made is missing', async () => {
    const engine = createEngine(() => {
      throw new TypeError('not a script of this site');
    });
    expect(await engine.run(task('أ'))).toMatchObject({ kind: 'failed', why: 'missing' });
  });
});
