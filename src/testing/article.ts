import type { Article, Entity, Mention } from '../core/article/article.ts';
import type { Bilingual } from '../core/bilingual.ts';
import type { Quotation } from '../core/quotation/quotation.ts';
import type { TextRange } from '../core/text/range.ts';

/** The same shape with every `readonly` taken off, for tests that break one thing in it. */
export type Mutable<Value> = { -readonly [Key in keyof Value]: Mutable<Value[Key]> };

export const say = (ar: string, en = ''): Bilingual => ({ ar, en });

const texts: Readonly<Record<string, string>> = {
  h1: 'أحمد ناصر يصل إلى دمشق',
  p1: 'قال أحمد ناصر إنّ الهدنة «خطوة مهمة»، وأضاف ناصر أنّ الحوار مستمر في دمشق.',
  p2: 'ونقلت سارة عن ناصر قوله إنّ «الطريق طويل». وشمخاني غادر، بحسب مصدر أمني.',
};

/** The `nth` (from 1) place of the words in a block of {@link buildArticle}; throws where there is none. */
export function rangeOf(block: string, words: string, nth = 1): TextRange {
  let start = -1;
  for (let seen = 0; seen < nth; seen++) start = texts[block]?.indexOf(words, start + 1) ?? -1;
  if (start < 0) throw new Error(`«${words}» (${nth}) is not in ${block}`);
  return { block, start, end: start + words.length, words };
}

const entity = (id: string, type: Entity['type'], name: Bilingual, aliases: readonly string[]): Entity => ({
  id,
  type,
  named: true,
  gender: null,
  name,
  aliases,
  role: null,
  description: say('وصف', 'description'),
  authority: [],
});

const mention = (id: string, of: string, range: TextRange): Mention => ({ id, entity: of, range });

const quotation = (
  id: string,
  told: Pick<Quotation, 'kind' | 'contents' | 'cue' | 'source' | 'speaker' | 'verb'> & Partial<Quotation>,
): Quotation => ({
  id,
  addressee: null,
  about: [],
  parent: null,
  provenance: { by: 'editor', rule: null, confidence: null },
  reason: say('لأن الفعل يليه القائل', 'the verb is followed by the speaker'),
  via: [],
  ...told,
});

/**
 * A small article in which everything occurs once: two forms of a name, attached و, a nested quotation, a speaker without
 * a name, a gloss with tashkeel, an agency that the text does not mention. {@link verifyArticle} finds no fault in it.
 */
export function buildArticle(): Mutable<Article> {
  const article: Article = {
    format: 'isnad-article',
    version: 1,
    id: 'truce',
    language: 'ar',
    origin: 'original',
    level: 'intermediate',
    topics: [say('سياسة', 'Politics')],
    title: say('أحمد ناصر يصل إلى دمشق', 'Ahmad Nasir arrives in Damascus'),
    summary: say('خلاصة', 'summary'),
    notice: null,
    author: null,
    published: '2026-10-03',
    original: null,
    revision: 1,
    revised: '2026-10-04',
    blocks: [
      { id: 'h1', type: 'headline', gap: 0, text: texts['h1'] as string },
      { id: 'p1', type: 'paragraph', gap: 2, text: texts['p1'] as string },
      { id: 'p2', type: 'paragraph', gap: 1, text: texts['p2'] as string },
    ],
    entities: [
      entity('nasir', 'person', say('أحمد ناصر', 'Ahmad Nasir'), ['أحمد ناصر', 'ناصر']),
      entity('sara', 'person', say('سارة', 'Sara'), ['سارة']),
      entity('shamkhani', 'person', say('شمخاني', 'Shamkhani'), ['شمخاني']),
      entity('damascus', 'place', say('دمشق', 'Damascus'), ['دمشق']),
      { ...entity('source', 'person', say('مصدر أمني', 'a security source'), []), named: false },
      entity('agency', 'organization', say('وكالة', 'An agency'), []),
    ],
    mentions: [
      mention('m1', 'nasir', rangeOf('h1', 'أحمد ناصر')),
      mention('m2', 'damascus', rangeOf('h1', 'دمشق')),
      mention('m3', 'nasir', rangeOf('p1', 'أحمد ناصر')),
      mention('m4', 'nasir', rangeOf('p1', 'ناصر', 2)),
      mention('m5', 'damascus', rangeOf('p1', 'دمشق')),
      mention('m6', 'sara', rangeOf('p2', 'سارة')),
      mention('m7', 'nasir', rangeOf('p2', 'ناصر')),
      mention('m8', 'shamkhani', rangeOf('p2', 'شمخاني')),
    ],
    quotations: [
      quotation('q1', {
        kind: 'mixed',
        contents: [rangeOf('p1', 'الهدنة «خطوة مهمة»')],
        cue: [rangeOf('p1', 'قال')],
        source: rangeOf('p1', 'أحمد ناصر'),
        speaker: 'nasir',
        verb: { lemma: 'قالَ', class: 'say' },
      }),
      quotation('q2', {
        kind: 'indirect',
        contents: [rangeOf('p1', 'الحوار مستمر في دمشق')],
        cue: [rangeOf('p1', 'أضاف')],
        source: rangeOf('p1', 'ناصر', 2),
        speaker: 'nasir',
        about: ['damascus'],
        verb: { lemma: 'أضافَ', class: 'continue' },
      }),
      quotation('q3', {
        kind: 'indirect',
        contents: [rangeOf('p2', 'عن ناصر قوله إنّ «الطريق طويل»')],
        cue: [rangeOf('p2', 'نقلت')],
        source: rangeOf('p2', 'سارة'),
        speaker: 'sara',
        about: ['nasir'],
        verb: { lemma: 'نقلَ', class: 'say' },
      }),
      quotation('q4', {
        kind: 'direct',
        contents: [rangeOf('p2', '«الطريق طويل»')],
        cue: [rangeOf('p2', 'قوله')],
        source: rangeOf('p2', 'ناصر'),
        speaker: 'nasir',
        parent: 'q3',
        verb: { lemma: 'قالَ', class: 'say' },
        via: [{ role: 'agency', entity: 'agency', range: null, note: null }],
      }),
      quotation('q5', {
        kind: 'indirect',
        contents: [rangeOf('p2', 'شمخاني غادر')],
        cue: [rangeOf('p2', 'بحسب')],
        source: rangeOf('p2', 'مصدر أمني'),
        speaker: 'source',
        about: ['shamkhani'],
        verb: { lemma: null, class: 'accord' },
      }),
    ],
    glossary: [
      {
        id: 'hudna',
        vocalised: 'الْهُدْنَة',
        lemma: 'هُدْنَة',
        root: 'ه د ن',
        pos: 'noun',
        definition: say('وقف القتال مدّة', 'truce'),
        occurrences: [rangeOf('p1', 'الهدنة')],
      },
    ],
    chain: [{ role: 'agency', entity: 'agency', range: null, note: say('مترجم', 'translated') }],
  };
  return structuredClone(article) as Mutable<Article>;
}
