import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../testing/article.ts';
import { describeArticle } from './describe.ts';
import type { Library } from './library.ts';
import { type DatasetFault, readArticle, readLibrary } from './read.ts';
import { LIMITS } from './schema.ts';

const article = buildArticle();
const library: Library = { format: 'isnad-library', version: 1, articles: [describeArticle(article)] };

type Part = Record<string, unknown>;
/** The small article as anybody may have written it: every field anything at all. */
type Loose = Part & Record<'blocks' | 'entities' | 'mentions' | 'quotations', Part[]>;
function fileWith(change: (article: Loose) => void): string {
  const changed = buildArticle() as unknown as Loose;
  change(changed);
  return JSON.stringify(changed);
}
const first = (items: unknown) => (items as Part[])[0] as Part;
const rangeOfFirst = (mentions: readonly Part[]) => first(mentions)['range'] as Part;
const many = (count: number, item: Part) => Array.from({ length: count }, () => item);

describe('readArticle', () => {
  test('gives back what was written', () => {
    expect(readArticle(JSON.stringify(article))).toEqual({ ok: true, value: article });
  });

  test('leaves out fields that it does not know', () => {
    const source = fileWith((article) => {
      article['later'] = true;
      first(article.blocks)['later'] = [1];
    });
    expect(readArticle(source)).toEqual({ ok: true, value: article });
  });

  const rows: readonly (readonly [string, DatasetFault['kind'], string, string])[] = [
    ['nothing', 'notJson', '', ''],
    ['JSON broken off', 'notJson', '', JSON.stringify(article).slice(0, -1)],
    ['a page that says not found', 'notJson', '', '<!doctype html><title>404</title>'],
    ['a byte order mark before the JSON', 'notJson', '', `\ufeff${JSON.stringify(article)}`],
    ['null', 'otherFormat', 'format', 'null'],
    ['a list', 'otherFormat', 'format', '[]'],
    ['a text', 'otherFormat', 'format', '"isnad-article"'],
    ['no format', 'otherFormat', 'format', '{"version":1}'],
    ['a format that is no text', 'otherFormat', 'format', '{"format":["isnad-article"],"version":1}'],
    ['the library', 'otherFormat', 'format', JSON.stringify(library)],
    ['a version in letters', 'otherFormat', 'format', fileWith((article) => (article['version'] = '1'))],
    ['a file of tomorrow', 'newerVersion', 'version', fileWith((article) => (article['version'] = 2))],
    [
      'a file of tomorrow in another shape',
      'newerVersion',
      'version',
      '{"format":"isnad-article","version":7,"text":""}',
    ],
    ['a version without end', 'newerVersion', 'version', '{"format":"isnad-article","version":1e999}'],
    ['a version before the first', 'shape', 'version', fileWith((article) => (article['version'] = 0))],
    ['no title', 'shape', 'title', fileWith((article) => delete article['title'])],
    ['no text at all', 'shape', 'blocks', fileWith((article) => (article['blocks'] = []))],
    ['another language', 'shape', 'language', fileWith((article) => (article['language'] = 'fa'))],
    ['a number for a text', 'shape', 'blocks.0.text', fileWith(({ blocks }) => (first(blocks)['text'] = 7))],
    [
      'a block of no known type',
      'shape',
      'blocks.0.type',
      fileWith(({ blocks }) => (first(blocks)['type'] = 'script')),
    ],
    ['an id with a slash', 'shape', 'id', fileWith((article) => (article['id'] = '../../x'))],
    ['an id in Arabic', 'shape', 'entities.0.id', fileWith(({ entities }) => (first(entities)['id'] = 'ناصر'))],
    [
      'an id that is the prototype',
      'shape',
      'entities.0.id',
      fileWith(({ entities }) => (first(entities)['id'] = '__proto__')),
    ],
    [
      'an offset that is no whole number',
      'shape',
      'mentions.0.range.start',
      fileWith(({ mentions }) => (rangeOfFirst(mentions)['start'] = 0.5)),
    ],
    [
      'an offset before the text',
      'shape',
      'mentions.0.range.start',
      fileWith(({ mentions }) => (rangeOfFirst(mentions)['start'] = -1)),
    ],
    [
      'a quotation of nothing',
      'shape',
      'quotations.0.contents',
      fileWith(({ quotations }) => (first(quotations)['contents'] = [])),
    ],
    [
      'a kind that nobody knows',
      'shape',
      'quotations.0.kind',
      fileWith(({ quotations }) => (first(quotations)['kind'] = 'toString')),
    ],
    [
      'undefined where null is meant',
      'shape',
      'quotations.0.parent',
      fileWith(({ quotations }) => delete first(quotations)['parent']),
    ],
    [
      'a certainty above one',
      'shape',
      'quotations.0.provenance.confidence',
      fileWith(({ quotations }) => ((first(quotations)['provenance'] as Part)['confidence'] = 1.1)),
    ],
    ['a thirteenth month', 'shape', 'published', fileWith((article) => (article['published'] = '2026-13-01'))],
    ['a day 0', 'shape', 'revised', fileWith((article) => (article['revised'] = '2026-01-00'))],
    ['an hour 24', 'shape', 'published', fileWith((article) => (article['published'] = '2026-01-01T24:30Z'))],
    ['a date in Arabic digits', 'shape', 'published', fileWith((article) => (article['published'] = '٢٠٢٦-٠١-٠١'))],
    ...['javascript:alert(1)', 'data:text/html,x', '//news.example', 'https://', 'https://news.example/a b', ''].map(
      (url): (typeof rows)[number] => [
        `an original at ${url}`,
        'shape',
        'original.url',
        fileWith((article) => (article['original'] = { url })),
      ],
    ),
    [
      'a name in one language',
      'shape',
      'entities.0.name.en',
      fileWith(({ entities }) => (first(entities)['name'] = { ar: 'ناصر' })),
    ],
    [
      'a range one letter off',
      'content',
      'mentions/m1',
      fileWith(({ mentions }) => (rangeOfFirst(mentions)['words'] = 'أحمد ناصي')),
    ],
    [
      'a quotation inside itself',
      'content',
      'quotations/q4/parent',
      fileWith(({ quotations }) => (first(quotations.slice(3))['parent'] = 'q4')),
    ],
  ];
  test.each(rows)('refuses %s: %s at %j', (_, kind, where, source) => {
    expect(readArticle(source)).toEqual({ ok: false, failure: { kind, where, detail: expect.any(String) } });
  });

  test('every kind of fault has its row', () => {
    const kinds: Record<DatasetFault['kind'], true> = {
      notJson: true,
      newerVersion: true,
      otherFormat: true,
      shape: true,
      content: true,
    };
    expect(new Set(rows.map(([, kind]) => kind))).toEqual(new Set(Object.keys(kinds)));
  });

  test('takes the original’s address where there is one; older files have none', () => {
    const original = { url: 'https://news.example/2026/1?x=1#y' };
    expect(readArticle(fileWith((article) => (article['original'] = original)))).toMatchObject({ value: { original } });
    expect(readArticle(fileWith((article) => delete article['original']))).toMatchObject({ value: { original: null } });
  });

  test('says what is wrong with a range in words that help to mend it', () => {
    const read = readArticle(fileWith(({ mentions }) => (rangeOfFirst(mentions)['words'] = 'زيد')));
    expect(!read.ok && read.failure.detail).toBe('words: 0–9 «زيد» ≠ «أحمد ناصر»');
  });
});

