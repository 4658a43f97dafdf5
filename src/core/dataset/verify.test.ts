import { describe, expect, test } from 'vitest';
import { buildArticle, type Mutable, rangeOf } from '../../testing/article.ts';
import type { Article } from '../article/article.ts';
import type { Quotation } from '../quotation/quotation.ts';
import { type ArticleFault, verifyArticle } from './verify.ts';

type Draft = Mutable<Article>;
type Change = (article: Draft) => void;

/** The item of that id, which the test is about to break. */
function the<Item extends { id: string }>(items: Item[], id: string): Item {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

const rows: readonly (readonly [string, ArticleFault['kind'], string, Change])[] = [
  [
    'a range that ends behind its block',
    'outOfBounds',
    'mentions/m5',
    ({ mentions }) => (the(mentions, 'm5').range.end = 9999),
  ],
  [
    'a range without a letter',
    'empty',
    'quotations/q1/cue/0',
    ({ quotations }) => (the(quotations, 'q1').cue[0] = { block: 'p1', start: 3, end: 3, words: '' }),
  ],
  [
    'a range that is one letter off',
    'words',
    'quotations/q2/contents/0',
    ({ quotations }) => {
      const [piece] = the(quotations, 'q2').contents;
      if (!piece) return;
      piece.start += 1;
      piece.end += 1;
    },
  ],
  [
    'a text that was edited under its ranges',
    'words',
    'mentions/m5',
    ({ blocks }) => (the(blocks, 'p1').text = ` ${the(blocks, 'p1').text}`),
  ],
  [
    'words that are not those of the text',
    'words',
    'mentions/m8',
    ({ mentions }) => (the(mentions, 'm8').range.words = 'شمحاني'),
  ],
  [
    'a range that tears a shadda from its letter',
    'splitsCharacter',
    'quotations/q1/contents/0',
    ({ quotations }) => {
      const { start, words } = rangeOf('p1', 'إن');
      the(quotations, 'q1').contents[0] = { block: 'p1', start, end: start + 2, words };
    },
  ],
  [
    'a range in a block that is not there',
    'unknownBlock',
    'glossary/hudna/occurrences/0',
    ({ glossary }) => {
      const [place] = the(glossary, 'hudna').occurrences;
      if (place) place.block = 'p9';
    },
  ],
  [
    'a source in a block that is not there',
    'unknownBlock',
    'quotations/q1/source',
    ({ quotations }) => {
      const { source } = the(quotations, 'q1');
      if (source) source.block = 'p9';
    },
  ],
  ['a mention of nobody', 'unknownEntity', 'mentions/m8', ({ mentions }) => (the(mentions, 'm8').entity = 'nobody')],
  [
    'a speaker who is nobody',
    'unknownEntity',
    'quotations/q1/speaker',
    ({ quotations }) => (the(quotations, 'q1').speaker = 'nobody'),
  ],
  [
    'an addressee who is nobody',
    'unknownEntity',
    'quotations/q1/addressee',
    ({ quotations }) => (the(quotations, 'q1').addressee = 'nobody'),
  ],
  [
    'somebody spoken about who is nobody',
    'unknownEntity',
    'quotations/q2/about',
    ({ quotations }) => the(quotations, 'q2').about.push('nobody'),
  ],
  [
    'a link of a quotation to nobody',
    'unknownEntity',
    'quotations/q4/via/0',
    ({ quotations }) => {
      const [link] = the(quotations, 'q4').via;
      if (link) link.entity = 'nobody';
    },
  ],
  [
    'a link of the article to nobody',
    'unknownEntity',
    'chain/0',
    ({ chain }) => {
      const [link] = chain;
      if (link) link.entity = 'nobody';
    },
  ],
  [
    'a link whose words are not in the text',
    'words',
    'chain/0',
    ({ chain }) => {
      const [link] = chain;
      if (link) link.range = { block: 'h1', start: 0, end: 4, words: 'سانا' };
    },
  ],
  [
    'a parent that is not there',
    'unknownQuotation',
    'quotations/q4/parent',
    ({ quotations }) => (the(quotations, 'q4').parent = 'q9'),
  ],
  [
    'a quotation inside itself',
    'selfParent',
    'quotations/q4/parent',
    ({ quotations }) => (the(quotations, 'q4').parent = 'q4'),
  ],
  [
    'two quotations, each inside the other',
    'selfParent',
    'quotations/q3/parent',
    ({ quotations }) => (the(quotations, 'q3').parent = 'q4'),
  ],
  [
    'a quotation that hangs on such a ring',
    'selfParent',
    'quotations/q5/parent',
    ({ quotations }) => {
      the(quotations, 'q3').parent = 'q4';
      the(quotations, 'q5').parent = 'q3';
    },
  ],
  [
    'two blocks of one id',
    'duplicateId',
    'blocks/p2',
    ({ blocks }) => blocks.push({ id: 'p2', type: 'paragraph', gap: 1, text: the(blocks, 'p2').text }),
  ],
  [
    'two entities of one id',
    'duplicateId',
    'entities/sara',
    ({ entities }) => entities.push(structuredClone(the(entities, 'sara'))),
  ],
  [
    'two mentions of one id',
    'duplicateId',
    'mentions/m1',
    ({ mentions }) => mentions.push(structuredClone(the(mentions, 'm1'))),
  ],
  [
    'two quotations of one id',
    'duplicateId',
    'quotations/q1',
    ({ quotations }) => quotations.push(structuredClone(the(quotations, 'q1'))),
  ],
  [
    'two glossary entries of one id',
    'duplicateId',
    'glossary/hudna',
    ({ glossary }) => glossary.push(structuredClone(the(glossary, 'hudna'))),
  ],
  [
    'pieces of one block in the wrong order',
    'contentOrder',
    'quotations/q1/contents/1',
    ({ quotations }) => the(quotations, 'q1').contents.push({ ...rangeOf('p1', 'قال') }),
  ],
  [
    'pieces of two blocks in the wrong order',
    'contentOrder',
    'quotations/q1/contents/1',
    ({ quotations }) => the(quotations, 'q1').contents.push({ ...rangeOf('h1', 'يصل') }),
  ],
  [
    'pieces that overlap',
    'contentOrder',
    'quotations/q1/contents/1',
    ({ quotations }) => the(quotations, 'q1').contents.push({ ...rangeOf('p1', 'مهمة»') }),
  ],
  [
    'a form of a name that no alias explains',
    'unresolvedVariant',
    'mentions/m1',
    ({ entities }) => (the(entities, 'nasir').aliases = ['ناصر']),
  ],
  [
    'a gloss of another word than stands there',
    'unresolvedVariant',
    'glossary/hudna/vocalised',
    ({ glossary }) => (the(glossary, 'hudna').vocalised = 'حَرْب'),
  ],
  [
    'an alias that the text does not have',
    'unusedAlias',
    'entities/nasir/aliases',
    ({ entities }) => the(entities, 'nasir').aliases.push('أبو أحمد'),
  ],
  [
    'somebody named whom the text does not mention',
    'missingMention',
    'entities/sara',
    ({ entities, mentions }) => {
      the(entities, 'sara').aliases = [];
      mentions.splice(mentions.indexOf(the(mentions, 'm6')), 1);
    },
  ],
  ['a gloss of nothing', 'noOccurrence', 'glossary/hudna', ({ glossary }) => (the(glossary, 'hudna').occurrences = [])],
];

describe('an article whose shape is right', () => {
  test('can be trusted where nothing is wrong', () => {
    expect(verifyArticle(buildArticle())).toEqual([]);
  });

  test.each(rows)('is refused for %s (%s at %s)', (_, kind, path, change) => {
    const article = buildArticle();
    change(article);
    expect(verifyArticle(article)).toContainEqual({ kind, path, detail: expect.any(String) });
  });

  test('every kind of fault there is has its row', () => {
    const kinds: Record<ArticleFault['kind'], true> = {
      outOfBounds: true,
      empty: true,
      words: true,
      splitsCharacter: true,
      unknownBlock: true,
      unknownEntity: true,
      unknownQuotation: true,
      duplicateId: true,
      contentOrder: true,
      unresolvedVariant: true,
      unusedAlias: true,
      selfParent: true,
      missingMention: true,
      noOccurrence: true,
    };
    expect(new Set(rows.map(([, kind]) => kind))).toEqual(new Set(Object.keys(kinds)));
  });

  // What looks like a fault and is none.
  test.each<[string, Change]>([
    [
      'a mention with tashkeel, its alias without',
      ({ blocks, mentions, quotations }) => {
        the(blocks, 'p2').text += ' شَمْخاني';
        const { end } = the(quotations, 'q5').source ?? { end: 0 };
        mentions.push({
          id: 'm9',
          entity: 'shamkhani',
          range: { block: 'p2', start: end + 2, end: end + 10, words: 'شَمْخاني' },
        });
      },
    ],
    ['an alias with tashkeel, its mention without', ({ entities }) => (the(entities, 'sara').aliases = ['سَارَة'])],
    [
      'a gloss with its article where the text has one, vocalised without',
      ({ glossary }) => (the(glossary, 'hudna').vocalised = 'هُدْنَة'),
    ],
    ['a speaker without a name whom nothing mentions', ({ quotations }) => (the(quotations, 'q5').speaker = null)],
    [
      'a quotation that goes on in the next block',
      ({ quotations }) => the(quotations, 'q1').contents.push({ ...rangeOf('p2', 'الطريق') }),
    ],
    [
      'pieces that touch',
      ({ quotations }) => {
        const { end } = rangeOf('p1', 'الهدنة «خطوة مهمة»');
        the(quotations, 'q1').contents.push({ block: 'p1', start: end, end: end + 1, words: '،' });
      },
    ],
    [
      'an id that every object has',
      ({ entities, mentions, quotations }) => {
        the(entities, 'sara').id = 'constructor';
        the(mentions, 'm6').entity = 'constructor';
        the(quotations, 'q3').speaker = 'constructor';
      },
    ],
  ])('is trusted with %s', (_, change) => {
    const article = buildArticle();
    change(article);
    if (_.startsWith('a mention with tashkeel'))
      article.quotations = article.quotations.filter(({ id }) => id !== 'q5');
    expect(verifyArticle(article)).toEqual([]);
  });

  test('names all faults, each at its place', () => {
    const article = buildArticle();
    article.mentions.push({ id: 'm9', entity: 'nobody', range: { block: 'p9', start: 0, end: 1, words: 'x' } });
    the(article.entities, 'nasir').aliases.push('زعيم');
    expect(verifyArticle(article).map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      'mentions/m9 unknownEntity',
      'mentions/m9 unknownBlock',
      'entities/nasir/aliases unusedAlias',
    ]);
  });

  test('a tower of 20,000 quotations, each inside the one before, is checked without waiting', () => {
    const article = buildArticle();
    const [first] = article.quotations;
    const tower = Array.from(
      { length: 20_000 },
      (_, index): Mutable<Quotation> => ({
        ...structuredClone(first as Mutable<Quotation>),
        id: `t${index}`,
        parent: index === 0 ? null : `t${index - 1}`,
      }),
    );
    article.quotations.push(...tower);
    const began = performance.now();
    expect(verifyArticle(article)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
