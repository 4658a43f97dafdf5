import { describe, expect, test } from 'vitest';
import { checkEntries } from './check.ts';
import { readLexicon, writeLexicon } from './compact.ts';
import { openDictionary } from './dictionary.ts';
import { readEntry } from './entry.ts';
import { bare } from './letters.ts';
import { RULES } from './rules.ts';

const [data = ''] = Object.values(
  import.meta.glob<string>('../../../public/data/lexicon/lexicon.txt', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
const sources = Object.entries(
  import.meta.glob<string>('../lexicon/dictionary/*.tsv', { query: '?raw', import: 'default', eager: true }),
);
const dictionary = openDictionary(data);
const plain = (word: string) => bare(word);

describe('the dictionary that ships', () => {
  test('its source has no fault', () => {
    const faults: string[] = [];
    const entries = sources.flatMap(([file, text]) =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .flatMap((line, at) => {
          const entry = readEntry(line);
          if (typeof entry !== 'string') return [entry];
          faults.push(`${file}:${at + 1}: ${entry}`);
          return [];
        }),
    );
    for (const { fault } of checkEntries(entries)) faults.push(fault);
    expect(faults).toEqual([]);
    expect(entries.length).toBe(dictionary.size);
  });

  test('what is written is read back', () => {
    const stored = readLexicon(data);
    expect(writeLexicon(stored)).toBe(data);
  });

  test.each([
    ['', 'not a dictionary'],
    ['isnad-lexicon 9 1\n', 'a dictionary of version 9, not 1'],
    ['isnad-lexicon 1 5\nكتب', 'a dictionary cut short'],
  ])('%j is refused', (text, reason) => {
    expect(() => openDictionary(text)).toThrow(reason);
  });
});

describe('each rule', () => {
  test.each(Object.entries(RULES).map(([name, { example }]) => [name, ...example] as const))(
    '%s leads from %s to %s',
    (name, word, lemma) => {
      const { readings } = dictionary.look([word], 0);
      expect(
        readings
          .filter(({ trace }) => trace.some(({ rule }) => rule === name))
          .map((reading) => plain(reading.lemma.lemma)),
      ).toContain(lemma);
    },
  );
  test.each(Object.entries(RULES).map(([name, { refusal }]) => [name, refusal] as const))(
    '%s has no part in %s',
    (name, word) => {
      const [best] = dictionary.look([word], 0).readings;
      expect(best?.trace.map(({ rule }) => rule)).not.toContain(name);
    },
  );
});

test('the names of a text’s words are those of their best readings', () => {
  const words = 'قال الوزير إن المستشفيات في حلب استقبلت ٣٠ جريحا ، والمسؤولون يلتقون اليوم شمخاني'.split(' ');
  const best = dictionary.analyse(words).map(({ readings: [one] }) => one?.lemma);
  const told = dictionary.lemmas(words);
  expect(told.map((name) => name && [name.id, name.lemma, name.root, name.pos])).toEqual(
    best.map((lemma) => (lemma ? [lemma.id, lemma.lemma, lemma.root, lemma.pos] : null)),
  );
  expect(told.filter((name) => name === null)).toHaveLength(2);
});

describe('words with what is attached', () => {
  test.each([
    ['فسيكتبونها', 'ف|س|ي|كتب|ون|ها', 'كتب'],
    ['للأمم', 'ل|ل|أمم', 'أمة'],
    ['وبالمسؤولين', 'و|ب|ال|مسؤول|ين', 'مسؤول'],
    ['بلاهوادة', 'ب|لا|هواد|ة', 'هوادة'],
    ['لايمكن', 'لا|ي|مكن', 'أمكن'],
    ['عليهم', 'علي|هم', 'على'],
    ['رؤسائه', 'رؤسائ|ه', 'رئيس'],
    ['مكافآت', 'مكافآ|ت', 'مكافأة'],
    ['كتبوا', 'كتب|وا', 'كتب'],
  ])('%s is %s', (word, cut, lemma) => {
    const found = dictionary
      .look([word], 0)
      .readings.filter((reading) => plain(reading.lemma.lemma) === lemma)
      .map(({ pieces }) => pieces.map(({ written }) => written).join('|'));
    expect(found).toContain(cut);
  });

  test('pieces joined are the word, marks and all', () => {
    for (const word of ['وَبِالْكِتَابِ', 'فسيكتبونها', 'كــتــاب', 'إلتقى', 'للجنة']) {
      for (const { pieces } of dictionary.look([word], 0).readings) {
        expect(pieces.map(({ written }) => written).join('')).toBe(word);
        expect(pieces.every(({ written, start, end }) => word.slice(start, end) === written)).toBe(true);
      }
    }
  });
});

describe('in context', () => {
  const first = (sentence: string, word: string) => {
    const words = sentence.split(' ');
    return dictionary.look(words, words.indexOf(word)).readings[0];
  };
  test.each([
    ['وقال إن الوزير كتب رسالة', 'كتب', 'verb'],
    ['اشترى ثلاثة كتب جديدة', 'كتب', 'noun'],
    ['في قتل المدنيين', 'قتل', 'noun'],
    ['لم يقتل أحد', 'يقتل', 'verb'],
  ])('%s: %s is a %s', (sentence, word, pos) => {
    expect(first(sentence, word)?.pos).toBe(pos);
  });
  test.each([
    ['لم يكتب', 'يكتب', 'يَكْتُبْ'],
    ['لن يكتب', 'يكتب', 'يَكْتُبَ'],
    ['في الكتاب', 'الكتاب', 'الْكِتَابِ'],
    ['إلى مدينة كبيرة', 'مدينة', 'مَدِينَةٍ'],
    ['إلى مدينة كبيرة', 'كبيرة', 'كَبِيرَةٍ'],
    ['في الشمس', 'الشمس', 'الشَّمْسِ'],
  ])('%s: %s is %s', (sentence, word, vocalised) => {
    expect(first(sentence, word)?.vocalised).toBe(vocalised.normalize('NFC'));
  });
});

test('a mark that is written must agree', () => {
  const lemmas = (word: string) => dictionary.look([word], 0).readings.map(({ lemma }) => lemma.lemma);
  expect(lemmas('كُتُب')).not.toContain('كَتَبَ');
  expect(lemmas('كَتَب')).toContain('كَتَبَ');
});

test('where a word and its root occur', () => {
  const words = 'كتب الكاتب كتابا ثم كتبه في الكتاب'.split(' ');
  const { lemma, root } = dictionary.occurrences(words, 2);
  expect(lemma).toContain(6);
  expect(root).toEqual(expect.arrayContaining([1, 2, 6]));
});

test('every Arabic word has an answer, and signs have none', () => {
  for (const word of ['ظغغغقق', 'ابتثجحخد', 'ء', 'و', 'ال', 'بـ'])
    expect(dictionary.look([word], 0).readings.length).toBeGreaterThan(0);
  expect(dictionary.look(['،'], 0).readings).toEqual([]);
  expect(dictionary.look(['كتاب'], 7).readings).toEqual([]);
});
