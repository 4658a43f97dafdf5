import { failure, type Result } from '../../result.ts';
import { type DraftRange, blankEntity, blankQuotation, createIds, settle } from '../draft.ts';
import type { Import, ImportContext, ImportFault, Left, TextFile } from '../format.ts';
import { type CodePoints, createCodePoints, createPositions, type Positions } from '../positions.ts';
import { type Fields, inShort, isObject, listOf, readJson, textOf, textOrNull, tooMany } from '../source.ts';
import { lastOf } from './vocabulary.ts';

/**
 * Reads a collection, a page, an array of annotations or one annotation. What was made elsewhere comes in as far as its
 * meaning is sure: a body that classifies as direct, indirect or mixed makes a quotation, one that identifies makes a
 * mention; any other annotation is listed, not interpreted.
 */
export function read(files: readonly TextFile[], context: ImportContext): Result<Import, ImportFault> {
  const file = files[0];
  if (!file) return failure({ kind: 'missingFile', where: '', detail: '' });
  const json = readJson(file);
  if (!json.ok) return json;
  const { article } = context;
  if (!article) return failure({ kind: 'needsArticle', where: file.name, detail: '' });

  const top: Fields = isObject(json.value) ? json.value : {};
  const pages = listOf(top['first'] ?? top['items']);
  const items = Array.isArray(json.value)
    ? json.value
    : isA(top, 'Annotation')
      ? [top]
      : pages.flatMap((page) => (isObject(page) && !isA(page, 'Annotation') ? listOf(page['items']) : [page]));
  if (!Array.isArray(json.value) && !listOf(top['type']).some((type) => /Annotation/.test(inShort(type)))) {
    return failure({ kind: 'otherFormat', where: file.name, detail: inShort(top['type']) });
  }
  const crowd = tooMany(file.name, Math.max(items.length, listOf(top['isnad:entities']).length));
  if (crowd) return failure(crowd);

  const positions = createPositions(article);
  const points = createCodePoints(positions.text);
  const left: Left[] = [];
  const entityId = createIds('e');
  const ids = createIds('a');
  const entities = new Map<string, Fields>();
  for (const node of listOf(top['isnad:entities'])) {
    if (!isObject(node)) continue;
    const id = entityId(lastOf(textOf(node['id'])));
    entities.set(id, entityOf(id, node));
  }
  const link = (body: Fields): string => entityId(lastOf(addressOf(body['source']) || textOf(body['id'])));

  const mentions: unknown[] = [];
  const quotations: unknown[] = [];
  for (const item of items) {
    if (!isObject(item)) {
      left.push({ of: 'quotation', id: '', why: 'shape', detail: inShort(item) });
      continue;
    }
    const id = ids(lastOf(textOf(item['id'])));
    const bodies = listOf(item['body']).filter(isObject);
    const ranges = listOf(item['target']).map((one) => rangeOf(one, positions, points));
    const contents = ranges.filter((range) => range !== null);
    const tagging = {
      tags: bodies.filter((body) => body['purpose'] === 'tagging').map((body) => textOf(body['value'])),
      note: textOrNull(bodies.find((body) => body['purpose'] === 'commenting')?.['value']),
    };
    const field = (name: string) => bodies.filter((body) => body['isnad:field'] === name);
    const kind =
      field('kind')[0] ??
      bodies.find(({ purpose, value }) => purpose === 'classifying' && /^(direct|indirect|mixed)$/.test(textOf(value)));
    const named = field('entity')[0] ?? bodies.find((body) => body['purpose'] === 'identifying');
    for (const range of ranges) {
      if (range === null) left.push({ of: kind ? 'quotation' : 'mention', id, why: 'offsets', detail: 'target' });
    }
    if (contents.length === 0) {
      left.push({ of: kind ? 'quotation' : 'mention', id, why: 'empty', detail: textOf(item['id']).slice(0, 200) });
    } else if (kind) {
      const stretch = (name: string) =>
        field(name).flatMap((body) => {
          const range = rangeOf(body, positions, points);
          if (range === null) left.push({ of: 'quotation', id, why: 'offsets', detail: name });
          return range ?? [];
        });
      const reason = (language: string) =>
        textOf(field('reason').find((body) => body['language'] === language)?.['value']);
      quotations.push({
        ...blankQuotation,
        ...tagging,
        id,
        kind: textOf(kind['value']),
        contents,
        cue: stretch('cue'),
        source: stretch('source')[0] ?? null,
        speaker: field('speaker').map(link)[0] ?? null,
        addressee: field('addressee').map(link)[0] ?? null,
        about: field('about').map(link),
        parent: field('parent').map((body) => ids(lastOf(addressOf(body['source']))))[0] ?? null,
        verb: {
          class: textOrNull(field('verb')[0]?.['value']) ?? blankQuotation.verb.class,
          lemma: textOrNull(field('lemma')[0]?.['value']),
        },
        provenance: {
          by: textOrNull(item['isnad:by']) ?? 'reader',
          rule: textOrNull(item['isnad:rule']),
          confidence: item['isnad:confidence'] ?? null,
        },
        reason: { ar: reason('ar'), en: reason('en') },
        via: listOf(item['isnad:via'])
          .filter(isObject)
          .map((one) => ({
            role: one['isnad:role'],
            entity: entityId(lastOf(addressOf(one['isnad:entity']))),
            range: one['isnad:place'] === undefined ? null : rangeOf(one['isnad:place'], positions, points),
            note:
              one['isnad:noteAr'] === undefined
                ? null
                : { ar: textOf(one['isnad:noteAr']), en: textOf(one['isnad:noteEn']) },
          })),
      });
    } else if (named) {
      const entity = link(named);
      // An entity of another tool is known by its address alone; the words of its first mention are its name.
      if (!entities.has(entity))
        entities.set(entity, { ...blankEntity, id: entity, name: { ar: contents[0]?.words, en: '' } });
      mentions.push({ ...tagging, id, entity, range: contents[0] });
      if (contents.length > 1) left.push({ of: 'mention', id, why: 'acrossBlocks', detail: String(contents.length) });
    } else left.push({ of: 'quotation', id, why: 'unknownKind', detail: textOf(item['id']).slice(0, 200) });
  }

  const creator = listOf(top['creator'] ?? (isObject(items[0]) ? items[0]['creator'] : undefined))[0];
  const draft = {
    head: {
      id: lastOf(textOf(top['id'])),
      name: top['isnad:name'] ?? top['label'],
      kind: top['isnad:kind'],
      author: isObject(creator) ? creator['name'] : null,
      created: top['created'],
      modified: top['modified'],
      codebook: top['isnad:codebook'] ?? null,
    },
    of: lastOf(addressOf(top['isnad:article'])),
    entities: [...entities.values()],
    mentions,
    quotations,
    left,
  };
  return settle(draft, article, context, null);
}

