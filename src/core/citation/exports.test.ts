/** What we write for reference managers, read back by a parser that is not ours. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arabicText } from '../../testing/arabic.ts';
import type { Article } from '../article/article.ts';
import { createLookup } from '../article/lookup.ts';
import { escapeTex, toBibtex } from './bibtex.ts';
import { toCslJson } from './csl.ts';
import { isoOf, oneLine, type Reference, referenceOf, turned } from './reference.ts';
import { toRis } from './ris.ts';

const read = (text: string, target?: string) => {
  const entries = plugins.input.chain(text, { generateGraph: false, ...(target === undefined ? {} : { target }) });
  expect(entries).toHaveLength(1);
  return entries[0] as Record<string, unknown>;
};
const parts = ({ year, month, day }: Reference['accessed']) => ({ 'date-parts': [[year, month, day]] });
const isArabic = (text: string) => /\p{Script=Arabic}/u.test(text);

/** A comma of a name's own is written as the Arabic one, since the format's divides. */
const commas = (name: string) => name.replaceAll(',', '،');

/** The author as CSL has it: turned round only where it is a person's in Latin letters. */
function nameIn({ author }: Reference) {
  const name = author?.name.ar || author?.name.en || '';
  const { family, given } = turned(name);
  return author?.person && given !== '' && !isArabic(name) ? { family, given } : name;
}

function expectBibtex(reference: Reference): void {
  const item = read(toBibtex(reference));
  const name = nameIn(reference);
  expect(item).toEqual({
    id: reference.id,
    'citation-key': reference.id,
    type: 'webpage',
    title: reference.title.ar || reference.title.en,
    publisher: reference.publisher.ar,
    ...(reference.author ? { author: [typeof name === 'string' ? { family: name } : name] } : {}),
    ...(reference.published ? { issued: parts(reference.published) } : {}),
    accessed: parts(reference.accessed),
    URL: reference.address,
    language: 'arabic',
    ...(reference.words === '' ? {} : { annote: reference.words }),
  });
}

function expectRis(reference: Reference): void {
  // The fields by their own names: the mapping to CSL has views of its own on who writes a newspaper article.
  const lines = toRis(reference).split('\r\n');
  expect(lines.pop()).toBe('');
  expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
  const item = read(toRis(reference));
  const name = nameIn(reference);
  const { ar, en } = reference.title;
  expect(item).toEqual({
    id: reference.id,
    type: 'article-newspaper',
    title: ar !== '' && en !== '' ? en : ar || en,
    ...(ar !== '' && en !== '' ? { 'original-title': ar } : {}),
    'container-title': reference.publisher.ar,
    ...(reference.author
      ? { reporter: (typeof name === 'string' ? [name] : [name.family, name.given]).map(commas).join(', ') }
      : {}),
    ...(reference.published ? { issued: { 'date-parts': [[reference.published.year]] } } : {}),
    accessed: parts(reference.accessed),
    URL: reference.address,
    language: 'ar',
    ...(reference.words === '' ? {} : { note: reference.words }),
  });
  const day = lines.find((line) => line.startsWith('DA'))?.slice(6);
  expect(day).toBe(reference.published ? isoOf(reference.published, '/') : undefined);
}

function expectCsl(reference: Reference): void {
  const name = nameIn(reference);
  const item = read(toCslJson(reference));
  expect(item).toMatchObject({
    id: reference.id,
    type: 'article-newspaper',
    title: reference.title.ar || reference.title.en,
    'container-title': reference.publisher.ar,
    accessed: parts(reference.accessed),
    URL: reference.address,
    language: 'ar',
  });
  expect(item['author']).toEqual(reference.author ? [typeof name === 'string' ? { literal: name } : name] : undefined);
  expect(item['issued']).toEqual(reference.published ? parts(reference.published) : undefined);
  expect(item['annote']).toBe(reference.words === '' ? undefined : reference.words);
  const { ar, en } = reference.title;
  expect(item['note']).toBe(ar !== '' && en !== '' ? `translated-title: ${en}` : undefined);
}

