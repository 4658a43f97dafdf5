import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arabicText, textAndSpan } from '../../testing/arabic.ts';
import { countWords, sentencesOf, widenToWords } from './words.ts';

describe('widenToWords', () => {
  test.each([
    ['قال وشمخاني أمس', 'شمخاني', 'وشمخاني'],
    ['وصل بشمخاني، ثم عاد', 'شمخاني', 'بشمخاني،'],
    ['«الحقّ يعلو»', 'الحق', '«الحقّ'],
    ['في\u00a0دمشق اليوم', 'دمشق', 'دمشق'],
    ['سطر\nوسطر', 'سطر', 'سطر'],
    ['می\u200cخواهم رفت', 'خواهم', 'می\u200cخواهم'],
    ['وزير الخارجية قال', 'زير الخارج', 'وزير الخارجية'],
    ['كلمة', 'ل', 'كلمة'],
  ])('in «%s», %s widens to %s', (text, words, wide) => {
    const start = text.indexOf(words);
    const span = widenToWords(text, { start, end: start + words.length });
    expect(text.slice(span.start, span.end)).toBe(wide);
  });

  test('ends at white space or the edges, covers what was given, and does so once', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, start, end }) => {
        const wide = widenToWords(text, { start, end });
        expect(wide.start).toBeLessThanOrEqual(start);
        expect(wide.end).toBeGreaterThanOrEqual(end);
        expect(text.slice(0, wide.start)).toMatch(/(^|\s)$/);
        expect(text.slice(wide.end)).toMatch(/^($|\s)/);
        expect(text.slice(wide.start, start)).not.toMatch(/\s/);
        expect(text.slice(end, wide.end)).not.toMatch(/\s/);
        expect(widenToWords(text, wide)).toEqual(wide);
      }),
    );
  });
});

describe('countWords', () => {
  test.each([
    ['', 0],
    ['   \n ', 0],
    ['قال إنّ الهدنة', 3],
    ['قال : « نعم »', 2],
    ['من - إلى — ثم', 3],
    ['في\u00a0عام ٢٠١٧', 3],
    ['أ ب\nج\tد', 4],
    ['كلمة، كلمة؛ كلمة!', 3],
    ['«»', 0],
    ['SANA وكالة', 2],
  ])('«%s» has %d', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  test('words of two texts with a space between them add up', () => {
    fc.assert(
      fc.property(arabicText(), arabicText(), (a, b) => {
        expect(countWords(`${a} ${b}`)).toBe(countWords(a) + countWords(b));
      }),
    );
  });
});

describe('sentencesOf', () => {
  const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

  test.each([
    ['قال نعم. ثم عاد.', ['قال نعم.', 'ثم عاد.']],
    ['أين هو؟ لا أدري!', ['أين هو؟', 'لا أدري!']],
    ['قال: «نعم.» ثم عاد', ['قال: «نعم.»', 'ثم عاد']],
    ['سطر بلا نقطة\nوسطر', ['سطر بلا نقطة', 'وسطر']],
    ['ارتفع 2.5 بالمئة اليوم.', ['ارتفع 2.5 بالمئة اليوم.']],
    ['انتظر... ثم قال', ['انتظر...', 'ثم قال']],
    ['اردو جملہ۔ دوسرا', ['اردو جملہ۔', 'دوسرا']],
    ['  \n ', []],
    ['', []],
  ])('«%s»', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  test('sentences are in order, bare of outer space, and lose no letter', () => {
    fc.assert(
      fc.property(arabicText(), (text) => {
        let reached = 0;
        for (const { start, end } of sentencesOf(text)) {
          expect(text.slice(reached, start)).toMatch(/^\s*$/);
          expect(text.slice(start, end)).toMatch(/^\S([\s\S]*\S)?$/);
          reached = end;
        }
        expect(text.slice(reached)).toMatch(/^\s*$/);
      }),
    );
  });
});
