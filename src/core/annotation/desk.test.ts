import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../testing/article.ts';
import type { Entity } from '../article/article.ts';
import { type Change, compose, invert, keyOf, type Step, stepOf } from './change.ts';
import { createDesk, type Desk, namedIn } from './desk.ts';
import { type History, NO_HISTORY, record, redo, settle, undo } from './history.ts';
import { type Layer, type LayerMention, type LayerQuotation, publishedLayer } from './layer.ts';
import { readStep } from './read.ts';

const article = buildArticle();
const { blocks } = article;
const start = publishedLayer(article);
const NOW = '2026-11-25';
const [ENTITY, MENTION, QUOTATION] = [start.entities[0], start.mentions[0], start.quotations[0]] as [
  Entity,
  LayerMention,
  LayerQuotation,
];

/** The slow and obvious desk: lists, searched and copied. */
function applySlowly(layer: Layer, step: Step): Layer {
  let now = layer;
  for (const change of step.changes) {
    if (change.on === 'layer') {
      now = { ...now, ...change.after };
      continue;
    }
    const others = (now[change.on] as readonly { id: string }[]).filter(({ id }) => id !== change.id);
    now = { ...now, [change.on]: change.after ? [...others, change.after] : others };
  }
  return now;
}
const sorted = (layer: Layer) => {
  const byId = <Item extends { id: string }>(items: readonly Item[]) =>
    [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ...layer,
    entities: byId(layer.entities),
    mentions: byId(layer.mentions),
    quotations: byId(layer.quotations),
  };
};
const stateOf = (desk: Desk) => sorted(desk.toLayer(NOW));

/** The desk answers as one freshly made of what it holds. */
function expectSound(desk: Desk): void {
  const fresh = createDesk(desk.toLayer(NOW), blocks);
  for (const { id, text } of blocks) {
    expect(desk.inBlock(id)).toEqual(fresh.inBlock(id));
    for (let at = 0; at < text.length; at += 7) expect(desk.at(id, at)).toEqual(fresh.at(id, at));
  }
  for (const id of ['e1', 'e2', 'nasser', ...[...fresh.entities()].map(({ id }) => id)]) {
    expect(new Set(desk.mentionsOf(id))).toEqual(new Set(fresh.mentionsOf(id)));
    expect(new Set(desk.quotationsOf(id))).toEqual(new Set(fresh.quotationsOf(id)));
  }
  for (const { id } of fresh.quotations()) expect(new Set(desk.childrenOf(id))).toEqual(new Set(fresh.childrenOf(id)));
}

const ranges = fc
  .tuple(fc.constantFrom(...blocks), fc.nat(), fc.integer({ min: 1, max: 30 }))
  .map(([{ id, text }, from, length]) => {
    const begin = from % text.length;
    const end = Math.min(text.length, begin + length);
    return { block: id, start: begin, end, words: text.slice(begin, end) };
  });
const ids = fc.constantFrom('1', '2', '3', '4', '5');
const acts = fc.oneof(
  fc.record({
    act: fc.constant('mention' as const),
    id: ids,
    range: ranges,
    entity: fc.constantFrom('e1', 'e2', 'nasser'),
  }),
  fc.record({
    act: fc.constant('quotation' as const),
    id: ids,
    contents: fc.array(ranges, { minLength: 1, maxLength: 3 }),
    cue: fc.array(ranges, { maxLength: 2 }),
    source: fc.option(ranges),
    speaker: fc.option(fc.constantFrom('e1', 'e2')),
    parent: fc.option(ids),
  }),
  fc.record({ act: fc.constant('note' as const), id: ids, note: fc.constantFrom('ا', 'اب', 'ابت') }),
  fc.record({ act: fc.constant('entity' as const), id: ids, name: fc.constantFrom('سارة', 'علي') }),
  fc.record({
    act: fc.constant('drop' as const),
    on: fc.constantFrom('entities', 'mentions', 'quotations'),
    id: ids,
  }),
  fc.record({ act: fc.constant('head' as const), name: fc.constantFrom('طبقة', 'أخرى') }),
  fc.record({ act: fc.constantFrom('undo' as const, 'redo' as const, 'settle' as const) }),
);
type Act = typeof acts extends fc.Arbitrary<infer One> ? One : never;

