import { describe, expect, test } from 'vitest';
import { buildDesk, emptyDesk, make, placeOf } from '../../testing/desk.ts';
import type { Desk } from './desk.ts';
import {
  addMention,
  assignMention,
  mergeEntities,
  moveMention,
  newEntity,
  newParticipant,
  removeEntity,
  removeMentions,
  setEntity,
  splitEntity,
  usesOf,
} from './entity.ts';
import { applyToAll, findOccurrences } from './occurrences.ts';

const aliases = (desk: Desk, id: string) => desk.entity(id)?.aliases;

describe('an entity', () => {
  test('is made of the words that name it, bare of tashkeel', () => {
    const desk = emptyDesk('وصل حَسَنٌ أمس');
    make(desk, newEntity(desk, placeOf(desk, 'p1', 'حَسَنٌ'), 'person', { entity: 'e1', mention: 'm1' }));
    expect(desk.entity('e1')).toMatchObject({ name: { ar: 'حسن' }, aliases: ['حسن'], named: true });
    expect(newEntity(desk, placeOf(desk, 'p1', 'حَسَنٌ'), 'person', { entity: 'e2', mention: 'm2' })).toMatchObject({
      failure: { kind: 'taken', id: 'm1' },
    });
  });

  test('without a name need not be mentioned', () => {
    const desk = emptyDesk('نص');
    make(desk, newParticipant(' مصدر أمني ', 'person', 'e1'));
    expect(desk.entity('e1')).toMatchObject({ name: { ar: 'مصدر أمني' }, named: false, aliases: [] });
    expect(newParticipant(' ', 'person', 'e2').ok).toBe(false);
  });

  test('learns the forms of its mentions, and forgets those that nothing mentions any more', () => {
    const desk = buildDesk();
    make(desk, addMention(desk, 'sara', placeOf(desk, 'p2', 'مصدر أمني'), 'm9'));
    expect(aliases(desk, 'sara')).toEqual(['سارة', 'مصدر أمني']);
    make(desk, moveMention(desk, 'm9', placeOf(desk, 'p2', 'أمني')));
    expect(aliases(desk, 'sara')).toEqual(['سارة', 'أمني']);
    make(desk, assignMention(desk, 'm9', 'shamkhani'));
    expect([aliases(desk, 'sara'), aliases(desk, 'shamkhani')]).toEqual([['سارة'], ['شمخاني', 'أمني']]);
    make(desk, removeMentions(desk, ['m9', 'm8']));
    expect(aliases(desk, 'shamkhani')).toEqual([]);
    expect(moveMention(desk, 'm3', placeOf(desk, 'p1', 'ناصر', 2))).toMatchObject({ failure: { kind: 'taken' } });
  });

  test('merged into another leaves it all it has, and its quotations their speaker', () => {
    const desk = buildDesk();
    make(desk, setEntity(desk, 'sara', { gender: 'f', authority: [{ register: 'viaf', id: '1' }] }));
    make(desk, mergeEntities(desk, 'nasir', ['sara', 'source']));
    expect(aliases(desk, 'nasir')).toEqual(['أحمد ناصر', 'ناصر', 'سارة']);
    expect(desk.entity('nasir')).toMatchObject({ gender: 'f', authority: [{ id: '1' }], name: { ar: 'أحمد ناصر' } });
    expect(['q3', 'q5'].map((id) => desk.quotation(id)?.speaker)).toEqual(['nasir', 'nasir']);
    expect(desk.mentionsOf('nasir').size).toBe(5);
    expect(desk.entity('sara')).toBeUndefined();
  });

  test('is split off with its mentions; what has none left is renamed, not split', () => {
    const desk = buildDesk();
    make(desk, splitEntity(desk, ['m4', 'm7'], 'e1'));
    expect([aliases(desk, 'nasir'), aliases(desk, 'e1')]).toEqual([['أحمد ناصر'], ['ناصر']]);
    expect(desk.entity('e1')?.name.ar).toBe('ناصر');
    expect(splitEntity(desk, ['m6'], 'e2')).toMatchObject({ failure: { kind: 'nothingLeft' } });
  });

  test('tells what hangs on it before it is taken away', () => {
    const desk = buildDesk();
    expect(usesOf(desk, 'nasir')).toEqual({ mentions: 4, spoken: 3, addressed: 0, about: 1, handed: 0 });
    expect(usesOf(desk, 'agency').handed).toBe(1);
    make(desk, removeEntity(desk, 'nasir'));
    make(desk, removeEntity(desk, 'agency'));
    expect([...desk.quotations()].filter(({ speaker }) => speaker === null).map(({ id }) => id)).toEqual([
      'q1',
      'q2',
      'q4',
    ]);
    expect(desk.quotation('q3')?.about).toEqual([]);
    expect(desk.quotation('q4')?.via).toEqual([]);
  });

  test('typed into is one field', () => {
    const desk = buildDesk();
    const edit = setEntity(desk, 'sara', { name: { ar: 'سارة علي', en: '' } }, 'name');
    expect(edit).toMatchObject({ ok: true, value: { typing: 'entities/sara/name' } });
  });
});

