/**
 * The text as it stands in the browser.
 *
 * The whole text is in the page from the first moment, in sections of a few blocks: the browser's find, selection, copy,
 * print and screen readers need nothing else. Only the sections within a screen of the viewport carry annotations:
 * clickable words become spans there and their exact stretches are painted. So the work depends on what can be seen, not
 * on how long the text is (PERFORMANCE in the README tells what the other ways cost).
 *
 * No React here: the surface owns every node below its container, and whoever mounts it only gives it a model.
 */
import { createBrush, type Brush, canPaint } from './paint.ts';
import { clearSelection, extendByWord, type SelectedStretch, selectedStretches, watchSelection } from './selection.ts';
import { caretAt, liveRangeIn, offsetIn, piecesOf, staticRangeIn, type TextPiece } from './offsets.ts';

export interface SurfaceBlock {
  readonly id: string;
  /** The element that the block becomes. */
  readonly tag: 'h1' | 'h2' | 'p';
  /** Goes into `data-type`, for the style sheet. */
  readonly type: string;
  readonly text: string;
}

/** Clickable whole words. Offsets in the block's text as shown. */
export interface SurfaceLeaf {
  readonly start: number;
  readonly end: number;
  /** Goes into `data-kind`, for the style sheet. */
  readonly kind: string;
  /** Said by a screen reader after the words: what they are. */
  readonly description: string;
  /** Printed after the words as a raised number; null for most. */
  readonly note: string | null;
}

