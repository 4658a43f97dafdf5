import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hardArticle, layerOver } from '../../testing/hard-layers.ts';
import { buildArticle } from '../../testing/article.ts';
import { type Layer, type LayerQuotation, publishedLayer } from '../annotation/layer.ts';
import { type Article, type Entity, plainText } from '../article/article.ts';
import { readArticle } from '../dataset/read.ts';
import type { FormatId, Import, Loss, LossKey } from './format.ts';
import { formats } from './formats.ts';

const now = '2026-11-01T00:00:00Z';
const shipped = Object.entries(
  import.meta.glob<string>('../../../public/data/articles/*.json', { query: '?raw', import: 'default', eager: true }),
).map(([path, source]): [string, Article] => {
  const read = readArticle(source);
  if (!read.ok) throw new Error(path);
  return [read.value.id, read.value];
});

const annotated = fc
  .oneof(hardArticle, fc.constantFrom(...shipped.map(([, article]) => article), buildArticle()))
  .chain((article) => fc.record({ article: fc.constant(article), layer: layerOver(article) }));

/** A record without what the format said it could not carry, as it must come back. */
function reduced(layer: Layer, lost: readonly Loss[]): Layer {
  const gone = new Map<string, Set<LossKey>>();
  for (const { of, id, what } of lost) {
    const key = `${of} ${id}`;
    gone.set(key, (gone.get(key) ?? new Set<LossKey>()).add(what));
  }
  const lacks = (of: string, id: string, ...what: LossKey[]) => what.some((one) => gone.get(`${of} ${id}`)?.has(one));
  const whole = (of: string) => (record: { id: string }) => !lacks(of, record.id, 'overlap', 'edge');
  const quotation = (one: LayerQuotation): LayerQuotation => {
    const without = (what: LossKey) => lacks('quotation', one.id, what);
    return {
      ...one,
      addressee: without('addressee') ? null : one.addressee,
      about: without('about') ? [] : [...one.about].sort(),
      parent: without('parent') ? null : one.parent,
      verb: without('lemma') ? { ...one.verb, lemma: null } : one.verb,
      provenance: without('provenance') ? { by: 'reader', rule: null, confidence: null } : one.provenance,
      reason: without('reason') ? { ar: '', en: '' } : one.reason,
      via: without('via') ? [] : one.via,
      tags: without('tags') ? [] : one.tags,
      note: without('note') ? null : one.note,
    };
  };
  const entity = (one: Entity): Entity => {
    const without = (what: LossKey) => lacks('entity', one.id, what);
    return {
      ...one,
      // Where the format cannot tell, either answer is honest.
      named: without('named') || without('absent') ? true : one.named,
      gender: without('gender') ? null : one.gender,
      name: without('english') ? { ...one.name, en: '' } : one.name,
      aliases: without('aliases') ? [] : one.aliases,
      role: without('role') ? null : one.role,
      description: without('description') ? { ar: '', en: '' } : one.description,
      authority: without('authority') ? [] : one.authority,
    };
  };
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const isThere = ({ id }: Entity) => !lacks('entity', id, 'absent');
  const head = lacks('layer', layer.id, 'head');
  return {
    ...layer,
    ...(head
      ? { id: '', name: '', author: null, created: now, modified: now, codebook: null, kind: 'person' as const }
      : {}),
    entities: layer.entities.filter(isThere).map(entity).sort(byId),
    mentions: layer.mentions
      .filter(whole('mention'))
      .map((one) => ({
        ...one,
        tags: lacks('mention', one.id, 'tags') ? [] : one.tags,
        note: lacks('mention', one.id, 'note') ? null : one.note,
      }))
      .sort(byId),
    quotations: layer.quotations.filter(whole('quotation')).map(quotation).sort(byId),
  };
}

async function thereAndBack(id: FormatId, article: Article, layer: Layer, given: Article | null) {
  const format = await formats[id].load();
  const sent = format.write(article, layer, { bom: true });
  const back = format.read(sent.files, { article: given, now });
  if (!back.ok) throw new Error(JSON.stringify(back.failure));
  return { lost: sent.lost, back: back.value };
}

const faithful = ({ back, lost }: { back: Import; lost: readonly Loss[] }, layer: Layer) => {
  expect(back.report.left).toEqual([]);
  expect(back.report.orphans).toEqual([]);
  expect(back.report.moved).toBe(0);
  const [made] = back.layers as [Layer];
  expect(reduced(made, lost)).toEqual({
    ...reduced(layer, lost),
    ...(made.id === 'imported' ? { id: reduced(made, lost).id } : {}),
  });
};

describe.each(Object.keys(formats) as FormatId[])('%s', (id) => {
  test.each(shipped)('what is published of %s comes back on its article', async (_, article) => {
    const layer = { ...publishedLayer(article), created: now, modified: now };
    faithful(await thereAndBack(id, article, layer, article), layer);
  });

  test('any layer over any text comes back, but for what is said to be lost', async () => {
    await fc.assert(
      fc.asyncProperty(annotated, async ({ article, layer }) => {
        faithful(await thereAndBack(id, article, layer, article), layer);
      }),
      { numRuns: 60 },
    );
  });

  test.runIf(formats[id].carriesText)('and without the article, on the text of the file', async () => {
    await fc.assert(
      fc.asyncProperty(annotated, async ({ article, layer }) => {
        const { back, lost } = await thereAndBack(id, article, layer, null);
        // Line ends after the last line are nobody's words.
        const text = (of: Article | null) => of && plainText(of).replace(/\n+$/, '');
        expect(text(back.article)).toBe(text(article));
        if (!lost.some(({ what }) => what === 'blocks')) {
          expect(back.article?.blocks).toEqual(article.blocks);
          faithful({ back, lost }, layer);
        }
      }),
      { numRuns: 40 },
    );
  });
});
