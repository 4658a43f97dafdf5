import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/core/article/article.ts';
import { articleTags, forScript, libraryTags, linkedData, readSite, siteMap } from './head.ts';

const seed = JSON.parse(
  readFileSync(new URL('../../public/data/articles/shamkhani-mamlouk.json', import.meta.url), 'utf8'),
) as Article;
const bus = JSON.parse(
  readFileSync(new URL('../../public/data/articles/library-bus.json', import.meta.url), 'utf8'),
) as Article;
const SITE = 'https://news.example/isnad/';

describe('the site’s address', () => {
  test.each([
    [undefined, null],
    ['', null],
    [' ', null],
    ['https://news.example', 'https://news.example/'],
    ['https://news.example/isnad', SITE],
    [' https://news.example/isnad/ ', SITE],
  ])('%j is %j', (told, site) => {
    expect(readSite(told)).toBe(site);
  });

  test.each([
    'news.example',
    '/isnad/',
    'ftp://news.example/',
    'javascript:alert(1)',
    'https://x.example/?a',
    'https://x.example/#a',
  ])('%j is refused', (told) => {
    expect(() => readSite(told)).toThrow('ISNAD_SITE');
  });
});

describe('the head of an article’s page', () => {
  const tags = (site: string | null, article = seed) =>
    articleTags({ article, site, picture: site && `${site}icon.svg` }).join('\n');

  test('names its address where the site’s is known', () => {
    const html = tags(SITE);
    expect(html).toContain(`<link rel="canonical" href="${SITE}a/shamkhani-mamlouk/" />`);
    expect(html).toContain(`<meta property="og:url" content="${SITE}a/shamkhani-mamlouk/" />`);
    expect(html).toContain(`<meta property="og:image" content="${SITE}icon.svg" />`);
  });

  test('leaves out what must be whole where it is not known', () => {
    const html = tags(null);
    expect(html).toContain('<link rel="canonical" href="./" />');
    expect(html).not.toMatch(/og:url|og:image|https?:(?!\/\/schema\.org)/);
    expect(html).toContain('<meta property="og:type" content="article" />');
    expect(html).toContain('<meta property="article:published_time" content="2017-01-08T03:46:00Z" />');
  });

  test('escapes what a title may hold', () => {
    const title = { ar: 'قال: "لا" <b>&</b> </title><script>', en: '</script><!--' };
    const html = tags(SITE, { ...seed, title });
    expect(html).toContain('content="قال: &quot;لا&quot; &lt;b&gt;&amp;&lt;/b&gt; &lt;/title&gt;&lt;script&gt;"');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script/g)).toHaveLength(1);
    const [, json = ''] = /<script[^>]*>(.*)<\/script>/.exec(html) ?? [];
    expect(json).not.toContain('<');
    expect(JSON.parse(json).headline).toBe(title.ar);
  });

  test('of the library: the same, without an article', () => {
    expect(libraryTags(null, null).join()).not.toMatch(/og:url|og:image/);
    expect(libraryTags(SITE, null).join()).toContain(`<link rel="canonical" href="${SITE}" />`);
  });
});

describe('the data for machines', () => {
  test('tells every quotation with who said it', () => {
    const data = linkedData(seed, SITE) as { hasPart: { text: string; spokenByCharacter?: { name: string } }[] };
    expect(data.hasPart.map(({ text, spokenByCharacter }) => [text, spokenByCharacter?.name])).toEqual(
      seed.quotations.map(({ contents, speaker }) => [
        contents.map(({ words }) => words).join(' … '),
        seed.entities.find(({ id }) => id === speaker)?.name.ar,
      ]),
    );
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: seed.title.ar,
      inLanguage: 'ar',
      datePublished: seed.published,
      isPartOf: { '@type': 'WebSite', url: SITE },
    });
  });

  test('says what a person is and what is none', () => {
    const types = new Map(seed.entities.map(({ name, type }) => [name.ar, type]));
    const data = linkedData(seed, null) as { hasPart: { spokenByCharacter: { '@type': string; name: string } }[] };
    for (const { spokenByCharacter: agent } of data.hasPart) {
      expect(agent['@type']).toBe(types.get(agent.name) === 'person' ? 'Person' : 'Organization');
    }
  });

  test('does not pass invented news off as a newspaper’s', () => {
    const data = linkedData(bus, SITE);
    expect(data).toMatchObject({ author: [{ name: 'إسناد' }], publisher: { name: 'إسناد' } });
    expect(data['backstory']).toBe(bus.notice?.ar);
  });

  test('has no address where none is known', () => {
    expect(JSON.stringify(linkedData(seed, null)).replace('https://schema.org', '')).not.toContain('http');
  });

  test('cannot end its element, and reads back as it was', () => {
    const value = { a: '</script><!-- \u2028\u2029 <script>' };
    const written = forScript(value);
    expect(written).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(written)).toEqual(value);
  });
});

test('the map of the site names every page once', () => {
  const map = siteMap(SITE, [seed, { id: 'a&b', revised: '2026-01-01' }]);
  expect(map.match(/<loc>[^<]*<\/loc>/g)).toEqual([
    `<loc>${SITE}</loc>`,
    `<loc>${SITE}a/shamkhani-mamlouk/</loc>`,
    `<loc>${SITE}a/a&amp;b/</loc>`,
  ]);
});