/** A stretch painted under a name of the style sheet's `::highlight()`. */
export interface SurfacePaint {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** A word that stands above whole words of the text, small: no part of the text itself. */
export interface SurfaceAbove {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface SurfaceModel<Leaf extends SurfaceLeaf = SurfaceLeaf> {
  readonly blocks: readonly SurfaceBlock[];
  /** In text order, not overlapping, beginning and ending at word edges. Asked when a section comes near the screen. */
  readonly leaves: (blockId: string) => readonly Leaf[];
  readonly paints: (blockId: string) => readonly SurfacePaint[];
  /** The painted names, lowest first. */
  readonly paintOrder: readonly string[];
  /** In text order, each within clickable words or beside them. Left out where there are none. */
  readonly above?: (blockId: string) => readonly SurfaceAbove[];
  /**
   * The whole words of a block that the keyboard can stand at besides the clickable ones, and what a screen reader says
   * after such a word. Left out where there are none.
   */
  readonly words?: {
    readonly of: (blockId: string) => readonly { readonly start: number; readonly end: number }[];
    readonly description: string;
  };
}

export interface SurfaceEvents<Leaf extends SurfaceLeaf = SurfaceLeaf> {
  /** Clickable words were chosen by mouse, touch or keyboard. */
  readonly onLeaf: (blockId: string, leaf: Leaf, element: HTMLElement) => void;
  /**
   * The text was clicked or tapped between clickable words, and nothing is selected; or Enter was pressed at a word that the
   * keyboard stands at.
   */
  readonly onText: (blockId: string, offset: number) => void;
  /** Words were selected, or are no more (an empty list): whole words, block by block. `byKeys`: with Shift and arrows. */
  readonly onSelect?: (stretches: readonly SelectedStretch[], byKeys: boolean) => void;
  /** Enter, while words are selected by keyboard. */
  readonly onAct?: () => void;
}

export interface SurfacePlace {
  readonly block: string;
  readonly offset: number;
}

export interface Surface<Leaf extends SurfaceLeaf = SurfaceLeaf> {
  /** Takes a new model for the same blocks: what is near the screen is annotated anew. */
  readonly update: (model: SurfaceModel<Leaf>) => void;
  /** Paints these stretches, and no others, under a name; wherever they lie. For the few that are chosen. */
  readonly mark: (name: string, stretches: readonly (SurfacePlace & { readonly end: number })[]) => void;
  /** Paints these blocks anew, from the model as it says now; what is away from the screen costs nothing. */
  readonly repaint: (blockIds: Iterable<string>) => void;
  /** Scrolls a stretch to `height` (0 to 1 of the viewport, a third by itself). Resolves when it has come to rest there. */
  readonly reveal: (
    place: SurfacePlace,
    options?: { readonly smooth?: boolean; readonly height?: number },
  ) => Promise<void>;
  /** The clickable words that cover this offset, annotated on the spot if they were away from the screen. */
  readonly leafAt: (place: SurfacePlace) => HTMLElement | null;
  /** Where a stretch lies in the viewport, one rectangle a line (CSS pixels). */
  readonly rectsOf: (place: SurfacePlace & { readonly end: number }) => DOMRect[];
  /** The first text position below `top` (CSS pixels from the viewport's upper edge). */
  readonly placeAtTop: (top: number) => SurfacePlace | null;
  /** The text position nearest to a point of the viewport (CSS pixels); null where the point is beside every block. */
  readonly placeAt: (x: number, y: number) => SurfacePlace | null;
  readonly blockElement: (blockId: string) => HTMLElement | null;
  readonly destroy: () => void;
}

export interface SurfaceOptions {
  /** Blocks in a section. 8 to 25 was measured to be best; single blocks make scrolling slow. */
  readonly blocksPerSection?: number;
  /** From how many code units on sections away from the screen are not laid out at all. */
  readonly longFrom?: number;
}

interface Section {
  readonly element: HTMLElement;
  readonly blocks: readonly SurfaceBlock[];
  near: boolean;
  /** Per block: its text nodes. Filled while the section is annotated. */
  pieces: Map<string, TextPiece[]> | null;
  painted: Map<string, StaticRange[]>;
}

const PER_SECTION = 8;
const LONG = 40_000;
/** A comfortable line of Arabic news type, for guessing the height of text that was never laid out. */
const LETTERS_IN_A_LINE = 62;

/** The blocks as they are put into sections. */
export function sectionsOf(blocks: readonly SurfaceBlock[], inOne = PER_SECTION): readonly (readonly SurfaceBlock[])[] {
  const sections: (readonly SurfaceBlock[])[] = [];
  for (let i = 0; i < blocks.length; i += inOne) sections.push(blocks.slice(i, i + inOne));
  return sections;
}

export function mountSurface<Leaf extends SurfaceLeaf>(
  container: HTMLElement,
  first: SurfaceModel<Leaf>,
  events: SurfaceEvents<Leaf>,
  { blocksPerSection = PER_SECTION, longFrom = LONG }: SurfaceOptions = {},
): Surface<Leaf> {
  let model = first;
  const leafOfElement = new WeakMap<Element, { blockId: string; leaf: Leaf }>();
  const sections: Section[] = [];
  const sectionOf = new Map<string, Section>();
  const elementOf = new Map<string, HTMLElement>();
  const sectionOfElement = new Map<Element, Section>();
  const brushes = new Map<string, Brush>();
  let marks = new Map<string, readonly (SurfacePlace & { end: number })[]>();
  let roving: { blockId: string; start: number } | null = null;
  /** The plain word that the keyboard stands at: the one that has an element, and only for as long as it does. */
  let cursor: { readonly blockId: string; readonly start: number; readonly end: number; span: HTMLElement } | null =
    null;
  let wishes = 0;

  const brush = (name: string): Brush => {
    const found = brushes.get(name);
    if (found) return found;
    const place = model.paintOrder.indexOf(name);
    const made = createBrush(name, place < 0 ? 100 + brushes.size : place);
    brushes.set(name, made);
    return made;
  };

  build();
  // The document is named as root, for in a page that stands inside another one the margin would count for nothing.
  const watcher = new IntersectionObserver(onMove, { root: document, rootMargin: '100% 0px' });
  // What is on the screen now is annotated now, not a frame later: the first paint is the finished page.
  const height = window.innerHeight;
  for (const section of sections) {
    const top = section.element.getBoundingClientRect().top;
    if (top > height * 2) break;
    enter(section);
  }
  standSomewhere();
  for (const section of sections) watcher.observe(section.element);
  container.addEventListener('pointerdown', onPress);
  container.addEventListener('click', onClick);
  container.addEventListener('keydown', onKey);
  container.addEventListener('focusin', onFocusIn);
  let byKeys = false;
  let selected = false;
  const unwatch = watchSelection(container, () => {
    const stretches = selectedStretches(container);
    if (stretches.length === 0) byKeys = false;
    // What was never there need not be said to be gone.
    if (selected || stretches.length > 0) events.onSelect?.(stretches, byKeys);
    selected = stretches.length > 0;
  });
  window.addEventListener('beforeprint', onBeforePrint);
  window.addEventListener('afterprint', onAfterPrint);

  function build(): void {
    const total = model.blocks.reduce((sum, block) => sum + block.text.length, 0);
    const page = document.createDocumentFragment();
    for (const blocks of sectionsOf(model.blocks, blocksPerSection)) {
      const element = document.createElement('div');
      element.className = 'text-section';
      if (total > longFrom) {
        const lines = blocks.reduce((sum, block) => sum + Math.ceil(block.text.length / LETTERS_IN_A_LINE) + 0.6, 0);
        element.dataset['long'] = '';
        element.style.setProperty('contain-intrinsic-block-size', `auto ${lines.toFixed(1)}lh`);
      }
      const section: Section = { element, blocks, near: false, pieces: null, painted: new Map() };
      for (const block of blocks) {
        const child = document.createElement(block.tag);
        child.dataset['block'] = block.id;
        child.dataset['type'] = block.type;
        child.textContent = block.text;
        element.append(child);
        elementOf.set(block.id, child);
        sectionOf.set(block.id, section);
      }
      sections.push(section);
      sectionOfElement.set(element, section);
      page.append(element);
    }
    container.replaceChildren(page);
  }

  /** Where no clickable word is the Tab stop, the first word of the text is. */
  function standSomewhere(): void {
    const first = roving === null && model.words ? model.blocks.find(({ id }) => model.words?.of(id)[0]) : undefined;
    const word = first && model.words?.of(first.id)[0];
    if (word) stand(first.id, word);
  }

  /** The element at a plain word, made on the spot, or the clickable words that hold it. */
  function stand(blockId: string, word: { readonly start: number; readonly end: number }): HTMLElement | null {
    const section = sectionOf.get(blockId);
    if (!section) return null;
    if (section.pieces === null) annotate(section);
    const there = leafIn(elementOf.get(blockId), word.start) ?? leafIn(elementOf.get(blockId), word.end - 1);
    if (there) return there;
    const made = wrap(blockId, word);
    paint(section);
    return made;
  }

  function onMove(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const section = sectionOfElement.get(entry.target);
      if (!section) continue;
      if (entry.isIntersecting) enter(section);
      else leave(section);
    }
  }

