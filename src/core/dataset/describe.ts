import type { Article, EntityType } from '../article/article.ts';
import { countWords } from '../text/words.ts';
import type { LibraryEntry } from './library.ts';
import { entityTypes } from './schema.ts';

/** What the library's index says of an article: counted from the article itself, so that the two cannot disagree. */
export function describeArticle(article: Article): LibraryEntry {
  const mentioned = new Set(article.mentions.map((mention) => mention.entity));
  const entities = Object.fromEntries(
    entityTypes.map((type) => [
      type,
      article.entities.filter((entity) => entity.type === type && mentioned.has(entity.id)).length,
    ]),
  ) as Record<EntityType, number>;
  const bySpeaker = new Map<string, number>();
  for (const { speaker } of article.quotations)
    if (speaker !== null) bySpeaker.set(speaker, (bySpeaker.get(speaker) ?? 0) + 1);
  return {
    id: article.id,
    file: `articles/${article.id}.json`,
    origin: article.origin,
    level: article.level,
    topics: article.topics,
    title: article.title,
    summary: article.summary,
    published: article.published,
    revision: article.revision,
    words: article.blocks.reduce((sum, block) => sum + countWords(block.text), 0),
    quotations: article.quotations.length,
    entities,
    glossary: article.glossary.length,
    speakers: [...bySpeaker]
      .sort((a, b) => b[1] - a[1])
      .flatMap(([id, quotations]) => {
        const entity = article.entities.find((candidate) => candidate.id === id);
        return entity ? [{ name: entity.name, quotations }] : [];
      }),
  };
}
