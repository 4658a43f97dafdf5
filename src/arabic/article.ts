/** What the engine says of an article's blocks, as the article keeps it. */
import { type Article, type Block, type Entity, type Mention, plainText } from '../core/article/article.ts';
import type { Quotation } from '../core/quotation/quotation.ts';
import { foldText } from '../core/text/fold.ts';
import { faultOfRange, type TextRange } from '../core/text/range.ts';
import { analyse } from './analyse.ts';

export type Annotations = Pick<Article, 'entities' | 'mentions' | 'quotations' | 'chain'>;

/** Analyses a text in its blocks. Every range is verified; what does not fit is left out. */
export function annotate(blocks: readonly Block[]): Annotations {
  const text = plainText({ blocks });
  const starts: number[] = [];
  let at = 0;
  for (const block of blocks) {
    at += block.gap;
    starts.push(at);
    at += block.text.length;
  }
  const ranges = (start: number, end: number): TextRange[] => {
    const found: TextRange[] = [];
    let index = starts.findLastIndex((from) => from <= start);
    for (; index >= 0 && index < blocks.length; index++) {
      const block = blocks[index] as Block;
      const base = starts[index] as number;
      if (base >= end) break;
      const from = Math.max(0, start - base);
      const to = Math.min(block.text.length, end - base);
      const range = { block: block.id, start: from, end: to, words: block.text.slice(from, to) };
      if (faultOfRange(range, block.text) === null) found.push(range);
    }
    return found;
  };
  const { entities: names, quotes } = analyse(text);
  const entities = new Map<string, Entity & { aliases: string[] }>();
  const byName = (name: string, type: Entity['type'], named: boolean) => {
    const key = `${foldText(name, 'loose')}`;
    const known = entities.get(key);
    if (known) return known;
    const made = {
      id: `e${entities.size + 1}`,
      type,
      named,
      gender: null,
      name: { ar: name, en: '' },
      aliases: [] as string[],
      role: null,
      description: { ar: '', en: '' },
      authority: [],
    };
    entities.set(key, made);
    return made;
  };
  const mentions: Mention[] = [];
  for (const { start, end, type } of names) {
    const [range] = ranges(start, end);
    if (!range) continue;
    const entity = byName(foldText(range.words, 'marks'), type, true);
    const alias = foldText(range.words, 'marks');
    if (!entity.aliases.includes(alias)) entity.aliases.push(alias);
    mentions.push({ id: `m${mentions.length + 1}`, entity: entity.id, range });
  }
  const quotations: Quotation[] = [];
  for (const quote of quotes) {
    const contents = ranges(quote.start, quote.end);
    if (contents.length === 0) continue;
    quotations.push({
      id: `q${quotations.length + 1}`,
      kind: quote.kind,
      contents,
      cue: [],
      source: null,
      speaker: quote.speaker === '' ? null : byName(quote.speaker, 'person', false).id,
      addressee: null,
      about: [],
      parent: null,
      verb: { lemma: null, class: quote.class },
      provenance: { by: 'rule', rule: quote.by, confidence: 0.7 },
      reason: { ar: 'نسبته قاعدة من قواعد البرنامج.', en: 'A rule of the program attributed it.' },
      via: [],
    });
  }
  return { entities: [...entities.values()], mentions, quotations, chain: [] };
}
