/**
 * Painting words without touching them: the CSS Custom Highlight API, which leaves the letters joined.
 *
 * Every painter adds and takes away only its own ranges. The page-wide registry is shared, so nothing here ever clears it:
 * two features that paint must not erase each other.
 */

/** True where the browser can paint ranges; elsewhere the surface falls back to whole words with a background. */
export const canPaint = (): boolean =>
  typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';

export interface Brush {
  /** Paints these ranges too. */
  add: (ranges: Iterable<AbstractRange>) => void;
  /** Takes these ranges away again. */
  remove: (ranges: Iterable<AbstractRange>) => void;
}

/**
 * A brush for `::highlight(name)`. A higher `priority` lies above. Several brushes may share a name, so that two articles
 * on one page do not disturb each other.
 */
export function createBrush(name: string, priority = 0): Brush {
  if (!canPaint()) return { add: () => {}, remove: () => {} };
  let highlight = CSS.highlights.get(name);
  if (highlight === undefined) {
    highlight = new Highlight();
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }
  const paint = highlight;
  const own = new Set<AbstractRange>();
  return {
    add: (ranges) => {
      for (const range of ranges) {
        own.add(range);
        paint.add(range);
      }
    },
    remove: (ranges) => {
      for (const range of ranges) if (own.delete(range)) paint.delete(range);
    },
  };
}
