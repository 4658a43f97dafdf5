import type { QuotationFilter } from '../article/address.ts';
import type { ArticleLookup } from '../article/lookup.ts';
import type { Article, Entity } from '../article/article.ts';
import { fold, unfold } from '../text/fold.ts';
import type { Span, TextRange } from '../text/range.ts';
import { countWords } from '../text/words.ts';
import type { Quotation } from './quotation.ts';

/** One speaker with all that the article reports of them. */
export interface Voice {
  /** Null where nobody can be named. */
  readonly speaker: Entity | null;
  readonly quotations: readonly Quotation[];
  /** Words of the text that are this speaker's; words under two nested quotations of one speaker count once. */
  readonly words: number;
  /** `words` as a part (0 to 1) of the article's words. */
  readonly share: number;
}

/** Every quotation under its speaker; the one with most words first, nobody's last. Quotations stay in text order. */
export function gatherBySpeaker(lookup: ArticleLookup, quotations: readonly Quotation[]): Voice[] {
  const groups = new Map<string | null, Quotation[]>();
  for (const quotation of quotations) {
    // A speaker that the article does not know is nobody: a half-broken file still shows all its quotations.
    const key = quotation.speaker !== null && lookup.entity(quotation.speaker) ? quotation.speaker : null;
    const group = groups.get(key);
    if (group) group.push(quotation);
    else groups.set(key, [quotation]);
  }
  const total = wordsOfArticle(lookup.article);
  return [...groups]
    .map(([id, group]) => {
      const words = wordsOf(lookup, group);
      return {
        speaker: id === null ? null : (lookup.entity(id) ?? null),
        quotations: [...group].sort((a, b) => byPlace(lookup, a, b)),
        words,
        share: total === 0 ? 0 : words / total,
      };
    })
    .sort((a, b) => Number(a.speaker === null) - Number(b.speaker === null) || b.words - a.words);
}

const countedWords = new WeakMap<Article, number>();

/** Counted once an article: on 100,000 words it takes longer than all the rest here. */
function wordsOfArticle(article: Article): number {
  const known = countedWords.get(article);
  if (known !== undefined) return known;
  const counted = article.blocks.reduce((sum, block) => sum + countWords(block.text), 0);
  countedWords.set(article, counted);
  return counted;
}

/** Text order by the first piece of content. */
export function byPlace(lookup: ArticleLookup, a: Quotation, b: Quotation): number {
  const first = a.contents[0] as TextRange;
  const second = b.contents[0] as TextRange;
  return lookup.order(first.block) - lookup.order(second.block) || first.start - second.start || second.end - first.end;
}

function wordsOf(lookup: ArticleLookup, quotations: readonly Quotation[]): number {
  const byBlock = new Map<string, Span[]>();
  for (const { contents } of quotations) {
    for (const range of contents) {
      const spans = byBlock.get(range.block);
      if (spans) spans.push(range);
      else byBlock.set(range.block, [range]);
    }
  }
  let words = 0;
  for (const [id, spans] of byBlock) {
    const text = lookup.block(id)?.text ?? '';
    let reached = 0;
    for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
      if (end <= reached) continue;
      words += countWords(text.slice(Math.max(start, reached), end));
      reached = end;
    }
  }
  return words;
}

/** The quotations that pass the filter, in text order. The query is looked for in contents, cue and source, loosely folded. */
export function filterQuotations(
  lookup: ArticleLookup,
  filter: QuotationFilter & { readonly about?: string | null },
): Quotation[] {
  const wanted = fold(filter.query.trim(), 'loose').text;
  return lookup.article.quotations
    .filter(
      (quotation) =>
        (filter.speaker === null || quotation.speaker === filter.speaker) &&
        (filter.kind === null || quotation.kind === filter.kind) &&
        (filter.verb === null || quotation.verb.class === filter.verb) &&
        (filter.about == null || quotation.about.includes(filter.about)) &&
        (wanted === '' ||
          [...quotation.contents, ...quotation.cue, ...(quotation.source ? [quotation.source] : [])].some((range) =>
            fold(range.words, 'loose').text.includes(wanted),
          )),
    )
    .sort((a, b) => byPlace(lookup, a, b));
}

/** Where the query stands in the words, as stretches of the original letters; none for an empty query. */
export function findIn(words: string, query: string): Span[] {
  const wanted = fold(query.trim(), 'loose').text;
  if (wanted === '') return [];
  const folded = fold(words, 'loose');
  const found: Span[] = [];
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length)) {
    found.push(unfold(folded, at, at + wanted.length));
  }
  return found;
}