describe('apply to all', () => {
  /** A desk of these paragraphs whose first stretch names an entity, with what else it is called. */
  function named(name: string, type: 'person' | 'place' | 'organization', ...texts: string[]): Desk {
    const desk = emptyDesk(...texts);
    make(desk, newEntity(desk, placeOf(desk, 'p1', name), type, { entity: 'e1', mention: 'm1' }));
    return desk;
  }
  const told = (desk: Desk) =>
    findOccurrences(desk, 'e1').map(({ range, match, clitics, sure, tagged }) =>
      [clitics && `${clitics}+`, range.words, match, tagged ? 'tagged' : sure ? 'sure' : 'ask'].join(' ').trim(),
    );

  test('understands what is attached, every spelling, and punctuation', () => {
    const desk = named('دمشق', 'place', 'دمشق.', 'من دِمَشقَ، وبدمشق «ودمشق» لدمشق (دمشق) ودمشقيون بدمشقهم');
    expect(told(desk)).toEqual([
      'دمشق form tagged',
      'دِمَشقَ form sure',
      'وب+ دمشق form sure',
      'و+ دمشق form sure',
      'ل+ دمشق form sure',
      'دمشق form sure',
    ]);
  });

  test('a form with ال where the name has none is asked about, never ticked', () => {
    const desk = named('فيروس', 'organization', 'فيروس', 'الفيروس وبالفيروس فيروسات وفيروس');
    expect(told(desk)).toEqual([
      'فيروس form tagged',
      'الفيروس article ask',
      'وب+ الفيروس article ask',
      'و+ فيروس form sure',
    ]);
  });

  test('ل that has swallowed the alif is written as it stands; what stands before it is not', () => {
    const desk = named('الأمم المتحدة', 'organization', 'الأمم المتحدة', 'وللأمم المتحدة بالأمم المتحدة أمم متحدة');
    expect(told(desk)).toEqual([
      'الأمم المتحدة form tagged',
      'و+ للأمم المتحدة form sure',
      'ب+ الأمم المتحدة form sure',
    ]);
  });

  test('titles stay outside; parts of a person’s name are listed apart and not ticked', () => {
    const desk = named('علي بن شمخاني', 'person', 'علي بن شمخاني', 'قال اللواء شمخاني ثم علي بن شمخاني وعلي');
    expect(told(desk)).toEqual([
      'علي بن شمخاني form tagged',
      'شمخاني part ask',
      'علي بن شمخاني form sure',
      'و+ علي part ask',
    ]);
  });

  test('never a word that is whole, whoever is called by the rest of it', () => {
    expect(told(named('زير', 'person', 'زير', 'قال وزير الخارجية'))).toEqual(['زير form tagged']);
    expect(told(named('سام', 'person', 'سام', 'وسام وبسام'))).toEqual(['سام form tagged']);
  });

  test('never inside a longer name, tagged or known', () => {
    const desk = named('علي', 'person', 'علي', 'ثم علي مملوك، وعلي حيدر وعلي');
    make(desk, newEntity(desk, placeOf(desk, 'p2', 'علي مملوك'), 'person', { entity: 'e2', mention: 'm2' }));
    make(desk, setEntity(desk, 'e2', { name: { ar: 'علي حيدر', en: '' } }));
    expect(told(desk)).toEqual(['علي form tagged', 'و+ علي form sure']);
  });

  test('shows the words around, and does in one step what was left ticked', () => {
    const desk = named('دمشق', 'place', 'دمشق', 'وصل الوفد إلى دمشق صباح أمس', 'غادر دمشق');
    const all = findOccurrences(desk, 'e1');
    expect(all[1]).toMatchObject({ before: 'وصل الوفد إلى ', after: ' صباح أمس' });
    make(desk, applyToAll(desk, 'e1', all.slice(1)));
    expect(told(desk)).toEqual(['دمشق form tagged', 'دمشق form tagged', 'دمشق form tagged']);
    expect(applyToAll(desk, 'e1', findOccurrences(desk, 'e1'))).toMatchObject({ failure: { kind: 'unchanged' } });
  });

  test('tells what another entity has, and takes it over where it is ticked', () => {
    const desk = named('دمشق', 'place', 'دمشق', 'غادر دمشق');
    make(desk, newEntity(desk, placeOf(desk, 'p2', 'دمشق'), 'person', { entity: 'e2', mention: 'm2' }));
    const [, other] = findOccurrences(desk, 'e1');
    expect(other).toMatchObject({ tagged: { mention: 'm2', entity: 'e2' }, sure: false });
    make(desk, applyToAll(desk, 'e1', other ? [other] : []));
    expect(desk.mention('m2')?.entity).toBe('e1');
  });

  test('in the small article finds just what its editor tagged', () => {
    const desk = buildDesk();
    for (const { id } of desk.entities()) {
      const found = findOccurrences(desk, id).filter(({ match }) => match === 'form');
      if (id !== 'source') expect(found.map(({ tagged }) => tagged?.mention)).toEqual([...desk.mentionsOf(id)]);
    }
  });
});
