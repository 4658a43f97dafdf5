import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../ui/fonts/fonts.css';
import '../ui/tokens.css';
import '../features/reading/text.css';
import { widenToWords } from '../core/text/words.ts';
import { liveRangeIn } from './offsets.ts';
import {
  mountSurface,
  type Surface,
  type SurfaceBlock,
  type SurfaceEvents,
  type SurfaceLeaf,
  type SurfaceModel,
} from './surface.ts';

const NAMES = /شمخاني|دمشق|أحمد/g;
const PAINT = 'isnad-person';

const paragraph = (id: string, text: string): SurfaceBlock => ({ id, tag: 'p', type: 'paragraph', text });

/** Whatever is called `NAMES` is clickable as a whole word and painted as the name alone. */
function modelOf(blocks: readonly SurfaceBlock[], names = NAMES): SurfaceModel {
  const found = (id: string) => {
    const text = blocks.find((block) => block.id === id)?.text ?? '';
    return [...text.matchAll(names)].map(({ index, 0: name }) => ({
      text,
      exact: { start: index, end: index + name.length },
    }));
  };
  return {
    blocks,
    leaves: (id) =>
      found(id).map(
        ({ text, exact }): SurfaceLeaf => ({
          ...widenToWords(text, exact),
          kind: 'entity',
          description: 'شخص',
          note: null,
        }),
      ),
    paints: (id) => found(id).map(({ exact }) => ({ ...exact, name: PAINT })),
    paintOrder: ['isnad-content', PAINT, 'isnad-here'],
  };
}

const short = [
  { id: 'h1', tag: 'h1', type: 'headline', text: 'شمخاني يصل إلى دمشق' },
  paragraph('p1', 'قال الوزير إنّ الهدنة خطوة مهمة.'),
  paragraph('p2', 'وشمخاني غادر بعد لقاء أحمد في القصر.'),
  paragraph('p3', 'دمشق'),
] as const satisfies readonly SurfaceBlock[];

const sentence = 'قال المتحدث باسم الوزارة إنّ المحادثات مستمرة وإنّ الوفد سيعود إلى العاصمة قريبًا. ';
/** Long enough for sections that are not laid out away from the screen. A name in every fifth block, `p0` the first. */
const long = Array.from({ length: 400 }, (_, index) =>
  paragraph(`p${index}`, sentence.repeat(3) + (index % 5 === 0 ? `وقد وصل شمخاني رقم ${index}.` : `رقم ${index}.`)),
);

const events = { onLeaf: vi.fn<SurfaceEvents['onLeaf']>(), onText: vi.fn<SurfaceEvents['onText']>() };
let container: HTMLElement;
let surfaces: Surface[] = [];

function mount(
  blocks: readonly SurfaceBlock[],
  {
    model = modelOf(blocks),
    into = container,
    ...options
  }: { model?: SurfaceModel; into?: HTMLElement; blocksPerSection?: number } = {},
): Surface {
  const surface = mountSurface(into, model, events, options);
  surfaces.push(surface);
  return surface;
}

function createContainer(): HTMLElement {
  const element = document.createElement('article');
  element.className = 'article-text';
  element.dir = 'rtl';
  element.lang = 'ar';
  element.style.fontFamily = "'Isnad Naskh'";
  element.style.fontSize = '20px';
  document.body.append(element);
  return element;
}

const leaves = (within: Element = container) => [...within.querySelectorAll<HTMLElement>('.leaf')];
const sectionsOf = (within: Element = container) => [...within.querySelectorAll<HTMLElement>('.text-section')];
const stops = () => leaves().filter((leaf) => leaf.tabIndex === 0);
const textOf = (blocks: readonly SurfaceBlock[]) => blocks.map(({ text }) => text).join('');
const focused = () => document.activeElement?.textContent;
const focusedBlock = () => document.activeElement?.closest<HTMLElement>('[data-block]')?.dataset['block'];
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** The words that a highlight paints, of those inside an element. */
function painted(name: string, within: Element = container): string[] {
  return [...(CSS.highlights.get(name) ?? [])]
    .filter(({ startContainer }) => within.contains(startContainer))
    .map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.toString();
    });
}

