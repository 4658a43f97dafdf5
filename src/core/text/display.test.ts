import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marks, textAndSpan } from '../../testing/arabic.ts';
import { bareText, displayText } from './display.ts';

describe('displayText', () => {
  test.each([
    ['قَالَ إِنَّهُ', 'قال إنه'],
    ['هٰذا كِتَابٌ', 'هذا كتاب'],
    // What belongs to the published letters stays: tatweel, joining controls, hamza and madda.
    ['كـتاب', 'كـتاب'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['قُرآنٌ', 'قرآن'],
    ['بلا شكل', 'بلا شكل'],
    ['', ''],
  ])('without marks, %s is shown as %s', (stored, shown) => {
    expect(displayText(stored, { marks: false }).text).toBe(shown);
    expect(bareText(stored)).toBe(shown);
  });

  test('with marks, nothing changes', () => {
    const shown = displayText('قَالَ', { marks: true });
    expect(shown.text).toBe('قَالَ');
    expect(shown.toScreen({ start: 2, end: 4 })).toEqual({ start: 2, end: 4 });
    expect(shown.toStored(3)).toBe(3);
  });

  test('a stretch is found on the screen by its bare words', () => {
    const stored = 'قَالَ أَحْمَدُ نَعَمْ';
    const shown = displayText(stored, { marks: false });
    const start = stored.indexOf('أَ');
    const { start: from, end: to } = shown.toScreen({ start, end: start + 'أَحْمَدُ'.length });
    expect(shown.text.slice(from, to)).toBe('أحمد');
    expect(shown.toStored(from)).toBe(start);
  });

  test('every offset of the screen comes back to itself', () => {
    fc.assert(
      fc.property(textAndSpan, fc.boolean(), ({ text }, withMarks) => {
        const shown = displayText(text, { marks: withMarks });
        for (let at = 0; at <= shown.text.length; at++) {
          const stored = shown.toStored(at);
          expect(shown.toScreen({ start: stored, end: stored }).start).toBe(at);
          expect(text.charAt(stored)).toBe(shown.text.charAt(at));
          if (!withMarks) expect(marks).not.toContain(text.charAt(stored));
        }
      }),
    );
  });

  test('a stretch shows its own words, without their marks and in order', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, start, end }) => {
        const shown = displayText(text, { marks: false });
        const screen = shown.toScreen({ start, end });
        expect(shown.text.slice(screen.start, screen.end)).toBe(bareText(text.slice(start, end)));
      }),
    );
  });

  test('an offset behind the text is its end', () => {
    expect(displayText('قَالَ', { marks: false }).toStored(99)).toBe(5);
  });
});
