import { type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Desk } from '../../core/annotation/desk.ts';
import { balanced } from '../../core/annotation/select.ts';
import type { TextRange } from '../../core/text/range.ts';
import { pulled } from './cursor.ts';
import styles from './tagging.module.css';
import type { TaggedHandle } from './TaggedText.tsx';

interface HandlesProps {
  /** Where the blocks are looked up. */
  readonly desk: Pick<Desk, 'block'>;
  /** The stretch whose edges can be pulled. */
  readonly range: TextRange;
  readonly text: RefObject<Pick<TaggedHandle, 'rectsOf' | 'placeAt'> | null>;
  /** What the stretch would be, while it is pulled; null once it is not. */
  readonly onPull: (range: TextRange | null) => void;
  readonly onMove: (span: { readonly start: number; readonly end: number }) => void;
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/**
 * Two grips at the edges of the chosen stretch, over the text and not of it. For pointers alone: the same is done by keys
 * and by buttons, which a keyboard and a screen reader reach.
 */
export function Handles({ desk, range, text, onPull, onMove }: HandlesProps) {
  const layer = useRef<HTMLDivElement>(null);
  const [spots, setSpots] = useState<{ readonly start: Spot; readonly end: Spot } | null>(null);
  const pull = useRef<{ edge: 'start' | 'end'; dx: number; dy: number; span: { start: number; end: number } } | null>(
    null,
  );
  const [pulling, setPulling] = useState<TextRange | null>(null);
  const shown = pulling ?? range;

  useLayoutEffect(() => {
    const element = layer.current;
    if (!element) return;
    const place = () => {
      const rects = text.current?.rectsOf(shown).filter(({ width }) => width > 0) ?? [];
      const [first, last] = [rects[0], rects.at(-1)];
      if (!first || !last) return setSpots(null);
      const home = element.getBoundingClientRect();
      // The text runs from the right: it begins at a line's right edge and ends at its left one.
      // Numbers and Latin words run the other way within a line: the line's outermost edges count.
      const onLine = (one: DOMRect) => rects.filter(({ top, bottom }) => top < one.bottom && one.top < bottom);
      const start = Math.max(...onLine(first).map(({ right }) => right));
      const end = Math.min(...onLine(last).map(({ left }) => left));
      setSpots({
        start: { x: start - home.left, y: first.top - home.top, height: first.height },
        end: { x: end - home.left, y: last.top - home.top, height: last.height },
      });
    };
    place();
    // Other widths, another typeface, sections laid out above: the letters lie elsewhere then.
    const watcher = new ResizeObserver(place);
    watcher.observe(element.parentElement ?? element);
    return () => watcher.disconnect();
  }, [shown, text]);

  const onDown = (edge: 'start' | 'end') => (event: PointerEvent<HTMLElement>) => {
    const spot = spots?.[edge];
    const home = layer.current?.getBoundingClientRect();
    if (!spot || !home || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    // The finger holds the grip, which hangs below the letters that are meant.
    pull.current = {
      edge,
      dx: home.left + spot.x - event.clientX,
      dy: home.top + spot.y + spot.height / 2 - event.clientY,
      span: { start: range.start, end: range.end },
    };
  };
  const onMovePointer = (event: PointerEvent) => {
    const now = pull.current;
    if (!now) return;
    // A letter's breadth inwards, so that the edge belongs to the word on its own side.
    const inward = now.edge === 'start' ? -2 : 2;
    const place = text.current?.placeAt(event.clientX + now.dx + inward, event.clientY + now.dy);
    if (!place || place.block !== range.block) return;
    const whole = desk.block(range.block)?.text ?? '';
    const span = balanced(whole, pulled(whole, range, now.edge, place.offset));
    now.span = span;
    const next = { block: range.block, ...span, words: whole.slice(span.start, span.end) };
    setPulling(next);
    onPull(next);
  };
  const onUp = (event: PointerEvent) => {
    const now = pull.current;
    pull.current = null;
    if (!now) return;
    setPulling(null);
    onPull(null);
    if (event.type === 'pointerup' && (now.span.start !== range.start || now.span.end !== range.end)) onMove(now.span);
  };
  return (
    <div ref={layer} className={styles['handles']} aria-hidden="true">
      {spots
        ? (['start', 'end'] as const).map((edge) => (
            <div
              key={edge}
              className={styles['handle']}
              data-edge={edge}
              style={{
                // Rectangles of the screen are physical, whatever the direction of the page.
                left: `${spots[edge].x}px`,
                top: `${spots[edge].y}px`,
                ['--line' as string]: `${spots[edge].height}px`,
              }}
              onPointerDown={onDown(edge)}
              onPointerMove={onMovePointer}
              onPointerUp={onUp}
              onPointerCancel={onUp}
            />
          ))
        : null}
    </div>
  );
}
