import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { buildArticle, rangeOf } from '../../testing/article.ts';
import type { Article } from '../article/article.ts';
import { verifyArticle } from '../dataset/verify.ts';
import { correct, correctionOf, type Wanted } from './correct.ts';
import { type Correction, correctionsSchema } from './correction.ts';

const MADE = '2026-11-25T16:00:00Z';

/** The small article as an engine would have made it. */
function machine(): Article {
  const article = buildArticle();
  return {
    ...article,
    quotations: article.quotations.map((quotation) => ({
      ...quotation,
      provenance: { by: 'rule', rule: 'verb', confidence: 0.8 },
    })),
  };
}

/** What a reader does one after another, each seeing what the one before has left. */
function corrected(base: Article, ...wanted: readonly Wanted[]) {
  const made: Correction[] = [];
  for (const one of wanted) {
    const next = correctionOf(correct(base, made).article, one, `c${made.length + 1}`, MADE);
    if (next) made.push(next);
  }
  return { made, ...correct(base, made) };
}
const find = (article: Article, id: string) => article.quotations.find((one) => one.id === id);
const hows = (outcomes: readonly { readonly how: string }[]) => outcomes.map(({ how }) => how);

describe('corrections', () => {
  test('another speaker: somebody of the text, somebody new, nobody', () => {
    const { article, outcomes } = corrected(
      machine(),
      { kind: 'speaker', quotation: 'q1', speaker: { entity: 'sara' } },
      { kind: 'speaker', quotation: 'q2', speaker: { name: ' متحدّث ' } },
      { kind: 'speaker', quotation: 'q5', speaker: null },
    );
    expect(hows(outcomes)).toEqual(['made', 'made', 'made']);
    expect(find(article, 'q1')).toMatchObject({ speaker: 'sara', provenance: { by: 'reader' }, reason: { ar: '' } });
    const fresh = article.entities.find(({ id }) => id === find(article, 'q2')?.speaker);
    expect(fresh).toMatchObject({ name: { ar: 'متحدّث' }, named: false });
    expect(find(article, 'q5')?.speaker).toBeNull();
    // Who spoke that alone, and is named nowhere, has no part in the text any more.
    expect(article.entities.some(({ id }) => id === 'source')).toBe(false);
    expect(verifyArticle(article)).toEqual([]);
  });

  test('other edges, and not a quotation', () => {
    const contents = [rangeOf('p1', 'الحوار مستمر')];
    const { article } = corrected(
      machine(),
      { kind: 'edges', quotation: 'q2', contents },
      { kind: 'notQuotation', quotation: 'q3' },
    );
    expect(find(article, 'q2')?.contents).toEqual(contents);
    expect(find(article, 'q3')).toBeUndefined();
    expect(find(article, 'q4')?.parent).toBeNull();
    expect(verifyArticle(article)).toEqual([]);
  });

  test('entities: merged, split, of another type, no name', () => {
    const { article, outcomes } = corrected(
      machine(),
      { kind: 'split', mention: 'm7' },
      { kind: 'merge', entity: 'sara', into: 'nasir' },
      { kind: 'type', entity: 'damascus', type: 'event' },
      { kind: 'notName', mention: 'm8' },
    );
    expect(hows(outcomes)).toEqual(['made', 'made', 'made', 'made']);
    const split = article.mentions.find(({ id }) => id === 'm7')?.entity;
    expect(split).not.toBe('nasir');
    expect(find(article, 'q3')?.speaker).toBe('nasir');
    expect(article.entities.find(({ id }) => id === 'damascus')?.type).toBe('event');
    expect(article.mentions.some(({ id }) => id === 'm8')).toBe(false);
    expect(article.entities.find(({ id }) => id === 'shamkhani')).toMatchObject({ named: false, aliases: [] });
    expect(verifyArticle(article)).toEqual([]);
  });

  test('what is not in the article is no correction', () => {
    const article = machine();
    for (const wanted of [
      { kind: 'speaker', quotation: 'nothing', speaker: null },
      { kind: 'speaker', quotation: 'q1', speaker: { entity: 'nobody' } },
      { kind: 'speaker', quotation: 'q1', speaker: { name: ' ' } },
      { kind: 'edges', quotation: 'q1', contents: [] },
      { kind: 'merge', entity: 'sara', into: 'sara' },
      { kind: 'split', mention: 'nothing' },
    ] satisfies Wanted[])
      expect(correctionOf(article, wanted, 'c1', MADE)).toBeNull();
  });
});

