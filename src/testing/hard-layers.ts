import * as fc from 'fast-check';
import type { Layer, LayerMention, LayerQuotation } from '../core/annotation/layer.ts';
import type { Article, BlockType, Entity } from '../core/article/article.ts';
import { entityTypes, kinds, verbClasses } from '../core/dataset/schema.ts';
import type { TextRange } from '../core/text/range.ts';
import { arabicText } from './arabic.ts';
import { buildArticle } from './article.ts';

/** Arabic news with everything that formats stumble over: pairs of surrogates, tabs, lines, markup, formulas, bidi marks. */
const hardText = fc
  .array(
    fc.oneof(
      arabicText(30),
      fc.constantFrom(
        '<b>&amp;</b>',
        '=1+1',
        "'=1",
        '\t',
        '\r\n',
        ']]>',
        '"، "',
        '😀👩🏽',
        '𝐀',
        '\\n',
        '|',
        ' ; ',
        '#',
        '\u2028',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' '))
  .filter((text) => /\p{L}/u.test(text));

const types: readonly BlockType[] = ['headline', 'dateline', 'lede', 'section', 'paragraph', 'source', 'reference'];

/** An article of generated text, without annotation. */
export const hardArticle: fc.Arbitrary<Article> = fc
  .array(fc.record({ type: fc.constantFrom(...types), gap: fc.integer({ min: 1, max: 3 }), text: hardText }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((blocks) => ({
    ...buildArticle(),
    blocks: blocks.map((block, at) => ({ ...block, id: `b${at}`, gap: at === 0 ? 0 : block.gap })),
    entities: [],
    mentions: [],
    quotations: [],
    glossary: [],
    chain: [],
  }));

/** Any stretch that may be marked: never empty, never inside a character. */
export function rangeIn(article: Article): fc.Arbitrary<TextRange> {
  const places = article.blocks
    .map(({ id, text }) => ({ id, text, edges: edgesOf(text) }))
    .filter(({ edges }) => edges.length > 1);
  return fc.tuple(fc.nat(places.length - 1), fc.nat(10_000), fc.nat(10_000)).map(([at, a, b]) => {
    const { id, text, edges } = places[at] as (typeof places)[number];
    const first = a % (edges.length - 1);
    // Mostly short, as annotations are; sometimes as long as the block.
    const last = first + 1 + (b % Math.min(edges.length - 1 - first, b % 5 === 0 ? 10_000 : 25));
    const [start, end] = [edges[first] as number, edges[last] as number];
    return { block: id, start, end, words: text.slice(start, end) };
  });
}

/** Where a range may begin or end: not before a mark, not inside a surrogate pair. */
const edgesOf = (text: string): number[] =>
  [...Array(text.length + 1).keys()].filter((edge) => !/[\p{Mn}\udc00-\udfff]/u.test(text.charAt(edge)));

const words = fc
  .oneof(fc.constantFrom('ملاحظة', '=SUM(1)', 'a\nb', "it's", 'x|y\\z', '<i>&', '\u200f«نص»\t'), arabicText(20))
  .filter((text) => text !== '');
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,11}$/);

const inTextOrder = (article: Article) => {
  const order = new Map(article.blocks.map(({ id }, at) => [id, at]));
  return (a: TextRange, b: TextRange) =>
    (order.get(a.block) ?? 0) - (order.get(b.block) ?? 0) || a.start - b.start || a.end - b.end;
};

/** Any layer over the article: pieces, roles, parents, tags and notes in every combination, overlapping as it falls. */
export const layerOver = (article: Article): fc.Arbitrary<Layer> =>
  fc.uniqueArray(id, { minLength: 1, maxLength: 4 }).chain((people) => {
    const range = rangeIn(article);
    const person = fc.constantFrom(...people);
    const tagging = {
      tags: fc.uniqueArray(id, { maxLength: 3 }),
      note: fc.option(words),
    };
    const bilingual = fc.record({ ar: words, en: fc.constantFrom('', 'name', 'a, "b"') });
    const entity = (id: string): fc.Arbitrary<Entity> =>
      fc.record({
        id: fc.constant(id),
        type: fc.constantFrom(...entityTypes),
        named: fc.boolean(),
        gender: fc.constantFrom(null, 'm' as const, 'f' as const),
        name: bilingual,
        aliases: fc.array(words, { maxLength: 2 }),
        role: fc.option(bilingual),
        description: bilingual,
        authority: fc.array(
          fc.record({ register: fc.constantFrom('wikidata', 'دار الكتب', 'a:b'), id: fc.constantFrom('Q1', 'x y') }),
          { maxLength: 2 },
        ),
      });
    const mention = fc.record({ id, entity: person, range, ...tagging });
    const quotation: fc.Arbitrary<LayerQuotation> = fc.record({
      id,
      kind: fc.constantFrom(...kinds),
      contents: fc.array(range, { minLength: 1, maxLength: 3 }).map((ranges) => ranges.sort(inTextOrder(article))),
      cue: fc.array(range, { maxLength: 2 }),
      source: fc.option(range),
      speaker: fc.option(person),
      addressee: fc.option(person),
      about: fc.uniqueArray(person, { maxLength: 2 }),
      parent: fc.constant(null),
      verb: fc.record({ lemma: fc.option(words), class: fc.constantFrom(...verbClasses) }),
      provenance: fc.record({
        by: fc.constantFrom('editor' as const, 'rule' as const, 'reader' as const),
        rule: fc.option(words),
        confidence: fc.option(fc.constantFrom(0, 0.25, 1)),
      }),
      reason: fc.record({ ar: fc.oneof(fc.constant(''), words), en: fc.constantFrom('', 'because') }),
      via: fc.array(
        fc.record({
          role: fc.constantFrom('agency' as const, 'outlet' as const),
          entity: person,
          range: fc.option(range),
          note: fc.option(bilingual),
        }),
        { maxLength: 2 },
      ),
      ...tagging,
    });
    return fc
      .tuple(
        fc.tuple(...people.map(entity)),
        fc.uniqueArray(mention, { maxLength: 5, selector: (one: LayerMention) => one.id }),
        fc.uniqueArray(quotation, { maxLength: 4, selector: (one) => one.id }),
        fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }),
        fc.record({ name: fc.oneof(fc.constant(''), words), author: fc.option(words) }),
      )
      .map(([entities, mentions, quotations, parents, head]) => ({
        format: 'isnad-layer' as const,
        version: 1 as const,
        id: 'mine',
        article: article.id,
        revision: article.revision,
        kind: 'person' as const,
        created: '2026-10-03T10:00:00Z',
        modified: '2026-10-04T10:00:00Z',
        codebook: 'book',
        ...head,
        entities,
        mentions,
        // A parent is one of those before it, so that there is no ring.
        quotations: quotations.map((one, at) => ({
          ...one,
          parent: at === 0 || (parents[at] ?? 0) % 2 === 0 ? null : (quotations[(parents[at] ?? 0) % at]?.id ?? null),
        })),
      }));
  });
