/** What a researcher makes is kept: over a reload, a kill, two tabs, a full disk; it goes out and comes back. */
import { execFileSync } from 'node:child_process';
import { type BrowserContext, chromium as launcher, type Page } from '@playwright/test';
import { publishedLayer } from '../../src/core/annotation/layer.ts';
import { packText } from '../../src/library/link-codec.ts';
import { article, SEED, serveArticle } from '../fixtures/dataset.ts';
import { saved } from '../fixtures/saved.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { languages } from '../fixtures/words.ts';
import { TaggingPage } from '../pages/tagging.ts';
import { Workshop } from '../pages/workshop.ts';

const ID = 'library-bus';
const bus = article(ID);

async function come(page: Page, choices: Parameters<typeof visit>[1] = {}, id = ID) {
  const visited = await visit(page, choices);
  await visited.reading.open(id);
  const { words, hand } = visited;
  return { ...visited, workshop: new Workshop(page, words, hand), tagging: new TaggingPage(page, words, hand) };
}
type Come = Awaited<ReturnType<typeof come>>;

/** Begins to tag a copy of the published annotation. */
async function begin({ workshop, tagging }: Come, name = 'طبقة سارة'): Promise<void> {
  await workshop.open();
  await workshop.make(name, { from: 'published', author: 'سارة' });
  await workshop.hand.use(workshop.button('tag', workshop.layer(name)));
  await tagging.text.waitFor();
}

/** Deletes the next annotation, by keys. */
async function removeNext({ page, tagging }: Come): Promise<void> {
  await tagging.text.focus();
  await page.keyboard.press('n');
  await page.keyboard.press('Delete');
}

/** How many annotations the open layer has, as the store knows it. */
const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ annotations: number; steps: number; at: number }>((resolve, reject) => {
        const asked = indexedDB.open('isnad');
        asked.addEventListener('error', () => reject(asked.error));
        asked.addEventListener('success', () => {
          const database = asked.result;
          const transaction = database.transaction(['annotations', 'steps', 'histories']);
          const all = (table: string) => transaction.objectStore(table).getAll();
          const [annotations, steps, histories] = [all('annotations'), all('steps'), all('histories')];
          transaction.addEventListener('complete', () => {
            database.close();
            resolve({
              annotations: annotations.result.filter(({ item }) => item !== null).length,
              steps: steps.result.length,
              at: histories.result.reduce((sum: number, { at }) => sum + Number(at), 0),
            });
          });
        });
      }),
  );
const whole = bus.entities.length + bus.mentions.length + bus.quotations.length;

test('a reload keeps everything, and what was done before it can be undone and done again', { tag: '@desk' }, async ({
  page,
}) => {
  const here = await come(page);
  await begin(here);
  await removeNext(here);
  await removeNext(here);
  await expect.poll(() => kept(page)).toMatchObject({ steps: 2, at: 2 });
  const after = (await kept(page)).annotations;
  expect(after).toBeLessThan(whole);

  await page.reload();
  await here.tagging.enter();
  await here.hand.use(here.tagging.undo);
  await here.hand.use(here.tagging.undo);
  await expect(here.tagging.undo).toHaveAttribute('aria-disabled', 'true');
  await expect.poll(() => kept(page)).toEqual({ annotations: whole, steps: 2, at: 0 });

  await page.reload();
  await here.tagging.enter();
  await here.hand.use(here.tagging.redo);
  await here.hand.use(here.tagging.redo);
  await expect.poll(() => kept(page)).toEqual({ annotations: after, steps: 2, at: 2 });
});

test(
  'the browser is killed in the middle of work: what was made is there',
  { tag: '@desk' },
  async ({ browserName, baseURL, launchOptions }, info) => {
    test.skip(browserName !== 'chromium', 'the process is known by Chromium’s own means');
    const folder = info.outputPath('profile');
    const start = () =>
      launcher.launchPersistentContext(folder, { ...launchOptions, baseURL: baseURL ?? '', locale: 'ar' });
    let context: BrowserContext = await start();
    let page = await context.newPage();
    const here = await come(page);
    await begin(here);
    for (let step = 0; step < 4; step += 1) await removeNext(here);
    await expect(here.tagging.undo).toBeEnabled();
    // The browser's own process, without a word to the page: found by the profile's folder that it was started with.
    const processes = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
    const own = processes.filter((line) => line.includes(folder) && !line.includes('--type='));
    expect(own.length).toBeGreaterThan(0);
    const closed = context.waitForEvent('close');
    for (const line of own) process.kill(Number(line.trim().split(' ')[0]), 'SIGKILL');
    await closed;
    await context.close().catch(() => {});

    context = await start();
    page = await context.newPage();
    const again = await come(page);
    const { steps, at } = await kept(page);
    // At most the keystroke under way.
    expect(steps).toBeGreaterThanOrEqual(3);
    expect(at).toBe(steps);
    await again.tagging.enter();
    await expect(again.tagging.undo).toHaveAttribute('aria-disabled', 'false');
    await context.close();
  },
);