  function enter(section: Section): void {
    section.near = true;
    if (section.pieces === null) annotate(section);
  }

  /** Away from the screen only the text stays, unless somebody's focus, selection or place among the words is in it. */
  function leave(section: Section): void {
    section.near = false;
    if (section.pieces === null || isHeld(section)) return;
    unpaint(section);
    for (const block of section.blocks) {
      const element = elementOf.get(block.id);
      // Asked by element, not by number of nodes: a block of one clickable word is one span.
      if (element?.firstElementChild) element.textContent = block.text;
    }
    section.pieces = null;
  }

  function isHeld(section: Section): boolean {
    if (section.element.contains(document.activeElement)) return true;
    if (roving !== null && sectionOf.get(roving.blockId) === section) return true;
    const selection = document.getSelection();
    return selection !== null && !selection.isCollapsed && selection.containsNode(section.element, true);
  }

  function annotate(section: Section): void {
    section.pieces = new Map();
    for (const block of section.blocks) {
      const pieces = annotateBlock(block);
      section.pieces.set(block.id, putAbove(block) ?? pieces);
    }
    const lost = cursor;
    if (lost && !lost.span.isConnected && sectionOf.get(lost.blockId) === section) {
      cursor = null;
      if (model.words) wrap(lost.blockId, lost);
    }
    paint(section);
  }

  /** Gives words that have something above them an element each; the text's pieces then, or null where there are none. */
  function putAbove({ id }: SurfaceBlock): TextPiece[] | null {
    const words = model.above?.(id) ?? [];
    const element = elementOf.get(id);
    if (words.length === 0 || !element) return null;
    // From the end on: the nodes before a word are not cut by it.
    const pieces = piecesOf(element);
    for (const { start, end, text } of [...words].reverse()) {
      const at = pieces.findLast((piece) => piece.start <= start);
      if (!at || end > at.start + at.node.length) continue;
      const range = document.createRange();
      range.setStart(at.node, start - at.start);
      range.setEnd(at.node, end - at.start);
      const span = document.createElement('span');
      span.className = 'above';
      span.dataset['above'] = text;
      range.surroundContents(span);
    }
    return piecesOf(element);
  }

