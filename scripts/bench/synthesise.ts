/**
 * A long article made of the library's own paragraphs: real Arabic words, real paragraph lengths, and as many of them as
 * wanted. It is a proper article (the dataset's own check passes), so that the real app opens it as any other.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article, Block, Entity, EntityType, Mention } from '../../src/core/article/article.ts';
import { readArticle } from '../../src/core/dataset/read.ts';
import { entityTypes, kinds, verbClasses } from '../../src/core/dataset/schema.ts';
import type { Quotation } from '../../src/core/quotation/quotation.ts';
import { foldText } from '../../src/core/text/fold.ts';
import type { Span, TextRange } from '../../src/core/text/range.ts';
import { countWords } from '../../src/core/text/words.ts';

/** One in so many words is the name of an entity; one in so many begins a quotation. */
const WORDS_PER_ENTITY = 8;
const WORDS_PER_QUOTATION = 60;
/** Words of a quotation, in turn: within a sentence, over a paragraph, and so long that the next one begins inside it. */
const QUOTED = [18, 40, 75] as const;
const SPEAKERS = 24;
/** Every so manyth quotation goes on in the next paragraph. */
const CROSSING = 20;

/** Stands at the very end and nowhere else: what the browser's find must be able to reach. */
export const LAST_WORD = 'قسطنطينوبوليس';

/** The paragraphs that the synthetic articles repeat. */
export function libraryParagraphs(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const read = readArticle(readFileSync(path.join(folder, name), 'utf8'));
      if (!read.ok) throw new Error(`${name}: ${read.failure.kind} ${read.failure.where} ${read.failure.detail}`);
      return read.value.blocks.filter(({ type }) => type === 'paragraph' || type === 'lede').map(({ text }) => text);
    });
}

/** An article of at least `words` words under this id. The same arguments give the same article. */
export function synthesise(id: string, words: number, paragraphs: readonly string[]): Article {
  const blocks: Block[] = [{ id: 'h1', type: 'headline', gap: 0, text: `نصٌّ طويل من ${words} كلمة` }];
  let written = countWords(blocks[0]?.text ?? '');
  for (let i = 0; written < words; i++) {
    // The number makes every paragraph another one, so that nothing can profit from meeting the same text again.
    const text = `${paragraphs[i % paragraphs.length]} (${i + 1})`;
    written += countWords(text);
    blocks.push({ id: `p${i + 1}`, type: 'paragraph', gap: 1, text });
  }
  blocks.push({ id: 'end', type: 'source', gap: 1, text: LAST_WORD });

  const mentions: Mention[] = [];
  const names = new Map<string, { id: string; forms: Set<string> }>();
  const openings: { block: number; word: number }[] = [];
  let seen = 0;
  const inBlocks = blocks.map(({ text }) => wordsIn(text));
  inBlocks.forEach((spans, at) => {
    const { id: block, text } = blocks[at] as Block;
    if (at === 0 || block === 'end') return;
    spans.forEach((span, word) => {
      seen++;
      if (seen % WORDS_PER_QUOTATION === 10) openings.push({ block: at, word });
      if (seen % WORDS_PER_ENTITY !== 0) return;
      const range = rangeIn(block, text, nameIn(text, span));
      const form = foldText(range.words, 'marks');
      const name = names.get(form) ?? { id: `e${names.size + 1}`, forms: new Set<string>() };
      names.set(form, name);
      name.forms.add(form);
      mentions.push({ id: `m${mentions.length + 1}`, entity: name.id, range });
    });
  });

  const entities = [...names].map(
    ([form, name], index): Entity => ({
      id: name.id,
      type: entityTypes[index % entityTypes.length] as EntityType,
      named: true,
      gender: null,
      name: { ar: form, en: `Entity ${index + 1}` },
      aliases: [...name.forms],
      role: null,
      description: { ar: 'مدخل مصنوع للقياس.', en: 'Made for measuring.' },
      authority: [],
    }),
  );

  const quotations = openings.map(({ block: at, word }, index): Quotation => {
    const { id: block, text } = blocks[at] as Block;
    const spans = inBlocks[at] as Span[];
    const first = spans[word] as Span;
    const last = spans[Math.min(word + (QUOTED[index % QUOTED.length] as number), spans.length) - 1] as Span;
    const contents = [rangeIn(block, text, { start: first.start, end: last.end })];
    const next = blocks[at + 1];
    if (index % CROSSING === 0 && next && next.id !== 'end') {
      const spansOfNext = inBlocks[at + 1] as Span[];
      const end = (spansOfNext[Math.min(11, spansOfNext.length - 1)] as Span).end;
      contents.push(rangeIn(next.id, next.text, { start: 0, end }));
    }
    const cue = spans[word - 1];
    return {
      id: `q${index + 1}`,
      kind: kinds[index % kinds.length] as Quotation['kind'],
      contents,
      cue: cue ? [rangeIn(block, text, cue)] : [],
      source: null,
      speaker: entities[index % Math.min(SPEAKERS, entities.length)]?.id ?? null,
      addressee: null,
      about: [entities[(index * 7) % entities.length]?.id ?? ''],
      parent: null,
      verb: { lemma: 'قَالَ', class: verbClasses[index % verbClasses.length] as Quotation['verb']['class'] },
      provenance: { by: 'rule', rule: 'bench', confidence: 0.9 },
      reason: { ar: 'اقتباس مصنوع للقياس.', en: 'Made for measuring.' },
      via: [],
    };
  });

  return {
    format: 'isnad-article',
    version: 1,
    id,
    language: 'ar',
    origin: 'original',
    level: 'advanced',
    topics: [],
    title: { ar: blocks[0]?.text ?? '', en: `A long text of ${words} words` },
    summary: { ar: 'نص مصنوع للقياس.', en: 'Made for measuring.' },
    notice: null,
    author: null,
    published: null,
    original: null,
    revision: 1,
    revised: '2026-11-24',
    blocks,
    entities,
    mentions,
    quotations,
    glossary: [],
    chain: [],
  };
}

/** White-space-delimited words with a letter or digit in them. */
const wordsIn = (text: string): Span[] =>
  [...text.matchAll(/\S*[\p{L}\p{N}]\S*/gu)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));

/** The name inside a word: without punctuation, and without an attached و ف ب ك ل, as in the real data. */
function nameIn(text: string, { start, end }: Span): Span {
  const word = text.slice(start, end);
  const letters = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/u.exec(word);
  if (!letters) return { start, end };
  const from = start + letters.index;
  const attached = /^[وفبكل](?=\p{L}{3})/u.test(letters[0]) ? 1 : 0;
  return { start: from + attached, end: from + letters[0].length };
}

const rangeIn = (block: string, text: string, { start, end }: Span): TextRange => ({
  block,
  start,
  end,
  words: text.slice(start, end),
});
