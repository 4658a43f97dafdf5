/** The teacher opens an address that somebody sent: the same thing stands there on a phone and on a desktop. */
import { article, quotation, SEED, wordsOf } from '../fixtures/dataset.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { languages } from '../fixtures/words.ts';

const seed = article(SEED);
const iran = seed.entities.find(({ id }) => id === 'iran');
if (!iran) throw new Error('the seed article has lost what the teacher looks for');

for (const language of languages) {
  for (const means of ['pointer', 'keyboard'] as const) {
    const theme = (language === 'ar') === (means === 'pointer') ? 'light' : 'dark';

    test(`the teacher, in ${language}, by ${means}`, async ({ page, isMobile, hasTouch }) => {
      test.slow();
      const { words, hand, reading } = await visit(page, {
        language,
        means,
        touch: hasTouch,
        kept: { language, theme },
      });
      const { say } = words;
      const sent = quotation(seed, 'q6');

      await test.step('an address opened fresh shows its quotation, in the text and beside it', async () => {
        await reading.open(SEED, 'q=q6');
        await expect.poll(() => reading.painted('isnad-content')).toEqual(wordsOf(sent));
        expect(await reading.painted('isnad-cue-chosen')).toEqual(sent.cue.map((range) => range.words));
        const [content] = sent.contents;
        await expect
          .poll(async () => (content ? (await reading.pointOf(content))?.y : undefined))
          .toBeLessThan(page.viewportSize()?.height ?? 0);
        const card = await reading.cardOf('q6');
        await expect(card).toBeInViewport();
        await expect(card).toContainText(sent.reason[language]);
        await expect(reading.resumed).toBeHidden();
        await expectAxeClean(page);
      });

      await test.step('Back and Forward walk through what was opened', async () => {
        await hand.useWord(reading.wordIn('p4', 'إيران'));
        const card = reading.entityCard(iran.name[language]);
        await expect(card).toBeVisible();
        await expect(page).toHaveURL(/#e=iran\.2/);
        await page.goBack();
        await expect(card).toBeHidden();
        await expect(page).toHaveURL(/#q=q6/);
        await expect.poll(() => reading.painted('isnad-content')).toEqual(wordsOf(sent));
        await expect(await reading.cardOf('q6')).toBeVisible();
        await page.goForward();
        await expect(card).toBeVisible();
        await expect.poll(() => reading.painted('isnad-content')).toEqual([]);
        await hand.use(card.getByRole('button', { name: say('app', 'close') }));
        await expect(card).toBeHidden();
      });

      if (isMobile) {
        await test.step('the sheet leads back to the very place where he was reading', async () => {
          const { panel } = reading;
          for (const close of ['button', 'Escape', 'Back'] as const) {
            await hand.use(reading.panelButton);
            await expect(panel.root).toBeVisible();
            await expect(panel.cards.first()).toBeVisible();
            const place = await reading.scrollY();
            expect(place).toBeGreaterThan(300);
            if (close === 'button') {
              await expectAxeClean(page);
              await hand.use(panel.closeButton);
            } else if (close === 'Escape') {
              await page.keyboard.press('Escape');
            } else {
              await page.goBack();
            }
            await expect(panel.root).toBeHidden();
            expect(Math.abs((await reading.scrollY()) - place)).toBeLessThan(2);
            await expect(reading.panelButton).toBeFocused();
          }
        });
      }

      await test.step('an address with filters opens the panel so', async () => {
        await reading.open(SEED, 'v=speakers&s=mamlouk&c=assert');
        // A change behind # alone loads nothing anew: this is the fresh browser.
        await page.reload();
        await expect(reading.panel.cards).toHaveCount(2);
        await expect(reading.panel.speaker).toHaveValue('mamlouk');
        await expect(reading.panel.verb).toHaveValue('assert');
      });

      await test.step('filters that do not exist are ignored', async () => {
        await reading.open(SEED, 'v=speakers&s=nobody&k=loud&c=shout&w=');
        await page.reload();
        await expect(reading.panel.cards).toHaveCount(seed.quotations.length);
      });

      await test.step('an address that points at nothing says so, and the article opens', async () => {
        for (const [place, id] of [
          ['e=nobody.3', 'nobody'],
          ['g=nothing.1', 'nothing'],
          ['q=q99', 'q99'],
        ] as const) {
          await reading.open(SEED, place);
          await page.reload();
          await expect(page.getByText(say('reading', 'unknown', { id: `\u2068${id}\u2069` }))).toBeVisible();
          await expect(reading.block('h1')).toBeInViewport();
        }
        await expectAxeClean(page);
      });
    });
  }
}