  /** Gives a plain word an element to be focused, the only one of its kind; the one before becomes plain text again. */
  function wrap(blockId: string, { start, end }: { readonly start: number; readonly end: number }): HTMLElement | null {
    const element = elementOf.get(blockId);
    const section = sectionOf.get(blockId);
    const range = element && liveRangeIn(element, start, end);
    if (!range || !section || range.startContainer !== range.endContainer) return null;
    const span = document.createElement('span');
    span.className = 'leaf';
    span.dataset['kind'] = 'word';
    span.setAttribute('role', 'button');
    span.setAttribute('aria-description', model.words?.description ?? '');
    span.setAttribute('aria-haspopup', 'dialog');
    span.tabIndex = -1;
    range.surroundContents(span);
    // The nodes were cut: what is painted is painted anew.
    section.pieces?.set(blockId, piecesOf(element));
    const before = cursor;
    cursor = { blockId, start, end, span };
    if (before) unwrap(before);
    if (roving === null) roving = { blockId, start };
    if (roving.blockId === blockId && roving.start === start) span.tabIndex = 0;
    return span;
  }

  /** The text nodes stay as they are: what is painted and selected holds. */
  function unwrap({ span }: { readonly span: HTMLElement }): void {
    span.replaceWith(...span.childNodes);
  }

  function annotateBlock(block: SurfaceBlock): TextPiece[] {
    const element = elementOf.get(block.id) as HTMLElement;
    const leaves = model.leaves(block.id);
    const pieces: TextPiece[] = [];
    if (leaves.length === 0) {
      // A text node that is there already is kept: replacing it would drop a selection for nothing.
      if (element.childNodes.length !== 1 || element.firstChild?.nodeType !== Node.TEXT_NODE)
        element.textContent = block.text;
      const node = element.firstChild as Text | null;
      return node ? [{ node, start: 0, end: node.length }] : [];
    }
    const line = document.createDocumentFragment();
    let at = 0;
    const plain = (end: number) => {
      if (end <= at) return;
      const node = document.createTextNode(block.text.slice(at, end));
      pieces.push({ node, start: at, end });
      line.append(node);
      at = end;
    };
    for (const leaf of leaves) {
      plain(leaf.start);
      const span = document.createElement('span');
      const node = document.createTextNode(block.text.slice(leaf.start, leaf.end));
      span.className = 'leaf';
      span.dataset['kind'] = leaf.kind;
      span.setAttribute('role', 'button');
      span.setAttribute('aria-description', leaf.description);
      span.setAttribute('aria-haspopup', 'dialog');
      span.tabIndex = -1;
      if (leaf.note !== null) span.dataset['note'] = leaf.note;
      span.append(node);
      leafOfElement.set(span, { blockId: block.id, leaf });
      pieces.push({ node, start: leaf.start, end: leaf.end });
      line.append(span);
      at = leaf.end;
      // One stop for the Tab key in the whole text; arrows walk on from there.
      if (roving === null) roving = { blockId: block.id, start: leaf.start };
      if (roving.blockId === block.id && roving.start === leaf.start) span.tabIndex = 0;
    }
    plain(block.text.length);
    element.replaceChildren(line);
    return pieces;
  }

  function paint(section: Section): void {
    if (section.pieces === null) return;
    unpaint(section);
    const ranges = new Map<string, StaticRange[]>();
    const add = (name: string, blockId: string, start: number, end: number) => {
      const pieces = section.pieces?.get(blockId);
      const range = pieces && staticRangeIn(pieces, start, end);
      if (!range) return;
      const list = ranges.get(name);
      if (list) list.push(range);
      else ranges.set(name, [range]);
    };
    for (const block of section.blocks) {
      for (const { name, start, end } of model.paints(block.id)) add(name, block.id, start, end);
    }
    for (const [name, stretches] of marks) {
      for (const { block, offset, end } of stretches)
        if (sectionOf.get(block) === section) add(name, block, offset, end);
    }
    section.painted = ranges;
    for (const [name, list] of ranges) brush(name).add(list);
    if (!canPaint()) paintWords(section);
  }

  function unpaint(section: Section): void {
    for (const [name, list] of section.painted) brush(name).remove(list);
    section.painted = new Map();
  }

