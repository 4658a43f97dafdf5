/** What is missing, broken, newer or hostile: said plainly, and everything else still opens. */
import type { Page } from '@playwright/test';
import { article, library as libraryFile, SEED, serveArticle, serveFile } from '../fixtures/dataset.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { languages } from '../fixtures/words.ts';

const seed = article(SEED);
const seedFile = `data/articles/${SEED}.json`;
const other = libraryFile().articles.find(({ id }) => id === 'library-bus');
if (!other) throw new Error('the library has lost library-bus');

const shifted = seed.mentions.map((mention, index) =>
  index === 0
    ? { ...mention, range: { ...mention.range, start: mention.range.start + 1, end: mention.range.end + 1 } }
    : mention,
);

/** What the file holds, and what the message says beyond its name. */
const broken = [
  { kind: 'notJson', body: JSON.stringify(seed).slice(0, 5000), values: {} },
  { kind: 'otherFormat', body: JSON.stringify({ ...seed, format: 'something-else' }), values: {} },
  { kind: 'newerVersion', body: JSON.stringify({ ...seed, version: 7 }), values: { detail: '\u20687\u2069' } },
  { kind: 'shape', body: JSON.stringify({ ...seed, level: 'heavy' }), values: { where: '\u2068level\u2069' } },
  {
    kind: 'content',
    body: JSON.stringify({ ...seed, mentions: shifted }),
    values: { where: '\u2068mentions/m1\u2069' },
  },
] as const;

for (const language of languages) {
  const means = language === 'ar' ? 'pointer' : 'keyboard';
  const theme = language === 'ar' ? 'light' : 'dark';

  test(`a file that cannot be read is named with its fault, in ${language}`, {
    tag: language === 'en' ? '@desk' : [],
  }, async ({ page, hasTouch, complaints }) => {
    test.slow();
    const { words, hand, library, reading } = await visit(page, {
      language,
      means,
      touch: hasTouch,
      kept: { language, theme },
    });
    const { say } = words;
    const fault = page.getByRole('alert');
    const file = (name: string) => ({ file: `\u2068${name}\u2069` });

    for (const { kind, body, values } of broken) {
      await test.step(kind, async () => {
        await serveFile(page, `articles/${SEED}.json`, body);
        await page.goto(`a/${SEED}/`);
        await expect(fault).toContainText(say('faults', kind, { ...file(seedFile), ...values }));
        await expect(fault).toContainText(say('faults', 'restOpens'));
        // The text that the page came with is still there, and no wider than the screen.
        await expect(page.getByRole('article')).toContainText(seed.title.ar);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        ).toBe(0);
        await page.unrouteAll();
      });
    }
    await expectAxeClean(page);

    await test.step('the rest of the library still opens', async () => {
      await hand.use(page.getByRole('main').getByRole('link', { name: say('app', 'backToLibrary') }));
      await hand.use(library.link(other.title.ar));
      await expect(reading.block('h1')).toHaveText(other.title.ar);
    });

    await test.step('a file that is not there', async () => {
      complaints.allow(/404/);
      await page.route(`**/${seedFile}`, (route) => route.fulfill({ status: 404, body: 'no' }));
      await page.goto(`a/${SEED}/`);
      await expect(fault).toContainText(say('faults', 'status', { ...file(seedFile), detail: '\u2068404\u2069' }));
      await page.unrouteAll();
    });

    await test.step('a connection that fails, and comes back', async () => {
      complaints.allow(/failed|Failed to load|NetworkError/);
      await page.route(`**/${seedFile}`, (route) => route.abort());
      await page.goto(`a/${SEED}/`);
      await expect(fault).toContainText(say('faults', 'network', file(seedFile)));
      await page.unrouteAll();
      await hand.use(page.getByRole('main').getByRole('button', { name: say('faults', 'retry') }));
      await expect(reading.block('h1')).toHaveText(seed.title.ar);
    });

    await test.step('a broken index, beside which every article still opens at its own address', async () => {
      await serveFile(page, 'index.json', '{');
      await library.open();
      await expect(fault).toContainText(say('faults', 'notJson', file('data/index.json')));
      await expectAxeClean(page);
      await page.goto(`a/${other.id}/`);
      await expect(reading.block('h1')).toHaveText(other.title.ar);
      await page.unrouteAll();
    });

    await test.step('an empty library', async () => {
      await serveFile(page, 'index.json', JSON.stringify({ ...libraryFile(), articles: [] }));
      await library.open();
      await expect(page.getByText(say('shelf', 'empty'))).toBeVisible();
      await expectAxeClean(page);
      await page.unrouteAll();
    });

    await test.step('an address of no article: within the reader, and on the bare host', async () => {
      await library.open();
      await page.evaluate(() => history.pushState(null, '', `${location.pathname}a/never-written/`));
      await expect(page.getByRole('heading', { name: say('app', 'notFoundTitle') })).toBeVisible();
      await expectAxeClean(page);
      await hand.use(page.getByRole('link', { name: say('app', 'backToLibrary') }));
      await expect(library.list).toBeVisible();
      const answer = await page.goto('a/never-written/');
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAxeClean(page);
    });
  });
}

const EVIL = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';

