/** What browsers without text directives of their own use in their place must find what we write, and what we find. */
import * as fc from 'fast-check';
import {
  forTesting,
  getFragmentDirectives,
  parseFragmentDirectives,
  processTextFragmentDirective,
} from 'text-fragments-polyfill/text-fragment-utils';
import { afterEach, describe, expect, test } from 'vitest';
import type { Article } from '../article/article.ts';
import type { Library } from '../dataset/library.ts';
import { readDirectives, type TextDirective, writeDirectives } from './directive.ts';
import { findFragment } from './fragment.ts';
import { directivesOf } from './original.ts';

type Blocks = Pick<Article, 'blocks'>;

const textOf = (...texts: string[]): Blocks => ({
  blocks: texts.map((text, index) => ({ id: `p${index + 1}`, type: 'paragraph', gap: 1, text })),
});
const plain = { prefix: null, end: null, suffix: null };

let shown: HTMLElement | null = null;
afterEach(() => shown?.remove());

function show({ blocks }: Blocks): HTMLElement {
  shown?.remove();
  shown = document.createElement('article');
  for (const { id, text } of blocks) {
    const paragraph = document.createElement('p');
    paragraph.id = id;
    paragraph.append(text);
    shown.append(paragraph);
  }
  document.body.append(shown);
  return shown;
}

