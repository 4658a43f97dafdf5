import * as fc from 'fast-check';

const letters = [...'اأإآٱبتةثجحخدرزسشصضطظعغفقكکلمنهوؤيیىئء'];
/** Tashkeel with the superscript alef. */
export const marks = [...'\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670'];
/** Tatweel and what cannot be seen: direction, joining, isolation, byte order. */
export const controls = [...'\u0640\u200b\u200c\u200d\u200e\u200f\u2067\u2069\ufeff'];
const others = [...'،؛؟.…:«»"()0359٣٩۴۹AzÉ-', '😀', '𝐀'];

/** Text as news has it: joined letters with and without marks, controls, spaces of every kind, digits, other scripts. */
export const arabicText = (maxLength = 60): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...letters) },
      { weight: 4, arbitrary: fc.constantFrom(...marks) },
      { weight: 1, arbitrary: fc.constantFrom(...controls) },
      { weight: 4, arbitrary: fc.constantFrom(' ', ' ', ' ', '\u00a0', '\n') },
      { weight: 2, arbitrary: fc.constantFrom(...others) },
    ),
    maxLength,
  });

/** A text and a stretch of it that is not empty, by UTF-16 offsets; it may cut anything. */
export const textAndSpan: fc.Arbitrary<{ text: string; start: number; end: number }> = arabicText()
  .filter((text) => text.length > 0)
  .chain((text) =>
    fc
      .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
      .map(([a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) + 1 })),
  );
