/** A student keeps the words they look up, learns them, takes them along; a teacher explains words of a text of their own. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { article, SEED } from '../fixtures/dataset.ts';
import { saved } from '../fixtures/saved.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { languages } from '../fixtures/words.ts';
import { TextsPage } from '../pages/texts.ts';
import { WordListPage } from '../pages/wordlist.ts';

const seed = article(SEED);
function placeOf(block: string, words: string) {
  const text = seed.blocks.find(({ id }) => id === block)?.text ?? '';
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the seed article has lost ${words}`);
  return { block, start, end: start + words.length };
}

for (const language of languages) {
  test(`what is looked up is kept, learnt and taken along, in ${language}`, async ({ page, hasTouch }) => {
    await page.emulateMedia({ colorScheme: language === 'ar' ? 'light' : 'dark' });
    const { words, hand, reading } = await visit(page, {
      language,
      touch: hasTouch,
      kept: { language, underline: 'all' },
    });
    const list = new WordListPage(page, words);
    const say = (key: string, values = {}) => words.say('wordlist', key, values);
    await reading.open(SEED);

    await test.step('looked up, it is in the list; known, it is no longer underlined', async () => {
      await expect.poll(() => reading.painted('isnad-unknown')).toContain('وحضره');
      await reading.pressText(placeOf('p1', 'وحضره'), hasTouch);
      const card = reading.wordCard('وحضره');
      await expect(card.getByRole('button', { name: say('inList') })).toHaveAttribute('aria-pressed', 'true');
      await hand.use(card.getByRole('button', { name: say('known'), exact: true }));
      await expect.poll(() => reading.painted('isnad-unknown')).not.toContain('وحضره');
      await expectAxeClean(page);
      await page.keyboard.press('Escape');
      await reading.pressText(placeOf('p1', 'المناطق'), hasTouch);
      const other = reading.wordCard('المناطق');
      await expect(other.getByRole('button', { name: say('inList') })).toHaveAttribute('aria-pressed', 'true');
      await hand.use(other.getByRole('link', { name: say('title') }));
      await expect(page).toHaveURL(/\/words\/$/);
    });

    await test.step('the list is narrowed and searched', async () => {
      await expect(list.items).toHaveCount(2);
      await expect(list.item('مِنْطَقَة')).toContainText('ن ط ق');
      await expect(list.item('مِنْطَقَة').locator('mark')).toHaveText('المناطق');
      await expectAxeClean(page);
      await hand.choose(list.state('known'));
      await expect(list.items).toHaveCount(1);
      await hand.choose(list.state('all'));
      await hand.pick(list.article, SEED);
      await hand.write(list.search, 'منطقه');
      await expect(list.items).toHaveCount(1);
      await hand.write(list.search, '');
      await expect(list.items).toHaveCount(2);
    });

    await test.step('taken away, and brought back', async () => {
      await hand.use(list.button('forgetOf', 'مِنْطَقَة'));
      await expect(list.items).toHaveCount(1);
      await expect(list.undo).toBeFocused();
      await hand.use(list.undo);
      await expect(list.items).toHaveCount(2);
    });

    await test.step('as a package, a text, a table', async () => {
      await hand.use(list.exports);
      const pack = await saved(page, () => hand.use(list.button('anki')));
      expect(pack.name).toBe('isnad-words.apkg');
      const files = unzipSync(new Uint8Array(pack.bytes));
      expect(Buffer.from(files['collection.anki2'] ?? []).toString('latin1')).toMatch(/^SQLite format 3\0/);
      expect(Buffer.from(files['collection.anki2'] ?? []).toString('utf8')).toContain('<b>المناطق</b>');
      const text = await saved(page, () => hand.use(list.button('ankiText')));
      expect(text.bytes.toString('utf8')).toMatch(/^#separator:tab\n/);
      const table = await saved(page, () => hand.use(list.button('table')));
      expect(table.bytes.toString('utf8').split('\r\n')).toHaveLength(4);
      expect(table.bytes.toString('utf8').codePointAt(0)).toBe(0xfeff);
      await expectAxeClean(page);
    });

    await test.step('back to its sentence', async () => {
      await hand.use(list.item('مِنْطَقَة').getByRole('link'));
      await expect(page).toHaveURL(/#d=p1\.18$/);
      await expect(reading.wordCard('المناطق')).toBeVisible();
    });
  });
}

test('the list by keyboard alone, and switched off', { tag: '@desk' }, async ({ page }) => {
  const { hand, reading, words, settings } = await visit(page, { means: 'keyboard' });
  const list = new WordListPage(page, words);
  await reading.open(SEED, 'd=p1.18');
  const listed = reading.wordCard('المناطق').getByRole('button', { name: words.say('wordlist', 'inList') });
  await expect(listed).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await hand.use(settings.openButton);
  await hand.choose(settings.radio('keep-words', 'left'));
  await hand.use(settings.closeButton);
  await reading.open(SEED, 'd=p1.17');
  await page.reload();
  const other = reading.wordCard('مستجدات');
  await expect(other.getByRole('button', { name: words.say('wordlist', 'inList') })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await list.open();
  await expect(list.items).toHaveCount(1);
  await expect(page.getByText(words.say('wordlist', 'notKept'))).toBeVisible();
  await hand.use(list.button('knownOf', 'مِنْطَقَة'));
  await expect(list.button('knownOf', 'مِنْطَقَة')).toHaveAttribute('aria-pressed', 'true');
  await hand.use(list.button('forgetOf', 'مِنْطَقَة'));
  await expect(page.getByText(words.say('wordlist', 'empty'))).toBeVisible();
  await expect(list.undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list.items).toHaveCount(1);
  await expectAxeClean(page);
});

test('on paper the list is a table, and nothing else', { tag: '@desk' }, async ({ page }) => {
  const { reading, words } = await visit(page);
  const list = new WordListPage(page, words);
  await reading.open(SEED, 'd=p1.18');
  const listed = reading.wordCard('المناطق').getByRole('button', { name: words.say('wordlist', 'inList') });
  await expect(listed).toHaveAttribute('aria-pressed', 'true');
  await list.open();
  await page.emulateMedia({ media: 'print' });
  const prints = await page.evaluate(() => matchMedia('print').matches);
  test.skip(!prints, 'this driver cannot show what goes to paper');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const row = page.locator('main table tbody tr');
  await expect(row).toHaveCount(1);
  await expect(row).toBeVisible();
  await expect(row).toContainText('ن ط ق');
  await expect(list.list).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(row).toHaveCount(0);
});

test('a teacher’s explanation of a library text goes into a copy, is shown first, changed, exported and removed', async ({
  page,
  hasTouch,
}) => {
  const { hand, reading, words } = await visit(page, { touch: hasTouch });
  const texts = new TextsPage(page, words, hand);
  const say = (key: string, values = {}) => words.say('wordlist', key, values);
  const box = (key: string) => page.getByRole('textbox', { name: say(`explainIn.${key}`) });
  const press = (key: string) =>
    hand.use(page.getByRole('dialog').getByRole('button', { name: say(key), exact: true }));
  await reading.open(SEED, 'd=p1.18');
  await press('explain');
  await expect(page.getByText(say('copies'))).toBeVisible();
  await press('save');
  await expect(box('ar')).toBeFocused();
  await expect(page.getByText(say('explainMissing'))).toBeVisible();
  await hand.write(box('ar'), 'نواح من البلد');
  await hand.write(box('note'), 'جمع تكسير');
  await expectAxeClean(page);
  await press('save');
  await expect(page).toHaveURL(/\/text\/\?my\.[a-z0-9]+#g=own-\d+$/);
  const card = page.getByRole('dialog');
  await expect(card).toContainText('نواح من البلد');
  await expect(card).toContainText('جمع تكسير');
  await expectAxeClean(page);

  await press('explainAnew');
  await hand.write(box('en'), 'parts of the country');
  await press('save');
  await expect(card).toContainText('parts of the country');
  // While the form is there, Escape is the form's.
  await expect(box('en')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  const file = await saved(page, () => texts.button('export').click());
  expect(file.bytes.toString('utf8')).toContain('parts of the country');
  expect(file.bytes.toString('utf8')).toContain('جمع تكسير');

  await hand.useWord(reading.wordIn('p1', 'المناطق'));
  await press('unexplain');
  await expect(card).not.toContainText('نواح من البلد');
  await press('undo');
  await expect(card).toContainText('نواح من البلد');
  expect(JSON.parse(readFileSync('public/data/articles/shamkhani-mamlouk.json', 'utf8'))).toEqual(seed);
});

test('a voice reads the word and its sentence, and stops; without one that is said', async ({ page, hasTouch }) => {
  const { hand, reading, words } = await visit(page, { touch: hasTouch });
  const say = (key: string) => words.say('wordlist', key);
  await page.addInitScript(() => {
    // Before the site there is about:blank, which has no storage.
    if (location.protocol !== 'http:') return;
    const told: string[] = [];
    Object.assign(window, { told });
    if (sessionStorage.getItem('mute') !== null) return;
    class Utterance extends EventTarget {
      text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    const voice = { lang: 'ar-SA', localService: true };
    const synthesis = {
      getVoices: () => [{ lang: 'en-GB', localService: true }, voice],
      speak: ({ text }: Utterance) => told.push(text),
      cancel: () => told.push(''),
      addEventListener: () => {},
      removeEventListener: () => {},
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.assign(window, { SpeechSynthesisUtterance: Utterance });
  });
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told.filter((text) => text !== ''));
  await reading.open(SEED, 'd=p1.18');
  const card = reading.wordCard('المناطق');
  await hand.use(card.getByRole('button', { name: say('hearWord') }));
  expect((await told())[0]).toMatch(/^الْمَنَاطِق/);
  await hand.use(card.getByRole('button', { name: say('hearSentence') }));
  expect((await told())[1]).toContain('وخلال اللقاء');
  await hand.use(card.getByRole('button', { name: say('stop') }));
  await expect(card.getByRole('button', { name: say('hearSentence') })).toBeVisible();
  await expect(card.getByRole('button', { name: say('stop') })).toHaveCount(0);

  await page.evaluate(() => sessionStorage.setItem('mute', ''));
  await new WordListPage(page, words).open();
  await expect(page.getByText(say('noVoice'))).toBeVisible();
});

test('the list is led to from the settings, which close', async ({ page, hasTouch }) => {
  const { hand, reading, settings, words } = await visit(page, { touch: hasTouch });
  await reading.open(SEED);
  await hand.use(settings.openButton);
  await expect(settings.dialog).toBeVisible();
  await hand.use(settings.toWords);
  await expect(page).toHaveURL(/\/words\/$/);
  await expect(settings.dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: words.say('wordlist', 'title') })).toBeVisible();
});
