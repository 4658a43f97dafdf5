/** What the reader is making and nothing keeps yet: the page is not loaded anew over it without a word. */

const held = new Set<symbol>();

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/**
 * Says that something is open which a reload would lose; call what it returns once that is kept or given up. While
 * anything is held the browser itself asks before the page is left.
 */
export function holdUnsaved(): () => void {
  const mine = Symbol('unsaved');
  if (held.size === 0) window.addEventListener('beforeunload', warn);
  held.add(mine);
  return () => {
    held.delete(mine);
    if (held.size === 0) window.removeEventListener('beforeunload', warn);
  };
}

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
