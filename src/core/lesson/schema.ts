/**
 * The shapes of lessons, of a student's answers and of results, checked at the door: a file, a link or a stored record may
 * come from anybody. The types are written by hand in lesson.ts; `schema.test.ts` holds the two together.
 */
import * as v from 'valibot';
import { FORM } from '../passage/passage.ts';
import { articleSchema, levels } from '../dataset/schema.ts';

/** Bounds that no honest lesson reaches. Lengths in UTF-16 code units. */
export const LESSON_LIMITS = {
  /** A whole file. */
  file: 2_000_000,
  steps: 60,
  passages: 20,
  words: 40,
  options: 10,
  texts: 5,
  title: 200,
  name: 120,
  option: 400,
  question: 2_000,
  text: 4_000,
} as const;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
/** What may be the name of an article, an entity or a glossary entry. */
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/), v.maxLength(80));
/** Made at random: nobody guesses it, and it is no word that a program takes for something else. */
const randomId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{5,39}$/));
const stepId = v.pipe(v.string(), v.regex(/^s\d{1,4}$/));
const quotationLink = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}(~([A-Za-z0-9]{5}|[A-Za-z0-9]{3}))?$/),
);
const passageLink = v.pipe(v.string(), v.regex(FORM));
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LESSON_LIMITS.options - 1));
const indexes = v.pipe(v.array(index), v.maxLength(LESSON_LIMITS.options));
const isoTime = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/,
  ),
);

// Not `variant`, nor a bound on entries: they would weigh on the reading path, which shares one file of valibot with this.
const taskSchema = v.union([
  v.object({
    kind: v.literal('open'),
    question: text(LESSON_LIMITS.question),
    answer: v.nullable(text(LESSON_LIMITS.text)),
  }),
  v.object({
    kind: v.literal('choice'),
    question: text(LESSON_LIMITS.question),
    options: v.pipe(v.array(text(LESSON_LIMITS.option)), v.maxLength(LESSON_LIMITS.options)),
    right: indexes,
    explanation: v.nullable(text(LESSON_LIMITS.text)),
  }),
  v.object({
    kind: v.literal('speaker'),
    quotation: quotationLink,
    options: v.pipe(v.array(id), v.maxLength(LESSON_LIMITS.options)),
  }),
]);

const stepSchema = v.object({
  id: stepId,
  article: id,
  passages: v.pipe(v.array(passageLink), v.maxLength(LESSON_LIMITS.passages)),
  note: v.nullable(text(LESSON_LIMITS.text)),
  task: v.nullable(taskSchema),
  words: v.pipe(v.array(id), v.maxLength(LESSON_LIMITS.words)),
});

export const lessonSchema = v.object({
  format: v.literal('isnad-lesson'),
  version: v.literal(1),
  id: randomId,
  title: text(LESSON_LIMITS.title),
  author: v.nullable(text(LESSON_LIMITS.name)),
  level: v.nullable(v.picklist(levels)),
  intro: v.nullable(text(LESSON_LIMITS.text)),
  steps: v.pipe(v.array(stepSchema), v.maxLength(LESSON_LIMITS.steps)),
  texts: v.pipe(v.array(articleSchema), v.maxLength(LESSON_LIMITS.texts)),
});

const answerSchema = v.union([
  v.object({ kind: v.literal('open'), text: text(LESSON_LIMITS.text) }),
  v.object({ kind: v.literal('choice'), chosen: indexes }),
  v.object({ kind: v.literal('speaker'), chosen: id }),
]);

const answersSchema = v.record(stepId, answerSchema);

export const workSchema = v.object({
  lesson: randomId,
  answers: answersSchema,
  at: v.nullable(stepId),
});

export const resultSchema = v.object({
  format: v.literal('isnad-result'),
  version: v.literal(1),
  id: randomId,
  lesson: randomId,
  lessonTitle: text(LESSON_LIMITS.title),
  student: text(LESSON_LIMITS.name),
  finished: isoTime,
  answers: answersSchema,
});
