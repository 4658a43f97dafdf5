/** What the engine says of an article's blocks, as the article keeps it: entities, mentions, quotations with their reasons. */
import { type Article, type Block, type Entity, type Mention, plainText } from '../core/article/article.ts';
import type { Quotation } from '../core/quotation/quotation.ts';
import { foldText } from '../core/text/fold.ts';
import { faultOfRange, type Span, type TextRange } from '../core/text/range.ts';
import { analyse, type FoundQuotation, type OnShare } from './analyse.ts';
import { englishName } from './english.ts';
import type { Figure } from './figures.ts';
import { confidenceOf } from './lexicon/reasons.ts';
import { createReasons } from './reason.ts';

/** What the engine adds to an article’s text. */
export type Annotations = Pick<Article, 'entities' | 'mentions' | 'quotations' | 'chain'>;

/** Somebody who is only described is called by no name: أمين is a secretary there. */
const englishOf = ({ canonical, type, named }: Figure): string =>
  named || type === 'organization' ? englishName(canonical, type) : '';

/**
 * Analyses a text in its blocks. The ranges are those of the blocks, with their exact words, and the parts pass
 * `verifyArticle`; a piece that no range can hold (a cut through a letter and its marks) is left out. `onShare` hears how far
 * it is.
 */
export function annotate(blocks: readonly Block[], onShare?: OnShare): Annotations {
  const text = plainText({ blocks });
  const ranges = rangesOf(blocks);
  const analysis = analyse(text, undefined, onShare);
  const entities = new Map<Figure, Entity & { readonly aliases: string[] }>();
  const entityOf = (figure: Figure) => {
    let entity = entities.get(figure);
    if (!entity) {
      const name = foldText(figure.canonical, 'marks');
      entity = {
        id: `e${entities.size + 1}`,
        type: figure.type,
        named: figure.named,
        gender: figure.gender,
        name: { ar: name, en: englishOf(figure) },
        aliases: [],
        role: null,
        description: { ar: '', en: '' },
        authority: [],
      };
      entities.set(figure, entity);
    }
    return entity;
  };

  const mentions: Mention[] = [];
  const said = new Map<Figure, Set<string>>();
  for (const found of analysis.entities) {
    const [range] = ranges(found);
    if (!range) continue;
    const entity = entityOf(found.figure);
    const alias = foldText(range.words, 'marks');
    const known = said.get(found.figure) ?? new Set();
    if (!known.has(alias)) {
      said.set(found.figure, known.add(alias));
      entity.aliases.push(alias);
    }
    mentions.push({ id: `m${mentions.length + 1}`, entity: entity.id, range });
  }

  const made: (FoundQuotation & { readonly id: string })[] = [];
  const quotations: Quotation[] = [];
  const reasonOf = createReasons(text);
  for (const found of analysis.quotes) {
    const contents = ranges(found);
    if (contents.length === 0) continue;
    const id = `q${quotations.length + 1}`;
    // A named speaker whose mention no range could hold would be an entity that the text does not have.
    const figure = found.figure && (!found.figure.named || entities.has(found.figure)) ? found.figure : null;
    const sources = found.source ? ranges(found.source) : [];
    const cue = ranges(found.cue);
    quotations.push({
      id,
      kind: found.kind,
      contents,
      cue,
      source: sources[0] ?? null,
      speaker: figure ? entityOf(figure).id : null,
      addressee: null,
      about: [],
      parent: parentOf(found, made),
      verb: { lemma: found.lemma, class: found.class },
      provenance: {
        by: 'rule',
        rule: `${found.rule}.${figure ? found.way : 'nobody'}`,
        confidence: confidenceOf(found.rule, figure ? found.way : 'nobody', found.source !== null, found.share),
      },
      reason: reasonOf(found, {
        figure,
        english: figure ? entityOf(figure).name.en : '',
        cue: cue[0]?.words ?? '',
        source: sources.map(({ words }) => words).join(' '),
      }),
      via: [],
    });
    made.push({ ...found, id });
  }
  return { entities: [...entities.values()], mentions, quotations, chain: [] };
}

/** The smallest of the quotations before in which this one stands; the last few are enough, a report does not stand in many. */
function parentOf(found: Span, made: readonly (Span & { readonly id: string })[]): string | null {
  let best: (Span & { readonly id: string }) | null = null;
  for (let i = made.length - 1; i >= Math.max(0, made.length - 12); i--) {
    const outer = made[i] as Span & { readonly id: string };
    if (outer.start > found.start || outer.end < found.end || (outer.start === found.start && outer.end === found.end))
      continue;
    if (!best || outer.end - outer.start < best.end - best.start) best = outer;
  }
  return best?.id ?? null;
}

/** Stretches of the plain text as ranges of the blocks that they touch, in order. */
function rangesOf(blocks: readonly Block[]): (span: Span) => TextRange[] {
  const starts: number[] = [];
  let at = 0;
  for (const block of blocks) {
    at += block.gap;
    starts.push(at);
    at += block.text.length;
  }
  return ({ start, end }) => {
    const found: TextRange[] = [];
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= start) low = middle + 1;
      else high = middle;
    }
    for (let index = Math.max(0, low - 1); index < blocks.length; index++) {
      const block = blocks[index] as Block;
      const base = starts[index] as number;
      if (base >= end) break;
      let [from, to] = [Math.max(0, start - base), Math.min(block.text.length, end - base)];
      while (from < to && /\s/.test(block.text.charAt(from))) from++;
      while (to > from && /\s/.test(block.text.charAt(to - 1))) to--;
      const range = { block: block.id, start: from, end: to, words: block.text.slice(from, to) };
      if (faultOfRange(range, block.text) === null) found.push(range);
    }
    return found;
  };
}
