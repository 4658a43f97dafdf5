import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arabicText } from '../../testing/arabic.ts';
import { type CardWords, layCard, type Measure, SIDE } from './card.ts';

/** Every letter half as wide as it is high. */
const measure: Measure = (text, size) => [...text].length * size * 0.5;

const given: CardWords = {
  words: '«كلمة وكلمة»',
  quotes: true,
  told: 'القائل: سارة',
  source: '«خبر»، نشرة',
  address: 'https://isnad.example/a/x/#p1.1~abcdefg',
  language: 'ar',
  reader: 'إسناد',
};
const passageOf = (card: ReturnType<typeof layCard>) =>
  card.lines.filter(({ y }) => y > 160 && y < card.rule).map(({ text }) => text);

test('a short passage stands whole in large letters, its source below the rule', () => {
  const card = layCard(given, measure);
  expect(card.cut).toBe(false);
  expect(passageOf(card)).toEqual(['«كلمة وكلمة»']);
  expect(card.lines.find(({ text }) => text.startsWith('«كلمة'))).toMatchObject({ size: 84, direction: 'rtl' });
  const foot = card.lines.filter(({ y }) => y > card.rule).map(({ text }) => text);
  expect(foot).toEqual(['القائل: سارة', '«خبر»، نشرة', 'isnad.example/a/x/#p1.1~abcdefg']);
});

test('a longer passage is set smaller before anything is left out', () => {
  const card = layCard({ ...given, words: 'كلمة '.repeat(60) }, measure);
  expect(card.cut).toBe(false);
  expect(passageOf(card).join(' ').split(' ')).toHaveLength(60);
  expect(Math.min(...card.lines.filter(({ y }) => y < card.rule && y > 160).map(({ size }) => size))).toBeLessThan(84);
});

test('a passage too long for the smallest letters ends with an ellipsis, between words, and that is told', () => {
  const card = layCard({ ...given, words: 'كلمة '.repeat(900) }, measure);
  expect(card.cut).toBe(true);
  expect(passageOf(card).at(-1)).toMatch(/(^| )كلمة…$/);
});

test('no single word is left over in a last line of a short passage', () => {
  const words = ['كلماتٌ', 'طويلةٌ', 'جدًّا', 'في', 'سطرينِ', 'ونصفٍ', 'وكلمةٌ'];
  const lines = passageOf(layCard({ ...given, words: words.join(' ') }, measure));
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.at(-1)?.split(' ').length).toBeGreaterThan(1);
});

test('a word that is explained stands larger than its meaning, which runs as its language does', () => {
  const card = layCard({ ...given, words: 'هُدْنَة', quotes: false, told: 'truce', language: 'en' }, measure);
  const [word, meaning] = card.lines.filter(({ y }) => y > 160 && y < card.rule);
  expect(word).toMatchObject({ text: 'هُدْنَة', direction: 'rtl', x: SIDE - 84 });
  expect(meaning).toMatchObject({ text: 'truce', direction: 'ltr', x: 84 });
  expect(word?.size).toBeGreaterThan(2 * (meaning?.size ?? 0));
});

test('whatever the words are, every line is inside the picture and none is lost unsaid', () => {
  const text = fc.oneof(
    arabicText(400),
    fc.string({ maxLength: 600 }),
    fc.constantFrom('x'.repeat(3000), 'ـ'.repeat(500), ''),
  );
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.boolean(),
      fc.constantFrom('ar', 'en'),
      (words, told, source, quotes, language) => {
        const card = layCard({ ...given, words, told, source, quotes, language }, measure);
        for (const { text: line, size, bold, x, y } of card.lines) {
          expect(measure(line, size, bold)).toBeLessThanOrEqual(SIDE - 168 + size);
          expect([84, SIDE - 84, SIDE - 156, 156]).toContain(x);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(SIDE - 40);
        }
        const body = card.lines.filter(({ y }) => y > 160 && y < card.rule);
        for (const { y } of body) expect(y).toBeLessThan(card.rule - 8);
        if (!card.cut && quotes) {
          const letters = (one: string) => one.replace(/\s/gu, '');
          expect(letters(body.map(({ text: line }) => line).join(''))).toBe(letters(words));
        }
      },
    ),
    { numRuns: 150 },
  );
});
