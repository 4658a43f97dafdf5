/**
 * The short form of lessons and results, for links: lists in a fixed order instead of named fields, numbers for what is one
 * of a few, article ids said once, and what is empty at the end of a list left out. JSON; compressed by whoever makes the
 * link.
 *
 *   lesson   [1, id, title, [article ids], [steps], author, level, intro, [texts]]
 *   step     [number of its id, index of its article, "passage,passage", note, task, "word,word"]
 *   task     [0, question, answer] · [1, question, [options], [right], explanation] · [2, quotation, "entity,entity"]
 *   result   [1, id, lesson, lesson's title, student, finished, [[number of the step's id, answer]]]
 *   answer   a text · [option indexes] · [entity id]
 *
 * Unpacking trusts nothing and checks nothing: what it makes of other input is refused by the schema.
 */
import { levels } from '../dataset/schema.ts';
import type { Answer, Lesson, LessonResult, Step, Task } from './lesson.ts';

type Packed = readonly unknown[];

const VERSION = 1;

export function packLesson(lesson: Lesson): string {
  const articles = [...new Set(lesson.steps.map(({ article }) => article))];
  return JSON.stringify(
    trimmed([
      VERSION,
      lesson.id,
      lesson.title,
      articles,
      lesson.steps.map((step) => packStep(step, articles)),
      lesson.author,
      lesson.level === null ? null : levels.indexOf(lesson.level),
      lesson.intro,
      lesson.texts,
    ]),
  );
}

export function unpackLesson(data: unknown): unknown {
  const [version, id, title = '', articles, steps = [], author = null, level = null, intro = null, texts = []] =
    list(data);
  return {
    format: typeof version === 'number' ? 'isnad-lesson' : '',
    version,
    id,
    title,
    author,
    level: typeof level === 'number' ? levels[level] : level,
    intro,
    steps: mapped(steps, (step) => unpackStep(step, list(articles))),
    texts,
  };
}

export function packResult(result: LessonResult): string {
  return JSON.stringify([
    VERSION,
    result.id,
    result.lesson,
    result.lessonTitle,
    result.student,
    result.finished,
    Object.entries(result.answers).map(([step, answer]) => [numberOf(step), packAnswer(answer)]),
  ]);
}

export function unpackResult(data: unknown): unknown {
  const [version, id, lesson, lessonTitle, student, finished, answers] = list(data);
  return {
    format: typeof version === 'number' ? 'isnad-result' : '',
    version,
    id,
    lesson,
    lessonTitle,
    student,
    finished,
    answers: Array.isArray(answers)
      ? Object.fromEntries(answers.map((pair) => [`s${String(list(pair)[0])}`, unpackAnswer(list(pair)[1])]))
      : answers,
  };
}

const packStep = ({ id, article, passages, note, task, words }: Step, articles: readonly string[]): Packed =>
  trimmed([
    numberOf(id),
    articles.indexOf(article),
    passages.join(','),
    note,
    task === null ? null : packTask(task),
    words.join(','),
  ]);

function unpackStep(data: unknown, articles: Packed): unknown {
  const [number, article, passages = '', note = null, task = null, words = ''] = list(data);
  return {
    id: `s${String(number)}`,
    article: typeof article === 'number' ? articles[article] : undefined,
    passages: split(passages),
    note,
    task: task === null ? null : unpackTask(task),
    words: split(words),
  };
}

function packTask(task: Task): Packed {
  switch (task.kind) {
    case 'open':
      return trimmed([0, task.question, task.answer]);
    case 'choice':
      return trimmed([1, task.question, task.options, task.right, task.explanation]);
    case 'speaker':
      return [2, task.quotation, task.options.join(',')];
  }
}

function unpackTask(data: unknown): unknown {
  const [kind, second = '', third, right = [], explanation = null] = list(data);
  if (kind === 0) return { kind: 'open', question: second, answer: third ?? null };
  if (kind === 1) return { kind: 'choice', question: second, options: third ?? [], right, explanation };
  if (kind === 2) return { kind: 'speaker', quotation: second, options: split(third ?? '') };
  return { kind };
}

function packAnswer(answer: Answer): unknown {
  if (answer.kind === 'open') return answer.text;
  return answer.kind === 'choice' ? answer.chosen : [answer.chosen];
}

function unpackAnswer(data: unknown): unknown {
  if (typeof data === 'string') return { kind: 'open', text: data };
  const chosen = list(data);
  if (typeof chosen[0] === 'string') return { kind: 'speaker', chosen: chosen[0] };
  return { kind: 'choice', chosen: data };
}

const list = (data: unknown): Packed => (Array.isArray(data) ? data : []);
const mapped = (data: unknown, make: (item: unknown) => unknown): unknown =>
  Array.isArray(data) ? data.map(make) : data;
const split = (data: unknown): unknown => (typeof data === 'string' ? (data === '' ? [] : data.split(',')) : data);
const numberOf = (step: string): number => Number(step.slice(1));

/** Without what is empty at its end. */
function trimmed(items: readonly unknown[]): Packed {
  const isEmpty = (item: unknown) => item === null || item === '' || (Array.isArray(item) && item.length === 0);
  const last = items.findLastIndex((item) => !isEmpty(item));
  return items.slice(0, last + 1);
}
