import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article, Block } from '../core/article/article.ts';
import { verifyArticle } from '../core/dataset/verify.ts';
import { annotate } from './article.ts';

const blocksOf = (lines: readonly string[]): Block[] =>
  lines.map((text, at) =>
    at === 0 ? { id: 'h1', type: 'headline', gap: 0, text } : { id: `p${at}`, type: 'paragraph', gap: 2, text },
  );
const article = (blocks: readonly Block[]): Article => ({
  format: 'isnad-article',
  version: 1,
  id: 'a',
  language: 'ar',
  origin: 'reproduced',
  level: 'advanced',
  topics: [],
  title: { ar: 'ع', en: '' },
  summary: { ar: '', en: '' },
  notice: null,
  author: null,
  published: null,
  revision: 1,
  revised: '2026-01-01',
  blocks,
  glossary: [],
  original: null,
  ...annotate(blocks),
});

describe('the article of an analysis', () => {
  const made = article(
    blocksOf([
      'أوباما: السلام ممكن',
      'قال الرئيس باراك أوباما في واشنطن إن السلام ممكن، مضيفا أن مصدرا أمنيا أكد أن الحرب انتهت. ودعا أوباما إلى الحوار.',
    ]),
  );

  test('passes every check of the dataset', () => {
    expect(verifyArticle(made)).toEqual([]);
  });

  test('says the truth of who stands beside the cue, and of who spoke before', () => {
    const { quotations } = article(
      blocksOf([
        'خبر اليوم',
        'قال خالد الحداد إن الاتفاق وقع. وأضاف: «لن نتراجع». وقالت ليلى منصور إن الطريق طويل، مضيفة أن الأمر صعب.',
        'وأوضح الحداد: نعم.',
      ]),
    );
    expect(quotations.map(({ reason }) => reason.ar)).toEqual([
      'بعد فعل القول «قال» جملةٌ تنقل الكلام. القائل مذكور مع لفظ النقل: «خالد الحداد».',
      'بعد فعل القول «وأضاف» نقطتان. لم يُذكر القائل بجانبه، وآخر من نُقل كلامه قبله: خالد الحداد.',
      'بعد فعل القول «وقالت» جملةٌ تنقل الكلام. القائل مذكور مع لفظ النقل: «ليلى منصور».',
      '«مضيفة أن» حالٌ تصل الكلام بفعل قبلها، فالقائل هو فاعل ذلك الفعل. وآخر من نُقل كلامه قبلها: ليلى منصور.',
      'بعد فعل القول «وأوضح» نقطتان. القائل مذكور مع لفظ النقل: «الحداد»، أي خالد الحداد.',
    ]);
  });

  test('gathers the forms of a name in one entity', () => {
    const obama = made.entities.find(({ name }) => name.ar === 'باراك أوباما');
    expect((obama?.aliases ?? []).toSorted()).toEqual(['أوباما', 'باراك أوباما']);
    expect(made.mentions.filter(({ entity }) => entity === obama?.id)).toHaveLength(3);
    expect(made.quotations[0]?.speaker).toBe(obama?.id);
  });

  test('says which rule made a quotation, and why, in both languages', () => {
    for (const { provenance, reason } of made.quotations) {
      expect(provenance.by).toBe('rule');
      expect(provenance.rule).toMatch(/^\w+\.\w+$/);
      expect(provenance.confidence).toBeGreaterThan(0);
      expect(reason.ar).toMatch(/\p{Script=Arabic}/u);
      expect(`${reason.ar}${reason.en}`).not.toMatch(/[{}]/);
    }
    expect(made.quotations[1]?.reason.ar).toContain('قال');
    expect(made.quotations[0]?.reason.ar).toBe(
      'في أول السطر «أوباما» ونقطتان: ما بعدهما كلام صاحب الاسم. وهو في النصّ: باراك أوباما.',
    );
  });

  test('keeps a report inside a report under it', () => {
    const inner = made.quotations.find(({ contents }) => contents[0]?.words === 'الحرب انتهت');
    const outer = made.quotations.find(({ id }) => id === inner?.parent);
    expect(outer?.contents[0]?.words).toContain('مصدرا أمنيا');
  });

  test('stands any blocks', () => {
    const words =
      'قال محمد علي إن أوضح أكد وأضاف مؤكدا أن لـ خالد الحربي التي على قوله بحسب وزارة الصحة بشار الأسد للأسد الذي مَ';
    const piece = fc.constantFrom(...words.split(' '), ...'«»":،. 😀'.split(''), '\u064b', '\u0301');
    const line = fc.array(piece, { maxLength: 25 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        expect(verifyArticle(article(blocksOf(lines)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

// Each of these made some step of an earlier engine go over the whole text again and again; a step that does so takes minutes here.
test.each([
  '«قال ',
  'قال أضاف أكد ',
  'وقال محمد إن ',
  'بحسب وزارة الصحة ',
  'بحسب بيان للجيش ',
  'قال: ',
  'قال "نعم ',
  'رئيس وزير مدير ',
  'المتحدث باسم المتحدث باسم ',
  'أوضح خالد لـ«عكاظ» ',
  'كما قال محمد ، ',
  'قال\n',
])(
  '300,000 letters of «%s» are analysed',
  (piece) => {
    const [block] = blocksOf([piece.repeat(Math.ceil(300_000 / piece.length)).replaceAll('\n', ' ')]);
    expect(annotate(block ? [block] : [])).toBeDefined();
  },
  60_000,
);
