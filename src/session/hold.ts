/** Holding the page while something of it is kept nowhere. Apart from session/unsaved: only who makes something needs it. */
import { held } from './unsaved.ts';

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
