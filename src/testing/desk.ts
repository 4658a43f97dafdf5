import { expect } from 'vitest';
import { alike, invert } from '../core/annotation/change.ts';
import { createDesk, type Desk } from '../core/annotation/desk.ts';
import type { Edit } from '../core/annotation/edit.ts';
import { type Layer, publishedLayer } from '../core/annotation/layer.ts';
import { verifyLayer } from '../core/annotation/read.ts';
import type { Block } from '../core/article/article.ts';
import { buildArticle } from './article.ts';

export const WHEN = '2026-11-25';

/** A desk with the published layer of the small article. */
export function buildDesk(): Desk {
  const article = buildArticle();
  return createDesk(publishedLayer(article), article.blocks);
}

/** A desk for these paragraphs (p1, p2 …) with nothing said about them. */
export function emptyDesk(...texts: string[]): Desk {
  const blocks = texts.map((text, index): Block => ({ id: `p${index + 1}`, type: 'paragraph', gap: 1, text }));
  const layer: Layer = { ...publishedLayer(buildArticle()), entities: [], mentions: [], quotations: [] };
  return createDesk(layer, blocks);
}

/** The `nth` place (from 1) of the words in a block of the desk. */
export function placeOf(desk: Desk, block: string, words: string, nth = 1) {
  const text = desk.block(block)?.text ?? '';
  let start = -1;
  for (let seen = 0; seen < nth; seen++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`«${words}» (${nth}) is not in ${block}`);
  return { block, start, end: start + words.length, words };
}

/** Makes the edit, having seen that it can be taken back, and that what it leaves can be trusted. */
export function make(desk: Desk, edit: Edit): void {
  if (!edit.ok) throw new Error(JSON.stringify(edit.failure));
  const before = desk.toLayer(WHEN);
  expect(desk.apply(edit.value).ok).toBe(true);
  expect(desk.apply(invert(edit.value)).ok).toBe(true);
  expect(alike(desk.toLayer(WHEN), before)).toBe(true);
  expect(desk.apply(edit.value).ok).toBe(true);
  expect(verifyLayer(desk.toLayer(WHEN), desk)).toEqual([]);
}
