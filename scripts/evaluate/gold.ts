/** Articles that a person annotated: a folder of texts with their annotations beside them, or the library's own. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { type Article, plainText } from '../../src/core/article/article.ts';
import { readArticle } from '../../src/core/dataset/read.ts';
import type { TextRange } from '../../src/core/text/range.ts';
import type { Told } from './score.ts';

export interface Gold {
  readonly id: string;
  readonly text: string;
  readonly told: Told;
  /** For each quotation, whether words beside its cue name the speaker. */
  readonly overt: readonly boolean[];
  /** For each quotation, its reporting words as the annotator took them. */
  readonly cues: readonly string[];
}

const nth = v.optional(v.number(), 1);
const goldSchema = v.object({
  quotes: v.array(
    v.object({
      content: v.string(),
      cue: v.nullish(v.string()),
      source: v.nullish(v.string()),
      speaker: v.string(),
      kind: v.string(),
      nth,
    }),
  ),
  entities: v.array(v.object({ text: v.string(), type: v.string(), nth })),
});

/**
 * ID.txt with ID.json beside it: `{ quotes: [{ content, speaker, kind, nth }], entities: [{ text, type, nth }] }`, each an exact
 * piece of the text, `nth` telling which of several. Throws, naming the file, where a piece is not in the text.
 */
export function readGold(folder: string): Gold[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => {
    const id = name.replace(/\.json$/, '');
    const text = readFileSync(path.join(folder, `${id}.txt`), 'utf8');
    const gold = v.parse(goldSchema, JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    const place = (words: string, which: number) => {
      let start = -1;
      for (let time = 0; time < which; time++) {
        start = text.indexOf(words, start + 1);
        if (start < 0) throw new Error(`${name}: «${words}» is not there ${which} times`);
      }
      return { start, end: start + words.length };
    };
    return {
      id,
      text,
      told: {
        quotes: gold.quotes.map((quote) => ({ ...quote, ...place(quote.content, quote.nth) })),
        entities: gold.entities.map((entity) => ({ ...entity, ...place(entity.text, entity.nth) })),
      },
      overt: gold.quotes.map(({ source }) => typeof source === 'string'),
      cues: gold.quotes.map(({ cue }) => cue ?? ''),
    };
  });
}

/** The library's articles. Who has no name of their own is left out of the entities, as in the scheme. */
export function libraryGold(folder = 'public/data/articles'): Gold[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const read = readArticle(readFileSync(path.join(folder, name), 'utf8'));
      if (!read.ok) throw new Error(`${name}: ${read.failure.kind} ${read.failure.where}`);
      return goldOf(read.value);
    });
}

function goldOf(article: Article): Gold {
  const starts = new Map<string, number>();
  let passed = 0;
  for (const { id, gap, text } of article.blocks) {
    starts.set(id, passed + gap);
    passed += gap + text.length;
  }
  const at = ({ block, start, end }: TextRange) => {
    const from = starts.get(block) ?? 0;
    return { start: from + start, end: from + end };
  };
  const entities = new Map(article.entities.map((entity) => [entity.id, entity]));
  return {
    id: article.id,
    text: plainText(article),
    told: {
      quotes: article.quotations.map(({ contents, speaker, kind }) => {
        const [first, last] = [contents[0], contents.at(-1)];
        // A shape that the reader of articles has refused.
        if (!first || !last) throw new Error(`${article.id}: a quotation without contents`);
        const name = entities.get(speaker ?? '')?.name.ar ?? '';
        return { start: at(first).start, end: at(last).end, speaker: name, kind };
      }),
      entities: article.mentions.flatMap(({ entity, range }) => {
        const named = entities.get(entity);
        return named?.named ? [{ ...at(range), type: named.type }] : [];
      }),
    },
    overt: article.quotations.map(({ source }) => source !== null),
    cues: article.quotations.map(({ cue }) => cue.map(({ words }) => words).join(' ')),
  };
}
