import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from './clean.ts';

describe('cleaning', () => {
  test.each([
    ['a letter’s forms', 'ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ', 'قال الوزير', { forms: 2 }],
    ['lam with alef', 'ﻻ ﺇﻟﻴﻪ ﻷﻥ', 'لا إليه لأن', { forms: 3 }],
    ['a mark with a place of its own', 'ﹷقال', 'َقال', { forms: 1 }],
    ['signs of honour stay', 'محمد ﷺ ﴿آية﴾', 'محمد ﷺ ﴿آية﴾', {}],
    ['zero width', 'قا\u200bل\u200c \u00adالو\u200dزير\ufeff', 'قال الوزير', { invisible: 5 }],
    ['directions', '\u202bقال\u202c \u200fالوزير\u061c', 'قال الوزير', { bidi: 4 }],
    ['stretched words', 'قـــال الـوزيـر', 'قال الوزير', { tatweel: 3 }],
    [
      'tatweel before a quotation mark',
      'بـ«داعش» والـ15 وبــ"نعم" عام 1438هـ.',
      'بـ«داعش» والـ15 وبـ"نعم" عام 1438هـ.',
      { tatweel: 1 },
    ],
    ['tatweel as a dash', 'العالم ـ إيران ــ طهران', 'العالم – إيران – طهران', { tatweel: 2 }],
    ['tatweel at an end', 'قالـ نعمــ', 'قال نعم', { tatweel: 2 }],
    [
      'entities',
      '&quot;نعم&quot; &#1602;&#x627;&#1604; &nbsp;&laquo;لا&raquo; &nosuch; &',
      '"نعم" قال «لا» &nosuch; &',
      { entities: 8, spaces: 1 },
    ],
    ['no entity out of two', '&amp;lt;', '&lt;', { entities: 1 }],
    ['odd spaces', 'قال\u00a0الوزير\t \u2003نعم', 'قال الوزير نعم', { spaces: 2 }],
    ['line ends', 'أ\r\nب\rج\u2028د', 'أ\nب\nج\nد', { lines: 3 }],
    ['controls and private signs', 'قا\u0000ل\u0007 \ue000\ud800نعم', 'قال نعم', { controls: 4 }],
    ['what was lost', 'قا\ufffd\ufffdل', 'قال', { lost: 1 }],
    ['spelling stays', 'اكد انه فى موثر،، لا يجب أن', 'اكد انه فى موثر،، لا يجب أن', {}],
    ['tashkeel stays', 'قالَ الوزيرُ', 'قالَ الوزيرُ', {}],
  ])('%s', (_, from, to, counts) => {
    const { text, changes } = cleanText(from);
    expect(text).toBe(to);
    expect(Object.fromEntries(changes.map(({ kind, count }) => [kind, count]))).toEqual(counts);
  });

  test('tells the first of each kind', () => {
    expect(cleanText('قـــال ﻻ').changes).toEqual([
      { kind: 'forms', count: 1, from: 'ﻻ', to: 'لا' },
      { kind: 'tatweel', count: 1, from: 'ـــ', to: '' },
    ]);
  });

  test('a clean text stays as it is, and none is touched silently', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...'قالوهبـ ﻻﹷ\u200b\u202b\u00a0\t\r\n«»"15&;#x6amp\ud800\ufffd\u0000َ–'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const once = cleanText(text);
        if (once.changes.length === 0) expect(once.text).toBe(text.replace(/^ | $/gm, ''));
        // An entity may hide another; two passes end what one began.
        if (!text.includes('&')) {
          const twice = cleanText(once.text);
          expect(twice.text).toBe(once.text);
          expect(twice.changes).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
