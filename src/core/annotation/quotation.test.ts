import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDesk, emptyDesk, make, placeOf, WHEN } from '../../testing/desk.ts';
import { invert, type Step } from './change.ts';
import { cuesOf, KNOWS_NO_CUES } from './cues.ts';
import type { Edit } from './edit.ts';
import {
  addMention,
  assignMention,
  mergeEntities,
  moveMention,
  newEntity,
  removeEntity,
  removeMentions,
  splitEntity,
} from './entity.ts';
import type { LayerQuotation } from './layer.ts';
import {
  addPiece,
  joinQuotations,
  kindOf,
  moveEdges,
  newQuotation,
  removePiece,
  removeQuotations,
  setAbout,
  setAddressee,
  setCue,
  setKind,
  setParent,
  setSource,
  setSpeaker,
  setVerb,
  splitQuotation,
} from './quotation.ts';
import { verifyLayer } from './read.ts';

const wordsOf = (quotation: LayerQuotation | undefined) => quotation?.contents.map(({ words }) => words);

describe('the kind of a new quotation', () => {
  test.each([
    ['قال: «سنعود غدا».', 'سنعود غدا', 'direct'],
    ['قال إن "الطريق طويل"، وسكت', 'الطريق طويل', 'direct'],
    ['وأضاف: سنعود غدا', 'سنعود غدا', 'direct'],
    ['قال إن الحوار «خطوة مهمة جدا» للجميع', 'الحوار «خطوة مهمة جدا» للجميع', 'mixed'],
    ['قال إن صحيفة «النهار» كاذبة', 'صحيفة «النهار» كاذبة', 'indirect'],
    ['قال إن الحوار مستمر', 'الحوار مستمر', 'indirect'],
    ['قال «نعم سنعود» وأكد أن الحوار مستمر', 'الحوار مستمر', 'indirect'],
  ])('%s | %s is %s', (text, words, kind) => {
    const desk = emptyDesk(text);
    expect(kindOf(desk, [placeOf(desk, 'p1', words)])).toBe(kind);
  });

  test('of two pieces, one of them in marks, is mixed', () => {
    const desk = emptyDesk('«سنعود غدا»، قال الوزير، والحوار مستمر');
    expect(kindOf(desk, [placeOf(desk, 'p1', 'سنعود غدا'), placeOf(desk, 'p1', 'الحوار مستمر')])).toBe('mixed');
  });
});

describe('pieces', () => {
  test('a new quotation has its pieces in text order, those that overlap made one, and is the reader’s', () => {
    const desk = buildDesk();
    const ranges = [
      placeOf(desk, 'p2', 'شمخاني'),
      placeOf(desk, 'p1', 'الحوار مستمر'),
      placeOf(desk, 'p1', 'مستمر في دمشق'),
    ];
    make(desk, newQuotation(desk, ranges, 'q9', { speaker: 'sara' }));
    expect(wordsOf(desk.quotation('q9'))).toEqual(['الحوار مستمر في دمشق', 'شمخاني']);
    expect(desk.quotation('q9')).toMatchObject({
      speaker: 'sara',
      provenance: { by: 'reader' },
      verb: { class: 'mark' },
    });
  });

  test('are added, moved and taken away, but never the last', () => {
    const desk = buildDesk();
    make(desk, addPiece(desk, 'q2', placeOf(desk, 'p2', 'غادر')));
    make(desk, addPiece(desk, 'q2', placeOf(desk, 'p1', 'أنّ الحوار')));
    expect(wordsOf(desk.quotation('q2'))).toEqual(['أنّ الحوار مستمر في دمشق', 'غادر']);
    make(desk, moveEdges(desk, 'q2', 'content', 1, placeOf(desk, 'p2', 'وشمخاني غادر')));
    make(desk, removePiece(desk, 'q2', 'content', 0));
    expect(wordsOf(desk.quotation('q2'))).toEqual(['وشمخاني غادر']);
    expect(removePiece(desk, 'q2', 'content', 0)).toMatchObject({ failure: { kind: 'lastPiece' } });
    expect(removePiece(desk, 'q2', 'cue', 4)).toMatchObject({ failure: { kind: 'unknown' } });
  });

  test.each<[string, (desk: ReturnType<typeof buildDesk>) => Edit]>([
    ['other words', (desk) => newQuotation(desk, [{ ...placeOf(desk, 'p1', 'قال'), words: 'كال' }], 'q9')],
    ['no range', (desk) => newQuotation(desk, [], 'q9')],
    ['an unknown block', (desk) => addPiece(desk, 'q1', { block: 'p9', start: 0, end: 1, words: 'ق' })],
    ['a mark torn from its letter', (desk) => moveEdges(desk, 'q1', 'content', 0, { start: 14, end: 16 })],
    ['a source behind the text', (desk) => moveEdges(desk, 'q1', 'source', 0, { start: 5, end: 999 })],
  ])('%s makes no range', (_, edit) => {
    expect(edit(buildDesk())).toMatchObject({ failure: { kind: 'range' } });
  });
});