const isA = (node: Fields, type: string): boolean => listOf(node['type']).includes(type);
const addressOf = (node: unknown): string => (isObject(node) ? textOf(node['id']) : textOf(node));

/** The range that a target or a body with selectors means, or null where it has no words and no position that we read. */
function rangeOf(target: unknown, positions: Positions, points: CodePoints): DraftRange | null {
  if (!isObject(target)) return null;
  const selectors = listOf(target['selector']).filter(isObject);
  const quote = selectors.find((one) => one['type'] === 'TextQuoteSelector');
  const position = selectors.find((one) => one['type'] === 'TextPositionSelector');
  const words = quote ? textOf(quote['exact']) : '';
  const around = { prefix: textOf(quote?.['prefix']), suffix: textOf(quote?.['suffix']) };
  const { start, end } = position ?? {};
  if (typeof start === 'number' && typeof end === 'number') {
    // Code points by the recommendation; tools that count as JavaScript does are known by the words that stand there.
    const candidates = [positions.ranges(points.toUnits(start), points.toUnits(end)), positions.ranges(start, end)];
    const fits = candidates.find((ranges) => ranges.length === 1 && (!quote || ranges[0]?.words === words))?.[0];
    if (fits) return { ...fits, ...around };
  }
  if (words === '') return null;
  const expected =
    typeof start === 'number' ? positions.ranges(points.toUnits(start), points.toUnits(start) + 1)[0] : undefined;
  const block = textOf(target['isnad:block']);
  return {
    block: block || (expected?.block ?? ''),
    start: expected && (block === '' || expected.block === block) ? expected.start : -1,
    end: -1,
    words,
    ...around,
  };
}

function entityOf(id: string, node: Fields): Fields {
  const text = (key: string) => textOf(node[`isnad:${key}`]);
  return {
    ...blankEntity,
    id,
    type: node['isnad:kind'] ?? 'person',
    named: node['isnad:named'] ?? true,
    gender: node['isnad:gender'] ?? null,
    name: { ar: text('nameAr'), en: text('nameEn') },
    aliases: listOf(node['isnad:aliases']),
    role: node['isnad:roleAr'] === undefined ? null : { ar: text('roleAr'), en: text('roleEn') },
    description: { ar: text('descriptionAr'), en: text('descriptionEn') },
    authority: listOf(node['isnad:authority']).map((one) =>
      isObject(one) ? { register: one['isnad:register'], id: one['isnad:identifier'] } : one,
    ),
  };
}