/** A real click in the middle of the letter at an offset of a block. */
async function clickAt(surface: Surface, block: string, offset: number) {
  const element = surface.blockElement(block) as HTMLElement;
  const letter = liveRangeIn(element, offset, offset + 1)?.getBoundingClientRect() as DOMRect;
  const box = element.getBoundingClientRect();
  await userEvent.click(element, {
    position: { x: letter.left + letter.width / 2 - box.left, y: letter.top + letter.height / 2 - box.top },
  });
}

beforeEach(async () => {
  await page.viewport(800, 600);
  container = createContainer();
  events.onLeaf.mockClear();
  events.onText.mockClear();
});

afterEach(() => {
  for (const surface of surfaces) surface.destroy();
  surfaces = [];
  document.getSelection()?.removeAllRanges();
  document.body.replaceChildren();
  window.scrollTo(0, 0);
});

describe('the text', () => {
  test('stands in the page whole, block by block', () => {
    mount(short);
    expect([...container.querySelectorAll('[data-block]')].map((block) => [block.tagName, block.textContent])).toEqual(
      short.map(({ tag, text }) => [tag.toUpperCase(), text]),
    );
    expect(leaves().map((leaf) => leaf.textContent)).toEqual(['شمخاني', 'دمشق', 'وشمخاني', 'أحمد', 'دمشق']);
    expect(painted(PAINT)).toEqual(['شمخاني', 'دمشق', 'شمخاني', 'أحمد', 'دمشق']);
  });

  test('takes the place of what was there', () => {
    container.textContent = 'تُفتح المكتبة…';
    mount(short);
    expect(container.textContent).toBe(textOf(short));
  });

  test('stays whole whatever is done to it', async () => {
    const whole = textOf(long);
    const surface = mount(long);
    const holds = (doing: string) => expect(container.textContent === whole, `when ${doing}`).toBe(true);
    holds('mounted');
    for (const y of [2000, 20_000, 5000, 0, 60_000]) {
      window.scrollTo(0, y);
      await frame();
      holds(`scrolled to ${y}`);
    }
    surface.mark('isnad-here', [{ block: 'p399', offset: 0, end: 3 }]);
    surface.leafAt({ block: 'p200', offset: long[200]?.text.indexOf('شمخاني') ?? 0 })?.focus();
    holds('focused');
    await userEvent.keyboard('{ArrowLeft}{End}{Home}');
    holds('walked through');
    window.dispatchEvent(new Event('beforeprint'));
    holds('printed');
    window.dispatchEvent(new Event('afterprint'));
    surface.update(modelOf(long, /المتحدث/g));
    holds('updated');
    await surface.reveal({ block: 'p300', offset: 10 });
    holds('revealed');
  });

  test('of nothing is nothing', () => {
    const surface = mount([]);
    expect(container.textContent).toBe('');
    surface.update(modelOf([]));
    expect(surface.leafAt({ block: 'p1', offset: 0 })).toBeNull();
    expect(surface.rectsOf({ block: 'p1', offset: 0, end: 2 })).toEqual([]);
    expect(surface.blockElement('p1')).toBeNull();
    expect(surface.placeAtTop(0)).toBeNull();
  });

  test('can be a block without a letter', () => {
    const surface = mount([paragraph('p1', ''), paragraph('p2', 'دمشق')]);
    surface.mark('isnad-here', [{ block: 'p1', offset: 0, end: 1 }]);
    expect(painted('isnad-here')).toEqual([]);
    expect(leaves()).toHaveLength(1);
  });
});

