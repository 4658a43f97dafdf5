import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { DEFAULTS, markTypes, placesSchema, type Settings, settingsSchema, sizes } from './settings.ts';

const read = (stored: unknown) => v.parse(settingsSchema, stored);

const chosen: Settings = {
  face: 'sans',
  size: 6,
  leading: 'loose',
  width: 'wide',
  theme: 'sepia',
  tashkeel: false,
  words: false,
  keepWords: false,
  underline: 'rare',
  vowels: 'above',
  digits: 'latn',
  language: 'en',
  letterKeys: false,
  copyAs: 'markdown',
  citeAs: 'mla',
  citeIn: 'ar',
  hidden: ['person', 'cue'],
};

describe('settings read back', () => {
  test('are those that were chosen', () => {
    expect(read(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
  });

  test('are the defaults where nothing was kept, and the defaults read back as themselves', () => {
    expect(read({})).toEqual(DEFAULTS);
    expect(read(DEFAULTS)).toEqual(DEFAULTS);
  });

  test.each<[keyof Settings, readonly unknown[]]>([
    ['face', ['comic', '', null, 1, ['naskh']]],
    ['size', [-1, sizes.length, 1.5, '3', null, Number.NaN]],
    ['leading', ['huge', 0]],
    ['width', ['none', {}]],
    ['theme', ['toString', 'Dark', false]],
    ['tashkeel', ['true', 0, null]],
    ['digits', ['roman', 1]],
    ['language', ['fr', 'ar-SY', null]],
    ['copyAs', ['html', 0]],
    ['citeAs', ['harvard', null]],
    ['citeIn', ['fr', {}]],
    ['hidden', ['person', [1], ['person', 'nobody'], {}, Array.from({ length: markTypes.length + 1 }, () => 'cue')]],
  ])('fall back in %s alone', (field, refused) => {
    for (const value of refused) {
      expect(read({ ...chosen, [field]: value })).toEqual({ ...chosen, [field]: DEFAULTS[field] });
    }
    const without: Record<string, unknown> = { ...chosen };
    delete without[field];
    expect(read(without)).toEqual({ ...chosen, [field]: DEFAULTS[field] });
  });

  test('know nothing but their own fields', () => {
    expect(read({ ...chosen, later: true, ['__proto__']: { polluted: true } })).toEqual(chosen);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('are whole, whatever was kept in their fields', () => {
    const anything = fc.record(Object.fromEntries(Object.keys(DEFAULTS).map((field) => [field, fc.jsonValue()])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(anything, (stored) => {
        const settings = read(stored);
        expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULTS).sort());
        expect(sizes[settings.size]).toBeTypeOf('number');
        expect(read(settings)).toEqual(settings);
      }),
    );
  });
});

describe('reading places read back', () => {
  const place = { block: 'p3', offset: 12, at: 1_700_000_000_000 };

  test('are those that were kept', () => {
    expect(v.parse(placesSchema, { 'shamkhani-mamlouk': place })).toEqual({ 'shamkhani-mamlouk': place });
  });

  test('are kept where another one is broken', () => {
    expect(v.parse(placesSchema, { good: place, broken: { ...place, offset: -1 } })).toEqual({ good: place });
  });

  test.each([
    ['no place', { x: 1 }],
    ['nothing', null],
    ['a text', 'p3'],
    ['an offset before the text', { x: { ...place, offset: -1 } }],
    ['half an offset', { x: { ...place, offset: 0.5 } }],
    ['no time', { x: { block: 'p3', offset: 1 } }],
    ['a block of great length', { x: { ...place, block: 'p'.repeat(81) } }],
    ['an article of great length', { ['x'.repeat(81)]: place }],
  ])('are none where there is %s', (_, stored) => {
    expect(v.parse(placesSchema, stored)).toEqual({});
  });
});
