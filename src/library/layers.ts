/**
 * Layers as they are kept on this device: a head, a row for each annotation, a row for each step of the history. A step
 * writes what it changed and nothing else, in one transaction with its row and the history's head.
 *
 * Two tabs may have one layer open. The head of the history counts its writings: a tab that was not the last to write is
 * told so instead of writing, takes over what was written, and makes its step again if it still fits.
 *
 * Rows are checked as they are read. One that is damaged is set aside (table `damaged`), where it stays until the reader
 * has saved it; the rest of the layer opens.
 */
import * as v from 'valibot';
import type { Change, Kept, Step } from '../core/annotation/change.ts';
import { type History, NO_HISTORY } from '../core/annotation/history.ts';
import type { Layer } from '../core/annotation/layer.ts';
import { readStep, verifyLayer } from '../core/annotation/read.ts';
import { layerSchema } from '../core/annotation/schema.ts';
import type { Row, Rows, Store, TableName } from './database.ts';

const { entities, mentions, quotations, ...headEntries } = layerSchema.entries;
const headSchema = v.object(headEntries);
const itemSchemas = {
  entities: entities.pipe[0].item,
  mentions: mentions.pipe[0].item,
  quotations: quotations.pipe[0].item,
};

/** A layer without what it is made of. */
export type Head = Omit<Layer, keyof Kept>;

/** Where a layer on this device came from. */
export const origins = ['made', 'copied', 'imported', 'received', 'gold'] as const;
export type Origin = (typeof origins)[number];

export interface KeptLayer {
  readonly key: string;
  readonly head: Head;
  readonly origin: Origin;
  /** How many there are of each, at the last writing. */
  readonly counts: Readonly<Record<keyof Kept, number>>;
  /** ISO 8601; since when it lies in the bin, or null. */
  readonly removed: string | null;
}

const time = v.pipe(v.string(), v.maxLength(40));
const number = v.pipe(v.number(), v.integer(), v.minValue(0));
const layerRow = v.object({
  key: v.string(),
  head: headSchema,
  origin: v.picklist(origins),
  counts: v.object({ entities: number, mentions: number, quotations: number }),
  removed: v.nullable(time),
});
const historyRow = v.object({
  key: v.string(),
  at: number,
  count: number,
  /** How often this layer was written: who writes must have seen the last writing. */
  saved: number,
  /** The first step that the last writing changed, by number, and what it did to the layer. */
  from: number,
  last: v.unknown(),
});
type HistoryHead = v.InferOutput<typeof historyRow>;

/** A record that could not be read, as it was found. */
export interface Damaged {
  readonly key: string;
  readonly layer: string;
  readonly table: string;
  readonly row: unknown;
}

export interface OpenedLayer {
  readonly layer: Layer;
  readonly history: History;
  /** The number of the history's first step among those that are kept: steps before it were damaged, or stand behind one. */
  readonly base: number;
  readonly saved: number;
  /** What was set aside now. */
  readonly damaged: readonly Damaged[];
}

/** Every table that holds something of a layer. */
export const layerTables = [
  'layers',
  'annotations',
  'steps',
  'histories',
  'damaged',
] as const satisfies readonly TableName[];
const lists = ['entities', 'mentions', 'quotations'] as const;

const itemKey = (layer: string, on: keyof Kept, id: string): string => `${layer}/${on}/${id}`;
const stepKey = (layer: string, number: number): string => `${layer}/${String(number).padStart(9, '0')}`;

/** The layers of one article, or of all; those in the bin too. Heads that cannot be read are counted and left alone. */
export async function keptLayers(
  store: Pick<Store, 'all'>,
  article: string | null = null,
): Promise<{ readonly layers: readonly KeptLayer[]; readonly unreadable: number }> {
  let unreadable = 0;
  const layers = (await store.all('layers')).flatMap((row): KeptLayer[] => {
    const read = v.safeParse(layerRow, row);
    if (!read.success) unreadable += 1;
    return read.success && (article === null || read.output.head.article === article) ? [read.output] : [];
  });
  return { layers: layers.sort((a, b) => (a.head.created < b.head.created ? -1 : 1)), unreadable };
}

