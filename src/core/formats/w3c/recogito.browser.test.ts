import { W3CTextFormat } from '@recogito/text-annotator';
import { expect, test } from 'vitest';
import { buildArticle } from '../../../testing/article.ts';
import { publishedLayer } from '../../annotation/layer.ts';
import { plainText } from '../../article/article.ts';
import { read } from './read.ts';
import { articleIri } from './vocabulary.ts';
import { write } from './write.ts';

interface Collection {
  readonly first: { readonly items: readonly Parameters<ReturnType<typeof W3CTextFormat>['parse']>[0][] };
}

test("Recogito's text annotator reads our annotations, and what it writes comes back", () => {
  const article = buildArticle();
  const layer = publishedLayer(article);
  const { first } = JSON.parse(write(article, layer).files[0]?.text ?? '') as Collection;
  const text = plainText(article);
  const format = W3CTextFormat(articleIri(article.id));
  const parsed = first.items.map((item) => {
    const { parsed, error } = format.parse(item);
    expect(error).toBeUndefined();
    if (!parsed) throw new Error(item.id);
    return parsed;
  });
  expect(parsed.length).toBe(layer.mentions.length + layer.quotations.length);
  for (const { target } of parsed) {
    expect(target.selector.length).toBeGreaterThan(0);
    for (const { quote, start, end } of target.selector) expect(text.slice(start, end)).toBe(quote);
  }

  const written = parsed.map((annotation) => format.serialize(annotation));
  const back = read([{ name: 'recogito.json', text: JSON.stringify(written) }], { article, now: '2026-11-01' });
  if (!back.ok) throw new Error(back.failure.kind);
  const [made] = back.value.layers;
  expect(back.value.report.orphans).toEqual([]);
  expect(made?.quotations.map(({ id, kind, contents, cue }) => ({ id, kind, contents, cue }))).toEqual(
    layer.quotations.map(({ id, kind, contents, cue }) => ({ id, kind, contents, cue })),
  );
  expect(made?.mentions.map(({ id, range }) => ({ id, range }))).toEqual(
    layer.mentions.map(({ id, range }) => ({ id, range })),
  );
});
