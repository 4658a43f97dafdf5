import * as fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, expect, test, vi } from 'vitest';
import { settingsSchema, sizes } from '../session/settings.ts';
import { showSettings } from './appearance.ts';

const [early = ''] = Object.values(
  import.meta.glob<string>('../../public/theme.js', { query: '?raw', import: 'default', eager: true }),
);

/** As much of an element as the two write on. */
function createRoot(data: Record<string, string> = {}) {
  const styles: Record<string, string> = {};
  const style = { setProperty: (name: string, value: string) => void (styles[name] = value) };
  return { dataset: { ...data } as Record<string, string>, style, styles, lang: 'ar', dir: 'rtl' };
}

/** What the page looks like when only theme.js has run. */
function atFirst(kept: string | null, data: Record<string, string> = {}, search = '') {
  const root = createRoot(data);
  let onError: ((event: { target: unknown }) => void) | null = null;
  const HTMLScriptElement = Map;
  const browser = {
    document: { documentElement: root },
    localStorage: { getItem: () => kept },
    location: { search },
    HTMLScriptElement,
    addEventListener: (_type: string, listener: typeof onError) => {
      onError = listener;
    },
  };
  // A file that a page runs as it is, with a browser of our own around it.
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function(...Object.keys(browser), early)(...Object.values(browser));
  return { root, fail: () => onError?.({ target: new HTMLScriptElement() }) };
}

const keptRecord = (settings: unknown) => JSON.stringify({ state: { settings, places: {} }, version: 1 });

afterEach(() => vi.unstubAllGlobals());

const oneOf = (...values: unknown[]) => fc.oneof(fc.constantFrom(...values), fc.jsonValue());

test('before the first paint the page looks as the app will make it look, whatever was kept', () => {
  const anything = fc.record(
    {
      face: oneOf('naskh', 'sans'),
      size: oneOf(...sizes.keys(), -1, 1.5, '3', sizes.length),
      leading: oneOf('snug', 'normal', 'loose', 'toString'),
      width: oneOf('narrow', 'normal', 'wide', '__proto__'),
      theme: oneOf('system', 'light', 'dark', 'sepia', 'contrast'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anything, (settings) => {
      const { root } = atFirst(keptRecord(settings));
      const later = createRoot({ scripted: '' });
      vi.stubGlobal('document', { documentElement: later });
      showSettings(v.parse(settingsSchema, settings));
      expect(root.styles).toEqual(later.styles);
      expect(root.dataset).toEqual(later.dataset);
    }),
  );
});

test.each([null, '{', 'null', '7', '{"state":null}', keptRecord(null)])('nothing is made of %j', (kept) => {
  const { root } = atFirst(kept);
  expect([root.styles, root.dataset]).toEqual([{}, { scripted: '' }]);
});

test.each<[Record<string, unknown>, Record<string, string>, string, string | undefined]>([
  [{}, { marked: '' }, '', undefined],
  [{ language: 'en' }, {}, '', 'words'],
  [{ digits: 'latn' }, {}, '', 'words'],
  [{ digits: 'arab' }, {}, '', undefined],
  [{ tashkeel: false }, {}, '', undefined],
  [{ tashkeel: false }, { marked: '' }, '', 'all'],
  [{ tashkeel: false, language: 'en' }, { marked: '' }, '', 'all'],
  [{}, {}, '?view=embed', 'all'],
  [{}, {}, '?view=embedded', undefined],
])('%j on a page with %j at %j waits with %j', (settings, data, search, awaits) => {
  const { root, fail } = atFirst(keptRecord(settings), data, search);
  expect(root.dataset['awaits']).toBe(awaits);
  // A script that does not come takes nothing away from the page.
  fail();
  expect(root.dataset).toEqual(data);
});
