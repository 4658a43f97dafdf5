import { beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../core/article/article.ts';
import type { Library } from '../core/dataset/library.ts';
import { renderPages, type StillPages } from './at-build.tsx';

const [library] = Object.values(
  import.meta.glob<Library>('../../public/data/index.json', { import: 'default', eager: true }),
) as [Library];
const articles = Object.values(
  import.meta.glob<Article>('../../public/data/articles/*.json', { import: 'default', eager: true }),
);

const EVIL = '</article><script>alert(1)</script><img src=x onerror="alert(1)">&amp;';
const hostile: Article = {
  ...structuredClone(articles[0] as Article),
  id: 'hostile',
  notice: { ar: EVIL, en: EVIL },
  blocks: (articles[0] as Article).blocks.map((block) => ({ ...block, text: block.text + EVIL })),
};

const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' };
/** What a reader of this HTML reads. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/&[#\w]+;/g, (sign) => signs[sign] ?? sign);

let pages: StillPages;
beforeAll(async () => {
  pages = await renderPages(library, [...articles, hostile]);
});

describe.each(articles.map(({ id }) => id))('the page of %s', (id) => {
  const article = articles.find((one) => one.id === id) as Article;
  const html = () => pages.articles.get(id) ?? '';

  test('holds every block, letter for letter, once and in order', () => {
    const blocks = [...html().matchAll(/<(h1|h2|p) data-block="([^"]+)" data-type="([^"]+)">([^<]*)<\/\1>/g)];
    expect(blocks.map(([, , block, type, text = '']) => [block, type, textOf(text)])).toEqual(
      article.blocks.map((block) => [block.id, block.type, block.text]),
    );
    expect(html().match(/<h1/g)).toHaveLength(1);
  });

  test('holds every quotation whole', () => {
    const said = [...html().matchAll(/<blockquote[^>]*>([^<]*)<\/blockquote>/g)].map(([, words = '']) => textOf(words));
    const wanted = article.quotations.map(({ contents }) => contents.map(({ words }) => words).join(' … '));
    expect(said.sort()).toEqual(wanted.sort());
  });
});

test('whatever a file says is text', () => {
  const html = pages.articles.get('hostile') ?? '';
  expect(html).not.toMatch(/<script|<img/);
  expect(textOf(html)).toContain(EVIL);
});

test('the library leads to every article', () => {
  for (const { id, title } of library.articles) {
    expect(pages.library).toContain(`a/${id}/"`);
    expect(textOf(pages.library)).toContain(title.ar);
  }
});

test('no style is written into a page, where its content policy refuses it', () => {
  for (const html of [pages.library, ...pages.articles.values()]) expect(html).not.toMatch(/\sstyle=/);
});
