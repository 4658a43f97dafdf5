/** Brings what has just grown into view, once it has: in a card, the last lines of it. */
export function bring(element: Element | null): void {
  requestAnimationFrame(() => element?.scrollIntoView({ block: 'nearest' }));
}