  /** Where the browser cannot paint ranges: the clickable words themselves take the background. */
  function paintWords(section: Section): void {
    for (const block of section.blocks) {
      const painted = [
        ...model.paints(block.id),
        ...[...marks].flatMap(([name, stretches]) =>
          stretches
            .filter((stretch) => stretch.block === block.id)
            .map(({ offset, end }) => ({ name, start: offset, end })),
        ),
      ];
      for (const span of elementOf.get(block.id)?.querySelectorAll<HTMLElement>('.leaf') ?? []) {
        const leaf = leafOfElement.get(span)?.leaf;
        if (!leaf) continue;
        span.dataset['paint'] = painted
          .filter(({ start, end }) => start < leaf.end && leaf.start < end)
          .map(({ name }) => name)
          .join(' ');
      }
    }
  }

  /**
   * A selection that begins in a focusable element is kept inside of it by Chromium: while the mouse is pressed on a
   * clickable word, that word is none. The click at the end focuses it all the same.
   */
  function onPress({ pointerType, target }: PointerEvent): void {
    const word = pointerType === 'mouse' && target instanceof Element ? target.closest<HTMLElement>('.leaf') : null;
    const found = word && stretchOf(word);
    if (!found) return;
    word.removeAttribute('tabindex');
    const restore = () => {
      window.removeEventListener('pointerup', restore, true);
      window.removeEventListener('pointercancel', restore, true);
      word.tabIndex = roving?.blockId === found.blockId && roving.start === found.start ? 0 : -1;
    };
    window.addEventListener('pointerup', restore, true);
    window.addEventListener('pointercancel', restore, true);
  }

  function onClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target.closest('.leaf') : null;
    const found = target && leafOfElement.get(target);
    const selection = document.getSelection();
    const selecting = selection !== null && !selection.isCollapsed && container.contains(selection.anchorNode);
    // By keyboard: a finger's or a mouse's click means the letter that it meets.
    if (cursor && target === cursor.span && event.detail === 0) return events.onText(cursor.blockId, cursor.start);
    if (found) {
      // Dragging a selection over a clickable word is not a click on it.
      if (selecting && event.detail > 0) return;
      (target as HTMLElement).focus({ preventScroll: true });
      events.onLeaf(found.blockId, found.leaf, target as HTMLElement);
      return;
    }
    if (selecting) return;
    const here = textAt(event.clientX, event.clientY);
    if (here && hits(here.element, here.offset, event)) events.onText(here.block, here.offset);
  }

  /** The text position nearest to a point of the viewport, or null where the point is beside every block. */
  function textAt(x: number, y: number): (SurfacePlace & { readonly element: HTMLElement }) | null {
    const caret = caretAt(x, y);
    const element = (caret?.node instanceof Element ? caret.node : caret?.node.parentElement)?.closest<HTMLElement>(
      '[data-block]',
    );
    if (!caret || !element || !container.contains(element)) return null;
    const offset = offsetIn(element, caret.node, caret.offset);
    return offset === null ? null : { block: element.dataset['block'] as string, offset, element };
  }

  /** A caret is found for clicks beside a line too; only a click on the letters themselves counts. */
  function hits(element: HTMLElement, offset: number, event: MouseEvent): boolean {
    const near = liveRangeIn(element, Math.max(0, offset - 1), Math.min(element.textContent.length, offset + 1));
    const slack = 6;
    return [...(near?.getClientRects() ?? [])].some(
      (rect) =>
        event.clientX >= rect.left - slack &&
        event.clientX <= rect.right + slack &&
        event.clientY >= rect.top - slack &&
        event.clientY <= rect.bottom + slack,
    );
  }

  function onKey(event: KeyboardEvent): void {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('.leaf') : null;
    if (event.shiftKey && target && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      // With Shift the words are selected, from the one that has the focus; with Alt as well its other end moves.
      event.preventDefault();
      byKeys = true;
      extendByWord(container, target, event.key === 'ArrowLeft', event.altKey ? 'anchor' : 'focus');
      return;
    }
    if (byKeys && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      clearSelection();
      return;
    }
    if (byKeys && event.key === 'Enter' && events.onAct) {
      event.preventDefault();
      events.onAct();
      return;
    }
    if (target && byWord(event)) {
      const next = model.words && wordBeside(target, event.key === 'ArrowLeft' ? 1 : -1);
      if (next) {
        event.preventDefault();
        next.focus();
        next.scrollIntoView({ block: 'nearest' });
      }
      return;
    }
    if (!target || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      const next = step === 'first' || step === 'last' ? edge(step) : neighbour(target, step);
      if (next) {
        event.preventDefault();
        next.focus();
        next.scrollIntoView({ block: 'nearest' });
      }
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      target.click();
    }
  }