function stepFor(desk: Desk, act: Act): Step | null {
  const before = <Item>(item: Item | undefined) => item ?? null;
  switch (act.act) {
    case 'mention': {
      const id = `m${act.id}`;
      const after = { ...MENTION, id, range: act.range, entity: act.entity };
      return stepOf('addMention', [{ on: 'mentions', id, before: before(desk.mention(id)), after }]);
    }
    case 'quotation': {
      const id = `q${act.id}`;
      const { contents, cue, source, speaker } = act;
      const after = { ...QUOTATION, id, contents, cue, source, speaker, parent: act.parent && `q${act.parent}` };
      return stepOf('newQuotation', [{ on: 'quotations', id, before: before(desk.quotation(id)), after }]);
    }
    case 'note': {
      const id = `q${act.id}`;
      const old = desk.quotation(id);
      const typing = `quotations/${id}/note`;
      return old
        ? stepOf('setNote', [{ on: 'quotations', id, before: old, after: { ...old, note: act.note } }], typing)
        : null;
    }
    case 'entity': {
      const id = `e${act.id}`;
      const after = { ...ENTITY, id, name: { ar: act.name, en: '' } };
      return stepOf('setEntity', [{ on: 'entities', id, before: before(desk.entity(id)), after }]);
    }
    case 'drop': {
      const id = `${act.on.charAt(0)}${act.id}`;
      const old = { entities: desk.entity, mentions: desk.mention, quotations: desk.quotation }[act.on](id);
      return old ? stepOf('removeEntity', [{ on: act.on, id, before: old, after: null } as Change]) : null;
    }
    case 'head':
      return stepOf('setLayer', [{ on: 'layer', before: desk.head(), after: { ...desk.head(), name: act.name } }]);
    default:
      return null;
  }
}

describe('a desk and its history', () => {
  test('stay as the slow and obvious ones, through 1,000 sequences of 50; all undone is the start, all redone the end', () => {
    fc.assert(
      fc.property(fc.array(acts, { minLength: 50, maxLength: 50 }), (sequence) => {
        const desk = createDesk(start, blocks);
        const first = stateOf(desk);
        let history: History = NO_HISTORY;
        let slow = desk.toLayer(NOW);
        const make = (step: Step) => {
          expect(desk.apply(step).ok).toBe(true);
          slow = applySlowly(slow, step);
        };
        for (const act of sequence) {
          if (act.act === 'settle') history = settle(history);
          else if (act.act === 'undo' || act.act === 'redo') {
            const way = act.act === 'undo' ? undo(history) : redo(history);
            if (way) {
              make(way.step);
              history = way.history;
            }
          } else {
            const step = stepFor(desk, act);
            if (!step || step.changes.length === 0) continue;
            make(step);
            history = record(history, step);
          }
        }
        expect(stateOf(desk)).toEqual(sorted(slow));
        expectSound(desk);
        // Kept over a reload: what is written is what is read.
        history = JSON.parse(JSON.stringify(history)) as History;
        const end = desk.toLayer(NOW);
        const standing = history.at;
        for (let way = undo(history); way; way = undo(history)) {
          expect(desk.apply(way.step).ok).toBe(true);
          history = way.history;
        }
        expect(stateOf(desk)).toEqual(first);
        for (let way = redo(history); way && history.at < standing; way = redo(history)) {
          expect(desk.apply(way.step).ok).toBe(true);
          history = way.history;
        }
        expect(desk.toLayer(NOW)).toEqual(end);
      }),
      { numRuns: 1000 },
    );
  });

  test('a layer goes through a desk unchanged', () => {
    expect(createDesk(start, blocks).toLayer(start.modified)).toEqual(start);
  });

  test('a step made for another state changes nothing, and says what it stumbled over', () => {
    const desk = createDesk(start, blocks);
    const other = { ...QUOTATION, note: 'من لوح آخر' };
    const step: Step = {
      kind: 'setNote',
      typing: null,
      changes: [
        { on: 'layer', before: desk.head(), after: { ...desk.head(), name: 'x' } },
        { on: 'quotations', id: QUOTATION.id, before: other, after: QUOTATION },
      ],
    };
    expect(desk.apply(step)).toEqual({ ok: false, failure: { kind: 'stale', on: 'quotations', id: QUOTATION.id } });
    expect(desk.toLayer(start.modified)).toEqual(start);
  });

  test('the list of a block is the same one until something in it changes', () => {
    const desk = createDesk(start, blocks);
    const [first, second] = [desk.inBlock('p1'), desk.inBlock('p2')];
    const { range } = MENTION;
    const id = desk.fresh('mentions');
    expect(desk.mention(id)).toBeUndefined();
    const moved = { ...MENTION, id, range: { ...range, block: 'p2' } };
    const done = desk.apply(stepOf('addMention', [{ on: 'mentions', id, before: null, after: moved }]));
    expect(done).toEqual({ ok: true, value: new Set(['p2']) });
    expect(desk.inBlock('p1')).toBe(first);
    expect(desk.inBlock('p2')).not.toBe(second);
    expect(desk.fresh('mentions')).not.toBe(id);
  });

  test('an entity brought back stands where it stood', () => {
    const desk = createDesk(start, blocks);
    const step = stepOf('removeEntity', [{ on: 'entities', id: ENTITY.id, before: ENTITY, after: null }]);
    desk.apply(step);
    expect(desk.toLayer(NOW).entities[0]).not.toEqual(ENTITY);
    desk.apply(invert(step));
    expect(desk.toLayer(NOW).entities).toEqual(start.entities);
  });

  test('namedIn knows every part', () => {
    expect(namedIn({ ...QUOTATION, speaker: 'a', addressee: 'b', about: ['c', 'a'] })).toEqual(
      new Set(['a', 'b', 'c']),
    );
  });
});

