import { alike } from '../core/annotation/change.ts';
import { readCodebook } from '../core/annotation/read.ts';
import { keepCodebook, keptCodebooks } from '../library/codebooks.ts';
import { openStore } from '../library/database.ts';
import { newId } from '../library/layers.ts';

/**
 * Keeps a codebook from a file. Where another stands here under its id, it is kept beside it under a new one; the same is not
 * kept twice. False where the file cannot be read, or it could not be kept.
 */
export async function keepCodebookFile(source: string): Promise<boolean> {
  const read = readCodebook(source);
  if (!read.ok) return false;
  try {
    const store = await openStore();
    const mine = (await keptCodebooks(store)).find(({ key }) => key === read.value.id);
    if (mine && alike(mine.codebook, read.value)) {
      if (mine.removed !== null) await keepCodebook(store, mine.codebook);
      return true;
    }
    await keepCodebook(store, mine ? { ...read.value, id: newId() } : read.value);
    return true;
  } catch {
    return false;
  }
}