describe('a long text', () => {
  test('is annotated near the screen alone', async () => {
    mount(long);
    const far = () =>
      sectionsOf().filter((section) => {
        const { top, bottom } = section.getBoundingClientRect();
        return bottom < -2 * window.innerHeight || top > 3 * window.innerHeight;
      });
    expect(leaves().length).toBeGreaterThan(0);
    expect(far().length).toBeGreaterThan(30);
    expect(far().flatMap((section) => leaves(section))).toEqual([]);
    expect(painted(PAINT).length).toBe(leaves().length);

    window.scrollTo(0, document.documentElement.scrollHeight / 2);
    await expect
      .poll(
        () =>
          sectionsOf().filter((section) => section.getBoundingClientRect().top > 0 && leaves(section).length > 0)
            .length,
      )
      .toBeGreaterThan(0);
    // The first section stays: the Tab key leads there.
    expect(
      far()
        .flatMap((section) => leaves(section))
        .filter((leaf) => !sectionsOf()[0]?.contains(leaf)),
    ).toEqual([]);
    // Counted in the registry itself: what was painted behind the reader is gone from there too.
    expect(CSS.highlights.get(PAINT)?.size).toBe(leaves().length);
    expect(stops()).toHaveLength(1);
  });

  test('is annotated a screen ahead of the reader, in a page inside of a page too', async () => {
    mount(long);
    window.scrollTo(0, 30_000);
    await frame();
    await expect
      .poll(() => {
        const { innerHeight } = window;
        const ahead = sectionsOf().find((section) => section.getBoundingClientRect().top > innerHeight * 1.1);
        return ahead && ahead.getBoundingClientRect().top < innerHeight * 2 ? leaves(ahead).length : 'not there';
      })
      .toBeGreaterThan(0);
  });

  test('loses its annotations behind the reader, down to the last: a block that is one word', async () => {
    mount(
      long.map((block, index) => (index === 2 ? paragraph('p2', 'دمشق') : block)),
      { blocksPerSection: 2 },
    );
    const second = sectionsOf()[1] as HTMLElement;
    expect(leaves(second).map((leaf) => leaf.textContent)).toEqual(['دمشق']);
    window.scrollTo(0, 30_000);
    await frame();
    await frame();
    expect(leaves(second)).toEqual([]);
    expect(second.firstElementChild?.textContent).toBe('دمشق');
    expect(CSS.highlights.get(PAINT)?.size).toBe(leaves().length);
  });

  test('is not laid out away from the screen, a short one always is', () => {
    mount(long);
    expect(sectionsOf().every((section) => getComputedStyle(section).contentVisibility === 'auto')).toBe(true);
    const other = createContainer();
    mount(short, { into: other });
    expect(sectionsOf(other).map((section) => getComputedStyle(section).contentVisibility)).toEqual(['visible']);
  });

  test('keeps what is selected while the reader scrolls on', async () => {
    const surface = mount(long, { model: modelOf(long, /المتحدث/g), blocksPerSection: 2 });
    const [from, to] = ['p3', 'p5'].map(
      (block) => leaves(surface.blockElement(block) as Element)[0]?.firstChild as Node,
    );
    document.getSelection()?.setBaseAndExtent(from as Node, 0, to as Node, 4);
    const chosen = document.getSelection()?.toString();
    expect(chosen).toMatch(/^المتحدث[\s\S]+المت$/);
    window.scrollTo(0, 30_000);
    await frame();
    await frame();
    expect(leaves(surface.blockElement('p6') as Element)).toEqual([]);
    window.scrollTo(0, 0);
    await frame();
    expect(document.getSelection()?.toString()).toBe(chosen);
  });

  test('keeps the section of the Tab stop, and lets it go when the stop moves on', async () => {
    mount(long);
    window.scrollTo(0, 30_000);
    const near = () =>
      leaves().find((leaf) => leaf.tabIndex !== 0 && Math.abs(leaf.getBoundingClientRect().top) < window.innerHeight);
    await expect.poll(near).toBeDefined();
    expect(leaves(sectionsOf()[0])).not.toEqual([]);
    near()?.focus({ preventScroll: true });
    expect(leaves(sectionsOf()[0])).toEqual([]);
    expect(stops()).toEqual([document.activeElement]);
  });

  test('is copied exactly, across sections near and far', async () => {
    const surface = mount(long);
    const from = surface.blockElement('p3') as HTMLElement;
    const to = surface.blockElement('p60') as HTMLElement;
    document.getSelection()?.setBaseAndExtent(from, 0, to, to.childNodes.length);
    await frame();
    const lines = document
      .getSelection()
      ?.toString()
      .split(/\n+/)
      .filter((line) => line !== '');
    // A trailing space at the end of a line is the browser's to drop.
    expect(lines?.map((line) => line.trim())).toEqual(long.slice(3, 61).map(({ text }) => text.trim()));
  });

  test('is annotated everywhere for the printer, and only near the screen again after', () => {
    mount(long);
    const before = leaves().length;
    window.dispatchEvent(new Event('beforeprint'));
    expect(leaves()).toHaveLength(80);
    expect(painted(PAINT)).toHaveLength(80);
    window.dispatchEvent(new Event('afterprint'));
    expect(leaves()).toHaveLength(before);
    expect(painted(PAINT)).toHaveLength(before);
  });
});

