/** What the reader is making and nothing keeps yet: the page is not loaded anew over it without a word. */

/** Whoever holds something (session/hold). */
export const held = new Set<symbol>();

/**
 * Something that holds itself, or words in a box of the page that asks for more than a search. Boxes whose words are kept
 * as they are written stand within `data-kept`.
 */
export function somethingUnsaved(): boolean {
  if (held.size > 0) return true;
  const boxes = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'textarea, input:not([type]), input[type="text"]',
  );
  return [...boxes].some(
    (box) => !box.readOnly && !box.disabled && !box.closest('[data-kept]') && box.value.trim() !== '',
  );
}
