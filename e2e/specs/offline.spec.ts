/** After one visit the network may go, and the host may change under an open page. */
import type { BrowserContext, Page } from '@playwright/test';
import { packLesson } from '../../src/core/lesson/compact.ts';
import type { Lesson } from '../../src/core/lesson/lesson.ts';
import { writePassage } from '../../src/core/passage/passage.ts';
import { packText } from '../../src/library/link-codec.ts';
import { article, library as libraryFile, quotation, SEED } from '../fixtures/dataset.ts';
import { SECOND, test } from '../fixtures/site.ts';
import { expect, expectAxeClean } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { Correcting } from '../pages/correcting.ts';
import { LessonsPage } from '../pages/lessons.ts';
import { Notices } from '../pages/notices.ts';
import { TextsPage } from '../pages/texts.ts';

/** Keeping a megabyte takes its time on a busy machine. */
const LONG = { timeout: 90_000 };
/** What browsers say of a host that does not answer. */
const CUT =
  /ERR_|Failed to (load|fetch)|NetworkError|NS_ERROR|could not connect|Failed to update|another host|404|dynamically imported|disallowed MIME/;

const open = async (page: Page, touch: boolean) => {
  const reader = await visit(page, { touch });
  return { ...reader, notices: new Notices(page, reader.words) };
};

/** The names of the files that are kept, of whichever version. */
const keptFiles = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('isnad-files'));
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().map(({ url }) => new URL(url).pathname.split('/').at(-1) ?? '');
  });

const cut = async (context: BrowserContext, site: { down: () => void }) => {
  site.down();
  await context.setOffline(true);
};

test.use({ serviceWorkers: 'allow' });

