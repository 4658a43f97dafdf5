/** What is shared: text in the forms that people paste, a code to scan, a picture, a file for a reference manager, a frame. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from '@playwright/test';
import jsQR from 'jsqr';
import { createLookup } from '../../src/core/article/lookup.ts';
import { toBibtex } from '../../src/core/citation/bibtex.ts';
import { referenceOf } from '../../src/core/citation/reference.ts';
import { toRis } from '../../src/core/citation/ris.ts';
import { checkOf } from '../../src/core/passage/check.ts';
import { writePassage } from '../../src/core/passage/passage.ts';
import { checkOfPlace } from '../../src/core/passage/place.ts';
import { pastedInto } from '../fixtures/clipboard.ts';
import { article, quotation, SEED } from '../fixtures/dataset.ts';
import { saved } from '../fixtures/saved.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { languages } from '../fixtures/words.ts';
import { SharingDialog } from '../pages/sharing.ts';

const seed = article(SEED);
const lookup = createLookup(seed);
const WORDS = 'القادة العسكريون السوريون شرحاً عن إحتلال';
const FIRST = 'شمخاني يلتقي';
const textOf = (block: string) => lookup.block(block)?.text ?? '';
const linkOf = (block: string, words: string): string => {
  const start = textOf(block).indexOf(words);
  const link = start < 0 ? null : writePassage(seed, { block, start, end: start + words.length });
  if (link === null) throw new Error(`${words} is not in ${block}`);
  return link;
};

/** The pixels of a PNG file, as the browser reads it, shrunk `by` times. */
async function pixelsOf(page: Page, png: Buffer, by: number) {
  return page.evaluate(
    async ({ base64, by }) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = document.createElement('canvas');
      canvas.width = image.width / by;
      canvas.height = image.height / by;
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas');
      pen.imageSmoothingEnabled = false;
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
      return { width: canvas.width, height: canvas.height, data: [...data] };
    },
    { base64: png.toString('base64'), by },
  );
}

for (const language of languages) {
  for (const means of ['pointer', 'keyboard'] as const) {
    test(`by ${means}, in ${language}: a selection copied in each form, exactly as it is shown`, {
      tag: '@desk',
    }, async ({ page, baseURL }) => {
      const { reading, hand, words } = await visit(page, { language, means, kept: { language } });
      const sharing = new SharingDialog(page, words);
      // By keyboard the first words of the text, word by word; Enter leads to what can be done with them.
      const chosen = means === 'keyboard' ? FIRST : WORDS;
      const address = new URL(`a/${SEED}/#${means === 'keyboard' ? linkOf('h1', FIRST) : linkOf('p1', WORDS)}`, baseURL)
        .href;
      const select = async () => {
        if (means === 'pointer') return reading.select('p1', WORDS);
        await hand.useWord(reading.wordIn('h1', 'شمخاني'));
        // A card that is not open yet would not hear the key, and take the focus a moment later.
        await expect(page.locator('[role="dialog"]:focus-within')).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(reading.wordIn('h1', 'شمخاني')).toBeFocused();
        for (let word = 0; word < 2; word++) await page.keyboard.press('Shift+ArrowLeft');
        await expect(reading.passageButton('copy')).toBeVisible();
        await page.keyboard.press('Enter');
        await expect(reading.passageButton('copy')).toBeFocused();
      };
      await reading.open(SEED);
      await select();
      await hand.use(reading.passageButton('share'));
      await expect(sharing.preview).toBeVisible();
      await expectAxeClean(page);

      const copied = async () => {
        const shown = await sharing.preview.inputValue();
        await hand.use(sharing.copyButton);
        await expect(sharing.copiedButton).toBeVisible();
        await expect(sharing.status.filter({ hasText: words.say('sharing', 'copiedNow') })).toBeAttached();
        return shown;
      };
      const message = await copied();
      expect(message.split('\n')).toEqual([
        `«${chosen}»`,
        expect.stringContaining(language === 'ar' ? seed.title.ar : seed.title.en),
        '',
        address,
      ]);
      await hand.choose(sharing.form('link'));
      expect(await copied()).toBe(address);
      await hand.choose(sharing.form('words'));
      expect(await copied()).toBe(chosen);
      await hand.choose(sharing.form('markdown'));
      expect(await copied()).toContain(`> «${chosen}»\n>\n> — [`);
      await hand.choose(sharing.form('embed'));
      expect(await copied()).toContain(`src="${address.replace('#', '?view=embed#')}"`);
      await hand.choose(sharing.form('cited'));
      await hand.choose(sharing.style('mla'));
      await hand.choose(sharing.citedIn('ar'));
      expect(await copied()).toContain('«شمخاني يلتقي رئيس مكتب الأمن الوطني السوري».');
      await hand.choose(sharing.style('chicago'));
      await hand.choose(sharing.citedIn('en'));
      const cited = await copied();
      expect(cited.replace(/[\u2066-\u2069]/g, '')).toBe(
        `«${chosen}»\n\nIRNA, “${seed.title.ar}” [${seed.title.en}], Al-Alam, January 8, 2017, ${address}.`,
      );
      await expectAxeClean(page);

      await page.keyboard.press('Escape');
      await expect(sharing.dialog).toBeHidden();
      // The words stay selected, and the keyboard goes on from where it was. (A mouse's press leaves no focus there.)
      expect(await page.evaluate(() => getSelection()?.toString())).toBe(chosen);
      if (means === 'keyboard') await expect(reading.passageButton('share')).toBeFocused();

      // What was copied last is offered first.
      if (means === 'pointer') await select();
      await hand.use(reading.passageButton('share'));
      await expect(sharing.preview).toHaveValue(cited);
      await page.keyboard.press('Escape');
      await expect(sharing.dialog).toBeHidden();
      expect(await pastedInto(page)).toBe(cited);
    });
  }
}