describe('clickable words', () => {
  test('tell what they are', () => {
    mount(short);
    const [leaf] = leaves();
    expect(leaf?.getAttribute('role')).toBe('button');
    expect(leaf?.getAttribute('aria-description')).toBe('شخص');
    expect(leaf?.getAttribute('aria-haspopup')).toBe('dialog');
    expect(leaf?.dataset['kind']).toBe('entity');
  });

  test('carry the number of their note for the printer', () => {
    const model = modelOf(short);
    mount(short, { model: { ...model, leaves: (id) => model.leaves(id).map((leaf) => ({ ...leaf, note: '7' })) } });
    expect(leaves()[0]?.dataset['note']).toBe('7');
    expect(container.textContent).toBe(textOf(short));
  });

  test('answer a click with themselves', async () => {
    mount(short);
    const word = leaves()[2] as HTMLElement;
    await userEvent.click(word);
    expect(events.onLeaf).toHaveBeenCalledOnce();
    const [block, leaf, element] = events.onLeaf.mock.calls[0] ?? [];
    expect([block, leaf?.start, leaf?.end, element]).toEqual(['p2', 0, 7, word]);
    expect(events.onText).not.toHaveBeenCalled();
  });

  test('a click on the و is a click on the word', async () => {
    const surface = mount(short);
    await clickAt(surface, 'p2', 0);
    expect(events.onLeaf).toHaveBeenCalledOnce();
  });

  test.each(['{Enter}', ' '])('answer the key %j', async (key) => {
    mount(short);
    leaves()[1]?.focus();
    await userEvent.keyboard(key);
    expect(events.onLeaf).toHaveBeenCalledOnce();
    expect(events.onLeaf.mock.calls[0]?.[0]).toBe('h1');
  });

  test('a click on the text between tells where', async () => {
    const surface = mount(short);
    const at = short[2].text.indexOf('القصر');
    await clickAt(surface, 'p2', at);
    expect(events.onLeaf).not.toHaveBeenCalled();
    expect(events.onText).toHaveBeenCalledOnce();
    const [block, offset] = events.onText.mock.calls[0] ?? [];
    expect(block).toBe('p2');
    // In the middle of a letter the caret may stand on either side of it.
    expect([at, at + 1]).toContain(offset);
  });

  test('a click beside the text is no click on it', async () => {
    const surface = mount(short);
    const element = surface.blockElement('p1') as HTMLElement;
    const box = element.getBoundingClientRect();
    // The line is short: the left half of its block is empty.
    await userEvent.click(element, { position: { x: 20, y: box.height / 3 } });
    expect(events.onText).not.toHaveBeenCalled();
    expect(events.onLeaf).not.toHaveBeenCalled();
  });

  test('dragging a selection over a word is no click on it', async () => {
    const surface = mount(short);
    const word = leaves()[2] as HTMLElement;
    word.addEventListener('click', () => document.getSelection()?.selectAllChildren(word), {
      capture: true,
      once: true,
    });
    await userEvent.click(word);
    expect(events.onLeaf).not.toHaveBeenCalled();
    expect(document.getSelection()?.toString()).toBe('وشمخاني');
    // Nor is the click that ends it elsewhere in the text.
    surface.blockElement('p1')?.click();
    expect(events.onText).not.toHaveBeenCalled();
  });

  test('under the mouse they are plain text, so that a selection may begin in them; a click focuses them', async () => {
    mount(short);
    const words = leaves();
    const [stop, word] = [words[0], words[2]] as [HTMLElement, HTMLElement];
    for (const [element, index] of [
      [stop, '0'],
      [word, '-1'],
    ] as const) {
      const press = (type: string, pointerType: string) =>
        element.dispatchEvent(new PointerEvent(type, { pointerType, bubbles: true }));
      press('pointerdown', 'mouse');
      expect(element.getAttribute('tabindex')).toBeNull();
      press('pointerup', 'mouse');
      expect(element.getAttribute('tabindex')).toBe(index);
      press('pointerdown', 'touch');
      expect(element.getAttribute('tabindex')).toBe(index);
    }
    await userEvent.click(word);
    expect(document.activeElement).toBe(word);
    expect([stop, word].map((element) => element.getAttribute('tabindex'))).toEqual(['-1', '0']);
  });

  test('are found by an offset, annotated on the spot where they were far', () => {
    const surface = mount(long);
    const offset = long[395]?.text.indexOf('شمخاني') ?? -1;
    expect(surface.leafAt({ block: 'p395', offset })?.textContent).toBe('شمخاني');
    expect(surface.leafAt({ block: 'p395', offset: offset + 'شمخاني'.length })).toBeNull();
    expect(surface.leafAt({ block: 'p396', offset: 0 })).toBeNull();
    expect(surface.leafAt({ block: 'nowhere', offset: 0 })).toBeNull();
  });
});

