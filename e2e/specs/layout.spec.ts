/** The page on small screens, on paper, without motion, in forced colours; and what the browser itself does with the text. */
import type { Page } from '@playwright/test';
import type { Article } from '../../src/core/article/article.ts';
import { article, SEED, serveArticle } from '../fixtures/dataset.ts';
import { expect, test } from '../fixtures/test.ts';
import { type Visit, visit } from '../fixtures/visit.ts';
import { languages } from '../fixtures/words.ts';

const seed = article(SEED);
const bureau = seed.entities.find(({ id }) => id === 'national-security-bureau');
const hard = seed.glossary.find(({ id }) => id === 'iltaqa');
if (!bureau || !hard) throw new Error('the seed article has lost what is opened here');

const narrow = { width: 320, height: 640 };
/** Half of 1280 × 900: what a window is to the page when it is zoomed to 200 %. */
const zoomed = { width: 640, height: 450 };

/** Every screen that there is on a small window, one after the other. */
function screens({
  page,
  words,
  hand,
  library,
  reading,
  settings,
}: Visit): readonly (readonly [string, () => Promise<void>])[] {
  const { say, language } = words;
  return [
    ['library', () => library.open()],
    ['article', () => reading.open(SEED)],
    ['key', () => hand.use(reading.key)],
    [
      'name',
      async () => {
        await reading.open(SEED, 'e=national-security-bureau.2');
        await expect(reading.entityCard(bureau?.name[language] ?? '')).toHaveAttribute('data-placed');
      },
    ],
    [
      'word',
      async () => {
        await reading.open(SEED, 'g=iltaqa.3');
        await expect(reading.glossaryCard(hard?.vocalised ?? '')).toHaveAttribute('data-placed');
      },
    ],
    [
      'chosen quotation',
      async () => {
        await reading.open(SEED, 'q=q12');
        await expect(reading.peek).toBeVisible();
      },
    ],
    [
      'sheet',
      async () => {
        await reading.open(SEED, 'v=speakers&s=mamlouk');
        await expect(reading.panel.cards.first()).toBeVisible();
      },
    ],
    [
      'chosen quotation in the sheet',
      async () => {
        await reading.open(SEED, 'v=about&o=national-security-bureau&q=q12');
        await expect(reading.panel.root).toBeVisible();
      },
    ],
    [
      'settings',
      async () => {
        await reading.open(SEED, 'q=q12');
        await page.reload();
        await hand.use(settings.openButton);
        await expect(settings.dialog).toBeVisible();
      },
    ],
    [
      'no such article',
      async () => {
        await library.open();
        await page.evaluate(() => history.pushState(null, '', `${location.pathname}a/never-written/`));
        await expect(page.getByRole('heading', { name: say('app', 'notFoundTitle') })).toBeVisible();
      },
    ],
  ];
}

