/** The page at any size, on paper, for any eyes and hands; and the text as the browser's own tools see it. */
import type { Locator, Page } from '@playwright/test';
import { article, SEED, serveArticle } from '../fixtures/dataset.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { keepAlways, visit } from '../fixtures/visit.ts';
import type { Visit } from '../fixtures/visit.ts';

const seed = article(SEED);

/** Every state of the reader, one after the other. `last`: what is new in it and must be seen. */
async function walk(
  { hand, library, reading, settings, page }: Visit,
  look: (state: string, last: Locator) => Promise<void>,
) {
  await library.open();
  await look('library', library.link(seed.title.ar));
  await reading.open(SEED);
  await look('article', reading.text);
  await hand.use(reading.key);
  await look('legend', reading.legend);
  await hand.use(reading.key);
  await hand.useWord(reading.wordIn('h1', 'شمخاني'));
  await look('entity card', page.getByRole('dialog'));
  await page.keyboard.press('Escape');
  await hand.useWord(reading.wordIn('h1', 'يلتقي'));
  await look('glossary card', page.getByRole('dialog'));
  await page.keyboard.press('Escape');
  const panel = await reading.openPanel();
  await look('panel', panel.root);
  await reading.closePanel();
  await reading.open(SEED, 'q=q11');
  await look('quotation', await reading.cardOf('q11'));
  await hand.use(settings.openButton);
  await look('settings', settings.dialog);
  await page.keyboard.press('Escape');
}

const emulates = (page: Page, media: string) => page.evaluate((media) => matchMedia(media).matches, media);

for (const [name, viewport] of [
  ['320 pixels', { width: 320, height: 640 }],
  ['200 % of 1280 by 900', { width: 640, height: 450 }],
] as const) {
  test(`nothing is lost or hangs over the edge: ${name}`, { tag: '@desk' }, async ({ page }) => {
    test.slow();
    await page.setViewportSize(viewport);
    for (const language of ['ar', 'en'] as const) {
      await keepAlways(page, JSON.stringify({ state: { settings: { language }, places: {} }, version: 1 }));
      const reader = await visit(page, { language });
      await walk(reader, async (state, last) => {
        await last.scrollIntoViewIfNeeded();
        await expect(last, state).toBeInViewport();
        const found = await page.evaluate(() => {
          const { clientWidth, scrollWidth } = document.documentElement;
          const seen = (element: Element) =>
            element.checkVisibility({ opacityProperty: true }) && !element.closest('.unseen');
          const over = [
            ...document.querySelectorAll('button, a, select, input, h1, h2, h3, p, dd, dialog, [role="dialog"]'),
          ]
            .filter(seen)
            .filter((element) => {
              const { left, right, width } = element.getBoundingClientRect();
              return width > 1 && (left < -1 || right > clientWidth + 1);
            })
            .map((element) => element.outerHTML.slice(0, 120));
          return { wider: scrollWidth - clientWidth, over };
        });
        expect(found, `${language}, ${state}`).toEqual({ wider: 0, over: [] });
      });
    }
  });
}

