/** Lessons, answers and results as they are kept on this device. Stored rows are checked like files from anybody. */
import * as v from 'valibot';
import type { Lesson, LessonResult, Work } from '../core/lesson/lesson.ts';
import { checkLesson } from '../core/lesson/read.ts';
import { lessonSchema, resultSchema, workSchema } from '../core/lesson/schema.ts';
import { isLater } from '../core/lesson/table.ts';
import type { Store } from './database.ts';

/** `made` here, by the teacher who has this device; `received` from somebody. One lesson may be both. */
export type LessonKind = 'made' | 'received';

export interface KeptLesson {
  readonly key: string;
  readonly kind: LessonKind;
  readonly lesson: Lesson;
  /** ISO 8601 date and time of the last change. */
  readonly changed: string;
}

/** A student's answers, with the sheet that they fill once the lesson is done. */
export interface KeptWork {
  readonly key: string;
  readonly work: Work;
  readonly sheet: { readonly id: string; readonly student: string; readonly finished: string } | null;
}

export interface KeptResult {
  readonly key: string;
  readonly result: LessonResult;
}

/** Rows of a table, and how many there are that this app cannot read; those are left alone. */
export interface Kept<Item> {
  readonly items: readonly Item[];
  readonly unreadable: number;
}

const time = v.pipe(v.string(), v.maxLength(40));
const lessonRow = v.object({
  key: v.string(),
  kind: v.picklist(['made', 'received']),
  lesson: lessonSchema,
  changed: time,
});
const workRow = v.object({
  key: v.string(),
  work: workSchema,
  sheet: v.nullable(v.object({ id: v.string(), student: v.pipe(v.string(), v.maxLength(120)), finished: time })),
});
const resultRow = v.object({ key: v.string(), result: resultSchema });

/** How the rows of each table must be, for whoever carries whole tables (library/shelf). */
export const lessonRows = { lessons: lessonRow, work: workRow, results: resultRow } as const;

const keyOf = (kind: LessonKind, id: string): string => `${kind}:${id}`;

/** The last changed first. */
export async function keptLessons(store: Store): Promise<Kept<KeptLesson>> {
  const kept = checked<KeptLesson>(await store.all('lessons'), lessonRow);
  return { ...kept, items: [...kept.items].sort((a, b) => (a.changed < b.changed ? 1 : -1)) };
}

export async function keptLesson(store: Store, kind: LessonKind, id: string): Promise<KeptLesson | null> {
  return checked<KeptLesson>([await store.get('lessons', keyOf(kind, id))], lessonRow).items[0] ?? null;
}

/** Keeps a lesson in place of the one of that kind and id. */
export const keepLesson = (store: Store, kind: LessonKind, lesson: Lesson, now = new Date()): Promise<void> => {
  const key = keyOf(kind, lesson.id);
  return store.change('lessons', key, () => ({ key, kind, lesson, changed: now.toISOString() }) satisfies KeptLesson);
};

/** Changes a kept lesson where it stands; another tab's change is not lost. Does nothing where it is not there. */
export const changeLesson = (
  store: Store,
  id: string,
  change: (old: Lesson) => Lesson,
  now = new Date(),
): Promise<void> =>
  store.change('lessons', keyOf('made', id), (old) => {
    const row = v.safeParse(lessonRow, old);
    if (!row.success) return (old ?? null) as KeptLesson | null;
    const next = checkLesson(change(row.output.lesson));
    return next.ok ? { ...row.output, lesson: next.value, changed: now.toISOString() } : (old as KeptLesson);
  });

export const forgetLesson = (store: Store, kind: LessonKind, id: string): Promise<void> =>
  store.change('lessons', keyOf(kind, id), () => null);

/** Brings back what was forgotten, as it was. */
export const restoreLesson = (store: Store, kept: KeptLesson): Promise<void> =>
  store.change('lessons', kept.key, () => kept);

export async function keptWork(store: Store, lesson: string): Promise<KeptWork | null> {
  return checked<KeptWork>([await store.get('work', lesson)], workRow).items[0] ?? null;
}

export const allWork = async (store: Store): Promise<Kept<KeptWork>> => checked(await store.all('work'), workRow);

/** Changes the answers to a lesson; starts from none. */
export const changeWork = (store: Store, lesson: string, change: (old: KeptWork) => KeptWork): Promise<void> =>
  store.change('work', lesson, (old) => {
    const row = v.safeParse(workRow, old);
    return change(row.success ? row.output : { key: lesson, work: { lesson, answers: {}, at: null }, sheet: null });
  });

export const forgetWork = (store: Store, lesson: string): Promise<void> => store.change('work', lesson, () => null);

export const restoreWork = (store: Store, kept: KeptWork): Promise<void> => store.change('work', kept.key, () => kept);

export const keptResults = async (store: Store): Promise<Kept<KeptResult>> =>
  checked(await store.all('results'), resultRow);

/** Keeps a result; of one sheet sent twice the one finished last stays. */
export const keepResult = (store: Store, result: LessonResult): Promise<void> =>
  store.change('results', result.id, (old) => {
    const row = v.safeParse(resultRow, old);
    return row.success && !isLater(result, row.output.result) ? row.output : { key: result.id, result };
  });

export const forgetResult = (store: Store, id: string): Promise<void> => store.change('results', id, () => null);

function checked<Item>(rows: readonly unknown[], schema: v.GenericSchema<unknown, Item>): Kept<Item> {
  const found = rows.filter((row) => row !== undefined);
  const items = found.flatMap((row) => {
    const read = v.safeParse(schema, row);
    return read.success ? [read.output] : [];
  });
  return { items, unreadable: found.length - items.length };
}