/** A new layer's id: letters and digits, made at random. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return `L${btoa(String.fromCharCode(...bytes)).replace(/[^A-Za-z0-9]/g, 'x')}`;
}

/** Keeps a whole layer, with its history, in place of the one of its id. */
export function keepLayer(store: Store, layer: Layer, origin: Origin, history: History = NO_HISTORY): Promise<void> {
  return store.transact(layerTables, (rows) => putLayer(rows, layer, origin, history));
}

/** As {@link keepLayer}, within a transaction that does more. */
export async function putLayer(
  rows: Rows,
  layer: Layer,
  origin: Origin,
  history: History,
  removed: string | null = null,
): Promise<void> {
  const { id } = layer;
  const before = v.safeParse(historyRow, await rows.get('histories', id));
  await clearLayer(rows, id);
  await rows.put('layers', [{ ...rowOf(layer, origin), removed }]);
  await rows.put(
    'annotations',
    lists.flatMap((on) => layer[on].map((item, rank) => ({ key: itemKey(id, on, item.id), rank, item }))),
  );
  await rows.put(
    'steps',
    history.steps.map((step, number) => ({ key: stepKey(id, number), step })),
  );
  await rows.put('histories', [
    {
      key: id,
      at: history.at,
      count: history.steps.length,
      // Goes on from where it was: a tab that has the old one open must see that this is another.
      saved: before.success ? before.output.saved + 2 : 0,
      from: 0,
      last: null,
    } satisfies HistoryHead,
  ]);
}

function rowOf(layer: Layer, origin: Origin): KeptLayer {
  const { entities, mentions, quotations, ...head } = layer;
  return {
    key: layer.id,
    head,
    origin,
    counts: { entities: entities.length, mentions: mentions.length, quotations: quotations.length },
    removed: null,
  };
}

async function clearLayer(rows: Rows, id: string): Promise<void> {
  await rows.remove('layers', [id]);
  await rows.remove('histories', [id]);
  for (const table of ['annotations', 'steps'] as const) {
    const old = await rows.within(table, id);
    await rows.remove(table, old.map(keyIn));
  }
}

/** Removes a layer for good, with its history and what was damaged of it. */
export const dropLayer = (store: Store, id: string): Promise<void> =>
  store.transact(layerTables, async (rows) => {
    await clearLayer(rows, id);
    await rows.remove('damaged', (await rows.within('damaged', id)).map(keyIn));
  });

/** Lays a layer into the bin, or takes it out again. Nothing of it is lost by that. */
export const binLayer = (store: Store, id: string, removed: string | null): Promise<void> =>
  store.change('layers', id, (old) => {
    const row = v.safeParse(layerRow, old);
    return row.success ? { ...row.output, removed } : ((old ?? null) as Row | null);
  });

/** Of a layer that nobody has open: another name, author or codebook. Of an open one this is a step like others. */
export const renameLayer = (
  store: Store,
  id: string,
  change: Partial<Pick<Head, 'name' | 'author' | 'codebook'>>,
  now: string,
): Promise<void> =>
  store.transact(['layers', 'histories'], async (rows) => {
    const row = v.safeParse(layerRow, await rows.get('layers', id));
    if (!row.success) return;
    await rows.put('layers', [{ ...row.output, head: { ...row.output.head, ...change, modified: now } }]);
    const history = v.safeParse(historyRow, await rows.get('histories', id));
    // Told to a tab that has it open all the same.
    if (history.success)
      await rows.put('histories', [{ ...history.output, saved: history.output.saved + 2, last: null }]);
  });

/**
 * A layer with its history; null where there is none of that id, or its head is damaged. What of it cannot be read, or
 * does not hold together, is left out and set aside.
 */
