/** What the engine says of an article's blocks, as the article keeps it: entities, mentions, quotations with their reasons. */
import { type Article, type Block, type Entity, type Mention, plainText } from '../core/article/article.ts';
import type { Quotation } from '../core/quotation/quotation.ts';
import { foldText } from '../core/text/fold.ts';
import { faultOfRange, type Span, type TextRange } from '../core/text/range.ts';
import { analyse, type FoundQuotation } from './analyse.ts';
import { englishName } from './english.ts';
import type { Figure } from './figures.ts';
import { confidenceOf, type Elided, fill, RULES, type Told, type ToldRule, WAYS } from './lexicon/reasons.ts';

/** What the engine adds to an article’s text. */
export type Annotations = Pick<Article, 'entities' | 'mentions' | 'quotations' | 'chain'>;

/** Somebody who is only described is called by no name: أمين is a secretary there. */
const englishOf = ({ canonical, type, named }: Figure): string =>
  named || type === 'organization' ? englishName(canonical, type) : '';

/** What of a long cue or source stands in a reason. */
const SHOWN = 80;

/**
 * Analyses a text in its blocks. The ranges are those of the blocks, with their exact words, and the parts pass
 * `verifyArticle`; a piece that no range can hold (a cut through a letter and its marks) is left out.
 */
export function annotate(blocks: readonly Block[]): Annotations {
  const text = plainText({ blocks });
  const ranges = rangesOf(blocks);
  const analysis = analyse(text);
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
  const heard: Heard = { latest: null, all: new Set() };
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
      reason: reasonOf(found, figure, heard, text, cue[0]?.words ?? '', sources.map(({ words }) => words).join(' ')),
      via: [],
    });
    made.push({ ...found, id });
  }
  return { entities: [...entities.values()], mentions, quotations, chain: [] };
}

/** Who has spoken so far. */
interface Heard {
  latest: Figure | null;
  readonly all: Set<Figure>;
}

function reasonOf(
  found: FoundQuotation,
  figure: Figure | null,
  heard: Heard,
  text: string,
  cue: string,
  source: string,
) {
  const same = (words: string) => ({ ar: short(words), en: short(words) });
  // A colon of the text within the marks of the reason reads as one of the reason's own.
  const words = {
    cue: same(cue.replace(/\s*:$/, '')),
    source: same(source),
    speaker: { ar: short(figure?.canonical ?? ''), en: figure ? englishOf(figure) || short(figure.canonical) : '' },
  };
  const told = toldOf(found, figure, heard, source);
  const rule = fill(RULES[ruleOf(found, text)], words);
  if (figure) {
    heard.latest = figure;
    heard.all.add(figure);
  }
  // The line's name is told by the rule already.
  if (found.rule === 'headline' && told === 'named') return rule;
  const way = fill(WAYS[told], words);
  return { ar: `${rule.ar} ${way.ar}`, en: `${rule.en} ${way.en}` };
}

function ruleOf({ rule, cue, start }: FoundQuotation, text: string): ToldRule {
  if (rule !== 'quote' || start < cue.end) return rule;
  // The colon may belong to the cue; the marks stand outside of what was said.
  const between = text.slice(cue.end - 1, start);
  return between.includes(':') ? 'colon' : /["“”«»‹›„‟']/.test(between) ? 'marks' : rule;
}

function toldOf({ rule, way }: FoundQuotation, figure: Figure | null, { latest, all }: Heard, source: string): Told {
  if (figure === null) return 'nobody';
  if (way === 'current' || way === 'governing') {
    const elided: Elided =
      figure === latest ? 'latest' : way === 'governing' ? 'subject' : all.has(figure) ? 'earlier' : 'mentioned';
    return rule === 'participle' ? `participle ${elided}` : elided;
  }
  if (way !== 'named') return way;
  if (foldText(source, 'loose').includes(foldText(figure.canonical, 'loose'))) return 'named';
  return rule === 'headline' ? 'headed' : 'called';
}
const short = (words: string): string =>
  words.length > SHOWN ? `${words.slice(0, words.lastIndexOf(' ', SHOWN) + 1 || SHOWN).trimEnd()}…` : words;

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
