import type { Article } from '../article/article.ts';
import type { Transmission } from '../quotation/transmission.ts';
import { fold, foldText } from '../text/fold.ts';
import { faultOfRange, type RangeFault, type TextRange } from '../text/range.ts';

/** What is wrong in an article whose shape is right, and where: `path` as in "quotations/q3/cue". */
export interface ArticleFault {
  readonly path: string;
  readonly kind:
    | RangeFault
    | 'unknownBlock'
    | 'unknownEntity'
    | 'unknownQuotation'
    | 'duplicateId'
    | 'contentOrder'
    | 'unresolvedVariant'
    | 'unusedAlias'
    | 'selfParent'
    | 'missingMention'
    | 'noOccurrence';
  readonly detail: string;
}

/**
 * Everything the schema cannot see: ranges against the text, identifiers that point nowhere or stand twice, name variants
 * that no alias explains, aliases that the text does not have. An empty list means that the article can be trusted.
 */
export function verifyArticle(
  article: Pick<Article, 'blocks' | 'entities' | 'mentions' | 'quotations' | 'glossary' | 'chain'>,
): ArticleFault[] {
  const faults: ArticleFault[] = [];
  const say = (path: string, kind: ArticleFault['kind'], detail: string) => faults.push({ path, kind, detail });
  const blocks = new Map(article.blocks.map((block) => [block.id, block.text]));
  const entities = new Map(article.entities.map((entity) => [entity.id, entity]));
  const quotations = new Map(article.quotations.map((quotation) => [quotation.id, quotation]));

  const unique = (place: string, items: readonly { readonly id: string }[]) => {
    const seen = new Set<string>();
    for (const { id } of items) {
      if (seen.has(id)) say(`${place}/${id}`, 'duplicateId', id);
      seen.add(id);
    }
  };
  unique('blocks', article.blocks);
  unique('entities', article.entities);
  unique('mentions', article.mentions);
  unique('quotations', article.quotations);
  unique('glossary', article.glossary);

  const range = (path: string, range: TextRange | null) => {
    if (range === null) return;
    const text = blocks.get(range.block);
    if (text === undefined) return say(path, 'unknownBlock', range.block);
    const fault = faultOfRange(range, text);
    if (fault !== null)
      say(path, fault, `${range.start}–${range.end} «${range.words}» ≠ «${text.slice(range.start, range.end)}»`);
  };
  const entity = (path: string, id: string | null) => {
    if (id !== null && !entities.has(id)) say(path, 'unknownEntity', id);
  };
  const chain = (path: string, links: readonly Transmission[]) => {
    links.forEach((link, index) => {
      entity(`${path}/${index}`, link.entity);
      range(`${path}/${index}`, link.range);
    });
  };

  const variants = new Map<string, Set<string>>();
  for (const item of article.entities)
    variants.set(item.id, new Set(item.aliases.map((alias) => foldText(alias, 'marks'))));
  const used = new Map<string, Set<string>>();
  for (const mention of article.mentions) {
    const path = `mentions/${mention.id}`;
    entity(path, mention.entity);
    range(path, mention.range);
    const bare = foldText(mention.range.words, 'marks');
    const known = variants.get(mention.entity);
    if (known && !known.has(bare)) say(path, 'unresolvedVariant', mention.range.words);
    const seen = used.get(mention.entity) ?? new Set();
    used.set(mention.entity, seen.add(bare));
  }
  for (const item of article.entities) {
    for (const alias of item.aliases) {
      if (!used.get(item.id)?.has(foldText(alias, 'marks'))) say(`entities/${item.id}/aliases`, 'unusedAlias', alias);
    }
    // A named entity must be seen in the text, unless it only carried it (an outlet that the page knows otherwise).
    if (item.named && !used.has(item.id) && !article.chain.some((link) => link.entity === item.id)) {
      say(`entities/${item.id}`, 'missingMention', item.name.ar);
    }
  }

  const places = new Map(article.blocks.map((block, place) => [block.id, place]));
  const order = (range: TextRange) => places.get(range.block) ?? -1;
  // Walk up: a quotation inside itself would make every reader loop. What one walk has found holds for all that it
  // passed, or a tall tower of quotations would be climbed from each of its floors.
  const found = new Map<string, string | null>();
  const ringAbove = (id: string): string | null => {
    const passed = new Set<string>();
    let up: string | null = id;
    while (up !== null && !passed.has(up) && !found.has(up)) {
      passed.add(up);
      up = quotations.get(up)?.parent ?? null;
    }
    const ring = up === null ? null : passed.has(up) ? up : (found.get(up) ?? null);
    for (const one of passed) found.set(one, ring);
    return ring;
  };
  for (const quotation of article.quotations) {
    const path = `quotations/${quotation.id}`;
    quotation.contents.forEach((piece, index) => {
      range(`${path}/contents/${index}`, piece);
      const before = quotation.contents[index - 1];
      if (before && (order(before) > order(piece) || (before.block === piece.block && before.end > piece.start))) {
        say(`${path}/contents/${index}`, 'contentOrder', piece.words);
      }
    });
    quotation.cue.forEach((piece, index) => range(`${path}/cue/${index}`, piece));
    range(`${path}/source`, quotation.source);
    entity(`${path}/speaker`, quotation.speaker);
    entity(`${path}/addressee`, quotation.addressee);
    for (const id of quotation.about) entity(`${path}/about`, id);
    chain(`${path}/via`, quotation.via);
    if (quotation.parent !== null) {
      if (!quotations.has(quotation.parent)) say(`${path}/parent`, 'unknownQuotation', quotation.parent);
      const ring = ringAbove(quotation.id);
      if (ring !== null) say(`${path}/parent`, 'selfParent', ring);
    }
  }

  for (const entry of article.glossary) {
    const path = `glossary/${entry.id}`;
    if (entry.occurrences.length === 0) say(path, 'noOccurrence', entry.vocalised);
    entry.occurrences.forEach((place, index) => range(`${path}/occurrences/${index}`, place));
    // The vocalised form must be the form that stands there, marks aside (clitics may be left out of either).
    const first = entry.occurrences[0];
    if (first) {
      const stands = fold(first.words, 'loose').text;
      const told = fold(entry.vocalised, 'loose').text;
      if (!stands.includes(told) && !told.includes(stands))
        say(`${path}/vocalised`, 'unresolvedVariant', `${entry.vocalised} ≠ ${first.words}`);
    }
  }
  chain('chain', article.chain);
  return faults;
}
