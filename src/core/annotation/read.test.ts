import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../testing/article.ts';
import type { Article } from '../article/article.ts';
import type { Codebook } from './codebook.ts';
import { publishedLayer } from './layer.ts';
import { readCodebook, readLayer, verifyLayer } from './read.ts';

const article = buildArticle();
const layer = publishedLayer(article);

type Part = Record<string, unknown>;
type Loose = Part & Record<'entities' | 'mentions' | 'quotations', Part[]>;
const fileWith = (change: (layer: Loose) => void): string => {
  const changed = structuredClone(layer) as unknown as Loose;
  change(changed);
  return JSON.stringify(changed);
};
const first = (items: unknown) => (items as Part[])[0] as Part;

describe('readLayer', () => {
  test('gives back what was written, with or without the article', () => {
    expect(readLayer(JSON.stringify(layer))).toEqual({ ok: true, value: layer });
    expect(readLayer(JSON.stringify(layer), article)).toEqual({ ok: true, value: layer });
  });

  const library = Object.values(
    import.meta.glob<Article>('../../../public/data/articles/*.json', { import: 'default', eager: true }),
  );
  test.each(library)('the published layer of $id can be trusted', (article) => {
    expect(verifyLayer(publishedLayer(article), article)).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    ['nothing', 'notJson', '', ''],
    ['an article', 'otherFormat', 'format', JSON.stringify(article)],
    ['a file of tomorrow', 'newerVersion', 'version', fileWith((layer) => (layer['version'] = 2))],
    ['no author field', 'shape', 'author', fileWith((layer) => delete layer['author'])],
    [
      'a tag with a space',
      'shape',
      'quotations.0.tags.0',
      fileWith(({ quotations }) => (first(quotations)['tags'] = ['a b'])),
    ],
    [
      'a note without end',
      'shape',
      'mentions.0.note',
      fileWith(({ mentions }) => (first(mentions)['note'] = 'x'.repeat(20_001))),
    ],
    [
      'two of one id',
      'content',
      'mentions/m1',
      fileWith(({ mentions }) => mentions.push(structuredClone(first(mentions)))),
    ],
    [
      'a speaker nobody knows',
      'content',
      'quotations/q1/speaker',
      fileWith(({ quotations }) => (first(quotations)['speaker'] = 'ghost')),
    ],
    [
      'a quotation inside itself',
      'content',
      'quotations/q1/parent',
      fileWith(({ quotations }) => (first(quotations)['parent'] = 'q1')),
    ],
    [
      'a range that is not as long as its words',
      'content',
      'mentions/m1',
      fileWith(({ mentions }) => ((first(mentions)['range'] as Part)['words'] = 'أ')),
    ],
  ])('refuses %s', (_, kind, where, source) => {
    expect(readLayer(source)).toMatchObject({ ok: false, failure: { kind, where } });
  });

  test('holds ranges to the article where there is one', () => {
    const moved = fileWith(({ mentions }) => {
      const range = first(mentions)['range'] as { start: number; end: number };
      range.start++;
      range.end++;
    });
    expect(readLayer(moved).ok).toBe(true);
    expect(readLayer(moved, article)).toMatchObject({ failure: { kind: 'content', where: 'mentions/m1' } });
    expect(readLayer(JSON.stringify(layer), { blocks: [] })).toMatchObject({ failure: { kind: 'content' } });
  });

  test('asks for no mention and no alias of what somebody has only begun', () => {
    const begun = fileWith((layer) => {
      layer.mentions = [];
      first(layer.entities)['aliases'] = ['اسم آخر'];
    });
    expect(readLayer(begun, article).ok).toBe(true);
  });
});

describe('readCodebook', () => {
  const codebook: Codebook = {
    format: 'isnad-codebook',
    version: 1,
    id: 'c1',
    name: 'أطر الخبر',
    guidelines: '',
    groups: [{ id: 'g1', name: 'الموقف', exclusive: true, required: false }],
    tags: [
      {
        id: 't1',
        group: 'g1',
        name: 'تأييد',
        colour: 'sky',
        shortcut: 'ت',
        guidelines: '',
        on: ['quotation'],
      },
    ],
    required: ['speaker'],
    modified: '2026-11-25T10:00:00Z',
  };
  const [group, tag] = [codebook.groups[0], codebook.tags[0]];

  test('gives back what was written', () => {
    expect(readCodebook(JSON.stringify(codebook))).toEqual({ ok: true, value: codebook });
  });

  test.each<[string, string, string, object]>([
    ['a layer', 'otherFormat', 'format', layer],
    ['a colour of no name', 'shape', 'tags.0.colour', { ...codebook, tags: [{ ...tag, colour: '#ff0000' }] }],
    ['a shortcut of two keys', 'shape', 'tags.0.shortcut', { ...codebook, tags: [{ ...tag, shortcut: 'ab' }] }],
    ['a tag without a name', 'shape', 'tags.0.name', { ...codebook, tags: [{ ...tag, name: '' }] }],
    ['two groups of one id', 'content', 'g1', { ...codebook, groups: [group, group] }],
    ['two tags of one id', 'content', 't1', { ...codebook, tags: [tag, tag] }],
    ['a tag of no group', 'content', 'tags/t1/group', { ...codebook, groups: [] }],
  ])('refuses %s', (_, kind, where, source) => {
    expect(readCodebook(JSON.stringify(source))).toMatchObject({ ok: false, failure: { kind, where } });
  });
});
