/**
 * What the reader selected in the text, as stretches of blocks; and selecting by keyboard, word by word.
 *
 * Whole words always: a selection that ends within a joined word, as a finger's often does, means the word. The browser's
 * own selection is what is seen; it is widened only by whoever uses the stretches.
 */
import { widenToWords } from '../core/text/words.ts';
import { liveRangeIn, offsetIn } from './offsets.ts';

export interface SelectedStretch {
  readonly block: string;
  readonly start: number;
  readonly end: number;
}

/** One stretch for each block that the selection touches, widened to whole words; empty where nothing is selected. */
export function selectedStretches(container: HTMLElement): SelectedStretch[] {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return [];
  const stretches: SelectedStretch[] = [];
  for (let i = 0; i < selection.rangeCount; i++) {
    const range = selection.getRangeAt(i);
    if (!range.intersectsNode(container)) continue;
    for (const element of container.querySelectorAll<HTMLElement>('[data-block]')) {
      if (!range.intersectsNode(element)) continue;
      const text = element.textContent;
      const start = offsetIn(element, range.startContainer, range.startOffset) ?? 0;
      const end = offsetIn(element, range.endContainer, range.endOffset) ?? text.length;
      const wide = trimmed(text, start, end);
      if (wide) stretches.push({ block: element.dataset['block'] as string, ...wide });
    }
  }
  return stretches;
}

/** Without the space at its edges, then whole words; null where only space is left. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } | null {
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return start < end ? widenToWords(text, { start, end }) : null;
}

/** Calls back when the selection in the text has come to rest: not at every step of a drag. Gives the way to stop. */
export function watchSelection(container: HTMLElement, onRest: () => void): () => void {
  let timer = 0;
  let pressed = false;
  const rest = () => {
    clearTimeout(timer);
    if (!pressed) timer = window.setTimeout(onRest, QUIET);
  };
  const onDown = (event: PointerEvent) => {
    // A finger's own handles send no pointer events: only a mouse is waited for.
    pressed = event.pointerType === 'mouse' && event.target instanceof Node && container.contains(event.target);
  };
  const onUp = () => {
    if (!pressed) return;
    pressed = false;
    rest();
  };
  document.addEventListener('selectionchange', rest);
  document.addEventListener('pointerdown', onDown);
  document.addEventListener('pointerup', onUp);
  document.addEventListener('pointercancel', onUp);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('selectionchange', rest);
    document.removeEventListener('pointerdown', onDown);
    document.removeEventListener('pointerup', onUp);
    document.removeEventListener('pointercancel', onUp);
  };
}

/** Milliseconds without a change after which a selection counts as made. */
const QUIET = 180;

interface Point {
  readonly element: HTMLElement;
  readonly offset: number;
}

/**
 * Moves one edge of the selection by a word, as the arrows of a text field would: `onward` is to the left. Where nothing is
 * selected, `from` is (a clickable word that has the focus). `edge`: the one that was moved last (`focus`) or the other.
 */
export function extendByWord(
  container: HTMLElement,
  from: HTMLElement,
  onward: boolean,
  edge: 'focus' | 'anchor',
): void {
  const selection = document.getSelection();
  if (!selection) return;
  const blocks = [...container.querySelectorAll<HTMLElement>('[data-block]')];
  const pointOf = (node: Node | null, offset: number): Point | null => {
    const element = blocks.find((block) => node !== null && block.contains(node));
    const at = element && node && offsetIn(element, node, offset);
    return element && typeof at === 'number' ? { element, offset: at } : null;
  };
  let anchor = pointOf(selection.anchorNode, selection.anchorOffset);
  let focus = pointOf(selection.focusNode, selection.focusOffset);
  if (selection.isCollapsed || !anchor || !focus) {
    const element = blocks.find((block) => block.contains(from));
    if (!element) return;
    const before = offsetIn(element, from, 0) ?? 0;
    const word = widenToWords(element.textContent, { start: before, end: before + from.textContent.length });
    // The first press selects the word itself; the edge that grows is the one ahead.
    anchor = { element, offset: onward ? word.start : word.end };
    focus = { element, offset: onward ? word.end : word.start };
  } else if (edge === 'focus') focus = step(blocks, focus, onward);
  else anchor = step(blocks, anchor, onward);
  const [a, b] = [nodeAt(anchor), nodeAt(focus)];
  if (a && b) selection.setBaseAndExtent(a.node, a.offset, b.node, b.offset);
}

/** The next word's far edge in a direction, in the same block or the next one that has words. */
function step(blocks: readonly HTMLElement[], { element, offset }: Point, onward: boolean): Point {
  const text = element.textContent;
  if (onward) {
    const found = /^\s*\S+/.exec(text.slice(offset));
    if (found) return { element, offset: offset + found[0].length };
  } else {
    const found = /\S+\s*$/.exec(text.slice(0, offset));
    if (found) return { element, offset: found.index };
  }
  const next = blocks[blocks.indexOf(element) + (onward ? 1 : -1)];
  if (!next) return { element, offset };
  return step(blocks, { element: next, offset: onward ? 0 : next.textContent.length }, onward);
}

function nodeAt({ element, offset }: Point): { node: Node; offset: number } | null {
  const length = element.textContent.length;
  const range =
    offset < length ? liveRangeIn(element, offset, offset + 1) : liveRangeIn(element, Math.max(0, length - 1), length);
  if (!range) return null;
  return offset < length
    ? { node: range.startContainer, offset: range.startOffset }
    : { node: range.endContainer, offset: range.endOffset };
}

/** Gives the way to select again what is selected now: a dialog that is opened over the text takes the selection away. */
export function keepSelection(): () => void {
  const selection = document.getSelection();
  const kept = selection && !selection.isCollapsed ? selection.getRangeAt(0).cloneRange() : null;
  return () => {
    if (!kept || !kept.startContainer.isConnected) return;
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(kept);
  };
}

export const clearSelection = (): void => document.getSelection()?.removeAllRanges();

/** Selects everything from the beginning of one element to the end of another. */
export function selectAll(from: Element, to: Element): void {
  const range = document.createRange();
  range.setStart(from, 0);
  range.setEnd(to, to.childNodes.length);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
