import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticle, type Mutable, rangeOf } from '../../testing/article.ts';
import { buildLayer, renamed } from '../../testing/layers.ts';
import { articleWith, type Layer, type LayerQuotation } from '../annotation/layer.ts';
import { verifyArticle } from '../dataset/verify.ts';
import { type Decision, goldLayer, type GoldHead } from './adjudicate.ts';
import { compareLayers, type Item } from './compare.ts';
import { mend, type Part, partsOf, type Side, type Taken, takenFor } from './mend.ts';

const article = buildArticle();
const base = buildLayer('a');
const head: GoldHead = {
  id: 'g',
  name: '',
  author: null,
  created: '2026-11-25',
  modified: '2026-11-25',
  codebook: null,
};
const quotationOf = (layer: Layer, id: string) =>
  layer.quotations.find((one) => one.id === id) as Mutable<LayerQuotation>;
const other = renamed(
  buildLayer('b', (layer) => {
    const [first] = quotationOf(layer, 'q1').contents;
    if (first) {
      // Begins a word later, ends a word earlier.
      const words = first.words.slice(first.words.indexOf(' ') + 1, first.words.lastIndexOf(' '));
      quotationOf(layer, 'q1').contents = [rangeOf('p1', words)];
    }
    Object.assign(quotationOf(layer, 'q1'), { speaker: 'sara', kind: 'direct', about: ['nasir'] });
    quotationOf(layer, 'q4').parent = null;
    quotationOf(layer, 'q5').parent = 'q3';
  }),
  'x-',
);
const comparison = compareLayers(article, base, other);
const items: readonly Item[] = [...comparison.quotations, ...comparison.mentions];
const itemOf = (id: string) => items.find((one) => one.left?.id === id) as Item;
const mended = (item: Item, taken: Taken) => mend(article.blocks, comparison, item, taken);
const quotationIn = (decision: Decision | null) =>
  decision?.choice === 'mended' && 'quotation' in decision ? decision.quotation : null;

describe('mend', () => {
  test('offers what the two say differently, the edges of a single piece each by itself', () => {
    expect(partsOf(itemOf('q1'))).toEqual(['start', 'end', 'speaker', 'kind', 'about']);
    expect(partsOf(itemOf('q4'))).toEqual(['parent']);
    expect(partsOf(itemOf('q2'))).toEqual([]);
  });

  test('takes the speaker from here and an edge from there, by the gold layer’s names', () => {
    const item = itemOf('q1');
    const [left, right] = [base.quotations[0], other.quotations[0]];
    const told = quotationIn(mended(item, { speaker: 'right', end: 'right', about: 'right' }));
    expect(told).toMatchObject({
      id: 'q1',
      speaker: 'sara',
      kind: left?.kind,
      about: ['nasir'],
      provenance: { by: 'reader', rule: null },
    });
    expect(told?.contents).toHaveLength(1);
    expect(told?.contents[0]).toMatchObject({ start: left?.contents[0]?.start, end: right?.contents[0]?.end });
  });

  test('a parent of the other side is found under whatever name it stands', () => {
    const decision = mended(itemOf('q5'), { parent: 'right' });
    if (!decision) throw new Error('not mended');
    for (const choice of ['left', 'right'] as const) {
      const parent = itemOf('q3');
      const { layer } = goldLayer(comparison, [decision, { item: parent.id, choice }], head);
      expect(quotationOf(layer, 'q5').parent).toBe('q3');
    }
  });

  test('nothing is made of an item that one side does not have', () => {
    const lacking = compareLayers(article, base, { ...other, quotations: [] });
    const [item] = lacking.quotations;
    expect(item && partsOf(item)).toEqual([]);
    expect(item && mend(article.blocks, lacking, item, {})).toBeNull();
  });

  test('whatever was taken makes a layer that fits its article, and is known again', () => {
    const differing = items.filter((item) => partsOf(item).length > 0);
    expect(differing.length).toBeGreaterThan(2);
    const taken = fc
      .constantFrom(...differing)
      .chain((item) =>
        fc.tuple(
          fc.constant(item),
          fc.record(
            Object.fromEntries(
              partsOf(item).map((part): [Part, fc.Arbitrary<Side>] => [part, fc.constantFrom('left', 'right')]),
            ),
          ),
        ),
      );
    fc.assert(
      fc.property(fc.array(taken, { minLength: 1, maxLength: 4 }), (chosen) => {
        const decisions = [...new Map(chosen.map(([item, sides]) => [item.id, mended(item, sides)])).values()];
        const { layer } = goldLayer(
          comparison,
          decisions.filter((one) => one !== null),
          head,
        );
        expect(verifyArticle(articleWith(article, layer))).toEqual([]);
        for (const [item, sides] of chosen) {
          const decision = mended(item, sides);
          if (decision) expect(mended(item, takenFor(article.blocks, comparison, item, decision))).toEqual(decision);
        }
      }),
    );
  });
});