test('two tabs: each follows the other, and what clashes is not lost in silence', { tag: '@desk' }, async ({
  page,
  context,
}) => {
  const one = await come(page);
  await begin(one);
  const other = await come(await context.newPage());
  await other.tagging.enter();
  await removeNext(one);
  await expect(other.tagging.undo).toHaveAttribute('aria-disabled', 'false');
  await removeNext(other);
  await expect.poll(() => kept(page)).toMatchObject({ steps: 2, at: 2 });
  await one.hand.use(one.tagging.undo);
  await one.hand.use(one.tagging.undo);
  await expect.poll(() => kept(page)).toEqual({ annotations: whole, steps: 2, at: 0 });
  await expect(other.tagging.undo).toHaveAttribute('aria-disabled', 'true');
});

test('a browser that keeps nothing says so, and the work can be saved as a file', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  const here = await come(page);
  await here.workshop.open();
  await expect(here.workshop.dialog).toContainText(here.workshop.say('store.memory'));
  await here.workshop.make('طبقتي', { from: 'published' });
  await here.hand.use(here.workshop.button('tag', here.workshop.layer('طبقتي')));
  const file = await saved(page, () => here.hand.use(here.workshop.button('saveLayer', here.workshop.notices)));
  const layer = JSON.parse(file.bytes.toString('utf8'));
  expect(layer).toMatchObject({ format: 'isnad-layer', article: ID, name: 'طبقتي' });
  expect(layer.quotations).toHaveLength(bus.quotations.length);
});

test('a disk that fills up: told, kept in the page, written once there is room', { tag: '@desk' }, async ({ page }) => {
  const here = await come(page);
  await begin(here);
  await page.evaluate(() => {
    const { put, add } = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype);
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = full;
    IDBObjectStore.prototype.add = full;
    Object.assign(window, {
      room: () => Object.defineProperties(IDBObjectStore.prototype, { put, add }),
    });
  });
  await removeNext(here);
  await removeNext(here);
  await expect(here.workshop.notices).toContainText(here.workshop.say('notKept.full', { count: 2 }));
  expect(await kept(page)).toEqual({ annotations: whole, steps: 0, at: 0 });
  await page.evaluate(() => (window as unknown as { room: () => void }).room());
  await here.hand.use(here.workshop.button('retry', here.workshop.notices));
  await expect.poll(() => kept(page)).toMatchObject({ steps: 2, at: 2 });
  await expect(here.workshop.button('retry', here.workshop.notices)).toHaveCount(0);
});

for (const language of languages) {
  test(`layers are made, named, shown, thrown away and taken back; every room is accessible (${language})`, async ({
    page,
  }) => {
    const { workshop, reading, hand } = await come(page, { language, kept: { language } });
    await workshop.open();
    await workshop.make('One', { from: 'published', author: 'سارة' });
    await hand.use(workshop.layer('One').getByRole('checkbox', { name: workshop.say('show') }));
    await expect.poll(async () => (await reading.painted('isnad-layer-1')).length).toBeGreaterThan(0);
    await hand.use(workshop.button('rename', workshop.layer('One')));
    await hand.write(workshop.layer('One').or(workshop.dialog.locator('form')).getByRole('textbox').first(), 'Two');
    await page.keyboard.press('Enter');
    await expect(workshop.layer('Two')).toBeVisible();
    await expectAxeClean(page);
    await hand.use(workshop.button('remove', workshop.layer('Two')));
    await expect(workshop.layer('Two')).toHaveCount(0);
    await hand.use(workshop.button('undo'));
    await expect(workshop.layer('Two')).toBeVisible();
    // The author was asked once.
    await hand.use(workshop.button('new'));
    await expect(workshop.dialog.getByRole('textbox', { name: workshop.say('author') })).toHaveValue('سارة');
    await hand.use(workshop.button('cancel'));
    for (const room of ['insights', 'codebooks', 'backup', 'import', 'compareTwo'] as const) {
      await hand.use(workshop.button(room));
      await expect(workshop.dialog.getByRole('list', { name: workshop.say('title') })).toHaveCount(0);
      await expect(workshop.dialog.getByText(workshop.say('fetching'))).toHaveCount(0);
      await expectAxeClean(page);
      await workshop.close();
    }
  });
}

