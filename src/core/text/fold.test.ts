import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arabicText, controls, marks, textAndSpan } from '../../testing/arabic.ts';
import { type FoldLevel, fold, foldedOffset, foldText, unfold } from './fold.ts';

describe('the text as it is compared', () => {
  test.each<[FoldLevel, string, string]>([
    ['exact', 'إِنَّ الهُـدنة', 'إِنَّ الهُـدنة'],
    ['marks', 'إِنَّ', 'إن'],
    ['marks', 'كِتَابًا', 'كتابا'],
    ['marks', 'هٰذا الرَّحمٰن', 'هذا الرحمن'],
    ['marks', 'كــتــاب', 'كتاب'],
    ['marks', '\u200fعلي\u200e مملوك\u202c', 'علي مملوك'],
    ['marks', 'می\u200cخواهم', 'میخواهم'],
    ['marks', '\ufeffقال', 'قال'],
    ['marks', 'الٓمٓ ۖ صدق ۚ', 'الم  صدق '],
    ['marks', 'أحمد وإيران وآسيا ومكتبة والهدى', 'أحمد وإيران وآسيا ومكتبة والهدى'],
    ['loose', 'أحمد وإيران وآسيا وٱلشمس', 'احمد وايران واسيا والشمس'],
    ['loose', 'لأحمد، لإيران، لآسيا، لا', 'لاحمد، لايران، لاسيا، لا'],
    ['loose', 'مكتبةٌ على مستوى رؤساء الهيئة', 'مكتبه علي مستوي روساء الهييه'],
    ['loose', 'ایران کتاب', 'ايران كتاب'],
    ['loose', '٢٠١٧ ۲۰۱۷ 2017', '2017 2017 2017'],
    ['loose', '٠٩ ۰۹', '09 09'],
    ['loose', 'SANA قناة', 'sana قناه'],
  ])('%s: %s → %s', (level, text, folded) => {
    expect(foldText(text, level)).toBe(folded);
  });

  // What must stay apart: folding these would find words that nobody wrote.
  test.each<[FoldLevel, string, string]>([
    ['exact', 'كتاب', 'كتابً'],
    ['marks', 'على', 'علي'],
    ['marks', 'مكتبة', 'مكتبه'],
    ['marks', 'أن', 'ان'],
    ['marks', 'کتاب', 'كتاب'],
    ['marks', '٣', '3'],
    ['loose', 'ضابط', 'ظابط'],
    ['loose', 'ثلاثة', 'تلاتة'],
    ['loose', 'سماء', 'سما'],
    ['loose', 'حسن', 'حصن'],
    ['loose', 'قال', 'قال '],
    ['loose', '١٢', '١٣'],
  ])('%s keeps %s and %s apart', (level, a, b) => {
    expect(foldText(a, level)).not.toBe(foldText(b, level));
  });

  test('each level folds what the one before folded', () => {
    fc.assert(
      fc.property(arabicText(), (text) => {
        expect(foldText(foldText(text, 'marks'), 'loose')).toBe(foldText(text, 'loose'));
        expect(foldText(foldText(text, 'loose'), 'loose')).toBe(foldText(text, 'loose'));
      }),
    );
  });
});

describe('the way back', () => {
  const levels: readonly FoldLevel[] = ['exact', 'marks', 'loose'];
  const leftOut = new Set([...marks, ...controls]);

  test('every folded letter came from the letter that the map names', () => {
    fc.assert(
      fc.property(arabicText(), fc.constantFrom(...levels), (text, level) => {
        const folded = fold(text, level);
        // Slow and obvious: one letter at a time, those that are left out dropped.
        const kept = text.split('').flatMap((unit, at) => (level !== 'exact' && leftOut.has(unit) ? [] : [at]));
        expect([...folded.origin]).toEqual([...kept, text.length]);
        expect(folded.text).toHaveLength(kept.length);
        kept.forEach((at, i) => expect(folded.text.charAt(i)).toBe(foldText(text.charAt(at), level)));
      }),
    );
  });

  test('an offset comes back to itself', () => {
    fc.assert(
      fc.property(arabicText(), fc.constantFrom(...levels), (text, level) => {
        const folded = fold(text, level);
        for (let at = 0; at <= folded.text.length; at++) {
          expect(foldedOffset(folded, unfold(folded, at, at).start)).toBe(at);
        }
      }),
    );
  });

  test('an offset inside the marks of a letter stands behind that letter', () => {
    const folded = fold('إِنَّ', 'marks');
    expect([0, 1, 2, 3, 4, 5].map((offset) => foldedOffset(folded, offset))).toEqual([0, 1, 1, 2, 2, 2]);
  });

  test('what is unfolded folds to what was found', () => {
    fc.assert(
      fc.property(textAndSpan, fc.constantFrom(...levels), ({ text }, level) => {
        const folded = fold(text, level);
        for (let from = 0; from < folded.text.length; from += 3) {
          for (let to = from + 1; to <= folded.text.length; to += 2) {
            const { start, end } = unfold(folded, from, to);
            expect(foldText(text.slice(start, end), level)).toBe(folded.text.slice(from, to));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('no mark is torn from its letter', () => {
    fc.assert(
      fc.property(
        arabicText(),
        fc.constantFrom<FoldLevel>('marks', 'loose'),
        fc.nat(),
        fc.nat(),
        (text, level, a, b) => {
          const folded = fold(text, level);
          if (folded.text.length === 0) return;
          const from = a % folded.text.length;
          const { start, end } = unfold(folded, from, from + 1 + (b % (folded.text.length - from)));
          expect(marks).not.toContain(text.charAt(start));
          expect(marks).not.toContain(text.charAt(end));
        },
      ),
    );
  });

  test.each([
    ['كِتَابًا', 'كتابا', 'كِتَابًا'],
    ['هو كِتَابٌ جديد', 'كتاب', 'كِتَابٌ'],
    ['قـــال', 'قال', 'قـــال'],
    ['لِأَحْمَد', 'احمد', 'أَحْمَد'],
    ['وبإيران', 'ايران', 'إيران'],
  ])('in %s, %s is %s', (text, wanted, found) => {
    const folded = fold(text, 'loose');
    const at = folded.text.indexOf(wanted);
    const { start, end } = unfold(folded, at, at + wanted.length);
    expect(text.slice(start, end)).toBe(found);
  });

  test('an empty stretch stays empty, and what lies behind the text is its end', () => {
    const folded = fold('إِنَّ', 'marks');
    expect(unfold(folded, 1, 1)).toEqual({ start: 2, end: 2 });
    expect(unfold(folded, 2, 2)).toEqual({ start: 5, end: 5 });
    expect(unfold(fold('', 'loose'), 0, 0)).toEqual({ start: 0, end: 0 });
  });
});