test('a paragraph by its handle, a quotation, an entity and a word: each tells what it is', { tag: '@desk' }, async ({
  page,
  baseURL,
}) => {
  const { reading, hand, words } = await visit(page);
  const sharing = new SharingDialog(page, words);
  const link = (place: string) => new URL(`a/${SEED}/#${place}`, baseURL).href;
  const lines = async () => (await sharing.preview.inputValue()).replace(/[\u2066-\u2069]/g, '').split('\n');
  await reading.open(SEED);

  // The handle is for a mouse: a browser on a machine without one does not show it.
  if (await page.evaluate(() => matchMedia('(hover: hover)').matches)) {
    await reading.block('p2').hover();
    await page.locator(`button[title="${words.say('reading', 'passage.paragraph')}"]`).click();
    expect((await lines()).at(-1)).toBe(link(linkOf('p2', textOf('p2'))));
    await hand.use(sharing.closeButton);
  }

  const q1 = quotation(seed, 'q1');
  await reading.open(SEED, 'q=q1');
  const card = await reading.cardOf('q1');
  await hand.use(card.getByRole('button', { name: words.say('reading', 'share') }));
  await expect(sharing.preview).toBeVisible();
  const told = await lines();
  expect(told[0]).toBe(`«${q1.contents.map((range) => range.words).join(' … ')}»`);
  expect(told[1]).toBe('القائل: علي شمخاني (منقول بالمعنى، بلفظ «أعرب … عن»)');
  expect(told.at(-1)).toBe(link(`q=q1~${checkOf(q1)}`));
  await expect(sharing.form('embed')).toBeVisible();
  await hand.use(sharing.closeButton);

  await reading.open(SEED, 'e=shamkhani.1');
  const entity = lookup.entity('shamkhani');
  await hand.use(
    reading.entityCard(entity?.name.ar ?? '').getByRole('button', { name: words.say('reading', 'share'), exact: true }),
  );
  await expect(sharing.preview).toBeVisible();
  expect((await lines())[0]).toBe(entity?.name.ar);
  expect((await lines())[1]).toContain(entity?.role?.ar);
  const mention = seed.mentions.find((one) => one.entity === 'shamkhani');
  if (!mention) throw new Error('the article has lost its mentions');
  expect((await lines()).at(-1)).toBe(link(`e=shamkhani.1~${checkOfPlace(seed, mention.range)}`));
  // There is no passage to show in a frame.
  await expect(sharing.form('embed')).toHaveCount(0);
  await hand.use(sharing.closeButton);

  const entry = seed.glossary[0];
  await reading.open(SEED, `g=${entry?.id ?? ''}.1`);
  await hand.use(
    reading
      .glossaryCard(entry?.vocalised ?? '')
      .getByRole('button', { name: words.say('reading', 'share'), exact: true }),
  );
  await expect(sharing.preview).toBeVisible();
  expect((await lines()).slice(0, 2)).toEqual([entry?.vocalised, entry?.definition.ar]);
  const [occurrence] = entry?.occurrences ?? [];
  if (!entry || !occurrence) throw new Error('the article has lost its explained words');
  expect((await lines()).at(-1)).toBe(link(`g=${entry.id}.1~${checkOfPlace(seed, occurrence)}`));
  await expectAxeClean(page);
});

