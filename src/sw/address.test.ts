import { describe, expect, test } from 'vitest';
import { answerFor } from './address.ts';

const files = new Set(['index.html', 'a/market-dialogue/index.html', 'lessons/index.html', 'data/index.json']);
const answer = (path: string) => answerFor(path, (file) => files.has(file));

describe('what an address answers without a host', () => {
  test.each([
    ['', 'index.html'],
    ['index.html', 'index.html'],
    ['a/market-dialogue/', 'a/market-dialogue/index.html'],
    ['a/market-dialogue/index.html', 'a/market-dialogue/index.html'],
    ['lessons/', 'lessons/index.html'],
    ['data/index.json', 'data/index.json'],
  ])('%j is the file %s', (path, file) => {
    expect(answer(path)).toEqual({ kind: 'file', file });
  });

  test('a folder without its slash is sent on to the one with it', () => {
    expect(answer('a/market-dialogue')).toEqual({ kind: 'redirect', to: 'a/market-dialogue/' });
    expect(answer('lessons')).toEqual({ kind: 'redirect', to: 'lessons/' });
  });

  test.each(['a/', 'a/never-written/', 'a/never-written', 'nowhere', '../index.html', 'a//', 'index.html/'])(
    '%j leads nowhere, and is not answered with another page',
    (path) => {
      expect(answer(path)).toEqual({ kind: 'unknown' });
    },
  );
});
