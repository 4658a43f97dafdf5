import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../testing/article.ts';
import { buildDesk, emptyDesk, make, placeOf, WHEN } from '../../testing/desk.ts';
import { type Layer, publishedLayer } from './layer.ts';
import { newQuotation, removeQuotations, setSpeaker } from './quotation.ts';
import { removeEntity } from './entity.ts';
import { accept, keysOf, matchEntities, nextProposal, proposalsOf, reject, restore } from './review.ts';

const other = publishedLayer(buildArticle());
/** The other layer with its entities under other ids, as another hand would have them. */
const renamed: Layer = {
  ...other,
  entities: other.entities.map((entity) => ({ ...entity, id: `x-${entity.id}` })),
  mentions: other.mentions.map((mention) => ({ ...mention, entity: `x-${mention.entity}` })),
  quotations: other.quotations.map((quotation) => ({
    ...quotation,
    speaker: quotation.speaker && `x-${quotation.speaker}`,
    about: quotation.about.map((id) => `x-${id}`),
    via: quotation.via.map((link) => ({ ...link, entity: `x-${link.entity}` })),
  })),
};

describe('proposals', () => {
  test('of the same layer under other names are all the same, in text order', () => {
    const proposals = proposalsOf(buildDesk(), renamed, []);
    expect(proposals.map(({ quotation, status, mine, differs }) => [quotation.id, status, mine, differs])).toEqual(
      ['q1', 'q2', 'q3', 'q4', 'q5'].map((id) => [id, 'same', [id], []]),
    );
    expect(nextProposal(proposals, null, 1)).toBeNull();
  });

  test('are new, overlap, or are the same but for their speaker', () => {
    const desk = buildDesk();
    make(desk, removeQuotations(desk, ['q5', 'q3']));
    make(desk, setSpeaker(desk, 'q1', 'sara'));
    const proposals = proposalsOf(desk, renamed, []);
    expect(proposals.map(({ status }) => status)).toEqual(['same', 'same', 'overlaps', 'same', 'new']);
    expect(proposals.map(({ differs }) => differs)).toEqual([['speaker'], [], [], [], []]);
    const ids = (from: string | null, by: 1 | -1) =>
      nextProposal(proposals, from && `quotations/${from}`, by)?.quotation.id;
    expect([ids(null, 1), ids('q1', 1), ids('q3', 1), ids('q5', 1), ids(null, -1), ids('q1', -1)]).toEqual([
      'q1',
      'q3',
      'q5',
      'q1',
      'q5',
      'q5',
    ]);
  });
});

describe('accepted', () => {
  test('a proposal comes with the entities it needs, those of one’s own by their names', () => {
    const desk = buildDesk();
    make(desk, removeQuotations(desk, ['q3', 'q5']));
    make(desk, removeEntity(desk, 'shamkhani'));
    make(desk, accept(desk, renamed, 'q5', desk.fresh('quotations')));
    const copy = [...desk.quotations()].at(-1);
    expect(copy).toMatchObject({ id: 'q6', speaker: 'source', about: ['x-shamkhani'], provenance: { by: 'editor' } });
    expect(desk.entity('x-shamkhani')?.aliases).toEqual(['شمخاني']);
    expect(desk.mentionsOf('x-shamkhani').size).toBe(1);
    expect(accept(desk, renamed, 'q99', 'q7')).toMatchObject({ failure: { kind: 'unknown' } });
  });

  test('in the place of one’s own it takes over tags, note and children', () => {
    const desk = buildDesk();
    make(desk, accept(desk, renamed, 'q3', 'q9', ['q3']));
    expect(desk.quotation('q3')).toBeUndefined();
    expect(desk.quotation('q4')?.parent).toBe('q9');
    make(desk, accept(desk, renamed, 'q4', 'q10', ['q4']));
    expect(desk.quotation('q10')?.parent).toBe('q9');
  });

  test('all of a layer on an empty desk is that layer again', () => {
    const start = buildDesk();
    const desk = emptyDesk();
    expect(desk.blocks).toEqual([]);
    for (const { id } of other.quotations) make(start, accept(start, renamed, id, `${id}-copy`, [id]));
    const strip = (layer: Layer) =>
      layer.quotations.map(({ contents, speaker, about }) => ({ contents, speaker, about }));
    expect(strip(start.toLayer(WHEN))).toEqual(strip(other));
    expect(proposalsOf(start, renamed, []).every(({ status, differs }) => status === 'same' && !differs.length)).toBe(
      true,
    );
  });
});

