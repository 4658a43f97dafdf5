/** The pages as they are before any script runs, and how the app takes them over. */
import type { Page } from '@playwright/test';
import { writePassage } from '../../src/core/passage/passage.ts';
import { article, library as libraryFile, SEED, serveFile, wordsOf } from '../fixtures/dataset.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { keep, visit } from '../fixtures/visit.ts';
import { wordsIn } from '../fixtures/words.ts';

const seed = article(SEED);
const marked = article('library-bus');
const { say } = wordsIn('ar');

/** Opens a page whose app waits until it is let in. */
async function openHeld(page: Page, address: string): Promise<() => Promise<void>> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/start-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('#root[data-still]').waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  return async () => {
    release();
    await page.locator('#root:not([data-still])').waitFor({ state: 'attached' });
  };
}

/** Where every block, the head of the page and the voices stand. */
const places = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [
        '#root > header',
        'main',
        'aside',
        '[class*="strip"]',
        ...[...document.querySelectorAll('[data-block]')].map(
          (block) => `[data-block="${block.getAttribute('data-block')}"]`,
        ),
        ...[...document.querySelectorAll('aside [data-quotation]')].map(
          (card) => `aside [data-quotation="${card.getAttribute('data-quotation')}"]`,
        ),
      ].map((selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return [selector, box ? [box.left, box.top, box.width, box.height].map(Math.round).join(' ') : 'none'];
      }),
    ),
  );

/** All that can be seen and read, but the article and what is said in both languages. */
const seenAround = (page: Page) =>
  page.evaluate(() => {
    const seen: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest('.article-text, .unseen, noscript') || !node.textContent?.trim()) continue;
      if (parent.checkVisibility({ visibilityProperty: true })) seen.push(node.textContent);
    }
    return seen.join(' ');
  });

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false });

  test('an article is whole: its text, its voices, the way to the library', async ({
    page,
    complaints,
    browserName,
  }) => {
    if (browserName === 'firefox') {
      // This driver cannot switch scripts off: here none of them arrives.
      complaints.allow(/\.js/);
      await page.route('**/*.js', (route) => route.abort());
    }
    // Chromium refuses to fetch scripts that it may not run, and calls that a policy.
    complaints.allow(/\.js csp$/);
    await page.goto(`a/${SEED}/`);
    await expect(page).toHaveTitle(`${seed.title.ar} — إسناد`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(seed.title.ar);
    for (const { id, text } of seed.blocks) {
      const block = page.locator(`article [data-block="${id}"]`);
      await expect(block).toBeVisible();
      expect(await block.textContent()).toBe(text);
    }
    const voices = page.locator('#quotations');
    await expect(voices.getByRole('heading', { level: 2 })).toHaveText(say('speakers', 'title'));
    const said = voices.locator('blockquote');
    await expect(said).toHaveCount(seed.quotations.length);
    const words = await said.allTextContents();
    for (const quotation of seed.quotations) expect(words).toContain(wordsOf(quotation).join(' … '));
    for (const id of new Set(seed.quotations.map(({ speaker }) => speaker))) {
      const name = seed.entities.find((entity) => entity.id === id)?.name.ar ?? '';
      await expect(voices.getByRole('heading', { name, level: 3 })).toBeVisible();
    }
    // Nothing is offered that could not answer.
    for (const control of await page.locator('button, summary, input, select').all()) {
      expect((await control.isVisible()) && (await control.isEnabled())).toBe(false);
    }
    await page
      .getByRole('link', { name: say('app', 'library') })
      .first()
      .click();
    for (const entry of libraryFile().articles) {
      await expect(page.getByRole('link', { name: entry.title.ar, exact: true })).toBeVisible();
    }
    await page.getByRole('link', { name: marked.title.ar, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(marked.title.ar);
  });
});

const visits = [
  { name: 'a first visit', id: SEED, kept: {} },
  {
    name: 'type of the reader’s own',
    id: SEED,
    kept: { face: 'sans', size: 5, leading: 'loose', width: 'narrow', theme: 'dark' },
  },
  { name: 'an English reader', id: 'harbour-inquiry', kept: { language: 'en', size: 0, width: 'wide' } },
  { name: 'European digits', id: SEED, kept: { digits: 'latn' } },
] as const;

for (const { name, id, kept } of visits) {
  test(`the app takes the page over and nothing moves: ${name}`, async ({ page, browserName }) => {
    await keep(page, kept);
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const letIn = await openHeld(page, `a/${id}/`);
    const text = page.locator('.article-text');
    await expect(text).toBeVisible();
    for (const block of article(id).blocks) {
      expect(await text.locator(`[data-block="${block.id}"]`).textContent()).toBe(block.text);
    }
    const around = await seenAround(page);
    if ('language' in kept) expect(around).not.toMatch(/\p{Script=Arabic}/u);
    else if ('digits' in kept) expect(around).toBe('');
    else expect(around).toContain(say('reading', 'published', { date: '' }).trim());
    const look = () =>
      page.evaluate(() => {
        const { fontFamily, fontSize, lineHeight } = getComputedStyle(
          document.querySelector('[data-block="p1"]') as Element,
        );
        const { backgroundColor } = getComputedStyle(document.documentElement);
        return [fontFamily, fontSize, lineHeight, backgroundColor, document.documentElement.dir].join(' ');
      });
    const before = { places: await places(page), look: await look() };
    await letIn();
    await page.locator('.leaf').first().waitFor();
    const after = await places(page);
    // On a phone there is no panel beside the text; the page has one written that is not shown.
    const shown = Object.entries(before.places).filter(
      ([what]) => !what.startsWith('aside') || after['aside'] !== 'none',
    );
    // Another language changes the words of the panel and of what comes below the text, which nobody has seen before.
    const same = 'language' in kept ? shown.filter(([what]) => what !== 'main' && !what.includes('quotation')) : shown;
    expect(Object.fromEntries(same.map(([what]) => [what, after[what]]))).toEqual(Object.fromEntries(same));
    expect(await look()).toBe(before.look);
    expect(await page.locator('[data-still-voices]').count()).toBe(0);
    if (browserName !== 'chromium') return;
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.001);
  });
}

