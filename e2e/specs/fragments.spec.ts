/** Arriving by what others write after the `#`: a browser's text directive, an original's link, a hostile hand. */
import { writePassage } from '../../src/core/passage/passage.ts';
import { hostileLinks } from '../../src/testing/hostile-links.ts';
import { article, SEED, serveArticle } from '../fixtures/dataset.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';

const seed = article(SEED);
const WORDS = 'القادة العسكريون السوريون';
const directive = (words: string) => `:~:text=${encodeURIComponent(words)}`;
const linkOf = (block: string, words: string): string => {
  const start = seed.blocks.find(({ id }) => id === block)?.text.indexOf(words) ?? -1;
  return writePassage(seed, { block, start, end: start + words.length }) ?? '';
};

test('by a text directive: the words are marked, and the address says them in our own way', async ({
  page,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'Firefox lets no page read text directives');
  const { reading, hand, words } = await visit(page);
  // Without the hamza and with a mark that the text does not have.
  await reading.open(SEED, directive('القَادة العسكريون السوريون'));
  await expect(reading.arrived).toHaveAttribute('data-finding', 'exact');
  await expect.poll(() => reading.painted('isnad-passage')).toEqual([WORDS]);
  await expect(reading.block('p1')).toBeInViewport();
  await expect(page).toHaveURL(new RegExp(`#${linkOf('p1', WORDS)}$`));
  await page.reload();
  await expect.poll(() => reading.painted('isnad-passage')).toEqual([WORDS]);

  // Let go, and not sought again by whoever comes back.
  await hand.use(reading.arrived.getByRole('button').last());
  await expect(reading.arrived).toBeHidden();
  await page.goto('about:blank');
  await reading.open(SEED, `${directive(WORDS)}&text=${encodeURIComponent('تهانيه')}`);
  await expect(reading.arrived).toContainText(words.say('reading', 'passage.nth', { place: 1, count: 2 }));
  await expect.poll(() => reading.painted('isnad-passage')).toEqual([WORDS, 'تهانيه']);
  await page.getByRole('banner').getByRole('link').first().click();
  await page.getByRole('main').waitFor();
  await page.evaluate(() => history.back());
  await reading.text.waitFor();
  await expect.poll(() => reading.painted('isnad-passage')).toEqual([WORDS, 'تهانيه']);
});

test('by a text directive that names other words: it is said, and nobody is taken anywhere', async ({
  page,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'Firefox lets no page read text directives');
  const { reading, hand, words, library } = await visit(page);
  await reading.open(SEED, directive('كلمات لم يكتبها أحد'));
  await expect(reading.arrived).toContainText(
    words.say('reading', 'passage.missing', { words: '\u2068كلمات لم يكتبها أحد\u2069' }),
  );
  expect(await reading.scrollY()).toBe(0);
  expect(await reading.painted('isnad-passage')).toEqual([]);
  await expectAxeClean(page);
  await hand.use(reading.arrived.getByRole('button').last());
  await expect(reading.arrived).toBeHidden();
  // Nor is it said again to whoever comes back to the article.
  await page.getByRole('banner').getByRole('link').first().click();
  await library.list.waitFor();
  await page.evaluate(() => history.back());
  await reading.text.waitFor();
  await expect(reading.arrived).toBeHidden();
});

test('a passage leads to the same words in the article’s original, where that is known', { tag: '@desk' }, async ({
  page,
}) => {
  const { reading, words } = await visit(page);
  await serveArticle(page, SEED, (draft) => {
    draft.original = { url: 'https://www.news.example/2017/1' };
  });
  await reading.open(SEED);
  const link = reading.chain.getByRole('link');
  await expect(link).toHaveText('news.example');
  await expect(link).toHaveAttribute('href', 'https://www.news.example/2017/1');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await reading.drag('p1', WORDS);
  const passage = reading.bar.getByRole('link', { name: words.say('reading', 'passage.original') });
  await expect(passage).toHaveAttribute('href', `https://www.news.example/2017/1#${directive(WORDS)}`);
  await expectAxeClean(page);
});

test('whatever stands after the #, the article opens and nothing breaks', { tag: '@desk' }, async ({
  page,
  browserName,
}) => {
  const { reading } = await visit(page);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await reading.open(SEED);
  for (const { name, hash } of hostileLinks) {
    // Directives and what is not of one field are read when the page is entered; the rest in a page that is open.
    if (!name.includes(' in ') || name.endsWith(':~:text=')) await page.goto('about:blank');
    // Firefox by itself seeks each of them in the page, before any script runs.
    if (browserName === 'firefox' && name === 'a hundred thousand directives') continue;
    await page.goto(`a/${SEED}/${hash}`);
    await expect(reading.text, name).toBeVisible();
    await expect(reading.block('p1'), name).toContainText('وخلال اللقاء');
  }
  // And the page is alive: it goes where it is told.
  await page.goto(`a/${SEED}/#${linkOf('p1', WORDS)}`);
  await expect.poll(() => reading.painted('isnad-passage')).toEqual([WORDS]);
  expect(dialogs).toEqual([]);
});

test('a passage in another site’s frame is found by the same link', { tag: '@desk' }, async ({ page }) => {
  await page.goto(`a/${SEED}/?view=embed#${linkOf('p1', WORDS)}`);
  await expect(page.getByText(WORDS)).toBeVisible();
});
