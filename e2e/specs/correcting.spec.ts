/** A reader puts right what the machine got wrong in a text of their own, where they read it; and another analysis keeps it. */
import { SEED } from '../fixtures/dataset.ts';
import { saved } from '../fixtures/saved.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { Correcting } from '../pages/correcting.ts';
import { TaggingPage } from '../pages/tagging.ts';
import { TextsPage } from '../pages/texts.ts';
import { Workshop } from '../pages/workshop.ts';

const FIRST = 'أعلن وزير الخارجية السوري سامي الحداد يوم الأحد أن الاتفاق مع الجانب الآخر قد وقع في دمشق بحضور ممثلين.';
const SECOND = 'وقالت المتحدثة باسم الأمم المتحدة ليلى منصور: «الطريق ما زال طويلا أمام الجميع، وسنراقب التنفيذ».';
const TEXT = `الوزير يعلن الاتفاق\n\n${FIRST}\n\n${SECOND}`;
const SAID = 'الطريق ما زال طويلا أمام الجميع';

for (const means of ['pointer', 'keyboard'] as const)
  test(`a quotation gets another speaker and other edges, is removed and brought back, by ${means}`, {
    tag: means === 'keyboard' ? '@desk' : [],
  }, async ({ page, hasTouch }) => {
    const { reading, words, hand } = await visit(page, { means, touch: hasTouch });
    const texts = new TextsPage(page, words, hand);
    const correcting = new Correcting(page, words);
    await texts.open();
    await texts.paste(TEXT);
    await reading.text.waitFor();
    const card = () => page.locator('[data-quotation]').filter({ hasText: SAID }).and(page.locator('[data-chosen]'));
    const choose = async () => {
      await hand.useWord(reading.word('وقالت'));
      await expect(card()).toBeVisible();
    };

    await test.step('another speaker, of those who are named near', async () => {
      await choose();
      await hand.use(correcting.button('speaker'));
      await expectAxeClean(page);
      await hand.use(correcting.tools.getByRole('button', { name: 'سامي الحداد' }));
      await expect(correcting.told('speaker', { name: '\u2068سامي الحداد\u2069' })).toBeVisible();
      await expect(card()).toContainText(words.say('speakers', 'byReader'));
    });

    await test.step('somebody new, by name', async () => {
      await hand.use(correcting.button('speaker'));
      await hand.write(correcting.search, 'سعاد');
      await page.keyboard.press('Enter');
      await expect(correcting.told('speaker', { name: '\u2068سعاد\u2069' })).toBeVisible();
    });

    await test.step('other edges, word by word', async () => {
      await hand.use(correcting.button('edges'));
      if (means === 'keyboard') {
        await page.keyboard.press('Shift+BracketRight');
        await page.keyboard.press('Enter');
      } else {
        await hand.use(correcting.button('move.endIn'));
        await hand.use(correcting.button('done'));
      }
      await expect(correcting.told('edges')).toBeVisible();
      await expect(card()).not.toContainText('التنفيذ');
    });

    await test.step('a reload and another analysis keep it all', async () => {
      await page.reload();
      await reading.text.waitFor();
      await expect(correcting.list.filter({ hasText: words.say('correcting', 'mine', { count: 3 }) })).toBeVisible();
      await hand.use(texts.button('reanalyse'));
      await expect(page.locator('[data-announcement]')).toContainText(
        words.say('correcting', 'conflicts', { count: 0 }),
      );
      await expect(card()).not.toContainText('التنفيذ');
      await expect(card()).toContainText(words.say('speakers', 'byReader'));
    });

    await test.step('no quotation, and that taken back', async () => {
      await hand.use(correcting.button('notQuotation'));
      await expect(correcting.told('notQuotation')).toBeVisible();
      await hand.use(correcting.undo);
      await choose();
    });
  });

