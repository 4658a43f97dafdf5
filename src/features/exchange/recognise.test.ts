import { expect, test } from 'vitest';
import { publishedLayer } from '../../core/annotation/layer.ts';
import { formats } from '../../core/formats/formats.ts';
import { buildArticle } from '../../testing/article.ts';
import { recognise } from './recognise.ts';

test.each(Object.keys(formats) as (keyof typeof formats)[])('what goes out as %s is known again', async (id) => {
  const format = await formats[id].load();
  const article = buildArticle();
  expect(recognise(format.write(article, publishedLayer(article)).files)).toBe(id);
});

test.each([
  ['x.json', '{"%TYPES":{}}', 'cas'],
  ['x.json', '{"@context":"http://www.w3.org/ns/anno.jsonld"}', 'w3c'],
  ['x', '<TEI xmlns="http://www.tei-c.org/ns/1.0">', 'tei'],
  ['x.exe', 'MZ', null],
] as const)('%s %s', (name, text, id) => expect(recognise([{ name, text }])).toBe(id));
