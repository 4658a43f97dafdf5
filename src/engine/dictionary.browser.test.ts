import { afterEach, describe, expect, test } from 'vitest';
import { createDictionary, type DictionaryClient } from './dictionary.ts';
import { dictionaryAddress } from './dictionary-address.ts';

const text = { key: 'a', words: 'قال الوزير إن المناطق آمنة . وقالت الوزيرة ذلك في المنطقة .'.split(' ') };
let opened: DictionaryClient[] = [];
const open = (lexicon: string) => {
  const made = createDictionary(
    () => new Worker(dictionaryAddress, { type: 'module' }),
    () => new URL(lexicon, location.origin).href,
  );
  opened.push(made);
  return made;
};
afterEach(() => {
  for (const one of opened) one.close();
  opened = [];
});

describe('the dictionary’s own worker', () => {
  test('answers from the lexicon of the site', async () => {
    const dictionary = open('/data/lexicon/lexicon.txt');
    const looked = await dictionary.look(text, 3);
    if (!looked.ok) throw new Error(looked.failure.detail);
    const [best] = looked.value.readings;
    expect(best?.lemma).toMatchObject({ lemma: 'مِنْطَقَة', root: 'ن ط ق', pos: 'noun' });
    expect(best?.pieces.map(({ written }) => written).join('')).toBe('المناطق');
    if (!best) return;
    expect(await dictionary.occurrences(text, best.lemma)).toEqual({
      ok: true,
      value: { lemma: [3, 10], root: [3, 10] },
    });
    expect(await dictionary.occurrences(text, { ...best.lemma, root: null })).toMatchObject({ value: { root: [] } });
    const family = await dictionary.family('ن ط ق');
    expect(family.ok && family.value.map(({ lemma }) => lemma)).toContain('مِنْطَقَة');
    const vocalised = await dictionary.vocalise(text, 6, 8);
    expect(vocalised.ok && vocalised.value[0]).toMatch(/^وَقَالَت/);
    expect(vocalised.ok && vocalised.value).toHaveLength(2);
    expect(await dictionary.look(text, 5)).toEqual({ ok: true, value: { written: '.', readings: [] } });
    expect(await dictionary.look(text, 99)).toMatchObject({ ok: true, value: { readings: [] } });
  });

  test('says when the lexicon does not come, or is none', async () => {
    expect(await open('/data/lexicon/nowhere.json').look(text, 0)).toMatchObject({ failure: { why: 'missing' } });
    expect(await open('/icon.svg').look(text, 0)).toMatchObject({ failure: { why: 'missing' } });
  });
});
