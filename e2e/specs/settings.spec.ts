/** The reader's choices: seen at once, kept for the next visit, and never in the way of reading. */
import type { Locator, Page } from '@playwright/test';
import { article, quotation, SEED, wordsOf } from '../fixtures/dataset.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { keep, visit } from '../fixtures/visit.ts';
import { languages, wordsIn } from '../fixtures/words.ts';
import type { ReadingPage } from '../pages/reading.ts';
import { SettingsDialog } from '../pages/settings.ts';

const seed = article(SEED);
const bus = article('library-bus');
const salma = bus.entities.find(({ id }) => id === 'salma');
if (!salma) throw new Error('the bus article has lost its librarian');

/** What the choices come to on the screen. */
const looks = ({ page }: ReadingPage) =>
  page.locator('article[dir="rtl"]').evaluate((element) => {
    const { fontFamily, fontSize, lineHeight } = getComputedStyle(element);
    const root = getComputedStyle(document.documentElement);
    const size = Number.parseFloat(fontSize);
    return {
      face: fontFamily.split(',')[0]?.replaceAll('"', ''),
      size,
      leading: Math.round((Number.parseFloat(lineHeight) / size) * 100) / 100,
      width: Math.round(element.getBoundingClientRect().width),
      paper: root.backgroundColor,
      ink: root.color,
    };
  });
const look = async <Key extends keyof Awaited<ReturnType<typeof looks>>>(reading: ReadingPage, key: Key) =>
  (await looks(reading))[key];

/** Everything that is chosen in the open dialog. */
const chosen = async ({ dialog, size }: SettingsDialog) => ({
  radios: await dialog
    .locator('input')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).checked)),
  size: await size.textContent(),
});

const withoutMarks = (text: string) => text.replace(/[\u064b-\u0652\u0670]/g, '');