test('letters that the reader does not want are never shown', async ({ page }) => {
  const { reading } = await visit(page, { kept: { tashkeel: false } });
  const letIn = await openHeld(page, `a/${marked.id}/`);
  await expect(page.locator('.article-text')).toBeHidden();
  await letIn();
  await expect(reading.block('p1')).toBeVisible();
  expect(await reading.text.textContent()).not.toMatch(/[\u064b-\u0652]/);
});

test('place, selection and focus outlive the change', { tag: '@desk' }, async ({ page }) => {
  const { reading } = await visit(page);
  const letIn = await openHeld(page, `a/${SEED}/`);
  const selected = await page.evaluate(() => {
    window.scrollTo(0, 400);
    document.querySelector<HTMLElement>('header a')?.focus({ preventScroll: true });
    const from = document.querySelector('[data-block="p2"]')?.firstChild as Text;
    const to = document.querySelector('[data-block="p3"]')?.firstChild as Text;
    document.getSelection()?.setBaseAndExtent(from, 5, to, 17);
    return document.getSelection()?.toString();
  });
  await letIn();
  await page.locator('.leaf').first().waitFor();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(selected);
  expect(await page.evaluate(() => Math.round(window.scrollY))).toBe(400);
  await expect(reading.bar).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link').first()).toBeFocused();
});