for (const language of languages) {
  for (const [name, size] of Object.entries({ '320 pixels': narrow, 'a zoom of 200 %': zoomed })) {
    test(`at ${name}, in ${language}, nothing runs off the side and everything can be reached`, async ({
      page,
      hasTouch,
      complaints,
    }) => {
      test.slow();
      complaints.allow(/404/);
      await page.setViewportSize(size);
      const visitor = await visit(page, { language, touch: hasTouch, kept: { language } });
      for (const [screen, open] of screens(visitor)) {
        await test.step(screen, async () => {
          await open();
          await expectWithin(page, size.width);
          expect(await unreachable(page), `out of reach: ${screen}`).toEqual([]);
        });
      }
    });
  }

  test(`the largest letters at 320 pixels stay within the page, in ${language}`, async ({ page, hasTouch }) => {
    await page.setViewportSize(narrow);
    const { reading, hand, settings } = await visit(page, {
      language,
      touch: hasTouch,
      kept: { language, size: 6, leading: 'loose', width: 'wide' },
    });
    for (const { id } of [seed, article('library-bus')]) {
      await reading.open(id);
      await expectWithin(page, narrow.width);
    }
    await hand.use(settings.openButton);
    await expectWithin(page, narrow.width);
  });

  test(`a finger has 44 pixels for everything outside the running text, in ${language}`, async ({
    page,
    isMobile,
    hasTouch,
    complaints,
  }) => {
    test.skip(!isMobile, 'fingers are for phones');
    test.slow();
    complaints.allow(/404/);
    const visitor = await visit(page, { language, touch: hasTouch, kept: { language } });
    const small: string[] = [];
    for (const [screen, open] of screens(visitor)) {
      await open();
      for (const told of await smallTargets(page)) small.push(`${screen}: ${told}`);
    }
    await visitor.reading.open(SEED);
    await visitor.reading.stopAt('p5');
    await page.reload();
    await expect(visitor.reading.resumed).toBeVisible();
    for (const told of await smallTargets(page)) small.push(`resumed: ${told}`);
    expect(small, 'smaller than 44 × 44').toEqual([]);
  });
}

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  const still = reducedMotion === 'reduce';

  test(still ? 'who wants no motion gets none' : 'others are led to a place far below', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 500 });
    await page.emulateMedia({ reducedMotion });
    const { reading } = await visit(page);
    await reading.open(SEED);
    test.skip((await emulates(page, '(prefers-reduced-motion: reduce)')) !== still, 'this browser cannot be asked');
    // At each frame, from the moment that a place below is asked for; the very far are never scrolled to, but jumped.
    const { places, at } = await page.evaluate(async () => {
      const seen = new Set<number>([0]);
      location.hash = 'q=q5';
      const until = performance.now() + 2500;
      while (performance.now() < until) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        seen.add(Math.round(window.scrollY / 2));
      }
      return { places: seen.size, at: window.scrollY };
    });
    expect(at).toBeGreaterThan(300);
    // Where it was, where it goes, and what was mended there by a pixel or two.
    if (still) expect(places).toBeLessThanOrEqual(3);
    else expect(places).toBeGreaterThan(3);
    const lasting = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element);
          return [transitionDuration, animationDuration].some((durations) =>
            durations.split(',').some((duration) => Number.parseFloat(duration) > 0.01),
          );
        }).length,
    );
    if (still) expect(lasting).toBe(0);
  });
}

for (const id of [SEED, 'library-bus']) {
  for (const language of languages) {
    test(`nothing moves while ${id} opens, in ${language}`, async ({ page, browserName }) => {
      test.skip(browserName !== 'chromium', 'only Chromium counts shifts');
      const { reading } = await visit(page, { language, kept: { language } });
      for (const place of ['', 'q=q3']) {
        await page.goto('about:blank');
        await reading.open(id, place);
        await page.evaluate(() => document.fonts.ready);
        if (place !== '') await expect.poll(() => reading.painted('isnad-content')).not.toEqual([]);
        await page.waitForTimeout(500);
        const { sum, sources } = await shifts(page);
        expect(sum, `${place}: ${sources.join('; ')}`).toBeLessThan(0.02);
      }
    });
  }
}

