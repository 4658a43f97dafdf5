import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkHere, readShared } from './shared.ts';

const site = 'https://news.example/isnad/';

describe('linkHere', () => {
  test.each([
    ['alone', `${site}a/dry-river/#p=p2`, '/isnad/a/dry-river/#p=p2'],
    ['in a message', `اقرأ هذا: ${site}a/dry-river/#p2.3-9.k4f، وأجب.`, '/isnad/a/dry-river/#p2.3-9.k4f'],
    ['between marks of direction', `\u2066${site}a/x/\u2069`, '/isnad/a/x/'],
    ['in brackets', `(${site}a/x/)`, '/isnad/a/x/'],
    ['after a link elsewhere', `https://other.example/isnad/ ${site}`, '/isnad/'],
    ['with a query, which is left out', `${site}a/x/?view=embed#q=q1`, '/isnad/a/x/#q=q1'],
  ])('%s', (_, text, path) => {
    expect(linkHere(text, site)).toBe(path);
  });

  test.each([
    ['no link', 'قال الوزير'],
    ['another site', 'https://evil.example/isnad/a/x/'],
    ['a name that begins as ours', 'https://news.example.evil.example/isnad/a/x/'],
    ['our name before an @', 'https://news.example@evil.example/isnad/'],
    ['a name and a password at our host', 'https://user:word@news.example/isnad/'],
    ['another folder', 'https://news.example/isnad-evil/a/x/'],
    ['a way out of the folder', `${site}../other/`],
    ['an escaped way out', `${site}%2e%2e/other/`],
    ['without the lock', 'http://news.example/isnad/a/x/'],
    ['another port', 'https://news.example:8443/isnad/'],
    ['a script', 'javascript:alert(1)//https:/news.example/isnad/'],
  ])('never: %s', (_, text) => {
    expect(linkHere(text, site)).toBeNull();
  });

  test('a site at the root of its host is not left by a second slash', () => {
    expect(linkHere('https://news.example/a/x/', 'https://news.example/')).toBe('/a/x/');
    expect(linkHere('https://news.example//evil.example/a/x/', 'https://news.example/')).toBeNull();
  });

  test('whatever is shared, one goes into the site or nowhere', () => {
    const near = fc.array(
      fc.constantFrom(site, 'https://', 'news.example', '/isnad/', '@', '..', '\\', '#', '?', ' ', 'ع', '%2f', ':'),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(near, fc.constantFrom(site, 'https://news.example/'), (parts, home) => {
        const path = linkHere(parts.join(''), home);
        if (path !== null) expect(new URL(path, home).href.startsWith(home)).toBe(true);
      }),
    );
  });
});

describe('readShared', () => {
  test('nothing shared is null, whatever else the address says', () => {
    expect(readShared('')).toBeNull();
    expect(readShared('?view=embed')).toBeNull();
  });

  test('the text and its address become one text', () => {
    const query = new URLSearchParams({ 'share-title': 'خبر', 'share-text': 'قال', 'share-url': 'https://x.example/' });
    expect(readShared(`?${query}`)).toEqual({ title: 'خبر', text: 'قال\nhttps://x.example/' });
    query.set('share-text', 'قال https://x.example/');
    expect(readShared(`?${query}`)?.text).toBe('قال https://x.example/');
  });

  test('what is far too long is cut', () => {
    expect(readShared(`?share-text=${'a'.repeat(300_000)}`)?.text).toHaveLength(100_000);
  });
});
