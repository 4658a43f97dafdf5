/** What comes in from outside: files dropped or opened with the app, words shared by another; and the app's own papers. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { publishedLayer } from '../../src/core/annotation/layer.ts';
import { newCodebook } from '../../src/core/annotation/tags.ts';
import { writePassage } from '../../src/core/passage/passage.ts';
import { article, SEED } from '../fixtures/dataset.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { Notices } from '../pages/notices.ts';

const seed = article(SEED);
const dist = fileURLToPath(new URL('../../dist', import.meta.url));

interface Dropped {
  readonly name: string;
  readonly text?: string;
  readonly bytes?: readonly number[];
  /** Filled up to this many bytes. */
  readonly size?: number;
}

/** Drops files on the middle of the page; returns whether the browser was kept from opening them itself. */
const drop = (page: Page, files: readonly Dropped[]): Promise<boolean> =>
  page.evaluate((files) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text, bytes, size } of files) {
      const content = size === undefined ? (text ?? new Uint8Array(bytes ?? [])) : ' '.repeat(size);
      dataTransfer.items.add(new File([content], name));
    }
    const target = document.querySelector('main') ?? document.body;
    const event = (type: string) => new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
    return !target.dispatchEvent(event('dragover')) && !target.dispatchEvent(event('drop'));
  }, files);

/** What is not urgent comes once the page has come to rest; before, nobody listens. */
const atRest = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(() => !document.body.dispatchEvent(new DragEvent('dragover', { cancelable: true, bubbles: true }))),
    )
    .toBe(true);

test('files dropped anywhere: said what they are, nothing lost, the page stays', async ({ page, hasTouch }) => {
  const { hand, reading, words } = await visit(page, { touch: hasTouch });
  const { arrivals } = new Notices(page, words);
  const say = (key: string, name: string) => words.say('offline', key, { name: `\u2068${name}\u2069`, most: '' });
  await reading.open(SEED);
  await atRest(page);
  const address = page.url();

  const evil = '<img src=x onerror="window.hurt=1">';
  expect(
    await drop(page, [
      { name: 'notes.txt', text: `قال الوزير ${evil}` },
      { name: 'one.json', text: JSON.stringify({ format: 'isnad-article', version: 1 }) },
      { name: 'strange.json', text: '{"format":"other"}' },
    ]),
  ).toBe(true);
  await expect(arrivals).toHaveCount(3);
  await expect(arrivals.nth(0)).toContainText(say('arrival.text', 'notes.txt'));
  await expect(arrivals.nth(1)).toContainText(say('arrival.article', 'one.json'));
  await expect(arrivals.nth(2)).toContainText(say('arrival.other', 'strange.json'));
  await hand.use(arrivals.nth(0).locator('summary'));
  await expect(arrivals.nth(0)).toContainText(evil);
  await expectAxeClean(page);
  for (const left of [2, 1, 0]) {
    await hand.use(arrivals.first().getByRole('button', { name: words.say('offline', 'arrival.letGo') }));
    await expect(arrivals).toHaveCount(left);
  }

  expect(
    await drop(page, [
      { name: 'photo.jpg', bytes: [0xff, 0xd8, 0xff, 0xe0] },
      { name: 'huge.json', size: 64_000_001 },
    ]),
  ).toBe(true);
  await expect(arrivals).toHaveCount(2);
  await expect(arrivals.nth(0)).toContainText(say('refused.notText', 'photo.jpg'));
  await expect(arrivals.nth(1)).toContainText('huge.json');
  await expectAxeClean(page);
  expect(page.url()).toBe(address);
  await expect(reading.text).toBeVisible();
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
});

