/** A teacher selects words and sends a link; a student opens it, and stands at them, or is told what became of them. */
import type { Page } from '@playwright/test';
import { writePassage } from '../../src/core/passage/passage.ts';
import { checkOfPlace } from '../../src/core/passage/place.ts';
import { article, quotation, SEED, serveArticle } from '../fixtures/dataset.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { languages } from '../fixtures/words.ts';

const seed = article(SEED);
const linkOf = (block: string, words: string): string => {
  const start = seed.blocks.find(({ id }) => id === block)?.text.indexOf(words) ?? -1;
  const link = start < 0 ? null : writePassage(seed, { block, start, end: start + words.length });
  if (link === null) throw new Error(`${words} is not in ${block}`);
  return link;
};
/** What was copied, read as a reader would: pasted into a box. */
async function pasted(page: Page): Promise<string> {
  const box = page.getByRole('searchbox');
  await box.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
  return box.inputValue();
}

const WORDS = 'القادة العسكريون السوريون شرحاً عن إحتلال';

for (const language of languages) {
  test(`by mouse, in ${language}: select, copy the link, open it elsewhere`, { tag: '@desk' }, async ({
    page,
    browser,
    baseURL,
  }) => {
    const { reading, hand } = await visit(page, { language, kept: { language } });
    await reading.open(SEED);
    await reading.drag('p1', WORDS);
    await expect(reading.bar).toBeVisible();
    await expectAxeClean(page);
    await hand.use(reading.passageButton('copy'));
    await expect(reading.passageButton('copied')).toBeVisible();
    const link = await pasted(page);
    expect(link).toBe(new URL(`a/${SEED}/#${linkOf('p1', WORDS)}`, baseURL).href);
    expect(link).toMatch(/^[\x21-\x7e]+$/);

    const student = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    const opened = await visit(student, { language: 'ar' });
    await student.goto(link);
    await expect.poll(() => opened.reading.painted('isnad-passage')).toEqual([WORDS]);
    await expect(opened.reading.arrived).toHaveAttribute('data-finding', 'exact');
    const at = await opened.reading.pointOf({
      block: 'p1',
      start: seed.blocks.find(({ id }) => id === 'p1')?.text.indexOf(WORDS) ?? 0,
      end: 1000,
    });
    expect(at?.y).toBeGreaterThan(56);
    expect(at?.y).toBeLessThan(844);
    await expectAxeClean(student);
    await opened.hand.use(opened.reading.arrived.getByRole('button').last());
    await expect(opened.reading.arrived).toBeHidden();
    await expect.poll(() => opened.reading.painted('isnad-passage')).toEqual([]);
    expect(student.url()).toBe(new URL(`a/${SEED}/`, baseURL).href);
    await student.context().close();
  });
}

