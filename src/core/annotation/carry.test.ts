import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../testing/article.ts';
import { carry } from './carry.ts';
import { type Layer, publishedLayer } from './layer.ts';
import { verifyLayer } from './read.ts';

const article = buildArticle();
const layer = publishedLayer(article);
const edited = (change: (text: string, id: string) => string) => ({
  revision: 2,
  blocks: article.blocks.map((block) => ({ ...block, text: change(block.text, block.id) })),
});

describe('a layer carried to another text', () => {
  test('to the same one is the same', () => {
    const same = carry(layer, article, article);
    const bare = (one: Layer) => one.quotations.map((quotation) => ({ ...quotation, via: [] }));
    expect(bare(same.layer)).toEqual(bare(layer));
    expect(same.layer.mentions).toEqual(layer.mentions);
    expect(same.orphans).toEqual({ mentions: [], quotations: [] });
    expect(same.spots.every(({ now }) => now.kind === 'exact')).toBe(true);
  });

  test('fits the new text, whatever was put before it', () => {
    const now = edited((text, id) => (id === 'p2' ? `وفي خبر آخر، ${text}` : text));
    const carried = carry(layer, article, now);
    expect(verifyLayer(carried.layer, now)).toEqual([]);
    expect(carried.orphans).toEqual({ mentions: [], quotations: [] });
    expect(carried.layer.revision).toBe(2);
    expect(carried.spots.filter(({ now }) => now.kind === 'moved').length).toBeGreaterThan(5);
  });

  test('lists what has no place any more with all it said; children go up', () => {
    const now = edited((text, id) => (id === 'p2' ? 'ثم سكت الجميع' : text));
    const carried = carry(layer, article, now);
    expect(verifyLayer(carried.layer, now)).toEqual([]);
    expect(carried.orphans.quotations.map(({ id }) => id)).toEqual(['q3', 'q4', 'q5']);
    expect(carried.orphans.mentions.map(({ id }) => id)).toEqual(['m6', 'm7', 'm8']);
    expect(carried.layer.quotations.map(({ id }) => id)).toEqual(['q1', 'q2']);
  });

  test('with nothing known of the old text, keeps what surely stands and invents nothing', () => {
    const carried = carry(
      layer,
      null,
      edited((text) => text),
    );
    expect(verifyLayer(carried.layer, article)).toEqual([]);
  });
});