test('the shelf is saved, wiped and restored; a broken file changes nothing', async ({ page }) => {
  const { workshop, hand, words } = await come(page);
  await workshop.open();
  await workshop.make('للحفظ', { from: 'published' });
  await hand.use(workshop.button('backup'));
  const text = (await saved(page, () => hand.use(workshop.exchange('makeBackup')))).bytes.toString('utf8');

  const broken = JSON.parse(text);
  broken.layers[0].layer.quotations[3].kind = 'shouted';
  await workshop.dialog
    .locator('input[type="file"]')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(broken)) });
  await expect(workshop.dialog).toContainText(words.say('exchange', 'faults.shape'));
  await expect(workshop.exchange('restore')).toHaveCount(0);

  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  });
  await page.reload();
  await workshop.open();
  await expect(workshop.dialog.locator('[data-layer]')).toHaveCount(1);
  await hand.use(workshop.button('backup'));
  await workshop.dialog
    .locator('input[type="file"]')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(workshop.dialog).toContainText(words.say('exchange', 'wouldAdd', { count: 1 }));
  await hand.use(workshop.exchange('restore'));
  await expect(workshop.dialog).toContainText(words.say('exchange', 'restored', { count: 1 }));
  await workshop.close();
  await expect(workshop.layer('للحفظ')).toBeVisible();
  await expect.poll(async () => (await kept(page)).annotations).toBe(whole);
});

test('what goes out in each format comes back through the dialogs', { tag: '@desk' }, async ({ page }) => {
  const { workshop, hand, words } = await come(page);
  for (const format of ['w3c', 'tei', 'csv'] as const) {
    await workshop.open();
    await hand.use(workshop.button('export', workshop.layer(workshop.say('published'))));
    await workshop.dialog.getByRole('combobox', { name: words.say('exchange', 'format') }).selectOption(format);
    const { name: called, bytes } = await saved(page, () => hand.use(workshop.exchange('save')));
    const { unzipSync, strFromU8 } = await import('fflate');
    const files = called.endsWith('.zip')
      ? Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, text: strFromU8(content) }))
      : [{ name: called, text: bytes.toString('utf8') }];
    await workshop.close();
    await hand.use(workshop.button('import'));
    // So large a file is read by a worker, which the page's policies let pass.
    const apart = format === 'w3c' ? page.waitForEvent('worker') : null;
    await workshop.give(
      ...(apart ? files.map(({ name, text }) => ({ name, text: text + ' '.repeat(600_000) })) : files),
    );
    await apart;
    await expect(workshop.dialog).toContainText(words.say('exchange', 'found', { count: bus.quotations.length }));
    await hand.use(workshop.exchange('take', { count: 1 }));
    await expect(workshop.dialog).toContainText(words.say('exchange', 'taken', { count: 1 }));
    await workshop.close();
    await workshop.close();
  }
  await expect.poll(async () => (await kept(page)).annotations).toBe(whole * 3);
});

test('two layers side by side: a difference is mended from both, and the gold layer is made of it', {
  tag: '@desk',
}, async ({ page }) => {
  const here = await come(page);
  const { workshop, tagging, reading, hand, words } = here;
  await begin(here);
  // Of a quotation with words to spare both edges come inwards.
  const long = bus.quotations
    .flatMap(({ contents }) => (contents.length === 1 ? contents : []))
    .find(({ words }) => /^(?:[\u0621-\u0652]+ ){3,}[\u0621-\u0652]+$/.test(words));
  if (!long) throw new Error('no long quotation');
  await tagging.text.focus();
  const chosen = async () => (await reading.painted('isnad-tag-content-chosen')).includes(long.words);
  for (let step = 0; step < 100 && !(await chosen()); step++) await page.keyboard.press('n');
  await page.keyboard.press('Shift+BracketLeft');
  await page.keyboard.press('Shift+BracketRight');
  const inner = long.words.slice(long.words.indexOf(' ') + 1, long.words.lastIndexOf(' '));
  await expect.poll(() => reading.painted('isnad-tag-content-chosen')).toContain(inner);
  await hand.use(tagging.leave);

  await workshop.open();
  await hand.use(workshop.button('compareTwo'));
  const measures = (key: string) => words.say('measures', key);
  await hand.use(workshop.dialog.getByRole('button', { name: measures('next') }));
  await page.keyboard.press('m');
  const end = workshop.dialog.getByRole('group', { name: measures('parts.end') });
  await hand.choose(end.getByRole('radio').last());
  await expect(workshop.dialog.locator('[data-item][aria-current]')).toContainText(measures('mended'));
  await expectAxeClean(page);
  await hand.use(workshop.button('saveGold'));
  await workshop.close();
  await hand.use(workshop.button('tag', workshop.layer(workshop.say('goldName'))));
  // Begins as the first has it, ends as the second does.
  const mended = long.words.slice(0, long.words.lastIndexOf(' '));
  await expect.poll(() => reading.painted('isnad-tag-content')).toContain(mended);
});

