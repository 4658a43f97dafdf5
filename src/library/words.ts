/** The reader's list of words, as it is kept on this device. Stored rows are checked like files from anybody. */
import * as v from 'valibot';
import { LIMITS } from '../core/dataset/schema.ts';
import { keyOf, listed, type ListedWord, type Met, MOST_PLACES, MOST_SENTENCE } from '../core/wordlist/word.ts';
import type { Store } from './database.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = v.pipe(v.string(), v.maxLength(LIMITS.string));
const filled = v.pipe(line, v.minLength(1));
const moment = v.pipe(v.string(), v.maxLength(40));
const placeRow = v.object({
  article: v.pipe(filled, v.maxLength(80)),
  title: line,
  range: v.object({ block: v.pipe(filled, v.maxLength(80)), start: count, end: count, words: filled }),
  number: count,
  vocalised: filled,
  sentence: v.pipe(v.string(), v.maxLength(MOST_SENTENCE * 4)),
  from: count,
  at: moment,
});
export const wordRow = v.object({
  key: filled,
  lemma: filled,
  pos: v.pipe(filled, v.maxLength(20)),
  root: v.nullable(line),
  english: v.pipe(v.array(line), v.maxLength(8)),
  arabic: line,
  band: v.pipe(count, v.maxValue(7)),
  known: v.boolean(),
  count,
  first: moment,
  last: moment,
  changed: moment,
  places: v.pipe(v.array(placeRow), v.minLength(1), v.maxLength(MOST_PLACES)),
});

const read = (row: unknown): ListedWord | null => {
  const checked = v.safeParse(wordRow, row);
  return checked.success ? (checked.output as unknown as ListedWord) : null;
};

/** The words that can be read; how many others there are, which are left alone. */
export async function keptWords(
  store: Pick<Store, 'all'>,
): Promise<{ readonly words: readonly ListedWord[]; readonly unreadable: number }> {
  const rows = await store.all('words');
  const words = rows.flatMap((row) => read(row) ?? []);
  return { words, unreadable: rows.length - words.length };
}

export const keptWord = async (store: Pick<Store, 'get'>, key: string): Promise<ListedWord | null> =>
  read(await store.get('words', key));

/** Lists a word that was looked up (`times` 1) or is to be listed (0). Rejects with a StoreError. */
export const listWord = (store: Store, met: Met, now: string, times: 0 | 1 = 1): Promise<void> =>
  store.change('words', keyOf(met.reading.lemma), (old) => listed(read(old), met, now, times));

/** Marks words as known, or as not; those that are not listed are passed over. Rejects with a StoreError. */
export const markKnown = (store: Store, keys: readonly string[], known: boolean, now: string): Promise<void> =>
  store.transact(['words'], async ({ get, put }) => {
    const words = await Promise.all(keys.map(async (key) => read(await get('words', key))));
    await put(
      'words',
      words.flatMap((word) => (word && word.known !== known ? { ...word, known, changed: now } : [])),
    );
  });

/** Takes words from the list; what it gives back brings them back. Rejects with a StoreError. */
export const forgetWords = (store: Store, keys: readonly string[]): Promise<readonly ListedWord[]> =>
  store.transact(['words'], async ({ get, remove }) => {
    const words = await Promise.all(keys.map(async (key) => read(await get('words', key))));
    await remove('words', keys);
    return words.flatMap((word) => word ?? []);
  });

/** Brings back what was forgotten; one that was looked up again since stays as it is. Rejects with a StoreError. */
export const restoreWords = (store: Store, words: readonly ListedWord[]): Promise<void> =>
  store.transact(['words'], async ({ get, put }) => {
    const here = await Promise.all(words.map(({ key }) => get('words', key)));
    await put(
      'words',
      words.filter((_, at) => here[at] === undefined),
    );
  });
