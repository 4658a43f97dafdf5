/**
 * Between a block's text (UTF-16 offsets, as `core` speaks) and the nodes that the browser made of it. A block's element
 * holds text nodes and, where words are clickable, spans with one text node each; nothing deeper.
 */

/** A text node with the stretch of the block's text that it holds. */
export interface TextPiece {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** The text nodes of an element in order, with their offsets counted from the element's start. */
export function piecesOf(element: Element): TextPiece[] {
  const pieces: TextPiece[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let start = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    pieces.push({ node: text, start, end: start + text.length });
    start += text.length;
  }
  return pieces;
}

/** The node and offset in it for an offset of the block. At a seam, `side` tells which of the two nodes is meant. */
function pointAt(
  pieces: readonly TextPiece[],
  offset: number,
  side: 'start' | 'end',
): { node: Text; offset: number } | null {
  for (const piece of pieces) {
    if (side === 'start' ? offset < piece.end : offset <= piece.end) {
      return offset < piece.start ? null : { node: piece.node, offset: offset - piece.start };
    }
  }
  const last = pieces[pieces.length - 1];
  return last && offset === last.end ? { node: last.node, offset: last.node.length } : null;
}

/** A stretch of the block as a static range: it costs nothing when the page changes, unlike a live `Range`. */
export function staticRangeIn(pieces: readonly TextPiece[], start: number, end: number): StaticRange | null {
  const from = pointAt(pieces, start, 'start');
  const to = pointAt(pieces, end, 'end');
  if (from === null || to === null || start >= end) return null;
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}

/** The same as a live `Range`, for measuring and scrolling; not for keeping. */
export function liveRangeIn(element: Element, start: number, end: number): Range | null {
  const found = staticRangeIn(piecesOf(element), start, end);
  if (found === null) return null;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}

/** Which offset of the element's text a point inside it is; null when the point lies elsewhere. */
export function offsetIn(element: Element, node: Node, offset: number): number | null {
  if (!element.contains(node)) return null;
  if (node.nodeType !== Node.TEXT_NODE) {
    // Between children: count the text before the child at `offset`.
    const range = document.createRange();
    range.setStart(element, 0);
    range.setEnd(node, offset);
    return range.toString().length;
  }
  for (const piece of piecesOf(element)) if (piece.node === node) return piece.start + offset;
  return null;
}

/** The text position under a point of the viewport (CSS pixels), or null where there is no text. */
export function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  // WebKit before 2025 has only the older name.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
