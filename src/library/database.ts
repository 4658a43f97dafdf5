/**
 * What is kept on this device beyond settings, in one IndexedDB database. Every version of it stands here: a new table or
 * another shape is a new entry at the end of {@link versions}, with an upgrade where rows must change; old entries stay as
 * they are.
 *
 * - A database written by a newer app is read, never written: Dexie opens it without complaint, and an older app would
 *   write rows that the newer one does not know. (The other tab may be that newer app: it is told to us while we run.)
 * - Where the browser has no IndexedDB or refuses it, everything works in memory until the page is left, and says so.
 * - A write that fails fails alone: whoever asked for it still has what was to be written, and says so.
 * - A database that does not open (an upgrade that failed) is left as it is; we go on in memory, say so, and what lies there
 *   can be saved as a file.
 *
 * Rows are plain data of unknown shape here; whoever reads them checks them.
 */
import Dexie, { liveQuery } from 'dexie';

/** `kept`: as it should be. `newer`: read only. `memory`: until the page is left. */
export type StoreMode = 'kept' | 'newer' | 'memory';
export const tableNames = [
  'lessons',
  'work',
  'results',
  'layers',
  'annotations',
  'steps',
  'histories',
  'codebooks',
  'reviews',
  'decisions',
  'damaged',
  'notes',
  'texts',
  'bodies',
  'words',
] as const;
export type TableName = (typeof tableNames)[number];

export interface Row {
  readonly key: string;
}

/** Tables within one transaction. */
export interface Rows {
  readonly get: (table: TableName, key: string) => Promise<unknown>;
  readonly all: (table: TableName) => Promise<readonly unknown[]>;
  /** As {@link Store.within}. */
  readonly within: (table: TableName, above: string) => Promise<readonly unknown[]>;
  readonly put: <Item extends Row>(table: TableName, rows: readonly Item[]) => Promise<void>;
  readonly remove: (table: TableName, keys: readonly string[]) => Promise<void>;
}

export interface Store {
  readonly mode: () => StoreMode;
  /** Whether there is a database on this device that did not open: nothing of it was deleted ({@link rescueAll}). */
  readonly unopened: () => boolean;
  readonly get: (table: TableName, key: string) => Promise<unknown>;
  readonly all: (table: TableName) => Promise<readonly unknown[]>;
  /** The rows whose keys begin with `above` and a slash, by key. `above` is an id: no character of it sorts behind a slash's place. */
  readonly within: (table: TableName, above: string) => Promise<readonly unknown[]>;
  /**
   * Everything that `work` does to these tables, or nothing of it: what it throws undoes it and is thrown on. It may wait
   * for these rows only. Rejects with a {@link StoreError} where the store itself fails.
   */
  readonly transact: <Value>(tables: readonly TableName[], work: (rows: Rows) => Promise<Value>) => Promise<Value>;
  /**
   * Reads a row, and puts what `change` makes of it (nothing: removes it; the same object: leaves it), in one
   * transaction: two tabs never lose each other's change. Rejects with a {@link StoreError}.
   */
  readonly change: (table: TableName, key: string, change: (old: unknown) => Row | null) => Promise<void>;
  /** Asks now, and again whenever a row that was asked for changes, in this tab or another. Returns how to stop. */
  readonly watch: <Answer>(ask: () => Promise<Answer>, onAnswer: (answer: Answer) => void) => () => void;
}

/** `full`: no room left on the device. `newer`: written by a newer app. `failed`: anything else. */
export class StoreError extends Error {
  readonly kind: 'full' | 'newer' | 'failed';

  constructor(kind: StoreError['kind'], cause?: unknown) {
    super(kind, { cause });
    this.name = 'StoreError';
    this.kind = kind;
  }
}

/** The tables of each version, first to last. */
const versions: readonly Readonly<Record<string, string>>[] = [
  { lessons: '&key', work: '&key', results: '&key' },
  {
    layers: '&key',
    annotations: '&key',
    steps: '&key',
    histories: '&key',
    codebooks: '&key',
    reviews: '&key',
    decisions: '&key',
    damaged: '&key',
    notes: '&key',
  },
  { texts: '&key', bodies: '&key' },
  { words: '&key' },
];

const NAME = 'isnad';

let opened: Promise<Store> | null = null;

/** The one store of this page; never rejects. */
export function openStore(): Promise<Store> {
  opened ??= openDatabase().catch((error: unknown) => memoryStore(wasThere(error)));
  return opened;
}

/** Refused as a whole (a private window), or not there at all: then nothing lies behind the door that did not open. */
const wasThere = (error: unknown): boolean =>
  !(error instanceof StoreError) &&
  !['SecurityError', 'MissingAPIError', 'InvalidStateError', 'NotFoundError'].includes(nameOf(error)) &&
  !(typeof error === 'object' && error !== null && 'inner' in error && nameOf(error.inner) === 'SecurityError');

/**
 * Everything that is in the database as it lies there, by table, without asking for any shape: what is saved where the
 * database cannot be used. Null where it cannot even be read.
 */
export async function rescueAll(): Promise<Readonly<Record<string, readonly unknown[]>> | null> {
  try {
    // Without versions: Dexie takes the database as it is.
    const database = await new Dexie(NAME).open();
    const tables = await Promise.all(
      database.tables.map(async (table) => [table.name, await table.toArray()] as const),
    );
    database.close();
    return Object.fromEntries(tables);
  } catch {
    return null;
  }
}

