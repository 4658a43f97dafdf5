/** A researcher tags: a quotation with all its roles, a name and its occurrences, another's proposals. By every means. */
import type { Page } from '@playwright/test';
import { article, SEED } from '../fixtures/dataset.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { languages } from '../fixtures/words.ts';
import { TaggingPage } from '../pages/tagging.ts';

const seed = article(SEED);
const CONTENT = 'إحتلال الجيش التركي لبعض مناطق الشمال السوري';
const PIECE = 'شرحاً';
const SOURCE = 'القادة العسكريون السوريون';
const SPEAKER = 'علي شمخاني';

async function come(page: Page, choices: Parameters<typeof visit>[1] = {}) {
  const visited = await visit(page, choices);
  await visited.reading.open(SEED);
  return { ...visited, tagging: new TaggingPage(page, visited.words, visited.hand) };
}

test('by keyboard alone: a quotation with its piece, cue, source and speaker, and all of it undone', {
  tag: '@desk',
}, async ({ page }) => {
  const { reading, tagging, words } = await come(page, { means: 'keyboard' });
  await tagging.enter();
  await expect(tagging.text).toBeFocused();

  await tagging.selectByKeys('p1', CONTENT);
  await expect(tagging.bar).toBeVisible();
  await page.keyboard.press('q');
  await expect(tagging.bar).toBeHidden();
  await expect.poll(() => reading.painted('isnad-tag-content-chosen')).toEqual([CONTENT]);
  await expect(tagging.told).toContainText(words.say('tagging', 'steps.newQuotation'));

  await tagging.selectByKeys('p1', PIECE);
  await page.keyboard.press('p');
  await expect.poll(() => reading.painted('isnad-tag-content-chosen')).toEqual([PIECE, CONTENT]);
  // An Arabic layout: the key where an English keyboard has C.
  await tagging.selectByKeys('p1', 'قدم');
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ؤ', code: 'KeyC', bubbles: true, cancelable: true }),
    ),
  );
  await expect.poll(() => reading.painted('isnad-tag-cue-chosen')).toEqual(['قدم']);
  await tagging.selectByKeys('p1', SOURCE);
  await page.keyboard.press('s');
  await expect.poll(() => reading.painted('isnad-tag-source-chosen')).toEqual([SOURCE]);

  // To the form, where letters are letters; and back.
  await page.keyboard.press('f');
  await expect(page.locator('[data-form] :focus')).toHaveCount(1);
  await tagging.hand.write(tagging.speaker, 'شمخاني');
  await page.keyboard.press('Enter');
  await expect(tagging.speaker).toHaveValue(SPEAKER);
  await page.keyboard.press('Escape');
  await expect(tagging.text).toBeFocused();

  // An edge: the end of what was made last comes inwards by a word.
  await page.keyboard.press('Shift+BracketRight');
  await expect
    .poll(() => reading.painted('isnad-tag-source-chosen'))
    .toEqual([SOURCE.slice(0, SOURCE.lastIndexOf(' '))]);
  await expectAxeClean(page);

  for (let step = 0; step < 6; step++) await page.keyboard.press('Control+z');
  await expect.poll(() => reading.painted('isnad-tag-content-chosen')).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(tagging.told).toContainText(words.say('tagging', 'nothingToUndo'));
  await page.keyboard.press('Control+y');
  await expect.poll(() => reading.painted('isnad-tag-content')).toContain(CONTENT);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => reading.painted('isnad-tag-content')).toContain(PIECE);

  await tagging.hand.use(tagging.leave);
  await expect(reading.text).toBeVisible();
  await expect(tagging.door).toBeFocused();
  // Nothing is lost by leaving.
  await tagging.enter();
  await expect.poll(() => reading.painted('isnad-tag-content')).toContain(PIECE);
});