test('names: two made one, one made two, no name, another type; each listed, each taken back', async ({
  page,
  hasTouch,
}) => {
  const { reading, words, hand } = await visit(page, { touch: hasTouch });
  const texts = new TextsPage(page, words, hand);
  const correcting = new Correcting(page, words);
  await texts.open();
  await texts.paste(TEXT);
  await reading.text.waitFor();
  const mine = (count: number) =>
    correcting.list.filter({ hasText: words.say('correcting', 'mine', { count }) }).locator('summary');

  await hand.useWord(reading.word('سامي الحداد'));
  await hand.use(correcting.button('merge'));
  await correcting.tools.getByRole('combobox', { name: words.say('correcting', 'mergeWith') }).click();
  await expectAxeClean(page);
  await correcting.option('ليلى منصور').click();
  await expect(reading.entityCard('ليلى منصور')).toContainText(words.say('reading', 'aliases'));

  await hand.use(correcting.button('split'));
  await expect(reading.entityCard('سامي الحداد')).toBeVisible();

  await correcting.tools.getByRole('combobox', { name: words.say('correcting', 'type') }).selectOption('group');
  await expect(reading.entityCard('سامي الحداد')).toContainText(words.say('reading', 'one.group'));

  await hand.use(correcting.button('notName'));
  await expect(reading.entityCard('سامي الحداد')).toBeHidden();
  await expect(reading.word('سامي الحداد')).toBeHidden();
  await expect(mine(4)).toBeVisible();

  await hand.use(mine(4));
  await hand.use(correcting.list.getByRole('button').first());
  await expect(mine(3)).toBeVisible();
  await expect(reading.word('سامي الحداد')).toBeVisible();
  await expectAxeClean(page);
});

test('an edge is pulled by its grip in the text', { tag: '@desk' }, async ({ page }) => {
  const { reading, words, hand } = await visit(page);
  const texts = new TextsPage(page, words, hand);
  const correcting = new Correcting(page, words);
  await texts.open();
  await texts.paste(TEXT);
  await hand.useWord(reading.word('وقالت'));
  await hand.use(correcting.button('edges'));
  const grip = page.locator('[data-edge="start"]');
  const from = await grip.boundingBox();
  if (!from) throw new Error('there is no grip');
  const [x, y] = [from.x + from.width / 2, from.y + from.height - 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y, { steps: 6 });
  await page.mouse.up();
  await hand.use(correcting.button('done'));
  await expect(correcting.told('edges')).toBeVisible();
  await expect(page.locator('[data-quotation][data-chosen]')).not.toContainText('الطريق');
});

test('the machine’s layer is walked through in the workbench, and says why', async ({ page, hasTouch }) => {
  const { reading, words, hand } = await visit(page, { touch: hasTouch });
  const texts = new TextsPage(page, words, hand);
  const tagging = new TaggingPage(page, words, hand);
  await texts.open();
  await texts.paste(TEXT);
  await reading.text.waitFor();
  const button = (key: string) =>
    tagging.review.getByRole('button', { name: words.say('tagging', `reviewing.${key}`) });

  await test.step('of a text of one’s own: names are there, quotations are to be decided', async () => {
    await tagging.enter();
    await expect(tagging.review).toContainText(words.say('tagging', 'machine'));
    await expect(tagging.review).toContainText(words.say('speakers', 'why'));
    await expect(tagging.review).toContainText(/[٠-٩]+٪/);
    await expect.poll(() => reading.painted('isnad-tag-mention')).toContain('سامي الحداد');
    expect(await reading.painted('isnad-tag-content')).toEqual([]);
    await expectAxeClean(page);
    await hand.use(button('accept').first());
    await expect.poll(() => reading.painted('isnad-tag-content')).not.toEqual([]);
    await hand.use(button('reject'));
    await expect(tagging.review).toContainText(words.say('tagging', 'progress', { done: 2, total: 3 }));
  });

  await test.step('of an article of the library: asked for among the layers, then beside the published one', async () => {
    const workshop = new Workshop(page, words, hand);
    await reading.open(SEED);
    await hand.use(workshop.door);
    await hand.use(workshop.dialog.getByRole('button', { name: words.say('layers', 'analyse') }));
    await expect(page.locator('[data-announcement]')).toHaveText(words.say('layers', 'analysed'));
    const card = workshop.dialog.getByRole('listitem').filter({ hasText: words.say('layers', 'kind.machine') });
    await expect(card).toHaveCount(1);
    await expectAxeClean(page);
    await hand.use(card.getByRole('button', { name: words.say('layers', 'review'), exact: true }));
    await expect(tagging.review.getByRole('combobox')).toContainText(words.say('tagging', 'machine'));
    await expect(tagging.review).toContainText(words.say('speakers', 'why'));
    // One's own layer is a copy of the published one.
    await expect.poll(() => reading.painted('isnad-tag-content')).not.toEqual([]);
  });
});

