/**
 * The whole shelf as one file, and back: own texts, layers with their histories, codebooks, what was decided, lessons, words, settings. A
 * file is checked to its last row before anything is touched, and comes in within one transaction, or not at all.
 */
import * as v from 'valibot';
import { NO_HISTORY } from '../core/annotation/history.ts';
import { verifyLayer } from '../core/annotation/read.ts';
import { layerSchema, stepSchema } from '../core/annotation/schema.ts';
import { isOwn } from '../core/article/own.ts';
import { type DatasetFault, readArticle, readShape } from '../core/dataset/read.ts';
import { isoDate, list } from '../core/dataset/schema.ts';
import { checkLesson } from '../core/lesson/read.ts';
import { failure, type Result, success } from '../core/result.ts';
import { codebookRow } from './codebooks.ts';
import type { Rows, Store, TableName } from './database.ts';
import { keptLayers, layerTables, openKept, origins, putLayer } from './layers.ts';
import { lessonRows } from './lessons.ts';
import { decisionRow, reviewRow } from './reviews.ts';
import { bodyRow, headRow } from './texts.ts';
import { wordRow } from './words.ts';

/** UTF-16 units of a file that is read at all. */
const MOST = 256_000_000;
const MOST_LAYERS = 10_000;

const keyed = <Schema extends v.GenericSchema>(row: Schema) => v.pipe(v.array(row), v.maxLength(100_000));
const shelfSchema = v.object({
  format: v.literal('isnad-shelf'),
  version: v.literal(1),
  /** When it was made. */
  made: isoDate,
  layers: v.pipe(
    v.array(
      v.object({
        layer: layerSchema,
        origin: v.picklist(origins),
        removed: v.nullable(isoDate),
        /** Null where it was left out. */
        history: v.nullable(v.object({ steps: list(stepSchema), at: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
      }),
    ),
    v.maxLength(MOST_LAYERS),
  ),
  codebooks: keyed(codebookRow),
  reviews: keyed(reviewRow),
  decisions: keyed(decisionRow),
  lessons: keyed(lessonRows.lessons),
  work: keyed(lessonRows.work),
  results: keyed(lessonRows.results),
  /** The reader's own texts; files from before there were any have none. */
  texts: v.optional(keyed(v.object({ key: v.string(), head: headRow, body: bodyRow })), []),
  /** The reader's list of words; older files have none. */
  words: v.optional(keyed(wordRow), []),
  /** Whoever keeps the settings checks them. */
  settings: v.nullable(v.record(v.string(), v.unknown())),
});
export type Shelf = v.InferOutput<typeof shelfSchema>;

const rowTables = [
  'codebooks',
  'reviews',
  'decisions',
  'lessons',
  'work',
  'results',
  'words',
] as const satisfies readonly TableName[];
type RowTable = (typeof rowTables)[number];
const rowSchemas: Readonly<Record<RowTable, v.GenericSchema>> = {
  codebooks: codebookRow,
  reviews: reviewRow,
  decisions: decisionRow,
  ...lessonRows,
  words: wordRow,
};
/** Everything that {@link restoreShelf} may touch. */
const allTables: readonly TableName[] = [...layerTables, ...rowTables, 'texts', 'bodies'];

interface KeptText {
  readonly key: string;
  readonly head: v.InferOutput<typeof headRow>;
  readonly body: v.InferOutput<typeof bodyRow>;
}
/** The texts whose two rows can be read; how many others there are. */
async function keptWhole(
  rows: Pick<Rows, 'all'>,
): Promise<{ readonly texts: KeptText[]; readonly unreadable: number }> {
  const bodies = new Map<string, unknown>(
    ((await rows.all('bodies')) as readonly { readonly key: string }[]).map((row) => [row.key, row]),
  );
  const heads = (await rows.all('texts')) as readonly { readonly key: string }[];
  const texts = heads.flatMap((row): KeptText[] => {
    const [head, body] = [v.safeParse(headRow, row), v.safeParse(bodyRow, bodies.get(row.key))];
    return head.success && body.success ? [{ key: row.key, head: head.output, body: body.output }] : [];
  });
  return { texts, unreadable: heads.length - texts.length };
}

/** What there is on this device, as a file. What cannot be read is left out and counted: it stays where it is. */
export async function writeShelf(
  store: Store,
  { histories, settings, now }: { readonly histories: boolean; readonly settings: object; readonly now: string },
): Promise<{ readonly shelf: Shelf; readonly unreadable: number }> {
  const found = await keptLayers(store);
  let { unreadable } = found;
  const layers: Shelf['layers'] = [];
  for (const { key, origin, removed } of found.layers) {
    const opened = await openKept(store, key);
    if (!opened) continue;
    unreadable += opened.damaged.length;
    layers.push({
      layer: opened.layer,
      origin,
      removed,
      history: histories ? opened.history : null,
    } as Shelf['layers'][number]);
  }
  const rows: Partial<Record<RowTable, unknown[]>> = {};
  for (const table of rowTables) {
    rows[table] = (await store.all(table)).flatMap((row) => {
      const read = v.safeParse(rowSchemas[table], row);
      if (!read.success) unreadable += 1;
      return read.success ? [read.output] : [];
    });
  }
  const own = await keptWhole(store);
  unreadable += own.unreadable;
  const shelf = {
    format: 'isnad-shelf',
    version: 1,
    made: now,
    layers,
    ...rows,
    texts: own.texts,
    settings: { ...settings },
  } as unknown as Shelf;
  return { shelf, unreadable };
}

/** Reads untrusted text as a shelf: shape, and of each layer and lesson that it holds together. */
export function readShelf(source: string): Result<Shelf, DatasetFault> {
  if (source.length > MOST) return failure({ kind: 'shape', where: '', detail: String(source.length) });
  const read = readShape(source, 'isnad-shelf', 1, shelfSchema);
  if (!read.ok) return read;
  const content = (where: string, detail: string) => failure({ kind: 'content', where, detail } as const);
  const seen = new Set<string>();
  for (const { layer, history } of read.value.layers) {
    const [fault] = verifyLayer(layer);
    if (fault) return content(`layers/${layer.id}/${fault.path}`, fault.kind);
    if (seen.has(layer.id)) return content(`layers/${layer.id}`, 'duplicateId');
    seen.add(layer.id);
    if (history && history.at > history.steps.length) return content(`layers/${layer.id}/history`, 'at');
  }
  for (const { key, codebook } of read.value.codebooks) {
    if (key !== codebook.id) return content(`codebooks/${key}`, 'key');
  }
  for (const { key, lesson } of read.value.lessons) {
    const checked = checkLesson(lesson);
    if (!checked.ok) return content(`lessons/${key}/${checked.failure.where}`, checked.failure.detail);
  }
  const texts = new Set<string>();
  for (const { key, head, body } of read.value.texts) {
    if (texts.has(key)) return content(`texts/${key}`, 'duplicateId');
    texts.add(key);
    if (!isOwn(key) || head.key !== key || body.key !== key) return content(`texts/${key}`, 'key');
    for (const written of [body.article, body.machine]) {
      const article = written === null ? null : readArticle(written);
      if (article && !article.ok) return content(`texts/${key}/${article.failure.where}`, article.failure.detail);
    }
    const shown = readArticle(body.article);
    if (shown.ok && shown.value.id !== key) return content(`texts/${key}`, 'id');
  }
  return success(read.value);
}

/** `merge`: what is here stays, but for what the file has of a later date. `replace`: only what the file has is here then. */
export type Way = 'merge' | 'replace';

export interface Changes {
  /** Names of those that are not here. */
  readonly added: readonly string[];
  /** Names of those that are here, and would be as they are in the file. */
  readonly replaced: readonly string[];
  /** Names of those here that stay as they are. */
  readonly kept: readonly string[];
  /** Names of those here that would be gone. */
  readonly lost: readonly string[];
}

/** What would become of the layers, and of own texts. */
export interface Plan extends Changes {
  /** How many the file holds. */
  readonly holds: Readonly<Record<'layers' | 'texts' | 'codebooks' | 'lessons' | 'results' | 'words', number>>;
  readonly texts: Changes;
}

/** What restoring would do, to be shown before it is done. */
export async function planOf(store: Store, shelf: Shelf, way: Way): Promise<Plan> {
  const layers = (await keptLayers(store)).layers.map(({ head: { id, name, modified } }) => ({ id, name, modified }));
  const { texts } = await keptWhole(store);
  return {
    ...changesOf(
      layers,
      shelf.layers.map(({ layer: { id, name, modified } }) => ({ id, name, modified })),
      way,
    ),
    texts: changesOf(texts.map(datedText), shelf.texts.map(datedText), way),
    holds: {
      layers: shelf.layers.length,
      texts: shelf.texts.length,
      codebooks: shelf.codebooks.length,
      lessons: shelf.lessons.length,
      results: shelf.results.length,
      words: shelf.words.length,
    },
  };
}

interface Dated {
  readonly id: string;
  readonly name: string;
  readonly modified: string;
}
const datedText = ({ key, head }: KeptText): Dated => ({ id: key, name: head.title, modified: head.changed });

function changesOf(here: readonly Dated[], coming: readonly Dated[], way: Way): Changes {
  const byId = new Map(here.map((one) => [one.id, one]));
  const ids = new Set(coming.map(({ id }) => id));
  const changes = { added: [] as string[], replaced: [] as string[], kept: [] as string[], lost: [] as string[] };
  for (const one of coming) {
    const mine = byId.get(one.id);
    if (!mine) changes.added.push(one.name);
    else if (way === 'replace' || one.modified > mine.modified) changes.replaced.push(one.name);
    else changes.kept.push(mine.name);
  }
  for (const { id, name } of here) if (!ids.has(id)) (way === 'replace' ? changes.lost : changes.kept).push(name);
  return changes;
}

/** Brings a shelf in, whole or not at all. Rejects with a StoreError; then everything is as it was. */
export function restoreShelf(store: Store, shelf: Shelf, way: Way): Promise<void> {
  return store.transact(allTables, async (rows) => {
    if (way === 'replace') {
      const ids = new Set(shelf.layers.map(({ layer }) => layer.id));
      for (const table of ['layers', 'annotations', 'steps', 'histories'] as const) {
        const here = (await rows.all(table)) as readonly { readonly key: string }[];
        await rows.remove(
          table,
          here.map(({ key }) => key).filter((key) => !ids.has(key.split('/')[0] ?? '')),
        );
      }
    }
    const here = new Map((await keptLayers(rows)).layers.map(({ head }) => [head.id, head]));
    for (const { layer, origin, removed, history } of shelf.layers) {
      const mine = here.get(layer.id);
      if (mine && way === 'merge' && layer.modified <= mine.modified) continue;
      await putLayer(rows, layer, origin, history ?? NO_HISTORY, removed);
    }
    for (const table of rowTables) await bringIn(rows, table, shelf[table], way);
    await bringTexts(rows, shelf.texts, way);
  });
}

/** A text comes with both its rows, or not. */
async function bringTexts(rows: Rows, texts: readonly KeptText[], way: Way): Promise<void> {
  if (way === 'replace') {
    for (const table of ['texts', 'bodies'] as const) {
      const here = (await rows.all(table)) as readonly { readonly key: string }[];
      await rows.remove(
        table,
        here.map(({ key }) => key),
      );
    }
  }
  const here = new Map((await keptWhole(rows)).texts.map(({ key, head }) => [key, head.changed]));
  const coming = texts.filter(({ key, head }) => head.changed > (here.get(key) ?? ''));
  await rows.put(
    'texts',
    coming.map(({ head }) => head),
  );
  await rows.put(
    'bodies',
    coming.map(({ body }) => body),
  );
}

async function bringIn(
  rows: Rows,
  table: RowTable,
  items: readonly { readonly key: string }[],
  way: Way,
): Promise<void> {
  const here = (await rows.all(table)) as readonly { readonly key: string }[];
  const byKey = new Map(here.map((row) => [row.key, row]));
  if (way === 'replace') await rows.remove(table, [...byKey.keys()]);
  await rows.put(
    table,
    items.filter((item) => {
      const mine = byKey.get(item.key);
      return mine === undefined || way === 'replace' || dateOf(item) > dateOf(mine);
    }),
  );
}

/** When a row was changed last, for rows that know it; the empty text for others, which stay as they are. */
function dateOf(row: object): string {
  const { changed, codebook } = row as { changed?: unknown; codebook?: { modified?: unknown } };
  const date = changed ?? codebook?.modified;
  return typeof date === 'string' ? date : '';
}