  function onFocusIn(event: FocusEvent): void {
    if (cursor && event.target === cursor.span) return moveRoving(cursor.span, cursor.blockId, cursor.start);
    const found = event.target instanceof Element ? leafOfElement.get(event.target) : undefined;
    if (found && cursor) {
      unwrap(cursor);
      cursor = null;
    }
    if (found) moveRoving(event.target as HTMLElement, found.blockId, found.leaf.start);
  }

  function moveRoving(element: HTMLElement, blockId: string, start: number): void {
    const before = roving && sectionOf.get(roving.blockId);
    container.querySelector<HTMLElement>('.leaf[tabindex="0"]')?.setAttribute('tabindex', '-1');
    roving = { blockId, start };
    element.tabIndex = 0;
    // The section that was kept for the Tab stop alone may now let its annotations go.
    if (before && !before.near) leave(before);
  }

  /** Where an element of ours stands, clickable words or the word of the keyboard. */
  function stretchOf(element: Element): { blockId: string; start: number; end: number } | null {
    if (cursor?.span === element) return cursor;
    const found = leafOfElement.get(element);
    return found ? { blockId: found.blockId, start: found.leaf.start, end: found.leaf.end } : null;
  }

  function wordBeside(from: HTMLElement, step: 1 | -1): HTMLElement | null {
    const here = stretchOf(from);
    if (!here || !model.words) return null;
    const at = model.blocks.findIndex(({ id }) => id === here.blockId);
    for (let i = at; i >= 0 && i < model.blocks.length; i += step) {
      const { id } = model.blocks[i] as SurfaceBlock;
      const words = model.words.of(id);
      const next =
        step === 1
          ? words.find(({ start }) => i !== at || start >= here.end)
          : words.findLast(({ end }) => i !== at || end <= here.start);
      if (next) return stand(id, next);
    }
    return null;
  }

  function neighbour(from: HTMLElement, step: 1 | -1): HTMLElement | null {
    const found = stretchOf(from);
    if (!found) return null;
    const here = model.blocks.findIndex((block) => block.id === found.blockId);
    for (let i = here; i >= 0 && i < model.blocks.length; i += step) {
      const block = model.blocks[i] as SurfaceBlock;
      const section = sectionOf.get(block.id) as Section;
      // Looking at the model first spares annotating sections without a clickable word.
      if (model.leaves(block.id).length === 0) continue;
      if (section.pieces === null) annotate(section);
      const leaves = [...(elementOf.get(block.id) as HTMLElement).querySelectorAll<HTMLElement>('.leaf')];
      const next =
        i === here ? leaves[leaves.indexOf(from) + step] : step === 1 ? leaves[0] : leaves[leaves.length - 1];
      if (next) return next;
    }
    return null;
  }

  function edge(which: 'first' | 'last'): HTMLElement | null {
    const blocks = which === 'first' ? model.blocks : [...model.blocks].reverse();
    const block = blocks.find((candidate) => model.leaves(candidate.id).length > 0);
    if (!block) return null;
    const section = sectionOf.get(block.id) as Section;
    if (section.pieces === null) annotate(section);
    const leaves = (elementOf.get(block.id) as HTMLElement).querySelectorAll<HTMLElement>('.leaf');
    return leaves[which === 'first' ? 0 : leaves.length - 1] ?? null;
  }

  function leafIn(element: HTMLElement | undefined, offset: number): HTMLElement | null {
    for (const span of element?.querySelectorAll<HTMLElement>('.leaf') ?? []) {
      const leaf = stretchOf(span);
      if (leaf && leaf.start <= offset && offset < leaf.end) return span;
    }
    return null;
  }

  function onBeforePrint(): void {
    for (const section of sections) if (section.pieces === null) annotate(section);
  }

  function onAfterPrint(): void {
    for (const section of sections) if (!section.near) leave(section);
  }