test('a code that a camera reads, a picture, and files for reference managers', async ({ page, baseURL, isMobile }) => {
  const { reading, words, hand } = await visit(page, { touch: isMobile });
  const sharing = new SharingDialog(page, words);
  const address = new URL(`a/${SEED}/#${linkOf('p1', WORDS)}`, baseURL).href;
  await reading.open(SEED);
  await reading.select('p1', WORDS);
  await hand.use(reading.passageButton('share'));

  await hand.choose(sharing.view('qr'));
  await expectAxeClean(page);
  const save = (key: string) => saved(page, () => hand.use(sharing.button(key)));
  const png = await save('savePng');
  expect(png.name).toBe(`${SEED}-qr.png`);
  const code = await pixelsOf(page, png.bytes, 4);
  expect(jsQR(Uint8ClampedArray.from(code.data), code.width, code.height)?.data).toBe(address);
  const drawing = await save('saveSvg');
  expect(drawing.bytes.toString()).toMatch(/^<svg [^>]+><path [^>]+\/><path [^>]+\/><\/svg>\n$/);

  await hand.choose(sharing.view('picture'));
  await expect(sharing.picture).toHaveAttribute('data-drawn', 'light');
  await hand.choose(sharing.paper('dark'));
  await expect(sharing.picture).toHaveAttribute('data-drawn', 'dark');
  await expectAxeClean(page);
  const picture = await pixelsOf(page, (await save('savePng')).bytes, 4);
  expect([picture.width, picture.height]).toEqual([270, 270]);
  expect(picture.data.slice(0, 3)).toEqual([0x19, 0x17, 0x14]);
  // Between the head and the rule there is ink, and at the right, where Arabic begins.
  let ink = 0;
  for (let y = 50; y < 175; y++)
    for (let x = 175; x < 250; x++) if ((picture.data[(y * 270 + x) * 4] ?? 0) > 0x80) ink++;
  expect(ink).toBeGreaterThan(100);
  const svg = (await save('saveSvg')).bytes.toString();
  expect(svg).toContain('font/woff2;base64,');
  expect(svg).toContain('القادة');

  await hand.choose(sharing.view('reference'));
  const now = await page.evaluate(() => {
    const day = new Date();
    return { year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() };
  });
  const reference = referenceOf(lookup, { address, accessed: now, words: WORDS });
  const bib = await save('save');
  expect(bib.name).toBe(`${SEED}.bib`);
  expect(bib.bytes.toString()).toBe(toBibtex(reference));
  await hand.choose(sharing.file('ris'));
  expect((await save('save')).bytes.toString()).toBe(toRis(reference));
  await hand.choose(sharing.file('json'));
  await expectAxeClean(page);
  const json = await save('save');
  expect(JSON.parse(json.bytes.toString())).toMatchObject([{ id: SEED, URL: address, annote: WORDS }]);
});

test('by finger, in a sheet: nothing is wider than the screen, and each thing to press is large enough', {
  tag: '@touch',
}, async ({ page }) => {
  const { reading, words, hand } = await visit(page, { touch: true });
  const sharing = new SharingDialog(page, words);
  await reading.open(SEED);
  await reading.select('p1', WORDS);
  await hand.use(reading.passageButton('share'));
  await expect(sharing.preview).toBeVisible();
  const box = await sharing.dialog.boundingBox();
  expect(box?.x).toBe(0);
  expect(box?.width).toBe(390);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(844, 0);
  const fits = async (inside: Locator) => {
    for (const part of await inside.all()) {
      const { x = -1, width = 0, height = 0 } = (await part.boundingBox()) ?? {};
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(390);
      expect(height).toBeGreaterThanOrEqual(44);
    }
  };
  for (const view of ['copy', 'qr', 'picture', 'reference'] as const) {
    await hand.choose(sharing.view(view));
    if (view === 'picture') await expect(sharing.picture).toHaveAttribute('data-drawn', 'light');
    await expectAxeClean(page);
    await fits(sharing.dialog.getByRole('button'));
    await fits(sharing.dialog.locator('label:has(input)'));
  }
  await hand.choose(sharing.view('copy'));
  await hand.use(sharing.copyButton);
  await expect(sharing.copiedButton).toBeVisible();
  const shown = await sharing.preview.inputValue();
  await hand.use(sharing.closeButton);
  expect(await pastedInto(page)).toBe(shown);
});