for (const language of languages) {
  for (const means of ['pointer', 'keyboard'] as const) {
    test(`the look of the text, in ${language}, by ${means}`, {
      tag: `@${means}`,
    }, async ({ page, isMobile, hasTouch }) => {
      test.slow();
      const { hand, reading, settings, words } = await visit(page, {
        language,
        means,
        touch: hasTouch,
        kept: { language },
      });
      const other = languages.find((one) => one !== language) ?? language;
      const otherWords = wordsIn(other);
      const otherSettings = new SettingsDialog(page, otherWords);
      await reading.open(SEED);
      const asPublished = await reading.text.textContent();
      const untouched = await looks(reading);
      await hand.use(settings.openButton);
      await expect(settings.dialog).toBeVisible();
      const atFirst = await chosen(settings);

      await test.step('the face', async () => {
        expect(untouched.face).toBe('Isnad Naskh');
        await hand.choose(settings.radio('face', 'sans'));
        await expect.poll(() => look(reading, 'face')).toBe('Isnad Sans');
      });

      await test.step('the size, between its smallest and its largest', async () => {
        for (const [button, end] of [
          [settings.larger, 35],
          [settings.smaller, 17],
        ] as const) {
          let before = await look(reading, 'size');
          // A button at its end says so; the keyboard stays where it is.
          for (let press = 0; before !== end && press < 10; press++) {
            await hand.use(button);
            await expect.poll(() => look(reading, 'size')).not.toBe(before);
            const now = await look(reading, 'size');
            expect(now > before).toBe(button === settings.larger);
            await expect(settings.size).toHaveText(words.number(now));
            before = now;
          }
          expect(before).toBe(end);
          await expect(button).toBeDisabled();
          if (means === 'keyboard') await expect(button).toBeFocused();
        }
        await hand.use(settings.larger);
        await expect(settings.smaller).toBeEnabled();
      });

      await test.step('the line height', async () => {
        const seen: number[] = [];
        for (const value of ['snug', 'normal', 'loose']) {
          await hand.choose(settings.radio('leading', value));
          await expect.poll(() => look(reading, 'leading')).not.toBe(seen.at(-1) ?? 0);
          seen.push(await look(reading, 'leading'));
        }
        expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
      });

      await test.step('the width', async () => {
        const seen: number[] = [];
        for (const value of ['narrow', 'normal', 'wide']) {
          await hand.choose(settings.radio('width', value));
          await expect(settings.radio('width', value)).toBeChecked();
          seen.push(await look(reading, 'width'));
        }
        // A phone has no width to choose.
        if (isMobile) expect(new Set(seen).size).toBe(1);
        else expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
      });

      await test.step("the interface's digits; the article keeps its own", async () => {
        const size = await look(reading, 'size');
        for (const [value, locale] of [
          ['arab', 'ar-u-nu-arab'],
          ['latn', 'en-u-nu-latn'],
          ['auto', language === 'ar' ? 'ar-u-nu-arab' : 'en-u-nu-latn'],
        ] as const) {
          await hand.choose(settings.radio('digits', value));
          await expect(settings.size).toHaveText(new Intl.NumberFormat(locale).format(size));
        }
        await hand.choose(settings.radio('digits', language === 'ar' ? 'latn' : 'arab'));
        await expect(settings.size).not.toHaveText(words.number(size));
        expect(await reading.text.textContent()).toBe(asPublished);
      });

      await test.step("the interface's language; the article stays right to left", async () => {
        await hand.choose(settings.radio('language', other));
        await expect(otherSettings.dialog).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', other);
        await expect(page.locator('html')).toHaveAttribute('dir', other === 'ar' ? 'rtl' : 'ltr');
        const text = page.getByRole('article', { name: otherWords.say('reading', 'articleLabel') });
        await expect(text).toHaveAttribute('dir', 'rtl');
        await expect(text).toHaveAttribute('lang', 'ar');
        await expect(text).toHaveCSS('direction', 'rtl');
        await expect(text).toHaveCSS('text-align', 'start');
        expect(await text.textContent()).toBe(asPublished);
        await hand.choose(otherSettings.radio('language', language));
        await expect(settings.dialog).toBeVisible();
        await hand.choose(settings.radio('language', other));
        await expect(otherSettings.dialog).toBeVisible();
      });

      const before = { ...(await chosen(otherSettings)), looks: await looks(reading) };

      await test.step('closed, the focus is back at the button', async () => {
        if (means === 'keyboard') await page.keyboard.press('Escape');
        else await hand.use(otherSettings.closeButton);
        await expect(otherSettings.dialog).toBeHidden();
        await expect(otherSettings.openButton).toBeFocused();
      });

      await test.step('kept for the next visit', async () => {
        await page.reload();
        await expect(page.locator('html')).toHaveAttribute('lang', other);
        await expect.poll(() => looks(reading)).toEqual(before.looks);
        await hand.use(otherSettings.openButton);
        expect({ ...(await chosen(otherSettings)), looks: before.looks }).toEqual(before);
        await expect(otherSettings.dialog).toContainText(otherWords.say('settings', 'kept'));
      });

      await test.step('one press restores all but the language', async () => {
        await hand.use(otherSettings.reset);
        await expect.poll(() => looks(reading)).toEqual(untouched);
        await expect(page.locator('html')).toHaveAttribute('lang', other);
        await hand.choose(otherSettings.radio('language', language));
        await expect(settings.dialog).toBeVisible();
        await expect.poll(() => chosen(settings)).toEqual(atFirst);
      });
    });

    test(`tashkeel hidden and shown, in ${language}, by ${means}`, {
      tag: `@${means}`,
    }, async ({ page, hasTouch }) => {
      test.slow();
      const { hand, reading, settings, words } = await visit(page, {
        language,
        means,
        touch: hasTouch,
        kept: { language },
      });
      const said = quotation(bus, 'q3');
      const named = bus.mentions.filter(({ entity }) => entity === salma.id).map(({ range }) => range);
      const choose = async (value: 'shown' | 'hidden') => {
        await hand.use(settings.openButton);
        await hand.choose(settings.radio('tashkeel', value));
        await page.keyboard.press('Escape');
        await expect(settings.dialog).toBeHidden();
      };
      const expectText = async (shown: (text: string) => string) => {
        for (const { id, text } of bus.blocks) await expect(reading.block(id)).toHaveText(shown(text));
        for (const { id, text } of bus.blocks) expect(await reading.block(id).textContent()).toBe(shown(text));
      };
      const expectCards = async (shown: (text: string) => string) => {
        const card = reading.entityCard(salma.name[language]);
        for (const [nth, { block, words }] of named.entries()) {
          await hand.useWord(reading.wordIn(block, shown(words)));
          await expect(card).toBeVisible();
          await expect(page).toHaveURL(new RegExp(`#e=salma\\.${nth + 1}$`));
          await expect.poll(() => reading.painted('isnad-here')).toEqual([shown(words)]);
          await expect.poll(() => reading.gap(card, reading.wordIn(block, shown(words)))).toBeLessThan(16);
          await page.keyboard.press('Escape');
          await expect(card).toBeHidden();
        }
      };

      await test.step('the marks go, the letters stay', async () => {
        await reading.open(bus.id);
        await expectText((text) => text);
        await choose('hidden');
        await expectText(withoutMarks);
      });

      await test.step('a name opens its card at its own words', () => expectCards(withoutMarks));

      await test.step('an address marks the words that were said', async () => {
        await reading.open(bus.id, 'q=q3');
        await page.reload();
        await expect.poll(() => reading.painted('isnad-content')).toEqual(wordsOf(said).map(withoutMarks));
        expect(await reading.painted('isnad-cue-chosen')).toEqual(said.cue.map((range) => withoutMarks(range.words)));
        await expectText(withoutMarks);
      });

      await test.step('shown again, the same words are marked as they are written', async () => {
        await choose('shown');
        await expectText((text) => text);
        await expect.poll(() => reading.painted('isnad-content')).toEqual(wordsOf(said));
        await reading.letGo();
        await expectCards((text) => text);
        await expect(page.getByText(words.say('reading', 'unknown', { id: '' }).trim())).toHaveCount(0);
      });
    });
  }
}

