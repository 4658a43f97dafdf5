/** How the text looks: chosen, kept, and never in the way of reading. */
import { bareText } from '../../src/core/text/display.ts';
import { article, SEED } from '../fixtures/dataset.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { keepAlways, visit } from '../fixtures/visit.ts';

const bus = article('library-bus');
const yasmin = bus.entities.find(({ id }) => id === 'yasmin');
if (!yasmin) throw new Error('library-bus has lost Yasmin');

for (const means of ['pointer', 'keyboard'] as const) {
  test(`every choice is seen at once and kept, by ${means}`, { tag: means === 'keyboard' ? '@desk' : [] }, async ({
    page,
    hasTouch,
  }) => {
    test.slow();
    const { hand, reading, settings } = await visit(page, { means, touch: hasTouch });
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const type = () =>
      reading.block('p1').evaluate((element) => {
        const { fontFamily, fontSize, lineHeight } = getComputedStyle(element);
        return { face: fontFamily.split(',')[0], size: parseFloat(fontSize), leading: parseFloat(lineHeight) };
      });
    await reading.open(bus.id);
    const first = { type: await type(), paper: await paper(), text: await reading.text.boundingBox() };
    expect(first.type.face).toContain('Isnad Naskh');

    await hand.use(settings.openButton);
    await expect(settings.dialog).toBeVisible();
    await hand.choose(settings.radio('face', 'sans'));
    await hand.use(settings.larger);
    await hand.use(settings.larger);
    await hand.choose(settings.radio('leading', 'loose'));
    await hand.choose(settings.radio('width', 'narrow'));
    await hand.choose(settings.radio('tashkeel', 'hidden'));
    await hand.choose(settings.radio('digits', 'latn'));
    await expect(settings.size).toHaveText('26');
    for (const theme of ['light', 'dark', 'contrast', 'sepia']) {
      await hand.choose(settings.radio('theme', theme));
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await expectAxeClean(page);
    }
    await page.keyboard.press('Escape');
    await expect(settings.dialog).toBeHidden();
    await expect(settings.openButton).toBeFocused();

    const holds = async () => {
      await expect.poll(paper).not.toBe(first.paper);
      const now = await type();
      expect(now.face).toContain('Isnad Sans');
      expect(now.size).toBe(26);
      expect(now.leading / now.size).toBeGreaterThan(first.type.leading / first.type.size);
      const width = (await reading.text.boundingBox())?.width ?? 0;
      expect(width).toBeLessThanOrEqual(first.text?.width ?? 0);
      for (const { id, text } of bus.blocks) expect(await reading.block(id).textContent()).toBe(bareText(text));
    };
    await holds();

    // Without the marks the same words are still the same names.
    const mentions = bus.mentions.filter(({ entity }) => entity === yasmin.id);
    await hand.useWord(reading.wordIn('p2', 'ياسمين'));
    await expect(reading.entityCard(yasmin.name.ar)).toBeVisible();
    await expect.poll(() => reading.painted('isnad-here')).toEqual([bareText(mentions[0]?.range.words ?? '')]);
    await expectAxeClean(page);
    await page.keyboard.press('Escape');

    await page.reload();
    await reading.text.waitFor();
    await holds();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');

    // English from the dialog, which goes on in English; then back to how it was.
    await hand.use(settings.openButton);
    await hand.choose(settings.radio('language', 'en'));
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    const english = await visit(page, { language: 'en', means, touch: hasTouch });
    await expect(english.settings.dialog).toBeVisible();
    await expect(english.reading.text).toHaveAttribute('dir', 'rtl');
    await hand.use(english.settings.reset);
    await hand.use(english.settings.closeButton);
    await expect.poll(paper).toBe(first.paper);
    expect(await type()).toEqual(first.type);
    for (const { id, text } of bus.blocks) expect(await english.reading.block(id).textContent()).toBe(text);
  });
}

test('high contrast and sepia, at every stop', { tag: ['@desk', '@colours'] }, async ({ page, hasTouch }) => {
  test.slow();
  for (const theme of ['contrast', 'sepia']) {
    await keepAlways(page, JSON.stringify({ state: { settings: { theme }, places: {} }, version: 1 }));
    const { library, reading } = await visit(page, { touch: hasTouch });
    await library.open();
    await library.list.waitFor();
    await expectAxeClean(page);
    for (const place of ['e=iran.2', 'g=hudna', 'q=q11', 'v=speakers&s=mamlouk']) {
      await reading.open(SEED, place);
      await page.reload();
      await reading.text.waitFor();
      if (/^[eg]/.test(place)) await page.getByRole('dialog').waitFor();
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await expectAxeClean(page);
    }
  }
});

test('a browser that keeps nothing still reads', async ({ page, hasTouch }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const { words, hand, reading, settings } = await visit(page, { touch: hasTouch });
  await reading.open(bus.id);
  await hand.use(settings.openButton);
  await expect(settings.dialog).toContainText(words.say('settings', 'notKept'));
  await hand.choose(settings.radio('theme', 'dark'));
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a record that is not ours, or half broken, does no harm', { tag: '@desk' }, async ({ page, hasTouch }) => {
  const { hand, reading } = await visit(page, { touch: hasTouch });
  for (const record of [
    '{not json',
    '[]',
    '{"state":null,"version":1}',
    '{"state":{"settings":7,"places":[1]},"version":"x"}',
  ]) {
    await keepAlways(page, record);
    await reading.open(bus.id);
    await page.reload();
    await expect(reading.block('h1')).toHaveText(bus.title.ar);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  }
  const state = {
    settings: { theme: 'pink', size: 99, face: 'sans', language: 'en', hidden: ['everything'] },
    places: { 'library-bus': { block: 7 } },
  };
  await keepAlways(page, JSON.stringify({ state, version: 1 }));
  await page.reload();
  const english = await visit(page, { language: 'en', touch: hasTouch });
  await expect(english.reading.text).toBeVisible();
  await hand.use(english.settings.openButton);
  await expect(english.settings.radio('face', 'sans')).toBeChecked();
  await expect(english.settings.radio('theme', 'system')).toBeChecked();
  await expect(english.settings.size).toHaveText('21');
});
