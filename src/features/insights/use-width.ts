import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The inner width of an element in CSS pixels, followed as it changes; `first` until it is known. Plots are drawn for it, so that their letters keep their size. */
export function useWidth<Part extends HTMLElement>(first: number): [RefObject<Part | null>, number] {
  const part = useRef<Part>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const element = part.current;
    if (!element) return;
    const measure = () => {
      // Nothing is drawn for a hidden panel: it keeps the width it had.
      if (element.clientWidth > 0) setWidth(element.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [part, width];
}