describe('the keyboard', () => {
  test('has one stop in the text', async () => {
    mount(short);
    expect(stops()).toEqual([leaves()[0]]);
    const before = document.createElement('button');
    const after = document.createElement('button');
    container.before(before);
    container.after(after);
    before.focus();
    await userEvent.tab();
    expect(document.activeElement).toBe(leaves()[0]);
    await userEvent.tab();
    expect(document.activeElement).toBe(after);
  });

  test('walks onward with the left arrow, back with the right, and stops at the ends', async () => {
    mount(short, { blocksPerSection: 1 });
    leaves()[0]?.focus();
    const walked: (string | null | undefined)[] = [];
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowRight']) {
      await userEvent.keyboard(`{${key}}`);
      walked.push(`${focusedBlock()} ${focused()}`);
      expect(stops()).toEqual([document.activeElement]);
    }
    expect(walked).toEqual(['h1 شمخاني', 'h1 دمشق', 'p2 وشمخاني', 'p2 أحمد', 'p3 دمشق', 'p3 دمشق', 'p2 أحمد']);
  });

  test('comes back with Tab to where it left', async () => {
    mount(short);
    leaves()[0]?.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    const here = document.activeElement;
    const before = document.createElement('button');
    container.before(before);
    before.focus();
    await userEvent.tab();
    expect(document.activeElement).toBe(here);
  });

  test('walks through sections that were never near the screen', async () => {
    mount(long);
    leaves()[0]?.focus();
    await userEvent.keyboard('{End}');
    expect(focusedBlock()).toBe('p395');
    await userEvent.keyboard('{ArrowRight}');
    expect(focusedBlock()).toBe('p390');
    const { top } = (document.activeElement as HTMLElement).getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(window.innerHeight);
    await userEvent.keyboard('{Home}');
    expect(focusedBlock()).toBe('p0');
    expect(stops()).toEqual([document.activeElement]);
    // What was passed on the way is let go again.
    await expect.poll(() => leaves(sectionsOf().at(-1)).length).toBe(0);
  });

  test('leaves alone what belongs to the browser', async () => {
    mount(short);
    leaves()[0]?.focus();
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}{Control>}{End}{/Control}{ArrowDown}');
    expect(document.activeElement).toBe(leaves()[0]);
    expect(events.onLeaf).not.toHaveBeenCalled();
  });
});

