import type { Article } from '../article/article.ts';
import type { Lesson, LessonResult, Step, Task } from './lesson.ts';
import { type Mark, markAnswer } from './mark.ts';

/** A step that asks something. */
export type AskingStep = Step & { readonly task: Task };

export interface ClassRow {
  readonly result: LessonResult;
  /** One for each asking step, in the lesson's order. */
  readonly marks: readonly Mark[];
  readonly right: number;
  /** How many answers could be marked at all. */
  readonly marked: number;
}

export interface ClassTable {
  readonly steps: readonly AskingStep[];
  readonly rows: readonly ClassRow[];
  /** By asking step: the right answers among those marked (0 to 1); null where none could be marked. */
  readonly shares: readonly (number | null)[];
}

export const askingSteps = (lesson: Pick<Lesson, 'steps'>): AskingStep[] =>
  lesson.steps.filter((step): step is AskingStep => step.task !== null);

/** A class's answers, a row a student, in the order in which the results are given; the same sheet counts once. */
export function tableOf(
  lesson: Lesson,
  results: readonly LessonResult[],
  articleOf: (id: string) => Article | null,
): ClassTable {
  const steps = askingSteps(lesson);
  const rows = newest(results)
    .filter((result) => result.lesson === lesson.id)
    .map((result): ClassRow => {
      const marks = steps.map(({ id, task, article }) => markAnswer(task, result.answers[id], articleOf(article)));
      return { result, marks, right: count(marks, 'right'), marked: count(marks, 'right') + count(marks, 'wrong') };
    });
  const shares = steps.map((_, index) => {
    const column = rows.map(({ marks }) => marks[index]);
    const right = count(column, 'right');
    const marked = right + count(column, 'wrong');
    return marked === 0 ? null : right / marked;
  });
  return { steps, rows, shares };
}

/** Of sheets with one id the one finished last, at the place of the first. */
export function newest(results: readonly LessonResult[]): LessonResult[] {
  const known = new Map<string, LessonResult>();
  for (const result of results) {
    const before = known.get(result.id);
    if (!before || isLater(result, before)) known.set(result.id, result);
  }
  return [...known.values()];
}

/** Whether a sheet was finished after another. */
export const isLater = (a: LessonResult, b: LessonResult): boolean => Date.parse(a.finished) > Date.parse(b.finished);

const count = (marks: readonly (Mark | undefined)[], kind: Mark): number =>
  marks.filter((mark) => mark === kind).length;