test('words that another app shares: a link of this site is followed, all else is kept as text', async ({
  page,
  baseURL,
  hasTouch,
}) => {
  const { hand, library, reading, words } = await visit(page, { touch: hasTouch });
  const { arrivals } = new Notices(page, words);
  const block = seed.blocks[2];
  const passage = block && writePassage(seed, { block: block.id, start: 0, end: block.text.length });
  expect(passage).toBeTruthy();
  const share = (text: string) => page.goto(`?${new URLSearchParams({ 'share-text': text })}`);

  await share(`سؤال اليوم: ${baseURL}a/${SEED}/#${passage}، وأجب عنه.`);
  await expect(page).toHaveURL(`${baseURL}a/${SEED}/#${passage}`);
  await expect(reading.arrived).toBeVisible();
  await expect(arrivals).toHaveCount(0);

  for (const text of ['قال الوزير: «نعم».', 'https://evil.example/reader/sub/a/x/', 'javascript:alert(1)']) {
    await share(text);
    await expect(arrivals).toContainText(words.say('offline', 'arrival.shared'));
    await expect(page).toHaveURL(baseURL ?? '');
    await hand.use(arrivals.locator('summary'));
    await expect(arrivals.locator('pre')).toHaveText(text);
    await expect(library.list).toBeVisible();
  }
  // The words have left the address: a reload does not bring them again.
  await page.reload();
  await library.list.waitFor();
  await atRest(page);
  await expect(arrivals).toHaveCount(0);
});

test('files and addresses that the system hands to the installed app', { tag: '@desk' }, async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'launchQueue', {
      value: { setConsumer: (consumer: unknown) => Object.assign(window, { launch: consumer }) },
    });
  });
  const { library, reading, words } = await visit(page);
  const { arrivals } = new Notices(page, words);
  await reading.open(SEED);
  await page.waitForFunction(() => 'launch' in window);
  const launch = (targetURL: string, text: string | null) =>
    page.evaluate(
      ({ targetURL, text }) => {
        const file = text === null ? [] : [{ getFile: async () => new File([text], 'lesson.isnad') }];
        (window as unknown as { launch: (params: object) => void }).launch({ targetURL, files: file });
      },
      { targetURL, text },
    );

  // The launch that opened the page comes late: who has gone on is not taken back.
  await page
    .getByRole('banner')
    .getByRole('link', { name: words.say('app', 'library'), exact: true })
    .click();
  await library.list.waitFor();
  await launch(`${baseURL}a/${SEED}/`, null);
  await expect(library.list).toBeVisible();
  await expect(page).toHaveURL(baseURL ?? '');

  await launch(baseURL ?? '', JSON.stringify({ format: 'isnad-lesson', version: 1 }));
  await expect(arrivals).toContainText(words.say('offline', 'arrival.lesson', { name: '\u2068lesson.isnad\u2069' }));
  await expect(arrivals.getByRole('button', { name: words.say('offline', 'arrival.openInLessons') })).toBeVisible();

  await launch(`${baseURL}a/${SEED}/#q=q11`, null);
  await expect(reading.block('h1')).toHaveText(seed.title.ar);
  // The bare start address brings the app to the front and nothing else; another site's is no address of ours.
  await launch(baseURL ?? '', null);
  await launch('https://evil.example/reader/sub/', null);
  await expect(page).toHaveURL(`${baseURL}a/${SEED}/#q=q11`);
});

