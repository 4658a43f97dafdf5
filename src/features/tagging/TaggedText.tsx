import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Desk } from '../../core/annotation/desk.ts';
import type { Point } from '../../core/annotation/select.ts';
import type { Target } from '../../core/annotation/tagging.ts';
import type { Span, TextRange } from '../../core/text/range.ts';
import { liveRangeIn, offsetIn } from '../../page/offsets.ts';
import { mountSurface, type Surface } from '../../page/surface.ts';
import { workbench } from '../../session/workbench.ts';
import { moveByBlock, moveByWord, moveToEdge, type WordPlace, wordAt } from './cursor.ts';
import { blocksOf, taggingModel } from './paint.ts';
import './tagged.css';

/** What was selected, from its first letter to behind its last; `one`: a word that the keyboard merely stands at. */
export interface Selected {
  readonly from: Point;
  readonly to: Point;
  readonly by: 'pointer' | 'keys';
  readonly one: boolean;
}

/** What others may ask of the text that is tagged. */
export interface TaggedHandle {
  readonly reveal: (
    range: Pick<TextRange, 'block' | 'start'>,
    how: { smooth: boolean; height: number },
  ) => Promise<void>;
  readonly rectsOf: (range: Omit<TextRange, 'words'>) => DOMRect[];
  readonly placeAt: (x: number, y: number) => Point | null;
  readonly placeAtTop: (top: number) => Point | null;
  /** The keyboard goes on from here: the focus comes to the text, its cursor to the word at this place. */
  readonly stand: (at: Point | null) => void;
  /** The word that the keyboard stands at, or would go on from; null in a text without words. */
  readonly standing: () => (Span & { readonly block: string }) | null;
  /** Nothing is selected any more; the keyboard goes on from where the selection ended. */
  readonly letGo: () => void;
}

interface TaggedTextProps {
  readonly desk: Desk;
  readonly chosen: Target | null;
  /** Painted over the annotations, by name of the style sheet's highlight. */
  readonly marked: Readonly<Record<string, readonly TextRange[]>>;
  /** Words were selected, or are no more (null). */
  readonly onSelect: (selected: Selected | null) => void;
  /** The text was pressed, or Enter came at a word. */
  readonly onPress: (at: Point) => void;
  readonly ref: Ref<TaggedHandle>;
}

/** The text that is tagged: every word can be stood at and selected, by mouse, finger and keyboard. */
export function TaggedText({ desk, chosen, marked, onSelect, onPress, ref }: TaggedTextProps) {
  const { t } = useTranslation('tagging');
  const container = useRef<HTMLDivElement>(null);
  const surface = useRef<Surface>(null);
  const latest = useRef({ onSelect, onPress, chosen });
  useLayoutEffect(() => {
    latest.current = { onSelect, onPress, chosen };
  });
  /** Where the keyboard stands: the word that was moved last, and the one where a selection began. */
  const cursor = useRef<{ anchor: WordPlace; head: WordPlace } | null>(null);

  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return;
    const mounted = mountSurface(
      element,
      taggingModel(desk, () => workbench.getState().chosen),
      {
        onLeaf: () => {},
        onText: (block, offset) => {
          cursor.current = null;
          latest.current.onPress({ block, offset });
        },
        onSelect: (stretches) => {
          const [first, last] = [stretches[0], stretches.at(-1)];
          if (!first || !last) return latest.current.onSelect(null);
          // What the keyboard selected is known already.
          const own = cursor.current;
          if (own && covers(own, first, last)) return;
          cursor.current = null;
          latest.current.onSelect({
            from: { block: first.block, offset: first.start },
            to: { block: last.block, offset: last.end },
            by: 'pointer',
            one: false,
          });
        },
      },
    );
    surface.current = mounted;
    // A change is painted in the frame in which it was made, and only where it was made.
    const unwatch = workbench.subscribe((state, before) => {
      const touched = state.changed === before.changed ? [] : [...state.touched];
      const choice =
        state.chosen === before.chosen ? [] : [...blocksOf(desk, before.chosen), ...blocksOf(desk, state.chosen)];
      if (touched.length + choice.length > 0) mounted.repaint([...touched, ...choice]);
    });
    return () => {
      unwatch();
      mounted.destroy();
      surface.current = null;
    };
  }, [desk]);

  useEffect(() => {
    for (const [name, ranges] of Object.entries(marked)) {
      surface.current?.mark(
        name,
        ranges.map(({ block, start, end }) => ({ block, offset: start, end })),
      );
    }
  }, [marked, desk]);

  const show = (next: { anchor: WordPlace; head: WordPlace }) => {
    cursor.current = next;
    const order = (place: WordPlace) => desk.order(place.block);
    const { anchor, head } = next;
    const back = order(head) < order(anchor) || (order(head) === order(anchor) && head.start < anchor.start);
    const [first, last] = back ? [head, anchor] : [anchor, head];
    select(surface.current, first, last, back);
    const rect = surface.current?.rectsOf({ block: head.block, offset: head.start, end: head.end })[0];
    if (rect && (rect.top < MARGIN || rect.bottom > window.innerHeight - MARGIN))
      window.scrollBy({ top: rect.top - window.innerHeight * 0.4, behavior: 'instant' });
    latest.current.onSelect({
      from: { block: first.block, offset: first.start },
      to: { block: last.block, offset: last.end },
      by: 'keys',
      one: anchor.block === head.block && anchor.start === head.start,
    });
  };

  const standing = (): WordPlace | null => {
    if (cursor.current) return cursor.current.head;
    const selection = document.getSelection();
    const node = selection?.focusNode ?? null;
    const block = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-block]');
    const offset =
      block && node && container.current?.contains(block) ? offsetIn(block, node, selection?.focusOffset ?? 0) : null;
    if (block && offset !== null && offset !== undefined)
      return wordAt(desk.blocks, block.dataset['block'] as string, offset);
    const top = surface.current?.placeAtTop(TOP) ?? null;
    const first = desk.blocks[0];
    return top ? wordAt(desk.blocks, top.block, top.offset) : first ? wordAt(desk.blocks, first.id, 0) : null;
  };

  const line = (from: WordPlace, by: 1 | -1): WordPlace => {
    const view = surface.current;
    const rect = view?.rectsOf({ block: from.block, offset: from.start, end: from.end })[0];
    const height = container.current ? Number.parseFloat(getComputedStyle(container.current).lineHeight) : 0;
    if (view && rect) {
      for (const lines of [1, 1.4, 1.8, 2.4]) {
        const place = view.placeAt(rect.left + rect.width / 2, rect.top + rect.height / 2 + by * lines * height);
        const word = place && wordAt(desk.blocks, place.block, place.offset);
        if (word && (word.block !== from.block || word.start !== from.start)) return word;
      }
    }
    return by === 1 ? moveByBlock(desk.blocks, from, 1) : moveByBlock(desk.blocks, from, -1);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const at = standing();
    if (!at) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      latest.current.onPress({ block: at.block, offset: at.start });
      return;
    }
    const head = moved(desk, event, at, line);
    if (head === null) return;
    event.preventDefault();
    const begun = cursor.current;
    if (event.shiftKey) {
      // The first press selects the word itself where nothing was stood at yet.
      show(begun ? { anchor: begun.anchor, head } : { anchor: at, head: at });
    } else show(begun ? { anchor: head, head } : { anchor: at, head: at });
  };

  useImperativeHandle(ref, () => ({
    reveal: async ({ block, start }, how) => surface.current?.reveal({ block, offset: start }, how),
    rectsOf: ({ block, start, end }) => surface.current?.rectsOf({ block, offset: start, end }) ?? [],
    placeAt: (x, y) => surface.current?.placeAt(x, y) ?? null,
    placeAtTop: (top) => surface.current?.placeAtTop(top) ?? null,
    standing,
    stand: (at) => {
      container.current?.focus({ preventScroll: true });
      const word = at && wordAt(desk.blocks, at.block, at.offset);
      cursor.current = null;
      if (word) collapse(surface.current, word.block, word.start);
    },
    letGo: () => {
      const now = cursor.current;
      cursor.current = null;
      if (now) collapse(surface.current, now.head.block, now.head.start);
      else document.getSelection()?.collapseToEnd();
    },
  }));

  return (
    // A text that is read and selected, never written: what a screen reader passes its keys on to.
    <div
      ref={container}
      className="article-text tagged-text"
      role="textbox"
      aria-multiline="true"
      aria-readonly="true"
      tabIndex={0}
      lang="ar"
      dir="rtl"
      aria-label={t('text')}
      aria-describedby="tagging-hint"
      onKeyDown={onKeyDown}
    />
  );
}

