import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { readArticle, readLibrary } from '../../src/core/dataset/read.ts';
import { publishedSchemas } from './published.ts';

type Part = Record<string, unknown>;
const read = (...names: string[]) => readFileSync(path.join('public', ...names), 'utf8');
const parse = (source: string) => JSON.parse(source) as Part;

// `strictTypes` objects to `enum` beside `type`, which says the same twice and is right.
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
const compile = (file: string): ValidateFunction => ajv.compile(parse(read('schema', file)));
const isArticle = compile('isnad-article-1.schema.json');
const isLibrary = compile('isnad-library-1.schema.json');
const faults = (validate: ValidateFunction, data: unknown) => {
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const articles = readdirSync(path.join('public', 'data', 'articles'));
const article = () => parse(read('data', 'articles', 'library-bus.json'));
const library = () => parse(read('data', 'index.json'));

describe('the published schemas', () => {
  test('are what npm run schema writes, and nothing else lies beside them', () => {
    const published = publishedSchemas();
    expect(readdirSync(path.join('public', 'schema')).sort()).toEqual(published.map(({ file }) => file).sort());
    for (const { file, json } of published) expect(read('schema', file), `${file}: npm run schema`).toBe(json);
  });

  test.each(publishedSchemas())('$file has a title and a description, and asks for no address', ({ json }) => {
    const schema = parse(json);
    expect(schema).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    expect(json).not.toContain('"$id"');
    expect([...json.matchAll(/"\$ref": "([^"]*)"/g)].filter(([, to]) => !to?.startsWith('#/'))).toEqual([]);
  });

  test.each(articles)('%s fits', (file) => {
    expect(faults(isArticle, parse(read('data', 'articles', file)))).toEqual([]);
  });

  test('the index fits', () => {
    expect(faults(isLibrary, library())).toEqual([]);
    expect((library()['articles'] as Part[]).length).toBe(articles.length);
  });
});

describe('what the reader refuses for its shape, the schema refuses', () => {
  const first = (items: unknown) => (items as Part[])[0] as Part;

  test.each<[string, string, (article: Part) => void]>([
    ['another format', '/format', (article) => (article['format'] = 'isnad-library')],
    ['a file of tomorrow', '/version', (article) => (article['version'] = 2)],
    ['no title', '', (article) => delete article['title']],
    ['no text', '/blocks', (article) => (article['blocks'] = [])],
    ['an id in Arabic', '/id', (article) => (article['id'] = 'حافلة')],
    ['an id too long', '/id', (article) => (article['id'] = 'x'.repeat(81))],
    [
      'an offset before the text',
      '/mentions/0/range/start',
      ({ mentions }) => ((first(mentions)['range'] as Part)['start'] = -1),
    ],
    ['half an offset', '/mentions/0/range/end', ({ mentions }) => ((first(mentions)['range'] as Part)['end'] = 1.5)],
    [
      'a range without its words',
      '/mentions/0/range',
      ({ mentions }) => delete (first(mentions)['range'] as Part)['words'],
    ],
    ['a quotation of nothing', '/quotations/0/contents', ({ quotations }) => (first(quotations)['contents'] = [])],
    ['a kind that nobody knows', '/quotations/0/kind', ({ quotations }) => (first(quotations)['kind'] = 'loud')],
    [
      'a reason in one language',
      '/quotations/0/reason',
      ({ quotations }) => (first(quotations)['reason'] = { ar: 'سبب' }),
    ],
    ['a speaker that is a number', '/quotations/0/speaker', ({ quotations }) => (first(quotations)['speaker'] = 7)],
    ['a lemma without letters', '/glossary/0/lemma', ({ glossary }) => (first(glossary)['lemma'] = '')],
    ['a thirteenth month', '/revised', (article) => (article['revised'] = '2026-13-01')],
  ])('an article with %s', (_, where, change) => {
    const broken = article();
    change(broken);
    expect(faults(isArticle, broken).map((fault) => fault.split(' ')[0])).toContain(where);
    expect(readArticle(JSON.stringify(broken)).ok).toBe(false);
  });

  test.each<[string, string, (library: Part) => void]>([
    [
      'a file elsewhere',
      '/articles/0/file',
      ({ articles }) => (first(articles)['file'] = 'https://evil.example/x.json'),
    ],
    ['less than no words', '/articles/0/words', ({ articles }) => (first(articles)['words'] = -1)],
    ['no entities', '/articles/0', ({ articles }) => delete first(articles)['entities']],
    ['an entry that is a list', '/articles/0', ({ articles }) => ((articles as unknown[])[0] = [])],
  ])('a library with %s', (_, where, change) => {
    const broken = library();
    change(broken);
    expect(faults(isLibrary, broken).map((fault) => fault.split(' ')[0])).toContain(where);
    expect(readLibrary(JSON.stringify(broken)).ok).toBe(false);
  });

  test('an article is no library and a library no article', () => {
    expect(isLibrary(article())).toBe(false);
    expect(isArticle(library())).toBe(false);
  });
});
