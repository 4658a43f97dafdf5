/** The researcher gathers what a speaker said, and how it was reported; and what was said about somebody. */
import { article, quotation, SEED, wordsOf } from '../fixtures/dataset.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { languages } from '../fixtures/words.ts';

const seed = article(SEED);
const cup = article('cup-final');
/** Letters as a reader types them who does not care for hamza and marks. */
const plain = (text: string) => text.replace(/[\u064b-\u0652\u0670\u0640]/g, '').replace(/[أإآٱ]/g, 'ا');
const nameOf = (of: typeof seed, id: string | null, language: 'ar' | 'en') =>
  of.entities.find((entity) => entity.id === id)?.name[language] ?? '';

for (const language of languages) {
  for (const means of ['pointer', 'keyboard'] as const) {
    const theme = (language === 'ar') === (means === 'pointer') ? 'dark' : 'light';

    test(`the researcher, in ${language}, by ${means}`, { tag: means === 'keyboard' ? '@desk' : [] }, async ({
      page,
      hasTouch,
    }) => {
      test.slow();
      const { words, hand, reading } = await visit(page, {
        language,
        means,
        touch: hasTouch,
        // Who is after quotations has a press on their words mean the quotation.
        kept: { language, theme, words: false },
      });
      const { say } = words;
      const ofTotal = (count: number) =>
        say('speakers', 'ofTotal', { shown: say('speakers', 'shown', { count }), total: seed.quotations.length });

      await test.step('every quotation stands under its speaker, with the share of the words', async () => {
        await reading.open(SEED);
        const panel = await reading.openPanel();
        await expect(panel.cards).toHaveCount(seed.quotations.length);
        await expect(panel.speakers).toHaveText([
          nameOf(seed, 'shamkhani', language),
          nameOf(seed, 'mamlouk', language),
        ]);
        await expect(panel.root).toContainText(say('speakers', 'share', { share: '' }).trim());
        await expectAxeClean(page);
      });

      await test.step('filters find every assertion of one speaker; Back takes them off one by one', async () => {
        const { panel } = reading;
        const his = seed.quotations.filter(({ speaker }) => speaker === 'mamlouk');
        const asserted = his.filter(({ verb }) => verb.class === 'assert');
        await hand.pick(panel.speaker, 'mamlouk');
        await expect(panel.status).toContainText(ofTotal(his.length));
        await expect.poll(() => panel.shown()).toEqual(his.map(({ id }) => id));
        await expect(page).toHaveURL(/#v=speakers&s=mamlouk$/);
        await expect.poll(() => reading.painted('isnad-voice')).toEqual(his.flatMap(wordsOf));
        await hand.pick(panel.verb, 'assert');
        await expect(panel.status).toContainText(ofTotal(asserted.length));
        await expect.poll(() => panel.shown()).toEqual(asserted.map(({ id }) => id));
        await expectAxeClean(page);
        // Once, or once for each verb class on the way where the driver walked through them.
        for (let step = 0; step < 9 && page.url().includes('c='); step++) await page.goBack();
        await expect(panel.cards).toHaveCount(his.length);
        await page.goForward();
        await expect(page).toHaveURL(/c=/);
        await hand.pick(panel.kind, 'direct');
        await expect(panel.status).toContainText(say('speakers', 'shown', { count: 0 }));
        await hand.use(panel.clear);
        await expect(panel.cards).toHaveCount(seed.quotations.length);
        await expect(panel.status).toBeFocused();
      });

      await test.step('a search does not mind hamza and tashkeel', async () => {
        const { panel } = reading;
        const found = seed.quotations.filter(({ contents, cue, source }) =>
          [...contents, ...cue, ...(source ? [source] : [])].some((range) => plain(range.words).includes('الارهاب')),
        );
        expect(found.length).toBeGreaterThan(3);
        for (const typed of ['الارهاب', 'الإِرْهَاب']) {
          await hand.write(panel.search, typed);
          await expect(panel.status).toContainText(ofTotal(found.length));
          expect((await panel.shown()).sort()).toEqual(found.map(({ id }) => id).sort());
        }
        const marked = await panel.root.locator('mark').allTextContents();
        expect(marked.length).toBeGreaterThan(found.length - 1);
        for (const word of marked) expect(plain(word)).toContain('الارهاب');
        await expectAxeClean(page);
        await hand.write(panel.search, '');
        await expect(panel.cards).toHaveCount(seed.quotations.length);
      });

      await test.step('a chosen quotation is shown in the text, with how it is known', async () => {
        const chosen = quotation(seed, 'q12');
        await hand.use(reading.panel.words('q12'));
        await expect(page).toHaveURL(/#q=q12(&|$)/);
        await expect.poll(() => reading.painted('isnad-content')).toEqual(wordsOf(chosen));
        await expect.poll(() => reading.painted('isnad-cue-chosen')).toEqual(chosen.cue.map((range) => range.words));
        await expect.poll(() => reading.painted('isnad-source')).toEqual([]);
        const cue = reading.block('p7').locator(':focus');
        await expect(cue).toBeInViewport();
        await expect(cue).toHaveText('مؤكداً');
        const card = await reading.cardOf('q12');
        await expect(card).toContainText(say('speakers', `kinds.${chosen.kind}`));
        await expect(card).toContainText(say('speakers', `verbs.${chosen.verb.class}`));
        await expect(card).toContainText(chosen.verb.lemma ?? '');
        await expect(card).toContainText(say('speakers', 'implied'));
        await expect(card).toContainText(chosen.reason[language]);
        await expectAxeClean(page);
      });

      await test.step('a passage in the text, or its reporting word, opens the quotation in the panel', async () => {
        const passage = quotation(seed, 'q4');
        if (means === 'pointer') await reading.pressText(stretch(passage.contents[0], ' إلى '), hasTouch);
        else await hand.useWord(reading.wordIn('p3', 'وقال إن'));
        await expect(page).toHaveURL(/#q=q4(&|$)/);
        const card = await reading.cardOf('q4');
        await expect(card).toBeInViewport();
        await expect(card).toContainText(passage.reason[language]);
        await expect((await reading.peek.isVisible()) ? reading.peek : reading.panel.words('q4')).toBeFocused();
      });

      await test.step('a reporting word that is explained leads to both; the source is marked too', async () => {
        const first = quotation(seed, 'q1');
        await hand.useWord(reading.wordIn('p2', 'وأعرب'));
        await expect(page).toHaveURL(/#g=araba\.1(&|$)/);
        await hand.use(page.getByRole('button', { name: say('reading', 'openQuotation') }));
        await expect(page).toHaveURL(/#q=q1(&|$)/);
        const card = await reading.cardOf('q1');
        await expect(card).not.toContainText(say('speakers', 'implied'));
        await expect(card).toContainText(first.source?.words ?? '');
        await expect.poll(() => reading.painted('isnad-source')).toEqual([first.source?.words]);
        await expectAxeClean(page);
      });

      await test.step('what is said about a place, and the article’s chain of transmission', async () => {
        const about = seed.quotations.filter((candidate) => candidate.about.includes('aleppo'));
        await reading.letGo();
        const panel = await reading.openPanel();
        await hand.choose(panel.aboutView);
        await expect(panel.root).toContainText(say('speakers', 'aboutNone'));
        await hand.pick(panel.about, 'aleppo');
        await expect(panel.cards).toHaveCount(about.length);
        await expect.poll(() => panel.shown()).toEqual(about.map(({ id }) => id));
        await expect(panel.cards.first()).toContainText(nameOf(seed, about[0]?.speaker ?? '', language));
        await expectAxeClean(page);
        await reading.closePanel();
        await expect(reading.chain.getByRole('listitem')).toHaveText([
          new RegExp(nameOf(seed, 'irna', language)),
          new RegExp(nameOf(seed, 'al-alam', language)),
          say('reading', 'reader'),
        ]);
      });

      await test.step('a quotation within a quotation, and one that came by way of an outlet', async () => {
        const outer = quotation(cup, 'q11');
        const inner = quotation(cup, 'q12');
        await reading.open(cup.id, means === 'keyboard' ? 'q=q12' : '');
        if (means === 'pointer') await reading.pressText(stretch(inner.contents[0], ' إلى '), hasTouch);
        await expect(page).toHaveURL(/#q=q12(&|$)/);
        const card = await reading.cardOf('q12');
        await expect(card).toContainText(say('speakers', 'nested', { name: nameOf(cup, outer.speaker, language) }));
        if (means === 'pointer') {
          await reading.pressText(stretch(inner.contents[0], ' إلى '), hasTouch);
        } else {
          await hand.use(card.getByRole('button', { name: nameOf(cup, outer.speaker, language), exact: true }));
        }
        await expect(page).toHaveURL(/#q=q11(&|$)/);
        await expect.poll(() => reading.painted('isnad-content')).toEqual(wordsOf(outer));
        const wider = await reading.cardOf('q11');
        await expect(wider).toContainText(say('speakers', 'contains', { count: 1 }));
        await expect(wider).toContainText(nameOf(cup, 'mawja', language));
        await expect(wider).toContainText(say('reading', 'links.outlet'));
        await expectAxeClean(page);
      });
    });
  }
}

/** These words of a longer stretch. */
function stretch(range: { block: string; start: number; words: string } | undefined, words: string) {
  const at = range?.words.indexOf(words) ?? -1;
  if (!range || at < 0) throw new Error(`«${words}» does not stand there`);
  return { block: range.block, start: range.start + at, end: range.start + at + words.length };
}