for (const language of languages) {
  const means = language === 'ar' ? 'pointer' : 'keyboard';

  test(`the colours, in ${language}, by ${means}`, { tag: `@${means}` }, async ({ page, hasTouch }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: 'light' });
    const { hand, reading, settings } = await visit(page, { language, means, touch: hasTouch, kept: { language } });
    await reading.open(SEED, 'q=q6');
    await reading.cardOf('q6');
    const seen = new Map<string, string>();

    for (const theme of ['light', 'sepia', 'dark', 'contrast'] as const) {
      await test.step(`${theme}, readable in the dialog and in the article`, async () => {
        await hand.use(settings.openButton);
        const before = await colours(page);
        await hand.choose(settings.radio('theme', theme));
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        // Light is what this system has already.
        if (theme !== 'light') await expect.poll(() => colours(page)).not.toBe(before);
        seen.set(theme, await colours(page));
        await expectAxeClean(page);
        await page.keyboard.press('Escape');
        await expect(settings.dialog).toBeHidden();
        await expectAxeClean(page);
        await page.reload();
        await reading.cardOf('q6');
        expect(await colours(page)).toBe(seen.get(theme));
      });
    }

    await test.step('no two are the same; as the system has it means both', async () => {
      expect(new Set(seen.values()).size).toBe(4);
      await hand.use(settings.openButton);
      await hand.choose(settings.radio('theme', 'system'));
      await expect.poll(() => colours(page)).toBe(seen.get('light'));
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect.poll(() => colours(page)).toBe(seen.get('dark'));
    });
  });

  test(`arrows in a row of choices go where the eye goes, in ${language}`, async ({ page }) => {
    const { hand, settings, library } = await visit(page, { language, means: 'keyboard', kept: { language } });
    await library.open();
    await hand.use(settings.openButton);
    const rows = settings.dialog.locator('fieldset').filter({ has: page.locator('input') });
    // The language is the first row, and turns the others round.
    for (const row of (await rows.all()).slice(1)) {
      const inputs = row.locator('input');
      const count = await inputs.count();
      await hand.choose(inputs.first());
      for (const key of ['ArrowLeft', 'ArrowRight'] as const) {
        for (let step = 0; step < count; step++) {
          const { beside, at } = await besideChecked(inputs, key);
          await page.keyboard.press(key);
          await expect(inputs.nth(at)).not.toBeChecked();
          // At the end of a line there is no neighbour; it goes on at the other end or in the next line.
          if (beside !== -1) await expect(inputs.nth(beside)).toBeChecked();
          await expect(row.locator('input:checked')).toBeFocused();
        }
        // All the way round and home again.
        await expect(inputs.first()).toBeChecked();
      }
    }
    const inputs = rows.first().locator('input');
    const key = (await besideChecked(inputs, 'ArrowLeft')).beside === -1 ? 'ArrowRight' : 'ArrowLeft';
    await hand.choose(rows.first().locator('input:checked'));
    await page.keyboard.press(key);
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'ar' ? 'en' : 'ar');
  });

  test(`a browser that keeps nothing still reads, and the settings say so, in ${language}`, async ({
    page,
    hasTouch,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    const { hand, library, reading, settings, words } = await visit(page, { language, means, touch: hasTouch });
    await library.open();
    if (language === 'en') await hand.use(library.languageButton);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await hand.use(library.link(seed.title.ar));
    await expect(reading.text).toContainText(seed.blocks.at(-1)?.text ?? '');
    await hand.use(settings.openButton);
    await expect(settings.dialog).toContainText(words.say('settings', 'notKept'));
    await expect(settings.dialog).not.toContainText(words.say('settings', 'kept'));
    const before = await colours(page);
    await hand.choose(settings.radio('theme', 'sepia'));
    await expect.poll(() => colours(page)).not.toBe(before);
    await hand.use(settings.larger);
    await expect.poll(() => look(reading, 'size')).toBe(23);
    await page.keyboard.press('Escape');
    await hand.useWord(reading.wordIn('h1', 'شمخاني'));
    await expect(reading.entityCard(nameOf('shamkhani', language))).toBeVisible();
    await page.reload();
    await expect(page.getByRole('article')).toContainText(seed.blocks.at(-1)?.text ?? '');
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  });

  test(`a browser whose store fills up says so, in ${language}`, async ({ page, hasTouch }) => {
    const { hand, library, settings, words } = await visit(page, {
      language,
      means,
      touch: hasTouch,
      kept: { language },
    });
    await library.open();
    await hand.use(settings.openButton);
    await expect(settings.dialog).toContainText(words.say('settings', 'kept'));
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await hand.choose(settings.radio('theme', 'dark'));
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(settings.dialog).toContainText(words.say('settings', 'notKept'));
  });
}

