/**
 * Before the app is there: back to where the reader stopped, so that the first paint stands there and does not jump later.
 * It reads the same record as src/session and goes to the same line as the app will; what it cannot read it leaves to it.
 */

/** Where the first line that can be read stands, in CSS pixels below the window's upper edge (ArticleText has the same). */
const READING_TOP = 72;

/** Scrolls a page that came with its text, and notes in `data-still` how far, so that it is not taken for the reader's doing. */
export function goWhereLed(root: HTMLElement): void {
  // A place in the address is the app's to find.
  if (root.dataset['still'] === undefined || location.hash !== '') return;
  if (window.scrollY > 0 && root.dataset['still'] !== String(window.scrollY)) return;
  const [, id = ''] = /\/a\/([^/]+)\/(?:index\.html)?$/.exec(location.pathname) ?? [];
  try {
    const { block, offset } = JSON.parse(localStorage.getItem('isnad-reader') ?? '').state.places[id];
    const text = root.querySelector(`.article-text [data-block="${CSS.escape(block)}"]`)?.firstChild;
    if (!(text instanceof Text)) return;
    const letter = document.createRange();
    letter.setStart(text, Math.min(offset, text.length - 1));
    letter.setEnd(text, Math.min(offset + 1, text.length));
    const top = letter.getClientRects()[0]?.top ?? READING_TOP;
    // A face that comes later moves the lines, and a browser that scrolled after them would be taken for the reader.
    root.style.setProperty('overflow-anchor', 'none');
    window.scrollBy({ top: top - READING_TOP, behavior: 'instant' });
    root.dataset['still'] = String(window.scrollY);
  } catch {
    // Nothing was kept, or nothing that can be read: the page begins at its top.
  }
}
