import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../testing/article.ts';
import { hostileLinks } from '../../testing/hostile-links.ts';
import { readPlace, writePlace } from '../article/address.ts';
import { kinds, verbClasses } from '../dataset/schema.ts';
import { readDirectives } from './directive.ts';
import { findFragment } from './fragment.ts';
import { findPassage, readPassage } from './passage.ts';

const KNOWN = { kinds, verbs: verbClasses };

describe('a hostile link', () => {
  test.each(hostileLinks.map(({ name, hash }) => [name, hash] as const))('%s is read without a fault', (_, hash) => {
    const article = buildArticle();
    const place = readPlace(hash, KNOWN);
    // Whatever was read is small, and can be written and read again.
    expect(place.passages.length).toBeLessThanOrEqual(50);
    expect(writePlace(place).length).toBeLessThan(10_000);
    expect(readPlace(writePlace(place), KNOWN)).toEqual(place);
    for (const link of place.passages) {
      const passage = readPassage(link);
      expect(passage && findPassage(article, passage).kind).not.toBe('exact');
    }
    const directives = readDirectives(hash);
    expect(directives.length).toBeLessThanOrEqual(50);
    for (const directive of directives) expect(findFragment(article, directive)).toBeNull();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('each has a name of its own', () => {
    expect(new Set(hostileLinks.map(({ name }) => name)).size).toBe(hostileLinks.length);
  });
});