test.describe('a kept record that is damaged', () => {
  test('falls back in what cannot be read, and loses nothing else', async ({ page, hasTouch }) => {
    const place = { block: 'p5', offset: 40, at: 1_790_000_000_000 };
    await leave(page, {
      state: {
        settings: { face: 'sans', size: 99, leading: 'loose', theme: 'neon', digits: 7, language: 'en', hidden: 'all' },
        places: { [SEED]: place, 'dry-river': { ...place, offset: -4 }, [bus.id]: 'p1' },
      },
      version: 1,
    });
    const { hand, library, reading, settings, words } = await visit(page, { language: 'en', touch: hasTouch });
    await library.open();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
    await expect(library.list.getByText(words.say('shelf', 'resume'))).toHaveCount(1);
    await expect(library.entry(seed.title.ar)).toContainText(words.say('shelf', 'resume'));
    await hand.use(settings.openButton);
    for (const [group, value] of [
      ['face', 'sans'],
      ['leading', 'loose'],
      ['language', 'en'],
      ['theme', 'system'],
      ['digits', 'auto'],
      ['width', 'normal'],
      ['tashkeel', 'shown'],
    ] as const)
      await expect(settings.radio(group, value)).toBeChecked();
    await expect(settings.size).toHaveText('21');
    await hand.use(settings.larger);
    await hand.use(settings.closeButton);
    await hand.use(library.link(seed.title.ar));
    await expect(reading.resumed).toBeVisible();
    await expect(reading.block(place.block)).toBeInViewport();
    expect(await looks(reading)).toMatchObject({ face: 'Isnad Sans', size: 23 });
    // Nothing was hidden by a list of marks that is no list.
    await expect.poll(() => reading.painted('isnad-person')).not.toEqual([]);
  });

  for (const [what, record] of [
    ['no JSON', '{"state":{"settings":{"theme":"dark"'],
    ['null', 'null'],
    ['a list', '[1,2,3]'],
    ['settings that are a text', '{"state":{"settings":"dark","places":null},"version":1}'],
    ['another prototype', '{"state":{"settings":{"__proto__":{"theme":"dark"},"theme":"__proto__"}},"version":1}'],
  ] as const) {
    test(`opens as at first where it is ${what}, and is kept anew`, async ({ page, hasTouch }) => {
      await leave(page, record);
      const { hand, reading, settings } = await visit(page, { touch: hasTouch });
      await reading.open(SEED);
      await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
      await expect(page.locator('html')).not.toHaveAttribute('data-theme');
      expect(await looks(reading)).toMatchObject({ face: 'Isnad Naskh', size: 21 });
      await hand.use(settings.openButton);
      await hand.choose(settings.radio('theme', 'dark'));
      await page.reload();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    });
  }
});