for (const language of languages) {
  test(`on paper, in ${language}: the text with its quotations as numbered notes`, async ({ page, browserName }) => {
    test.slow();
    // Most of the text is away from the screen.
    const before = page.viewportSize();
    await page.setViewportSize({ width: before?.width ?? 1280, height: 360 });
    const { reading, words, panel } = await onPaper(page, language);
    const { say, number } = words;
    const notes = page.locator('main section[aria-hidden="true"]');

    for (const id of [SEED, 'cup-final', 'library-bus']) {
      const of = article(id);
      await page.emulateMedia({ media: 'screen' });
      await reading.open(id);
      await expect(notes).toBeHidden();
      const numbers = reading.text.locator('[data-note]');
      const said = () =>
        numbers.evaluateAll((words) => words.map((word) => (word as HTMLElement).dataset['note'] ?? '').sort());
      const raised = () =>
        numbers.evaluateAll((words) =>
          words.filter((word) => getComputedStyle(word, '::after').content !== 'none').map((word) => word.textContent),
        );
      expect(await raised()).toEqual([]);

      await page.emulateMedia({ media: 'print' });
      test.skip(!(await emulates(page, 'print')), 'this browser cannot be asked');
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      for (const gone of [page.locator('header').first(), panel, page.locator('nav'), reading.key, reading.strip])
        for (const one of await gone.all()) await expect(one).toBeHidden();
      await expect(notes).toBeVisible();
      const comma = language === 'ar' ? '، ' : ', ';
      await expect(notes.getByRole('listitem', { includeHidden: true })).toHaveText(
        of.quotations.map(({ speaker, kind, verb, source, contents }, index) => {
          const name = of.entities.find((entity) => entity.id === speaker)?.name[language] ?? say('speakers', 'nobody');
          const facts = [
            say('speakers', `kinds.${kind}`),
            say('speakers', `verbs.${verb.class}`),
            ...(source === null ? [say('speakers', 'implied')] : []),
          ].join(comma);
          return `${number(index + 1)} ${name} (${facts}): «${contents.map((range) => range.words).join(' … ')}»`;
        }),
      );
      // Each quotation that has a reporting word is numbered there, once.
      const cued = of.quotations.flatMap(({ cue }, index) => (cue.length > 0 ? [number(index + 1)] : []));
      expect(await said()).toEqual(cued.sort());
      expect(await raised()).toHaveLength(cued.length);
      // The numbers are no part of the text.
      for (const { id: block, text } of of.blocks) expect(await reading.block(block).textContent()).toBe(text);
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    }

    if (browserName === 'chromium') {
      await page.emulateMedia({ media: null });
      await page.evaluate(() => {
        const { dataset } = document.body;
        window.addEventListener('beforeprint', () => {
          dataset['printed'] = String(document.querySelectorAll('article [data-note]').length);
        });
      });
      expect((await page.pdf()).length).toBeGreaterThan(10_000);
      const { quotations } = article('library-bus');
      await expect(page.locator('body')).toHaveAttribute(
        'data-printed',
        String(quotations.filter(({ cue }) => cue.length > 0).length),
      );
    }
  });
}

