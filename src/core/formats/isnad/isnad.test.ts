import { expect, test } from 'vitest';
import { buildArticle } from '../../../testing/article.ts';
import { publishedLayer } from '../../annotation/layer.ts';
import { readArticle } from '../../dataset/read.ts';
import { read, write } from './isnad.ts';

const article = buildArticle();
const now = '2026-11-01T00:00:00Z';

test('the article file is the article again, and the reader opens it', () => {
  const { files, lost } = write(article, publishedLayer(article));
  expect(lost).toEqual([]);
  expect(readArticle(files[0]?.text ?? '')).toEqual({ ok: true, value: article });
});

test('the forms of a name follow the mentions, so that the reader opens an article that was tagged anew', () => {
  const layer = publishedLayer(article);
  const fewer = { ...layer, mentions: layer.mentions.filter(({ id }) => id !== 'm1' && id !== 'm3') };
  const { files, lost } = write(article, fewer);
  expect(lost).toEqual([]);
  const opened = readArticle(files[0]?.text ?? '');
  expect(opened.ok && opened.value.entities.find(({ id }) => id === 'nasir')?.aliases).toEqual(['ناصر']);
});

test('what would keep the reader from opening it is told', () => {
  const layer = publishedLayer(article);
  const { lost } = write(article, { ...layer, mentions: layer.mentions.filter(({ entity }) => entity !== 'sara') });
  expect(lost).toEqual([{ of: 'article', id: 'entities/sara', what: 'fault' }]);
});

test('an article file alone gives text and annotation; with a layer file beside it, the layer', () => {
  const layer = { ...publishedLayer(article), id: 'mine', kind: 'person' as const, author: 'ليلى' };
  const { files } = write(article, layer);
  const alone = read(files.slice(0, 1), { article: null, now });
  expect(alone.ok && alone.value.layers.map(({ id, kind }) => [id, kind])).toEqual([['published', 'published']]);
  expect(alone.ok && alone.value.article?.glossary).toEqual(article.glossary);
  const both = read(files, { article: null, now });
  expect(both.ok && both.value.layers).toEqual([layer]);
  expect(read(files.slice(1), { article: null, now })).toMatchObject({ ok: false, failure: { kind: 'needsArticle' } });
});

test('a file of tomorrow is told from a broken one', () => {
  const newer = JSON.stringify({ ...publishedLayer(article), version: 2 });
  expect(read([{ name: 'x', text: newer }], { article, now })).toMatchObject({ failure: { kind: 'newerVersion' } });
});
