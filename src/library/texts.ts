/**
 * Texts that the reader opened, as they are kept on this device: what the shelf tells of each (`texts`), apart from the
 * text itself with what is said of it and the original (`bodies`). Stored rows are checked like files from anybody.
 */
import * as v from 'valibot';
import type { Article } from '../core/article/article.ts';
import { describeArticle } from '../core/dataset/describe.ts';
import { readArticle } from '../core/dataset/read.ts';
import { LIMITS } from '../core/dataset/schema.ts';
import { changeKinds } from '../core/intake/clean.ts';
import type { TextIntake } from '../core/intake/intake.ts';
import { openStore, type Store } from './database.ts';
import { LibraryError } from './queries.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = v.pipe(v.string(), v.maxLength(LIMITS.string));
const moment = v.pipe(v.string(), v.maxLength(40));
const headRow = v.object({
  key: line,
  title: line,
  words: count,
  quotations: count,
  /** ISO 8601 dates and times. */
  opened: moment,
  changed: moment,
  /** How it came in; null for an Isnād article file. */
  intake: v.nullable(
    v.object({
      source: v.picklist(['paste', 'text', 'page', 'word', 'json']),
      encoding: v.nullable(v.picklist(['utf-8', 'utf-16le', 'utf-16be', 'windows-1256'])),
      joined: count,
      changes: v.pipe(
        v.array(v.object({ kind: v.picklist(changeKinds), count, from: line, to: line })),
        v.maxLength(changeKinds.length),
      ),
    }),
  ),
});
const bodyRow = v.object({ key: line, article: v.string(), original: v.nullable(v.string()) });

/** What the shelf tells of a text. */
export type TextHead = v.InferOutput<typeof headRow>;
type TextBody = v.InferOutput<typeof bodyRow>;

export interface ForgottenText {
  readonly head: unknown;
  readonly body: unknown;
}

const headOf = (article: Article, old: Pick<TextHead, 'opened' | 'intake'>, now: string): TextHead => {
  const { words, quotations } = describeArticle(article);
  const { opened, intake } = old;
  return { key: article.id, title: article.title.ar, words, quotations, opened, changed: now, intake };
};

/** Keeps a text; one of the same words that is here already stays as it is. Rejects with a StoreError. */
export function keepText(
  store: Store,
  article: Article,
  intake: Omit<TextIntake, 'kind' | 'blocks'> | null,
  now: string,
): Promise<void> {
  return store.transact(['texts', 'bodies'], async ({ get, put }) => {
    if ((await get('texts', article.id)) !== undefined) return;
    const came = intake && {
      source: intake.source,
      encoding: intake.encoding,
      joined: intake.joined,
      changes: [...intake.changes],
    };
    await put('texts', [headOf(article, { opened: now, intake: came }, now)]);
    await put('bodies', [
      { key: article.id, article: JSON.stringify(article), original: intake?.original ?? null } satisfies TextBody,
    ]);
  });
}

/** The last opened first; `unreadable` rows are left alone. */
export async function keptTexts(store: Store): Promise<{ readonly texts: TextHead[]; readonly unreadable: number }> {
  const rows = await store.all('texts');
  const texts = rows.flatMap((row) => {
    const read = v.safeParse(headRow, row);
    return read.success ? [read.output] : [];
  });
  return { texts: texts.sort((a, b) => (a.opened < b.opened ? 1 : -1)), unreadable: rows.length - texts.length };
}

/** Null where there is none. */
export async function keptHead(store: Store, id: string): Promise<TextHead | null> {
  const read = v.safeParse(headRow, await store.get('texts', id));
  return read.success ? read.output : null;
}

/** The text before anything was changed; null where that was not kept. */
export async function originalOf(store: Store, id: string): Promise<string | null> {
  const read = v.safeParse(bodyRow, await store.get('bodies', id));
  return read.success ? read.output.original : null;
}

/** The article of an own text, for the queries of the library. Rejects with a LibraryError. */
export async function ownArticle(id: string): Promise<Article> {
  const row = await (await openStore()).get('bodies', id);
  if (row === undefined) throw new LibraryError('', { kind: 'status', where: '', detail: id });
  const body = v.safeParse(bodyRow, row);
  const article = body.success ? readArticle(body.output.article) : null;
  if (article?.ok && article.value.id === id) return article.value;
  throw new LibraryError(id, article && !article.ok ? article.failure : { kind: 'shape', where: id, detail: '' });
}

/**
 * Changes a kept text where it stands, and gives it as it is now; null where it is not there or cannot be read. Rejects with
 * a StoreError.
 */
export function changeText(
  store: Store,
  id: string,
  change: (old: Article) => Article,
  now: string,
): Promise<Article | null> {
  return store.transact(['texts', 'bodies'], async ({ get, put }) => {
    const head = v.safeParse(headRow, await get('texts', id));
    const body = v.safeParse(bodyRow, await get('bodies', id));
    const old = body.success ? readArticle(body.output.article) : null;
    if (!head.success || !body.success || !old?.ok) return null;
    const next = { ...change(old.value), id };
    await put('texts', [headOf(next, head.output, now)]);
    await put('bodies', [{ ...body.output, article: JSON.stringify(next) }]);
    return next;
  });
}

/** Takes a text from the shelf; what it gives back brings it back. Layers made on it stay. Rejects with a StoreError. */
export function forgetText(store: Store, id: string): Promise<ForgottenText> {
  return store.transact(['texts', 'bodies'], async ({ get, remove }) => {
    const forgotten = { head: await get('texts', id), body: await get('bodies', id) };
    await remove('texts', [id]);
    await remove('bodies', [id]);
    return forgotten;
  });
}

/** Brings back what was forgotten, as it was, readable or not. Rejects with a StoreError. */
export const restoreText = (store: Store, { head, body }: ForgottenText): Promise<void> =>
  store.transact(['texts', 'bodies'], async ({ put }) => {
    if (head !== undefined) await put('texts', [head as TextHead]);
    if (body !== undefined) await put('bodies', [body as TextBody]);
  });
