/**
 * A lesson: a sequence of passages of one or more articles, each with what the teacher adds to it.
 *
 * Why it is shaped so:
 * - A step points at its passage by a passage link (core/passage), not by offsets: the article may be edited after the
 *   lesson was sent, and the student is then told so.
 * - What the annotation knows is not copied: a step of the kind `speaker` names a quotation, and the right answer is read
 *   from the article, as the reader shows it.
 * - The whole lesson fits into a link, so it holds no ornament: what is empty is null or an empty list.
 */
import type { Article, Level } from '../article/article.ts';

export interface Lesson {
  readonly format: 'isnad-lesson';
  /** Version of the format, raised when an older reader could not read it rightly. */
  readonly version: 1;
  /** Made at random when the lesson is begun; a later state of the same lesson keeps it. Letters, digits, - and _. */
  readonly id: string;
  readonly title: string;
  /** The teacher, as they want to be named. */
  readonly author: string | null;
  readonly level: Level | null;
  /** Said before the first step. */
  readonly intro: string | null;
  readonly steps: readonly Step[];
  /** Articles that the library does not have (a pasted text), carried along where the teacher said so. */
  readonly texts: readonly Article[];
}

export interface Step {
  /** Stable within the lesson: s1, s2 …; answers are kept under it. */
  readonly id: string;
  /** The article's id. */
  readonly article: string;
  /** Passage links, in text order; empty for the whole article. */
  readonly passages: readonly string[];
  readonly note: string | null;
  readonly task: Task | null;
  /** Glossary entries of the article to learn here, by id. */
  readonly words: readonly string[];
}

/** What the student is asked. */
export type Task =
  /** Answered in the student's own words; `answer` is the teacher's own, shown afterwards. */
  | { readonly kind: 'open'; readonly question: string; readonly answer: string | null }
  /** `right`: indexes of the right options (one or more). `explanation` is shown once answered. */
  | {
      readonly kind: 'choice';
      readonly question: string;
      readonly options: readonly string[];
      readonly right: readonly number[];
      readonly explanation: string | null;
    }
  /**
   * Who says this? The quotation, by its id and the code of its words (`q4~WAZ`, core/passage/check), so that another
   * quotation that comes to be called q4 is not marked in its place; the speakers to choose from are entity ids, the
   * right one among them.
   */
  | { readonly kind: 'speaker'; readonly quotation: string; readonly options: readonly string[] };

export type TaskKind = Task['kind'];

/** One student's answer to one step. `chosen`: option indexes, or an entity's id. */
export type Answer =
  | { readonly kind: 'open'; readonly text: string }
  | { readonly kind: 'choice'; readonly chosen: readonly number[] }
  | { readonly kind: 'speaker'; readonly chosen: string };

/** A student's way through a lesson, kept on the device while it lasts. */
export interface Work {
  readonly lesson: string;
  /** By step id. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** The step where the student is, by id; null before the first and after the last. */
  readonly at: string | null;
}

/** What a student sends back. */
export interface LessonResult {
  readonly format: 'isnad-result';
  readonly version: 1;
  /** Made at random once, so that the same sheet sent twice counts once. */
  readonly id: string;
  readonly lesson: string;
  readonly lessonTitle: string;
  /** As the student wrote it. */
  readonly student: string;
  /** ISO 8601 date and time. */
  readonly finished: string;
  readonly answers: Readonly<Record<string, Answer>>;
}
