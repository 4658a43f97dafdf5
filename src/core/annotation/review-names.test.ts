import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../testing/article.ts';
import { buildDesk, make, placeOf } from '../../testing/desk.ts';
import { addMention, assignMention, moveMention, removeEntity, removeMentions } from './entity.ts';
import { type Layer, publishedLayer } from './layer.ts';
import { accept, isOpen, nextProposal, proposalsOf, reject } from './review.ts';
import { acceptName, nameProposalsOf } from './review-names.ts';

const other = publishedLayer(buildArticle());
/** The same names, of entities under other ids, as another hand would have them. */
const renamed: Layer = {
  ...other,
  entities: other.entities.map((entity) => ({ ...entity, id: `x-${entity.id}` })),
  mentions: other.mentions.map((mention) => ({ ...mention, entity: `x-${mention.entity}` })),
  quotations: [],
};
const [first, second] = other.mentions;
if (!first || !second) throw new Error('too few names');
const standing = (desk: ReturnType<typeof buildDesk>, id: string) =>
  nameProposalsOf(desk, renamed, []).find(({ mention }) => mention.id === id);

describe('proposals of names', () => {
  test('of the same layer under other ids are all the same, in text order', () => {
    const proposals = nameProposalsOf(buildDesk(), renamed, []);
    expect(proposals.map(({ mention }) => mention.id)).toEqual(other.mentions.map(({ id }) => id));
    expect(proposals.every(({ status }) => status === 'same')).toBe(true);
    expect(proposals.filter(isOpen)).toEqual([]);
  });

  test('are new where one has nothing, overlap where edges differ, differ where somebody else is meant', () => {
    const desk = buildDesk();
    make(desk, removeMentions(desk, [first.id]));
    expect(standing(desk, first.id)).toMatchObject({ status: 'new', mine: [], ranges: [first.range] });
    const { start, end } = second.range;
    make(desk, moveMention(desk, second.id, { start, end: end - 1 }));
    expect(standing(desk, second.id)).toMatchObject({ status: 'overlaps', mine: [second.id] });
    make(desk, moveMention(desk, second.id, { start, end }));
    const somebody = [...desk.entities()].find(({ id }) => id !== second.entity);
    make(desk, assignMention(desk, second.id, somebody?.id ?? ''));
    expect(standing(desk, second.id)).toMatchObject({ status: 'same', differs: ['entity'], mine: [second.id] });
    expect(nextProposal(nameProposalsOf(desk, renamed, []), null, 1)?.mention.id).toBe(first.id);
  });
});

describe('a name accepted', () => {
  test('is of one’s own entity, under its forms', () => {
    const desk = buildDesk();
    make(desk, removeMentions(desk, [first.id]));
    make(desk, acceptName(desk, renamed, first.id, 'new'));
    expect(desk.mention('new')).toMatchObject({ entity: first.entity, range: first.range });
    expect([...desk.entities()]).toHaveLength(other.entities.length);
    expect(standing(desk, first.id)).toMatchObject({ status: 'same', differs: [] });
  });

  test('brings along whom one does not know', () => {
    const desk = buildDesk();
    make(desk, removeEntity(desk, first.entity));
    make(desk, acceptName(desk, renamed, first.id, 'new'));
    expect(desk.mention('new')?.entity).toBe(`x-${first.entity}`);
    expect(desk.entity(`x-${first.entity}`)?.aliases).toEqual([first.range.words]);
  });

  test('goes in the place of one’s own of other edges, and of somebody else', () => {
    const desk = buildDesk();
    const { start, end } = second.range;
    make(desk, moveMention(desk, second.id, { start, end: end - 1 }));
    make(desk, acceptName(desk, renamed, second.id, 'new', [second.id]));
    expect(desk.mention(second.id)).toBeUndefined();
    expect(desk.mention('new')?.range).toEqual(second.range);
    const somebody = [...desk.entities()].find(({ id }) => id !== second.entity);
    make(desk, assignMention(desk, 'new', somebody?.id ?? ''));
    make(desk, acceptName(desk, renamed, second.id, 'newer', ['new']));
    expect(desk.mention('newer')?.entity).toBe(second.entity);
    expect(desk.entity(somebody?.id ?? '')?.aliases).not.toContain(second.range.words);
  });

  test('is refused where it is not known, or a name of the same letters would stay', () => {
    const desk = buildDesk();
    expect(acceptName(desk, renamed, 'm99', 'new')).toMatchObject({ failure: { kind: 'unknown' } });
    expect(acceptName(desk, renamed, first.id, 'new', ['m99'])).toMatchObject({ failure: { kind: 'unknown' } });
    expect(acceptName(desk, renamed, first.id, 'new')).toMatchObject({ failure: { kind: 'taken', id: first.id } });
  });
});

test('a rejected name is passed over, and says nothing of a quotation of the same words', () => {
  const desk = buildDesk();
  make(desk, removeMentions(desk, [first.id]));
  const [proposal] = nameProposalsOf(desk, renamed, []).filter(isOpen);
  const rejections = proposal ? reject([], proposal.key()) : [];
  expect(nameProposalsOf(desk, renamed, rejections).filter(isOpen)).toEqual([]);
  const [quotation] = other.quotations;
  if (!quotation) throw new Error('no quotation');
  const quoting: Layer = { ...other, quotations: [{ ...quotation, id: 'qx', contents: [first.range] }] };
  expect(proposalsOf(desk, quoting, rejections)[0]?.rejected).toBe(false);
});

test('every name of a layer, accepted one after another beside its quotations, makes that layer', () => {
  const desk = buildDesk();
  make(
    desk,
    removeMentions(
      desk,
      [...desk.mentions()].map(({ id }) => id),
    ),
  );
  for (const { mention } of nameProposalsOf(desk, other, []))
    make(desk, acceptName(desk, other, mention.id, desk.fresh('mentions')));
  const told = (layer: Layer) => layer.mentions.map(({ range, entity }) => ({ range, entity }));
  expect(told(desk.toLayer('2026-11-25'))).toEqual(told(other));
  expect(addMention(desk, first.entity, placeOf(desk, first.range.block, first.range.words), 'x').ok).toBe(false);
  expect(accept(desk, other, 'q1', 'again', ['q1']).ok).toBe(true);
});