test('after one visit all of it works with the network cut', async ({ page, context, site, complaints, hasTouch }) => {
  complaints.allow(CUT);
  const { hand, library, reading, settings, words, notices } = await open(page, hasTouch);
  await library.open();
  await expect(notices.ready).toBeVisible(LONG);
  await expectAxeClean(page);
  await cut(context, site);

  await test.step('in the very page of the first visit: parts never fetched before', async () => {
    await hand.use(library.link(article(SEED).title.ar));
    await expect(reading.block('h1')).toHaveText(article(SEED).title.ar);
    await hand.use(library.languageButton);
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    await hand.use(library.languageButton);
    await hand.use(settings.openButton);
    await hand.use(settings.storage);
    await expect(settings.dialog).toContainText(words.say('offline', 'offline.ready'));
    await expectAxeClean(page);
    await hand.use(settings.closeButton);
  });

  await test.step('the library and every article, at their own addresses', async () => {
    await library.open();
    await expect(library.list.getByRole('article')).toHaveCount(libraryFile().articles.length);
    for (const { id, title } of libraryFile().articles) {
      const answer = await page.goto(`a/${id}/`);
      expect(answer?.status(), id).toBe(200);
      await expect(reading.block('h1'), id).toHaveText(title.ar);
    }
  });

  await test.step('a text of one’s own is analysed, corrected, kept, and there again', async () => {
    const texts = new TextsPage(page, words, hand);
    const correcting = new Correcting(page, words);
    const said = 'وقال وزير الخارجية سامي الحداد: «لن نتراجع عن شيء مما اتفقنا عليه».';
    await texts.open();
    await texts.paste(`الوزير يعلن اتفاقا جديدا\n\n${said}`);
    await expect(page).toHaveURL(/\/text\/\?my\.[a-z0-9]{12}$/);
    await expect(reading.text).toContainText(said);
    await hand.useWord(reading.word('وقال'));
    await hand.use(correcting.button('speaker'));
    await hand.use(correcting.tools.getByRole('button', { name: words.say('correcting', 'nobody') }));
    await expect(correcting.told('nobody')).toBeVisible();
    await page.reload();
    await expect(reading.text).toContainText(said);
    await expect(correcting.list.first()).toContainText(words.say('correcting', 'mine', { count: 1 }));
    await library.open();
    await expect(texts.list.getByRole('article').or(texts.list.getByRole('listitem'))).toHaveCount(1);
  });

  await test.step('every letter in its own typeface', async () => {
    const faces = await page.evaluate(async () => {
      const samples = ['400 1em "Isnad Naskh"', '400 1em "Isnad Sans"'];
      const loaded = await Promise.all(samples.map((face) => document.fonts.load(face, 'سلام «١» Reader ʿīsā')));
      return loaded.map((list) => list.map(({ status }) => status));
    });
    for (const face of faces) {
      expect(face.length).toBeGreaterThan(2);
      expect(new Set(face)).toEqual(new Set(['loaded']));
    }
  });

  await test.step('addresses answer as the host answers: without the slash, with a query, to nowhere', async () => {
    await page.goto(`a/${SEED}?view=embed#q=q11`);
    await expect(page).toHaveURL(new RegExp(`/a/${SEED}/\\?view=embed#q=q11$`));
    await expect(page.getByRole('main')).toBeVisible();
    await reading.open(SEED, 'q=q11');
    await expect(await reading.cardOf('q11')).toBeVisible();
    const lost = await page.goto('a/never-written/');
    expect(lost?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('لا شيء في هذا العنوان');
  });
});

test('a lesson that came by link: the second time without a network', async ({
  page,
  context,
  site,
  complaints,
  hasTouch,
}) => {
  complaints.allow(CUT);
  const { hand, reading, words, notices } = await open(page, hasTouch);
  const lessons = new LessonsPage(page, words, hand);
  const [said] = quotation(article(SEED), 'q4').contents;
  if (!said) throw new Error('the quotation says nothing');
  const lesson: Lesson = {
    format: 'isnad-lesson',
    version: 1,
    id: 'LessonOffline',
    title: 'الهدنة',
    author: 'سميرة',
    level: null,
    intro: null,
    steps: [
      {
        id: 's1',
        article: SEED,
        passages: [writePassage(article(SEED), said) ?? ''],
        note: null,
        task: { kind: 'choice', question: 'عمّ يتحدّث؟', options: ['الهدنة', 'المطر'], right: [0], explanation: null },
        words: [],
      },
    ],
    texts: [],
  };
  const link = `#l=${await packText(packLesson(lesson))}`;
  await lessons.open(link);
  await lessons.begin();
  await expect(notices.ready).toBeVisible(LONG);
  await cut(context, site);

  await page.goto('about:blank');
  await lessons.open(link);
  await expect(lessons.main).toContainText(lessons.say('offer.knownSame'));
  await hand.use(lessons.button('continue'));
  await expect(lessons.heading).toHaveText(lessons.say('stepOf', { place: 1, count: 1 }));
  await expect.poll(() => reading.painted('isnad-passage')).toEqual([expect.stringContaining(said.words)]);
  await hand.use(lessons.option('الهدنة'));
  await hand.use(lessons.button('walk.check'));
  await expect(lessons.feedback).toContainText(lessons.say('mark.right'));
  await hand.use(lessons.button('walk.finish'));
  await expect(lessons.main).toContainText(lessons.say('sheet.score', { right: 1, count: 1 }));
  await expect(lessons.link).toHaveValue(/#r=1/);
});

test('a new version: the open pages go on whole, and change when the reader says so', async ({
  page,
  context,
  site,
  complaints,
  hasTouch,
}) => {
  complaints.allow(CUT);
  const first = await open(page, hasTouch);
  await first.library.open();
  await expect(first.notices.ready).toBeVisible(LONG);
  const before = await keptFiles(page);

  await site.publishSecond();
  const tab = await context.newPage();
  const second = await open(tab, hasTouch);
  await second.library.open();
  // Kept files first: the second page is of the first version too, and its visit finds the new one.
  await expect(tab.getByText(SECOND)).toHaveCount(0);
  await expect(second.notices.notice).toContainText(second.words.say('offline', 'newer'), LONG);
  await expect(first.notices.notice).toContainText(first.words.say('offline', 'newer'), LONG);
  await expectAxeClean(page);

  await test.step('a part that the host has no longer', async () => {
    await first.hand.use(first.library.languageButton);
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    await first.hand.use(first.library.languageButton);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  });

  await test.step('not over words that nothing keeps', async () => {
    const write = (text: string) =>
      page.evaluate((text) => {
        const box = document.querySelector('textarea') ?? document.body.appendChild(document.createElement('textarea'));
        box.value = text;
      }, text);
    await write('كلام لم يُحفظ');
    await first.hand.use(first.notices.reload);
    await expect(first.notices.notice).toContainText(first.words.say('faults', 'unsaved'));
    await expect(first.notices.reloadAnyway).toBeVisible();
    expect(await page.locator('textarea').inputValue()).toBe('كلام لم يُحفظ');
    await first.hand.use(first.notices.reloadAnyway);
    await expect(page.getByText(SECOND)).toBeVisible();
  });

  await test.step('the other page is told, loses no part, and follows', async () => {
    await expect(second.notices.notice).toContainText(second.words.say('offline', 'newerElsewhere'));
    await expect(tab.getByText(SECOND)).toHaveCount(0);
    const old = before.filter((name) => /^Storage-.*\.js$/.test(name));
    expect(old).toHaveLength(1);
    // The first page, of the second version now, counts what is kept: what nobody needs would have gone before that.
    await first.hand.use(first.settings.openButton);
    await first.hand.use(first.settings.storage);
    await expect(first.settings.dialog.locator('dl')).toBeVisible();
    expect(await keptFiles(tab)).toContain(old[0]);
    await second.hand.use(second.settings.openButton);
    await second.hand.use(second.settings.storage);
    await expect(second.settings.dialog).toContainText(second.words.say('offline', 'offline.ready'));
    await second.hand.use(second.settings.closeButton);
    await second.hand.use(second.notices.reload);
    await expect(tab.getByText(SECOND)).toBeVisible();
    // Now that no page of the first version is open its files go.
    await expect.poll(async () => (await keptFiles(tab)).includes(old[0] ?? ''), LONG).toBe(false);
  });

  await cut(context, site);
  await page.goto(`a/${SEED}/`);
  await expect(first.reading.block('h1')).toHaveText(article(SEED).title.ar);
});

test('what is kept is counted, let go of, and kept again', async ({ page, context, site, complaints, hasTouch }) => {
  complaints.allow(CUT);
  const { hand, reading, settings, words, notices } = await open(page, hasTouch);
  const say = (key: string) => words.say('offline', key);
  const button = (key: string) => settings.dialog.getByRole('button', { name: say(key), exact: true });
  await reading.open(SEED);
  await expect(notices.ready).toBeVisible(LONG);
  await hand.use(settings.openButton);
  await hand.choose(settings.radio('theme', 'sepia'));
  await hand.use(settings.storage);
  await expect(settings.dialog.locator('[data-keeping="ready"]')).toBeVisible();

  await hand.use(button('stored.freeFiles'));
  await expect(settings.dialog).toContainText(say('stored.freeFilesLoss'));
  await hand.use(button('stored.keep'));
  expect((await keptFiles(page)).length).toBeGreaterThan(0);
  await hand.use(button('stored.freeFiles'));
  await hand.use(button('stored.freeFiles'));
  await expect(settings.dialog.locator('[data-keeping="off"]')).toBeVisible();
  await expect.poll(() => keptFiles(page)).toEqual([]);

  // It goes on working, and does not begin again by itself.
  await hand.use(settings.closeButton);
  await page.reload();
  await expect(reading.block('h1')).toHaveText(article(SEED).title.ar);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await hand.use(settings.openButton);
  await hand.use(settings.storage);
  await expect(settings.dialog.locator('[data-keeping="off"]')).toBeVisible();
  await hand.use(button('stored.forget'));
  await expect(settings.dialog).toContainText(say('stored.forgetLoss'));
  await hand.use(button('stored.forget'));
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'sepia');

  await hand.use(button('offline.keep'));
  await expect(settings.dialog.locator('[data-keeping="ready"]')).toBeVisible(LONG);
  await cut(context, site);
  await page.goto(`a/${SEED}/`);
  await expect(reading.block('h1')).toHaveText(article(SEED).title.ar);
});

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('a page whose part the host no longer has says so and comes back to its place', async ({
    page,
    site,
    complaints,
    hasTouch,
  }) => {
    complaints.allow(CUT);
    const { hand, library, reading, settings, words, notices } = await open(page, hasTouch);
    await reading.open(SEED, 'q=q11');
    // What comes when the page has come to rest has come.
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /\/Afterwards-[^/]*\.js$/.test(name)),
    );
    // The settings have been asked for; what keeps the site, within them, not yet.
    await hand.use(settings.openButton);
    await expect(settings.dialog).toBeVisible();
    await hand.use(settings.closeButton);
    await site.publishSecond();
    await hand.use(library.languageButton);
    await expect(notices.notice).toContainText(words.say('faults', 'missingPart'));
    await expectAxeClean(page);
    await expect(reading.text).toBeVisible();
    await hand.use(notices.later);
    await expect(notices.notice).toBeHidden();

    await hand.use(settings.openButton);
    await hand.use(settings.storage);
    await expect(settings.dialog).toContainText(words.say('faults', 'missingPart'));
    await hand.use(settings.closeButton);
    await hand.use(notices.reload);
    // The language that was asked for has come, at the same place.
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    await expect(page).toHaveURL(/#q=q11$/);
    await expect(reading.block('h1')).toHaveText(article(SEED).title.ar);
  });
});
