import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arabicText } from '../../testing/arabic.ts';
import { buildArticle, rangeOf } from '../../testing/article.ts';
import { createLookup } from '../article/lookup.ts';
import { foldText } from '../text/fold.ts';
import { countWords } from '../text/words.ts';
import { filterQuotations, findIn, gatherBySpeaker } from './gather.ts';
import { isImplied, type Quotation } from './quotation.ts';

const article = buildArticle();
const lookup = createLookup(article);
const ids = (quotations: readonly Quotation[]) => quotations.map(({ id }) => id);
const all = { speaker: null, kind: null, verb: null, query: '' } as const;

describe('gatherBySpeaker', () => {
  test('puts every quotation under its speaker, the one with most words first', () => {
    const voices = gatherBySpeaker(lookup, article.quotations);
    expect(voices.map(({ speaker, quotations, words }) => [speaker?.id, ids(quotations), words])).toEqual([
      ['nasir', ['q1', 'q2', 'q4'], 3 + 4 + 2],
      ['sara', ['q3'], 6],
      ['source', ['q5'], 2],
    ]);
  });

  test('tells the part of the article that is theirs', () => {
    const total = article.blocks.reduce((sum, { text }) => sum + countWords(text), 0);
    expect(gatherBySpeaker(lookup, article.quotations)[0]?.share).toBeCloseTo(9 / total);
  });

  test('keeps text order, however the file has them', () => {
    const [nasir] = gatherBySpeaker(lookup, [...article.quotations].reverse());
    expect(ids(nasir?.quotations ?? [])).toEqual(['q1', 'q2', 'q4']);
  });

  test('counts words under two quotations of one speaker once', () => {
    const changed = buildArticle();
    for (const quotation of changed.quotations) quotation.speaker = 'nasir';
    const [voice] = gatherBySpeaker(createLookup(changed), changed.quotations);
    // q4 stands inside q3: its two words are already counted.
    expect(voice?.words).toBe(3 + 4 + 6 + 2);
  });

  test('and words where two of them cross', () => {
    const changed = buildArticle();
    const [first, second] = changed.quotations;
    if (first && second) {
      first.contents = [{ ...rangeOf('p1', 'أنّ الحوار مستمر') }];
      second.contents = [{ ...rangeOf('p1', 'الحوار مستمر في دمشق') }];
      changed.quotations = [first, second];
    }
    expect(gatherBySpeaker(createLookup(changed), changed.quotations)[0]?.words).toBe(5);
  });

  test('what nobody said comes last, though it is long; an unknown speaker is nobody', () => {
    const changed = buildArticle();
    for (const quotation of changed.quotations) if (quotation.speaker === 'nasir') quotation.speaker = null;
    changed.quotations.forEach((quotation) => {
      if (quotation.id === 'q3') quotation.speaker = 'stranger';
    });
    const voices = gatherBySpeaker(createLookup(changed), changed.quotations);
    expect(voices.map(({ speaker, quotations }) => [speaker?.id ?? null, ids(quotations)])).toEqual([
      ['source', ['q5']],
      [null, ['q1', 'q2', 'q3', 'q4']],
    ]);
  });

  test('no quotation, no voice; no word, no share', () => {
    expect(gatherBySpeaker(lookup, [])).toEqual([]);
    const changed = buildArticle();
    for (const block of changed.blocks) block.text = '';
    expect(gatherBySpeaker(createLookup(changed), changed.quotations).map(({ share }) => share)).toEqual([0, 0, 0]);
  });
});

describe('filterQuotations', () => {
  test.each([
    [{}, ['q1', 'q2', 'q3', 'q4', 'q5']],
    [{ speaker: 'nasir' }, ['q1', 'q2', 'q4']],
    [{ speaker: 'nobody' }, []],
    [{ kind: 'direct' as const }, ['q4']],
    [{ verb: 'say' as const }, ['q1', 'q3', 'q4']],
    [{ about: 'nasir' }, ['q3']],
    [{ about: null }, ['q1', 'q2', 'q3', 'q4', 'q5']],
    [{ speaker: 'nasir', verb: 'say' as const, kind: 'mixed' as const }, ['q1']],
    [{ query: 'الطريق' }, ['q3', 'q4']],
    [{ query: '  هُدنه ' }, ['q1']],
    [{ query: 'اضاف' }, ['q2']],
    [{ query: 'سارة' }, ['q3']],
    [{ query: 'احمد ناصر' }, ['q1']],
    [{ query: 'تركيا' }, []],
    [{ query: 'وأضاف' }, []],
    // Marks alone ask for nothing.
    [{ query: '\u064e' }, ['q1', 'q2', 'q3', 'q4', 'q5']],
  ])('%j lets %j pass', (filter, passed) => {
    expect(ids(filterQuotations(lookup, { ...all, ...filter }))).toEqual(passed);
  });

  test('in text order, the outer one before what stands at its beginning', () => {
    const changed = buildArticle();
    const [first] = changed.quotations;
    if (first) first.contents = [{ ...rangeOf('p2', 'عن ناصر') }];
    expect(ids(filterQuotations(createLookup(changed), all))).toEqual(['q2', 'q3', 'q1', 'q4', 'q5']);
    changed.quotations.reverse();
    expect(ids(filterQuotations(createLookup(changed), all))).toEqual(['q2', 'q3', 'q1', 'q4', 'q5']);
  });
});

describe('findIn', () => {
  test.each([
    ['كِتَابٌ وكتاب', 'كتاب', ['كِتَابٌ', 'كتاب']],
    ['أحمد وإحمد', 'احمد', ['أحمد', 'إحمد']],
    ['ااا', 'اا', ['اا']],
    ['عام ٢٠١٧', '2017', ['٢٠١٧']],
    ['قال', '', []],
    ['قال', '  ', []],
    ['', 'قال', []],
  ])('in «%s» «%s» stands as %j', (words, query, found) => {
    expect(findIn(words, query).map(({ start, end }) => words.slice(start, end))).toEqual(found);
  });

  test('what is found folds to what was asked, and nothing is found twice', () => {
    fc.assert(
      fc.property(arabicText(), arabicText(3), (words, query) => {
        let reached = 0;
        for (const { start, end } of findIn(words, query)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(foldText(words.slice(start, end), 'loose')).toBe(foldText(query.trim(), 'loose'));
          reached = end;
        }
      }),
    );
  });
});

test('a speaker who is only in the verb is implied', () => {
  const [quotation] = article.quotations;
  expect(isImplied(quotation as Quotation)).toBe(false);
  expect(isImplied({ ...(quotation as Quotation), source: null })).toBe(true);
});
