import { describe, expect, test } from 'vitest';
import { buildMet } from '../../testing/words.ts';
import { readTable } from '../formats/csv/cells.ts';
import { articlesOf, findWords, type Wanted } from './find.ts';
import { columns, writeWordTable } from './rows.ts';
import { partsOf } from './sentence.ts';
import { listed, type ListedWord, MOST_PLACES, MOST_SENTENCE } from './word.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 10, minute)).toISOString();
const all: Wanted = { article: null, state: 'all', search: '', order: 'last' };

describe('a word that is looked up', () => {
  test('is listed with its place; again, it counts and comes to the front once', () => {
    const once = listed(null, buildMet(), at(1));
    expect(once).toMatchObject({ key: 'noun مُحادَثَة', count: 1, known: false, first: at(1), last: at(1) });
    const elsewhere = buildMet({ article: { id: 'other', title: 'نصّ آخر' } });
    const twice = listed({ ...once, known: true }, elsewhere, at(2));
    expect(twice).toMatchObject({ count: 2, known: true, first: at(1), last: at(2) });
    expect(twice.places.map(({ article }) => article)).toEqual(['other', 'ceasefire']);
    const thrice = listed(twice, buildMet(), at(3), 0);
    expect(thrice.count).toBe(2);
    expect(thrice.places.map(({ article }) => article)).toEqual(['ceasefire', 'other']);
  });

  test('keeps no more places than it may', () => {
    let word: ListedWord | null = null;
    for (let turn = 0; turn < MOST_PLACES + 5; turn++) {
      const { range } = buildMet();
      word = listed(word, buildMet({ range: { ...range, block: `p${turn}` } }), at(turn));
    }
    expect(word?.places).toHaveLength(MOST_PLACES);
    expect(word?.places[0].range.block).toBe(`p${MOST_PLACES + 4}`);
  });

  test.each([0, 3, 400, 5000])('is found in its sentence where that is long (%i words before it)', (before) => {
    const words = `${'كلمة '.repeat(before)}المحادثاتِ، ${'كلمة '.repeat(5000 - before)}`;
    const start = before * 5;
    const { places } = listed(
      null,
      buildMet({
        range: { block: 'p2', start, end: start + 10, words: 'المحادثاتِ' },
        sentence: { block: 'p2', start: 0, end: words.length, words },
      }),
      at(1),
    );
    expect(places[0].sentence.length).toBeLessThanOrEqual(MOST_SENTENCE + 10);
    expect(partsOf(places[0])[1]).toBe('المحادثاتِ،');
    expect(partsOf(places[0])[0]).toMatch(/^(كلمة )*$/);
  });

  test('that is a name no list knows has its Latin letters for a gloss', () => {
    const met = buildMet({}, { english: [] });
    expect(listed(null, { ...met, reading: { ...met.reading, latin: 'Blaskhart' } }, at(1)).english).toEqual([
      'Blaskhart',
    ]);
  });
});

describe('the list', () => {
  const talk = listed(null, buildMet(), at(1));
  const said = listed(
    listed(
      null,
      buildMet(
        { range: { block: 'p10', start: 10, end: 13, words: 'قال' } },
        { lemma: 'قالَ', pos: 'verb', root: 'ق و ل', english: ['say'], arabic: '', band: 7 },
      ),
      at(2),
    ),
    buildMet(
      { article: { id: 'other', title: 'أخبار' }, range: { block: 'p1', start: 10, end: 13, words: 'وقالت' } },
      { lemma: 'قالَ', pos: 'verb', root: 'ق و ل', english: ['say'], arabic: '', band: 7 },
    ),
    at(3),
  );
  const words = [talk, { ...said, known: true }];
  const found = (wanted: Partial<Wanted>) => findWords(words, { ...all, ...wanted }).map(({ word }) => word.lemma);

  test('is narrowed by article, by what is known, by letters of any of it', () => {
    expect(found({})).toEqual(['قالَ', 'مُحادَثَة']);
    expect(found({ article: 'ceasefire' })).toEqual(['قالَ', 'مُحادَثَة']);
    expect(findWords(words, { ...all, article: 'ceasefire' })[0]?.place.range.words).toBe('قال');
    expect(found({ article: 'other' })).toEqual(['قالَ']);
    expect(found({ state: 'known' })).toEqual(['قالَ']);
    expect(found({ state: 'unknown' })).toEqual(['مُحادَثَة']);
    const searches = ['محادثه', 'TALK', 'حوار', 'المحادثات', 'ح د ث', 'حدث'];
    expect(searches.map((search) => found({ search }))).toEqual(searches.map(() => ['مُحادَثَة']));
    expect(found({ search: 'لا شيء' })).toEqual([]);
  });

  test('is put in order', () => {
    expect(found({ order: 'alphabet' })).toEqual(['قالَ', 'مُحادَثَة']);
    expect(found({ order: 'count' })).toEqual(['قالَ', 'مُحادَثَة']);
    expect(found({ order: 'band' })).toEqual(['قالَ', 'مُحادَثَة']);
    // p2 before p10.
    expect(found({ order: 'place', article: 'ceasefire' })).toEqual(['مُحادَثَة', 'قالَ']);
  });

  test('knows its articles', () => {
    expect(articlesOf(words)).toEqual([
      { id: 'other', title: 'أخبار' },
      { id: 'ceasefire', title: 'الهدنة' },
    ]);
  });

  test('as a table has no formula, and a byte order mark where it is asked for', () => {
    const trap = listed(
      null,
      buildMet({ article: { id: 'x', title: '=cmd|calc' } }, { english: ['@SUM(A1)'], arabic: '+1' }),
      at(1),
    );
    const heads = Object.fromEntries(columns.map((column) => [column, column])) as Record<
      (typeof columns)[number],
      string
    >;
    const write = (mark: boolean) =>
      writeWordTable(findWords([trap], all), { heads, known: ['نعم', 'لا'], linkOf: () => 'https://x/', mark });
    expect(write(true).startsWith('\ufeffword,')).toBe(true);
    const [head, row] = readTable(write(false)) ?? [];
    expect(head).toEqual([...columns]);
    expect(row).toEqual([
      'المحادثاتِ',
      'المُحادَثاتِ',
      'مُحادَثَة',
      'ح د ث',
      "'@SUM(A1)",
      "'+1",
      'قال الوزير إنّ المحادثاتِ تبدأ غدًا.',
      "'=cmd|calc",
      'https://x/',
      'لا',
      '1',
      at(1),
      at(1),
    ]);
  });
});