describe('update', () => {
  test('shows other words as clickable, and lets the text be', () => {
    const surface = mount(short);
    surface.update(modelOf(short, /الهدنة|أحمد/g));
    expect(leaves().map((leaf) => leaf.textContent)).toEqual(['الهدنة', 'أحمد']);
    expect(painted(PAINT)).toEqual(['الهدنة', 'أحمد']);
    expect(container.textContent).toBe(textOf(short));
    expect(stops()).toHaveLength(1);
  });

  test('keeps the focus on the same word', () => {
    const surface = mount(short);
    leaves()[3]?.focus();
    surface.update(modelOf(short, /الهدنة|أحمد/g));
    expect(focused()).toBe('أحمد');
    expect(stops()).toEqual([document.activeElement]);
  });

  test('gives the keyboard another stop where the word went away', async () => {
    const surface = mount(short);
    leaves()[0]?.focus();
    surface.update(modelOf(short, /أحمد/g));
    expect(stops().map((leaf) => leaf.textContent)).toEqual(['أحمد']);
    surface.update(modelOf(short, /لا أحد/g));
    expect(leaves()).toEqual([]);
    surface.update(modelOf(short));
    expect(stops()).toHaveLength(1);
    await userEvent.tab();
    expect(document.activeElement).toBe(stops()[0]);
  });

  test('does not touch what is far', async () => {
    const surface = mount(long);
    surface.update(modelOf(long, /المتحدث/g));
    expect(leaves().length).toBeGreaterThan(0);
    expect(leaves(sectionsOf().at(-1))).toEqual([]);
  });

  test('keeps what is marked', () => {
    const surface = mount(short);
    surface.mark('isnad-here', [{ block: 'p2', offset: 1, end: 7 }]);
    surface.update(modelOf(short, /أحمد/g));
    expect(painted('isnad-here')).toEqual(['شمخاني']);
  });
});

describe('mark', () => {
  test('paints these stretches and no others', () => {
    const surface = mount(short);
    surface.mark('isnad-here', [
      { block: 'p2', offset: 1, end: 12 },
      { block: 'p1', offset: 0, end: 3 },
    ]);
    expect(painted('isnad-here').sort()).toEqual(['شمخاني غادر', 'قال'].sort());
    surface.mark('isnad-here', [{ block: 'p3', offset: 0, end: 4 }]);
    expect(painted('isnad-here')).toEqual(['دمشق']);
    surface.mark('isnad-here', []);
    expect(painted('isnad-here')).toEqual([]);
    // What is painted always was not disturbed.
    expect(painted(PAINT)).toHaveLength(5);
  });

  test('under two names at once', () => {
    const surface = mount(short);
    surface.mark('isnad-here', [{ block: 'p1', offset: 0, end: 3 }]);
    surface.mark('isnad-content', [{ block: 'p1', offset: 0, end: 10 }]);
    expect(painted('isnad-here')).toEqual(['قال']);
    expect(painted('isnad-content')).toEqual(['قال الوزير']);
  });

  test('what is far is painted when it comes near', async () => {
    const surface = mount(long);
    surface.mark('isnad-here', [{ block: 'p300', offset: 0, end: 3 }]);
    expect(painted('isnad-here')).toEqual([]);
    await surface.reveal({ block: 'p300', offset: 0 });
    expect(painted('isnad-here')).toEqual(['قال']);
  });

  test('what the text does not have is not painted', () => {
    const surface = mount(short);
    surface.mark('isnad-here', [
      { block: 'nowhere', offset: 0, end: 3 },
      { block: 'p1', offset: 5, end: 5 },
      { block: 'p1', offset: 30, end: 999 },
    ]);
    expect(painted('isnad-here')).toEqual([]);
  });

  test('lies over what is painted always', () => {
    const surface = mount(short);
    surface.mark('isnad-here', [{ block: 'p2', offset: 0, end: 7 }]);
    expect(CSS.highlights.get('isnad-here')?.priority).toBeGreaterThan(CSS.highlights.get(PAINT)?.priority ?? 99);
  });
});

