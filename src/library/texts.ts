/**
 * Texts that the reader opened, as they are kept on this device: what the shelf tells of each (`texts`), apart from the
 * text itself with what is said of it and the original (`bodies`). Stored rows are checked like files from anybody.
 */
import * as v from 'valibot';
import { type Annotations, type Carried, writeArticle } from '../core/annotation/carried.ts';
import { correct, correctionOf, type Corrected, type Wanted } from '../core/annotation/correct.ts';
import { type Correction, correctionsSchema, MOST_CORRECTIONS } from '../core/annotation/correction.ts';
import type { Article } from '../core/article/article.ts';
import { describeArticle } from '../core/dataset/describe.ts';
import { type DatasetFault, readArticle } from '../core/dataset/read.ts';
import type { Result } from '../core/result.ts';
import { LIMITS } from '../core/dataset/schema.ts';
import { changeKinds } from '../core/intake/clean.ts';
import type { TextIntake } from '../core/intake/intake.ts';
import { openStore, type Store } from './database.ts';
import { LibraryError } from './queries.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = v.pipe(v.string(), v.maxLength(LIMITS.string));
const moment = v.pipe(v.string(), v.maxLength(40));
export const headRow = v.object({
  key: line,
  title: line,
  words: count,
  quotations: count,
  /** The article's; rows of before have none. */
  revision: v.optional(count),
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
export const bodyRow = v.object({
  key: line,
  /** As it is shown: JSON of an article. */
  article: v.string(),
  original: v.nullable(v.string()),
  /** Where the reader corrected something: the article as the engine gave it. */
  machine: v.optional(v.nullable(v.string()), null),
  corrections: v.optional(correctionsSchema, []),
});

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
  const { id, title, revision } = article;
  return { key: id, title: title.ar, words, quotations, revision, opened, changed: now, intake };
};

/** What became of a text that was to be kept: it stands there now, it stood there, it stood there and learnt corrections. */
export type Kept = 'kept' | 'here' | 'merged';

/**
 * Keeps a text. One of the same words that is here already stays as it is; corrections that come with the file and are not
 * made here yet are made. Rejects with a StoreError.
 */
export async function keepText(
  store: Store,
  article: Article,
  intake: Omit<TextIntake, 'kind' | 'blocks'> | null,
  now: string,
  corrected: Carried | null = null,
): Promise<Kept> {
  const fresh = await store.transact(['texts', 'bodies'], async ({ get, put }) => {
    if ((await get('texts', article.id)) !== undefined) return false;
    const came = intake && {
      source: intake.source,
      encoding: intake.encoding,
      joined: intake.joined,
      changes: [...intake.changes],
    };
    await put('texts', [headOf(article, { opened: now, intake: came }, now)]);
    await put('bodies', [
      {
        key: article.id,
        article: JSON.stringify(article),
        original: intake?.original ?? null,
        machine: corrected === null ? null : JSON.stringify({ ...article, ...corrected.machine }),
        corrections: [...(corrected?.corrections ?? [])],
      } satisfies TextBody,
    ]);
    return true;
  });
  if (fresh) return 'kept';
  let learnt = 0;
  await recorrect(store, article.id, now, (_, __, here) => {
    const known = new Set(here.map(({ id }) => id));
    const others = (corrected?.corrections ?? []).filter(({ id }) => !known.has(id));
    learnt = here.length + others.length > MOST_CORRECTIONS ? 0 : others.length;
    return learnt === 0 ? null : { corrections: [...here, ...others] };
  });
  return learnt === 0 ? 'here' : 'merged';
}

/** The file of a text, with what the reader corrected in it. Rejects with a LibraryError where the text is not there. */
export async function textFile(store: Store, id: string): Promise<string> {
  const article = await ownArticle(id, store);
  const body = v.safeParse(bodyRow, await store.get('bodies', id));
  const { corrections, machine } = body.success ? body.output : { corrections: [], machine: null };
  const before = machine === null ? null : readKept(machine);
  return writeArticle(article, before?.ok ? { machine: analysisOf(before.value), corrections } : null);
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

export interface TextCorrections extends Corrected {
  readonly corrections: readonly Correction[];
}

/** So many records are remembered as they were read: a text as it is shown, as the engine gave it, and before. */
const REMEMBERED = 3;
const remembered: { readonly text: string; readonly read: Result<Article, DatasetFault> }[] = [];

/**
 * Reads a kept article. Of a long one that takes longer than all that is done with it, and the screen asks for the same one
 * several times in a row: a record of the very same words is not read twice.
 */
function readKept(text: string): Result<Article, DatasetFault> {
  const at = remembered.findIndex((one) => one.text === text);
  const found =
    at < 0 ? { text, read: readArticle(text) } : (remembered.splice(at, 1)[0] as (typeof remembered)[number]);
  remembered.unshift(found);
  remembered.length = Math.min(remembered.length, REMEMBERED);
  return found.read;
}

/** The last corrections that were made, by what they were made of. */
let lastMade: {
  readonly of: Pick<TextBody, 'article' | 'machine'>;
  readonly list: string;
  readonly made: Corrected;
} | null = null;

/** The corrections of a record made upon the machine's article, `shown` being what the record shows. */
function madeOf(body: TextBody, shown: Article): Corrected {
  const list = JSON.stringify(body.corrections);
  if (lastMade?.list !== list || lastMade.of.article !== body.article || lastMade.of.machine !== body.machine)
    lastMade = { of: body, list, made: correct(machineOf(body, shown), body.corrections) };
  return lastMade.made;
}

/** The corrections of a text, with what became of each; null where it is not there or cannot be read. */
export async function keptCorrections(store: Pick<Store, 'get'>, id: string): Promise<TextCorrections | null> {
  const body = v.safeParse(bodyRow, await store.get('bodies', id));
  const shown = body.success ? readKept(body.output.article) : null;
  if (!body.success || !shown?.ok) return null;
  return { corrections: body.output.corrections, ...madeOf(body.output, shown.value) };
}

/** The article as the engine gave it, under the title that it has now. Of one that cannot be read, as it is shown. */
function machineOf({ machine }: TextBody, shown: Article): Article {
  const read = machine === null ? null : readKept(machine);
  return read?.ok ? { ...shown, ...analysisOf(read.value) } : shown;
}

const analysisOf = ({ entities, mentions, quotations, chain }: Annotations): Annotations => ({
  entities,
  mentions,
  quotations,
  chain,
});

/**
 * Makes a correction of the text as the reader saw it (`seen`: its revision). Null where it is another by now (another tab
 * was here), is not there or cannot be read, or has not what is to be corrected. Rejects with a StoreError.
 */
export function correctText(
  store: Store,
  id: string,
  seen: number,
  wanted: Wanted,
  correction: string,
  now: string,
): Promise<TextCorrections | null> {
  return recorrect(store, id, now, (shown, _, corrections) => {
    if (shown.revision !== seen || corrections.length >= MOST_CORRECTIONS) return null;
    const made = correctionOf(shown, wanted, correction, now);
    return made && { corrections: [...corrections, made] };
  });
}

/** Takes a correction back; those made since stay as far as they still have something to be of. */
export function takeBack(store: Store, id: string, correction: string, now: string): Promise<TextCorrections | null> {
  return recorrect(store, id, now, (_, __, corrections) => ({
    corrections: corrections.filter((one) => one.id !== correction),
  }));
}

export interface Reanalysed extends TextCorrections {
  /** What stood there before; null where the new word is the same. */
  readonly before: Annotations | null;
}

/** Takes the engine's new word for a text, and makes the reader's corrections upon it again. */
export async function reanalyseText(
  store: Store,
  id: string,
  analysis: Annotations,
  now: string,
): Promise<Reanalysed | null> {
  let before: Annotations | null = null;
  const done = await recorrect(store, id, now, (_, machine, corrections) => {
    before = analysisOf(machine);
    return { corrections, machine: { ...machine, ...analysisOf(analysis) } };
  });
  return done && { ...done, before: alike(before, analysisOf(analysis)) ? null : before };
}

/** Whether two plain values say the same, whatever order their fields came in. */
function alike(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [fields, others] = [Object.entries(a), Object.entries(b)];
  return (
    fields.length === others.length &&
    fields.every(([name, value]) => alike(value, (b as Record<string, unknown>)[name]))
  );
}

function recorrect(
  store: Store,
  id: string,
  now: string,
  change: (
    shown: Article,
    machine: Article,
    corrections: readonly Correction[],
  ) => { readonly corrections: readonly Correction[]; readonly machine?: Article } | null,
): Promise<TextCorrections | null> {
  return store.transact(['texts', 'bodies'], async ({ get, put }) => {
    const head = v.safeParse(headRow, await get('texts', id));
    const body = v.safeParse(bodyRow, await get('bodies', id));
    const shown = body.success ? readKept(body.output.article) : null;
    if (!head.success || !body.success || !shown?.ok) return null;
    const old = machineOf(body.output, shown.value);
    const changed = change(shown.value, old, body.output.corrections);
    if (!changed) return null;
    const { corrections, machine = old } = changed;
    const made = correct(machine, corrections);
    const { revision } = shown.value;
    const article = { ...made.article, id, revision: revision + 1, revised: now.slice(0, 10) };
    // What could not be read again must not be written.
    const text = JSON.stringify(article);
    if (!readKept(text).ok) return null;
    const next: TextBody = {
      ...body.output,
      article: text,
      machine:
        corrections.length === 0
          ? null
          : changed.machine === undefined && body.output.machine !== null
            ? body.output.machine
            : JSON.stringify(machine),
      corrections: [...corrections],
    };
    await put('texts', [headOf(article, head.output, now)]);
    await put('bodies', [next]);
    lastMade = { of: next, list: JSON.stringify(corrections), made: { article, outcomes: made.outcomes } };
    return { corrections, article, outcomes: made.outcomes };
  });
}

/** The article of an own text, for the queries of the library. Rejects with a LibraryError. */
export async function ownArticle(id: string, store?: Pick<Store, 'get'>): Promise<Article> {
  const row = await (store ?? (await openStore())).get('bodies', id);
  if (row === undefined) throw new LibraryError('', { kind: 'status', where: '', detail: id });
  const body = v.safeParse(bodyRow, row);
  const article = body.success ? readKept(body.output.article) : null;
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
    const old = body.success ? readKept(body.output.article) : null;
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
