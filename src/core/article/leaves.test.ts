import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arabicText } from '../../testing/arabic.ts';
import { overlaps, type Span } from '../text/range.ts';
import { type Clickable, type Leaf, leavesOf } from './leaves.ts';

/** Targets by their words: `words@2` is their second place. The words are the id. */
function targetsIn(text: string, ...wanted: readonly string[]): Clickable[] {
  return wanted.map((spec) => {
    const [words = '', nth = '1'] = spec.split('@');
    let start = -1;
    for (let seen = 0; seen < Number(nth); seen++) start = text.indexOf(words, start + 1);
    if (start < 0) throw new Error(`no «${spec}» in «${text}»`);
    return { kind: 'entity', id: words, exact: { start, end: start + words.length } };
  });
}

const told = (text: string, leaves: readonly Leaf[]) =>
  leaves.map(({ start, end, targets }) => [text.slice(start, end), targets.map(({ id }) => id).join(' + ')]);

describe('the leaves of a text', () => {
  test.each<[string, string, string[], string[][]]>([
    ['a word with an attached و is pressed whole', 'قال وشمخاني أمس', ['شمخاني'], [['وشمخاني', 'شمخاني']]],
    ['signs that touch a word are pressed with it', 'وصل إلى «دمشق»، ثم', ['دمشق'], [['«دمشق»،', 'دمشق']]],
    ['a name of two words is one leaf', 'لقي علي مملوك أمس', ['علي مملوك'], [['علي مملوك', 'علي مملوك']]],
    [
      'nested: the inner one is cut out of the outer one',
      'وزارة خارجية إيران قالت',
      ['وزارة خارجية إيران', 'إيران'],
      [
        ['وزارة خارجية', 'وزارة خارجية إيران'],
        ['إيران', 'إيران + وزارة خارجية إيران'],
      ],
    ],
    [
      'nested in the middle: the outer one lies on both sides',
      'مكتب الأمن الوطني السوري أعلن',
      ['مكتب الأمن الوطني السوري', 'الأمن الوطني'],
      [
        ['مكتب', 'مكتب الأمن الوطني السوري'],
        ['الأمن الوطني', 'الأمن الوطني + مكتب الأمن الوطني السوري'],
        ['السوري', 'مكتب الأمن الوطني السوري'],
      ],
    ],
    [
      'crossing: what both share is a leaf of its own',
      'أ ب ج د',
      ['أ ب ج', 'ب ج د'],
      [
        ['أ', 'أ ب ج'],
        ['ب ج', 'أ ب ج + ب ج د'],
        ['د', 'ب ج د'],
      ],
    ],
    [
      'adjacent: one leaf each, the space between them in none',
      'قال أحمد',
      ['قال', 'أحمد'],
      [
        ['قال', 'قال'],
        ['أحمد', 'أحمد'],
      ],
    ],
    [
      'two in one joined word: one leaf, for an element may not cut it',
      'قال فبحلب وصل',
      ['فب', 'حلب'],
      [['فبحلب', 'فب + حلب']],
    ],
    [
      'the same stretch twice: what is given first leads',
      'الهدنة',
      ['الهدنة', 'الهدنة'],
      [['الهدنة', 'الهدنة + الهدنة']],
    ],
    ['no-break space parts words', 'في\u00a0دمشق', ['دمشق'], [['دمشق', 'دمشق']]],
    ['a joining control does not', 'می\u200cخواهم', ['خواهم'], [['می\u200cخواهم', 'خواهم']]],
    ['nothing to press', 'قال', [], []],
  ])('%s', (_, text, wanted, leaves) => {
    expect(told(text, leavesOf(text, targetsIn(text, ...wanted)))).toEqual(leaves);
  });

  test('the shortest exact stretch leads, though another is given before it', () => {
    const text = 'قال وشمخاني';
    const [whole, name] = targetsIn(text, 'وشمخاني', 'شمخاني');
    expect(leavesOf(text, [whole, name] as Clickable[])[0]?.targets.map(({ id }) => id)).toEqual(['شمخاني', 'وشمخاني']);
  });

  test.each<[string, Span]>([
    ['is empty', { start: 2, end: 2 }],
    ['is backwards', { start: 3, end: 1 }],
    ['begins before the text', { start: -1, end: 2 }],
    ['ends behind the text', { start: 0, end: 9 }],
    ['is no number', { start: Number.NaN, end: 2 }],
    ['holds a space alone, away from any word', { start: 5, end: 6 }],
  ])('a stretch that %s makes none', (_, exact) => {
    expect(leavesOf(' قال  ', [{ kind: 'entity', id: 'x', exact }])).toEqual([]);
  });
});