describe('reveal', () => {
  test.each([
    ['far below', 'p350'],
    ['near the end', 'p399'],
    ['in the middle', 'p200'],
  ])('brings a place %s into view, in a text that was never laid out', async (_, block) => {
    const surface = mount(long);
    const offset = 200;
    await surface.reveal({ block, offset });
    const [rect] = surface.rectsOf({ block, offset, end: offset + 3 });
    expect(rect?.top).toBeGreaterThanOrEqual(0);
    expect(rect?.bottom).toBeLessThanOrEqual(window.innerHeight);
    if (block !== 'p399') expect(Math.abs((rect?.top ?? 0) - window.innerHeight * 0.32)).toBeLessThan(40);
  });

  test('comes to rest where it went, smoothly too', async () => {
    const surface = mount(long);
    await surface.reveal({ block: 'p12', offset: 0 }, { smooth: true });
    const { scrollY } = window;
    expect(
      Math.abs((surface.rectsOf({ block: 'p12', offset: 0, end: 3 })[0]?.top ?? 0) - window.innerHeight * 0.32),
    ).toBeLessThan(40);
    await frame();
    await frame();
    expect(window.scrollY).toBe(scrollY);
  });

  test('goes back up', async () => {
    const surface = mount(long);
    await surface.reveal({ block: 'p350', offset: 0 });
    await surface.reveal({ block: 'p20', offset: 0 });
    const [rect] = surface.rectsOf({ block: 'p20', offset: 0, end: 3 });
    expect(rect?.top).toBeGreaterThanOrEqual(0);
    expect(rect?.bottom).toBeLessThanOrEqual(window.innerHeight);
  });

  test('of a place that is not there does nothing', async () => {
    const surface = mount(long);
    await surface.reveal({ block: 'nowhere', offset: 0 });
    expect(window.scrollY).toBe(0);
  });

  test('what stands at the top is told', async () => {
    const surface = mount(long);
    await surface.reveal({ block: 'p100', offset: 0 });
    // What was never laid out is under no pointer until it was drawn once.
    await frame();
    await frame();
    const { top } = (surface.blockElement('p100') as HTMLElement).getBoundingClientRect();
    expect(surface.placeAtTop(top)?.block).toBe('p100');
  });
});

describe('two surfaces on one page', () => {
  test('do not erase each other', () => {
    const other = createContainer();
    const first = mount(short);
    const second = mount(short, { into: other });
    first.mark('isnad-here', [{ block: 'p1', offset: 0, end: 3 }]);
    second.mark('isnad-here', [{ block: 'p2', offset: 1, end: 7 }]);
    expect(painted('isnad-here')).toEqual(['قال']);
    expect(painted('isnad-here', other)).toEqual(['شمخاني']);
    first.mark('isnad-here', []);
    expect(painted('isnad-here', other)).toEqual(['شمخاني']);
    first.destroy();
    expect(painted(PAINT)).toEqual([]);
    expect(painted(PAINT, other)).toHaveLength(5);
    expect(leaves(other)).toHaveLength(5);
  });

  test('a highlight of another feature under the same name stays', () => {
    const words = document.createElement('p');
    words.textContent = 'كلام آخر';
    document.body.append(words);
    const surface = mount(short);
    const range = document.createRange();
    range.selectNodeContents(words);
    CSS.highlights.get(PAINT)?.add(range);
    surface.destroy();
    expect(painted(PAINT, words)).toEqual(['كلام آخر']);
    CSS.highlights.get(PAINT)?.delete(range);
  });
});

test('destroy leaves nothing', async () => {
  const surface = mount(long);
  surface.mark('isnad-here', [{ block: 'p1', offset: 0, end: 3 }]);
  surface.destroy();
  expect(container.childNodes).toHaveLength(0);
  expect([...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)).toBe(0);
  window.dispatchEvent(new Event('beforeprint'));
  container.click();
  await frame();
  expect(container.childNodes).toHaveLength(0);
  expect([...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)).toBe(0);
  expect(events.onText).not.toHaveBeenCalled();
});

describe('joined letters', () => {
  beforeEach(() => document.fonts.load("20px 'Isnad Naskh'", 'بشمخاني'));

  test.each([
    ['بشمخاني، ثم', 'شمخاني'],
    ['لأحمد كتاب', 'أحمد'],
    ['وسيكتبهم غدًا', 'كتب'],
    ['«للهدنة»', 'هدنة'],
    ['كِتَابَهُمْ', 'كِتَابَ'],
  ])('stay joined in %s, with %s clickable and painted', (text, name) => {
    const words = [paragraph('p1', text)];
    expect(document.fonts.check("20px 'Isnad Naskh'", text)).toBe(true);
    const width = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().width;
    };
    const plain = mount(words, { model: modelOf(words, /لا شيء/g) });
    const bare = width(plain.blockElement('p1') as Element);
    plain.destroy();
    const surface = mount(words, { model: modelOf(words, new RegExp(name, 'g')) });
    surface.mark('isnad-here', [{ block: 'p1', offset: text.indexOf(name), end: text.indexOf(name) + name.length }]);
    expect(leaves()).toHaveLength(1);
    expect(painted(PAINT)).toEqual([name]);
    expect(bare).toBeGreaterThan(30);
    expect(Math.abs(width(surface.blockElement('p1') as Element) - bare)).toBeLessThan(0.5);
  });

  test('the measure can tell: letters cut apart are of another width', () => {
    const width = (html: string) => {
      container.innerHTML = `<p><span style="display:inline-block">${html}</span></p>`;
      return container.querySelector('span')?.getBoundingClientRect().width ?? 0;
    };
    const cut = width('ب<span style="display:inline-block">شمخاني</span>');
    expect(Math.abs(cut - width('بشمخاني'))).toBeGreaterThan(0.5);
  });
});

