/** Codebooks as they are kept on this device. */
import * as v from 'valibot';
import type { Codebook } from '../core/annotation/codebook.ts';
import { codebookSchema } from '../core/annotation/schema.ts';
import type { Row, Store } from './database.ts';

export interface KeptCodebook {
  readonly key: string;
  readonly codebook: Codebook;
  /** ISO 8601; since when it lies in the bin, or null. */
  readonly removed: string | null;
}

export const codebookRow = v.object({
  key: v.string(),
  codebook: codebookSchema,
  removed: v.nullable(v.pipe(v.string(), v.maxLength(40))),
});

/** By name; those in the bin too. Rows that cannot be read are left alone. */
export async function keptCodebooks(store: Pick<Store, 'all'>): Promise<readonly KeptCodebook[]> {
  return (await store.all('codebooks'))
    .flatMap((row): KeptCodebook[] => {
      const read = v.safeParse(codebookRow, row);
      return read.success ? [read.output] : [];
    })
    .sort((a, b) => a.codebook.name.localeCompare(b.codebook.name, 'ar'));
}

/** Keeps a codebook in place of the one of its id. */
export const keepCodebook = (store: Store, codebook: Codebook): Promise<void> =>
  store.change('codebooks', codebook.id, () => ({ key: codebook.id, codebook, removed: null }) satisfies KeptCodebook);

/** Changes a codebook where it stands: another tab's change is not lost. Does nothing where there is none. */
export const changeCodebook = (store: Store, id: string, change: (old: Codebook) => Codebook): Promise<void> =>
  store.change('codebooks', id, (old) => {
    const row = v.safeParse(codebookRow, old);
    return row.success ? { ...row.output, codebook: change(row.output.codebook) } : ((old ?? null) as Row | null);
  });

/** Lays a codebook into the bin, or takes it out again. */
export const binCodebook = (store: Store, id: string, removed: string | null): Promise<void> =>
  store.change('codebooks', id, (old) => {
    const row = v.safeParse(codebookRow, old);
    return row.success ? { ...row.output, removed } : ((old ?? null) as Row | null);
  });
