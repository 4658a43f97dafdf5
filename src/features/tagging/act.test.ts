import { beforeEach, describe, expect, test } from 'vitest';
import { setSpeaker } from '../../core/annotation/quotation.ts';
import type { Desk } from '../../core/annotation/desk.ts';
import { choose, deskNow, openLayer, undoStep, workbench } from '../../session/workbench.ts';
import { buildArticle, rangeOf } from '../../testing/article.ts';
import { buildLayer } from '../../testing/layers.ts';
import { attach, cuesNow, introduce, joinNext, mention, partsOf, quote, remove, step } from './act.ts';

const article = buildArticle();
let desk: Desk;

beforeEach(() => {
  openLayer(buildLayer('own'), article.blocks);
  desk = deskNow() as Desk;
});

const steps = () => workbench.getState().history.at;
const chosen = () => workbench.getState().chosen;

describe('what a key does', () => {
  test('a quotation is made and chosen; its pieces in two places are one step', () => {
    expect(quote([rangeOf('p2', 'غادر')])).toBe(true);
    const id = chosen()?.id ?? '';
    expect(attach('content', [rangeOf('p1', 'دمشق'), rangeOf('p2', 'مصدر أمني')], cuesNow())).toBe(true);
    expect(desk.quotation(id)?.contents.map(({ words }) => words)).toEqual(['دمشق', 'غادر', 'مصدر أمني']);
    expect(steps()).toBe(2);
    undoStep();
    expect(desk.quotation(id)?.contents.map(({ words }) => words)).toEqual(['غادر']);
    undoStep();
    expect(desk.quotation(id)).toBeUndefined();
    // What is gone is chosen no more.
    expect(chosen()).toBe(null);
  });

  test('a part belongs to the chosen quotation, or else to the nearest', () => {
    expect(attach('source', [rangeOf('p2', 'شمخاني')], cuesNow())).toBe(true);
    expect(chosen()?.id).toBe('q5');
    choose({ on: 'quotations', id: 'q1' });
    expect(attach('cue', [rangeOf('p1', 'أضاف')], cuesNow())).toBe(true);
    // The lemma is what the layer knows of the word.
    expect(desk.quotation('q1')?.verb).toEqual({ lemma: 'أضافَ', class: 'continue' });
  });

  test('somebody whom no words name comes with what they are put to, in one step', () => {
    expect(introduce('متحدّث', (now, id) => setSpeaker(now, 'q1', id))).toBe(true);
    const speaker = desk.entity(desk.quotation('q1')?.speaker ?? '');
    expect(speaker).toMatchObject({ named: false, name: { ar: 'متحدّث' } });
    undoStep();
    expect(desk.quotation('q1')?.speaker).toBe('nasir');
    expect([...desk.entities()].some(({ name }) => name.ar === 'متحدّث')).toBe(false);
    expect(introduce('  ', (now, id) => setSpeaker(now, 'q1', id))).toBe(false);
  });

  test('words that are a mention already lead to it', () => {
    expect(mention(rangeOf('p2', 'سارة'), { type: 'person' })).toBe(false);
    expect(chosen()).toEqual({ on: 'mentions', id: 'm6' });
    expect(mention(rangeOf('p2', 'مصدر أمني'), { entity: 'source' })).toBe(true);
    expect(desk.mention(chosen()?.id ?? '')?.entity).toBe('source');
  });

  test('edges, joining and deleting', () => {
    const target = { on: 'quotations', id: 'q2' } as const;
    const [first] = partsOf(desk, target);
    if (!first) throw new Error('no part');
    expect(step(target, first, 'end', 'shrink', 'word')).toBe(true);
    expect(desk.quotation('q2')?.contents[0]?.words).toBe('الحوار مستمر في');
    expect(joinNext('q2')).toBe(true);
    expect(desk.quotation('q3')).toBeUndefined();
    expect(joinNext('q5')).toBe(false);
    expect(remove(target)).toBe(true);
    expect(desk.quotation('q2')).toBeUndefined();
  });
});