describe('words that the keyboard stands at', () => {
  const wordModel = (blocks: readonly SurfaceBlock[], names = NAMES): SurfaceModel => ({
    ...modelOf(blocks, names),
    words: {
      of: (id) =>
        [...(blocks.find((block) => block.id === id)?.text ?? '').matchAll(/\S+/g)].map(({ index, 0: word }) => ({
          start: index,
          end: index + word.length,
        })),
      description: 'كلمة',
    },
  });
  const step = (key: 'ArrowLeft' | 'ArrowRight') => userEvent.keyboard(`{Control>}{${key}}{/Control}`);
  const elements = () => [...container.querySelectorAll('[data-kind="word"]')];

  test('have an element one at a time; the text and what is painted stay', async () => {
    const surface = mount(short, { model: wordModel(short) });
    surface.mark('isnad-here', [{ block: 'p1', offset: 4, end: 14 }]);
    leaves()[1]?.focus();
    expect(focused()).toBe('دمشق');
    for (const word of ['قال', 'الوزير', 'إنّ']) {
      await step('ArrowLeft');
      expect(focused()).toBe(word);
      expect(elements()).toHaveLength(1);
      expect(stops().map(({ textContent }) => textContent)).toEqual([word]);
      expect(container.textContent).toBe(textOf(short));
      expect(painted('isnad-here').join('')).toBe('الوزير إنّ');
    }
    await step('ArrowRight');
    expect(focused()).toBe('الوزير');
    await userEvent.keyboard('{Enter}');
    expect(events.onText).toHaveBeenLastCalledWith('p1', 4);
    expect(surface.leafAt({ block: 'p1', offset: 5 })).toBe(document.activeElement);

    // Clickable words are stood at as they are, and the one before them is plain text again.
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()).toBe('وشمخاني');
    expect(elements()).toHaveLength(0);
    await step('ArrowLeft');
    expect(focused()).toBe('غادر');
  });

  test('outlive a new model, and a text without clickable words has a Tab stop', () => {
    const plain = [paragraph('p1', 'كلام من غير أسماء'), paragraph('p2', 'وكلام آخر')];
    const surface = mount(plain, { model: wordModel(plain) });
    expect(stops().map(({ textContent }) => textContent)).toEqual(['كلام']);
    stops()[0]?.focus();
    surface.update(wordModel(plain));
    expect(focused()).toBe('كلام');
    expect(elements()).toHaveLength(1);
    expect(container.textContent).toBe(textOf(plain));
  });

  test('words above the words are no part of the text', async () => {
    const blocks = [paragraph('p1', 'قال شمخاني إنّ الهدنة')];
    const above = (id: string) =>
      id === 'p1'
        ? [
            { start: 0, end: 3, text: 'قَالَ' },
            { start: 4, end: 10, text: 'شَمْخَانِي' },
          ]
        : [];
    const surface = mount(blocks, { model: { ...wordModel(blocks), above } });
    expect([...container.querySelectorAll<HTMLElement>('.above')].map(({ dataset }) => dataset['above'])).toEqual([
      'قَالَ',
      'شَمْخَانِي',
    ]);
    expect(container.textContent).toBe(textOf(blocks));
    expect(painted(PAINT)).toEqual(['شمخاني']);
    leaves()[0]?.focus();
    await step('ArrowRight');
    expect(focused()).toBe('قال');
    expect(container.textContent).toBe(textOf(blocks));
    await clickAt(surface, 'p1', 5);
    expect(events.onLeaf).toHaveBeenCalledOnce();
    surface.update(wordModel(blocks));
    expect(container.querySelectorAll('.above')).toHaveLength(0);
    expect(painted(PAINT)).toEqual(['شمخاني']);
  });
});
