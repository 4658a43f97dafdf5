/// <reference lib="dom" />
/** The floor, and the libraries that people use for this, each the way its own documentation shows. */
import { createTextAnnotator, type TextAnnotation } from '@recogito/text-annotator';
import Mark, { type MarkRange } from 'mark.js';
import type { Article } from '../../../src/core/article/article.ts';
import { type Contender, layPlain, nextFrame, type Note } from './contender.ts';

export function plain(): Contender {
  let article: Article;
  return {
    prepare: (given) => {
      article = given;
    },
    mount: (container) => layPlain(article, container),
    drawn: () => new Set(),
  };
}

/** With its default renderer. The other one, of CSS highlights, fails on annotations that come as offsets (4.1.1). */
export function recogito(): Contender {
  let article: Article;
  let annotations: TextAnnotation[];
  let shown: () => ReadonlySet<string> = () => new Set();
  return {
    prepare: (given, notes) => {
      article = given;
      // The range is left out: that is how stored annotations look, and the library finds it from the offsets.
      annotations = notes.map(({ id, range, start, end }) => ({
        id,
        bodies: [],
        target: { annotation: id, selector: [{ quote: range.words, start, end }] },
      })) as unknown as TextAnnotation[];
    },
    mount: async (container, onClick) => {
      layPlain(article, container);
      const annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(container, { annotatingEnabled: false });
      annotator.on('clickAnnotation', onClick);
      shown = () =>
        new Set(
          [...container.querySelectorAll<HTMLElement>('.r6o-annotation')].map(
            (span) => span.dataset['annotation'] ?? '',
          ),
        );
      annotator.setAnnotations(annotations, true);
      // It draws a moment later, on a timer of its own.
      for (let frame = 0; shown().size === 0 && frame < 600; frame++) await nextFrame();
    },
    drawn: () => shown(),
  };
}

interface MarkedNote extends MarkRange {
  readonly id: string;
}

export function markJs(): Contender {
  let article: Article;
  let passes: MarkedNote[][];
  let inside: HTMLElement;
  return {
    prepare: (given, notes) => {
      article = given;
      const marked = ({ id, start, end }: Note) => ({ id, start, length: end - start });
      // It drops a range that overlaps the one before, so quotations and names are marked one after the other.
      passes = (['quotation', 'entity'] as const).map((kind) => notes.filter((note) => note.kind === kind).map(marked));
    },
    mount: (container, onClick) => {
      layPlain(article, container);
      inside = container;
      const marker = new Mark(container);
      for (const ranges of passes) {
        marker.markRanges(ranges, {
          each: (element, range) => {
            element.dataset['note'] = range.id;
          },
        });
      }
      container.addEventListener('click', (event) => {
        if (event.target instanceof Element && event.target.closest('mark')) onClick();
      });
    },
    drawn: () => new Set([...inside.querySelectorAll<HTMLElement>('mark')].map((mark) => mark.dataset['note'] ?? '')),
  };
}
