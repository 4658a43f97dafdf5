/** Small things that are remembered beside the work: whose device it is, and when the shelf was saved last. */
import * as v from 'valibot';
import type { Store } from './database.ts';

const authorRow = v.object({ name: v.pipe(v.string(), v.maxLength(200)) });
const backupRow = v.object({ at: v.pipe(v.string(), v.maxLength(40)), saved: v.number() });
const since = v.object({ saved: v.number() });

/** How the reader wants to be named on their layers; null before they were asked. Empty: they do not want to be. */
export async function keptAuthor(store: Pick<Store, 'get'>): Promise<string | null> {
  const read = v.safeParse(authorRow, await store.get('notes', 'author'));
  return read.success ? read.output.name : null;
}

export const keepAuthor = (store: Store, name: string): Promise<void> =>
  store.change('notes', 'author', () => ({ key: 'author', name }));

export interface Unsaved {
  /** ISO 8601; null where there never was a backup. */
  readonly last: string | null;
  /** Steps that were made since. */
  readonly steps: number;
}

/** What was done since the last backup. */
export async function sinceBackup(store: Pick<Store, 'get' | 'all'>): Promise<Unsaved> {
  const written = await writings(store);
  const read = v.safeParse(backupRow, await store.get('notes', 'backup'));
  return read.success
    ? { last: read.output.at, steps: Math.max(0, written - read.output.saved) }
    : { last: null, steps: written };
}

/** Notes that a backup was made now. */
export async function noteBackup(store: Store, now: string): Promise<void> {
  const saved = await writings(store);
  await store.change('notes', 'backup', () => ({ key: 'backup', at: now, saved }));
}

/** After so many steps, or so many days with any, a backup is spoken of. */
export const REMIND = { steps: 200, days: 14 } as const;

export function isDue({ last, steps }: Unsaved, now: Date): boolean {
  if (steps === 0) return false;
  if (steps >= REMIND.steps) return true;
  return last !== null && now.getTime() - Date.parse(last) > REMIND.days * 86_400_000;
}

const writings = async (store: Pick<Store, 'all'>): Promise<number> =>
  (await store.all('histories')).reduce<number>((sum, row) => {
    const read = v.safeParse(since, row);
    return sum + (read.success ? read.output.saved : 0);
  }, 0);
