import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from './analyse.ts';

const said = (text: string) =>
  analyse(text).quotes.map(({ start, end, speaker, kind }) => ({ words: text.slice(start, end), speaker, kind }));

describe('who said what', () => {
  test.each([
    [
      'the verb first, its subject after it, a clause',
      'قال وزير الخارجية المصري سامح شكري إن المفاوضات ستبدأ غدا.',
      [{ words: 'المفاوضات ستبدأ غدا', speaker: 'سامح شكري', kind: 'indirect' }],
    ],
    [
      'an elided subject, and a participle of the same speaker',
      'قال سامح شكري إن المفاوضات ستبدأ غدا. وأضاف أن الوفد وصل إلى القاهرة، مشيرا إلى أهمية اللقاء.',
      [
        { words: 'المفاوضات ستبدأ غدا', speaker: 'سامح شكري', kind: 'indirect' },
        { words: 'الوفد وصل إلى القاهرة', speaker: 'سامح شكري', kind: 'indirect' },
        { words: 'أهمية اللقاء', speaker: 'سامح شكري', kind: 'indirect' },
      ],
    ],
    [
      'words in quotation marks',
      'وقال محمود عباس: "نريد السلام ولا نريد الحرب".',
      [{ words: 'نريد السلام ولا نريد الحرب', speaker: 'محمود عباس', kind: 'direct' }],
    ],
    [
      'the subject before the verb',
      'لكن الولايات المتحدة أدانت الهجوم على المدينة.',
      [{ words: 'الهجوم على المدينة', speaker: 'الولايات المتحدة', kind: 'indirect' }],
    ],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test.each(['وقع الهجوم بين المدينة والحدود.', 'طالب في الجامعة يدرس الطب.', 'هناك كثير من الناس في السوق.'])(
    '%s reports nothing',
    (text) => {
      expect(said(text)).toEqual([]);
    },
  );
});

describe('any text', () => {
  const WORDS =
    'قال الوزير إن أن إلى عن في من على محمد أحمد عباس دمشق «السلام» "الحرب" : ، . ( ) - قائلا وأضاف مشيرا الأمم المتحدة حزب رئيس ٢٠٢٠ ( ” “ … كما بحسب نقلت قوله وصف بـ اتهم'.split(
      ' ',
    );
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' ')),
    fc.array(fc.constantFrom(...WORDS, '\n', '\u200f', 'ـ', '😀'), { maxLength: 60 }).map((words) => words.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  test('is analysed without a fault, twice the same, every range in bounds', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const first = analyse(text);
        for (const { start, end } of [...first.quotes, ...first.entities]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(analyse(text)).toEqual(first);
      }),
      { numRuns: 2000 },
    );
  });
});
