/**
 * The whole shelf as one file, and back: layers with their histories, codebooks, what was decided, lessons, settings. A
 * file is checked to its last row before anything is touched, and comes in within one transaction, or not at all.
 */
import * as v from 'valibot';
import { NO_HISTORY } from '../core/annotation/history.ts';
import { verifyLayer } from '../core/annotation/read.ts';
import { layerSchema, stepSchema } from '../core/annotation/schema.ts';
import { type DatasetFault, readShape } from '../core/dataset/read.ts';
import { isoDate, list } from '../core/dataset/schema.ts';
import { checkLesson } from '../core/lesson/read.ts';
import { failure, type Result, success } from '../core/result.ts';
import { codebookRow } from './codebooks.ts';
import type { Rows, Store, TableName } from './database.ts';
import { keptLayers, layerTables, openKept, origins, putLayer } from './layers.ts';
import { lessonRows } from './lessons.ts';
import { decisionRow, reviewRow } from './reviews.ts';

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
] as const satisfies readonly TableName[];
type RowTable = (typeof rowTables)[number];
/** Everything that {@link restoreShelf} may touch. */
const allTables: readonly TableName[] = [...layerTables, ...rowTables];

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
      const read = v.safeParse(shelfSchema.entries[table].pipe[0].item, row);
      if (!read.success) unreadable += 1;
      return read.success ? [read.output] : [];
    });
  }
  const shelf = {
    format: 'isnad-shelf',
    version: 1,
    made: now,
    layers,
    ...rows,
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
  return success(read.value);
}

/** `merge`: what is here stays, but for what the file has of a later date. `replace`: only what the file has is here then. */
export type Way = 'merge' | 'replace';

export interface Plan {
  /** How many the file holds. */
  readonly holds: Readonly<Record<'layers' | 'codebooks' | 'lessons' | 'results', number>>;
  /** Names of layers that are not here. */
  readonly added: readonly string[];
  /** Names of layers that are here, and would be as they are in the file. */
  readonly replaced: readonly string[];
  /** Names of layers here that stay as they are. */
  readonly kept: readonly string[];
  /** Names of layers here that would be gone. */
  readonly lost: readonly string[];
}

/** What restoring would do, to be shown before it is done. */
export async function planOf(store: Store, shelf: Shelf, way: Way): Promise<Plan> {
  const here = (await keptLayers(store)).layers.map(({ head }) => head);
  const byId = new Map(here.map((head) => [head.id, head]));
  const ids = new Set(shelf.layers.map(({ layer }) => layer.id));
  const plan = { added: [] as string[], replaced: [] as string[], kept: [] as string[], lost: [] as string[] };
  for (const { layer } of shelf.layers) {
    const mine = byId.get(layer.id);
    if (!mine) plan.added.push(layer.name);
    else if (way === 'replace' || layer.modified > mine.modified) plan.replaced.push(layer.name);
    else plan.kept.push(mine.name);
  }
  for (const head of here) if (!ids.has(head.id)) (way === 'replace' ? plan.lost : plan.kept).push(head.name);
  const { layers, codebooks, lessons, results } = shelf;
  return {
    ...plan,
    holds: {
      layers: layers.length,
      codebooks: codebooks.length,
      lessons: lessons.length,
      results: results.length,
    },
  };
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
  });
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