test('a file that is none is refused by name', async ({ page }) => {
  const { workshop, hand, words } = await come(page);
  await workshop.open();
  await hand.use(workshop.button('import'));
  await workshop.give({ name: 'x.xml', text: '<!DOCTYPE x [<!ENTITY a "b">]><TEI>&a;</TEI>' });
  await expect(workshop.dialog).toContainText(words.say('exchange', 'faults.doctype'));
  await workshop.give({ name: 'x.json', text: '{"format":"isnad-layer","version":99}' });
  await expect(workshop.dialog).toContainText(words.say('exchange', 'faults.newerVersion'));
});

test('a layer goes by link to another reader, who looks, and copies it if they wish', async ({
  page,
  browser,
  baseURL,
}) => {
  const { workshop, hand } = await come(page);
  await workshop.open();
  await workshop.make('للمشاركة', { from: 'published', author: 'سارة' });
  await hand.use(workshop.button('share', workshop.layer('للمشاركة')));
  await expect(workshop.link).toHaveValue(/#l=1/);
  const link = await workshop.link.inputValue();

  const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'ar', serviceWorkers: 'block' });
  const theirs = await context.newPage();
  await theirs.goto(link);
  const their = await visit(theirs);
  const other = new Workshop(theirs, their.words, their.hand);
  await expect(other.received).toContainText('للمشاركة');
  await expect(other.received).toContainText('سارة');
  await expect.poll(async () => (await their.reading.painted('isnad-layer-1')).length).toBeGreaterThan(0);
  // Nothing is kept before they say so.
  expect((await kept(theirs)).annotations).toBe(0);
  await expectAxeClean(theirs);
  await their.hand.use(other.exchange('copyIn', {}, other.received));
  await expect.poll(async () => (await kept(theirs)).annotations).toBe(whole);
  await their.hand.use(other.exchange('letGo', {}, other.received));
  await expect(other.received).toHaveCount(0);
  await context.close();
});

test('a link that is cut, of another article, or means harm, opens nothing', { tag: '@desk' }, async ({ page }) => {
  const { words, hand } = await come(page);
  const workshop = new Workshop(page, words, hand);
  const layer = publishedLayer(bus);
  const pack = async (change: (draft: Record<string, unknown>) => void) => {
    const draft = structuredClone(layer) as unknown as Record<string, unknown>;
    change(draft);
    return (await packText(JSON.stringify(draft))) ?? '';
  };
  const good = await pack(() => {});
  const cases: readonly (readonly [payload: string, fault: string])[] = [
    [good.slice(0, -20), 'linkDamaged'],
    ['1<script>', 'linkDamaged'],
    [`2${good.slice(1)}`, 'newerVersion'],
    [await pack((draft) => (draft['article'] = SEED)), 'otherArticle'],
    [await pack((draft) => (draft['version'] = 2)), 'newerVersion'],
    [await pack((draft) => (draft['format'] = 'isnad-lesson')), 'otherFormat'],
    [await pack((draft) => (draft['name'] = { toString: 1 })), 'shape'],
    [await pack((draft) => (draft['quotations'] = [...layer.quotations, ...layer.quotations])), 'content'],
    [(await packText('x'.repeat(10_000_000))) ?? '', 'linkTooLong'],
  ];
  for (const [payload, fault] of cases) {
    await page.goto(`a/${ID}/?again#l=${payload}`.replace('?again', ''));
    await page.reload();
    await expect(workshop.received).toContainText(words.say('exchange', `receivedFault.${fault}`));
  }
  const named = await pack((draft) => (draft['name'] = '<img src=x onerror="window.hurt=1">'));
  await page.goto(`a/${ID}/#l=${named}`);
  await page.reload();
  await expect(workshop.received).toContainText('<img src=x');
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
});

