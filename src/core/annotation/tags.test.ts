import { describe, expect, test } from 'vitest';
import { buildDesk, make, placeOf } from '../../testing/desk.ts';
import type { Codebook, Tag, TagGroup } from './codebook.ts';
import { readCodebook } from './read.ts';
import { setNote, toggleTag } from './tagging.ts';
import { clashes, mergeCodebooks, move, newCodebook, putGroup, putTag, removeGroup, removeTag } from './tags.ts';
import { demandsOn, validate } from './validate.ts';

const group = (id: string, told: Partial<TagGroup> = {}): TagGroup => ({
  id,
  name: id,
  exclusive: false,
  required: false,
  ...told,
});
const tag = (id: string, of: string, told: Partial<Tag> = {}): Tag => ({
  id,
  group: of,
  name: id,
  colour: 'blue',
  shortcut: null,
  guidelines: '',
  on: ['quotation'],
  ...told,
});
const book: Codebook = {
  ...newCodebook('c1', 'أطر', '2026-11-25'),
  groups: [group('stance', { exclusive: true, required: true }), group('topic')],
  tags: [
    tag('for', 'stance', { shortcut: 'a' }),
    tag('war', 'topic', { on: ['quotation', 'mention'] }),
    tag('against', 'stance'),
  ],
};
const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe('a codebook', () => {
  test('gets groups and tags, renamed in place', () => {
    let now = newCodebook('c1', 'أطر', '2026-11-25');
    const take = (edited: ReturnType<typeof putTag>) => {
      if (!edited.ok) throw new Error(edited.failure.kind);
      now = edited.value;
    };
    expect(putTag(now, tag('t1', 'g1'))).toMatchObject({ failure: { kind: 'unknown', id: 'g1' } });
    take(putGroup(now, group('g1')));
    take(putTag(now, tag('t1', 'g1')));
    take(putTag(now, tag('t2', 'g1')));
    take(putTag(now, tag('t1', 'g1', { name: 'اسم آخر' })));
    expect(now.tags.map(({ name }) => name)).toEqual(['اسم آخر', 't2']);
    expect(putTag(now, tag('t3', 'g1', { name: ' ' }))).toMatchObject({ failure: { kind: 'nameless' } });
    expect(readCodebook(JSON.stringify(now))).toEqual({ ok: true, value: now });
  });

  test('is put into another order; tags among their own', () => {
    const order = (edited: ReturnType<typeof move>) =>
      edited.ok && [idsOf(edited.value.groups), idsOf(edited.value.tags)];
    expect(order(move(book, 'tags', 'for', 1))).toEqual([
      ['stance', 'topic'],
      ['against', 'war', 'for'],
    ]);
    expect(order(move(book, 'groups', 'topic', -9))).toEqual([
      ['topic', 'stance'],
      ['for', 'war', 'against'],
    ]);
    expect(move(book, 'tags', 'none', 1).ok).toBe(false);
  });

  test('loses tags, and groups with their tags only where that is meant', () => {
    expect(removeGroup(book, 'stance', false)).toMatchObject({ failure: { kind: 'inUse', tags: ['for', 'against'] } });
    expect(removeGroup(book, 'stance', true)).toMatchObject({ value: { tags: [{ id: 'war' }] } });
    expect(removeTag(book, 'war')).toMatchObject({ value: { tags: [{ id: 'for' }, { id: 'against' }] } });
    expect(removeTag(book, 'none').ok).toBe(false);
  });

  test('tells which tags want one key, unless they never meet', () => {
    const bookWith = (on: Tag['on']) => ({ ...book, tags: [...book.tags, tag('x', 'topic', { shortcut: 'a', on })] });
    expect(clashes(bookWith(['quotation']))).toEqual([{ shortcut: 'a', tags: ['for', 'x'] }]);
    expect(clashes(bookWith(['mention']))).toEqual([]);
  });

  test('merged with another keeps all that is its own', () => {
    const other: Codebook = {
      ...newCodebook('c2', 'آخر', '2026-11-25'),
      groups: [group('stance'), group('frame')],
      tags: [tag('for', 'stance', { name: 'غيره' }), tag('fear', 'frame', { shortcut: 'a' })],
      required: ['speaker'],
    };
    const own = mergeCodebooks(book, other, 'own');
    expect(own).toMatchObject({ added: ['frame', 'fear'], differ: ['stance', 'for'], unkeyed: ['fear'] });
    expect(own.codebook).toMatchObject({ id: 'c1', required: ['speaker'] });
    expect(own.codebook.tags.slice(0, 3)).toEqual(book.tags);
    expect(own.codebook.tags[3]).toEqual(tag('fear', 'frame'));
    const theirs = mergeCodebooks(book, other, 'other').codebook;
    expect(theirs.tags[0]).toEqual(other.tags[0]);
    expect(mergeCodebooks(book, book, 'other').codebook).toEqual(book);
  });
});

