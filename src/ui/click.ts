import type { MouseEvent } from 'react';

/** A link's own click answered within the page; a click that means another tab or window is left to the browser. */
export const inPage = (go: () => void) => (event: MouseEvent) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
  event.preventDefault();
  go();
};