for (const theme of ['system', 'dark', 'sepia', 'contrast'] as const) {
  test(`paper is white under ${theme} colours, and its ink is dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    const { reading } = await visit(page, { kept: { theme } });
    await reading.open(SEED, 'q=q6');
    await expect.poll(() => reading.painted('isnad-content')).not.toEqual([]);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    test.skip(!(await emulates(page, 'print')), 'this browser cannot be asked');
    const paper = await page.evaluate(() => {
      const bare = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      /** 0 for black to 1 for white. */
      const light = (colour: string) => {
        if (!bare) return -1;
        bare.fillStyle = '#fff';
        bare.fillRect(0, 0, 1, 1);
        bare.fillStyle = colour;
        bare.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = bare.getImageData(0, 0, 1, 1).data;
        return (0.3 * red + 0.6 * green + 0.1 * blue) / 255;
      };
      const root = getComputedStyle(document.documentElement);
      const word = document.querySelector('article p') as HTMLElement;
      const styles = {
        paper: root.backgroundColor,
        ink: getComputedStyle(word).color,
        // Painted stretches lie under the same ink.
        ...Object.fromEntries(
          ['--person', '--organization', '--place', '--content-wash', '--source-wash', '--rubric-wash'].map((name) => [
            name,
            getComputedStyle(word).getPropertyValue(name),
          ]),
        ),
      };
      return Object.fromEntries(Object.entries(styles).map(([name, colour]) => [name, light(colour)]));
    });
    const { ink, paper: sheet, ...washes } = paper;
    expect(sheet).toBe(1);
    expect(ink).toBeLessThan(0.3);
    for (const [name, wash] of Object.entries(washes)) expect(wash, name).toBeGreaterThan(0.75);
  });
}

for (const long of [false, true]) {
  test.describe(long ? 'a long text' : 'a text', () => {
    const open = async (page: Page): Promise<{ of: Article; reading: Visit['reading'] }> => {
      await page.setViewportSize({ width: 1000, height: 400 });
      const of = long ? await serveArticle(page, SEED, lengthen) : seed;
      const { reading } = await visit(page);
      await reading.open(SEED);
      await expect(reading.text.locator('[data-long]').first()).toHaveCount(long ? 1 : 0);
      return { of, reading };
    };

    test("the browser's own find reaches its last paragraph", async ({ page }) => {
      const { of, reading } = await open(page);
      const last = of.blocks.findLast(({ id }) => id.endsWith('p8'));
      if (!last) throw new Error('no last paragraph');
      await expect(reading.block(last.id)).not.toBeInViewport();
      // Across clickable words and plain ones; only there.
      const sought = last.text.split(' ').slice(-5).join(' ');
      const found = await page.evaluate((words) => {
        const find = (window as unknown as { find: (words: string) => boolean }).find;
        const seen: (string | undefined)[] = [];
        while (find.call(window, words) && seen.length < 500) {
          const selection = document.getSelection();
          seen.push(selection?.anchorNode?.parentElement?.closest<HTMLElement>('[data-block]')?.dataset['block']);
          // The range's letters: Firefox has not laid out the place yet, and a selection tells what is laid out.
          const letters = selection?.getRangeAt(0).toString();
          if (letters !== words) seen.push(`found ${letters ?? 'nothing'}`);
        }
        return seen;
      }, sought);
      const places = of.blocks.filter(({ text }) => text.includes(sought)).map(({ id }) => id);
      expect(found.filter((block) => block !== undefined)).toEqual(places);
      await expect(reading.block(last.id)).toBeInViewport();
    });

    test('selecting all takes every letter, in order', async ({ page }) => {
      const { of, reading } = await open(page);
      await reading.text.click({ position: { x: 5, y: 5 } });
      await page.keyboard.press('ControlOrMeta+A');
      const copied = await page.evaluate(() => document.getSelection()?.toString() ?? '');
      // Each block stands in a line of its own, and nothing else stands between them.
      const lines = copied.split('\n').map((line) => line.trim());
      const from = lines.indexOf(of.blocks[0]?.text ?? '');
      expect(
        lines
          .slice(from)
          .filter((line) => line !== '')
          .slice(0, of.blocks.length),
      ).toEqual(of.blocks.map(({ text }) => text));
      // And of the article alone, nothing but its text.
      const alone = await reading.text.evaluate((element) => {
        document.getSelection()?.selectAllChildren(element);
        return document.getSelection()?.toString() ?? '';
      });
      expect(alone.split('\n').filter((line) => line.trim() !== '')).toEqual(of.blocks.map(({ text }) => text));
    });
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`forced colours, ${colorScheme}: the text, the focus and what is chosen can be seen`, async ({
    page,
    browserName,
    isMobile,
  }) => {
    test.skip(browserName !== 'chromium', 'only Chromium can be asked to force colours');
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const { reading, settings, hand } = await visit(page, { means: 'keyboard' });
    await reading.open(SEED, 'q=q6');
    await expect.poll(() => reading.painted('isnad-content')).not.toEqual([]);

    await test.step('the text', async () => {
      const { ink, paper } = await reading.block('p6').evaluate((element) => ({
        ink: getComputedStyle(element).color,
        paper: getComputedStyle(document.documentElement).backgroundColor,
      }));
      expect(apart(ink, paper)).toBeGreaterThan(4.5);
    });

    await test.step('the words that are marked, as they are painted', async () => {
      const drawn = await contrasts(page);
      expect(drawn.length).toBeGreaterThan(5);
      expect(drawn.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
    });

    await test.step('the focus', async () => {
      // The way to the text, which is shown while it has the focus.
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement as Element);
        const paper = getComputedStyle(document.documentElement).backgroundColor;
        return { outlineStyle, width: Number.parseFloat(outlineWidth), outlineColor, paper };
      });
      expect(ring.outlineStyle).toBe('solid');
      expect(ring.width).toBeGreaterThanOrEqual(2);
      expect(apart(ring.outlineColor, ring.paper)).toBeGreaterThan(3);
    });

    await test.step('what is chosen', async () => {
      await hand.use(settings.openButton);
      const face = (value: string) => settings.radio('face', value).locator('xpath=following-sibling::span');
      const drawn = (value: string) =>
        face(value).evaluate((element) => {
          const { backgroundColor, borderColor, outlineStyle, borderWidth } = getComputedStyle(element);
          return [backgroundColor, borderColor, outlineStyle, borderWidth].join(' ');
        });
      expect(await drawn('naskh')).not.toBe(await drawn('sans'));
      const { ink, paper } = await face('naskh').evaluate((element) => ({
        ink: getComputedStyle(element).color,
        paper: getComputedStyle(element).backgroundColor,
      }));
      expect(apart(ink, paper)).toBeGreaterThan(4.5);
      await page.keyboard.press('Escape');
    });

    if (!isMobile) {
      await test.step('who speaks where', async () => {
        const pieces = await reading.strip
          .locator('[data-kind]')
          .evaluateAll((all) => [...new Set(all.map((piece) => getComputedStyle(piece).backgroundColor))]);
        const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        for (const piece of pieces) expect(apart(piece, paper)).toBeGreaterThan(3);
      });
    }
  });
}

async function onPaper(page: Page, language: Visit['words']['language']) {
  const visitor = await visit(page, { language, kept: { language, theme: 'dark' } });
  return { ...visitor, panel: page.locator('aside') };
}

/** Not every browser that Playwright drives can pretend. */
const emulates = (page: Page, media: string) => page.evaluate((media) => matchMedia(media).matches, media);

type Draft = Parameters<Parameters<typeof serveArticle>[2]>[0];

/** The seed text again and again, without notes, until it is long enough not to be laid out all at once. */
function lengthen(draft: Draft): void {
  const again = draft.blocks.filter(({ id }) => /^p\d$/.test(id));
  for (let turn = 1; turn <= 25; turn++) {
    for (const block of again) draft.blocks.push({ ...block, id: `x${turn}${block.id}` });
  }
}

/** Nothing is wider than the page, and what scrolls by itself is no wider than its frame. */
async function expectWithin(page: Page, width: number): Promise<void> {
  const { root, over } = await page.evaluate((width) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${(element.textContent ?? '').slice(0, 40)}`;
    const over = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      if (!element.checkVisibility() || element.closest('.unseen')) return false;
      const { left, right } = element.getBoundingClientRect();
      const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX);
      return left < -1 || right > width + 1 || (scrolls && element.scrollWidth > element.clientWidth);
    });
    return { root: scrollWidth - clientWidth, over: over.map(name) };
  }, width);
  expect(over, 'wider than the page').toEqual([]);
  expect(root).toBeLessThanOrEqual(0);
}

