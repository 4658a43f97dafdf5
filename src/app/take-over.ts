/**
 * From the page as it was written at build time to the app that answers: in one frame, with the reader's place, selection
 * and focus kept.
 */
import { liveRangeIn, offsetIn } from '../page/offsets.ts';

interface Still {
  readonly path: string;
  readonly text: HTMLElement;
  readonly voices: HTMLElement | null;
}

let still: Still | null = null;
let moved = false;

/** The text of this very address as the page brought it, for when its file cannot be read; null after the reader went on. */
export const stillText = (): Still | null => (still?.path === location.pathname ? still : null);

/**
 * Whether the page stood elsewhere than where it was led before the app was there, by the reader's hand or by the address: then
 * it is left where it is. Where the browser itself went back to on a reload does not count. True once at the most: it
 * holds for the article that the page came with.
 */
export function readerMoved(): boolean {
  const answer = moved;
  moved = false;
  return answer;
}

/** Whether the page came with its text. */
export const isStill = (root: HTMLElement): boolean => root.dataset['still'] !== undefined;

/** `show` must have changed the page when it returns. */
export function takeOver(root: HTMLElement, show: () => void): void {
  if (!isStill(root)) return show();
  const text = root.querySelector<HTMLElement>('.article-text');
  if (text) still = { path: location.pathname, text, voices: root.querySelector<HTMLElement>('[data-still-voices]') };
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const led = Number(root.dataset['still']) || 0;
  moved = Math.abs(window.scrollY - led) > 2 && visit?.type === 'navigate';
  const selected = selectionIn(text);
  const focused = pathTo(root, document.activeElement);
  show();
  delete root.dataset['still'];
  root.style.removeProperty('overflow-anchor');
  delete document.documentElement.dataset['awaits'];
  if (focused) at(root, focused)?.focus({ preventScroll: true });
  if (selected) select(root, selected);
}

/** An end of a selection: the block's id and an offset in its text. */
type End = readonly [block: string, offset: number];

function selectionIn(text: HTMLElement | null): readonly [End, End] | null {
  const selection = document.getSelection();
  if (!text || !selection?.anchorNode || !selection.focusNode || selection.isCollapsed) return null;
  const end = (node: Node, offset: number): End | null => {
    const block = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-block]');
    const inside = block && text.contains(block) ? offsetIn(block, node, offset) : null;
    return inside === null ? null : [block?.dataset['block'] ?? '', inside];
  };
  const anchor = end(selection.anchorNode, selection.anchorOffset);
  const focus = end(selection.focusNode, selection.focusOffset);
  return anchor && focus && [anchor, focus];
}

function select(root: HTMLElement, ends: readonly [End, End]): void {
  const points = ends.map(([id, offset]) => {
    const block = root.querySelector(`.article-text [data-block="${CSS.escape(id)}"]`);
    // A range of one letter, for its nearer edge: an empty one has no place among text nodes.
    const before = block && offset > 0 ? liveRangeIn(block, offset - 1, offset) : null;
    if (before) return [before.endContainer, before.endOffset] as const;
    const first = block && liveRangeIn(block, 0, 1);
    return first && ([first.startContainer, first.startOffset] as const);
  });
  const [anchor, focus] = points;
  if (anchor && focus) document.getSelection()?.setBaseAndExtent(...anchor, ...focus);
}

/** The way down to an element, child by child: what takes its place stands in the same place. */
function pathTo(root: HTMLElement, element: Element | null): readonly number[] | null {
  const steps: number[] = [];
  let here = element;
  while (here && here !== root) {
    steps.unshift([...(here.parentElement?.children ?? [])].indexOf(here));
    here = here.parentElement;
  }
  return here === root && steps.length > 0 ? steps : null;
}

function at(root: HTMLElement, path: readonly number[]): HTMLElement | null {
  let here: Element | undefined = root;
  for (const step of path) here = here?.children[step];
  return here instanceof HTMLElement ? here : null;
}
