import type { GlossaryEntry } from '../glossary/glossary.ts';
import type { Quotation } from '../quotation/quotation.ts';
import type { TextRange } from '../text/range.ts';
import type { Article, Block, Entity, Mention } from './article.ts';

/** A piece of a quotation as it lies in one block: which role those words play. */
export interface QuotationPiece {
  readonly quotation: Quotation;
  readonly role: 'content' | 'cue' | 'source';
  readonly range: TextRange;
}

export interface GlossaryPlace {
  readonly entry: GlossaryEntry;
  /** Which occurrence of the entry this is, from 0. */
  readonly occurrence: number;
  readonly range: TextRange;
}

/** Everything that is said about one block, in text order. */
export interface BlockNotes {
  readonly mentions: readonly Mention[];
  readonly pieces: readonly QuotationPiece[];
  readonly glossary: readonly GlossaryPlace[];
}

/** An article with its shelves built once: every question the screen asks is then a map look-up. */
export interface ArticleLookup {
  readonly article: Article;
  readonly block: (id: string) => Block | undefined;
  /** The block's place in the article, from 0; -1 when there is none of that id. */
  readonly order: (blockId: string) => number;
  readonly entity: (id: string) => Entity | undefined;
  readonly quotation: (id: string) => Quotation | undefined;
  readonly entry: (id: string) => GlossaryEntry | undefined;
  readonly notes: (blockId: string) => BlockNotes;
  /** Mentions of an entity in text order. */
  readonly mentionsOf: (entityId: string) => readonly Mention[];
  readonly spokenBy: (entityId: string) => readonly Quotation[];
  readonly spokenAbout: (entityId: string) => readonly Quotation[];
  readonly nestedIn: (quotationId: string) => readonly Quotation[];
  /** The quotations whose content covers this UTF-16 offset of the block, innermost (shortest) first. */
  readonly quotationsAt: (blockId: string, offset: number) => readonly Quotation[];
}

const NOTHING: BlockNotes = { mentions: [], pieces: [], glossary: [] };

export function createLookup(article: Article): ArticleLookup {
  const blocks = new Map(article.blocks.map((block, order) => [block.id, { block, order }]));
  const entities = new Map(article.entities.map((entity) => [entity.id, entity]));
  const quotations = new Map(article.quotations.map((quotation) => [quotation.id, quotation]));
  const entries = new Map(article.glossary.map((entry) => [entry.id, entry]));

  const order = (id: string) => blocks.get(id)?.order ?? -1;
  const inTextOrder = (a: TextRange, b: TextRange) =>
    order(a.block) - order(b.block) || a.start - b.start || b.end - a.end;

  const byBlock = new Map<string, { mentions: Mention[]; pieces: QuotationPiece[]; glossary: GlossaryPlace[] }>();
  const shelf = (id: string) => {
    const found = byBlock.get(id);
    if (found) return found;
    const made = { mentions: [], pieces: [], glossary: [] };
    byBlock.set(id, made);
    return made;
  };
  const mentionsOf = new Map<string, Mention[]>();
  for (const mention of [...article.mentions].sort((a, b) => inTextOrder(a.range, b.range))) {
    shelf(mention.range.block).mentions.push(mention);
    push(mentionsOf, mention.entity, mention);
  }
  const spokenBy = new Map<string, Quotation[]>();
  const spokenAbout = new Map<string, Quotation[]>();
  const nestedIn = new Map<string, Quotation[]>();
  for (const quotation of article.quotations) {
    for (const range of quotation.contents) shelf(range.block).pieces.push({ quotation, role: 'content', range });
    for (const range of quotation.cue) shelf(range.block).pieces.push({ quotation, role: 'cue', range });
    if (quotation.source)
      shelf(quotation.source.block).pieces.push({ quotation, role: 'source', range: quotation.source });
    if (quotation.speaker !== null) push(spokenBy, quotation.speaker, quotation);
    for (const id of quotation.about) push(spokenAbout, id, quotation);
    if (quotation.parent !== null) push(nestedIn, quotation.parent, quotation);
  }
  for (const entry of article.glossary) {
    entry.occurrences.forEach((range, occurrence) => shelf(range.block).glossary.push({ entry, occurrence, range }));
  }
  for (const notes of byBlock.values()) {
    notes.pieces.sort((a, b) => inTextOrder(a.range, b.range));
    notes.glossary.sort((a, b) => inTextOrder(a.range, b.range));
  }

  return {
    article,
    block: (id) => blocks.get(id)?.block,
    order,
    entity: (id) => entities.get(id),
    quotation: (id) => quotations.get(id),
    entry: (id) => entries.get(id),
    notes: (id) => byBlock.get(id) ?? NOTHING,
    mentionsOf: (id) => mentionsOf.get(id) ?? [],
    spokenBy: (id) => spokenBy.get(id) ?? [],
    spokenAbout: (id) => spokenAbout.get(id) ?? [],
    nestedIn: (id) => nestedIn.get(id) ?? [],
    quotationsAt: (blockId, offset) =>
      (byBlock.get(blockId)?.pieces ?? [])
        .filter(({ role, range }) => role === 'content' && range.start <= offset && offset < range.end)
        .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))
        .map((piece) => piece.quotation),
  };
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