/** Room above and below the cursor's word (CSS pixels), for the head of the page and the bar at its foot. */
const MARGIN = 120;
const TOP = 72;

function moved(
  desk: Desk,
  { key, ctrlKey }: KeyboardEvent,
  at: WordPlace,
  line: (from: WordPlace, by: 1 | -1) => WordPlace,
): WordPlace | null {
  // Left is onward in a right-to-left text.
  if (key === 'ArrowLeft') return moveByWord(desk.blocks, at, 1);
  if (key === 'ArrowRight') return moveByWord(desk.blocks, at, -1);
  if (key === 'ArrowDown') return ctrlKey ? moveByBlock(desk.blocks, at, 1) : line(at, 1);
  if (key === 'ArrowUp') return ctrlKey ? moveByBlock(desk.blocks, at, -1) : line(at, -1);
  if (key === 'Home') return moveToEdge(desk.blocks, at, 'first', ctrlKey);
  if (key === 'End') return moveToEdge(desk.blocks, at, 'last', ctrlKey);
  return null;
}

const covers = (
  { anchor, head }: { anchor: WordPlace; head: WordPlace },
  first: { block: string; start: number },
  last: { block: string; end: number },
): boolean => {
  const holds = (place: WordPlace, from: boolean) =>
    from
      ? place.block === first.block && first.start <= place.start
      : place.block === last.block && place.end <= last.end;
  return (holds(anchor, true) && holds(head, false)) || (holds(head, true) && holds(anchor, false));
};

function pointIn(surface: Surface | null, block: string, offset: number): { node: Node; offset: number } | null {
  const element = surface?.blockElement(block);
  if (!element) return null;
  const atEnd = offset >= element.textContent.length;
  const range = atEnd ? liveRangeIn(element, offset - 1, offset) : liveRangeIn(element, offset, offset + 1);
  if (!range) return null;
  return atEnd
    ? { node: range.endContainer, offset: range.endOffset }
    : { node: range.startContainer, offset: range.startOffset };
}

function select(surface: Surface | null, first: WordPlace, last: WordPlace, back: boolean): void {
  const from = pointIn(surface, first.block, first.start);
  const to = pointIn(surface, last.block, last.end);
  if (!from || !to) return;
  const [anchor, focus] = back ? [to, from] : [from, to];
  document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
}

function collapse(surface: Surface | null, block: string, offset: number): void {
  const point = pointIn(surface, block, offset);
  if (point) document.getSelection()?.collapse(point.node, point.offset);
}