test('a word is looked up without leaving the workbench', { tag: '@desk' }, async ({ page }) => {
  const { reading, tagging, words } = await come(page, { means: 'keyboard' });
  await tagging.enter();
  await tagging.selectByKeys('p1', SOURCE);
  await page.keyboard.press('w');
  const card = page.getByRole('dialog', {
    name: words.say('dictionary', 'opened', { word: SOURCE.slice(0, SOURCE.indexOf(' ')) }),
  });
  await expect(card).toBeFocused();
  await expect(tagging.bar).toBeHidden();
  await expectAxeClean(page);
  // The keys are for the card: nothing is made of what is selected.
  const before = await reading.painted('isnad-tag-content');
  await page.keyboard.press('q');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(tagging.text).toBeFocused();
  expect(await reading.painted('isnad-tag-content')).toEqual(before);
  // The word stood at, and by a press on what is selected.
  await page.keyboard.press('w');
  await expect(card).toBeFocused();
  await page.keyboard.press('Escape');
  await reading.select('p1', 'قدم');
  await tagging.bar.getByRole('button', { name: words.say('tagging', 'lookUp') }).click();
  await expect(page.getByRole('dialog', { name: words.say('dictionary', 'opened', { word: 'قدم' }) })).toBeVisible();
});

for (const language of languages) {
  test(`by mouse, in ${language}: a quotation, its edge pulled, a name, and its other places`, {
    tag: '@desk',
  }, async ({ page }) => {
    const { reading, tagging, words, hand } = await come(page, { language, kept: { language } });
    await tagging.enter();
    await reading.dragIn(tagging.text, 'p1', CONTENT);
    await expect(tagging.bar).toBeVisible();
    await expectAxeClean(page);
    await hand.use(tagging.make('quotation'));
    await expect.poll(() => reading.painted('isnad-tag-content-chosen')).toEqual([CONTENT]);

    // The grip at the end, drawn one word to the right: the end comes inwards.
    const grip = await tagging.grips.last().boundingBox();
    const text = seed.blocks.find(({ id }) => id === 'p1')?.text ?? '';
    const end = text.indexOf(CONTENT) + CONTENT.length;
    const shorter = CONTENT.slice(0, CONTENT.lastIndexOf(' '));
    const from = await reading.pointOf({ block: 'p1', start: end - 1, end });
    const to = await reading.pointOf({
      block: 'p1',
      start: end - CONTENT.length + shorter.length - 1,
      end: end - CONTENT.length + shorter.length,
    });
    if (!grip || !from || !to) throw new Error('no grip');
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height - 14);
    await page.mouse.down();
    await page.mouse.move(grip.x + grip.width / 2 + (to.x - from.x), grip.y + grip.height - 14 + (to.y - from.y), {
      steps: 5,
    });
    await page.mouse.up();
    await expect.poll(() => reading.painted('isnad-tag-content-chosen')).toEqual([shorter]);

    // A name that is known already, tagged in a place where it was not.
    await reading.dragIn(tagging.text, 'p1', 'بحث الجانبان');
    await hand.use(tagging.make('entity'));
    await expect(tagging.menu).toBeVisible();
    await page.keyboard.press('5');
    await expect(tagging.menu).toBeHidden();
    await expect.poll(() => reading.painted('isnad-tag-mention-chosen')).toEqual(['بحث الجانبان']);
    await hand.use(page.getByRole('button', { name: words.say('tagging', 'commands.all') }));
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expectAxeClean(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    // The list leads to the text, and one press takes a step back.
    await hand.choose(tagging.view('list'));
    await expect(tagging.list.getByRole('button').first()).toBeVisible();
    await expectAxeClean(page);
    await hand.use(tagging.list.getByRole('button').filter({ hasText: 'ذلك بالانتصار التاريخي' }));
    await expect.poll(() => reading.painted('isnad-tag-content-chosen')).toEqual(['ذلك بالانتصار التاريخي']);
    await hand.use(tagging.undo);
    await expect.poll(() => reading.painted('isnad-tag-mention')).not.toContain('بحث الجانبان');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: words.say('tagging', 'keysTitle') })).toBeVisible();
    await expectAxeClean(page);
  });
}

