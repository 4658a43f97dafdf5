import { afterEach, describe, expect, test, vi } from 'vitest';
import { closeTrustedTypes, isOwnScript } from './trusted-types.ts';

const folder = 'https://news.example/isnad/';

describe('isOwnScript', () => {
  test.each([`${folder}assets/engine.worker-C3po_9.js`, `${folder}assets/index.js`, `${folder}sw.js`])(
    'admits %s',
    (address) => {
      expect(isOwnScript(address, folder)).toBe(true);
    },
  );

  test.each([
    ['another site', 'https://evil.example/isnad/assets/x.js'],
    ['a site whose name begins as ours', 'https://news.example.evil.example/isnad/assets/x.js'],
    ['the same site without its lock', 'http://news.example/isnad/assets/x.js'],
    ['another port', 'https://news.example:8443/isnad/assets/x.js'],
    ['another folder of the same site', 'https://news.example/other/assets/x.js'],
    ['a folder whose name begins as ours', 'https://news.example/isnad-evil/assets/x.js'],
    ['a way out of the folder', `${folder}assets/../../evil.js`],
    ['an escaped way out', `${folder}assets/%2e%2e/evil.js`],
    ['a folder inside assets', `${folder}assets/evil/x.js`],
    ['a query', `${folder}assets/x.js?callback=alert`],
    ['a part behind a hash', `${folder}assets/x.js#y`],
    ['another file of the folder', `${folder}data/index.json`],
    ['another script of the folder', `${folder}other.js`],
    ['a worker with a longer name', `${folder}my-sw.js`],
    ['a line more', `${folder}assets/x.js\n`],
    ['code as data', 'data:text/javascript,alert(1)'],
    ['code as a blob', 'blob:https://news.example/0b1c'],
    ['code as an address', 'javascript:alert(1)'],
    ['the folder alone', folder],
    ['nothing', ''],
  ])('refuses %s', (_, address) => {
    expect(isOwnScript(address, folder)).toBe(false);
  });
});

describe('closeTrustedTypes', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('makes one policy, which gives addresses of this site alone', () => {
    const createPolicy = vi.fn<(name: string, rules: { createScriptURL: (address: string) => string }) => unknown>();
    vi.stubGlobal('trustedTypes', { createPolicy });
    vi.stubGlobal('document', { baseURI: 'https://evil.example/' });
    closeTrustedTypes();
    expect(createPolicy).toHaveBeenCalledOnce();
    const [name, rules] = createPolicy.mock.calls[0] ?? [];
    expect(name).toBe('isnad');
    // No rule for markup or code: both stay impossible.
    expect(Object.keys(rules ?? {})).toEqual(['createScriptURL']);
    const home = new URL('../', new URL('./trusted-types.ts', import.meta.url)).href;
    expect(rules?.createScriptURL(`${home}sw.js`)).toBe(`${home}sw.js`);
    expect(() => rules?.createScriptURL('sw.js')).toThrow(TypeError);
  });

  test('asks for nothing where the browser has no such thing', () => {
    vi.stubGlobal('trustedTypes', undefined);
    expect(closeTrustedTypes).not.toThrow();
  });
});