export async function openKept(store: Store, id: string): Promise<OpenedLayer | null> {
  const found = await store.get('layers', id);
  const row = v.safeParse(layerRow, found);
  if (!row.success) return null;
  const damaged: Damaged[] = [];
  const aside = (table: TableName, stored: unknown) => {
    damaged.push({ key: `${id}/${table}/${keyIn(stored).slice(id.length + 1)}`, layer: id, table, row: stored });
  };

  const parts: { -readonly [On in keyof Kept]: { rank: number; item: Kept[On]; stored: unknown }[] } = {
    entities: [],
    mentions: [],
    quotations: [],
  };
  for (const stored of await store.within('annotations', id)) {
    // Nothing stands here any more.
    if ((stored as { item?: unknown }).item === null) continue;
    const on = keyIn(stored).split('/')[1] as keyof Kept;
    if (!lists.includes(on)) {
      aside('annotations', stored);
      continue;
    }
    const read = v.safeParse(v.object({ rank: number, item: itemSchemas[on] }), stored);
    if (!read.success || keyIn(stored) !== itemKey(id, on, read.output.item.id)) aside('annotations', stored);
    else parts[on].push({ ...read.output, stored } as never);
  }
  for (const on of lists) parts[on].sort((a, b) => a.rank - b.rank);
  const whole = (): Layer => ({
    ...row.output.head,
    entities: parts.entities.map(({ item }) => item),
    mentions: parts.mentions.map(({ item }) => item),
    quotations: parts.quotations.map(({ item }) => item),
  });
  // A record that leans on one that is gone falls with it, and so on.
  for (;;) {
    const layer = whole();
    const broken = new Set(verifyLayer(layer).map(({ path }) => path.split('/').slice(0, 2).join('/')));
    const before = damaged.length;
    for (const on of lists) {
      const kept = parts[on].filter(({ item, stored }, at) => {
        const bad = broken.has(`${on}/${at}`) || broken.has(`${on}/${item.id}`);
        if (bad) aside('annotations', stored);
        return !bad;
      });
      parts[on] = kept as never;
    }
    if (damaged.length === before) break;
  }

  const head = v.safeParse(historyRow, await store.get('histories', id));
  const saved = head.success ? head.output.saved : 0;
  let history: History = NO_HISTORY;
  let base = 0;
  if (head.success) {
    const { at, count } = head.output;
    const steps: (Step | null)[] = Array.from({ length: Math.min(count, 10_000_000) }, () => null);
    for (const stored of await store.within('steps', id)) {
      const place = Number(keyIn(stored).slice(id.length + 1));
      const step = readStep((stored as { step?: unknown }).step);
      if (step === null || !(place < count)) aside('steps', stored);
      else steps[place] = step;
    }
    // What stands before a step that is lost cannot be undone any more, and what stands behind one cannot be made again.
    base = steps.lastIndexOf(null, at - 1) + 1;
    if (at === 0) base = 0;
    const end = steps.indexOf(null, at);
    history = { steps: steps.slice(base, end < 0 ? count : end) as Step[], at: at - base };
  }
  if (damaged.some(({ table }) => table === 'annotations')) {
    // The steps were made upon what is gone.
    base += history.steps.length;
    history = NO_HISTORY;
  }

  if (damaged.length > 0 && store.mode() !== 'newer') {
    await store.transact(layerTables, async (rows) => {
      await rows.put('damaged', damaged);
      for (const { table, row: stored } of damaged) await rows.remove(table as TableName, [keyIn(stored)]);
    });
  }
  return { layer: whole(), history, base, saved, damaged };
}

/** All that was set aside as damaged on this device, to be saved as a file. */
export async function damagedRecords(store: Pick<Store, 'all'>): Promise<readonly Damaged[]> {
  return (await store.all('damaged')) as readonly Damaged[];
}

/** Forgets what was set aside: the reader has it as a file, or does not want it. */
export const forgetDamaged = (store: Store): Promise<void> =>
  store.transact(['damaged'], async (rows) => rows.remove('damaged', (await rows.all('damaged')).map(keyIn)));

