import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds, LIMITS, verbClasses } from '../dataset/schema.ts';
import { NOWHERE, OPEN_PANEL, type PanelPlace, type Place, readPlace, writePlace } from './address.ts';

const KNOWN = { kinds, verbs: verbClasses };
const read = (hash: string) => readPlace(hash, KNOWN);

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);
const number = fc.nat(LIMITS.items);
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const query = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'قال، ٣%&=+#:~./؟ 😀') }))
  .filter((text) => text.length <= 200);
const panel: fc.Arbitrary<PanelPlace> = fc.record({
  view: fc.constantFrom('speakers', 'about'),
  about: orNull(id),
  speaker: orNull(id),
  kind: orNull(fc.constantFrom(...kinds)),
  verb: orNull(fc.constantFrom(...verbClasses)),
  query,
});
const passage = fc
  .tuple(id, fc.integer({ min: 1, max: 999_999 }), fc.stringMatching(/^[A-Za-z0-9]{7}$/))
  .map(([block, word, code]) => `${block}.${word}~${code}`);
const place: fc.Arbitrary<Place> = fc.record({
  passages: fc.array(passage, { maxLength: 5 }),
  focus: orNull(
    fc.oneof(
      fc.record({ kind: fc.constantFrom('entity' as const, 'glossary' as const, 'word' as const), id, place: number }),
      fc.record({ kind: fc.constant('quotation' as const), id }),
      fc.record({
        kind: fc.constant('quotation' as const),
        id,
        check: fc.stringMatching(/^[A-Za-z0-9]{3}$|^[A-Za-z0-9]{5}$/),
      }),
      fc.record({
        kind: fc.constantFrom('entity' as const, 'glossary' as const),
        id,
        place: number,
        check: fc.stringMatching(/^[A-Za-z0-9]{5}$/),
      }),
    ),
  ),
  panel: orNull(panel),
});

