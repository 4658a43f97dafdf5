/**
 * From an author's draft to an article file: a draft names passages by their words, this finds their offsets. It is how
 * an article is annotated by hand without counting letters; `npm run compose` is its door.
 */
import type { Article, Block, Entity, Mention } from '../article/article.ts';
import type { GlossaryEntry } from '../glossary/glossary.ts';
import type { Quotation } from '../quotation/quotation.ts';
import type { Transmission } from '../quotation/transmission.ts';
import { fold, foldText, unfold } from '../text/fold.ts';
import { overlaps, type Span, type TextRange } from '../text/range.ts';

/** Words of one block; `nth` (1 by default) tells which occurrence. Tashkeel and tatweel are ignored in the comparison. */
export interface Passage {
  readonly block: string;
  readonly words: string;
  readonly nth?: number;
}

interface Finding {
  /** Forms looked for in every block at a word's start (attached و ف ب ك ل س allowed before) and up to a word's end. */
  readonly find?: readonly string[];
  readonly skip?: readonly Passage[];
}

type DraftEntity = Omit<Entity, 'aliases'> & Finding & { readonly mentions?: readonly Passage[] };
type DraftTransmission = Omit<Transmission, 'range' | 'note'> & {
  readonly range?: Passage | null;
  readonly note?: Transmission['note'];
};
type DraftQuotation = Pick<Quotation, 'id' | 'kind' | 'speaker' | 'reason'> & {
  readonly contents: readonly Passage[];
  readonly cue: Passage | null;
  readonly cueRest?: readonly Passage[];
  readonly source: Passage | null;
  readonly addressee?: string | null;
  readonly about?: readonly string[];
  readonly parent?: string | null;
  readonly verb: Quotation['verb'] | null;
  readonly via?: readonly DraftTransmission[];
};
type DraftGlossary = Omit<GlossaryEntry, 'occurrences'> & Finding & { readonly occurrences?: readonly Passage[] };

/** An article with passages in place of ranges, and forms to find in place of mentions. */
export type Draft = Omit<
  Article,
  | 'format'
  | 'version'
  | 'language'
  | 'notice'
  | 'author'
  | 'published'
  | 'original'
  | 'entities'
  | 'mentions'
  | 'quotations'
  | 'glossary'
  | 'chain'
> & {
  readonly notice?: Article['notice'];
  readonly author?: Article['author'];
  readonly published?: string | null;
  readonly original?: Article['original'];
  readonly entities: readonly DraftEntity[];
  readonly quotations: readonly DraftQuotation[];
  readonly glossary: readonly DraftGlossary[];
  readonly chain?: readonly DraftTransmission[];
};

