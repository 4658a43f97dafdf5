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
    ['بحث الجانبان أحدث مستجدات المناطق', 'أحدث', 'adj_comp'],
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

describe('who and what a word is, among its neighbours', () => {
  const best = (sentence: string, word: string) => {
    const words = sentence.split(' ');
    return dictionary.look(words, words.indexOf(word)).readings[0];
  };
  test.each([
    ['قال المتحدث باسم الحكومة', 'باسم', 'اسم'],
    ['وقفت أمام البيت', 'أمام', 'أمام'],
    ['أمه امرأة حكيمة', 'حكيمة', 'حكيم'],
    ['زار اليمن أمس', 'اليمن', 'يمن'],
    ['رواتب الموظفين الجدد', 'الموظفين', 'موظف'],
    ['هدية للبنات', 'للبنات', 'ابنة'],
    ['إن الفقر يؤثر', 'الفقر', 'فقر'],
    ['حصل على جائزة أفضل مدرب', 'مدرب', 'مدرب'],
    ['لم يعد هناك وقت', 'يعد', 'عاد'],
    ['شركات متعددة الجنسيات', 'الجنسيات', 'جنسية'],
    ['في ما بعد', 'بعد', 'بعد'],
    ['مع معالي وزير الخارجية', 'وزير', 'وزير'],
    ['الرئيس عمر البشير', 'عمر', 'عمر'],
    ['انضمت إلى النقابات', 'النقابات', 'نقابة'],
  ])('%s: %s is %s', (sentence, word, lemma) => {
    expect(plain(best(sentence, word)?.lemma.lemma ?? '')).toBe(lemma);
  });
  test.each([
    ['هدية للبنات', 'للبنات', 'لِلْبَنَاتِ'],
    ['زار اليمن أمس', 'اليمن', 'الْيَمَن'],
    ['رواتب الموظفين الجدد', 'الموظفين', 'الْمُوَظَّفِينَ'],
    ['بعدما تعرض لملاحقات', 'تعرض', 'تَعَرَّضَ'],
    ['وقالت ميسون إن', 'ميسون', 'مَيْسُون'],
    ['لديها وقت', 'لديها', 'لَدَيْهَا'],
    ['أخذ رأيه بهدوء', 'رأيه', 'رَأْيهُ'],
    ['وأعلن أمس', 'أمس', 'أَمْسِ'],
  ])('%s: %s is %s', (sentence, word, vocalised) => {
    expect(best(sentence, word)?.vocalised).toBe(vocalised.normalize('NFC'));
  });
  test('the full name of a public figure is read as names, its words elsewhere as what they are', () => {
    const kinds = (sentence: string) =>
      dictionary.analyse(sentence.split(' ')).map(({ readings: [one] }) => one?.pos === 'noun_prop');
    expect(kinds('أكد بان كي مون')).toEqual([false, true, true, true]);
    expect(kinds('قال بان كي يعود')).toEqual([false, false, false, false]);
  });
  test('a nisba after a given name names a family, elsewhere it does not', () => {
    const family = best('قالت سناء النحاسي أمس', 'النحاسي');
    expect(family?.trace.map(({ rule }) => rule)).toContain('family name');
    expect([family?.vocalised, family?.latin, family?.lemma.english]).toEqual([
      'النُّحَاسِيّ'.normalize('NFC'),
      'al-Nuhasi',
      [],
    ]);
    expect(best('في القطاع النحاسي', 'النحاسي')?.kind).not.toBe('name');
  });
});

