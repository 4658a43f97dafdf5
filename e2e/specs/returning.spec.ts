/** Whoever went somewhere finds the place again: the line where one was reading, the list that one was filtering. */
import { SEED } from '../fixtures/dataset.ts';
import { expect, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';

/** A line of the text, in CSS pixels: nearer than this and the eye has not lost it. */
const LINE = 48;

test('back to where one was reading, and again after a reload: the line stands where it stood', async ({
  page,
  hasTouch,
}) => {
  const { hand, reading } = await visit(page, { touch: hasTouch });
  await reading.open(SEED);
  await reading.block('p3').evaluate((block) => window.scrollTo(0, block.getBoundingClientRect().top + scrollY - 72));
  const top = () => reading.block('p3').evaluate((block) => block.getBoundingClientRect().top);
  const before = await top();
  const panel = await reading.openPanel();
  // Not by the driver's hand: Firefox's moves the page before it presses, and the reader would have stood elsewhere.
  await panel.words('q14').dispatchEvent('click');
  await expect(reading.block('p8')).toBeInViewport();
  await hand.use(reading.returnButton);
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(LINE);

  await page.goto('about:blank');
  // Twice, for a small slip would grow with every visit.
  for (let visits = 0; visits < 2; visits++) {
    await reading.open(SEED);
    await expect(reading.resumed).toBeVisible();
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(LINE);
    // Left at once: what was scrolled is kept all the same.
    await page.evaluate(() => window.scrollBy({ top: 1, behavior: 'instant' }));
    await page.goto('about:blank');
  }
});

test('a search among the quotations stays in sight while one of them is chosen', { tag: '@desk' }, async ({ page }) => {
  const { hand, reading } = await visit(page);
  await reading.open(SEED, 'q=q10');
  await expect(reading.panel.card('q10')).toBeInViewport();
  await hand.write(reading.panel.search, 'ال');
  await expect(page).toHaveURL(/w=/);
  await expect(reading.panel.cards.filter({ has: page.locator('mark') }).first()).toBeAttached();
  await expect(reading.panel.search).toBeInViewport();
});