test('what another visit kept is shown from the first paint', async ({ page }) => {
  await keep(page, { theme: 'dark', language: 'en' });
  // Before the script of the page: it never comes.
  await page.route('**/assets/index-*.js', () => {});
  await page.goto('', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
});

const nameOf = (id: string, language: 'ar' | 'en') =>
  seed.entities.find((entity) => entity.id === id)?.name[language] ?? '';

/** The page's paper, its ink, and its accent. */
const colours = (page: Page) =>
  page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    return [root.backgroundColor, root.color, root.getPropertyValue('--rubric')].join(' ');
  });

/** Which of a row of choices stands beside the checked one, on the side that the arrow points to; -1 where none does. */
const besideChecked = (inputs: Locator, key: 'ArrowLeft' | 'ArrowRight') =>
  inputs.evaluateAll((elements, way) => {
    const boxes = elements.map((element) => element.getBoundingClientRect());
    const at = elements.findIndex((element) => (element as HTMLInputElement).checked);
    const here = boxes[at] ?? new DOMRect();
    const on = boxes.filter((box) => Math.abs(box.top - here.top) < 8 && (box.left - here.left) * way > 0);
    const [near] = on.sort((a, b) => Math.abs(a.left - here.left) - Math.abs(b.left - here.left));
    return { at, beside: near ? boxes.indexOf(near) : -1 };
  }, key === 'ArrowLeft' ? -1 : 1);

/** Leaves this record as another visit would have. */
async function leave(page: Page, record: unknown): Promise<void> {
  await page.addInitScript(
    (text) => {
      if (sessionStorage.getItem('left') === null) localStorage.setItem('isnad-reader', text);
      sessionStorage.setItem('left', 'yes');
    },
    typeof record === 'string' ? record : JSON.stringify(record),
  );
}
