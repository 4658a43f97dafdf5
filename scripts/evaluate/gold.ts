/** Annotated articles to measure the engine on: a folder of ID.txt beside ID.json, or the library's hand-annotated articles. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '../../src/core/article/article.ts';
import { readArticle } from '../../src/core/dataset/read.ts';
import type { Annotated } from './score.ts';

export interface Gold extends Annotated {
  readonly id: string;
  readonly text: string;
  /** For each quotation, what its cue is and whether words beside it name the speaker. */
  readonly sources: readonly (string | null)[];
}

interface Raw {
  readonly quotes: readonly { content: string; source: string | null; speaker: string; kind: string; nth?: number }[];
  readonly entities: readonly { text: string; type: string; nth?: number }[];
}

/** Where the nth occurrence of some words starts; -1 where there is none. */
function nth(text: string, words: string, number = 1): number {
  let at = -1;
  for (let seen = 0; seen < number; seen++) {
    at = text.indexOf(words, at + 1);
    if (at < 0) return -1;
  }
  return at;
}

/** Reads a folder; words that the text does not have are a fault of the annotation, and thrown. */
export function readGold(folder: string): Gold[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && existsSync(join(folder, file.replace(/json$/, 'txt'))))
    .sort()
    .map((file): Gold => {
      const text = readFileSync(join(folder, file.replace(/json$/, 'txt')), 'utf8');
      const raw = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Raw;
      const place = (words: string, number?: number) => {
        const start = nth(text, words, number);
        if (start < 0) throw new Error(`${file}: «${words}» is not in the text`);
        return { start, end: start + words.length };
      };
      return {
        id: file.replace(/\.json$/, ''),
        text,
        quotes: raw.quotes.map(({ content, speaker, kind, nth: number }) => ({ ...place(content, number), speaker: speaker ?? '', kind })),
        entities: raw.entities.map(({ text: words, type, nth: number }) => ({ ...place(words, number), type })),
        sources: raw.quotes.map(({ source }) => source),
      };
    });
}

/** The library's articles: their editors' quotations and mentions, in the plain text. */
export function libraryGold(folder: string): Gold[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file): Gold[] => {
      const read = readArticle(readFileSync(join(folder, file), 'utf8'));
      if (!read.ok) throw new Error(`${file}: ${read.failure.kind} ${read.failure.detail}`);
      const article = read.value;
      const starts = new Map<string, number>();
      let at = 0;
      for (const block of article.blocks) {
        at += block.gap;
        starts.set(block.id, at);
        at += block.text.length;
      }
      const from = (block: string) => starts.get(block) ?? 0;
      const entities = new Map(article.entities.map((entity) => [entity.id, entity]));
      const gold: Gold = {
        id: article.id,
        text: plainText(article),
        quotes: article.quotations.map(({ contents, speaker, kind }) => {
          const [first, last] = [contents[0], contents.at(-1)];
          if (!first || !last) throw new Error(`${file}: a quotation without contents`);
          return { start: from(first.block) + first.start, end: from(last.block) + last.end, speaker: entities.get(speaker ?? '')?.name.ar ?? '', kind };
        }),
        entities: article.mentions.flatMap(({ entity, range }) => {
          const type = entities.get(entity)?.type;
          return type ? [{ start: from(range.block) + range.start, end: from(range.block) + range.end, type }] : [];
        }),
        sources: article.quotations.map(({ source }) => source?.words ?? null),
      };
      return gold.quotes.length > 0 ? [gold] : [];
    });
}
