import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../testing/article.ts';
import { createLookup } from '../article/lookup.ts';
import { citationStyles } from './choices.ts';
import { oneLine, type Reference, referenceOf, turned } from './reference.ts';
import { cite, sourceLine } from './styles.ts';

const address = 'https://isnad.example/a/truce/#p1.1-3~abcdefg';
const whole: Reference = {
  id: 'truce',
  title: { ar: 'أحمد ناصر: «الحوار مستمر»', en: 'Ahmad Nasir: “Talks go on”' },
  author: { name: { ar: 'ميسون سعيد العكرمي', en: 'Maysoun Said al-Akrami' }, person: true },
  publisher: { ar: 'نشرة الريحان', en: 'Rayhan Bulletin' },
  published: { year: 2017, month: 9, day: 8 },
  accessed: { year: 2026, month: 11, day: 25 },
  address,
  words: '',
};
const bare: Reference = { ...whole, author: null, published: null };
const agency: Reference = { ...whole, author: { name: { ar: 'إرنا', en: 'IRNA' }, person: false } };
/** Isolates are not seen: compared without them, and looked at on their own. */
const seen = (text: string) => text.replace(/[\u2066-\u2069]/g, '');
const inEnglish = (reference: Reference, style: (typeof citationStyles)[number]) =>
  seen(cite(reference, { style, language: 'en', digits: 'arab' }));
const inArabic = (reference: Reference, style: (typeof citationStyles)[number], digits: 'arab' | 'latn' = 'arab') =>
  seen(cite(reference, { style, language: 'ar', digits }));

describe('in English', () => {
  const title = 'أحمد ناصر: «الحوار مستمر»';
  const inQuotes = '“أحمد ناصر: ‘الحوار مستمر’”';
  const translation = '[Ahmad Nasir: “Talks go on”]';
  test('APA 7', () => {
    expect(inEnglish(whole, 'apa')).toBe(
      `al-Akrami, M. S. (2017, September 8). ${title} ${translation}. Rayhan Bulletin. ${address}`,
    );
    expect(inEnglish(bare, 'apa')).toBe(`${title} ${translation}. (n.d.). Rayhan Bulletin. ${address}`);
    expect(inEnglish(agency, 'apa')).toContain('IRNA. (2017, ');
    // A body that wrote and published is named once.
    expect(inEnglish({ ...agency, publisher: { ar: 'إرنا', en: 'IRNA' } }, 'apa').match(/IRNA/g)).toHaveLength(1);
  });
  test('MLA 9', () => {
    expect(inEnglish(whole, 'mla')).toBe(
      `al-Akrami, Maysoun Said. ${inQuotes} ${translation}. Rayhan Bulletin, 8 Sept. 2017, ${address}. Accessed 25 Nov. 2026.`,
    );
    const both = { ...agency, publisher: { ar: 'إرنا', en: 'IRNA' } };
    expect(inEnglish(both, 'mla').match(/IRNA/g)).toHaveLength(1);
    expect(inArabic(both, 'mla').match(/إرنا/g)).toHaveLength(1);
    expect(inEnglish(bare, 'mla')).toBe(
      `${inQuotes} ${translation}. Rayhan Bulletin, ${address}. Accessed 25 Nov. 2026.`,
    );
    expect(inEnglish({ ...whole, title: { ar: '', en: 'Talks go on' } }, 'mla')).toContain('. “Talks go on.” Rayhan');
  });
  test('Chicago 17, as a note', () => {
    expect(inEnglish(whole, 'chicago')).toBe(
      `Maysoun Said al-Akrami, ${inQuotes} ${translation}, Rayhan Bulletin, September 8, 2017, ${address}.`,
    );
    expect(inEnglish(bare, 'chicago')).toBe(
      `${inQuotes} ${translation}, Rayhan Bulletin, accessed November 25, 2026, ${address}.`,
    );
    expect(inEnglish({ ...whole, title: { ar: '', en: 'Talks go on' } }, 'chicago')).toContain(', “Talks go on,” Ray');
  });
});