describe('cases are told where they are sure, and nowhere else', () => {
  const caseOf = (sentence: string, word: string) => {
    const words = sentence.split(' ');
    return dictionary.look(words, words.indexOf(word)).readings[0]?.features.case ?? null;
  };
  test.each([
    // The subject of a verb without an object, or who can do it.
    ['وأعلن الوزير الخطة', 'الوزير', 'nominative'],
    ['وأعلن الوزير الخطة', 'الخطة', 'accusative'],
    ['لما تم ترويجه من أخبار', 'ترويجه', 'nominative'],
    ['التي تعهدت بها الدول', 'الدول', 'nominative'],
    ['وأكد البيان أن', 'البيان', 'nominative'],
    // What may be the object.
    ['النمو يضمن عدم الفشل', 'عدم', null],
    ['الخطة ستعزز التجارة', 'التجارة', null],
    ['لكنه رفض تحديد المنطقة', 'المنطقة', 'genitive'],
    // After a name, what is said of it.
    ['أن تكون إيران داعمة للسلام', 'داعمة', null],
    // بيان أن: definite or not.
    ['وقال إن : الأداء الناجح', 'الأداء', 'accusative'],
    ['على اعتبار أن', 'اعتبار', 'genitive'],
    ['في أول ظهور', 'أول', 'genitive'],
    ['كل صباح ينزل', 'كل', null],
    ['وقع ثلاثين اتفاقا', 'ثلاثين', null],
    ['أشار بشكل غير مباشر', 'غير', 'genitive'],
    ['إن هذه الاتهامات غير صحيحة', 'غير', null],
  ])('%s: %s is %s', (sentence, word, expected) => {
    expect(caseOf(sentence, word)).toBe(expected);
  });
});

describe('marks that stand in the text', () => {
  const first = (sentence: string, word: string) => {
    const words = sentence.split(' ');
    return dictionary.look(words, words.indexOf(word)).readings[0];
  };
  test.each([
    ['وَقَالَ أَحَدُ الزَّبَائِنِ', 'أَحَدُ', 'nominative'],
    ['إِنَّ مِيزَانَكَ عَادِلٌ', 'عَادِلٌ', 'nominative'],
    ['دَفَعَتِ الثَّمَنَ', 'الثَّمَنَ', 'accusative'],
    ['رَدَّ الْبَائِعُ غَاضِبًا', 'الْبَائِعُ', 'nominative'],
  ])('%s: %s is %s', (sentence, word, expected) => {
    expect(first(sentence, word)?.features.case).toBe(expected);
  });
  test.each([
    ['رَدَّ الْبَائِعُ غَاضِبًا', 'رَدَّ', 'رد', 'verb'],
    ['قَالَتْ لِي أُمِّي', 'أُمِّي', 'أم', 'noun'],
    ['وَأَنَا نَسِيتُ', 'وَأَنَا', 'أنا', 'pron'],
    ['الْحَقُّ مَعَكِ', 'مَعَكِ', 'مع', 'noun'],
  ])('%s: %s is %s, a %s', (sentence, word, lemma, pos) => {
    const reading = first(sentence, word);
    expect([plain(reading?.lemma.lemma ?? ''), reading?.pos]).toEqual([lemma, pos]);
  });
  test('they are shown as they stand, also on names', () => {
    for (const word of ['نَسِيتُ', 'مَعَكِ', 'جَابِرُ', 'زِلْتْسُوغٍ', 'وَقَفَتِ'])
      expect(first(word, word)?.vocalised).toBe(word.normalize('NFC'));
  });
  test('tanwin stands once, on whichever letter the writer put it', () => {
    expect(first('جديداً', 'جديداً')?.vocalised).toBe('جَدِيدًا');
    expect(first('جديدًا', 'جديدًا')?.vocalised).toBe('جَدِيدًا');
  });
  test('a woman is spoken to where the writer says so', () => {
    const piece = (word: string) => first(word, word)?.pieces.at(-1)?.gloss?.en;
    expect(piece('كِتَابُكِ')).toBe('your (f.)');
    expect(piece('كتابك')).toBe('your');
  });
});

test('letters of the Latin script stand beside each other, and words that are written alike do not', () => {
  const latin = (sentence: string) =>
    dictionary.analyse(sentence.split(' ')).map(({ readings: [one] }) => (one?.pos === 'abbrev' ? one.latin : null));
  expect(latin('قناة سي إن إن')).toEqual([null, 'C', 'N', 'N']);
  expect(latin('هيئة بي بي سي')).toEqual([null, 'B', 'B', 'C']);
  expect(latin('قال لي إن بي مرضا')).toEqual([null, null, null, null, null]);
});

test('endings of nouns and of verbs that are named alike mean different things', () => {
  const ending = (word: string, pos: string) =>
    dictionary
      .look([word], 0)
      .readings.find((reading) => reading.pos === pos)
      ?.pieces.find(({ kind }) => kind === 'ending')?.gloss?.en;
  expect(ending('يكتبن', 'verb')).toBe('they (f.); you (f. pl.)');
  expect(ending('سيارات', 'noun')).toBe('plural');
  expect(ending('مسؤولي', 'noun')).toBe('plural (men)');
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