/** Opens the database, not sharing it with the rest of the page. Rejects where the browser has none for us. */
export async function openDatabase(): Promise<Store> {
  if (typeof indexedDB === 'undefined') throw new StoreError('failed');
  const database = new Dexie(NAME);
  versions.forEach((tables, index) => database.version(index + 1).stores(tables));
  let newer = false;
  // At each opening: Dexie itself opens anew where another tab with a newer app made it close.
  database.on(
    'ready',
    () => {
      // The browser's number is ten times Dexie's.
      newer = database.backendDB().version > versions.length * 10;
    },
    true,
  );
  await database.open();

  /** Browsers close the connections of tabs in the background: opened again, once. */
  const attempt = async <Value>(work: () => PromiseLike<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      if (!isClosed(error)) throw error;
      await database.open();
      return work();
    }
  };

  const within = (table: TableName, above: string) =>
    database.table<unknown, string>(table).where(':id').between(`${above}/`, `${above}0`, true, false).toArray();
  const failed = (error: unknown): StoreError =>
    error instanceof StoreError ? error : new StoreError(isFull(error) ? 'full' : 'failed', error);
  const rows: Rows = {
    get: (table, key) => database.table<unknown, string>(table).get(key),
    all: (table) => database.table<unknown, string>(table).toArray(),
    within,
    put: async (table, items) => void (await database.table<unknown, string>(table).bulkPut([...items])),
    remove: async (table, keys) => database.table<unknown, string>(table).bulkDelete([...keys]),
  };

  return {
    mode: () => (newer ? 'newer' : 'kept'),
    unopened: () => false,
    get: (table, key) => attempt(() => database.table<unknown, string>(table).get(key)),
    all: (table) => attempt(() => database.table<unknown, string>(table).toArray()),
    within: (table, above) => attempt(() => within(table, above)),
    transact: async (tables, work) => {
      try {
        return await attempt(() =>
          database.transaction('rw', [...tables], async () => {
            if (newer) throw new StoreError('newer');
            return work(rows);
          }),
        );
      } catch (error) {
        throw failed(error);
      }
    },
    change: async (table, key, change) => {
      try {
        await attempt(() =>
          database.transaction('rw', table, async () => {
            if (newer) throw new StoreError('newer');
            const rows = database.table<unknown, string>(table);
            const old = await rows.get(key);
            const next = change(old);
            if (next === null) await rows.delete(key);
            else if (next !== old) await rows.put(next);
          }),
        );
      } catch (error) {
        throw failed(error);
      }
    },
    watch: (ask, onAnswer) => {
      const subscription = liveQuery(ask).subscribe({ next: onAnswer, error: () => {} });
      return () => subscription.unsubscribe();
    },
  };
}

/** The same, as long as the page lives. `unopened`: there is a database, and it did not open. */
export function memoryStore(unopened = false): Store {
  let tables = new Map<TableName, ReadonlyMap<string, unknown>>();
  const rowsOf = (table: TableName) => tables.get(table) ?? new Map<string, unknown>();
  const within = (table: TableName, above: string) =>
    [...rowsOf(table)]
      .filter(([key]) => key.startsWith(`${above}/`))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, row]) => row);
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const watcher of watchers) watcher();
  };
  const set = (table: TableName, key: string, row: unknown) => {
    const rows = new Map(rowsOf(table));
    if (row === null) rows.delete(key);
    else rows.set(key, row);
    tables.set(table, rows);
  };
  const rows: Rows = {
    get: async (table, key) => rowsOf(table).get(key),
    all: async (table) => [...rowsOf(table).values()],
    within: async (table, above) => within(table, above),
    put: async (table, items) => {
      const next = new Map(rowsOf(table));
      for (const item of items) next.set(item.key, item);
      tables.set(table, next);
    },
    remove: async (table, keys) => {
      const next = new Map(rowsOf(table));
      for (const key of keys) next.delete(key);
      tables.set(table, next);
    },
  };
  /** One after another, as in the database. */
  let last: Promise<unknown> = Promise.resolve();
  return {
    mode: () => 'memory',
    unopened: () => unopened,
    get: async (table, key) => rowsOf(table).get(key),
    all: async (table) => [...rowsOf(table).values()],
    within: async (table, above) => within(table, above),
    transact: (_, work) => {
      const done = last.then(async () => {
        const before = new Map(tables);
        try {
          return await work(rows);
        } catch (error) {
          tables = before;
          throw error instanceof StoreError ? error : new StoreError('failed', error);
        }
      });
      last = done.then(tell, () => {});
      return done;
    },
    change: async (table, key, change) => {
      set(table, key, change(rowsOf(table).get(key)));
      tell();
    },
    watch: (ask, onAnswer) => {
      const look = () => void ask().then((answer) => watchers.has(look) && onAnswer(answer));
      watchers.add(look);
      look();
      return () => void watchers.delete(look);
    },
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');
const isClosed = (error: unknown): boolean => ['DatabaseClosedError', 'InvalidStateError'].includes(nameOf(error));

/** A full disk is told as such, or as an abort with the reason within. */
function isFull(error: unknown): boolean {
  if (nameOf(error) === 'QuotaExceededError') return true;
  const inner = typeof error === 'object' && error !== null && 'inner' in error ? error.inner : null;
  return inner !== null && inner !== undefined && isFull(inner);
}