/** Slow and obvious: each word with the targets that touch it; neighbours with the same targets are one leaf. */
function model(text: string, targets: readonly Clickable[]): { start: number; end: number; ids: string[] }[] {
  const leaves: { start: number; end: number; ids: string[] }[] = [];
  let joins = false;
  for (const word of text.matchAll(/\S+/g)) {
    const span = { start: word.index, end: word.index + word[0].length };
    const ids = targets.filter(({ exact }) => overlaps(exact, span)).map(({ id }) => id);
    const last = leaves[leaves.length - 1];
    if (ids.length > 0 && joins && last && last.ids.join() === ids.join()) last.end = span.end;
    else if (ids.length > 0) leaves.push({ ...span, ids });
    joins = ids.length > 0;
  }
  return leaves;
}

const textAndTargets = arabicText(40).chain((text) => {
  // A real annotation begins and ends at a letter, never at a space.
  const inked = [...text.matchAll(/\S/g)].map(({ index }) => index);
  const exact =
    inked.length === 0
      ? fc.constant(null)
      : fc
          .tuple(fc.constantFrom(...inked), fc.constantFrom(...inked))
          .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
  return fc.array(exact, { maxLength: 8 }).map((spans) => ({
    text,
    targets: spans.flatMap((exact, index): Clickable[] =>
      exact ? [{ kind: 'entity', id: String(index), exact }] : [],
    ),
  }));
});

describe('on generated texts', () => {
  test('the leaves are those of the slow and obvious way', () => {
    fc.assert(
      fc.property(textAndTargets, ({ text, targets }) => {
        const found = leavesOf(text, targets);
        expect(
          found.map(({ start, end, targets }) => ({ start, end, ids: targets.map(({ id }) => id).sort() })),
        ).toEqual(model(text, targets));
      }),
      { numRuns: 1000 },
    );
  });

  test('inside a leaf the shortest leads, then what was given first', () => {
    fc.assert(
      fc.property(textAndTargets, ({ text, targets }) => {
        for (const leaf of leavesOf(text, targets)) {
          const ranks = leaf.targets.map(({ id, exact }) => (exact.end - exact.start) * 100 + Number(id));
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        }
      }),
    );
  });

  test('whatever the stretches, leaves are in order, apart, and end at word edges', () => {
    const anything = fc.tuple(
      arabicText(),
      fc.array(fc.record({ start: fc.integer({ min: -3, max: 64 }), end: fc.integer({ min: -3, max: 64 }) })),
    );
    fc.assert(
      fc.property(anything, ([text, spans]) => {
        let reached = -1;
        for (const { start, end, targets } of leavesOf(
          text,
          spans.map((exact, index) => ({ kind: 'x', id: String(index), exact })),
        )) {
          expect(start).toBeGreaterThan(reached);
          expect(targets.length).toBeGreaterThan(0);
          expect(text.slice(0, start)).toMatch(/(^|\s)$/);
          expect(text.slice(start, end)).toMatch(/^\S([\s\S]*\S)?$/);
          expect(text.slice(end)).toMatch(/^($|\s)/);
          reached = end;
        }
      }),
    );
  });
});
