import type { Article } from '../article/article.ts';
import { checkOf, findQuotation } from '../passage/check.ts';
import type { Quotation } from '../quotation/quotation.ts';
import type { Answer, Lesson, Step, Task } from './lesson.ts';

/** `unmarked`: an open question, or one whose right answer is not known here (its quotation changed or is gone). */
export type Mark = 'right' | 'wrong' | 'unmarked' | 'unanswered';

type Sources = Pick<Article, 'quotations'>;

/** How a lesson names a quotation: by its id and the code of its words. */
export const linkOfQuotation = (quotation: Quotation): string => `${quotation.id}~${checkOf(quotation)}`;

/** The quotation that a task asks about, where the article still has it with the same words. */
export function quotationOf(article: Sources, task: Task): Quotation | null {
  if (task.kind !== 'speaker') return null;
  const [id = '', check] = task.quotation.split('~');
  const found = findQuotation(article.quotations, id, check);
  if (found.kind !== 'exact' && found.kind !== 'moved') return null;
  return article.quotations.find((quotation) => quotation.id === found.id) ?? null;
}

/** The right speaker as the article says now; null where it cannot be told, or the task does not offer them. */
export function rightSpeaker(article: Sources | null, task: Task): string | null {
  if (task.kind !== 'speaker' || article === null) return null;
  const speaker = quotationOf(article, task)?.speaker ?? null;
  return speaker !== null && task.options.includes(speaker) ? speaker : null;
}

/** Marks one answer. `article` is the step's, or null where it is not there. */
export function markAnswer(task: Task, answer: Answer | undefined, article: Sources | null): Mark {
  // The step may have got another kind of task since it was answered.
  if (answer === undefined || answer.kind !== task.kind) return 'unanswered';
  switch (task.kind) {
    case 'open':
      return answer.kind === 'open' && answer.text.trim() !== '' ? 'unmarked' : 'unanswered';
    case 'choice': {
      if (task.right.length === 0) return 'unmarked';
      const chosen = new Set(answer.kind === 'choice' ? answer.chosen : []);
      const right = new Set(task.right);
      return chosen.size === right.size && [...right].every((index) => chosen.has(index)) ? 'right' : 'wrong';
    }
    case 'speaker': {
      const right = rightSpeaker(article, task);
      if (right === null) return 'unmarked';
      return answer.kind === 'speaker' && answer.chosen === right ? 'right' : 'wrong';
    }
  }
}

/** What has to be added before a lesson can be answered; `step` null for the lesson itself. */
export interface Missing {
  readonly step: string | null;
  readonly what: 'title' | 'steps' | 'question' | 'options' | 'emptyOption' | 'right' | 'speakers';
}

export function missingIn(lesson: Lesson): Missing[] {
  const missing: Missing[] = [];
  if (lesson.title.trim() === '') missing.push({ step: null, what: 'title' });
  if (lesson.steps.length === 0) missing.push({ step: null, what: 'steps' });
  for (const { id, task } of lesson.steps) {
    if (task === null) continue;
    if (task.kind === 'speaker') {
      if (task.options.length < 2) missing.push({ step: id, what: 'speakers' });
      continue;
    }
    if (task.question.trim() === '') missing.push({ step: id, what: 'question' });
    if (task.kind === 'open') continue;
    if (task.options.length < 2) missing.push({ step: id, what: 'options' });
    else if (task.options.some((option) => option.trim() === '')) missing.push({ step: id, what: 'emptyOption' });
    if (task.right.length === 0) missing.push({ step: id, what: 'right' });
  }
  return missing;
}

/** An id that no step of the lesson has. */
export function nextStepId(steps: readonly Pick<Step, 'id'>[]): string {
  return `s${Math.max(0, ...steps.map(({ id }) => Number(id.slice(1)))) + 1}`;
}
