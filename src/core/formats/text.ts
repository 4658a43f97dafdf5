import * as v from 'valibot';
import type { Article, Block } from '../article/article.ts';
import { id as idSchema } from '../dataset/schema.ts';
import type { DraftRange } from './draft.ts';
import { createPositions, surroundings } from './positions.ts';
import { wellFormed } from './source.ts';

/** What a file may tell of its text. */
export interface TextHead {
  readonly id?: string | null;
  readonly title?: { readonly ar: string; readonly en: string } | null;
  readonly author?: { readonly ar: string; readonly en: string } | null;
  readonly published?: string | null;
  readonly revision?: number;
  readonly revised?: string;
}

/** A text from outside as an article without annotation; what the file does not tell is left as plain as can be. */
export function articleOf(blocks: readonly Block[], head: TextHead, now: string): Article {
  const first = blocks.find(({ type }) => type === 'headline') ?? blocks[0];
  const title = head.title ?? { ar: (first?.text ?? '').slice(0, 120), en: '' };
  return {
    format: 'isnad-article',
    version: 1,
    id: v.is(idSchema, head.id) ? head.id : 'imported',
    language: 'ar',
    origin: 'reproduced',
    level: 'intermediate',
    topics: [],
    title,
    summary: { ar: '', en: '' },
    notice: null,
    original: null,
    author: head.author ?? null,
    published: head.published ?? null,
    revision: head.revision ?? 1,
    revised: head.revised ?? now.slice(0, 10),
    blocks,
    entities: [],
    mentions: [],
    quotations: [],
    glossary: [],
    chain: [],
  };
}

/** A plain text as blocks, one for each line that is not empty; `plainText` of them is the text again, its end aside. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let gap = 0;
  for (const line of text.split('\n')) {
    if (line !== '') {
      // A block stands at most this many lines below the last; the rest of a great gap becomes part of its text.
      const most = Math.min(gap, 20);
      blocks.push({
        id: `p${blocks.length + 1}`,
        type: 'paragraph',
        gap: most,
        text: '\n'.repeat(gap - most) + line,
      });
      gap = 0;
    }
    gap++;
  }
  return blocks;
}

/** Where the annotation of a file with a text of its own is to stand. */
export interface Stand {
  /** The article that was given, or else the file's. */
  readonly article: Article;
  /** A stretch of the file's text (UTF-16 offsets), as ranges to be settled, one for each block that it touches. */
  readonly cut: (start: number, end: number) => DraftRange[];
}

/**
 * `named` tells whether the file names its blocks: then a name that the given article has too is a hint where to look.
 * Blocks that were numbered while reading are no hint: the same number may be another paragraph.
 */
export function standOn(carried: Article, given: Article | null, named: boolean): Stand {
  const own = createPositions(carried);
  const same = given && createPositions(given);
  // What a file ends with, after its last line, is nobody's words.
  const words = (text: string) => wellFormed(text).replace(/\n+$/, '');
  if (same && words(same.text) === words(own.text)) {
    return { article: given, cut: (start, end) => same.ranges(start, end) };
  }
  return {
    article: given ?? carried,
    cut: (start, end) =>
      own.ranges(start, end).map((range) => {
        const at = own.plain(range) ?? { start, end };
        const around = surroundings(own.text, at.start, at.end);
        return given && !named
          ? { block: '', start: at.start, end: at.end, words: range.words, ...around }
          : { ...range, ...around };
      }),
  };
}
