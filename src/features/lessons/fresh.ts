import type { Article } from '../../core/article/article.ts';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import type { Lesson, Step, Task, TaskKind } from '../../core/lesson/lesson.ts';
import { linkOfQuotation, nextStepId } from '../../core/lesson/mark.ts';
import { LESSON_LIMITS } from '../../core/lesson/schema.ts';
import { findPassage, readPassage } from '../../core/passage/passage.ts';
import type { Quotation } from '../../core/quotation/quotation.ts';
import { overlaps, type TextRange } from '../../core/text/range.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Twelve letters that nobody else has made: for a lesson, or for a sheet of answers. */
export function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}

export const newLesson = (title: string, author: string | null): Lesson => ({
  format: 'isnad-lesson',
  version: 1,
  id: randomId(),
  title,
  author,
  level: null,
  intro: null,
  steps: [],
  texts: [],
});

/** The lesson with a step for these passages at its end; unchanged where it can hold no more. */
export function withStep(lesson: Lesson, article: string, passages: readonly string[]): Lesson {
  if (lesson.steps.length >= LESSON_LIMITS.steps) return lesson;
  const step: Step = {
    id: nextStepId(lesson.steps),
    article,
    passages: passages.slice(0, LESSON_LIMITS.passages),
    note: null,
    task: null,
    words: [],
  };
  return { ...lesson, steps: [...lesson.steps, step] };
}

/** Where the passages stand in the article as it is now; those that are gone are left out. */
export const rangesOf = (article: Article, passages: readonly string[]): TextRange[] =>
  passages.flatMap((link) => {
    const passage = readPassage(link);
    const found = passage && findPassage(article, passage);
    return found && found.kind !== 'gone' ? [found.range] : [];
  });

/** Quotations with a known speaker that share words with the passages; all of the article where there is no passage. */
export function quotationsFor(article: Article, passages: readonly string[]): Quotation[] {
  const ranges = rangesOf(article, passages);
  const known = article.quotations.filter(({ speaker }) => speaker !== null);
  if (passages.length === 0) return known;
  return known.filter(({ contents, cue }) =>
    ranges.some((range) =>
      [...contents, ...cue].some((piece) => piece.block === range.block && overlaps(piece, range)),
    ),
  );
}

/** Everybody whom the article reports, to choose a speaker from: the right one, and up to five others. */
export function speakerOptions(lookup: ArticleLookup, quotation: Quotation): string[] {
  const others = new Set<string>();
  for (const { speaker } of lookup.article.quotations) if (speaker !== null) others.add(speaker);
  for (const id of quotation.about) others.add(id);
  const people = lookup.article.entities.filter(({ type }) => ['person', 'organization', 'group'].includes(type));
  for (const { id } of people) others.add(id);
  const right = quotation.speaker ?? '';
  const chosen = [...others].filter((id) => id !== right && lookup.entity(id)).slice(0, 4);
  // In the order of the article's own list, so that the place of the right one tells nothing.
  const order = new Map(lookup.article.entities.map(({ id }, index) => [id, index]));
  return [right, ...chosen].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** A new task of the kind; for a speaker the first quotation at hand, or null where there is none. */
export function newTask(kind: TaskKind, lookup: ArticleLookup | null, passages: readonly string[]): Task | null {
  if (kind === 'open') return { kind, question: '', answer: null };
  if (kind === 'choice') return { kind, question: '', options: ['', ''], right: [], explanation: null };
  const quotation = lookup && quotationsFor(lookup.article, passages)[0];
  if (!quotation) return null;
  return { kind, quotation: linkOfQuotation(quotation), options: speakerOptions(lookup, quotation) };
}

/** The glossary entries that stand in the passages (or anywhere in the article, where the step is on all of it). */
export function glossaryFor(article: Article, passages: readonly string[]) {
  if (passages.length === 0) return article.glossary;
  const ranges = rangesOf(article, passages);
  return article.glossary.filter(({ occurrences }) =>
    occurrences.some((at) => ranges.some((range) => range.block === at.block && overlaps(range, at))),
  );
}

/** The lesson as it is sent: of its texts those that it still has steps of. */
export const asSent = (lesson: Lesson): Lesson => ({
  ...lesson,
  texts: lesson.texts.filter(({ id }) => lesson.steps.some(({ article }) => article === id)),
});
