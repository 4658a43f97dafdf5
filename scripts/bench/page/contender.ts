/// <reference lib="dom" />
/** What every way of annotating the same text has to do, and the plain text that most of them start from. */
import type { Article } from '../../../src/core/article/article.ts';
import type { TextRange } from '../../../src/core/text/range.ts';

/** Something drawn over a stretch of the text. Offsets count in the whole text, blocks joined without line breaks. */
export interface Note {
  readonly id: string;
  readonly kind: 'entity' | 'quotation';
  readonly range: TextRange;
  readonly start: number;
  readonly end: number;
}

export interface Contender {
  /** Brings the article into the form this way wants it in. Not timed: data of one's own form is nobody's handicap. */
  readonly prepare: (article: Article, notes: readonly Note[]) => void;
  /** Text and annotations into the container. Timed. Resolves when the first annotations are in the page. */
  readonly mount: (container: HTMLElement, onClick: () => void) => void | Promise<void>;
  /** The notes that are drawn in the page now, by id. */
  readonly drawn: () => ReadonlySet<string>;
}

/** Every mention and every piece of a quotation, in text order. */
export function notesOf(article: Article): Note[] {
  const starts = new Map<string, number>();
  let at = 0;
  for (const { id, text } of article.blocks) {
    starts.set(id, at);
    at += text.length;
  }
  const note = (id: string, kind: Note['kind'], range: TextRange): Note => {
    const start = starts.get(range.block) ?? 0;
    return { id, kind, range, start: start + range.start, end: start + range.end };
  };
  return [
    ...article.mentions.map(({ id, range }) => note(id, 'entity', range)),
    ...article.quotations.flatMap(({ id, contents }) =>
      contents.map((range, piece) => note(`${id}-${piece}`, 'quotation', range)),
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The floor: one element a block, all of it laid out, nothing annotated. */
export function layPlain(article: Article, container: HTMLElement): void {
  const page = document.createDocumentFragment();
  for (const { id, text } of article.blocks) {
    const element = document.createElement('p');
    element.dataset['block'] = id;
    element.textContent = text;
    page.append(element);
  }
  container.replaceChildren(page);
}

/** A stretch of an element's text, however many nodes hold it. By hand, so that no contender is judged by its own tools. */
export function rangeOf(element: Element, start: number, end: number): Range {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    if (at <= start && start < at + node.length) range.setStart(node, start - at);
    if (at < end && end <= at + node.length) range.setEnd(node, end - at);
    at += node.length;
  }
  return range;
}

export const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