test('where the browser refuses to copy, the text is selected for the hand', { tag: '@desk' }, async ({ page }) => {
  await page.addInitScript(() => {
    // An empty page before the site has no clipboard.
    if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  const { reading, words, hand } = await visit(page);
  const sharing = new SharingDialog(page, words);
  await reading.open(SEED);
  await reading.select('p1', WORDS);
  // The link's own button opens the dialog then.
  await hand.use(reading.passageButton('copy'));
  await hand.use(sharing.copyButton);
  await expect(sharing.dialog.getByText(words.say('sharing', 'refused'))).toBeVisible();
  await expect(sharing.preview).toBeFocused();
  const shown = await sharing.preview.inputValue();
  const chosen = await sharing.preview.evaluate((box: HTMLTextAreaElement) =>
    box.value.slice(box.selectionStart, box.selectionEnd),
  );
  expect(chosen).toBe(shown);
  await page.keyboard.press('ControlOrMeta+C');
  await page.keyboard.press('Escape');
  expect(await pastedInto(page)).toBe(shown);
});

test('where the way to share does not come, the page says so, and what was selected stays', async ({
  page,
  complaints,
  isMobile,
}) => {
  complaints.allow(/sharing-|net::|Failed to load|Loading failed|NS_ERROR|dynamically imported module/);
  const { reading, words, hand } = await visit(page, { touch: isMobile });
  const sharing = new SharingDialog(page, words);
  await reading.open(SEED);
  await reading.select('p1', WORDS);
  await page.route(/assets\/sharing-[^/]*\.js$/, (route) => route.abort());
  await hand.use(reading.passageButton('share'));
  await expect(page.getByText(words.say('faults', 'missingPart'))).toBeVisible();
  await expect(sharing.dialog).toBeHidden();
  await expect(reading.bar).toBeVisible();
  await expectAxeClean(page);
  // The link needs nothing more than is here.
  await hand.use(page.getByRole('button', { name: words.say('faults', 'later') }));
  await hand.use(reading.passageButton('copy'));
  await expect(reading.passageButton('copied')).toBeVisible();
});

test('embedded in a page of another origin: the passage in a frame, without a script and with one', {
  tag: '@desk',
}, async ({ page, complaints }) => {
  complaints.allow(/^another host: http:\/\/localhost:\d+\/$|favicon/);
  const { reading, words, hand } = await visit(page);
  const sharing = new SharingDialog(page, words);
  await reading.open(SEED);
  await reading.select('p1', WORDS);
  await hand.use(reading.passageButton('share'));
  await hand.choose(sharing.form('embed'));
  const snippet = await sharing.preview.inputValue();

  let script = '';
  const host = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="ar" dir="rtl"><head><title>صفحة</title><link rel="icon" href="data:,"></head><body>${snippet}${script}</body></html>`,
    );
  });
  await new Promise<void>((resolve) => void host.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = host.address() as AddressInfo;
    const frame = page.locator('iframe');
    const inside = frame.contentFrame();
    await page.goto(`http://localhost:${port}/`);
    await expect(inside.locator('mark')).toHaveText(WORDS);
    expect(await frame.getAttribute('title')).toContain(seed.title.ar);
    const still = (await frame.boundingBox())?.height ?? 0;
    expect(still).toBeGreaterThanOrEqual(240);
    expect(still).toBeLessThanOrEqual(640);

    // A page that listens gives the frame the height that the view tells.
    script = `<script>addEventListener('message', ({ data, source }) => {
      const frame = document.querySelector('iframe');
      if (source !== frame.contentWindow || data?.isnad !== 'height') return;
      document.body.dataset.told = JSON.stringify(data);
      frame.style.height = data.height + 'px';
    })</script>`;
    await page.goto(`http://localhost:${port}/`);
    await expect(page.locator('body')).toHaveAttribute('data-told', /^\{"isnad":"height","height":\d+\}$/);
    const height = await inside
      .locator('main')
      .evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
    await expect.poll(async () => (await frame.boundingBox())?.height).toBeCloseTo(height, 0);
    const link = inside.getByRole('link', { name: words.say('reading', 'embed.open') });
    expect(await link.getAttribute('href')).toContain(`/a/${SEED}/#${linkOf('p1', WORDS)}`);
  } finally {
    host.closeAllConnections();
    host.close();
  }
});