const TARGETS = 'button, a[href], summary, select, input, [role="button"]';

/** Whatever can be pressed but cannot be brought into view, or lies under something else there. */
const unreachable = (page: Page) =>
  page.evaluate((targets) => {
    const modal = document.querySelector('dialog[open]');
    const card = document.querySelector(':popover-open');
    const top = modal ?? card ?? document;
    const before = window.scrollY;
    const lost = [...top.querySelectorAll<HTMLElement>(targets)].filter((element) => {
      if (!element.checkVisibility()) return false;
      // Comes into view when it has the focus.
      if (element.matches('a[href^="#"]')) {
        element.focus({ preventScroll: true });
        const { top, left, right } = element.getBoundingClientRect();
        element.blur();
        return top < 0 || left < 0 || right > window.innerWidth;
      }
      // Somewhere on the screen it must lie free, not at every height.
      return !(['center', 'start', 'end'] as const).some((block) => {
        element.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
        const rect = element.getClientRects()[0] ?? element.getBoundingClientRect();
        const hit = document.elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2);
        return hit !== null && (element.contains(hit) || hit.contains(element));
      });
    });
    window.scrollTo(0, before);
    return lost.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const box = [x, y, width, height].map(Math.round).join(' ');
      return `${element.tagName} ${(element.ariaLabel ?? element.textContent ?? '').slice(0, 40)} (${box})`;
    });
  }, TARGETS);