describe('typing', () => {
  const typed = (before: string | null, after: string | null) =>
    stepOf(
      'setNote',
      [{ on: 'quotations', id: 'q1', before: { ...QUOTATION, note: before }, after: { ...QUOTATION, note: after } }],
      'quotations/q1/note',
    );

  test('letter by letter is one step; after a pause, an undo or a redo it is another', () => {
    let history = record(record(NO_HISTORY, typed(null, 'م')), typed('م', 'مل'));
    expect(history.steps).toEqual([typed(null, 'مل')]);
    history = record(settle(history), typed('مل', 'ملا'));
    expect(history.steps).toHaveLength(2);
    const back = undo(history);
    expect(back?.step).toEqual(typed('ملا', 'مل'));
    history = redo(back?.history ?? NO_HISTORY)?.history ?? NO_HISTORY;
    expect(record(history, typed('ملا', 'ملاح')).steps).toHaveLength(3);
  });

  test('what was typed and deleted again is no step', () => {
    expect(record(record(NO_HISTORY, typed(null, 'م')), typed('م', null))).toEqual(NO_HISTORY);
  });

  test('a new step ends what could be made again', () => {
    const back = undo(record(NO_HISTORY, typed(null, 'م')));
    const history = record(back?.history ?? NO_HISTORY, typed(null, 'ن'));
    expect(history).toEqual({ steps: [typed(null, 'ن')], at: 1 });
    expect(redo(history)).toBeNull();
  });
});

test('composed changes are one of each item, and none where nothing changed', () => {
  const change = (before: LayerMention | null, after: LayerMention | null): Change => ({
    on: 'mentions',
    id: 'm1',
    before,
    after,
  });
  const other = { ...MENTION, note: 'x' };
  expect(compose([change(null, MENTION), change(MENTION, other)])).toEqual([change(null, other)]);
  expect(compose([change(null, MENTION), change(MENTION, null)])).toEqual([]);
  expect(keyOf(change(null, null))).toBe('mentions/m1');
});

test('a kept step is read back; a damaged one is not', () => {
  const step = stepOf('addMention', [{ on: 'mentions', id: 'm9', before: null, after: MENTION }]);
  expect(readStep(JSON.parse(JSON.stringify(step)))).toEqual(step);
  expect(readStep({ ...step, kind: 'format' })).toBeNull();
  expect(readStep({ ...step, changes: [{ on: 'mentions', id: 'm9', before: null, after: { id: 'm9' } }] })).toBeNull();
});
