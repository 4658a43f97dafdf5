import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../testing/article.ts';
import type { Article } from '../article/article.ts';
import { isMachines, MACHINE, machineLayer, publishedLayer } from './layer.ts';
import { verifyLayer } from './read.ts';

const by = (article: Article, who: 'rule' | 'reader'): Article => ({
  ...article,
  quotations: article.quotations.map((one) => ({
    ...one,
    provenance: { by: who, rule: null, confidence: null },
  })),
});

describe('whose word a text is', () => {
  test('the engine’s in an own text that no editor touched, corrected or not; nobody’s else', () => {
    const own = { ...buildArticle(), id: 'my.text' };
    expect(isMachines(by(own, 'rule'))).toBe(true);
    expect(isMachines(by(own, 'reader'))).toBe(true);
    expect(isMachines(own)).toBe(false);
    expect(isMachines(by(buildArticle(), 'rule'))).toBe(false);
    expect(publishedLayer(by(own, 'rule'))).toMatchObject({ id: 'published', kind: 'machine', author: MACHINE });
    expect(publishedLayer(own)).toMatchObject({ kind: 'published', author: null });
  });

  test('of an article of the library it is a layer beside the published one, by name', () => {
    const article = buildArticle();
    const said = { ...by(article, 'rule'), quotations: by(article, 'rule').quotations.slice(0, 2) };
    const layer = machineLayer(article, said, 'Lx', '2026-11-25T10:00:00Z');
    expect(layer).toMatchObject({ id: 'Lx', article: article.id, kind: 'machine', author: MACHINE });
    expect(layer.quotations).toHaveLength(2);
    expect(verifyLayer(layer, article)).toEqual([]);
  });
});