/** One writing of an open layer. */
export interface Writing {
  readonly layer: string;
  /** What was applied. */
  readonly step: Step;
  readonly before: History;
  readonly after: History;
  /** The number among all that are kept of the history's first step. */
  readonly base: number;
  /** The writing that this one follows upon. */
  readonly saved: number;
  /** ISO 8601 date and time. */
  readonly now: string;
}

/**
 * Writes one step: what it changed, its row and the head, or nothing. `conflict`: somebody else has written since, nothing
 * was. `gone`: there is no such layer any more. Rejects with a StoreError.
 */
export function saveStep(store: Store, writing: Writing): Promise<'saved' | 'conflict' | 'gone'> {
  const { layer: id, step, before, after, base, now } = writing;
  return store.transact(['layers', 'annotations', 'steps', 'histories'], async (rows) => {
    const row = v.safeParse(layerRow, await rows.get('layers', id));
    if (!row.success) return 'gone';
    const head = v.safeParse(historyRow, await rows.get('histories', id));
    if ((head.success ? head.output.saved : 0) !== writing.saved) return 'conflict';

    const counts = { ...row.output.counts };
    const puts: Row[] = [];
    let changedHead: Partial<Head> = {};
    for (const [place, change] of step.changes.entries()) {
      if (change.on === 'layer') {
        changedHead = change.after;
        continue;
      }
      const key = itemKey(id, change.on, change.id);
      counts[change.on] += (change.after ? 1 : 0) - (change.before ? 1 : 0);
      puts.push(await ranked(rows, key, change, writing.saved, place));
    }
    await rows.put('annotations', puts);

    const changed = after.steps.findIndex((one, number) => one !== before.steps[number]);
    const from = changed < 0 ? after.steps.length : changed;
    await rows.put(
      'steps',
      after.steps.flatMap((one, number) =>
        one === before.steps[number] ? [] : [{ key: stepKey(id, base + number), step: one }],
      ),
    );
    await rows.remove(
      'steps',
      before.steps.slice(after.steps.length).map((_, place) => stepKey(id, base + after.steps.length + place)),
    );
    await rows.put('histories', [
      {
        key: id,
        at: base + after.at,
        count: base + after.steps.length,
        saved: writing.saved + 1,
        from: base + from,
        last: step,
      } satisfies HistoryHead,
    ]);
    await rows.put('layers', [
      { ...row.output, counts, head: { ...row.output.head, ...changedHead, modified: now } } satisfies KeptLayer,
    ]);
    return 'saved';
  });
}

/** An item keeps its place among the others; a new one comes last. One that is removed leaves its place, to come back to. */
async function ranked(
  rows: Rows,
  key: string,
  change: Exclude<Change, { on: 'layer' }>,
  saved: number,
  place: number,
): Promise<Row> {
  const old = v.safeParse(v.object({ rank: number }), await rows.get('annotations', key));
  const rank = old.success ? old.output.rank : 1_000_000 + saved * 1000 + Math.min(place, 999);
  return { key, rank, item: change.after } as Row;
}

/** What another tab wrote last: how often was written, the step if only one was, and the history since. */
export async function writtenSince(
  store: Pick<Store, 'get' | 'within'>,
  id: string,
): Promise<{ readonly head: HistoryHead; readonly step: Step | null } | null> {
  const head = v.safeParse(historyRow, await store.get('histories', id));
  return head.success ? { head: head.output, step: readStep(head.output.last) } : null;
}

/** The history as that writing left it, where `old` is the one before it; null where its steps cannot be read. */
export async function followedHistory(
  store: Pick<Store, 'get'>,
  id: string,
  old: History,
  base: number,
  head: HistoryHead,
): Promise<History | null> {
  const steps = old.steps.slice(0, Math.max(0, head.from - base));
  for (let place = head.from; place < head.count; place += 1) {
    const row = await store.get('steps', stepKey(id, place));
    const step = readStep((row as { step?: unknown } | undefined)?.step);
    if (step === null) return null;
    steps.push(step);
  }
  return { steps, at: head.at - base };
}

const keyIn = (row: unknown): string => {
  const key = (row as { key?: unknown } | null)?.key;
  return typeof key === 'string' ? key : '';
};
