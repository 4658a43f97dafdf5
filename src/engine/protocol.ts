/** What the page and the engine's worker say to each other. */
import type { Given, Opened, Stage } from '../arabic/open.ts';
import type { Article } from '../core/article/article.ts';
import type { IntakeFault } from '../core/intake/fault.ts';
import type { Result } from '../core/result.ts';

export type { Given, Opened, Stage } from '../arabic/open.ts';

/** What is asked of the engine: to open a text, or to say anew what it says of one. */
export type Task =
  | { readonly kind: 'open'; readonly given: Given; readonly today: string }
  | { readonly kind: 'again'; readonly article: Article };

/** From the page. Answered by reports of the same job, the last of them `done` or `broke`. */
export interface Order {
  readonly job: number;
  readonly task: Task;
}

export type Answer = Result<Opened, IntakeFault>;

/** From the worker. */
export type Report =
  /** It stands, and holds this lock as long as it lives; null where the browser has no locks. */
  | { readonly kind: 'ready'; readonly lock: string | null }
  | {
      readonly kind: 'stage';
      readonly job: number;
      readonly stage: Stage;
      readonly blocks: number | null;
      readonly share: number;
    }
  | { readonly kind: 'done'; readonly job: number; readonly answer: Answer }
  /** The engine failed at this text; it goes on with the next. */
  | { readonly kind: 'broke'; readonly job: number; readonly detail: string };