describe('rejected', () => {
  const texts = ['قال إن الحوار مستمر في دمشق اليوم', 'وأضاف بأن الحوار مستمر ببيروت'];
  const layerOf = (desk: ReturnType<typeof emptyDesk>, block = 'p1') => {
    const words = /الح\S+ مستمر/.exec(desk.block(block)?.text ?? '')?.[0] ?? '';
    const edit = newQuotation(desk, [placeOf(desk, block, words)], 'q1');
    if (!edit.ok) throw new Error(edit.failure.kind);
    const [change] = edit.value.changes;
    if (change?.on !== 'quotations' || !change.after) throw new Error('no quotation');
    return { ...desk.toLayer(WHEN), quotations: [{ ...change.after, id: `new-${block}` }] };
  };
  const first = emptyDesk(...texts);
  const [proposal] = proposalsOf(first, layerOf(first), []);
  const rejections = proposal ? reject([], proposal.key()) : [];
  const isRejected = (block: string, ...now: string[]) => {
    const desk = emptyDesk(...now);
    return proposalsOf(desk, layerOf(desk, block), rejections)[0]?.rejected;
  };

  test('stays so in a new version of the proposals, in an edited text too, but not for the same words elsewhere', () => {
    expect(proposal?.rejected).toBe(false);
    expect(rejections).toHaveLength(1);
    expect(proposal && reject(rejections, proposal.key())).toBe(rejections);
    expect(isRejected('p1', ...texts)).toBe(true);
    expect(isRejected('p2', ...texts)).toBe(false);
    expect(isRejected('p2', 'خبر عاجل', ...texts)).toBe(true);
    expect(isRejected('p1', 'قال ان الحِوار مستمر في حلب', 'وسكت')).toBe(true);
    expect(isRejected('p1', 'ثم قال أمس إن الحوار مستمر بلا نهاية')).toBe(false);
  });

  test('is passed over, and can be taken back', () => {
    const all = proposalsOf(first, layerOf(first), rejections);
    expect(all[0]?.rejected).toBe(true);
    expect(nextProposal(all, null, 1)).toBeNull();
    expect(proposal && restore(rejections, proposal.key())).toEqual([]);
    expect(JSON.parse(JSON.stringify(rejections))).toEqual(rejections);
  });

  test('keys tell words, neighbours and place', () => {
    const key = keysOf(first.blocks);
    const at = (block: string) => key({ contents: [placeOf(first, block, 'الحوار مستمر')] });
    expect(at('p1').words).toBe(at('p2').words);
    expect(at('p1').place).toBe('p1.3');
    expect(at('p2').place).toBe('p2.3');
  });
});

test('entities are matched by name or form, of one type, and only where one alone fits', () => {
  const desk = buildDesk();
  expect(matchEntities(desk, renamed).get('x-nasir')).toBe('nasir');
  const [nasir] = renamed.entities;
  if (!nasir) throw new Error('no entity');
  const match = (told: object) => matchEntities(desk, { ...renamed, entities: [{ ...nasir, ...told }] }).get('x-nasir');
  expect(match({ name: { ar: 'السيد ناصر', en: '' }, aliases: ['ناصر'] })).toBe('nasir');
  expect(match({ type: 'place' })).toBeUndefined();
  expect(match({ aliases: ['ناصر', 'سارة'], name: { ar: 'آخر', en: '' } })).toBeUndefined();
});