describe('tagging', () => {
  test('a tag goes on and off; of an exclusive group one stays', () => {
    const desk = buildDesk();
    const q1 = { on: 'quotations', id: 'q1' } as const;
    const tags = () => desk.quotation('q1')?.tags;
    make(desk, toggleTag(desk, q1, 'for', book));
    make(desk, toggleTag(desk, q1, 'war', book));
    make(desk, toggleTag(desk, q1, 'against', book));
    expect(tags()).toEqual(['war', 'against']);
    make(desk, toggleTag(desk, q1, 'war', book));
    expect(tags()).toEqual(['against']);
    expect(desk.quotation('q1')?.provenance.by).toBe('editor');
    expect(toggleTag(desk, { on: 'mentions', id: 'm1' }, 'for', book)).toMatchObject({ failure: { what: 'tag' } });
    make(desk, toggleTag(desk, { on: 'mentions', id: 'm1' }, 'war', book));
    expect(toggleTag(desk, q1, 'none', book)).toMatchObject({ failure: { what: 'tag' } });
  });

  test('a note of nothing but space is none', () => {
    const desk = buildDesk();
    make(desk, setNote(desk, { on: 'mentions', id: 'm1' }, ' ملاحظة '));
    expect(desk.mention('m1')?.note).toBe(' ملاحظة ');
    make(desk, setNote(desk, { on: 'mentions', id: 'm1' }, '  '));
    expect(desk.mention('m1')?.note).toBeNull();
    expect(setNote(desk, { on: 'mentions', id: 'm99' }, 'x')).toMatchObject({ failure: { kind: 'unknown' } });
  });
});

describe('validate', () => {
  test('asks for what is missing and tells what is too much', () => {
    const desk = buildDesk();
    const strict: Codebook = { ...book, required: ['addressee', 'speaker'] };
    const q1 = { on: 'quotations', id: 'q1' } as const;
    expect(demandsOn(desk, q1, strict)).toEqual([
      { kind: 'field', field: 'addressee' },
      { kind: 'group', group: 'stance' },
    ]);
    const old = desk.quotation('q1');
    if (!old) throw new Error('no q1');
    const after = { ...old, tags: ['for', 'against', 'ghost'] };
    const change = { on: 'quotations', id: 'q1', before: old, after } as const;
    make(desk, { ok: true, value: { kind: 'setTags', typing: null, changes: [change] } });
    expect(demandsOn(desk, q1, book)).toEqual([
      { kind: 'exclusive', group: 'stance', tags: ['for', 'against'] },
      { kind: 'tag', tag: 'ghost' },
    ]);
    expect(demandsOn(desk, { on: 'quotations', id: 'none' }, strict)).toEqual([]);
  });

  test('lists in text order; a mention is asked for nothing that is not for mentions', () => {
    const desk = buildDesk();
    expect(validate(desk, book).map(({ id }) => id)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5']);
    const forMentions = { ...book, tags: [tag('x', 'stance', { on: ['mention'] })] };
    expect(idsOf(validate(desk, forMentions))).toEqual(idsOf([...desk.mentions()]));
    expect(validate(desk, newCodebook('c', 'n', '2026-11-25'))).toEqual([]);
    expect(placeOf(desk, 'p1', 'قال').start).toBe(0);
  });
});
