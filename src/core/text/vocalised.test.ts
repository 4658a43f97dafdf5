import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareText } from './display.ts';
import { marksFor, vocalisedText } from './vocalised.ts';

const text = 'قال «شمخاني»، إنّ الدولة كـبيرة 26.';
const word = (written: string, vocalised: string) => {
  const start = text.indexOf(written);
  return { start, end: start + written.length, vocalised };
};
const words = [word('قال', 'قَالَ'), word('إنّ', 'إِنَّ'), word('الدولة', 'الدَّوْلَةَ'), word('كـبيرة', 'كَبِيرَةٌ')];

describe('a text with vowels added', () => {
  test('keeps its letters and signs', () => {
    const shown = vocalisedText(text, words, { marks: true });
    expect(shown.text).toBe('قَالَ «شمخاني»، إِنَّ الدَّوْلَةَ كَـبِيرَةٌ 26.');
    expect(bareText(shown.text)).toBe(bareText(text));
  });

  test.each([
    ['another spelling keeps the published letters', 'الى', 'إِلَى', 'اِلَى'],
    ['an ending without dots', 'دوله', 'دَوْلَةٌ', 'دَوْلَهٌ'],
  ])('%s', (_, written, vocalised, shown) => {
    expect(vocalisedText(written, [{ start: 0, end: written.length, vocalised }], { marks: true }).text).toBe(shown);
  });

  test.each([
    ['قال', 'قَوْلَ'],
    ['قال', 'قَا'],
    ['قا', 'قَالَ'],
    ['قال', 'َقال'],
  ])('%s is not vocalised as %s', (written, vocalised) => {
    expect(marksFor(written, vocalised)).toBeNull();
  });

  test('signs of other words are shown or not, as the reader wishes', () => {
    const stored = 'كَتَبَ الولدُ';
    const one = [{ start: 0, end: 6, vocalised: 'كُتِبَ' }];
    expect(vocalisedText(stored, one, { marks: true }).text).toBe('كُتِبَ الولدُ');
    expect(vocalisedText(stored, one, { marks: false }).text).toBe('كُتِبَ الولد');
  });

  test('every stretch of letters is found again, there and back', () => {
    const shown = vocalisedText(text, words, { marks: true });
    for (const { start, end } of words) {
      const there = shown.toScreen({ start, end });
      expect(bareText(shown.text.slice(there.start, there.end))).toBe(bareText(text.slice(start, end)));
      expect(/[\u064b-\u0652]/.test(shown.text.charAt(there.end))).toBe(false);
    }
    fc.assert(
      fc.property(fc.nat(text.length), (at) => {
        const { start } = shown.toScreen({ start: at, end: at });
        // A sign of the text that others replaced stands for the letter behind it.
        const back = shown.toStored(start);
        expect(bareText(text.slice(0, back))).toBe(bareText(text.slice(0, at)));
        expect(bareText(shown.text.slice(0, start))).toBe(bareText(text.slice(0, at)));
      }),
    );
    expect(shown.toStored(shown.text.length)).toBe(text.length);
  });
});
