/** From what a reader gives to an article with who said what: the same in the browser's worker and on the command line. */
import type { Carried } from '../core/annotation/carried.ts';
import { type Article, plainText } from '../core/article/article.ts';
import { verifyArticle } from '../core/dataset/verify.ts';
import { fault, type IntakeFault } from '../core/intake/fault.ts';
import { type TextIntake, takeFile, takePaste } from '../core/intake/intake.ts';
import { bareArticle, textId } from '../core/intake/shell.ts';
import { failure, type Result, success } from '../core/result.ts';
import { annotate } from './article.ts';

/** What a reader gives: a file’s bytes, or a paste. */
export type Given =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'paste'; readonly text: string };

/** A text as it was read, and what had to be told about it. */
export interface Opened {
  readonly article: Article;
  /** How the text came in; null where it is an Isnād article file, which is taken as it is. */
  readonly intake: Omit<TextIntake, 'kind' | 'blocks'> | null;
  /** What a reader corrected in an article file; null where nothing was. */
  readonly corrected: Carried | null;
}

/** `reading` the file, `analysing` its text, `checking` what was found. */
export type Stage = 'reading' | 'analysing' | 'checking';

/** What a reader may say beforehand, and how progress is told. */
export interface OpenOptions {
  /** ISO 8601 date that the article is said to be made on. */
  readonly today: string;
  /** The article's id; by itself one that follows from the text. */
  readonly id?: string;
  /** `blocks`: how many the text has, once that is known; null before. `share`: what of the whole work is done, from 0 to 1. */
  readonly onStage?: (stage: Stage, blocks: number | null, share: number) => void;
}

/** Fails with a named fault where nothing can be made of it. Throws where the engine itself is at fault. */
export function openText(given: Given, { today, id, onStage }: OpenOptions): Result<Opened, IntakeFault> {
  onStage?.('reading', null, 0);
  const taken = given.kind === 'file' ? takeFile(given.name, given.bytes) : takePaste(given.text);
  if (!taken.ok) return taken;
  if (taken.value.kind === 'article') {
    const { article, corrected } = taken.value;
    return success({ article, intake: null, corrected });
  }
  const { kind: _, blocks, ...intake } = taken.value;
  if (blocks.length === 0) return failure(fault('empty'));
  const bare = bareArticle(id ?? textId(plainText({ blocks })), today, { ...intake, blocks });
  return success({ article: annotated(bare, onStage), intake, corrected: null });
}

/** What share of the time is gone after each stage, measured of two million letters. */
const DONE = { reading: 0.08, analysing: 0.9 } as const;

/** The article with everything that is said about it said anew by the engine; its text and its head stay. */
export function annotated(article: Article, onStage?: OpenOptions['onStage']): Article {
  const { length } = article.blocks;
  const say = (share: number) => onStage?.('analysing', length, DONE.reading + share * (DONE.analysing - DONE.reading));
  say(0);
  const made = { ...article, ...annotate(article.blocks, say) };
  onStage?.('checking', length, DONE.analysing);
  const [wrong] = verifyArticle(made);
  if (wrong) throw new Error(`${wrong.path}: ${wrong.kind}: ${wrong.detail}`);
  return made;
}