describe('readLibrary', () => {
  test('gives back what was written', () => {
    expect(readLibrary(JSON.stringify(library))).toEqual({ ok: true, value: library });
  });

  test.each([
    'https://evil.example/x.json',
    '//evil.example/x.json',
    '../../secret.json',
    'articles/../../x.json',
    'articles/x.json?y',
    'articles/x.js',
    '/articles/x.json',
  ])('refuses an article file at %s', (file) => {
    const source = JSON.stringify({ ...library, articles: [{ ...library.articles[0], file }] });
    expect(readLibrary(source)).toMatchObject({ ok: false, failure: { kind: 'shape', where: 'articles.0.file' } });
  });

  test('refuses an article', () => {
    expect(readLibrary(JSON.stringify(article))).toMatchObject({
      ok: false,
      failure: { kind: 'otherFormat', detail: 'isnad-article' },
    });
  });
});

describe('a hostile file', () => {
  test('cannot reach the prototype of anything', () => {
    const poison =
      '"__proto__":{"polluted":true,"format":"isnad-article","version":1},"constructor":{"prototype":{"polluted":true}}';
    const source = JSON.stringify(article).replaceAll('{', `{${poison},`);
    expect(readArticle(source)).toEqual({ ok: true, value: article });
    expect(readArticle(`{${poison}}`)).toMatchObject({ failure: { kind: 'otherFormat' } });
    expect(({} as Part)['polluted']).toBeUndefined();
  });

  test.each([
    ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', `${'{"title":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['lists without an end', '['.repeat(100_000)],
  ])('100,000 %s inside each other are refused', (_, deep) => {
    expect(readArticle(deep).ok).toBe(false);
    const whole = JSON.stringify(article);
    for (const field of ['title', 'blocks', 'quotations']) {
      expect(readArticle(`${whole.slice(0, -1)},"${field}":${deep}}`).ok).toBe(false);
    }
    // In a field that nobody knows they are left out, where they are JSON at all.
    expect(readArticle(`${whole.slice(0, -1)},"later":${deep}}`).ok).toBe(!deep.endsWith('['));
  });

  test.each<[string, string, () => string]>([
    ['topics', 'topics', () => fileWith((article) => (article['topics'] = many(LIMITS.items + 1, { ar: '', en: '' })))],
    [
      'blocks',
      'blocks',
      () =>
        fileWith(
          (article) => (article['blocks'] = many(LIMITS.items + 1, { id: 'p', type: 'paragraph', gap: 0, text: '' })),
        ),
    ],
    [
      'pieces',
      'quotations.0.contents',
      () =>
        fileWith(
          ({ quotations }) => (first(quotations)['contents'] = many(1001, first(first(quotations)['contents']))),
        ),
    ],
    [
      'cues',
      'quotations.0.cue',
      () => fileWith(({ quotations }) => (first(quotations)['cue'] = many(21, first(first(quotations)['cue'])))),
    ],
    [
      'letters in a block',
      'blocks.0.text',
      () => fileWith(({ blocks }) => (first(blocks)['text'] = 'ا'.repeat(LIMITS.textUnits + 1))),
    ],
    [
      'letters in a range',
      'mentions.0.range.words',
      () => fileWith(({ mentions }) => (rangeOfFirst(mentions)['words'] = 'ا'.repeat(LIMITS.words + 1))),
    ],
    [
      'letters in a name',
      'title.ar',
      () => fileWith(({ title }) => ((title as Part)['ar'] = 'ا'.repeat(LIMITS.string + 1))),
    ],
    ['letters in an id', 'id', () => fileWith((article) => (article['id'] = 'x'.repeat(LIMITS.id + 1)))],
    ['line breaks before a block', 'blocks.0.gap', () => fileWith(({ blocks }) => (first(blocks)['gap'] = 1e9))],
  ])('with too many %s is refused', (_, where, source) => {
    expect(readArticle(source())).toMatchObject({ ok: false, failure: { kind: 'shape', where } });
  });

  test('whatever the text, it is refused without a fault of ours', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.json({ maxDepth: 6 }));
    fc.assert(
      fc.property(text, (source) => {
        expect(readArticle(source).ok).toBe(false);
        expect(readLibrary(source).ok).toBe(false);
      }),
    );
  });

  /** Every place in the file, as a path of keys. */
  const paths: (readonly (string | number)[])[] = [];
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    if (path.length > 0) paths.push(path);
    if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
  };
  walk(article, []);

  test('whatever stands in one of its places, it is read or refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 }), (path, value) => {
        const changed = buildArticle();
        let place = changed as unknown as Record<string | number, unknown>;
        for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
        const key = path[path.length - 1] as string | number;
        place[key] = value;
        const read = readArticle(JSON.stringify(changed));
        if (read.ok) expect(readArticle(JSON.stringify(read.value))).toEqual(read);
        else expect(['shape', 'content', 'otherFormat', 'newerVersion']).toContain(read.failure.kind);
      }),
      { numRuns: 500 },
    );
  });
});