test('texts stand on the first screen: renamed, analysed again, removed and brought back there', async ({
  page,
  hasTouch,
}) => {
  const { reading, library, words, hand } = await visit(page, { touch: hasTouch });
  const texts = new TextsPage(page, words, hand);
  await texts.open();
  await texts.paste(TEXT);
  await reading.text.waitFor();
  await library.open();
  const title = texts.of('الوزير يعلن الاتفاق');
  await hand.use(texts.button('renameOf', title));
  await hand.write(page.getByRole('textbox', { name: words.say('texts', 'name') }), 'اتفاق');
  await hand.use(texts.button('save'));
  await expect(texts.list.getByRole('link', { name: 'اتفاق' })).toBeVisible();
  await hand.use(texts.button('reanalyseOf', texts.of('اتفاق')));
  await expect(page.locator('[data-announcement]')).toHaveText(words.say('texts', 'reanalysed'));
  await expectAxeClean(page);
  await hand.use(texts.button('removeOf', texts.of('اتفاق')));
  await expect(texts.list).toBeHidden();
  await hand.use(texts.button('undo'));
  await hand.use(texts.list.getByRole('link', { name: 'اتفاق' }));
  await expect(reading.text).toContainText('الطريق ما زال طويلا');
});

test('corrections go with the saved file, and can be taken back where it is opened', { tag: '@desk' }, async ({
  page,
}) => {
  const { reading, words, hand } = await visit(page);
  const texts = new TextsPage(page, words, hand);
  const correcting = new Correcting(page, words);
  const mine = correcting.list.filter({ hasText: words.say('correcting', 'mine', { count: 1 }) });
  await texts.open();
  await texts.paste(TEXT);
  await hand.useWord(reading.word('وقالت'));
  await hand.use(correcting.button('notQuotation'));
  await expect(mine).toBeVisible();
  const file = await saved(page, () => texts.button('export').click());
  await texts.button('remove').click();
  await expect(page.getByText(words.say('texts', 'empty'))).toBeVisible();
  await texts.give(file.name, file.bytes);
  await expect(mine).toBeVisible();
  await expect(reading.word('وقالت')).toBeHidden();
  await mine.locator('summary').click();
  await mine.getByRole('button').click();
  await expect(reading.word('وقالت')).toBeVisible();
});

test('two tabs: the other one shows a correction at once', { tag: '@desk' }, async ({ page, context }) => {
  const { reading, words, hand } = await visit(page);
  const texts = new TextsPage(page, words, hand);
  const correcting = new Correcting(page, words);
  await texts.open();
  await texts.paste(TEXT);
  await reading.text.waitFor();
  const tab = await context.newPage();
  const second = await visit(tab);
  await tab.goto(page.url());
  await second.reading.text.waitFor();
  await hand.useWord(reading.word('وقالت'));
  await hand.use(correcting.button('notQuotation'));
  await expect(correcting.told('notQuotation')).toBeVisible();
  await expect(second.reading.word('وقالت')).toBeHidden();
});