test('fingers find every button: 44 pixels', { tag: '@touch' }, async ({ page }) => {
  test.slow();
  const small: string[] = [];
  let looked = 0;
  await walk(await visit(page, { touch: true }), async (state) => {
    const { targets, found } = await page.evaluate(() => {
      const targets = [
        ...document.querySelectorAll<HTMLElement>('button, a[href], select, input, summary, [role="button"]'),
      ]
        // Words in the text are as high as its lines: targets within sentences are excepted.
        .filter((element) => element.checkVisibility() && !element.matches('.leaf') && !element.closest('.unseen'))
        // A link spread over its whole entry is as large as that.
        .filter((element) => getComputedStyle(element, '::after').position !== 'absolute')
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        // Out of the window until it has the focus: the way past the head of the page.
        .filter(({ box }) => box.right > 0 && box.bottom > 0);
      const found = targets
        .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
        .map(
          ({ element, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 100)}`,
        );
      return { targets: targets.length, found };
    });
    looked += targets;
    small.push(...found.map((target) => `${state}: ${target}`));
  });
  expect([...new Set(small)]).toEqual([]);
  expect(looked).toBeGreaterThan(100);
});

test('who wants no motion gets none', async ({ page, hasTouch }) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    const scrollBy: (how?: ScrollToOptions) => void = window.scrollBy.bind(window);
    Object.assign(window, {
      scrollBy: (how: ScrollToOptions) => {
        asked.push(how.behavior ?? 'auto');
        scrollBy(how);
      },
    });
  });
  const { hand, reading } = await visit(page, { touch: hasTouch });
  const asked = async () => {
    await page.evaluate(() => void ((window as unknown as { asked: string[] }).asked.length = 0));
    const panel = await reading.openPanel();
    await hand.use(panel.words('q11'));
    await expect(reading.block('p7')).toBeInViewport();
    return page.evaluate(() => (window as unknown as { asked: string[] }).asked);
  };
  await reading.open(SEED);
  expect(await asked()).toContain('smooth');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  test.skip(!(await emulates(page, '(prefers-reduced-motion: reduce)')), 'this driver cannot ask for less motion');
  await page.goto('about:blank');
  await reading.open(SEED);
  const still = await asked();
  expect(still).not.toContain('smooth');
  expect(still.length).toBeGreaterThan(0);
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter(
        (element) => parseFloat(getComputedStyle(element).transitionDuration) > 0.01,
      ).length,
  );
  expect(moving).toBe(0);
});

test('forced colours: what is chosen can still be told', { tag: '@desk' }, async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium’s driver can force colours');
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await emulates(page, '(forced-colors: active)')).toBe(true);
  const { hand, reading, settings } = await visit(page);
  await reading.open(SEED, 'q=q11');
  await hand.use(settings.openButton);
  const look = (value: 'naskh' | 'sans') =>
    settings.radio('face', value).evaluate((input) => {
      const { backgroundColor, borderColor, borderWidth, outlineStyle } = getComputedStyle(
        input.nextElementSibling as Element,
      );
      return [backgroundColor, borderColor, borderWidth, outlineStyle].join(' ');
    });
  expect(await look('naskh')).not.toBe(await look('sans'));
  await page.keyboard.press('Escape');
  const piece = reading.strip.locator('span').first();
  const colours = await piece.evaluate((element) => [
    getComputedStyle(element).backgroundColor,
    getComputedStyle(document.body).backgroundColor,
    getComputedStyle(document.documentElement).backgroundColor,
  ]);
  expect(colours.slice(1)).not.toContain(colours[0]);
  // The system would paint every marked word as selected: the text opts out, and washes only what is chosen.
  const painted = await reading.block('p3').evaluate((element) => ({
    own: getComputedStyle(element).forcedColorAdjust,
    chosen: getComputedStyle(element, '::highlight(isnad-content)').backgroundColor,
    name: getComputedStyle(element, '::highlight(isnad-person)').backgroundColor,
    page: getComputedStyle(document.body).backgroundColor,
  }));
  expect(painted).toMatchObject({ own: 'none', name: 'rgba(0, 0, 0, 0)' });
  expect([painted.page, painted.name]).not.toContain(painted.chosen);
  await expectAxeClean(page);
});

test('nothing moves while an article opens', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium tells of layout shifts');
  await page.addInitScript(() => {
    const shifts: { value: number; what: string }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as {
        value: number;
        hadRecentInput: boolean;
        sources: { node?: Node }[];
      }[]) {
        const what = entry.sources
          .map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 60) : ''))
          .join(' | ');
        if (!entry.hadRecentInput) shifts.push({ value: entry.value, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const { reading } = await visit(page);
  for (const place of ['', 'q=q11', 'e=iran.2']) {
    await reading.open(SEED, place);
    await page.reload();
    await reading.text.waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => new Promise((resolve) => setTimeout(resolve, 500))));
    const shifts = await page.evaluate(
      () => (window as unknown as { shifts: { value: number; what: string }[] }).shifts,
    );
    const total = shifts.reduce((sum, { value }) => sum + value, 0);
    expect(total, `${place} ${JSON.stringify(shifts)}`).toBeLessThan(0.02);
  }
});

test('on paper: the article with its quotations as notes', { tag: '@desk' }, async ({ page }) => {
  const { reading, words, library } = await visit(page, { kept: { theme: 'dark' } });
  await reading.open(SEED, 'q=q11');
  await page.emulateMedia({ media: 'print' });
  test.skip(!(await emulates(page, 'print')), 'this driver cannot show what goes to paper');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  for (const { id } of seed.blocks) await expect(reading.block(id)).toBeVisible();
  const notes = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: words.say('reading', 'notes'), includeHidden: true }) })
    .last();
  await expect(notes).toBeVisible();
  await expect(notes.locator('li')).toHaveCount(seed.quotations.length);
  await expect(notes.locator('li').first()).toContainText(seed.quotations[0]?.contents[0]?.words ?? '');
  const numbers = await reading.text
    .locator('[data-note]')
    .evaluateAll((leaves) => leaves.map((leaf) => getComputedStyle(leaf, '::after').content.replaceAll('"', '')));
  expect(numbers).toEqual(seed.quotations.map((_, index) => words.number(index + 1)));
  for (const hidden of [
    reading.panel.root,
    reading.panelButton,
    reading.peek,
    reading.key,
    library.languageButton,
    reading.strip,
  ]) {
    await expect(hidden).toBeHidden();
  }
  const [ink, paper] = await reading
    .block('p1')
    .evaluate((element) => [
      getComputedStyle(element).color,
      getComputedStyle(document.documentElement).backgroundColor,
    ]);
  expect([ink, paper]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});

test('a long text is all there for the browser’s own find, selection and copy', { tag: '@desk' }, async ({
  page,
  browserName,
}) => {
  const { reading } = await visit(page);
  const long = await serveArticle(page, SEED, (draft) => {
    const paragraphs = draft.blocks.filter(({ type }) => type === 'paragraph').map(({ text }) => text);
    for (let copy = 1; copy <= 20; copy++) {
      for (const text of paragraphs) {
        draft.blocks.push({ id: `x${draft.blocks.length}`, type: 'paragraph', gap: 1, text: `${copy}. ${text}` });
      }
    }
    draft.blocks.push({ id: 'last', type: 'paragraph', gap: 1, text: 'وهنا تنتهي الحكاية عند شجرة الزيزفون.' });
  });
  await reading.open(SEED);
  const found = await page.evaluate(() => {
    const find = (window as unknown as { find: (words: string) => boolean }).find('شجرة الزيزفون');
    return [
      find,
      document.getSelection()?.anchorNode?.parentElement?.closest('[data-block]')?.getAttribute('data-block'),
    ];
  });
  expect(found).toEqual([true, 'last']);
  await expect(reading.block('last')).toBeInViewport();

  await page.keyboard.press('ControlOrMeta+A');
  const selected = await page.evaluate(() => document.getSelection()?.toString() ?? '');
  const lines = selected
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const texts = long.blocks.map(({ text }) => text);
  const from = lines.indexOf(texts[0] ?? '');
  expect(lines.slice(from, from + texts.length)).toEqual(texts);

  if (browserName === 'firefox') {
    // The clipboard of this driver cannot be read; the selection is what it would hold.
    test.info().annotations.push({ type: 'left out', description: 'reading the clipboard' });
    return;
  }
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('ControlOrMeta+C');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const pasted = copied
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  expect(pasted.slice(pasted.indexOf(texts[0] ?? '')).slice(0, texts.length)).toEqual(texts);
});
