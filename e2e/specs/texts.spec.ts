/** A reader opens texts of their own: pasted, from files of each kind, bad ones; kept, offline, stopped, the worker killed. */
import { strToU8, zipSync } from 'fflate';
import { saved } from '../fixtures/saved.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { TextsPage } from '../pages/texts.ts';

const TITLE = 'الوزير يعلن اتفاقا جديدا بين البلدين';
const FIRST =
  'أعلن وزير الخارجية سامي الحداد يوم الأحد أن الاتفاق مع الجانب الآخر قد وقع في دمشق بحضور ممثلين عن المنظمة.';
const SECOND = 'وقال الحداد: «لن نتراجع عن شيء مما اتفقنا عليه، وسنمضي في تنفيذه».';
const TEXT = `${TITLE}\n\n${FIRST}\n\n${SECOND}`;
const OWN = /\/text\/\?my\.[a-z0-9]{12}$/;

test('a pasted text stands in the reader with its quotations, is kept, renamed, analysed again, removed and brought back', async ({
  page,
}) => {
  const { reading, words, hand } = await visit(page);
  const texts = new TextsPage(page, words, hand);
  await page.goto('');
  await page.getByRole('link', { name: words.say('shelf', 'openText') }).click();
  await texts.paste(TEXT.replace('الوزير', 'الـــوزير').replace('وقال', 'و\u200bقال'));
  await expect(page).toHaveURL(OWN);
  await expect(reading.text).toContainText(SECOND);
  await expect(texts.bar).toContainText(words.say('texts', 'machine'));
  await texts.bar.getByText(words.say('texts', 'cleaned')).click();
  await expect(texts.bar).toContainText(words.say('texts', 'change.tatweel'));
  await expect(texts.bar).toContainText(words.say('texts', 'change.invisible'));
  await expect.poll(() => reading.painted('isnad-machine')).not.toEqual([]);
  await expectAxeClean(page);

  await page.reload();
  await expect(reading.text).toContainText(SECOND);
  await texts.button('reanalyse').click();
  await expect(page.locator('[data-announcement]')).toHaveText(words.say('texts', 'reanalysed'));

  await texts.button('rename').click();
  await hand.write(page.getByRole('textbox', { name: words.say('texts', 'name') }), 'اتفاق');
  await texts.button('save').click();
  await expect(page).toHaveTitle(/^اتفاق/);

  const file = await saved(page, () => texts.button('export').click());
  expect(file.name).toMatch(/^my\.[a-z0-9]{12}\.json$/);

  await texts.button('remove').click();
  await expect(page).toHaveURL(/\/text\/$/);
  await expect(page.getByText(words.say('texts', 'empty'))).toBeVisible();
  await texts.button('undo').click();
  await expect(texts.list.getByRole('link', { name: 'اتفاق' })).toBeVisible();
  await expectAxeClean(page);
});

const word = zipSync({
  'word/document.xml': strToU8(
    `<w:document xmlns:w="w"><w:body>${[TITLE, FIRST, SECOND].map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
  ),
});
for (const [name, bytes] of [
  ['text.txt', Buffer.from(TEXT, 'utf16le')],
  ['page.html', Buffer.from(`<!doctype html><title>${TITLE}</title><nav>قائمة</nav><p>${FIRST}<p>${SECOND}`)],
  ['word.docx', Buffer.from(word)],
  ['text.json', Buffer.from(JSON.stringify({ title: TITLE, text: `${FIRST}\n\n${SECOND}` }))],
] as const)
  test(`${name} is opened`, async ({ page }) => {
    const { reading, words, hand } = await visit(page);
    const texts = new TextsPage(page, words, hand);
    await texts.open();
    await texts.give(name, bytes);
    await expect(page).toHaveURL(OWN);
    await expect(reading.text).toContainText(TITLE);
    await expect(reading.text).toContainText(SECOND);
  });

test('what is no text is said to be none, and nothing is kept', async ({ page }) => {
  const { words, hand } = await visit(page);
  const texts = new TextsPage(page, words, hand);
  await texts.open();
  for (const [name, content, kind] of [
    ['a.pdf', '%PDF-1.7', 'pdf'],
    ['b.txt', '\0\0\0\0\x01\x02\0\0', 'binary'],
    ['c.txt', '', 'empty'],
    ['d.txt', 'The minister said nothing at all.', 'notArabic'],
    ['e.json', '{"a": 1}', 'noArticle'],
    ['f.docx', 'PK\x03\x04 cut short', 'damaged'],
  ] as const) {
    await texts.give(name, Buffer.from(content, 'latin1'));
    await expect(texts.alert).toContainText(words.say('texts', `fault.${kind}`));
  }
  await expectAxeClean(page);
  await expect(page.getByText(words.say('texts', 'empty'))).toBeVisible();
});

test('a text of another device is said not to be here', async ({ page }) => {
  const { words } = await visit(page);
  await page.goto('text/?my.abcdefabcdef');
  await expect(page.getByRole('heading', { name: words.say('texts', 'gone') })).toBeVisible();
});

test('a long text is stopped; a worker that dies is told of; the next text is opened', async ({ page }) => {
  await page.addInitScript(() => {
    const Real = Worker;
    const made: Worker[] = [];
    Object.assign(window, { killWorkers: () => made.forEach((one) => one.terminate()) });
    window.Worker = class extends Real {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        made.push(this);
      }
    };
  });
  const { reading, words, hand } = await visit(page);
  const texts = new TextsPage(page, words, hand);
  await texts.open();
  const long = Buffer.from(`${FIRST} ${SECOND}\n\n`.repeat(8000));
  const analysing = page.getByRole('main').getByText(words.say('texts', 'stage.analysing'));
  await texts.give('long.txt', long);
  await analysing.waitFor();
  await texts.button('cancel').click();
  await expect(page.getByText(words.say('texts', 'stopped'))).toBeVisible();
  await texts.button('again').click();
  await analysing.waitFor();
  await page.evaluate(() => (window as unknown as { killWorkers: () => void }).killWorkers());
  await expect(texts.alert).toContainText(words.say('texts', 'failed.died'));
  await texts.paste(TEXT);
  await expect(page).toHaveURL(OWN);
  await expect(reading.text).toContainText(SECOND);
});
