/** Every word answers: a student looks words up, by mouse, by finger and by keyboard, with and without a network. */
import { article, SEED } from '../fixtures/dataset.ts';
import { test as sites } from '../fixtures/site.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { languages } from '../fixtures/words.ts';
import { Notices } from '../pages/notices.ts';

const seed = article(SEED);
const bare = (text: string) => text.replace(/[\u064b-\u0652\u0670]/g, '');

/** Where words stand in a block of the seed article. */
function placeOf(block: string, words: string) {
  const text = seed.blocks.find(({ id }) => id === block)?.text ?? '';
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the seed article has lost ${words}`);
  return { block, start, end: start + words.length };
}

for (const language of languages) {
  test(`a plain word answers, in ${language}`, async ({ page, hasTouch }) => {
    const colorScheme = language === 'ar' ? 'light' : 'dark';
    await page.emulateMedia({ colorScheme });
    const { words, hand, reading } = await visit(page, { language, touch: hasTouch, kept: { language } });
    const say = (key: string, values = {}) => words.say('dictionary', key, values);
    await reading.open(SEED);

    await test.step('its form in context, its parts, lemma, root, meanings', async () => {
      await reading.pressText(placeOf('p1', 'المناطق'), hasTouch);
      const card = reading.wordCard('المناطق');
      await expect(card).toBeFocused();
      await expect(page).toHaveURL(/#d=p1\.18$/);
      await expect(card.getByRole('heading', { level: 2 })).toHaveText(/^الْمَنَاطِقِ?$/);
      await expect(card.getByRole('list', { name: say('cut') }).getByRole('listitem')).toHaveCount(2);
      await expect(card).toContainText('مِنْطَقَة');
      await expect(card).toContainText('ن ط ق');
      await expect(card).toContainText(say('poses.noun'));
      await expect(card).toContainText('region');
      await expect(card).toContainText(say('machine'));
      await expect.poll(() => reading.painted('isnad-here')).toEqual(['المناطق']);
      await expectAxeClean(page);
    });

    await test.step('where its lemma stands in the article, one press away', async () => {
      const card = reading.wordCard('المناطق');
      await hand.use(card.locator('summary').filter({ hasText: say('lemmaHere', { count: 3 }) }));
      await hand.use(card.getByRole('button', { name: /لبعض مناطق/ }));
      await expect(page).toHaveURL(/#d=p1\.37$/);
      await expect(reading.wordCard('مناطق')).toBeFocused();
    });

    await test.step('another word takes its place; one within a quotation leads there', async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await reading.pressText(placeOf('p2', 'وخاصة'), hasTouch);
      const card = reading.wordCard('وخاصة');
      await hand.use(card.getByRole('button', { name: words.say('reading', 'openQuotation') }));
      await expect(page).toHaveURL(/#q=q1(&|$)/);
      await expect(card).toBeHidden();
    });
  });
}

test('a word by keyboard alone', { tag: '@desk' }, async ({ page }) => {
  const { hand, reading, words } = await visit(page, { means: 'keyboard' });
  await reading.open(SEED);
  await hand.useWord(reading.wordIn('p1', 'دمشق'));
  await expect(page.getByRole('dialog')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(reading.wordIn('p1', 'دمشق')).toBeFocused();
  // Word by word from there: the next one is plain, the one behind it is explained.
  await page.keyboard.press('Control+ArrowLeft');
  await expect(page.locator(':focus')).toHaveText('وحضره');
  await page.keyboard.press('Enter');
  const card = reading.wordCard('وحضره');
  await expect(card).toBeFocused();
  await expect(card.getByRole('list', { name: words.say('dictionary', 'cut') }).getByRole('listitem')).toHaveCount(3);
  await expectAxeClean(page);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(page.locator(':focus')).toHaveText('وحضره');
  await page.keyboard.press('Control+ArrowLeft');
  await expect(page.locator(':focus')).toHaveText('كبار');
  await expect(page.locator('[data-kind="word"]')).toHaveCount(0);
  await page.keyboard.press('Control+ArrowRight');
  await expect(page.locator(':focus')).toHaveText('وحضره');
  expect(await reading.block('p1').textContent()).toBe(seed.blocks.find(({ id }) => id === 'p1')?.text);
});

test('names and explained words keep their cards and lead to the dictionary', async ({ page, hasTouch }) => {
  const { hand, reading, words, settings } = await visit(page, { touch: hasTouch });
  await reading.open(SEED);
  await hand.useWord(reading.wordIn('p1', 'دمشق'));
  const name = reading.entityCard('دمشق');
  await hand.use(name.getByRole('button', { name: 'دمشق', exact: true }));
  const card = reading.wordCard('دمشق');
  await expect(card).toBeFocused();
  await expect(name).toBeHidden();
  await page.keyboard.press('Escape');

  await hand.useWord(reading.wordIn('h1', 'يلتقي'));
  const explained = reading.glossaryCard(seed.glossary.find(({ id }) => id === 'iltaqa')?.vocalised ?? '');
  await expect(explained.getByRole('region', { name: words.say('dictionary', 'title') })).toContainText('ل ق ي');
  await page.keyboard.press('Escape');

  await test.step('taps on plain words can be switched off', async () => {
    await hand.use(settings.openButton);
    await hand.choose(settings.radio('words', 'nothing'));
    await hand.use(settings.closeButton);
    await reading.pressText(placeOf('p1', 'المناطق'), hasTouch);
    await hand.useWord(reading.wordIn('p1', 'دمشق'));
    await expect(name).toBeVisible();
    await expect(reading.wordCard('المناطق')).toHaveCount(0);
  });
});

test('vowels for a sentence and for the whole text', async ({ page, hasTouch }) => {
  const { hand, reading, words, settings } = await visit(page, { touch: hasTouch });
  const say = (key: string) => words.say('dictionary', key);
  await reading.open(SEED);
  const stored = (id: string) => seed.blocks.find((block) => block.id === id)?.text ?? '';

  await test.step('a sentence', async () => {
    await reading.pressText(placeOf('p1', 'المناطق'), hasTouch);
    const card = reading.wordCard('المناطق');
    await hand.use(card.getByRole('button', { name: say('sentence') }));
    await expect(reading.block('p1')).toContainText('الْمَنَاطِق');
    expect(bare((await reading.block('p1').textContent()) ?? '')).toBe(bare(stored('p1')));
    expect(await reading.block('p2').textContent()).toBe(stored('p2'));
    await expect(card).toBeVisible();
    await hand.use(card.getByRole('button', { name: say('sentenceShown') }));
    await expect(reading.block('p1')).toHaveText(stored('p1'));
    await page.keyboard.press('Escape');
  });

  await test.step('the whole text, in it: what is painted stays where it was', async () => {
    await page.evaluate(() => scrollTo(0, 0));
    const people = await reading.painted('isnad-person');
    await hand.use(reading.vowels);
    await expect(reading.block('h1')).toContainText('يَلْتَقِي');
    await expect(reading.vowelsBar).toContainText(say('vocalised.told'));
    expect((await reading.painted('isnad-person')).map(bare)).toEqual(people.map(bare));
    for (const { id, text } of seed.blocks)
      expect(bare((await reading.block(id).textContent()) ?? '')).toBe(bare(text));
    await expectAxeClean(page);
  });

  await test.step('above the words: the text itself is as it was published', async () => {
    await hand.choose(settings.page.locator('input[name="vowels"]').nth(1));
    await expect(reading.block('h1')).toHaveText(stored('h1'));
    await expect(reading.block('h1').locator('[data-above="يَلْتَقِي"]')).toHaveCount(1);
    await hand.use(reading.vowelsBar.getByRole('button', { name: say('vocalised.off') }));
    await expect(page.locator('[data-above]')).toHaveCount(0);
    await expect(reading.vowelsBar).toBeHidden();
  });
});

sites.describe('offline', () => {
  sites.use({ serviceWorkers: 'allow' });
  sites(
    'after one visit the dictionary answers without a network',
    async ({ page, context, site, complaints, hasTouch }) => {
      complaints.allow(/ERR_|Failed to (load|fetch)|NetworkError|NS_ERROR|could not connect|Failed to update|404/);
      const { reading, words } = await visit(page, { touch: hasTouch });
      await reading.open(SEED);
      await expect(new Notices(page, words).ready).toBeVisible({ timeout: 90_000 });
      site.down();
      await context.setOffline(true);
      await reading.pressText(placeOf('p1', 'المناطق'), hasTouch);
      await expect(reading.wordCard('المناطق')).toContainText('مِنْطَقَة');
    },
  );
});