test('by touch: a quotation is made at the foot of the screen and told of in the sheet', { tag: '@touch' }, async ({
  page,
}) => {
  const { reading, tagging, hand } = await come(page, { touch: true });
  await tagging.enter();
  await reading.select('p1', CONTENT);
  await expect(tagging.bar).toBeVisible();
  await expectAxeClean(page);
  await hand.use(tagging.make('quotation'));
  await expect.poll(() => reading.painted('isnad-tag-content-chosen')).toEqual([CONTENT]);
  await reading.select('p1', 'قدم');
  await hand.use(tagging.make('cue'));
  await expect.poll(() => reading.painted('isnad-tag-cue-chosen')).toEqual(['قدم']);
  for (const grip of await tagging.grips.all()) {
    const box = await grip.boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
  await hand.use(tagging.summary);
  await expect(tagging.speaker).toBeVisible();
  await hand.write(tagging.speaker, 'شمخاني');
  await hand.use(page.getByRole('option').first());
  await expect(tagging.speaker).toHaveValue(SPEAKER);
  await expectAxeClean(page);
  await page.keyboard.press('Escape');
  await expect(tagging.summary).toContainText(SPEAKER);
  await hand.use(tagging.undo);
  await expect(tagging.summary).not.toContainText(SPEAKER);
  await hand.use(tagging.leave);
  await expect(reading.text).toBeVisible();
});

test('another layer’s proposals, walked through by keyboard: accepted, rejected, mended', { tag: '@desk' }, async ({
  page,
}) => {
  const { reading, tagging, words } = await come(page, { means: 'keyboard' });
  await tagging.enter();
  // Three quotations of one's own go; the published annotation proposes them again.
  const gone: string[] = [];
  let name = '';
  for (let step = 0; step < 400 && gone.length < 3; step++) {
    await page.keyboard.press('n');
    const [chosen] = await reading.painted('isnad-tag-content-chosen');
    if (chosen === undefined) {
      if (name !== '') continue;
      // And one of the names.
      [name = ''] = await reading.painted('isnad-tag-mention-chosen');
      await page.keyboard.press('Delete');
      await expect(tagging.told).toContainText(words.say('tagging', 'steps.removeMention'));
      continue;
    }
    gone.push(chosen);
    await page.keyboard.press('Delete');
    await expect(tagging.told).toContainText(words.say('tagging', 'steps.removeQuotation'));
  }
  expect(gone).toHaveLength(3);
  await page.keyboard.press('v');
  await expect(tagging.review).toBeVisible();
  await expect.poll(() => reading.painted('isnad-tag-proposal')).toContain(gone[0]);
  await expectAxeClean(page);
  await page.keyboard.press('a');
  await expect.poll(() => reading.painted('isnad-tag-content')).toContain(gone[0]);
  await expect.poll(() => reading.painted('isnad-tag-proposal')).toContain(gone[1]);
  await page.keyboard.press('r');
  await expect.poll(() => reading.painted('isnad-tag-proposal')).toContain(gone[2]);
  await page.keyboard.press('m');
  await expect.poll(() => reading.painted('isnad-tag-content-chosen')).toContain(gone[2]);
  await expect(page.locator('[data-form] :focus')).toHaveCount(1);
  // What was accepted is one step.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => reading.painted('isnad-tag-content-chosen')).toEqual([]);
  // After the last quotation the walk goes on with the names.
  await page.keyboard.press('v');
  await expect.poll(() => reading.painted('isnad-tag-proposal')).toContain(gone[2]);
  await page.keyboard.press('a');
  await expect.poll(() => reading.painted('isnad-tag-proposal')).toEqual([name]);
  await expect(tagging.review.getByRole('radio', { checked: true })).toHaveAccessibleName(
    new RegExp(words.say('tagging', 'reviewing.mentions')),
  );
  await expectAxeClean(page);
  await page.keyboard.press('a');
  await expect(tagging.review).toContainText(words.say('tagging', 'reviewDone'));
});
