import * as v from 'valibot';
import { verifyArticle } from '../dataset/verify.ts';
import { failure, type Result, success } from '../result.ts';
import { unpackLesson, unpackResult } from './compact.ts';
import type { Lesson, LessonResult } from './lesson.ts';
import { LESSON_LIMITS, lessonSchema, resultSchema } from './schema.ts';

/** Why a lesson or a result cannot be opened. `where` and `detail` are for the person who has to mend it. */
export interface LessonFault {
  readonly kind: 'tooLarge' | 'notJson' | 'otherFormat' | 'newerVersion' | 'shape' | 'content';
  readonly where: string;
  readonly detail: string;
}

/** Reads untrusted text (a file) as a lesson. Texts that it carries are verified like any article. */
export const readLesson = (source: string): Result<Lesson, LessonFault> =>
  andThen(parse(source), (data) => checkLesson(data));

/** Reads untrusted text (a file) as a student's result. */
export const readResult = (source: string): Result<LessonResult, LessonFault> =>
  andThen(parse(source), (data) => checkResult(data));

/** Reads the short form that links carry (core/lesson/compact). */
export const readPackedLesson = (source: string): Result<Lesson, LessonFault> =>
  andThen(parse(source), (data) => checkLesson(unpackLesson(data)));

export const readPackedResult = (source: string): Result<LessonResult, LessonFault> =>
  andThen(parse(source), (data) => checkResult(unpackResult(data)));

export function checkLesson(data: unknown): Result<Lesson, LessonFault> {
  return andThen(check(data, 'isnad-lesson', lessonSchema), (lesson: Lesson): Result<Lesson, LessonFault> => {
    const seen = new Set<string>();
    for (const { id, task } of lesson.steps) {
      if (seen.has(id)) return fault('content', `steps/${id}`, 'duplicateId');
      seen.add(id);
      if (task?.kind === 'choice' && task.right.some((index) => index >= task.options.length)) {
        return fault('content', `steps/${id}`, 'unknownOption');
      }
    }
    const texts = new Set<string>();
    for (const article of lesson.texts) {
      const [first] = verifyArticle(article);
      if (first) return fault('content', `texts/${article.id}/${first.path}`, first.kind);
      if (texts.has(article.id)) return fault('content', `texts/${article.id}`, 'duplicateId');
      texts.add(article.id);
    }
    return success(lesson);
  });
}

const checkResult = (data: unknown): Result<LessonResult, LessonFault> =>
  andThen(check(data, 'isnad-result', resultSchema), (result: LessonResult) =>
    Object.keys(result.answers).length > LESSON_LIMITS.steps
      ? fault('shape', 'answers', 'more answers than a lesson has steps')
      : success(result),
  );

const fault = (kind: LessonFault['kind'], where: string, detail: string) => failure({ kind, where, detail });

function andThen<From, To>(
  result: Result<From, LessonFault>,
  next: (value: From) => Result<To, LessonFault>,
): Result<To, LessonFault> {
  return result.ok ? next(result.value) : result;
}

function parse(source: string): Result<unknown, LessonFault> {
  if (source.length > LESSON_LIMITS.file) return fault('tooLarge', '', String(source.length));
  try {
    // A byte order mark is what some editors leave at the beginning.
    return success(JSON.parse(source.replace(/^\ufeff/, ''), wellFormed));
  } catch (error) {
    // Nested too deep for the program's stack is no JSON of ours either.
    return fault('notJson', '', error instanceof Error ? error.message : String(error));
  }
}

/** Half a character can be neither shown nor written into a link: it becomes the sign of what cannot be read. */
const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(LONE_SURROGATE, '\ufffd') : value;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function check<Schema extends v.GenericSchema>(
  data: unknown,
  format: string,
  schema: Schema,
): Result<v.InferOutput<Schema>, LessonFault> {
  // Format and version first: a file of tomorrow should be told from a broken one.
  const head = v.safeParse(v.object({ format: v.string(), version: v.number() }), data);
  if (!head.success || head.output.format !== format) {
    return fault('otherFormat', 'format', head.success ? head.output.format.slice(0, 80) : '');
  }
  if (head.output.version > 1) return fault('newerVersion', 'version', String(head.output.version));
  const checked = v.safeParse(schema, data, { abortEarly: true });
  if (checked.success) return success(checked.output);
  const [issue] = checked.issues;
  return fault('shape', v.getDotPath(issue) ?? '', issue.message);
}