/** What can be pressed outside the running text and is smaller than a finger. */
const smallTargets = (page: Page) =>
  page.evaluate((targets) => {
    const top = document.querySelector('dialog[open]') ?? document.querySelector(':popover-open') ?? document;
    const small: string[] = [];
    const before = window.scrollY;
    for (const element of top.querySelectorAll<HTMLElement>(targets)) {
      if (!element.checkVisibility() || element.closest('.article-text') || element.matches('a[href^="#"]')) continue;
      const { width, height } = element.getBoundingClientRect();
      if (width >= 43.5 && height >= 43.5) continue;
      // A link may answer beyond its letters: then the points around its middle are its own, too.
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const now = element.getBoundingClientRect();
      const [x, y] = [now.x + now.width / 2, now.y + now.height / 2];
      const answers = [
        [x - 21.5, y],
        [x + 21.5, y],
        [x, y - 21.5],
        [x, y + 21.5],
      ].every(([x = 0, y = 0]) => element.contains(document.elementFromPoint(x, y)));
      if (answers) continue;
      const name = (element.ariaLabel ?? element.textContent ?? '').slice(0, 40);
      small.push(`${element.tagName.toLowerCase()} "${name}" ${Math.round(width)} × ${Math.round(height)}`);
    }
    window.scrollTo(0, before);
    return small;
  }, TARGETS);

/** How much moved by itself since the page was opened, and what. */
const shifts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ sum: number; sources: string[] }>((resolve) => {
        interface Shift extends PerformanceEntry {
          readonly value: number;
          readonly hadRecentInput: boolean;
          readonly sources: readonly { readonly node: Node | null }[];
        }
        const done = (shifts: readonly Shift[]) =>
          resolve({
            sum: shifts.filter((shift) => !shift.hadRecentInput).reduce((sum, { value }) => sum + value, 0),
            sources: shifts.flatMap(({ value, sources }) =>
              sources.map(
                ({ node }) => `${value.toFixed(3)} ${node?.nodeName ?? ''} ${node?.textContent?.slice(0, 30) ?? ''}`,
              ),
            ),
          });
        new PerformanceObserver((list) => done(list.getEntries() as unknown as Shift[])).observe({
          type: 'layout-shift',
          buffered: true,
        });
        // None at all is not told.
        setTimeout(() => done([]), 500);
      }),
  );

/** How the clickable words on the screen stand out from what is behind them, by the pixels. */
async function contrasts(page: Page): Promise<{ words: string; contrast: number }[]> {
  const picture = (await page.screenshot({ scale: 'css' })).toString('base64');
  const drawn = await page.evaluate(async (picture) => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const brush = canvas.getContext('2d', { willReadFrequently: true });
    if (!brush) throw new Error('no canvas');
    brush.drawImage(image, 0, 0);
    return [...document.querySelectorAll('.leaf')].flatMap((leaf) => {
      const [box, more] = leaf.getClientRects();
      if (!box || more) return [];
      if (document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) !== leaf) return [];
      const { data } = brush.getImageData(box.x, box.y + box.height * 0.2, box.width, box.height * 0.6);
      const colours = new Map<string, number>();
      for (let at = 0; at < data.length; at += 4) {
        const colour = `rgb(${data[at] ?? 0}, ${data[at + 1] ?? 0}, ${data[at + 2] ?? 0})`;
        colours.set(colour, (colours.get(colour) ?? 0) + 1);
      }
      const [behind] = [...colours].sort((a, b) => b[1] - a[1]);
      return [{ words: leaf.textContent, behind: behind?.[0] ?? '', colours: [...colours.keys()] }];
    });
  }, picture);
  return drawn.map(({ words, behind, colours }) => ({
    words,
    contrast: Math.max(...colours.map((colour) => apart(colour, behind))),
  }));
}

/** The contrast of two computed colours, as WCAG counts it. */
function apart(one: string, other: string): number {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}