const articles = Object.values(
  import.meta.glob<Article>('../../../public/data/articles/*.json', { import: 'default', eager: true }),
);

describe.each(articles.map((article) => [article.id, article] as const))('%s', (_, article) => {
  const reference = referenceOf(createLookup(article), {
    address: `https://isnad.example/reader/a/${article.id}/#p1.2-9~abcdefgh`,
    accessed: { year: 2026, month: 11, day: 25 },
    words: article.blocks.find(({ type }) => type === 'paragraph')?.text ?? '',
  });
  test('is a reference with a title, a publisher and a date', () => {
    expect(reference.title.ar).not.toBe('');
    expect(reference.publisher.ar).not.toBe('');
    expect(reference.published).not.toBeNull();
    expect(reference.words.length).toBeGreaterThan(50);
  });
  test('BibTeX reads back', () => expectBibtex(reference));
  test('RIS reads back', () => expectRis(reference));
  test('CSL-JSON reads back', () => expectCsl(reference));
});

const hostile = fc.oneof(
  fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ...'\\{}$&#%_^~`\'"-@=,;:!?<>|/()[]*+. \n\r\t',
        '\u2066',
        '\u202e',
        '\0',
        '\ud800',
        '😀',
        '{\\',
        "''",
        '--',
        '``',
      ),
      fc.constantFrom('and', ' and ', 'TY  - ', '\r\nER  - \r\n', '\\input{x}', 'others', 'Al', 'é', 'ʿ'),
      fc.constantFrom(...'سلام«»،؟ـَّ'),
    ),
    maxLength: 24,
  }),
  arabicText(40),
);
/** Of what a title may be once it is one line: something, and not only signs that any reader of these formats trims. */
const line = hostile.map(oneLine);
const said = line.filter((text) => text !== '');
const day = fc.record({
  year: fc.integer({ min: 1000, max: 9999 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});
const references: fc.Arbitrary<Reference> = fc.record({
  id: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/),
  title: fc.record({ ar: said, en: line }),
  author: fc.option(fc.record({ name: fc.record({ ar: said, en: line }), person: fc.boolean() })),
  publisher: fc.record({ ar: said, en: line }),
  published: fc.option(day),
  accessed: day,
  address: fc
    .stringMatching(/^[A-Za-z0-9._~&=!'()*,-]{0,20}$/)
    .map((rest) => `https://isnad.example/a/x/#w=%D8%A7${rest}`),
  words: line,
});

describe('hostile titles, names and words', () => {
  test('BibTeX reads back, every field', () => {
    fc.assert(fc.property(references, expectBibtex), { numRuns: 1000 });
  });
  test('RIS reads back, every field', () => {
    fc.assert(fc.property(references, expectRis), { numRuns: 1000 });
  });
  test('CSL-JSON reads back, every field', () => {
    fc.assert(fc.property(references, expectCsl), { numRuns: 1000 });
  });
  // The parser takes these as they are; TeX does not.
  test.each([
    ['100% & $5 #1', '100\\% \\& \\$5 \\#1'],
    ['a_b^c~d', 'a\\_b\\textasciicircum{}c\\textasciitilde{}d'],
    ['{\\x}', '\\textbraceleft{}\\textbackslash{}x\\textbraceright{}'],
    ["a--b ''c ``d", "a-{}-b '{}'c \\textasciigrave{}\\textasciigrave{}d"],
  ])('%s in TeX', (text, tex) => {
    expect(escapeTex(text)).toBe(tex);
  });
  test('the braces of an entry are even, whatever stands in it', () => {
    fc.assert(
      fc.property(references, (reference) => {
        let depth = 0;
        for (const sign of toBibtex(reference)) {
          if (sign === '{') depth++;
          if (sign === '}') depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });
});
