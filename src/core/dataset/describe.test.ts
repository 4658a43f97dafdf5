import { expect, test } from 'vitest';
import { buildArticle, say } from '../../testing/article.ts';
import { describeArticle } from './describe.ts';

test('an article is described by what was counted in it', () => {
  expect(describeArticle(buildArticle())).toEqual({
    id: 'truce',
    file: 'articles/truce.json',
    origin: 'original',
    level: 'intermediate',
    topics: [say('سياسة', 'Politics')],
    title: say('أحمد ناصر يصل إلى دمشق', 'Ahmad Nasir arrives in Damascus'),
    summary: say('خلاصة', 'summary'),
    published: '2026-10-03',
    revision: 1,
    words: 5 + 14 + 13,
    quotations: 5,
    // The agency and the source are named by no mention.
    entities: { person: 3, organization: 0, place: 1, event: 0, group: 0, date: 0, work: 0 },
    glossary: 1,
    speakers: [
      { name: say('أحمد ناصر', 'Ahmad Nasir'), quotations: 3 },
      { name: say('سارة', 'Sara'), quotations: 1 },
      { name: say('مصدر أمني', 'a security source'), quotations: 1 },
    ],
  });
});

test('a quotation without a speaker counts, but makes no speaker', () => {
  const article = buildArticle();
  for (const quotation of article.quotations) quotation.speaker = quotation.id === 'q1' ? 'nasir' : null;
  const { quotations, speakers } = describeArticle(article);
  expect(quotations).toBe(5);
  expect(speakers).toEqual([{ name: say('أحمد ناصر', 'Ahmad Nasir'), quotations: 1 }]);
});

test('an entity mentioned twice is one entity', () => {
  const article = buildArticle();
  article.mentions = article.mentions.filter(({ entity }) => entity === 'damascus');
  expect(describeArticle(article).entities).toMatchObject({ place: 1, person: 0 });
});