describe('made again after another analysis', () => {
  /** The same text by another engine: other ids, other edges, one quotation not found. */
  function later(change: (article: Article) => Article = (one) => one): Article {
    const text = JSON.stringify(machine()).replaceAll(/"(nasir|sara|shamkhani|damascus|source)"(?!:)/g, '"x-$1"');
    const article = JSON.parse(text.replaceAll(/"(q|m)(\d)"/g, '"$19$2"')) as Article;
    return change(article);
  }
  const wanted: readonly Wanted[] = [
    { kind: 'speaker', quotation: 'q1', speaker: { entity: 'sara' } },
    { kind: 'edges', quotation: 'q2', contents: [rangeOf('p1', 'الحوار مستمر')] },
    { kind: 'notQuotation', quotation: 'q5' },
    { kind: 'merge', entity: 'sara', into: 'nasir' },
    { kind: 'type', entity: 'damascus', type: 'event' },
  ];

  test('under other ids', () => {
    const { made } = corrected(machine(), ...wanted);
    const { article, outcomes } = correct(later(), made);
    expect(hows(outcomes)).toEqual(['made', 'made', 'made', 'made', 'made']);
    expect(find(article, 'q91')?.speaker).toBe('x-nasir');
    expect(find(article, 'q92')?.contents[0]?.words).toBe('الحوار مستمر');
    expect(find(article, 'q95')).toBeUndefined();
    expect(article.entities.find(({ id }) => id === 'x-damascus')?.type).toBe('event');
    expect(verifyArticle(article)).toEqual([]);
  });

  test('a quotation that is not found any more is brought back; what the engine learned is agreed upon', () => {
    const { made } = corrected(machine(), ...wanted.slice(0, 3));
    const { article, outcomes } = correct(
      later((one) => ({ ...one, quotations: one.quotations.filter(({ id }) => id !== 'q91' && id !== 'q95') })),
      made,
    );
    expect(hows(outcomes)).toEqual(['restored', 'made', 'agreed']);
    const back = article.quotations.find(({ contents }) => contents[0]?.words === 'الهدنة «خطوة مهمة»');
    expect(back).toMatchObject({ speaker: 'x-sara', provenance: { by: 'reader' }, kind: 'mixed' });
    expect(verifyArticle(article)).toEqual([]);
  });

  test('a quotation whose edges the engine moved is the same one', () => {
    const { made } = corrected(machine(), { kind: 'speaker', quotation: 'q1', speaker: { entity: 'sara' } });
    const { article, outcomes } = correct(
      later((one) => ({
        ...one,
        quotations: one.quotations.map((quotation) =>
          quotation.id === 'q91' ? { ...quotation, contents: [rangeOf('p1', 'الهدنة «خطوة مهمة')] } : quotation,
        ),
      })),
      made,
    );
    expect(hows(outcomes)).toEqual(['made']);
    expect(find(article, 'q91')?.speaker).toBe('x-sara');
  });

  test('words that are gone are told as lost, and nothing is done to a look-alike', () => {
    const { made } = corrected(machine(), { kind: 'speaker', quotation: 'q1', speaker: { entity: 'sara' } });
    const other = buildArticle();
    const blocks = [{ id: 'p9', type: 'paragraph', gap: 0, text: 'نصّ آخر لا صلة له بما سبق من كلام.' }] as const;
    const bare: Article = { ...other, blocks, mentions: [], quotations: [], glossary: [], entities: [], chain: [] };
    expect(correct(bare, made)).toMatchObject({ outcomes: [{ how: 'lost' }], article: { quotations: [] } });
  });
});

test('whatever is corrected, the article can be trusted, the record is of the shape that is kept, and twice is once', () => {
  const ids = (...all: string[]) => fc.constantFrom(...all);
  const quotation = ids('q1', 'q2', 'q3', 'q4', 'q5', 'q6');
  const entity = ids('nasir', 'sara', 'shamkhani', 'damascus', 'source', 'agency', 'e1', 'e2');
  const mention = ids('m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8');
  const contents = fc.constantFrom(
    rangeOf('p1', 'الهدنة'),
    rangeOf('p1', 'الحوار مستمر في دمشق'),
    rangeOf('p2', 'الطريق طويل'),
    rangeOf('p2', 'شمخاني غادر، بحسب'),
  );
  const wanted: fc.Arbitrary<Wanted> = fc.oneof(
    fc.record({
      kind: fc.constant('speaker' as const),
      quotation,
      speaker: fc.oneof(fc.constant(null), fc.record({ entity }), fc.record({ name: ids('متحدّث', 'سارة') })),
    }),
    fc.record({ kind: fc.constant('edges' as const), quotation, contents: fc.array(contents, { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('notQuotation' as const), quotation }),
    fc.record({ kind: fc.constant('merge' as const), entity, into: entity }),
    fc.record({ kind: fc.constantFrom('split' as const, 'notName' as const), mention }),
    fc.record({ kind: fc.constant('type' as const), entity, type: fc.constantFrom('group' as const, 'work' as const) }),
  );
  fc.assert(
    fc.property(fc.array(wanted, { maxLength: 12 }), (all) => {
      const { made, article } = corrected(machine(), ...all);
      expect(verifyArticle(article)).toEqual([]);
      expect(v.parse(correctionsSchema, JSON.parse(JSON.stringify(made)))).toEqual(made);
      expect(correct(machine(), made).article).toEqual(article);
    }),
  );
});