/** What the polyfill finds, block by block, as {@link findFragment} tells it; all the places it knows of (two at most). */
function theirs(page: HTMLElement, written: string): string[][] {
  const { text } = parseFragmentDirectives(getFragmentDirectives(`#${written}`));
  const ranges = text?.[0] ? processTextFragmentDirective(text[0], document, page) : [];
  return ranges.map((range) =>
    [...page.children]
      .filter((element) => range.intersectsNode(element))
      .map((element) => {
        const part = document.createRange();
        part.selectNodeContents(element);
        if (element.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
        if (element.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
        return `${element.id}: ${part.toString().trim()}`;
      })
      .filter((told) => !told.endsWith(': ')),
  );
}
const ours = (text: Blocks, directive: TextDirective): string[] | undefined =>
  findFragment(text, directive)?.map(({ block, words }) => `${block}: ${words}`);

describe('beside text-fragments-polyfill', () => {
  // A vocabulary of few words, so that nearly everything stands in several places.
  const word = fc.constantFrom('foo', 'Bar', 'café', 'he’s', '3.5', 'قال');
  const words = (maxLength: number) => fc.array(word, { minLength: 1, maxLength }).map((some) => some.join(' '));
  const texts = fc.array(words(14), { minLength: 1, maxLength: 5 }).map((some) => textOf(...some));
  const part = fc.option(words(1), { nil: null });

  test('what is written is read alike', () => {
    const directive = fc.record({ prefix: part, start: words(3), end: part, suffix: part });
    fc.assert(
      fc.property(directive, ({ prefix, start, end, suffix }) => {
        const written = writeDirectives([{ prefix, start, end, suffix }]);
        const { text } = parseFragmentDirectives(getFragmentDirectives(`#${written}`));
        expect(text).toEqual([{ prefix: prefix ?? '', textStart: start, textEnd: end ?? '', suffix: suffix ?? '' }]);
        expect(readDirectives(written)).toEqual([{ prefix, start, end, suffix }]);
      }),
    );
  });

  test('whole words are found in the same place, or by neither', () => {
    let places = 0;
    fc.assert(
      fc.property(texts, part, words(2), part, part, (text, prefix, start, end, suffix) => {
        const directive = { prefix, start, end, suffix };
        const [first] = theirs(show(text), writeDirectives([directive]));
        expect(ours(text, directive)).toEqual(first);
        if (first) places++;
      }),
      { numRuns: 2000 },
    );
    // Some 250 of 2,000, give or take: enough that agreeing on nothing cannot pass.
    expect(places).toBeGreaterThan(100);
  });

  test.each<[string, string]>([
    ['a', 'the first of several'],
    ['is%20a%20test,And%20another%20one', 'from block to block'],
    ['And,one', 'within a block'],
    ['is-,a', 'a prefix'],
    ['test.-,a', 'a prefix in the block before'],
    ['a,-list', 'a suffix'],
    ['item.,-Another', 'a suffix in the block after'],
    ['prefix2-,target,target,-suffix1', 'all four parts'],
    ['prefix3-,target', 'a prefix that is not there'],
    ['prefix1-,target,-suffix3', 'a suffix that is not there'],
    ['elle%20a%20bris%C3%A9', 'accents'],
    ['ELLE%20A%20BRISE', 'no accents, capitals'],
    ['target.,-%27', 'punctuation is no white space'],
    ['est', 'within a word'],
    ['3', 'within a number'],
  ])('%s: %s', (written) => {
    const text = textOf(
      'This is a test.',
      'A list item.',
      'Another one. hey',
      'And another one',
      'prefix1 target suffix1 prefix2 target suffix2 prefix1 target suffix2 prefix2 target suffix1 target.',
      'elle a brisé 3.5 vases',
    );
    const [directive] = readDirectives(`#:~:text=${written}`);
    if (!directive) throw new Error(`${written} is not read`);
    const [first] = theirs(show(text), `:~:text=${written}`);
    expect(ours(text, directive)).toEqual(first);
  });

  // Where we go further than the polyfill, as Chromium itself does.
  test.each([
    ['tashkeel', 'الحرب', 'الحربَ'],
    ['hamza seats', 'اكد', 'أكّد'],
    ['digits', '2017', '٢٠١٧'],
  ])('%s are no difference for us', (_, start, stands) => {
    const text = textOf('أكّد أنّ الحربَ انتهت في سنة ٢٠١٧');
    expect(theirs(show(text), writeDirectives([{ ...plain, start }]))).toEqual([]);
    expect(ours(text, { ...plain, start })).toEqual([`p1: ${stands}`]);
  });

  test('its own measure of a word’s edge is ours', () => {
    const segmenter = new Intl.Segmenter('ar', { granularity: 'word' });
    fc.assert(
      fc.property(words(8), fc.nat(), fc.integer({ min: 1, max: 12 }), (text, from, length) => {
        const start = from % text.length;
        const piece = text.slice(start, start + length);
        if (piece !== piece.trim()) return;
        const first = text.toLowerCase().indexOf(piece.toLowerCase());
        // The first place decides; where it is no word, a later one may be.
        if (first !== start || text.includes(piece, start + 1) || /[éâ\u064b-\u0652إأ]/.test(text)) return;
        const bounded = forTesting.isWordBounded(text, start, piece.length, segmenter);
        expect(findFragment(textOf(text), { ...plain, start: piece }) !== null).toBe(bounded);
      }),
      { numRuns: 2000 },
    );
  });
});

test('every link that we make of the library is found by it, there and nowhere else', async () => {
  const read = async (file: string): Promise<unknown> => (await fetch(`/data/${file}`)).json();
  const library = (await read('index.json')) as Library;
  let made = 0;
  for (const { file } of library.articles) {
    const article = (await read(file)) as Article;
    const page = show(article);
    article.blocks.forEach(({ id, text }, index) => {
      const next = article.blocks[index + 1];
      const stretches = [...text.matchAll(/\S+/g)];
      for (const [from, to] of [
        [0, 0],
        [1, 3],
        [2, 14],
        [0, stretches.length - 1],
      ] as const) {
        const [first, last] = [stretches[from], stretches[Math.min(to, stretches.length - 1)]];
        if (!first || !last) continue;
        const ranges = [{ block: id, start: first.index, end: last.index + last[0].length }];
        if (to > 3 && next && to === stretches.length - 1)
          ranges.push({ block: next.id, start: 0, end: next.text.length });
        const directives = directivesOf(article, ranges);
        for (const directive of directives) {
          made++;
          const written = writeDirectives([directive]);
          expect([written, theirs(page, written)]).toEqual([written, [ours(article, directive)]]);
        }
      }
    });
  }
  expect(made).toBeGreaterThan(300);
});