  async function reveal({ block, offset }: SurfacePlace, { smooth = false, height: at = 0.32 } = {}): Promise<void> {
    const section = sectionOf.get(block);
    const element = elementOf.get(block);
    if (!section || !element) return;
    enter(section);
    // Only the latest wish scrolls: two at once would pull the page to and fro.
    const wish = ++wishes;
    // Sections that were never laid out have a guessed height: after the first jump the true one is known, so look again.
    for (let attempt = 0; attempt < 4; attempt++) {
      const rect = liveRangeIn(element, offset, Math.min(offset + 1, element.textContent.length))?.getClientRects()[0];
      const target = (rect ?? element.getBoundingClientRect()).top - window.innerHeight * at;
      if (attempt > 0 && Math.abs(target) < 2) return;
      const before = window.scrollY;
      window.scrollBy({
        top: target,
        behavior: smooth && attempt === 0 && Math.abs(target) < window.innerHeight * 4 ? 'smooth' : 'instant',
      });
      if (smooth && attempt === 0) await scrollRest();
      await nextFrame();
      if (wish !== wishes || (attempt > 0 && window.scrollY === before)) return;
    }
  }

  function placeAtTop(top: number): SurfacePlace | null {
    const box = container.getBoundingClientRect();
    for (let y = top + 4; y < window.innerHeight; y += 24) {
      const here = textAt(box.right - 24, y);
      // Firefox finds the end of a block for a point in the gap below it: nothing of that block is still to be read.
      if (here && here.offset < here.element.textContent.length) return { block: here.block, offset: here.offset };
    }
    return null;
  }

  return {
    update: (next) => {
      model = next;
      for (const section of sections) {
        if (section.pieces === null) continue;
        const held = section.element.contains(document.activeElement)
          ? stretchOf(document.activeElement as Element)
          : null;
        unpaint(section);
        annotate(section);
        if (held) leafIn(elementOf.get(held.blockId), held.start)?.focus({ preventScroll: true });
      }
      if (roving !== null && !container.querySelector('.leaf[tabindex="0"]')) {
        const first = container.querySelector<HTMLElement>('.leaf');
        roving = first && stretchOf(first);
        if (first) first.tabIndex = 0;
        else standSomewhere();
      }
    },
    mark: (name, stretches) => {
      const before = marks.get(name) ?? [];
      marks = new Map(marks).set(name, stretches);
      const touched = new Set([...before, ...stretches].map(({ block }) => sectionOf.get(block)));
      for (const section of touched) if (section) paint(section);
    },
    repaint: (blockIds) => {
      for (const section of new Set([...blockIds].map((id) => sectionOf.get(id)))) if (section) paint(section);
    },
    reveal,
    leafAt: ({ block, offset }) => {
      const section = sectionOf.get(block);
      if (!section) return null;
      if (section.pieces === null) annotate(section);
      return leafIn(elementOf.get(block), offset);
    },
    rectsOf: ({ block, offset, end }) => {
      const element = elementOf.get(block);
      const range = element && liveRangeIn(element, offset, end);
      return range ? [...range.getClientRects()] : [];
    },
    placeAtTop,
    placeAt: (x, y) => {
      const here = textAt(x, y);
      return here && { block: here.block, offset: here.offset };
    },
    blockElement: (id) => elementOf.get(id) ?? null,
    destroy: () => {
      watcher.disconnect();
      container.removeEventListener('pointerdown', onPress);
      container.removeEventListener('click', onClick);
      container.removeEventListener('keydown', onKey);
      container.removeEventListener('focusin', onFocusIn);
      unwatch();
      window.removeEventListener('beforeprint', onBeforePrint);
      window.removeEventListener('afterprint', onAfterPrint);
      for (const section of sections) unpaint(section);
      container.replaceChildren();
    },
  };
}

/** Word by word: with Control, or with Option where Control and an arrow belong to the system. */
const byWord = ({ key, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  (key === 'ArrowLeft' || key === 'ArrowRight') &&
  !metaKey &&
  !shiftKey &&
  (ctrlKey ? !altKey : altKey && navigator.platform.startsWith('Mac'));

/** Left is onward in a right-to-left text: the arrows go where the eye goes. */
const STEPS: Readonly<Record<string, 1 | -1 | 'first' | 'last'>> = {
  ArrowLeft: 1,
  ArrowRight: -1,
  Home: 'first',
  End: 'last',
};

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** Resolves when scrolling has ended: the event where it exists, or two quiet frames. */
async function scrollRest(): Promise<void> {
  let last = window.scrollY;
  for (let quiet = 0, frames = 0; quiet < 4 && frames < 120; frames++) {
    await nextFrame();
    quiet = window.scrollY === last ? quiet + 1 : 0;
    last = window.scrollY;
  }
}
