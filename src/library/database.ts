/**
 * What is kept on this device beyond settings, in one IndexedDB database. Every version of it stands here: a new table or
 * another shape is a new entry at the end of {@link versions}, with an upgrade where rows must change; old entries stay as
 * they are.
 *
 * - A database written by a newer app is read, never written: Dexie opens it without complaint, and an older app would
 *   write rows that the newer one does not know. (The other tab may be that newer app: it is told to us while we run.)
 * - Where the browser has no IndexedDB or refuses it, everything works in memory until the page is left, and says so.
 * - A write that fails fails alone: whoever asked for it still has what was to be written, and says so.
 *
 * Rows are plain data of unknown shape here; whoever reads them checks them.
 */
import Dexie, { liveQuery } from 'dexie';

/** `kept`: as it should be. `newer`: read only. `memory`: until the page is left. */
export type StoreMode = 'kept' | 'newer' | 'memory';
export type TableName = 'lessons' | 'work' | 'results';

export interface Row {
  readonly key: string;
}

export interface Store {
  readonly mode: () => StoreMode;
  readonly get: (table: TableName, key: string) => Promise<unknown>;
  readonly all: (table: TableName) => Promise<readonly unknown[]>;
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
const versions: readonly Readonly<Record<string, string>>[] = [{ lessons: '&key', work: '&key', results: '&key' }];

const NAME = 'isnad';

let opened: Promise<Store> | null = null;

/** The one store of this page; never rejects. */
export function openStore(): Promise<Store> {
  opened ??= openDatabase().catch(() => memoryStore());
  return opened;
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

  return {
    mode: () => (newer ? 'newer' : 'kept'),
    get: (table, key) => attempt(() => database.table<unknown, string>(table).get(key)),
    all: (table) => attempt(() => database.table<unknown, string>(table).toArray()),
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
        throw error instanceof StoreError ? error : new StoreError(isFull(error) ? 'full' : 'failed', error);
      }
    },
    watch: (ask, onAnswer) => {
      const subscription = liveQuery(ask).subscribe({ next: onAnswer, error: () => {} });
      return () => subscription.unsubscribe();
    },
  };
}

/** The same, as long as the page lives. */
export function memoryStore(): Store {
  const tables = new Map<TableName, Map<string, unknown>>();
  const rowsOf = (table: TableName) => {
    const rows = tables.get(table) ?? new Map<string, unknown>();
    tables.set(table, rows);
    return rows;
  };
  const watchers = new Set<() => void>();
  return {
    mode: () => 'memory',
    get: async (table, key) => rowsOf(table).get(key),
    all: async (table) => [...rowsOf(table).values()],
    change: async (table, key, change) => {
      const next = change(rowsOf(table).get(key));
      if (next === null) rowsOf(table).delete(key);
      else rowsOf(table).set(key, next);
      for (const watcher of watchers) watcher();
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
