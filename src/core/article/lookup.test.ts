import { describe, expect, test } from 'vitest';
import { buildArticle, rangeOf } from '../../testing/article.ts';
import { createLookup } from './lookup.ts';

const lookup = createLookup(buildArticle());
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('an article with its shelves built', () => {
  test('finds blocks, entities, quotations and entries by id, and nothing by an id that is not there', () => {
    expect(lookup.block('p1')?.type).toBe('paragraph');
    expect(lookup.entity('nasir')?.name.en).toBe('Ahmad Nasir');
    expect(lookup.quotation('q4')?.kind).toBe('direct');
    expect(lookup.entry('hudna')?.root).toBe('ه د ن');
    for (const id of ['', 'nobody', 'constructor', '__proto__', 'toString']) {
      expect(lookup.block(id) ?? lookup.entity(id) ?? lookup.quotation(id) ?? lookup.entry(id)).toBeUndefined();
      expect(lookup.mentionsOf(id)).toEqual([]);
      expect(lookup.notes(id)).toEqual({ mentions: [], pieces: [], glossary: [] });
    }
  });

  test('knows the order of the blocks', () => {
    expect(['h1', 'p1', 'p2', 'p9'].map(lookup.order)).toEqual([0, 1, 2, -1]);
  });

  test('tells who speaks, about whom, and inside of what', () => {
    expect(ids(lookup.spokenBy('nasir'))).toEqual(['q1', 'q2', 'q4']);
    expect(ids(lookup.spokenAbout('nasir'))).toEqual(['q3']);
    expect(ids(lookup.nestedIn('q3'))).toEqual(['q4']);
    expect(lookup.spokenBy('damascus')).toEqual([]);
  });

  test('gives mentions in text order, however the file has them', () => {
    const article = buildArticle();
    article.mentions.reverse();
    expect(ids(createLookup(article).mentionsOf('nasir'))).toEqual(['m1', 'm3', 'm4', 'm7']);
  });

  test('gives the longer one first where two begin together', () => {
    const article = buildArticle();
    article.mentions.push({ id: 'm9', entity: 'nasir', range: { ...rangeOf('p1', 'ناصر أنّ الحوار') } });
    expect(ids(createLookup(article).mentionsOf('nasir'))).toEqual(['m1', 'm3', 'm9', 'm4', 'm7']);
  });

  test('gives everything that is said about a block, in text order', () => {
    const { mentions, pieces, glossary } = lookup.notes('p2');
    expect(ids(mentions)).toEqual(['m6', 'm7', 'm8']);
    expect(pieces.map(({ quotation, role }) => `${quotation.id} ${role}`)).toEqual([
      'q3 cue',
      'q3 source',
      'q3 content',
      'q4 source',
      'q4 cue',
      'q4 content',
      'q5 content',
      'q5 cue',
      'q5 source',
    ]);
    expect(glossary).toEqual([]);
    expect(lookup.notes('p1').glossary.map(({ entry, occurrence }) => [entry.id, occurrence])).toEqual([['hudna', 0]]);
  });

  test('counts the occurrences of a glossary entry from the file, though a block shows one', () => {
    const article = buildArticle();
    article.glossary[0]?.occurrences.push({ ...rangeOf('p2', 'الطريق') });
    expect(createLookup(article).notes('p2').glossary[0]?.occurrence).toBe(1);
  });

  test('finds the quotations at an offset, the innermost first; a cue is not content', () => {
    const inner = rangeOf('p2', 'الطريق');
    expect(ids(lookup.quotationsAt('p2', inner.start))).toEqual(['q4', 'q3']);
    expect(ids(lookup.quotationsAt('p2', rangeOf('p2', 'عن ناصر').start))).toEqual(['q3']);
    expect(lookup.quotationsAt('p2', rangeOf('p2', 'نقلت').start)).toEqual([]);
    const content = rangeOf('p2', '«الطريق طويل»');
    expect(lookup.quotationsAt('p2', content.end)).toEqual([]);
    expect(ids(lookup.quotationsAt('p2', content.end - 1))).toEqual(['q4', 'q3']);
    expect(lookup.quotationsAt('p9', 0)).toEqual([]);
  });
});
