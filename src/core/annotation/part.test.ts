import { expect, test } from 'vitest';
import { buildArticle } from '../../testing/article.ts';
import { buildLayer } from '../../testing/layers.ts';
import { EVERYTHING, partOf } from './part.ts';
import { verifyLayer } from './read.ts';

const layer = buildLayer('mine');

test('everything is the layer itself', () => expect(partOf(layer, EVERYTHING)).toBe(layer));

test('a part holds together by itself: who is named in it is there, nobody else', () => {
  for (const { id, speaker, parent } of layer.quotations) {
    const part = partOf(layer, { ...EVERYTHING, quotations: [id] });
    expect(part.quotations).toMatchObject([{ id, parent: null }]);
    expect(verifyLayer(part, buildArticle())).toEqual([]);
    if (speaker !== null) expect(part.entities.map((entity) => entity.id)).toContain(speaker);
    expect(parent === null || part.quotations.length === 1).toBe(true);
  }
  expect(partOf(layer, { ...EVERYTHING, tag: 'no-such-tag' })).toMatchObject({
    entities: [],
    mentions: [],
    quotations: [],
  });
  const [first] = layer.quotations;
  const spoken = partOf(layer, { ...EVERYTHING, speaker: first?.speaker ?? null, kind: first?.kind ?? null });
  expect(spoken.quotations.every(({ speaker, kind }) => speaker === first?.speaker && kind === first?.kind)).toBe(true);
  expect(spoken.quotations.length).toBeGreaterThan(0);
});