describe('an address', () => {
  test('comes back as the place that was written', () => {
    fc.assert(
      fc.property(place, (place) => {
        expect(read(writePlace(place))).toEqual(place);
      }),
      { numRuns: 500 },
    );
  });

  test('comes back through the address bar, which escapes once more what it must', () => {
    fc.assert(
      fc.property(place, (place) => {
        const { hash } = new URL(`https://isnad.example/a/x/#${writePlace(place)}`);
        expect(read(hash)).toEqual(place);
      }),
    );
  });

  test('is plain ASCII that no chat cuts off', () => {
    fc.assert(
      fc.property(place, (place) => {
        expect(writePlace(place)).toMatch(/^[\w.!~*'()%=&,-]*$/);
      }),
    );
  });

  test.each<[string, Place]>([
    ['', NOWHERE],
    ['#', NOWHERE],
    ['#e=shamkhani.3', { ...NOWHERE, focus: { kind: 'entity', id: 'shamkhani', place: 2 } }],
    ['e=shamkhani', { ...NOWHERE, focus: { kind: 'entity', id: 'shamkhani', place: 0 } }],
    ['#e=shamkhani.0', { ...NOWHERE, focus: { kind: 'entity', id: 'shamkhani', place: 0 } }],
    ['#g=hudna.2', { ...NOWHERE, focus: { kind: 'glossary', id: 'hudna', place: 1 } }],
    ['#q=q7', { ...NOWHERE, focus: { kind: 'quotation', id: 'q7' } }],
    ['#q=q7~Zk2', { ...NOWHERE, focus: { kind: 'quotation', id: 'q7', check: 'Zk2' } }],
    ['#p7.3-9~Zk2aQ0xB', { ...NOWHERE, passages: ['p7.3-9~Zk2aQ0xB'] }],
    ['#p7.3-9~Zk2aQ0xB,p9.1~abcdefg', { ...NOWHERE, passages: ['p7.3-9~Zk2aQ0xB', 'p9.1~abcdefg'] }],
    // At the end of a sentence, or of an isolated run.
    ['#p7.3-9~Zk2aQ0xB.', { ...NOWHERE, passages: ['p7.3-9~Zk2aQ0xB'] }],
    ['#p7.3-9~Zk2aQ0xB%E2%81%A9).', { ...NOWHERE, passages: ['p7.3-9~Zk2aQ0xB'] }],
    ['#e=shamkhani.3~Zk2aQ', { ...NOWHERE, focus: { kind: 'entity', id: 'shamkhani', place: 2, check: 'Zk2aQ' } }],
    ['#e=shamkhani.3~Zk2aQ).', { ...NOWHERE, focus: { kind: 'entity', id: 'shamkhani', place: 2, check: 'Zk2aQ' } }],
    ['#e=shamkhani.3.', { ...NOWHERE, focus: { kind: 'entity', id: 'shamkhani', place: 2 } }],
    ['#g=hudna.1~Zk2aQ', { ...NOWHERE, focus: { kind: 'glossary', id: 'hudna', place: 0, check: 'Zk2aQ' } }],
    ['#q=q7~Zk2aQ.', { ...NOWHERE, focus: { kind: 'quotation', id: 'q7', check: 'Zk2aQ' } }],
    ['#q=q7~Zk2.', { ...NOWHERE, focus: { kind: 'quotation', id: 'q7', check: 'Zk2' } }],
    // As some messengers send it on.
    ['#p7.3-9%7EZk2aQ0xB%2Cp9.1~abcdefg', { ...NOWHERE, passages: ['p7.3-9~Zk2aQ0xB', 'p9.1~abcdefg'] }],
    ['#p7.3-9~Zk2aQ0xB&q=q7', { ...NOWHERE, passages: ['p7.3-9~Zk2aQ0xB'], focus: { kind: 'quotation', id: 'q7' } }],
    ['#p7.3-9~short,p9.1~abcdefg,p9', { ...NOWHERE, passages: ['p9.1~abcdefg'] }],
    // One place at a time: the quotation is the narrowest.
    ['#g=hudna&e=x&q=q7', { ...NOWHERE, focus: { kind: 'quotation', id: 'q7' } }],
    ['#v=speakers', { ...NOWHERE, panel: OPEN_PANEL }],
    [
      '#v=speakers&s=mamlouk&k=indirect&c=assert',
      { ...NOWHERE, panel: { ...OPEN_PANEL, speaker: 'mamlouk', kind: 'indirect', verb: 'assert' } },
    ],
    ['#v=about&o=aleppo', { ...NOWHERE, panel: { ...OPEN_PANEL, view: 'about', about: 'aleppo' } }],
    ['#q=q7:~:text=قال', { ...NOWHERE, focus: { kind: 'quotation', id: 'q7' } }],
    ['#v=speakers&w=الهدنة', { ...NOWHERE, panel: { ...OPEN_PANEL, query: 'الهدنة' } }],
  ])('%s is read', (hash, place) => {
    expect(read(hash)).toEqual(place);
  });

  test.each([
    '#e=',
    '#e=../../etc/passwd',
    '#e=شمخاني',
    '#e=-x',
    '#e=<script>',
    `#e=${'x'.repeat(81)}`,
    `#e=${'x'.repeat(81)}.2`,
    '#e=.3',
    '#q=q 7',
    '#v=else',
    '#s=mamlouk&k=indirect',
    '#%',
    '#%E0%A4%A',
    '#q',
    '#&&&===',
    '#p7',
    '#p7.9-3~Zk2aQ0xB',
    '#p7.0~abcdefg',
    '#__proto__=1&constructor=2',
  ])('%s leads nowhere, and quietly', (hash) => {
    expect(read(hash)).toEqual(NOWHERE);
  });

  test.each(['#v=speakers&k=loud', '#v=speakers&c=toString', '#v=speakers&s=%00', '#v=speakers&o=a%20b'])(
    '%s opens the panel without the filter that nobody knows',
    (hash) => {
      expect(read(hash)).toEqual({ ...NOWHERE, panel: OPEN_PANEL });
    },
  );

  test('mangled as it may be, it is read without a fault, and what was read can be written', () => {
    const mangled = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'#egqvoskcw=&.%~:123AfF', '%d8', '\ud83d') }),
      fc.tuple(place, fc.nat(), fc.string({ maxLength: 3 })).map(([place, at, noise]) => {
        const hash = `#${writePlace(place)}`;
        return hash.slice(0, at % hash.length) + noise + hash.slice((at % hash.length) + 1);
      }),
    );
    fc.assert(
      fc.property(mangled, (hash) => {
        const place = read(hash);
        expect(read(writePlace(place))).toEqual(place);
      }),
      { numRuns: 1000 },
    );
  });

  test('the number of a mention does not count against the length of its id', () => {
    const longest = 'x'.repeat(LIMITS.id);
    const place: Place = { ...NOWHERE, focus: { kind: 'entity', id: longest, place: 41 } };
    expect(read(writePlace(place))).toEqual(place);
  });

  test('a query cut in the middle of a character can still be written', () => {
    const { panel } = read(`#v=speakers&w=${'x'.repeat(199)}😀`);
    expect(panel?.query).toBe('x'.repeat(199));
    expect(writePlace({ ...NOWHERE, panel: { ...OPEN_PANEL, query: 'قال\ud83d' } })).toBe(
      `v=speakers&w=${encodeURIComponent('قال')}`,
    );
  });
});
