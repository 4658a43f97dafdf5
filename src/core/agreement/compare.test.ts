import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticle, type Mutable, rangeOf } from '../../testing/article.ts';
import { buildLayer, renamed } from '../../testing/layers.ts';
import type { Layer, LayerQuotation } from '../annotation/layer.ts';
import { compareLayers, type Item } from './compare.ts';
import { measureLayers } from './measure.ts';
import { tokensOf } from '../article/tokens.ts';

const article = buildArticle();
const base = buildLayer('a');
const quotationOf = (layer: Mutable<Layer>, id: string) =>
  layer.quotations.find((one) => one.id === id) as Mutable<LayerQuotation>;
const told = (items: readonly Item[]) =>
  items.map(({ left, right, classes, fields, edges }) => [
    left?.id ?? null,
    right?.id ?? null,
    classes.join(' '),
    ...(fields.length > 0 ? [fields.join(' ')] : []),
    ...edges.map(({ side, place, range }) => `${side} ${place} ${range.words.trim()}`),
  ]);

describe('tokensOf', () => {
  const tokens = tokensOf(article.blocks);

  test('a range covers the words it touches, marks beside them or not', () => {
    expect(tokens.of(rangeOf('h1', 'أحمد ناصر'))).toEqual({ start: 0, end: 2 });
    expect(tokens.of(rangeOf('p2', 'شمخاني')).end - tokens.of(rangeOf('p2', 'شمخاني')).start).toBe(1);
    expect(tokens.of({ block: 'nowhere', start: 0, end: 3, words: '' })).toEqual({ start: 0, end: 0 });
  });

  test('marks alone have the word before them', () => {
    const dashed = tokensOf([{ id: 'p', type: 'paragraph', gap: 0, text: 'قال — نعم' }]);
    expect(dashed.count).toBe(2);
    expect(dashed.of({ block: 'p', start: 4, end: 5, words: '—' })).toEqual({ start: 0, end: 1 });
  });
});

describe('compareLayers', () => {
  test('a layer agrees with itself, and with the same work under other ids', () => {
    for (const other of [buildLayer('b'), renamed(base, 'x-')]) {
      const { quotations, mentions } = compareLayers(article, base, other);
      expect(quotations).toHaveLength(5);
      expect(mentions).toHaveLength(8);
      for (const item of [...quotations, ...mentions]) expect(item.classes).toEqual(['match']);
    }
  });

  test('tells differences of edges, with the words, and of roles, each by name', () => {
    const other = buildLayer('b', (layer) => {
      quotationOf(layer, 'q1').contents = [rangeOf('p1', 'إنّ الهدنة «خطوة مهمة»')];
      quotationOf(layer, 'q2').speaker = 'sara';
      quotationOf(layer, 'q2').cue = [rangeOf('p1', 'وأضاف')];
      quotationOf(layer, 'q3').kind = 'mixed';
      quotationOf(layer, 'q4').parent = null;
      quotationOf(layer, 'q5').about = [];
      quotationOf(layer, 'q5').source = null;
    });
    expect(told(compareLayers(article, base, other).quotations)).toEqual([
      ['q1', 'q1', 'edge', 'right start إنّ'],
      ['q2', 'q2', 'speaker role', 'speaker cue'],
      ['q3', 'q3', 'role', 'kind'],
      ['q4', 'q4', 'role', 'parent'],
      ['q5', 'q5', 'role', 'source about'],
    ]);
  });

  test('tells what only one has, in text order', () => {
    const left = buildLayer('a', (layer) => {
      layer.quotations = layer.quotations.filter(({ id }) => id !== 'q1');
      layer.mentions = layer.mentions.slice(1);
    });
    const right = buildLayer('b', (layer) => {
      layer.quotations = layer.quotations.filter(({ id }) => id !== 'q5');
    });
    const { quotations, mentions } = compareLayers(article, left, right);
    expect(told(quotations)).toEqual([
      [null, 'q1', 'rightOnly'],
      ['q2', 'q2', 'match'],
      ['q3', 'q3', 'match'],
      ['q4', 'q4', 'match'],
      ['q5', null, 'leftOnly'],
    ]);
    expect(told(mentions)[0]).toEqual([null, 'm1', 'rightOnly']);
  });

  test('a nested quotation goes with the nested one, though the outer one covers it too', () => {
    const right = buildLayer('b', (layer) => {
      layer.quotations = layer.quotations.filter(({ id }) => id !== 'q3');
    });
    expect(told(compareLayers(article, base, right).quotations).slice(2, 4)).toEqual([
      ['q3', null, 'leftOnly'],
      ['q4', 'q4', 'role', 'parent'],
    ]);
  });

  test('of two that cover the same words those with the same cue, then the same speaker, go together', () => {
    const twins = (cue: boolean) => (layer: Mutable<Layer>) => {
      const [first, second] = [quotationOf(layer, 'q1'), quotationOf(layer, 'q2')];
      second.contents = structuredClone(first.contents);
      if (!cue) second.cue = structuredClone(first.cue);
      second.speaker = 'sara';
      layer.quotations = [first, second];
    };
    for (const cue of [true, false]) {
      const one = buildLayer('a', twins(cue));
      const other = buildLayer('b', (layer) => {
        twins(cue)(layer);
        layer.quotations.reverse();
      });
      const { quotations } = compareLayers(article, one, other);
      expect(quotations.map(({ left, right }) => [left?.id, right?.id])).toEqual([
        ['q1', 'q1'],
        ['q2', 'q2'],
      ]);
    }
  });

  test('a content cut in two by one hand differs by what lies between', () => {
    const right = buildLayer('b', (layer) => {
      quotationOf(layer, 'q2').contents = [rangeOf('p1', 'الحوار'), rangeOf('p1', 'في دمشق')];
    });
    expect(told(compareLayers(article, base, right).quotations)[1]).toEqual(['q2', 'q2', 'edge', 'left middle مستمر']);
    const spaced = buildLayer('b', (layer) => {
      quotationOf(layer, 'q2').contents = [rangeOf('p1', 'الحوار'), rangeOf('p1', 'مستمر في دمشق')];
    });
    expect(told(compareLayers(article, base, spaced).quotations)[1]).toEqual(['q2', 'q2', 'match']);
  });

  test('a person under one id is not another under the same id', () => {
    const right = buildLayer('b', (layer) => {
      for (const entity of layer.entities) {
        if (entity.id === 'nasir') entity.id = 'sara';
        else if (entity.id === 'sara') entity.id = 'nasir';
      }
      const swap = (id: string | null) => (id === 'nasir' ? 'sara' : id === 'sara' ? 'nasir' : id);
      for (const mention of layer.mentions) mention.entity = swap(mention.entity) ?? '';
      for (const quotation of layer.quotations) {
        quotation.speaker = swap(quotation.speaker);
        quotation.about = quotation.about.map((id) => swap(id) ?? '');
      }
    });
    const { entities, quotations } = compareLayers(article, base, right);
    expect(entities.toRight.get('nasir')).toBe('sara');
    expect(quotations.every(({ classes }) => classes[0] === 'match')).toBe(true);
  });

  test('a mention of another entity, or one cut differently, is told', () => {
    const right = buildLayer('b', (layer) => {
      const [first, , , fourth] = layer.mentions;
      if (first) first.entity = 'sara';
      if (fourth) fourth.entity = 'nasir';
      const last = layer.mentions.at(-1);
      if (last) last.range = rangeOf('p2', 'وشمخاني');
    });
    const { mentions } = compareLayers(article, base, right);
    expect(told(mentions)[0]).toEqual(['m1', 'm1', 'speaker', 'entity']);
    expect(told(mentions).at(-1)).toEqual(['m8', 'm8', 'edge', 'right start و']);
  });

  test('turned about, the same is told of the other side', () => {
    const some = fc.subarray(base.quotations.map(({ id }) => id));
    fc.assert(
      fc.property(some, some, (lefts, rights) => {
        const left = buildLayer(
          'a',
          (layer) => void (layer.quotations = layer.quotations.filter(({ id }) => lefts.includes(id))),
        );
        const right = buildLayer(
          'b',
          (layer) => void (layer.quotations = layer.quotations.filter(({ id }) => rights.includes(id))),
        );
        const ahead = compareLayers(article, left, right).quotations;
        const back = compareLayers(article, right, left).quotations;
        const key = (one: { id: string } | null, other: { id: string } | null) => `${one?.id} ${other?.id}`;
        expect(new Set(back.map((item) => key(item.right, item.left)))).toEqual(
          new Set(ahead.map((item) => key(item.left, item.right))),
        );
        // Everybody stands in one item, on each side.
        expect(ahead.flatMap((item) => item.left?.id ?? []).sort()).toEqual([...lefts].sort());
        expect(ahead.flatMap((item) => item.right?.id ?? []).sort()).toEqual([...rights].sort());
      }),
    );
  });
});

