import { describe, expect, test } from 'vitest';
import { key } from './characters.ts';
import { couldBeName, givenNames, isEveryday, isVerb } from './vocabulary.ts';

describe('everyday words', () => {
  test.each(['المشكلة', 'وبالمسؤولين', 'لقضيته', 'سيقررون', 'مفاوضات', 'يواجهها', 'اجتماعاتهم'])(
    '%s is one',
    (word) => {
      expect(isEveryday(key(word))).toBe(true);
    },
  );
  test.each(['غوتيريش', 'أردوغان', 'بنكيران', 'زاخاروفا'])('%s is none', (word) => {
    expect(isEveryday(key(word))).toBe(false);
  });
});

describe('verbs', () => {
  test.each(['قرر', 'وقررت', 'يواجه', 'سيواجهون', 'انسحبت'])('%s is one', (word) => {
    expect(isVerb(key(word))).toBe(true);
  });
  test.each(['قرار', 'تراجع', 'المدينة', 'علي'])('%s is none, or a noun as often', (word) => {
    expect(isVerb(key(word))).toBe(false);
  });
});

describe('names', () => {
  test.each(['محمد', 'فيصل', 'حسن', 'كاميرون'])('%s is one, though a pattern would make a word of it', (name) => {
    expect(couldBeName(key(name))).toBe(true);
    expect(givenNames.has(key(name))).toBe(true);
  });
  test.each(['المفاوضات', 'وقال', 'الوزير', 'اليوم', 'أن', 'الإيراني'])('%s is none', (word) => {
    expect(couldBeName(key(word))).toBe(false);
  });
});