describe('a cue', () => {
  test('brings the verb that its words are known to be, in any spelling; unknown words have no lemma', () => {
    const desk = buildDesk();
    const cues = cuesOf(desk.quotations());
    make(desk, setCue(desk, 'q5', [placeOf(desk, 'p1', 'أضاف')], cues));
    expect(desk.quotation('q5')?.verb).toEqual({ lemma: 'أضافَ', class: 'continue' });
    expect(cues('اضافَ')).toEqual({ lemma: 'أضافَ', class: 'continue' });
    make(desk, setCue(desk, 'q5', [placeOf(desk, 'p2', 'غادر')], cues));
    expect(desk.quotation('q5')?.verb).toEqual({ lemma: null, class: 'say' });
    make(desk, removePiece(desk, 'q5', 'cue', 0));
    expect(desk.quotation('q5')?.verb).toEqual({ lemma: null, class: 'mark' });
  });

  test('keeps the verb that was given where its main word stays', () => {
    const desk = buildDesk();
    make(desk, setVerb(desk, 'q1', { lemma: 'أَكَّدَ', class: 'assert' }));
    make(desk, setCue(desk, 'q1', [placeOf(desk, 'p1', 'قال'), placeOf(desk, 'p1', 'إنّ')], KNOWS_NO_CUES));
    expect(desk.quotation('q1')?.verb.lemma).toBe('أَكَّدَ');
  });

  test('that two lemmas claim equally often proposes neither', () => {
    const [first] = buildDesk().quotations();
    if (!first) throw new Error('no quotation');
    const other = { ...first, verb: { lemma: 'قِيلَ', class: 'say' as const } };
    expect(cuesOf([first, other])('قال')).toBeNull();
    expect(cuesOf([first, first, other])('قال')).toEqual(first.verb);
  });
});

describe('fields', () => {
  test('name entities that are known', () => {
    const desk = buildDesk();
    make(desk, setSpeaker(desk, 'q2', 'sara'));
    make(desk, setAddressee(desk, 'q2', 'nasir'));
    make(desk, setAbout(desk, 'q2', ['damascus', 'sara', 'damascus']));
    make(desk, setKind(desk, 'q2', 'direct'));
    make(desk, setSource(desk, 'q2', null));
    expect(desk.quotation('q2')).toMatchObject({
      speaker: 'sara',
      addressee: 'nasir',
      about: ['damascus', 'sara'],
      kind: 'direct',
      source: null,
      provenance: { by: 'reader' },
    });
    expect(setSpeaker(desk, 'q2', 'ghost')).toMatchObject({ failure: { kind: 'unknown', what: 'entities' } });
    expect(setSpeaker(desk, 'q99', null)).toMatchObject({ failure: { kind: 'unknown', what: 'quotations' } });
  });

  test('set to what they are, are no step, and make the editor’s work nobody else’s', () => {
    expect(setSpeaker(buildDesk(), 'q2', 'nasir')).toMatchObject({ failure: { kind: 'unchanged' } });
  });

  test('no quotation stands inside itself, however far down', () => {
    const desk = buildDesk();
    make(desk, setParent(desk, 'q5', 'q4'));
    expect(setParent(desk, 'q3', 'q5')).toMatchObject({ failure: { kind: 'cycle' } });
    expect(setParent(desk, 'q3', 'q3')).toMatchObject({ failure: { kind: 'cycle' } });
  });
});