describe('measureLayers', () => {
  const values = (left: Layer, right: Layer, more: readonly Layer[] = []) =>
    Object.fromEntries(
      measureLayers(article, compareLayers(article, left, right), more).map(({ measure, on, value }) => [
        `${measure} ${on}`,
        value.defined ? Math.round(value.value * 1000) / 1000 : value.reason,
      ]),
    );

  test('of a layer and itself are all 1', () => {
    const all = values(base, renamed(base, 'x-'), [base]);
    expect(Object.keys(all)).toHaveLength(21);
    expect([...new Set(Object.values(all))]).toEqual([1]);
  });

  test('of two empty layers say why they are none', () => {
    const empty = buildLayer('a', (layer) => {
      layer.quotations = [];
      layer.mentions = [];
    });
    const all = values(empty, empty);
    expect(all['observed roles']).toBe(1);
    expect(all['kappa roles']).toBe('noVariation');
    expect(all['alpha types']).toBe('noVariation');
    expect(all['u quotations']).toBe('noUnits');
    expect(all['exact contents']).toBe('noItems');
    expect(all['speaker pairs']).toBe('noItems');
  });

  test('cut the continuum once: what is nested in another content is no unit of its own', () => {
    const units = measureLayers(article, compareLayers(article, base, base)).find(
      ({ measure, on }) => measure === 'u' && on === 'quotations',
    );
    expect(units?.items).toBe(4 + 4);
  });

  test('count what they say they count', () => {
    const other = buildLayer('b', (layer) => {
      layer.quotations = layer.quotations.filter(({ id }) => id !== 'q5');
      quotationOf(layer, 'q1').contents = [rangeOf('p1', 'إنّ الهدنة «خطوة مهمة»')];
      quotationOf(layer, 'q2').speaker = 'sara';
    });
    const all = values(base, other);
    // 5 contents and 4, 3 of them the same: P 3/4, R 3/5.
    expect(all['exact contents']).toBeCloseTo((2 * 3) / 9, 3);
    expect(all['overlap contents']).toBeCloseTo((2 * 4) / 9, 3);
    expect(all['exact cues']).toBeCloseTo((2 * 4) / 9, 3);
    expect(all['speaker pairs']).toBe(0.75);
    expect(all['exact mentions']).toBe(1);
    // 5 + 14 + 14 words: "إنّ", and of the last quotation two of content, one cue, two of source.
    const words = tokensOf(article.blocks).count;
    expect(all['observed roles']).toBeCloseTo((words - 6) / words, 3);
  });
});