test('by keyboard alone: words are selected, told, and their link copied', { tag: '@desk' }, async ({ page }) => {
  const { reading, words } = await visit(page, { means: 'keyboard' });
  await reading.open(SEED);
  await page.keyboard.press('Tab');
  for (let step = 0; step < 40; step++) {
    if (await page.evaluate(() => document.activeElement?.closest('[data-block]') !== null)) break;
    await page.keyboard.press('Tab');
  }
  await expect(reading.block('h1').getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(reading.bar).toContainText(words.say('reading', 'passage.count', { count: 3 }));
  await page.keyboard.press('Shift+ArrowRight');
  await expect(reading.bar).toContainText(words.say('reading', 'passage.count', { count: 2 }));
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(reading.bar).toContainText(words.say('reading', 'passage.count', { count: 1 }));
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect(page.locator('[data-announcement]')).toContainText(words.say('reading', 'passage.count', { count: 2 }));
  await page.keyboard.press('Enter');
  await expect(reading.passageButton('copy')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(reading.passageButton('copied')).toBeVisible();
  expect(new URL(await pasted(page)).hash).toBe(`#${linkOf('h1', 'شمخاني يلتقي')}`);
});

test('by finger, at the foot of the screen: the whole paragraph, and two passages in one link', {
  tag: '@touch',
}, async ({ page }) => {
  const { reading, words } = await visit(page, { touch: true });
  await reading.open(SEED);
  await reading.select('p2', 'هانيه بانتصارا');
  // Whole words, whatever the handles caught of them.
  await expect(reading.bar).toContainText(words.say('reading', 'passage.count', { count: 2 }));
  await expectAxeClean(page);
  await reading.passageButton('another').tap();
  await expect.poll(() => reading.painted('isnad-passage')).toEqual(['تهانيه بانتصارات']);
  await reading.select('p3', 'استمرار');
  await expect(reading.bar).toContainText(words.say('reading', 'passage.count', { count: 1 }));
  await reading.passageButton('whole').tap();
  const whole = seed.blocks.find(({ id }) => id === 'p3')?.text ?? '';
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(whole);
  await reading.passageButton('copy').tap();
  await expect(reading.passageButton('copied')).toBeVisible();
  await reading.open(SEED, `${linkOf('p2', 'تهانيه بانتصارات')},${linkOf('p3', whole)}`);
  await page.reload();
  await expect.poll(() => reading.painted('isnad-passage')).toEqual(['تهانيه بانتصارات', whole]);
  await expect(reading.arrived).toContainText(words.say('reading', 'passage.nth', { place: 1, count: 2 }));
});

test('a text that was edited: the passage is found where it moved to, or said to be changed, or gone', async ({
  page,
}) => {
  const { reading, hand, words } = await visit(page);
  const say = (key: string) => words.say('reading', `passage.${key}`);
  const open = async (link: string, change: (text: string, block: string) => string) => {
    await serveArticle(page, SEED, (draft) => {
      for (const block of draft.blocks) block.text = change(block.text, block.id);
      // Whatever pointed at the old letters is not this story's.
      draft.entities = [];
      draft.mentions = [];
      draft.quotations = [];
      draft.glossary = [];
      draft.chain = [];
    });
    await reading.open(SEED, link);
    await page.reload();
    await reading.text.waitFor();
  };
  const link = linkOf('p1', WORDS);

  await open(link, (text, block) => (block === 'p1' ? `عاجل: ${text}` : text));
  await expect(reading.arrived).toContainText(say('moved'));
  await expect.poll(() => reading.painted('isnad-passage')).toEqual([WORDS]);

  const longer = `${WORDS} الجيش التركي لبعض`;
  const other = (text: string) => text.replace('الجيش التركي', 'القوات التركية');
  await open(linkOf('p1', longer), (text, block) => (block === 'p1' ? other(text) : text));
  await expect(reading.arrived).toContainText(say('changed.head'));
  await expect.poll(() => reading.painted('isnad-passage')).toEqual([other(longer)]);
  await expect(reading.arrived).toContainText(say('changed.edited'));
  await expect.poll(() => reading.painted('isnad-edited')).toEqual(['إحتلال القوات التركية لبعض']);
  await expectAxeClean(page);

  await open(linkOf('p8', seed.blocks.find(({ id }) => id === 'p8')?.text.slice(0, 60) ?? ''), (text, block) =>
    block === 'p8' ? 'حُذف ما كان هنا وكُتب غيره مما لا صلة له بما سبق أبدًا' : text,
  );
  await expect(reading.arrived).toContainText(say('gone'));
  // Nobody is taken anywhere by a passage that is not there.
  expect(await reading.scrollY()).toBe(0);
  expect(await reading.painted('isnad-passage')).toEqual([]);
  await hand.use(reading.arrived.getByRole('button', { name: say('nearest') }));
  await expect(reading.block('p8')).toBeInViewport();
});

test('a link to a quotation says when its words are others now, or where they went', { tag: '@desk' }, async ({
  page,
}) => {
  const { reading, words } = await visit(page);
  await reading.open(SEED, 'q=q4~WAZ');
  await expect
    .poll(() => reading.painted('isnad-content'))
    .toEqual(quotation(seed, 'q4').contents.map((range) => range.words));
  await expect(page.getByText(words.say('reading', 'quotationChanged'))).toBeHidden();
  await reading.open(SEED, 'q=q5~WAZ');
  // Where the reader looks, wherever the page went.
  await expect(page.getByText(words.say('reading', 'quotationMoved'))).toBeInViewport();
  await expect(page).toHaveURL(/#q=q4$/);
  await reading.open(SEED, 'q=q5~zzz');
  await expect(page.getByText(words.say('reading', 'quotationChanged'))).toBeInViewport();
  await expectAxeClean(page);
  await page
    .getByRole('status')
    .getByRole('button', { name: words.say('reading', 'passage.done') })
    .click();
  await expect(page.getByText(words.say('reading', 'quotationChanged'))).toBeHidden();
});

test('a link to a mention leads to the words it was made at, or says that it cannot tell', async ({ page }) => {
  const { reading, words } = await visit(page);
  const { say } = words;
  const name = seed.entities.find(({ id }) => id === 'shamkhani')?.name.ar ?? '';
  const mentions = seed.mentions.filter(({ entity }) => entity === 'shamkhani');
  const third = mentions[2];
  if (!third) throw new Error('the article has lost its mentions');
  const code = checkOfPlace(seed, third.range);
  const card = reading.entityCard(name);

  await reading.open(SEED, `e=shamkhani.3~${code}`);
  await expect(card).toBeVisible();
  await expect(card).not.toContainText(say('reading', 'placeMoved'));
  await reading.open(SEED, `e=shamkhani.1~${code}`);
  await expect(card).toContainText(say('reading', 'placeMoved'));
  await expect(page).toHaveURL(/#e=shamkhani\.3$/);
  await expect.poll(() => reading.painted('isnad-here')).toEqual([third.range.words]);
  await reading.open(SEED, 'e=shamkhani.2~zzzzz');
  await expect(card).toContainText(say('reading', 'placeChanged'));
  await expectAxeClean(page);
  // A number that no mention has.
  await reading.open(SEED, 'e=shamkhani.99');
  await expect(page).toHaveURL(/#e=shamkhani\.1$/);
  await expect(card).toContainText(say('reading', 'placeChanged'));
});
