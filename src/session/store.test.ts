import { afterEach, describe, expect, test, vi } from 'vitest';
import { DEFAULTS } from './settings.ts';

/** A store of texts as the browser has it; `full` refuses to write, as a full or a private one does. */
function createStorage(kept: Record<string, string> = {}) {
  const texts = new Map(Object.entries(kept));
  const storage = {
    full: false,
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => {
      if (storage.full) throw new DOMException('full', 'QuotaExceededError');
      texts.set(name, text);
    },
    removeItem: (name: string) => void texts.delete(name),
  };
  return storage;
}

const NAME = 'isnad-reader';

/** The session as it starts on a page whose browser has this storage; without one, where the browser refuses. */
async function start(storage?: ReturnType<typeof createStorage>) {
  vi.resetModules();
  vi.stubGlobal('localStorage', storage);
  const { useSession } = await import('./store.ts');
  return useSession;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('what is kept between visits', () => {
  test('comes back: choices and places, nothing else', async () => {
    const storage = createStorage();
    const before = await start(storage);
    before.getState().choose({ theme: 'dark', size: 4 });
    before.getState().toggleMark('place');
    before.getState().stopAt('truce', 'p2', 7, 1000);
    before.getState().announce('قيل');
    expect(Object.keys(JSON.parse(storage.getItem(NAME) ?? '').state).sort()).toEqual(['places', 'settings']);

    const after = (await start(storage)).getState();
    expect(after.settings).toEqual({ ...DEFAULTS, theme: 'dark', size: 4, hidden: ['place'] });
    expect(after.places).toEqual({ truce: { block: 'p2', offset: 7, at: 1000 } });
    expect(after.announcement.text).toBe('');
    expect(after.keeps).toBe(true);
  });

  test.each([
    ['nothing', undefined],
    ['no JSON', '{"state":'],
    ['null', 'null'],
    ['a number', '7'],
    ['no state', '{"version":1}'],
    ['a list for a state', '{"version":1,"state":[]}'],
    ['a text for settings', '{"version":1,"state":{"settings":"dark","places":"here"}}'],
    ['functions of the store overwritten', '{"version":1,"state":{"choose":1,"keeps":false,"announcement":null}}'],
  ])('starts anew where %s was kept', async (_, text) => {
    const session = (await start(createStorage(text === undefined ? {} : { [NAME]: text }))).getState();
    expect(session.settings).toEqual(DEFAULTS);
    expect(session.places).toEqual({});
    expect(session.choose).toBeTypeOf('function');
    expect(session.keeps).toBe(true);
    expect(session.announcement).toEqual({ text: '', count: 0 });
  });

  test('starts anew where another version kept it', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    const kept = JSON.stringify({ version: 9, state: { settings: { theme: 'dark' } } });
    expect((await start(createStorage({ [NAME]: kept }))).getState().settings).toEqual(DEFAULTS);
    expect(complaint).toHaveBeenCalledOnce();
  });

  test('one broken choice does not lose the others, nor the places', async () => {
    const kept = JSON.stringify({
      version: 1,
      state: { settings: { theme: 'dark', size: 99 }, places: { truce: { block: 'p2', offset: 7, at: 1 } } },
    });
    const session = (await start(createStorage({ [NAME]: kept }))).getState();
    expect(session.settings).toEqual({ ...DEFAULTS, theme: 'dark' });
    expect(Object.keys(session.places)).toEqual(['truce']);
  });

  test('reading goes on where the browser refuses to keep anything, and says so', async () => {
    const useSession = await start();
    expect(useSession.getState().keeps).toBe(false);
    useSession.getState().choose({ theme: 'dark' });
    expect(useSession.getState().settings.theme).toBe('dark');
  });

  test('a store that fills up in the middle of reading is said once, and the choice holds', async () => {
    const storage = createStorage();
    const useSession = await start(storage);
    expect(useSession.getState().keeps).toBe(true);
    storage.full = true;
    useSession.getState().choose({ size: 0 });
    expect(useSession.getState().settings.size).toBe(0);
    expect(useSession.getState().keeps).toBe(false);
  });
});

describe('reading places', () => {
  test('are kept for the 200 articles read last', async () => {
    const useSession = await start(createStorage());
    const { stopAt } = useSession.getState();
    for (let i = 0; i < 250; i++) stopAt(`a${i}`, 'p1', i, 1000 + i);
    expect(Object.keys(useSession.getState().places)).toHaveLength(200);
    expect(useSession.getState().places['a49']).toBeUndefined();
    expect(useSession.getState().places['a50']).toEqual({ block: 'p1', offset: 50, at: 1050 });
    // Coming back to the oldest makes it the youngest.
    stopAt('a50', 'p2', 1, 5000);
    stopAt('new', 'p1', 0, 5001);
    expect(useSession.getState().places['a50']?.block).toBe('p2');
    expect(useSession.getState().places['a51']).toBeUndefined();
  });

  test('are forgotten one by one', async () => {
    const useSession = await start(createStorage());
    useSession.getState().stopAt('a', 'p1', 1, 1);
    useSession.getState().stopAt('b', 'p1', 1, 2);
    useSession.getState().forgetPlace('a');
    useSession.getState().forgetPlace('never-read');
    expect(Object.keys(useSession.getState().places)).toEqual(['b']);
  });
});

test('a mark is switched off and on again, the others stay', async () => {
  const useSession = await start(createStorage());
  const { toggleMark } = useSession.getState();
  toggleMark('place');
  toggleMark('cue');
  expect(useSession.getState().settings.hidden).toEqual(['place', 'cue']);
  toggleMark('place');
  expect(useSession.getState().settings.hidden).toEqual(['cue']);
});

test('the same words said twice are announced twice', async () => {
  const useSession = await start(createStorage());
  useSession.getState().announce('نُسخ');
  useSession.getState().announce('نُسخ');
  expect(useSession.getState().announcement).toEqual({ text: 'نُسخ', count: 2 });
});