/** The article, with a line for every passage or form that the text does not have. */
export function composeArticle(draft: Draft): { article: Article; problems: string[] } {
  const problems: string[] = [];
  const locate = (where: string, passage: Passage): TextRange => {
    const block = draft.blocks.find((candidate) => candidate.id === passage.block);
    const span = block && nthOccurrence(block.text, passage.words, passage.nth ?? 1);
    if (!block || !span) {
      problems.push(`${where}: not found in ${passage.block}: «${passage.words}» (${passage.nth ?? 1})`);
      return { block: passage.block, start: 0, end: 0, words: passage.words };
    }
    return rangeIn(block, span);
  };
  const findAll = (where: string, { find = [], skip = [] }: Finding): TextRange[] => {
    const skipped = skip.map((passage, index) => locate(`${where}/skip/${index}`, passage));
    const forms = [...find].sort((a, b) => b.length - a.length);
    const found: TextRange[] = [];
    for (const block of draft.blocks) {
      const taken: Span[] = skipped.filter((range) => range.block === block.id);
      for (const form of forms) {
        for (const span of wordOccurrences(block.text, form)) {
          if (taken.some((other) => overlaps(other, span))) continue;
          taken.push(span);
          found.push(rangeIn(block, span));
        }
      }
    }
    for (const form of find) {
      const bare = foldText(form, 'marks');
      if (!found.some((range) => foldText(range.words, 'marks') === bare))
        problems.push(`${where}: form never found: «${form}»`);
    }
    return found;
  };
  const inTextOrder = (a: TextRange, b: TextRange) =>
    draft.blocks.findIndex((block) => block.id === a.block) - draft.blocks.findIndex((block) => block.id === b.block) ||
    a.start - b.start;
  const links = (where: string, drafts: readonly DraftTransmission[]): Transmission[] =>
    drafts.map((link, index) => ({
      role: link.role,
      entity: link.entity,
      range: link.range ? locate(`${where}/${index}`, link.range) : null,
      note: link.note ?? null,
    }));

  const placed: { entity: string; range: TextRange }[] = [];
  const entities: Entity[] = draft.entities.map((entity) => {
    const where = `entities/${entity.id}`;
    const ranges = [
      ...findAll(where, entity),
      ...(entity.mentions ?? []).map((passage, index) => locate(`${where}/mentions/${index}`, passage)),
    ];
    for (const range of ranges) placed.push({ entity: entity.id, range });
    return {
      id: entity.id,
      type: entity.type,
      named: entity.named,
      gender: entity.gender ?? null,
      name: entity.name,
      aliases: [...new Set(ranges.map((range) => foldText(range.words, 'marks')))],
      role: entity.role ?? null,
      description: entity.description,
      authority: entity.authority ?? [],
    };
  });
  placed.sort((a, b) => inTextOrder(a.range, b.range) || b.range.end - a.range.end);
  const mentions: Mention[] = placed.map((mention, index) => ({ id: `m${index + 1}`, ...mention }));

  const quotations: Quotation[] = draft.quotations.map((quotation) => {
    const where = `quotations/${quotation.id}`;
    return {
      id: quotation.id,
      kind: quotation.kind,
      contents: quotation.contents.map((piece, index) => locate(`${where}/contents/${index}`, piece)),
      cue: [...(quotation.cue ? [quotation.cue] : []), ...(quotation.cueRest ?? [])].map((piece, index) =>
        locate(`${where}/cue/${index}`, piece),
      ),
      source: quotation.source ? locate(`${where}/source`, quotation.source) : null,
      speaker: quotation.speaker,
      addressee: quotation.addressee ?? null,
      about: quotation.about ?? [],
      parent: quotation.parent ?? null,
      verb: quotation.verb ?? { lemma: null, class: 'mark' },
      provenance: { by: 'editor', rule: null, confidence: null },
      reason: quotation.reason,
      via: links(`${where}/via`, quotation.via ?? []),
    };
  });
  const glossary: GlossaryEntry[] = draft.glossary.map((entry) => ({
    id: entry.id,
    vocalised: entry.vocalised,
    lemma: entry.lemma,
    root: entry.root ?? null,
    pos: entry.pos,
    definition: entry.definition,
    occurrences: [
      ...findAll(`glossary/${entry.id}`, entry),
      ...(entry.occurrences ?? []).map((passage, index) => locate(`glossary/${entry.id}/${index}`, passage)),
    ].sort(inTextOrder),
  }));
  const article: Article = {
    format: 'isnad-article',
    version: 1,
    id: draft.id,
    language: 'ar',
    origin: draft.origin,
    level: draft.level,
    topics: draft.topics,
    title: draft.title,
    summary: draft.summary,
    notice: draft.notice ?? null,
    author: draft.author ?? null,
    published: draft.published ?? null,
    original: draft.original ?? null,
    revision: draft.revision,
    revised: draft.revised,
    blocks: draft.blocks.map(({ id, type, gap, text }) => ({ id, type, gap, text })),
    entities,
    mentions,
    quotations,
    glossary,
    chain: links('chain', draft.chain ?? []),
  };
  return { article, problems };
}

const rangeIn = (block: Block, span: Span): TextRange => ({
  block: block.id,
  start: span.start,
  end: span.end,
  words: block.text.slice(span.start, span.end),
});

function nthOccurrence(text: string, words: string, nth: number): Span | null {
  const folded = fold(text, 'marks');
  const wanted = foldText(words, 'marks');
  let at = -1;
  for (let seen = 0; seen < nth; seen++) {
    at = folded.text.indexOf(wanted, at + 1);
    if (at < 0 || wanted.length === 0) return null;
  }
  // A count from 0 is a slip of the author's, not the first place.
  if (at < 0) return null;
  return unfold(folded, at, at + wanted.length);
}

const LETTER = /[\p{L}\p{N}]/u;

/** Where the form stands as a word, bare or after one or more attached one-letter words: في دمشق → دمشق, وبدمشق → دمشق. */
function wordOccurrences(text: string, form: string): Span[] {
  const folded = fold(text, 'marks');
  const wanted = foldText(form, 'marks');
  const spans: Span[] = [];
  if (wanted.length === 0) return spans;
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (end < folded.text.length && LETTER.test(folded.text.charAt(end))) continue;
    let start = at;
    while (start > 0 && LETTER.test(folded.text.charAt(start - 1))) start--;
    if (start < at && !/^[وفبكلس]{1,3}$/.test(folded.text.slice(start, at))) continue;
    spans.push(unfold(folded, at, end));
  }
  return spans;
}