test('a layer of an edited text: what has no place any more is told, and nothing is placed on a look-alike', {
  tag: '@desk',
}, async ({ page }) => {
  const payload = (await packText(JSON.stringify(publishedLayer(bus)))) ?? '';
  await serveArticle(page, ID, (draft) => {
    draft.revision += 1;
    for (const block of draft.blocks) block.text = `${block.text} `.replace(/./su, (letter) => letter);
    const [first] = draft.quotations;
    const block = draft.blocks.find(({ id }) => id === first?.contents[0]?.block);
    if (!block) throw new Error('no block');
    block.text = 'نصّ آخر لا صلة له بما كان هنا.';
    const stands = (range: { block: string }) => range.block !== block.id;
    draft.mentions = draft.mentions.filter(({ range }) => stands(range));
    draft.quotations = draft.quotations.filter((one) =>
      [...one.contents, ...one.cue, ...(one.source ? [one.source] : [])].every(stands),
    );
    draft.glossary = [];
    draft.entities = draft.entities.map((entity) => ({
      ...entity,
      aliases: [...new Set(draft.mentions.filter((one) => one.entity === entity.id).map(({ range }) => range.words))],
      named: draft.mentions.some((one) => one.entity === entity.id),
    }));
    const ids = new Set(draft.quotations.map(({ id }) => id));
    for (const one of draft.quotations) if (one.parent !== null && !ids.has(one.parent)) one.parent = null;
  });
  const { words, hand } = await visit(page);
  await page.goto(`a/${ID}/#l=${payload}`);
  const workshop = new Workshop(page, words, hand);
  await expect(workshop.received).toBeVisible();
  await expect(workshop.received.locator('p')).toHaveCount(3);
});

test('a codebook is made, its clash is told, and the open layer uses it', { tag: '@desk' }, async ({
  page,
  browserName,
}) => {
  test.skip(
    browserName === 'firefox',
    'what its driver fills into the box for a shortcut is not always heard by the page',
  );
  const here = await come(page);
  const { workshop, hand, words } = here;
  const say = (key: string) => words.say('codebook', key);
  await workshop.open();
  await hand.use(workshop.button('codebooks'));
  await hand.use(workshop.codebook('new'));
  const box = (key: string) => workshop.dialog.getByRole('textbox', { name: say(key), exact: true });
  await hand.write(box('name'), 'مواقف');
  await hand.write(box('newGroup'), 'الموقف');
  await hand.use(workshop.codebook('addGroup'));
  for (const name of ['مؤيّد', 'معارض']) {
    await hand.write(box('newTag'), name);
    await hand.use(workshop.codebook('addTag'));
    // By its own name: a clash tells the other tag's too.
    const tag = workshop.dialog.locator('[data-tag]').filter({ has: page.locator('summary bdi', { hasText: name }) });
    await hand.use(tag.locator('summary'));
    await tag.getByRole('textbox', { name: say('shortcut') }).fill('1');
    await tag.locator('summary').click();
  }
  await expect(workshop.dialog.locator('[data-tag]').first()).toContainText(say('clash'));
  // Kept as it is typed.
  await page.reload();
  await workshop.open();
  await hand.use(workshop.button('codebooks'));
  await hand.use(workshop.dialog.getByRole('button', { name: 'مواقف' }));
  const tags = workshop.dialog.locator('[data-tag] bdi');
  await expect(tags).toHaveText(['مؤيّد', 'معارض']);
  await workshop.dialog.locator('[data-tag] summary').last().focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(tags).toHaveText(['معارض', 'مؤيّد']);
  const first = workshop.dialog.locator('[data-tag]').first();
  await hand.use(first.locator('summary'));
  await hand.use(first.getByRole('button', { name: say('removeTag') }));
  await expect(tags).toHaveText(['مؤيّد']);
  await hand.use(workshop.codebook('undo'));
  await expect(tags).toHaveText(['معارض', 'مؤيّد']);
  await workshop.close();
  await workshop.make('بدفتر', { from: 'published' });
  await workshop.layer('بدفتر').getByRole('combobox').selectOption({ label: 'مواقف' });
  await hand.use(workshop.button('tag', workshop.layer('بدفتر')));
  await here.tagging.text.focus();
  await page.keyboard.press('n');
  await expect(page.getByText('مؤيّد')).not.toHaveCount(0);
});
