/** The student reads an article, looks up words, follows a name, and comes back to it another day. */
import { article, library as libraryFile, SEED } from '../fixtures/dataset.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { languages } from '../fixtures/words.ts';

const seed = article(SEED);
const entry = libraryFile().articles.find(({ id }) => id === SEED);
const hard = seed.glossary.find(({ id }) => id === 'iltaqa');
const bureau = seed.entities.find(({ id }) => id === 'national-security-bureau');
const inner = seed.glossary.find(({ id }) => id === 'amn-watani');
if (!entry || !hard || !bureau || !inner) throw new Error('the seed article has lost what the student looks for');

/** A card stands this near to its word (CSS pixels). */
const NEAR = 16;
const typeOf = (id: string) => seed.entities.find((entity) => entity.id === id)?.type;

for (const language of languages) {
  for (const means of ['pointer', 'keyboard'] as const) {
    const colorScheme = (language === 'ar') === (means === 'pointer') ? 'light' : 'dark';

    test(`the student, in ${language}, by ${means}`, { tag: means === 'keyboard' ? '@desk' : [] }, async ({
      page,
      hasTouch,
    }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      const { words, hand, library, reading } = await visit(page, { language, means, touch: hasTouch });
      const { say, number } = words;

      await test.step('the library tells what each article offers', async () => {
        await library.open();
        if (language === 'en') await hand.use(library.languageButton);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
        await expect(library.list.getByRole('article')).toHaveCount(libraryFile().articles.length);
        const shown = library.entry(entry.title.ar);
        await expect(shown).toContainText(say('shelf', `level.${entry.level}`));
        await expect(shown).toContainText(say('shelf', 'words', { count: entry.words }));
        await expect(shown).toContainText(say('shelf', 'quotations', { count: entry.quotations }));
        await expect(shown).toContainText(entry.speakers[0]?.name[language] ?? '');
        await expectAxeClean(page);
      });

      await test.step('one press opens the article, whole, right to left in either language', async () => {
        await hand.use(library.link(entry.title.ar));
        await expect(page).toHaveURL(/\/reader\/sub\/a\/shamkhani-mamlouk\/$/);
        await expect(page).toHaveTitle(say('app', 'documentTitle', { title: entry.title[language] }));
        await expect(reading.text).toHaveAttribute('dir', 'rtl');
        for (const { id, text } of seed.blocks) expect(await reading.block(id).textContent()).toBe(text);
        await expectAxeClean(page);
      });

      await test.step('a hard word shows its form, root, kind, meanings and sentences', async () => {
        await hand.useWord(reading.wordIn('h1', 'يلتقي'));
        const card = reading.glossaryCard(hard.vocalised);
        await expect(card).toBeFocused();
        await expect(page).toHaveURL(/#g=iltaqa\.1$/);
        await expect(card.getByRole('heading', { name: hard.vocalised, level: 2 })).toBeVisible();
        await expect(card).toContainText(hard.root ?? '');
        await expect(card).toContainText(say('glossary', `poses.${hard.pos}`));
        await expect(card).toContainText(hard.definition.ar);
        await expect(card).toContainText(hard.definition.en);
        // Below stands what the dictionary says of the same word, with lists of its own.
        const sentences = card.locator('ol').first().getByRole('listitem');
        await expect(sentences).toHaveCount(hard.occurrences.length);
        await expect(sentences.locator('mark')).toHaveText(hard.occurrences.map((range) => range.words));
        await expectAxeClean(page);

        await hand.use(sentences.nth(2).getByRole('button'));
        await expect(page).toHaveURL(/#g=iltaqa\.3$/);
        await expect(sentences.nth(2).getByRole('button')).toHaveAttribute('aria-current', 'true');
        await expect.poll(() => reading.painted('isnad-here')).toEqual(['إلتقى']);
        await expect.poll(() => reading.gap(card, reading.wordIn('l1', 'إلتقى'))).toBeLessThan(NEAR);

        if (means === 'keyboard') {
          await page.keyboard.press('Escape');
          await expect(reading.wordIn('l1', 'إلتقى')).toBeFocused();
        } else {
          await hand.use(card.getByRole('button', { name: say('app', 'close') }));
        }
        await expect(card).toBeHidden();
        await expect(page).toHaveURL(/\/shamkhani-mamlouk\/$/);
      });

      await test.step('a name that holds a hard word is followed through its mentions', async () => {
        const mentions = seed.mentions.filter(({ entity }) => entity === bureau.id);
        const place = (nth: number) => say('reading', 'mentionOf', { place: nth, count: mentions.length });
        await hand.useWord(reading.wordIn('h1', 'الأمن الوطني'));
        const explained = reading.glossaryCard(inner.vocalised);
        await expect(explained).toBeVisible();
        await hand.use(
          explained.getByRole('button', { name: `${say('reading', 'one.organization')} ${bureau.name[language]}` }),
        );

        const card = reading.entityCard(bureau.name[language]);
        await expect(card).toBeFocused();
        await expect(explained).toBeHidden();
        await expect(card.getByRole('heading')).toHaveText(bureau.name[language]);
        await expect(card).toContainText(bureau.description[language]);
        await expect(card).toContainText(place(1));
        await expectAxeClean(page);

        const next = card.getByRole('button', { name: say('reading', 'next') });
        const previous = card.getByRole('button', { name: say('reading', 'previous') });
        await hand.use(next);
        await expect(card).toContainText(place(2));
        await expect(page).toHaveURL(/#e=national-security-bureau\.2$/);
        await expect.poll(() => reading.gap(card, reading.wordIn('h2', 'مكتب'))).toBeLessThan(NEAR);
        await hand.use(previous);
        // A finger waits for the card to stand still; two quick keys are two steps.
        if (means === 'pointer') {
          await expect.poll(() => reading.gap(card, reading.wordIn('h1', 'مكتب'))).toBeLessThan(NEAR);
        }
        await hand.use(previous);
        await expect(card).toContainText(place(mentions.length));
        await expect.poll(() => reading.painted('isnad-here')).toEqual([mentions.at(-1)?.range.words]);
        await expect(reading.wordIn('p7', 'الأمن الوطني')).toBeInViewport();
        await expect.poll(() => reading.gap(card, reading.wordIn('p7', 'مكتب'))).toBeLessThan(NEAR);
        await expect(card).toBeInViewport();
        await page.keyboard.press('Escape');
        await expect(card).toBeHidden();
        if (means === 'keyboard') await expect(reading.block('p7').locator(':focus')).toHaveCount(1);
      });

      await test.step('one press leads back to where she was reading', async () => {
        await expect(reading.block('h1')).not.toBeInViewport();
        await hand.use(reading.returnButton);
        await expect(reading.block('h1')).toBeInViewport();
        await expect(reading.returnButton).toBeHidden();
      });

      await test.step('the key counts the kinds of words and switches them off and on', async () => {
        const people = seed.mentions
          .filter(({ entity }) => typeOf(entity) === 'person')
          .map(({ range }) => range.words);
        await expect.poll(() => reading.painted('isnad-person')).toEqual(people);
        await hand.use(reading.key);
        const persons = reading.legend.getByRole('button', { name: say('reading', 'type.person') });
        await expect(persons).toContainText(number(people.length));
        await expect(persons).toHaveAttribute('aria-pressed', 'true');
        await expectAxeClean(page);
        await hand.use(persons);
        await expect(persons).toHaveAttribute('aria-pressed', 'false');
        await expect(reading.wordIn('h1', 'شمخاني')).toHaveCount(0);
        expect(await reading.painted('isnad-person')).toEqual([]);
        expect(await reading.block('h1').textContent()).toBe(seed.blocks[0]?.text);
        await hand.use(persons);
        await expect(reading.wordIn('h1', 'شمخاني')).toBeVisible();
        expect(await reading.painted('isnad-person')).toEqual(people);
      });

      await test.step('another day she is back where she stopped', async () => {
        await reading.stopAt('p5');
        await page.reload();
        await expect(reading.resumed).toBeVisible();
        await expect(reading.block('p5')).toBeInViewport();
        await expect.poll(() => reading.topOf('p5')).toBeLessThan(300);
        await expectAxeClean(page);
        await hand.use(page.getByRole('banner').getByRole('link').first());
        await expect(library.entry(entry.title.ar)).toContainText(say('shelf', 'resume'));
        await hand.use(library.link(entry.title.ar));
        await expect(reading.block('p5')).toBeInViewport();
        await hand.use(reading.fromStart);
        await expect.poll(() => reading.scrollY()).toBe(0);
        await expect(reading.resumed).toBeHidden();
      });
    });
  }
}
