import { describe, expect, test } from 'vitest';
import type { EngineWorker } from './alive.ts';
import { createDictionary } from './dictionary.ts';
import type { DictionaryOrder, DictionaryReport } from './dictionary-protocol.ts';

/** A worker that does what the test tells it to. */
function puppets() {
  const made: {
    readonly orders: DictionaryOrder[];
    ended: boolean;
    readonly say: (report: DictionaryReport) => void;
    readonly raise: () => void;
  }[] = [];
  const start = (): EngineWorker => {
    const target = new EventTarget();
    const one = {
      orders: [] as DictionaryOrder[],
      ended: false,
      say: (data: DictionaryReport) => void target.dispatchEvent(new MessageEvent('message', { data })),
      raise: () => void target.dispatchEvent(new Event('error', { cancelable: true })),
    };
    made.push(one);
    return {
      addEventListener: target.addEventListener.bind(target),
      postMessage: (order: DictionaryOrder) => void one.orders.push(order),
      terminate: () => {
        one.ended = true;
      },
    } as EngineWorker;
  };
  return { made, dictionary: createDictionary(start, () => 'http://host/lexicon.txt') };
}

const text = { key: 'a', words: ['قال', 'الوزير'] };
const answer = { written: 'قال', readings: [] };

describe('the page’s side of the dictionary', () => {
  test('starts its worker with the first question, opens it once, gives a text once', async () => {
    const { made, dictionary } = puppets();
    expect(made).toHaveLength(0);
    const first = dictionary.look(text, 0);
    const second = dictionary.vocalise(text, 0, 2);
    expect(made).toHaveLength(1);
    expect(made[0]?.orders.map(({ kind }) => kind)).toEqual(['open', 'keep', 'ask', 'ask']);
    // Answers may come in any order.
    made[0]?.say({ kind: 'answer', job: 2, answer: ['قَالَ', 'الْوَزِير'] });
    made[0]?.say({ kind: 'answer', job: 1, answer });
    expect(await first).toEqual({ ok: true, value: answer });
    expect(await second).toEqual({ ok: true, value: ['قَالَ', 'الْوَزِير'] });
    void dictionary.family('ق و ل');
    expect(made[0]?.orders.at(-1)).toMatchObject({ kind: 'ask', question: { kind: 'family', root: 'ق و ل' } });
    dictionary.close();
  });

  test('may be woken before there is a question', () => {
    const { made, dictionary } = puppets();
    dictionary.wake();
    dictionary.wake();
    void dictionary.look(text, 0);
    expect(made.map(({ orders }) => orders.map(({ kind }) => kind))).toEqual([['open', 'keep', 'ask']]);
    dictionary.close();
  });

  test('lets the oldest text go when there are too many words', () => {
    const { made, dictionary } = puppets();
    const long = (key: string) => ({ key, words: Array.from({ length: 600_000 }, () => 'كلمة') });
    void dictionary.look(long('b'), 0);
    void dictionary.look(long('c'), 0);
    expect(made[0]?.orders.filter(({ kind }) => kind === 'forget')).toEqual([{ kind: 'forget', text: 'b' }]);
    dictionary.close();
  });

  test.each([
    [
      'cannot fetch the lexicon',
      'missing',
      (say: ReturnType<typeof puppets>['made'][number]) => say.say({ kind: 'lost', detail: '' }),
    ],
    ['cannot be fetched itself', 'missing', (say: ReturnType<typeof puppets>['made'][number]) => say.raise()],
    [
      'dies at work',
      'died',
      (say: ReturnType<typeof puppets>['made'][number]) => {
        say.say({ kind: 'ready', lock: null });
        say.raise();
      },
    ],
  ] as const)('a worker that %s is told as %s to all who wait, and replaced', async (_, why, act) => {
    const { made, dictionary } = puppets();
    const waiting = [dictionary.look(text, 0), dictionary.family('ق و ل')];
    const worker = made[0];
    if (worker) act(worker);
    for (const told of await Promise.all(waiting)) expect(told).toMatchObject({ ok: false, failure: { why } });
    expect(worker?.ended).toBe(true);
    const again = dictionary.look(text, 0);
    expect(made[1]?.orders.map(({ kind }) => kind)).toEqual(['open', 'keep', 'ask']);
    made[1]?.say({ kind: 'answer', job: 3, answer });
    expect((await again).ok).toBe(true);
    // A last word of the old worker counts for nothing.
    worker?.say({ kind: 'lost', detail: '' });
    expect(made).toHaveLength(2);
    dictionary.close();
  });

  test('a question at which it breaks is told of alone', async () => {
    const { made, dictionary } = puppets();
    const first = dictionary.look(text, 0);
    const second = dictionary.look(text, 1);
    made[0]?.say({ kind: 'broke', job: 1, detail: 'x' });
    expect(await first).toMatchObject({ ok: false, failure: { why: 'broke' } });
    made[0]?.say({ kind: 'answer', job: 2, answer });
    expect((await second).ok).toBe(true);
    dictionary.close();
  });

  test('where no worker can be made it is missing', async () => {
    const dictionary = createDictionary(
      () => {
        throw new TypeError('not a script of this site');
      },
      () => '',
    );
    expect(await dictionary.look(text, 0)).toMatchObject({ ok: false, failure: { why: 'missing' } });
  });
});
