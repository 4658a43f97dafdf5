import { describe, expect, test } from 'vitest';
import { articleAddress, lessonsAddress, libraryAddress, type Route, readRoute, textsAddress } from './place.ts';

const library: Route = { page: 'library' };
const lessons: Route = { page: 'lessons' };
const unknown: Route = { page: 'unknown' };
const article = (id: string): Route => ({ page: 'article', id });

describe('readRoute', () => {
  test.each<[string, string, Route]>([
    ['/', '/', library],
    ['/index.html', '/', library],
    ['/a/shamkhani-mamlouk/', '/', article('shamkhani-mamlouk')],
    ['/a/shamkhani-mamlouk', '/', article('shamkhani-mamlouk')],
    ['/a/shamkhani-mamlouk/index.html', '/', article('shamkhani-mamlouk')],
    ['/a/x.y_z-1/', '/', article('x.y_z-1')],
    ['/news/isnad/', '/news/isnad/', library],
    ['/news/isnad/index.html', '/news/isnad/', library],
    ['/news/isnad/a/truce/', '/news/isnad/', article('truce')],
    ['/news/isnad/a/truce/index.html', '/news/isnad/', article('truce')],
    ['/lessons/', '/', lessons],
    ['/lessons', '/', lessons],
    ['/lessons/index.html', '/', lessons],
    ['/news/isnad/lessons/', '/news/isnad/', lessons],
    ['/words/', '/', { page: 'words' }],
    ['/news/isnad/words', '/news/isnad/', { page: 'words' }],
    ['/lessons/lessons/', '/lessons/', lessons],
    // A site whose folder is called as our own.
    ['/a/', '/a/', library],
    ['/a/a/truce/', '/a/', article('truce')],
  ])('%s in %s', (path, folder, route) => {
    expect(readRoute(path, folder)).toEqual(route);
  });

  test.each([
    ['/a/', '/'],
    ['/a', '/'],
    ['/a//', '/'],
    ['/a/../x', '/'],
    ['/a/.hidden/', '/'],
    ['/a/x/y', '/'],
    ['/a/x//', '/'],
    ['/a/x/index.htm', '/'],
    ['/a/%D9%82/', '/'],
    ['/a/شمخاني/', '/'],
    ['/b/x/', '/'],
    ['/about', '/'],
    ['/lessonsx/', '/'],
    ['/lessons/x/', '/'],
    ['/index.html/', '/'],
    ['/news/isnad', '/news/isnad/'],
    ['/news/isnadx/a/truce/', '/news/isnad/'],
    ['/elsewhere/a/truce/', '/news/isnad/'],
  ])('%s in %s is unknown', (path, folder) => {
    expect(readRoute(path, folder)).toEqual(unknown);
  });

  test.each<[string, string, Route]>([
    ['/text/', '', { page: 'texts' }],
    ['/text', '', { page: 'texts' }],
    ['/text/index.html', '', { page: 'texts' }],
    ['/text/', '?my.abc123', article('my.abc123')],
    ['/text', '?my.abc123&utm_source=x', article('my.abc123')],
    // What is no own text's name leads to where they are opened.
    ['/text/', '?my.', { page: 'texts' }],
    ['/text/', '?my.ABC', { page: 'texts' }],
    ['/text/', '?my.a/../b', { page: 'texts' }],
    ['/text/', `?my.${'a'.repeat(41)}`, { page: 'texts' }],
    ['/text/', '?x=my.abc123', { page: 'texts' }],
    ['/text/x/', '?my.abc123', unknown],
    ['/a/truce/', '?my.abc123', article('truce')],
    ['/', '?my.abc123', library],
  ])('%s%s', (path, search, route) => {
    expect(readRoute(path, '/', search)).toEqual(route);
  });

  test('leads back to where an address was made for', () => {
    expect(readRoute(libraryAddress(), '/')).toEqual(library);
    expect(readRoute(lessonsAddress(), '/')).toEqual(lessons);
    expect(readRoute(articleAddress('truce'), '/')).toEqual(article('truce'));
    expect(readRoute(textsAddress(), '/')).toEqual({ page: 'texts' });
    const own = new URL(articleAddress('my.abc123'), 'http://localhost');
    expect(readRoute(own.pathname, '/', own.search)).toEqual(article('my.abc123'));
  });
});
