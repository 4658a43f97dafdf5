import { describe, expect, test } from 'vitest';
import { buildArticle, type Mutable, say } from '../../testing/article.ts';
import type { Entity } from '../article/article.ts';
import { composeArticle, type Draft } from './compose.ts';
import { verifyArticle } from './verify.ts';

const article = buildArticle();

/** What an author would write to get {@link buildArticle}: words instead of offsets. */
function buildDraft(): Mutable<Draft> {
  const find: Readonly<Record<string, readonly string[]>> = {
    nasir: ['ناصر', 'أحمد ناصر'],
    sara: ['سارة'],
    shamkhani: ['شمخاني'],
    damascus: ['دمشق'],
  };
  const draft: Draft = {
    ...article,
    entities: article.entities.map(({ aliases: _aliases, ...entity }) => ({ ...entity, find: find[entity.id] ?? [] })),
    quotations: article.quotations.map(({ contents, cue, source, provenance: _provenance, ...quotation }) => {
      const nth = source?.words === 'ناصر' && source.block === 'p1' ? { nth: 2 } : {};
      const [main, ...rest] = cue.map(({ block, words }) => ({ block, words }));
      return {
        ...quotation,
        contents: contents.map(({ block, words }) => ({ block, words })),
        cue: main ?? null,
        cueRest: rest,
        source: source && { block: source.block, words: source.words, ...nth },
      };
    }),
    glossary: article.glossary.map(({ occurrences: _occurrences, ...entry }) => ({ ...entry, find: ['الهدنة'] })),
  };
  return structuredClone(draft) as Mutable<Draft>;
}

/** The mentions found for one entity in a text of one block. */
function mentionsIn(text: string, entity: Pick<Entity, 'id'> & Omit<Partial<Draft['entities'][number]>, 'id'>) {
  const draft = buildDraft();
  draft.blocks = [{ id: 'p1', type: 'paragraph', gap: 0, text }];
  draft.quotations = [];
  draft.glossary = [];
  draft.entities = [{ ...draft.entities[0], ...entity } as Mutable<Draft['entities'][number]>];
  draft.chain = [];
  const composed = composeArticle(draft);
  return {
    found: composed.article.mentions.map(({ range }) => `${range.start} ${range.words}`),
    aliases: composed.article.entities[0]?.aliases,
    problems: composed.problems,
  };
}

test('a draft of words becomes the article of offsets', () => {
  const composed = composeArticle(buildDraft());
  expect(composed.problems).toEqual([]);
  expect(verifyArticle(composed.article)).toEqual([]);
  // Aliases come in the order in which they are found: the longest form first.
  expect(composed.article).toEqual(article);
});

test('what an author may leave out is filled with nothing', () => {
  const draft = buildDraft();
  delete draft.notice;
  delete draft.author;
  delete draft.published;
  delete draft.chain;
  for (const quotation of draft.quotations) {
    delete quotation.addressee;
    delete quotation.about;
    delete quotation.parent;
    delete quotation.via;
    quotation.verb = null;
  }
  const { article, problems } = composeArticle(draft);
  expect(problems).toEqual([]);
  expect(article).toMatchObject({ notice: null, author: null, published: null, original: null, chain: [] });
  expect(article.quotations[0]).toMatchObject({
    addressee: null,
    about: [],
    parent: null,
    via: [],
    verb: { lemma: null, class: 'mark' },
  });
});

describe('forms are found', () => {
  test.each([
    ['bare', 'وصل إلى دمشق', ['دمشق'], ['8 دمشق']],
    ['after attached letters, which stay outside', 'وبدمشق ولدمشق', ['دمشق'], ['2 دمشق', '9 دمشق']],
    ['before a sign', '«دمشق»، دمشق.', ['دمشق'], ['1 دمشق', '8 دمشق']],
    ['with tashkeel in the text', 'في دِمَشْقَ اليوم', ['دمشق'], ['3 دِمَشْقَ']],
    ['with tashkeel in the form', 'في دمشق', ['دِمَشْق'], ['3 دمشق']],
    [
      'the longest first, and no part of it again',
      'علي مملوك ثم مملوك',
      ['مملوك', 'علي مملوك'],
      ['0 علي مملوك', '13 مملوك'],
    ],
  ])('%s', (_, text, find, found) => {
    expect(mentionsIn(text, { id: 'x', find })).toMatchObject({ found, problems: [] });
  });

  test.each([
    ['inside another word', 'الدمشقي', ['دمشق']],
    ['after letters that are no attached ones', 'ردمشق', ['دمشق']],
    ['with other letters', 'ابراهيم', ['إبراهيم']],
    ['with an ending', 'دمشقية', ['دمشق']],
    ['where there is no form', 'دمشق', ['']],
  ])('not %s, and the author is told', (_, text, find) => {
    expect(mentionsIn(text, { id: 'x', find })).toEqual({
      found: [],
      aliases: [],
      problems: [`entities/x: form never found: «${find[0]}»`],
    });
  });

  test('not where the author says to skip', () => {
    const skip = [{ block: 'p1', words: 'ناصر', nth: 2 }];
    expect(mentionsIn('ناصر وناصر وناصر', { id: 'x', find: ['ناصر'], skip }).found).toEqual(['0 ناصر', '12 ناصر']);
  });

  test('and where the author points to', () => {
    const mentions = [{ block: 'p1', words: 'الرجل' }];
    expect(mentionsIn('قال ناصر إن الرجل', { id: 'x', find: ['ناصر'], mentions })).toEqual({
      found: ['4 ناصر', '12 الرجل'],
      aliases: ['ناصر', 'الرجل'],
      problems: [],
    });
  });
});

describe('the author is told of', () => {
  const problemsOf = (change: (draft: Mutable<Draft>) => void) => {
    const draft = buildDraft();
    change(draft);
    return composeArticle(draft).problems;
  };
  const cueOf = (cue: { block: string; words: string; nth?: number }) => (draft: Mutable<Draft>) => {
    const [quotation] = draft.quotations;
    if (quotation) quotation.cue = cue;
  };

  test.each([
    ['words that are not there', { block: 'p1', words: 'صرّح' }, 'quotations/q1/cue/0: not found in p1: «صرّح» (1)'],
    ['a block that is not there', { block: 'p9', words: 'قال' }, 'quotations/q1/cue/0: not found in p9: «قال» (1)'],
    ['a place too many', { block: 'p1', words: 'ناصر', nth: 3 }, 'quotations/q1/cue/0: not found in p1: «ناصر» (3)'],
    [
      'a place counted from 0',
      { block: 'p1', words: 'ناصر', nth: 0 },
      'quotations/q1/cue/0: not found in p1: «ناصر» (0)',
    ],
    ['no words', { block: 'p1', words: '' }, 'quotations/q1/cue/0: not found in p1: «» (1)'],
    ['marks without a letter', { block: 'p1', words: '\u064e' }, 'quotations/q1/cue/0: not found in p1: «\u064e» (1)'],
  ])('%s', (_, cue, problem) => {
    expect(problemsOf(cueOf(cue))).toEqual([problem]);
  });

  test('nothing, where tashkeel alone differs', () => {
    expect(problemsOf(cueOf({ block: 'p1', words: 'قَالَ' }))).toEqual([]);
  });

  test('a link whose words are not there', () => {
    expect(
      problemsOf((draft) => {
        draft.chain = [{ role: 'agency', entity: 'agency', range: { block: 'h1', words: 'سانا' }, note: say('x') }];
      }),
    ).toEqual(['chain/0: not found in h1: «سانا» (1)']);
  });
});
