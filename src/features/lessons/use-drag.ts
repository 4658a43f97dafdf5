import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** An item on its way: where it stood, and where it would stand if it were let go now. */
interface Drag {
  readonly from: number;
  readonly to: number;
}

/** So near the window's upper or lower edge (CSS pixels) the page follows the finger, and by so much a frame. */
const EDGE = 90;
const STEP = 9;

/**
 * Dragging the items of a list to another place, by mouse, pen or finger. Nothing changes before the item is let go; Escape,
 * or the system taking the pointer away, leaves all as it was. Keyboards need another way.
 */
export function useDrag(list: RefObject<HTMLElement | null>, onDrop: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const end = useRef<(() => void) | null>(null);
  useEffect(() => () => end.current?.(), []);

  const begin = (from: number, event: PointerEvent<HTMLElement>) => {
    const items = list.current?.children;
    if (!items || end.current || event.button !== 0 || !event.isPrimary) return;
    // No text is selected on the way, and the page does not scroll under the finger (the grip's `touch-action`).
    event.preventDefault();
    const { pointerId } = event;
    const grip: HTMLElement = event.currentTarget;
    const listener = new AbortController();
    const { signal } = listener;
    let y = event.clientY;
    let now: Drag = { from, to: from };
    setDrag(now);
    grip.setPointerCapture(pointerId);

    const look = () => {
      const to = [...items].filter((item, index) => {
        const { top, bottom } = item.getBoundingClientRect();
        return index !== from && (top + bottom) / 2 < y;
      }).length;
      if (to === now.to) return;
      now = { from, to };
      setDrag(now);
    };
    const follow = () => {
      const by = y < EDGE ? -STEP : y > window.innerHeight - EDGE ? STEP : 0;
      if (by !== 0) {
        window.scrollBy({ top: by, behavior: 'instant' });
        look();
      }
      frame = requestAnimationFrame(follow);
    };
    let frame = requestAnimationFrame(follow);
    const stop = () => {
      end.current = null;
      cancelAnimationFrame(frame);
      listener.abort();
      setDrag(null);
    };
    end.current = stop;
    grip.addEventListener(
      'pointermove',
      (moved) => {
        y = moved.clientY;
        look();
      },
      { signal },
    );
    grip.addEventListener(
      'pointerup',
      () => {
        stop();
        if (now.to !== from) onDrop(from, now.to);
      },
      { signal },
    );
    grip.addEventListener('lostpointercapture', stop, { signal });
    window.addEventListener(
      'keydown',
      (pressed) => {
        if (pressed.key !== 'Escape') return;
        pressed.stopPropagation();
        stop();
      },
      { signal, capture: true },
    );
  };
  return {
    begin,
    /** How an item stands to the one that is dragged: it is that one, or that one would go before or behind it. */
    stateOf: (index: number): 'dragged' | 'before' | 'behind' | undefined => {
      if (!drag) return undefined;
      if (index === drag.from) return 'dragged';
      if (drag.to === drag.from) return undefined;
      if (drag.to < drag.from) return index === drag.to ? 'before' : undefined;
      return index === drag.to ? 'behind' : undefined;
    },
  };
}