describe('split and join', () => {
  test('at an offset, space left out; children go with the words they stand in', () => {
    const desk = buildDesk();
    const { start } = placeOf(desk, 'p2', '«الطريق');
    make(desk, splitQuotation(desk, 'q3', { piece: 0, offset: start }, 'q9'));
    expect(wordsOf(desk.quotation('q3'))).toEqual(['عن ناصر قوله إنّ']);
    expect(wordsOf(desk.quotation('q9'))).toEqual(['«الطريق طويل»']);
    expect(desk.quotation('q9')).toMatchObject({ speaker: 'sara', cue: [], source: null, verb: { class: 'mark' } });
    expect(desk.quotation('q4')?.parent).toBe('q9');
  });

  test('by pieces', () => {
    const desk = buildDesk();
    make(desk, addPiece(desk, 'q1', placeOf(desk, 'p2', 'غادر')));
    make(desk, splitQuotation(desk, 'q1', { piece: 1 }, 'q9'));
    expect([wordsOf(desk.quotation('q1')), wordsOf(desk.quotation('q9'))]).toEqual([['الهدنة «خطوة مهمة»'], ['غادر']]);
    expect(splitQuotation(desk, 'q1', { piece: 0 }, 'q10')).toMatchObject({ failure: { kind: 'nothingToSplit' } });
  });

  test('joined, the first keeps what it has and takes the rest; of a parent and its child the parent’s parent stays', () => {
    const desk = buildDesk();
    make(desk, joinQuotations(desk, 'q4', 'q3'));
    expect(desk.quotation('q3')).toBeUndefined();
    expect(desk.quotation('q4')).toMatchObject({ speaker: 'nasir', about: ['nasir'], parent: null, kind: 'mixed' });
    expect(wordsOf(desk.quotation('q4'))).toEqual(['عن ناصر قوله إنّ «الطريق طويل»']);
    make(desk, joinQuotations(desk, 'q1', 'q2'));
    expect(wordsOf(desk.quotation('q1'))).toEqual(['الهدنة «خطوة مهمة»', 'الحوار مستمر في دمشق']);
    expect(joinQuotations(desk, 'q1', 'q1')).toMatchObject({ failure: { kind: 'unknown' } });
  });

  test('taken away, children go up to whatever is left above', () => {
    const desk = buildDesk();
    make(desk, setParent(desk, 'q5', 'q4'));
    make(desk, setParent(desk, 'q3', 'q2'));
    make(desk, removeQuotations(desk, ['q4', 'q3']));
    expect(desk.quotation('q5')?.parent).toBe('q2');
  });
});

describe('whatever is edited in whatever order', () => {
  const ids = fc.constantFrom('q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7');
  const entities = fc.constantFrom('nasir', 'sara', 'shamkhani', 'damascus', 'source', 'e1', 'e2');
  const mentions = fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9');
  const acts = fc.record({
    act: fc.nat(),
    id: ids,
    other: ids,
    entity: entities,
    another: entities,
    mention: mentions,
    others: fc.uniqueArray(mentions, { maxLength: 3 }),
    block: fc.constantFrom('h1', 'p1', 'p2'),
    from: fc.nat(80),
    length: fc.integer({ min: 1, max: 30 }),
    piece: fc.nat(2),
    role: fc.constantFrom('content' as const, 'cue' as const, 'source' as const),
  });
  type Act = typeof acts extends fc.Arbitrary<infer One> ? One : never;

  function editOf(desk: ReturnType<typeof buildDesk>, act: Act): Edit {
    const { id, other, entity, another, mention, others, block, from, piece, role } = act;
    const text = desk.block(block)?.text ?? '';
    const span = { start: from, end: from + act.length };
    const range = { block, ...span, words: text.slice(span.start, span.end) };
    const all: (() => Edit)[] = [
      () => newQuotation(desk, [range], desk.fresh('quotations'), { parent: null }),
      () => addPiece(desk, id, range),
      () => removePiece(desk, id, role, piece),
      () => moveEdges(desk, id, role, piece, span),
      () => setCue(desk, id, [range], KNOWS_NO_CUES),
      () => setSource(desk, id, range),
      () => setSpeaker(desk, id, entity),
      () => setAbout(desk, id, [entity, another]),
      () => setParent(desk, id, other),
      () => splitQuotation(desk, id, { piece, offset: from }, desk.fresh('quotations')),
      () => splitQuotation(desk, id, { piece }, desk.fresh('quotations')),
      () => joinQuotations(desk, id, other),
      () => removeQuotations(desk, id === other ? [id] : [id, other]),
      () => newEntity(desk, range, 'person', { entity: desk.fresh('entities'), mention: desk.fresh('mentions') }),
      () => addMention(desk, entity, range, desk.fresh('mentions')),
      () => assignMention(desk, mention, entity),
      () => moveMention(desk, mention, span),
      () => removeMentions(desk, others),
      () => mergeEntities(desk, entity, [another]),
      () => splitEntity(desk, others, desk.fresh('entities')),
      () => removeEntity(desk, entity),
    ];
    return (all[act.act % all.length] as () => Edit)();
  }

  test('the layer can be trusted after each step, and all of it can be taken back', () => {
    fc.assert(
      fc.property(fc.array(acts, { minLength: 5, maxLength: 25 }), (sequence) => {
        const desk = buildDesk();
        const start = desk.toLayer(WHEN);
        const steps: Step[] = [];
        for (const act of sequence) {
          const edit = editOf(desk, act);
          if (!edit.ok) continue;
          expect(desk.apply(edit.value).ok).toBe(true);
          steps.push(edit.value);
          expect(verifyLayer(desk.toLayer(WHEN), desk)).toEqual([]);
        }
        for (const step of steps.reverse()) expect(desk.apply(invert(step)).ok).toBe(true);
        expect(desk.toLayer(WHEN)).toEqual(start);
      }),
      { numRuns: 1000 },
    );
  });
});
