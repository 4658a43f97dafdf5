import { describe, expect, test } from 'vitest';
import { type Article, plainText } from '../article/article.ts';
import { foldText } from '../text/fold.ts';
import { describeArticle } from './describe.ts';
import { readArticle, readLibrary } from './read.ts';
import { verifyArticle } from './verify.ts';

const sources = new Map(
  Object.entries(
    import.meta.glob<string>('../../../public/data/articles/*.json', { query: '?raw', import: 'default', eager: true }),
  ).map(([path, source]) => [path.replace(/^.*\//, ''), source]),
);
const indexes = Object.values(
  import.meta.glob<string>('../../../public/data/index.json', { query: '?raw', import: 'default', eager: true }),
);

const files = [...sources.keys()];
const source = (file: string) => sources.get(file) ?? '';

function open(file: string): Article {
  const read = readArticle(source(file));
  if (!read.ok) throw new Error(`${file}: ${read.failure.where}: ${read.failure.detail}`);
  return read.value;
}

/** The published text that the first article reproduces, as a file: UTF-8 without a byte order mark. */
const SEED = {
  id: 'shamkhani-mamlouk',
  sha256: '2b884736b1e8651573f3ca1c15ee6656213f788015039c9e29b07de0181e25b2',
};

describe.each(files)('%s', (file) => {
  const article = open(file);

  test('holds no fault', () => {
    expect(verifyArticle(article)).toEqual([]);
    expect(file).toBe(`${article.id}.json`);
  });

  test('holds nothing that the reader does not know', () => {
    expect(JSON.parse(source(file))).toEqual(article);
  });

  test('says of every quotation who speaks and why', () => {
    const speakers = new Set(article.entities.map(({ id }) => id));
    expect(article.quotations.length).toBeGreaterThan(0);
    for (const { id, speaker, reason, source, cue, verb } of article.quotations) {
      expect(speakers, `entry ${id}`).toContain(speaker);
      expect(reason.ar, `entry ${id}`).toMatch(/\p{Script=Arabic}/u);
      expect(reason.en, `entry ${id}`).toMatch(/[a-z]/);
      // A speaker is seen in words beside the cue, in the cue's verb, or in marks; never in nothing at all.
      expect(source !== null || cue.length > 0 || verb.class === 'mark', `entry ${id}`).toBe(true);
      if (cue.length === 0) expect(verb, `entry ${id}`).toEqual({ lemma: null, class: 'mark' });
    }
  });

  test('says what it says in both languages', () => {
    const texts = [
      article.title,
      article.summary,
      ...article.topics,
      ...article.entities.flatMap(({ name, description, role }) => [name, description, ...(role ? [role] : [])]),
      ...article.glossary.map(({ definition }) => definition),
      ...(article.notice ? [article.notice] : []),
    ];
    for (const { ar, en } of texts) {
      expect(ar).toMatch(/\p{Script=Arabic}|\d/u);
      expect(en).toMatch(/[A-Za-z\d]/);
    }
  });

  test('vocalises its glossary, and spells roots letter by letter', () => {
    expect(article.glossary.length).toBeGreaterThan(0);
    for (const { id, vocalised, lemma, root } of article.glossary) {
      expect(vocalised, `entry ${id}`).toMatch(/[\u064b-\u0652\u0670]/);
      expect(lemma, `entry ${id}`).toMatch(/[\u064b-\u0652\u0670]/);
      if (root !== null) expect(root, `entry ${id}`).toMatch(/^[ء-غف-ي]( [ء-غف-ي]){1,4}$/);
    }
  });

  test('has its glossary in text order', () => {
    const order = new Map(article.blocks.map(({ id }, index) => [id, index]));
    for (const { id, occurrences } of article.glossary) {
      const places = occurrences.map(({ block, start }) => (order.get(block) ?? -1) * 1e7 + start);
      expect(places, `entry ${id}`).toEqual([...places].sort((a, b) => a - b));
    }
  });
});

describe('the library', () => {
  test('is what the articles say of themselves', () => {
    const read = readLibrary(indexes[0] ?? '');
    if (!read.ok) throw new Error(read.failure.detail);
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id, 'en');
    expect([...read.value.articles].sort(byId)).toEqual(files.map((file) => describeArticle(open(file))).sort(byId));
    expect(read.value.articles[0]?.id).toBe(SEED.id);
  });

  test('has a text for every level', () => {
    const levels = files.map((file) => open(file).level);
    expect(new Set(levels)).toEqual(new Set(['beginner', 'intermediate', 'advanced']));
  });
});

describe('the article that the project grew from', () => {
  const seed = open(`${SEED.id}.json`);

  test('is the published text, letter for letter', async () => {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(plainText(seed)));
    const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(hex).toBe(SEED.sha256);
  });

  test('is annotated richly', () => {
    expect(seed.origin).toBe('reproduced');
    expect(seed.glossary.length).toBeGreaterThanOrEqual(60);
    expect(seed.quotations.length).toBeGreaterThan(12);
  });
});

const teaching = files.filter((file) => file !== `${SEED.id}.json`);

test('there are five teaching texts', () => {
  expect(teaching).toHaveLength(5);
});

describe.each(teaching)('the teaching text %s', (file) => {
  const article = open(file);

  test('is 150 to 600 words long', () => {
    const { words } = describeArticle(article);
    expect(words).toBeGreaterThanOrEqual(150);
    expect(words).toBeLessThanOrEqual(600);
  });

  test('says in both languages that it is invented', () => {
    expect(article.origin).toBe('original');
    expect(article.notice?.ar).toMatch(/\p{Script=Arabic}{3}/u);
    expect(article.notice?.en).toMatch(/[a-z]{3}/);
  });

  test('keeps the published letters: no Persian ya or kaf, no presentation forms', () => {
    const text = plainText(article);
    expect(text).not.toMatch(/[\u06a9\u06cc\ufb50-\ufdff\ufe70-\ufefc]/);
    expect(foldText(text, 'marks').length).toBeGreaterThan(500);
  });
});