test('who stopped somewhere is there from the first paint', async ({ page }) => {
  const { reading } = await visit(page);
  await page.addInitScript(() => {
    if (location.protocol !== 'http:' || localStorage.getItem('isnad-reader') !== null) return;
    const places = { 'shamkhani-mamlouk': { block: 'p6', offset: 120, at: 1 } };
    localStorage.setItem('isnad-reader', JSON.stringify({ state: { settings: {}, places }, version: 1 }));
  });
  const letIn = await openHeld(page, `a/${SEED}/`);
  const scrolled = () => page.evaluate(() => Math.round(window.scrollY));
  await expect.poll(scrolled).toBeGreaterThan(400);
  const before = await scrolled();
  await letIn();
  await expect(reading.resumed).toBeVisible();
  expect(Math.abs((await scrolled()) - before)).toBeLessThan(3);
});

test('an address with a place in it leads there', async ({ page }) => {
  const { reading } = await visit(page);
  const last = seed.blocks.findLast(({ type }) => type === 'paragraph');
  if (!last) throw new Error('the seed has lost its paragraphs');
  const passage = writePassage(seed, { block: last.id, start: 0, end: last.text.length });
  const letIn = await openHeld(page, `a/${SEED}/#${passage}`);
  await letIn();
  await expect(reading.block(last.id)).toBeInViewport();
  await expect(reading.arrived).toBeVisible();
  await expect.poll(() => reading.painted('isnad-passage')).toEqual([last.text]);
});

test('a frame on another site does not see the whole page first', { tag: '@desk' }, async ({ page }) => {
  const letIn = await openHeld(page, `a/${SEED}/?view=embed#q=q11`);
  await expect(page.locator('.article-text')).toBeHidden();
  await expect(page.locator('#root > header')).toBeHidden();
  await letIn();
  await expect(page.getByText(say('reading', 'embed.open'))).toBeVisible();
  await expect(page.locator('.article-text')).toHaveCount(0);
});

test('a damaged file leaves the text and its voices to be read', async ({ page }) => {
  await serveFile(page, `articles/${SEED}.json`, '{');
  await page.goto(`a/${SEED}/`);
  await expect(page.getByRole('alert')).toContainText(say('faults', 'restOpens'));
  for (const { id } of seed.blocks) await expect(page.locator(`[data-block="${id}"]`)).toBeVisible();
  await expect(page.locator('blockquote')).toHaveCount(seed.quotations.length);
  await expectAxeClean(page);
  await page.unrouteAll();
  await page.getByRole('button', { name: say('faults', 'retry') }).click();
  await page.locator('.leaf').first().waitFor();
  await expect(page.locator('[data-still-voices]')).toHaveCount(0);
});

test('an app that does not come leaves the page as one without scripts', async ({ page, complaints }) => {
  complaints.allow(/start-|failed|dynamically imported module|NetworkError|Failed to load/);
  await keep(page, { language: 'en' });
  await page.route('**/assets/start-*.js', (route) => route.abort());
  await page.goto(`a/${SEED}/`, { waitUntil: 'commit' });
  await expect(page.locator('[data-still-voices]')).toBeVisible();
  await expect(page.locator('[data-block="p1"]')).toBeVisible();
  await expect(page.locator('button:visible:not(:disabled)')).toHaveCount(0);
});

test('what the page says of itself is for its own address', async ({ page }) => {
  const { hand, library, reading } = await visit(page, { touch: test.info().project.name === 'mobile' });
  await reading.open(SEED);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(data['@type']).toBe('NewsArticle');
  expect(data.hasPart).toHaveLength(seed.quotations.length);
  const canonical = page.locator('link[rel=canonical]');
  expect(await canonical.evaluate((link: HTMLLinkElement) => link.href)).toBe(page.url());
  await hand.use(page.getByRole('banner').getByRole('link').first());
  await hand.use(library.link(marked.title.ar));
  await expect(reading.block('h1')).toHaveText(marked.title.ar);
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(0);
  await expect(canonical).toHaveCount(0);
});

test('the page before the app is open to everybody', { tag: '@desk' }, async ({ page }) => {
  for (const address of ['', `a/${SEED}/`]) {
    const letIn = await openHeld(page, address);
    await expectAxeClean(page);
    await letIn();
    await page.unrouteAll();
  }
});