describe('in Arabic', () => {
  const title = '«أحمد ناصر: ‹الحوار مستمر›»';
  test('APA 7', () => {
    expect(inArabic(whole, 'apa')).toBe(
      `ميسون سعيد العكرمي. (٢٠١٧، ٨ سبتمبر). أحمد ناصر: «الحوار مستمر». نشرة الريحان. ${address}`,
    );
    expect(inArabic(bare, 'apa')).toBe(`أحمد ناصر: «الحوار مستمر». (د.ت.). نشرة الريحان. ${address}`);
    expect(inArabic(whole, 'apa', 'latn')).toContain('(2017، 8 سبتمبر)');
  });
  test('MLA 9', () => {
    expect(inArabic(whole, 'mla')).toBe(
      `ميسون سعيد العكرمي. ${title}. نشرة الريحان، ٨ سبتمبر ٢٠١٧، ${address}. تاريخ الاطلاع: ٢٥ نوفمبر ٢٠٢٦.`,
    );
    expect(inArabic(bare, 'mla')).toBe(`${title}. نشرة الريحان، ${address}. تاريخ الاطلاع: ٢٥ نوفمبر ٢٠٢٦.`);
  });
  test('Chicago 17, as a note', () => {
    expect(inArabic(whole, 'chicago')).toBe(`ميسون سعيد العكرمي، ${title}، نشرة الريحان، ٨ سبتمبر ٢٠١٧، ${address}.`);
    expect(inArabic(bare, 'chicago')).toBe(`${title}، نشرة الريحان، تاريخ الاطلاع: ٢٥ نوفمبر ٢٠٢٦، ${address}.`);
  });
  test('never Latin commas or quotation marks, but within a link', () => {
    for (const style of citationStyles) {
      for (const reference of [whole, bare, agency])
        expect(inArabic(reference, style).replace(address, '')).not.toMatch(/[,;"'?]/);
    }
  });
});

test('runs of the other direction are isolated, links are not', () => {
  const latin = { ...whole, publisher: { ar: 'BBC', en: 'BBC' } };
  for (const style of citationStyles) {
    expect(cite(latin, { style, language: 'ar', digits: 'arab' })).toContain('\u2066BBC\u2069');
    expect(cite(latin, { style, language: 'en', digits: 'arab' })).toMatch(/\u2067أحمد[^\u2069]*\u2069/);
    for (const language of ['ar', 'en'] as const)
      expect(cite(latin, { style, language, digits: 'arab' })).toMatch(/(^|\s)https:\S+?[a-z0-9]\.?(\s|$)/);
  }
});

test('every isolate that is opened is closed, whatever stands in a title', () => {
  const text = fc
    .string({ unit: fc.constantFrom(...'aBسل \u2066\u2067\u2069\u202e\u202b«»"“.'), maxLength: 20 })
    .map(oneLine);
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom(...citationStyles),
      fc.constantFrom('ar', 'en'),
      (ar, en, style, language) => {
        let depth = 0;
        const told = cite(
          { ...whole, title: { ar, en }, publisher: { ar: en || 'x', en: ar || 'x' } },
          { style, language, digits: 'latn' },
        );
        for (const sign of told) {
          if (sign === '\u2066' || sign === '\u2067') depth++;
          if (sign === '\u2069') depth--;
          expect(depth === 0 || depth === 1).toBe(true);
          expect(sign).not.toMatch(/[\u202a-\u202e]/);
        }
        expect(depth).toBe(0);
      },
    ),
  );
});

test('the source of a message', () => {
  expect(sourceLine(agency, 'ar', '٨ سبتمبر ٢٠١٧')).toBe('«أحمد ناصر: ‹الحوار مستمر›»، نشرة الريحان، ٨ سبتمبر ٢٠١٧');
  expect(sourceLine({ ...whole, publisher: { ar: 'إسناد', en: 'Isnād' } }, 'en', null)).toBe(
    '“Ahmad Nasir: ‘Talks go on’”',
  );
});

test.each([
  ['Maysoun al-Akrami', 'al-Akrami', 'Maysoun'],
  ['Salman bin Abdulaziz', 'bin Abdulaziz', 'Salman'],
  ['Ibn Khaldun', 'Ibn Khaldun', ''],
  ['Abdul Rahman al Rashed', 'al Rashed', 'Abdul Rahman'],
  ['Adonis', 'Adonis', ''],
])('%s is listed under %s', (name, family, given) => {
  expect(turned(name)).toEqual({ family, given });
});

describe('the reference of an article', () => {
  const reading = { address, accessed: whole.accessed, words: ' كلمة\nوكلمة ' };
  test('an agency stands for the author that is not named', () => {
    const reference = referenceOf(createLookup(buildArticle()), reading);
    expect(reference.author).toEqual({ name: { ar: 'وكالة', en: 'An agency' }, person: false });
    expect(reference.publisher).toEqual({ ar: 'إسناد', en: 'Isnād' });
    expect(reference.published).toEqual({ year: 2026, month: 10, day: 3 });
    expect(reference.words).toBe('كلمة وكلمة');
  });
  test('a named author stands before the agency; a body is known by its entity', () => {
    const article = buildArticle();
    article.author = { ar: 'سارة', en: 'Sara' };
    expect(referenceOf(createLookup(article), reading).author?.person).toBe(true);
    article.author = { ar: 'وكالة', en: 'An agency' };
    expect(referenceOf(createLookup(article), reading).author?.person).toBe(false);
  });
  test('no author, no agency, no date', () => {
    const article = buildArticle();
    article.chain = [];
    article.published = null;
    const reference = referenceOf(createLookup(article), reading);
    expect(reference.author).toBeNull();
    expect(reference.published).toBeNull();
  });
});