test('the papers of the app: what a browser needs to install it, from any folder', { tag: '@desk' }, async ({
  page,
  context,
  request,
  browserName,
}) => {
  const { reading } = await visit(page);
  await reading.open(SEED);
  const address = await page.locator('link[rel="manifest"]').evaluate((link: HTMLLinkElement) => link.href);
  const manifest = (await (await request.get(address)).json()) as {
    start_url: string;
    scope: string;
    dir: string;
    icons: { src: string; sizes: string; purpose: string }[];
  };
  expect(new URL(manifest.start_url, address).pathname).toBe('/reader/sub/');
  expect(new URL(manifest.scope, address).pathname).toBe('/reader/sub/');
  // An id would be read from the root of the host, and two copies of the reader there would be one app.
  expect(manifest).not.toHaveProperty('id');
  for (const { src, sizes } of manifest.icons.filter(({ sizes }) => sizes !== 'any')) {
    const bytes = readFileSync(path.join(dist, src));
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
  }
  expect(new Set(manifest.icons.map(({ purpose }) => purpose))).toEqual(new Set(['any', 'maskable']));
  if (browserName !== 'chromium') return;
  const devtools = await context.newCDPSession(page);
  const { errors } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('installing is offered where the browser offers it, and a refusal to keep is said', { tag: '@desk' }, async ({
  page,
}) => {
  await page.addInitScript(() => {
    // Before the site there is about:blank, which has no storage.
    if (location.protocol !== 'http:') return;
    navigator.storage.persist = () => Promise.resolve(false);
    navigator.storage.persisted = () => Promise.resolve(false);
  });
  const { hand, library, settings, words } = await visit(page);
  const say = (key: string) => words.say('offline', key);
  await library.open();
  const told = await page.evaluate(() => {
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => {
        Object.assign(window, { prompted: true });
        return Promise.resolve({ outcome: 'dismissed' });
      },
    });
    return window.dispatchEvent(event);
  });
  // The browser's own banner is held back.
  expect(told).toBe(false);
  await hand.use(settings.openButton);
  await hand.use(settings.storage);
  await hand.use(settings.dialog.getByRole('button', { name: say('install.install') }));
  await expect.poll(() => page.evaluate(() => 'prompted' in window)).toBe(true);
  await expect(settings.dialog).toContainText(say('install.iphone'));

  await hand.use(settings.dialog.getByRole('button', { name: say('stored.askToLast') }));
  await expect(settings.dialog).toContainText(say('stored.lastingRefused'));
  await expectAxeClean(page);

  await page.evaluate(() => window.dispatchEvent(new Event('appinstalled')));
  await expect(settings.dialog).toContainText(say('install.installed'));
});

test('a layer, a codebook and a backup are told by kind and led to where they belong', async ({ page, hasTouch }) => {
  const { hand, library, reading, words } = await visit(page, { touch: hasTouch });
  const { arrivals } = new Notices(page, words);
  const button = (key: string) => arrivals.getByRole('button', { name: words.say('offline', `arrival.${key}`) });
  await library.open();
  await atRest(page);
  const made = '2026-11-25T10:00:00Z';
  const layer = { ...publishedLayer(seed), id: 'L1', kind: 'person', name: 'طبقة سلمى', created: made, modified: made };
  const stray = { ...layer, article: 'nowhere' };
  const codebook = newCodebook('book', 'دفتر سلمى', made);
  const shelf = {
    format: 'isnad-shelf',
    version: 1,
    made,
    layers: [{ layer, origin: 'made', removed: null, history: null }],
    codebooks: [],
    reviews: [],
    decisions: [],
    lessons: [],
    work: [],
    results: [],
    settings: null,
  };
  const bring = (name: string, content: object) => drop(page, [{ name, text: JSON.stringify(content) }]);

  await bring('stray.json', stray);
  await expect(arrivals).toContainText(words.say('offline', 'arrival.layer', { name: '\u2068stray.json\u2069' }));
  await expectAxeClean(page);
  await hand.use(button('openLayer'));
  await expect(arrivals).toContainText(words.say('offline', 'arrival.noArticle'));
  await hand.use(button('letGo'));

  await bring('book.json', codebook);
  await hand.use(button('keepCodebook'));
  await expect(arrivals).toContainText(words.say('offline', 'arrival.codebookKept'));
  await hand.use(button('letGo'));

  await bring('shelf.json', shelf);
  await hand.use(button('openShelf'));
  const restoring = page.getByRole('dialog', { name: words.say('offline', 'arrival.restore') });
  await expect(restoring).toContainText(words.say('exchange', 'holdsLayers', { count: 1 }));
  await expectAxeClean(page);
  await restoring.getByRole('button', { name: words.say('exchange', 'restore'), exact: true }).click();
  await expect(restoring).toContainText(words.say('exchange', 'restored', { count: 1 }));
  await page.keyboard.press('Escape');

  await bring('layer.json', layer);
  await hand.use(button('openLayer'));
  await expect(reading.block('h1')).toHaveText(seed.title.ar);
  const importing = page.getByRole('dialog', { name: words.say('layers', 'rooms.import') });
  await expect(importing).toContainText(words.say('exchange', 'found', { count: seed.quotations.length }));
  await expectAxeClean(page);
});