test('whatever a file says stays text', { tag: '@desk' }, async ({ page, hasTouch }) => {
  const { hand, library, reading } = await visit(page, { language: 'en', touch: hasTouch, kept: { language: 'en' } });
  const index = structuredClone(libraryFile()) as unknown as { articles: Record<string, unknown>[] };
  for (const entry of index.articles) {
    Object.assign(entry, {
      title: { ar: `${EVIL} ع`, en: `${EVIL} e` },
      summary: { ar: EVIL, en: EVIL },
      topics: [{ ar: EVIL, en: EVIL }],
      speakers: [{ name: { ar: EVIL, en: EVIL }, quotations: 1 }],
    });
  }
  await serveFile(page, 'index.json', JSON.stringify(index));
  await serveArticle(page, SEED, (draft) => {
    const both = { ar: EVIL, en: EVIL };
    Object.assign(draft, { title: both, notice: both, summary: both });
    for (const block of draft.blocks) block.text += EVIL;
    for (const entity of draft.entities) Object.assign(entity, { name: both, role: both, description: both });
    for (const quotation of draft.quotations)
      Object.assign(quotation, { reason: both, verb: { ...quotation.verb, lemma: EVIL } });
    for (const entry of draft.glossary) {
      Object.assign(entry, { vocalised: entry.vocalised + EVIL, lemma: EVIL, root: EVIL, definition: both });
    }
    for (const link of draft.chain) link.note = both;
  });

  await library.open();
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(EVIL);
  await hand.use(page.getByRole('heading', { level: 2 }).first().getByRole('link'));
  await expect(reading.block('h1')).toContainText(EVIL);
  await expect(page).toHaveTitle(new RegExp('onerror'));
  await hand.useWord(reading.wordIn('h1', 'شمخاني'));
  await expect(reading.entityCard(EVIL)).toContainText(EVIL);
  await page.keyboard.press('Escape');
  await hand.useWord(reading.wordIn('h1', 'يلتقي'));
  await expect(page.getByRole('dialog').last()).toContainText(EVIL);
  await page.keyboard.press('Escape');
  const panel = await reading.openPanel();
  await expect(panel.root).toContainText(EVIL);
  await hand.use(panel.words('q1'));
  await expect(await reading.cardOf('q1')).toContainText(EVIL);
  await expect(page.locator('img, main script')).toHaveCount(0);
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
});

/** Turns round all that stands after it and is not kept apart from it, since nothing closes it. */
const TURNED = 'قلب\u202eturned';

/** Texts of the page that stand in one line of writing with turned ones, and so are turned round with them. */
const turnedAlong = (page: Page): Promise<string[]> =>
  page.evaluate((turned) => {
    const homeOf = (text: Text) => {
      let home = text.parentElement ?? document.body;
      for (let style = getComputedStyle(home); home.parentElement; style = getComputedStyle(home)) {
        if (style.display !== 'inline' || /isolate|plaintext/.test(style.unicodeBidi)) break;
        home = home.parentElement;
      }
      return home;
    };
    const texts: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent?.checkVisibility() && !parent.closest('.unseen')) texts.push(node as Text);
    }
    const homes = new Set(texts.filter((text) => text.data.includes('\u202e')).map(homeOf));
    if (homes.size === 0) throw new Error('nothing on this page is turned');
    return texts
      .filter((text) => homes.has(homeOf(text)))
      .map((text) =>
        text.data
          .replace(/\u2068[^\u2068\u2069]*\u2069/g, '')
          .replaceAll(turned, '')
          .trim(),
      )
      .filter((rest) => rest !== '');
  }, TURNED);

for (const language of languages) {
  test(`a name that turns the writing round turns nothing but itself, in ${language}`, {
    tag: language === 'en' ? '@desk' : [],
  }, async ({ page, hasTouch }) => {
    const { hand, library, reading } = await visit(page, { language, touch: hasTouch, kept: { language } });
    const both = { ar: TURNED, en: TURNED };
    const index = structuredClone(libraryFile()) as unknown as { articles: Record<string, unknown>[] };
    for (const entry of index.articles) {
      const speakers = Array.from({ length: 5 }, () => ({ name: both, quotations: 1 }));
      Object.assign(entry, { title: both, summary: both, topics: [both, both], speakers });
    }
    await serveFile(page, 'index.json', JSON.stringify(index));
    await serveArticle(page, SEED, (draft) => {
      Object.assign(draft, { title: both, notice: both, summary: both });
      for (const entity of draft.entities) Object.assign(entity, { name: both, role: both, description: both });
      for (const quotation of draft.quotations)
        Object.assign(quotation, { reason: both, verb: { ...quotation.verb, lemma: TURNED } });
      for (const entry of draft.glossary) Object.assign(entry, { lemma: TURNED, root: TURNED, definition: both });
      for (const link of draft.chain) link.note = both;
    });

    await library.open();
    await library.list.waitFor();
    expect(await turnedAlong(page)).toEqual([]);
    await reading.open(SEED);
    expect(await turnedAlong(page)).toEqual([]);
    for (const word of ['شمخاني', 'يلتقي']) {
      await hand.useWord(reading.wordIn('h1', word));
      await expect(page.getByRole('dialog')).toContainText(TURNED);
      expect(await turnedAlong(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    const panel = await reading.openPanel();
    await hand.use(panel.aboutView);
    expect(await turnedAlong(page)).toEqual([]);
    await hand.use(panel.bySpeaker);
    await hand.use(panel.words('q1'));
    await expect(await reading.cardOf('q1')).toContainText(TURNED);
    expect(await turnedAlong(page)).toEqual([]);
  });
}
