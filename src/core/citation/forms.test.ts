import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arabicText } from '../../testing/arabic.ts';
import { bareWords, escapeMarkdown, type Extract, markdownOf, messageOf, wordsWithCitation } from './forms.ts';
import { embedAddress, embedSnippet, heightFor } from './frame.ts';
import { quoted } from './quote.ts';

const passage: Extract = {
  pieces: ['قال «نعم»', 'ثم ذهب'],
  between: '\n',
  quotes: true,
  told: null,
  language: 'ar',
};
const word: Extract = { pieces: ['هُدْنَة'], between: '', quotes: false, told: 'truce', language: 'ar' };
const address = 'https://isnad.example/a/x/#p1.2-3~abcdefg';

test('the words alone, with a citation, and as a message', () => {
  expect(bareWords(passage)).toBe('قال «نعم»\nثم ذهب');
  expect(wordsWithCitation(passage, 'المصدر.')).toBe('«قال ‹نعم›\nثم ذهب»\n\nالمصدر.');
  expect(messageOf({ ...passage, told: 'القائل: سارة' }, '«خبر»', address)).toBe(
    `«قال ‹نعم›\nثم ذهب»\nالقائل: سارة\n— «خبر»\n\n${address}`,
  );
  expect(messageOf(word, '«خبر»', address)).toBe(`هُدْنَة\n\u2066truce\u2069\n— «خبر»\n\n${address}`);
});

describe('Markdown', () => {
  test('a quotation with its source as a link', () => {
    expect(markdownOf(passage, '«خبر [1]»', address)).toBe(
      `> «قال ‹نعم›\n>\n> ثم ذهب»\n>\n> — [«خبر \\[1\\]»](<${address}>)\n`,
    );
  });
  test.each([
    ['# رأس', '\\# رأس'],
    ['- بند', '\\- بند'],
    ['12. بند', '12\\. بند'],
    ['    شفرة', 'شفرة'],
    ['*a* _b_ `c` ~d~ <i>', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\<i\\>'],
    ['![x](y) & | \\', '\\!\\[x\\](y) \\& \\| \\\\'],
    ['http://x www.x a@b', 'http\\://x www\\.x a\\@b'],
    ['=== ---', '\\=== ---'],
  ])('%s is words', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
  test('nothing but backslashes is added, each before a sign, and every line stays in the quotation', () => {
    fc.assert(
      fc.property(arabicText(), fc.string(), (ar, other) => {
        const line = (ar + other).replace(/\s+/g, ' ').trim();
        expect(escapeMarkdown(line).replace(/\\([^\p{L}\p{N}\s])/gu, '$1')).toBe(line);
        const told = markdownOf({ ...passage, pieces: [line, other], quotes: false }, line, address);
        for (const written of told.trimEnd().split('\n')) expect(written).toMatch(/^>( |$)/);
      }),
    );
  });
});

describe('the embed snippet', () => {
  test('is an iframe whose address asks for the embedded view', () => {
    expect(embedSnippet({ address, title: 'مقطع من «خبر»', characters: 76 })).toBe(
      '<iframe src="https://isnad.example/a/x/?view=embed#p1.2-3~abcdefg" title="مقطع من «خبر»" width="100%" height="240" loading="lazy" style="border:0;max-width:44rem"></iframe>',
    );
    expect(embedAddress('https://x/a/?b=1#w=%3F')).toBe('https://x/a/?b=1&view=embed#w=%3F');
  });
  test('no title leaves its attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'"<>&\'=/ \n', 'x', 'script') }), (title) => {
        const snippet = embedSnippet({ address, title, characters: 10 });
        expect(snippet.match(/[<>]/g)).toEqual(['<', '>', '<', '>']);
        expect(snippet.match(/"/g)).toHaveLength(12);
      }),
    );
  });
  test('its height follows the text, within a screen', () => {
    expect(heightFor(0)).toBe(240);
    expect(heightFor(300)).toBeGreaterThan(heightFor(120));
    expect(heightFor(1e6)).toBe(640);
  });
});

test.each([
  ['قال "نعم" و«لا»', 'ar', '«قال ‹نعم› و‹لا›»'],
  ['he said "yes" («لا»)', 'en', '“he said ‘yes’ (‘لا’)”'],
  ['"نعم"', 'ar', '«‹نعم›»'],
] as const)('%s in quotation marks', (words, language, told) => {
  expect(quoted(words, language)).toBe(told);
});
