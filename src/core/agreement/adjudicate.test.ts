import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticle, type Mutable, rangeOf } from '../../testing/article.ts';
import { buildLayer, renamed } from '../../testing/layers.ts';
import { articleWith, type Layer, type LayerQuotation } from '../annotation/layer.ts';
import { verifyArticle } from '../dataset/verify.ts';
import { type Choice, type Decision, decide, goldLayer, goldNames, type GoldHead } from './adjudicate.ts';
import { compareLayers } from './compare.ts';

const article = buildArticle();
const base = buildLayer('a');
const head: GoldHead = {
  id: 'gold',
  name: 'ذهبية',
  author: null,
  created: '2026-11-25',
  modified: '2026-11-25',
  codebook: null,
};
const quotationOf = (layer: Layer, id: string) =>
  layer.quotations.find((one) => one.id === id) as Mutable<LayerQuotation>;
const other = renamed(
  buildLayer('b', (layer) => {
    quotationOf(layer, 'q1').contents = [rangeOf('p1', 'إنّ الهدنة «خطوة مهمة»')];
    quotationOf(layer, 'q3').kind = 'mixed';
    layer.quotations = layer.quotations.filter(({ id }) => id !== 'q5');
    layer.mentions = layer.mentions.filter(({ id }) => id !== 'm2');
  }),
  'x-',
);
const comparison = compareLayers(article, base, other);
const made = (choices: Readonly<Record<string, Choice>>) =>
  goldLayer(
    comparison,
    Object.entries(choices).map(([item, choice]) => ({ item, choice })),
    head,
  );
const contents = (layer: Layer) => layer.quotations.map(({ id, contents: [first] }) => [id, first?.words]);

describe('goldLayer', () => {
  test('takes what both say and waits for the rest', () => {
    const { layer, open, agreed, decided } = made({});
    expect(layer.kind).toBe('gold');
    expect(layer.quotations.map(({ id }) => id)).toEqual(['q2', 'q4']);
    expect(open.map(({ id }) => id)).toEqual(['q q1 x-q1', 'q q3 x-q3', 'q q5 ', 'm m2 ']);
    expect([agreed, decided]).toEqual([2 + 7, 0]);
    // Its parent is not decided yet.
    expect(layer.quotations[1]?.parent).toBeNull();
  });

  test('takes one side, both or neither; ids of the left stay', () => {
    const left = made({ 'q q1 x-q1': 'left', 'q q3 x-q3': 'left', 'q q5 ': 'left', 'm m2 ': 'left' });
    expect(left.open).toEqual([]);
    expect(left.layer.quotations).toEqual(base.quotations);
    expect(left.layer.mentions).toEqual(base.mentions);

    const right = made({ 'q q1 x-q1': 'right', 'q q3 x-q3': 'right', 'q q5 ': 'neither', 'm m2 ': 'neither' });
    expect(contents(right.layer)[0]).toEqual(['x-q1', 'إنّ الهدنة «خطوة مهمة»']);
    expect(quotationOf(right.layer, 'x-q1').speaker).toBe('nasir');
    // The nested one is the left's, its parent the right's.
    expect(quotationOf(right.layer, 'q4').parent).toBe('x-q3');
    // Whoever only spoke in what was not taken is not in it.
    expect(right.layer.entities.map(({ id }) => id)).toContain('source');

    const both = made({ 'q q1 x-q1': 'both' });
    expect(
      contents(both.layer)
        .slice(0, 2)
        .map(([id]) => id),
    ).toEqual(['q1', 'x-q1']);
  });

  test('what was mended is taken as it is', () => {
    const mended = { ...quotationOf(base, 'q1'), id: 'mended', kind: 'direct' as const, parent: 'nowhere' };
    const { layer } = goldLayer(comparison, [{ item: 'q q1 x-q1', choice: 'mended', quotation: mended }], head);
    expect(quotationOf(layer, 'mended')).toEqual({ ...mended, parent: null });
  });

  test('what only the right one has keeps its id, or gets a number where that is another’s', () => {
    const right = buildLayer('b', (layer) => {
      const stranger = structuredClone(layer.entities[0]);
      if (!stranger) return;
      layer.entities = layer.entities.filter(({ id }) => id !== 'shamkhani');
      // The same id for somebody else.
      layer.entities.push({ ...stranger, id: 'shamkhani', name: { ar: 'وزير', en: 'A minister' }, aliases: [] });
      layer.mentions = layer.mentions.filter(({ entity }) => entity !== 'shamkhani');
      // An id that the left one has for another place.
      layer.mentions = layer.mentions.filter(({ id }) => id !== 'm1');
      layer.mentions.push({ id: 'm1', entity: 'shamkhani', range: rangeOf('p1', 'الحوار'), tags: [], note: null });
    });
    const compared = compareLayers(article, base, right);
    expect(goldNames(compared).entity.right.get('shamkhani')).toBe('shamkhani-2');
    const item = compared.mentions.find((one) => one.right?.range.words === 'الحوار');
    const { layer } = goldLayer(compared, [{ item: item?.id ?? '', choice: 'right' }], head);
    const taken = layer.mentions.find(({ range }) => range.words === 'الحوار');
    expect(taken).toMatchObject({ id: 'm1-2', entity: 'shamkhani-2' });
    expect(layer.entities.find(({ id }) => id === 'shamkhani-2')?.name.ar).toBe('وزير');
  });

  test('two that each side puts into the other do not end within themselves', () => {
    const nested = (child: string, parent: string) => (layer: Mutable<Layer>) => {
      for (const quotation of layer.quotations) quotation.parent = quotation.id === child ? parent : null;
    };
    const [one, two] = [buildLayer('a', nested('q1', 'q2')), buildLayer('b', nested('q2', 'q1'))];
    const { layer } = goldLayer(
      compareLayers(article, one, two),
      [
        { item: 'q q1 q1', choice: 'left' },
        { item: 'q q2 q2', choice: 'right' },
      ],
      head,
    );
    expect(layer.quotations.slice(0, 2).map(({ parent }) => parent)).toEqual(['q2-2', null]);
    expect(verifyArticle(articleWith(article, layer))).toEqual([]);
  });

  test('a decision on nothing changes nothing', () => {
    expect(made({ 'q nobody ': 'left', 'q q2 x-q2': 'neither' })).toEqual(made({}));
  });

  test('whatever was decided, the layer fits its article; taken back, it is as before', () => {
    const items = [...comparison.quotations, ...comparison.mentions].map(({ id }) => id);
    const decision = fc.record({
      item: fc.constantFrom(...items),
      choice: fc.constantFrom<Choice>('left', 'right', 'both', 'neither'),
    });
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 8 }), decision, (before, last) => {
        const decisions = before.reduce<readonly Decision[]>(decide, []);
        const { layer } = goldLayer(comparison, decide(decisions, last), head);
        const ids = layer.quotations.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(verifyArticle(articleWith(article, layer))).toEqual([]);
        expect(goldLayer(comparison, decisions, head)).toEqual(goldLayer(comparison, [...decisions].reverse(), head));
      }),
    );
  });
});
