/** A teacher makes a lesson of selected words and sends it; a student goes through it on a phone and sends answers back. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { packLesson } from '../../src/core/lesson/compact.ts';
import type { Lesson, LessonResult } from '../../src/core/lesson/lesson.ts';
import { linkOfQuotation } from '../../src/core/lesson/mark.ts';
import { writePassage } from '../../src/core/passage/passage.ts';
import { packText } from '../../src/library/link-codec.ts';
import { article, quotation, serveArticle } from '../fixtures/dataset.ts';
import { expect, expectAxeClean, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';
import { languages, type Language } from '../fixtures/words.ts';
import { LessonsPage } from '../pages/lessons.ts';
import { TextsPage } from '../pages/texts.ts';

const ID = 'library-bus';
const bus = article(ID);
const asked = quotation(bus, 'q2');
const speaker = bus.entities.find(({ id }) => id === asked.speaker);
const other = bus.entities.find(({ id }) => id === 'yasmin');
if (!speaker || !other) throw new Error('the article has lost its speakers');
const [said] = asked.contents;
if (!said) throw new Error('the quotation says nothing');

const made: Lesson = {
  format: 'isnad-lesson',
  version: 1,
  id: 'MadeForStory1',
  title: 'حافلة الكتب',
  author: 'سميرة',
  level: 'beginner',
  intro: 'اقرأ ثم أجب.',
  steps: [
    {
      id: 's1',
      article: ID,
      passages: [writePassage(bus, said) ?? ''],
      note: 'انتبه إلى الفعل.',
      task: {
        kind: 'speaker',
        quotation: linkOfQuotation(asked),
        options: [other.id, speaker.id],
      },
      words: bus.glossary.slice(0, 1).map(({ id }) => id),
    },
    {
      id: 's2',
      article: ID,
      passages: [],
      note: null,
      task: {
        kind: 'choice',
        question: 'ما الذي تحمله الحافلة؟',
        options: ['خبزًا', 'كتبًا'],
        right: [1],
        explanation: 'قالت ذلك أمينة المكتبة.',
      },
      words: [],
    },
    {
      id: 's3',
      article: ID,
      passages: [],
      note: null,
      task: { kind: 'open', question: 'لماذا جاءت الحافلة؟', answer: 'لتُعير الكتب.' },
      words: [],
    },
  ],
  texts: [],
};
const hashOf = async (lesson: Lesson) => `#l=${await packText(packLesson(lesson))}`;
const resultOf = (change: Partial<LessonResult>): LessonResult => ({
  format: 'isnad-result',
  version: 1,
  id: 'ResultOfStory',
  lesson: made.id,
  lessonTitle: made.title,
  student: 'ليلى',
  finished: '2026-11-20T10:00:00Z',
  answers: { s1: { kind: 'speaker', chosen: speaker.id }, s2: { kind: 'choice', chosen: [0] } },
  ...change,
});

const lessonsOf = async (page: Page, language: Language, touch = false, means: 'pointer' | 'keyboard' = 'pointer') => {
  const { words, hand, reading } = await visit(page, { language, touch, means, kept: { language } });
  return { lessons: new LessonsPage(page, words, hand), hand, reading, words };
};

/** Firefox's driver taps without effect, and tells of no file that is saved: there the phone has a mouse. */
const touches = (browser: Browser) => browser.browserType().name() !== 'firefox';
const phone = async (browser: Browser) =>
  (await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: touches(browser) })).newPage();

for (const language of languages) {
  test(`from the teacher's desk to the student's phone and back, in ${language}`, { tag: '@desk' }, async ({
    page,
    browser,
    baseURL,
  }) => {
    const { lessons, hand, reading } = await lessonsOf(page, language);
    await lessons.open();
    await expectAxeClean(page);

    await test.step('two passages become steps of a lesson', async () => {
      await reading.open(ID);
      await reading.select(said.block, said.words);
      await hand.use(reading.passageButton('lesson'));
      await hand.write(lessons.box('add.newTitle'), made.title);
      await expectAxeClean(page);
      await hand.use(lessons.button('add.begin'));
      await expect(lessons.dialog).toContainText(
        lessons.say('add.done', { title: `\u2068${made.title}\u2069`, place: 1 }),
      );
      await hand.use(lessons.button('add.goOn'));
      await reading.select('p2', 'الْأَطْفَالُ نَحْوَ الْحَافِلَةِ');
      await hand.use(reading.passageButton('lesson'));
      await hand.use(lessons.dialog.getByRole('button', { name: made.title }));
      await expect(lessons.dialog).toContainText(
        lessons.say('add.done', { title: `\u2068${made.title}\u2069`, place: 2 }),
      );
      await hand.use(lessons.button('undo'));
      await hand.use(lessons.dialog.getByRole('button', { name: made.title }));
      await hand.use(lessons.linkTo('add.edit'));
    });

    await test.step('the teacher builds on them', async () => {
      await expect(lessons.step(2)).toContainText('الْأَطْفَالُ نَحْوَ الْحَافِلَةِ');
      await hand.write(lessons.box('build.author'), 'سميرة');
      await lessons.kind(2, 'choice').check({ force: true });
      await hand.use(lessons.button('send'));
      await expect(lessons.main).toContainText(lessons.say('missing.question'));
      await expect(lessons.main).toContainText(lessons.say('missing.right'));
      await hand.write(lessons.box('build.question'), 'إلى أين ركض الأطفال؟');
      await hand.write(lessons.box('build.option', { place: 1 }), 'إلى المدرسة');
      await hand.write(lessons.box('build.option', { place: 2 }), 'نحو الحافلة');
      await hand.use(lessons.main.getByRole('checkbox', { name: lessons.say('build.isRight', { place: 2 }) }));
      await hand.write(lessons.box('build.explanation'), 'ركضوا نحوها قبل أن تقف.');
      await hand.use(lessons.toggle(1));
      await lessons.kind(1, 'speaker').check({ force: true });
      await hand.write(lessons.box('build.note'), 'انتبه إلى الفعل.');
      // A newer version of the reader need not ask before it takes the page's place.
      await expect(lessons.main).toHaveAttribute('data-kept', '');
      await expectAxeClean(page);
    });

    await test.step('steps change places, by button and by keyboard; one goes and comes back', async () => {
      await hand.use(lessons.button('build.later', { place: 1 }));
      await expect(lessons.step(1)).toContainText('الْأَطْفَالُ');
      await expect(lessons.button('build.later', { place: 2 })).toBeFocused();
      await page.keyboard.press('Alt+ArrowUp');
      await expect(lessons.step(2)).toContainText('الْأَطْفَالُ');
      // By the grip: down over the other one and back, and once let go of with Escape.
      await lessons.drag(2, 1);
      await expect(lessons.step(1)).toContainText('الْأَطْفَالُ');
      await lessons.drag(1, 2, 'Escape');
      await expect(lessons.step(1)).toContainText('الْأَطْفَالُ');
      await lessons.drag(1, 2);
      await expect(lessons.step(2)).toContainText('الْأَطْفَالُ');
      await hand.use(lessons.button('build.removeStep', { place: 2 }));
      await expect(lessons.step(2)).toHaveCount(0);
      await expect(lessons.button('undo')).toBeFocused();
      await hand.use(lessons.button('undo'));
      await expect(lessons.step(2)).toContainText('الْأَطْفَالُ');
      await expect(lessons.main).toHaveAttribute('data-kept', '');
      await page.reload();
      await expect(lessons.step(2)).toContainText('الْأَطْفَالُ');
      await expect(lessons.box('build.author')).toHaveValue('سميرة');
    });

    await test.step('sees it as a student would', async () => {
      await hand.use(lessons.linkTo('build.preview'));
      await hand.use(lessons.button('begin'));
      await expect(lessons.heading).toHaveText(lessons.say('stepOf', { place: 1, count: 2 }));
      await expectAxeClean(page);
      await hand.use(lessons.linkTo('build.backToBuilding'));
    });

    const link = await test.step('and sends the link', async () => {
      await hand.use(lessons.button('send'));
      await expect(lessons.link).toHaveValue(/#l=1/);
      await expectAxeClean(page);
      return lessons.link.inputValue();
    });
    expect(link.length).toBeLessThan(900);
    expect(link).toMatch(/^[\x21-\x7e]+$/);
    await expect(lessons.dialog).toContainText(lessons.say('sending.size', { count: link.length }));

    const student = await phone(browser);
    const back = await test.step('the student takes it on a phone', async () => {
      const { lessons, hand, reading, words } = await lessonsOf(student, language, touches(browser));
      await student.goto(link);
      await expect(lessons.heading).toHaveText(made.title);
      await expect(lessons.main).toContainText(`${lessons.say('offer.claims')} سميرة`);
      await expect(lessons.main).toContainText(lessons.say('offer.nothingKept'));
      await expectAxeClean(student);
      await lessons.begin();
      await expect(lessons.heading).toHaveText(lessons.say('stepOf', { place: 1, count: 2 }));
      await expect.poll(() => reading.painted('isnad-passage')).toEqual([expect.stringContaining(said.words)]);
      await expect(lessons.main).toContainText('انتبه إلى الفعل.');
      await hand.use(lessons.option(speaker.name[language]));
      await expectAxeClean(student);
      await hand.use(lessons.button('walk.check'));
      await expect(lessons.feedback).toContainText(lessons.say('mark.right'));
      await expect(lessons.feedback).toContainText(asked.reason[language]);
      await hand.use(lessons.button('walk.next'));
      await hand.use(lessons.option('إلى المدرسة'));
      await hand.use(lessons.button('walk.check'));
      await expect(lessons.feedback).toContainText(lessons.say('mark.wrong'));
      await expect(lessons.feedback).toContainText('ركضوا نحوها قبل أن تقف.');
      await hand.use(lessons.button('walk.finish'));
      await expect(lessons.main).toContainText(lessons.say('sheet.score', { right: 1, count: 2 }));
      await hand.write(lessons.box('sheet.name'), 'ليلى منصور');
      await expect(lessons.link).toHaveValue(/#r=1/);
      await expectAxeClean(student);
      const first = await lessons.link.inputValue();
      await expect(lessons.main).toContainText(words.say('lessons', 'sending.size', { count: first.length }));
      // Nothing on a phone is wider than its screen.
      expect(await student.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      return first;
    });
    await student.context().close();

    await test.step('and the teacher sees the answers', async () => {
      await page.goto(back);
      await expect(lessons.main).toContainText('ليلى منصور');
      await expectAxeClean(page);
      await hand.use(lessons.button('offer.addToTable'));
      await expect(lessons.row('ليلى منصور')).toContainText(speaker.name[language]);
      await expect(lessons.row('ليلى منصور')).toContainText('إلى المدرسة');
      await expect(lessons.row('ليلى منصور')).toContainText(lessons.say('table.rightOf', { right: 1, count: 2 }));
      await expectAxeClean(page);
    });
    expect(new URL(page.url()).href).toContain(new URL('lessons/#results=', baseURL).href);
  });
}

test('a student on a phone: nothing is kept before they begin, and answers are there after a reload', async ({
  page,
  hasTouch,
}) => {
  const { lessons, hand, reading } = await lessonsOf(page, 'ar', hasTouch);
  await lessons.open(await hashOf(made));
  await hand.use(lessons.button('offer.notNow'));
  await expect(lessons.main).toContainText(lessons.say('receivedEmpty'));
  await lessons.open();
  await page.reload();
  await expect(lessons.main).toContainText(lessons.say('receivedEmpty'));

  await page.goto('about:blank');
  await lessons.open(await hashOf(made));
  await lessons.begin();
  await expect(page).not.toHaveURL(/#l=/);
  await expect.poll(() => reading.painted('isnad-passage')).toEqual([expect.stringContaining(said.words)]);
  await hand.use(reading.text.locator('.leaf').first());
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await hand.use(lessons.option(other.name.ar));
  await hand.use(lessons.button('walk.check'));
  await expect(lessons.feedback).toContainText(lessons.say('mark.wrong'));
  await hand.use(lessons.button('walk.next'));
  await expect(lessons.heading).toBeFocused();
  await hand.use(lessons.button('walk.next'));
  await hand.write(lessons.answer, 'ليقرأ الأطفال');
  await hand.use(lessons.button('walk.showAnswer'));
  await expect(lessons.feedback).toContainText('لتُعير الكتب.');

  await page.reload();
  await expect(lessons.answer).toHaveValue('ليقرأ الأطفال');
  await page.goBack();
  await expect(lessons.heading).toHaveText(lessons.say('stepOf', { place: 2, count: 3 }));
  await lessons.open();
  await page.reload();
  await expect(lessons.main).toContainText(lessons.say('answered', { done: 2, count: 3 }));
  await hand.use(lessons.linkTo('continue'));
  await expect(lessons.heading).toHaveText(lessons.say('stepOf', { place: 2, count: 3 }));

  // The same link again: the lesson is there, and its answers.
  await page.goto('about:blank');
  await lessons.open(await hashOf(made));
  await expect(lessons.main).toContainText(lessons.say('offer.knownSame'));
  await page.goto('about:blank');
  await lessons.open(await hashOf({ ...made, title: 'صيغة أخرى' }));
  await expect(lessons.main).toContainText(lessons.say('offer.knownOther'));
  await hand.use(lessons.button('continue'));
  await expect(lessons.main).toContainText(made.title);
});

test('a student by keyboard alone', { tag: '@desk' }, async ({ page }) => {
  const { lessons, hand } = await lessonsOf(page, 'ar', false, 'keyboard');
  await lessons.open(await hashOf(made));
  await lessons.begin();
  await lessons.option(speaker.name.ar).waitFor();
  await hand.choose(lessons.option(speaker.name.ar));
  await hand.use(lessons.button('walk.check'));
  await expect(lessons.feedback).toBeFocused();
  await expect(lessons.feedback).toContainText(lessons.say('mark.right'));
  await hand.use(lessons.button('walk.next'));
  await lessons.option('كتبًا').waitFor();
  await hand.choose(lessons.option('كتبًا'));
  await hand.use(lessons.button('walk.check'));
  await expect(lessons.feedback).toContainText(lessons.say('mark.right'));
  await hand.use(lessons.button('walk.next'));
  await hand.write(lessons.answer, 'لأنّ القرى بعيدة');
  await hand.use(lessons.button('walk.showAnswer'));
  await expect(lessons.feedback).toBeFocused();
  await hand.use(lessons.button('walk.finish'));
  await expect(lessons.main).toContainText(lessons.say('sheet.score', { right: 2, count: 2 }));
  await hand.write(lessons.box('sheet.name'), 'عمر');
  await expect(lessons.link).toHaveValue(/#r=1/);
});

test('a class: many files at once, one sheet twice, the table as a file, a sheet removed and brought back', {
  tag: '@desk',
}, async ({ page, browser }) => {
  const { lessons, hand } = await lessonsOf(page, 'ar');
  await lessons.open();
  await lessons.giveFiles([{ name: 'درس.lesson.json', text: JSON.stringify(made) }]);
  await hand.use(lessons.button('begin'));
  await expect(lessons.heading).toHaveText(lessons.say('stepOf', { place: 1, count: 3 }));
  await hand.use(lessons.button('walk.back'));
  await expect(lessons.main).toContainText(lessons.say('walk.kept'));
  await lessons.open();
  const later = resultOf({
    finished: '2026-11-21T10:00:00Z',
    answers: {
      s1: { kind: 'speaker', chosen: speaker.id },
      s2: { kind: 'choice', chosen: [1] },
      s3: { kind: 'open', text: '=HYPERLINK("http://evil.example")' },
    },
  });
  const wordy = resultOf({
    id: 'AnotherSheet1',
    student: '+عمر',
    // Longer than its column's heading.
    answers: { ...resultOf({}).answers, s3: { kind: 'open', text: 'أفاستسقيناكموها أنتم' } },
  });
  await lessons.giveFiles(
    [later, resultOf({}), wordy].map((result, index) => ({
      name: `${index}.result.json`,
      text: JSON.stringify(result),
    })),
  );
  await expect(lessons.heading).toHaveText(lessons.say('offer.results', { count: 2 }));
  await hand.use(lessons.button('offer.addToTable'));
  await expect(lessons.table.getByRole('row')).toHaveCount(4);
  await expect(lessons.row('ليلى')).toContainText(lessons.say('table.rightOf', { right: 2, count: 2 }));
  await expect(lessons.row('عمر')).toContainText(lessons.say('table.rightOf', { right: 1, count: 2 }));
  await expect(lessons.table.getByRole('row').last()).toContainText(lessons.words.percent(0.5));

  if (touches(browser)) {
    const [download] = await Promise.all([page.waitForEvent('download'), hand.use(lessons.button('table.csv'))]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(csv).toContain("'+عمر");
  }

  await test.step('on a phone no word of an answer is parted', async () => {
    const desk = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    const parted = await lessons.table.locator('td[data-mark]').evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        const lost: string[] = [];
        for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
          for (const word of (node.textContent ?? '').matchAll(/\p{Script=Arabic}+/gu)) {
            const range = document.createRange();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) lost.push(word[0]);
          }
        return lost;
      }),
    );
    expect(parted).toEqual([]);
    if (desk) await page.setViewportSize(desk);
  });

  await hand.use(lessons.button('table.remove', { name: '\u2068ليلى\u2069' }));
  await expect(lessons.row('ليلى')).toHaveCount(0);
  await hand.use(lessons.button('undo'));
  await expect(lessons.row('ليلى')).toContainText('HYPERLINK');
});

test('an article that was edited, or is not there, is told of; a text that the lesson carries is shown as such', {
  tag: '@desk',
}, async ({ page }) => {
  const { lessons, hand, reading, words } = await lessonsOf(page, 'ar');
  await serveArticle(page, ID, (draft) => {
    for (const block of draft.blocks) if (block.id === said.block) block.text = 'كلام آخر لا صلة له بما كان هنا.';
    draft.quotations = [];
    draft.mentions = [];
    draft.chain = [];
    draft.glossary = [];
    draft.entities = [];
  });
  const own = { ...bus, id: 'own-text', title: { ar: 'نصّ المعلّمة', en: 'The teacher’s text' } };
  const [first, second, third] = made.steps;
  if (!first || !second || !third) throw new Error('the lesson has lost its steps');
  const lesson: Lesson = {
    ...made,
    steps: [first, { ...second, article: 'own-text' }, { ...third, article: 'never-written' }],
    texts: [own, { ...own, id: ID }],
  };
  await lessons.open(await hashOf(lesson));
  await expect(lessons.main).toContainText(lessons.say('offer.carriesTexts'));
  await expect(lessons.main.getByRole('listitem').filter({ hasText: 'نصّ المعلّمة' })).toContainText(
    lessons.say('offer.carried'),
  );
  await expect(lessons.main.getByRole('listitem').filter({ hasText: 'never-written' })).toContainText(
    lessons.say('offer.missing'),
  );
  await lessons.begin();
  // The library's own text, not the one of the same name that the lesson brought.
  await expect(lessons.main).toContainText(words.say('reading', 'passage.gone'));
  await expect(reading.text).toContainText('كلام آخر');
  await expect(lessons.main).toContainText(lessons.say('walk.quotationGone'));
  await expectAxeClean(page);
  await hand.use(lessons.button('walk.next'));
  await expect(lessons.main).toContainText(lessons.say('walk.carried'));
  await expect(reading.text).toContainText(bus.blocks[3]?.text ?? '');
  await hand.use(lessons.button('walk.next'));
  await expect(lessons.main).toContainText(lessons.say('walk.missing'));
});

const EVIL = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>\u202e';

test('links and files that mean harm are refused by name, and whatever a lesson says stays text', async ({
  page,
  hasTouch,
}) => {
  const { lessons, hand } = await lessonsOf(page, 'ar', hasTouch);
  const bomb = (await packText('['.repeat(300_000))) ?? '';
  for (const [payload, fault] of [
    ['', 'linkDamaged'],
    ['javascript:alert(1)', 'linkDamaged'],
    ['%3Cscript%3E', 'linkDamaged'],
    [`1${'A'.repeat(70_000)}`, 'linkTooLong'],
    [bomb, 'linkTooLong'],
    ['9AAAA', 'newerVersion'],
    [(await packText('{}')) ?? '', 'otherFormat'],
    [(await packText('{"__proto__":{"x":1}}')) ?? '', 'otherFormat'],
    [(await packText('[7]')) ?? '', 'newerVersion'],
    [(await packText('[1,"__proto__"]')) ?? '', 'shape'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`lessons/#l=${payload}`);
    await expect(page.getByRole('alert')).toContainText(lessons.say(`fault.${fault}`));
  }
  await expectAxeClean(page);
  await hand.use(lessons.button('fault.toLessons'));
  await lessons.giveFiles([
    { name: `${'x'.repeat(40)}.json`, text: '{"format":"isnad-lesson","version":2}' },
    { name: 'deep.json', text: '['.repeat(200_000) },
  ]);
  await expect(page.getByRole('alert')).toContainText(lessons.say('fault.newerVersion'));
  await expect(page.getByRole('alert')).toContainText(lessons.say('fault.notJson'));
  await hand.use(lessons.button('fault.toLessons'));

  const [first, second, third] = made.steps;
  if (!first || !second || !third) throw new Error('the lesson has lost its steps');
  const evil: Lesson = {
    ...made,
    title: EVIL,
    author: EVIL,
    intro: EVIL,
    steps: [
      {
        ...second,
        note: EVIL,
        task: { kind: 'choice', question: EVIL, options: [EVIL, 'x'], right: [0], explanation: EVIL },
      },
      { ...third, note: EVIL, task: { kind: 'open', question: EVIL, answer: EVIL } },
    ],
  };
  await page.goto('about:blank');
  await lessons.open(await hashOf(evil));
  await expect(lessons.heading).toContainText('onerror');
  await lessons.begin();
  await hand.use(lessons.option('onerror'));
  await hand.use(lessons.button('walk.check'));
  await expect(lessons.feedback).toContainText('onerror');
  await hand.use(lessons.button('walk.next'));
  await hand.write(lessons.answer, EVIL);
  await hand.use(lessons.button('walk.showAnswer'));
  await hand.use(lessons.button('walk.finish'));
  await expect(lessons.main).toContainText('onerror');
  await lessons.open();
  await page.reload();
  await expect(lessons.main).toContainText('onerror');
  await expect(page.locator('img, main script')).toHaveCount(0);
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
});

test('a lesson on a text of one’s own takes the text along where the teacher says so', { tag: '@desk' }, async ({
  page,
  browser,
  baseURL,
}) => {
  const { lessons, hand, reading, words } = await lessonsOf(page, 'ar');
  const texts = new TextsPage(page, words, hand);
  const sentence = 'وقال وزير الخارجية سامي الحداد: «لن نتراجع عن شيء مما اتفقنا عليه».';
  await texts.open();
  await texts.paste(`الوزير يعلن اتفاقا جديدا\n\n${sentence}`);
  await expect(reading.text).toContainText(sentence);
  await reading.select('p1', 'لن نتراجع عن شيء');
  // Its link would open for nobody else: that is said before it is copied, with what can be done instead.
  await hand.use(reading.passageButton('copy'));
  await expect(lessons.dialog).toContainText(words.say('sharing', 'own'));
  await expectAxeClean(page);
  await hand.use(lessons.dialog.getByRole('button', { name: words.say('sharing', 'lesson') }));
  await hand.write(lessons.box('add.newTitle'), 'من نصّي');
  await hand.use(lessons.button('add.begin'));
  await hand.use(lessons.linkTo('add.edit'));

  const carry = lessons.main.getByRole('checkbox', { name: 'الوزير يعلن اتفاقا جديدا' });
  await expect(carry).not.toBeChecked();
  await expectAxeClean(page);
  await carry.check();
  await hand.use(lessons.button('send'));
  await expect(lessons.link).toHaveValue(/#l=/);
  const link = await lessons.link.inputValue();

  // A student whose device has never seen the text.
  const other = await (await browser.newContext(baseURL ? { baseURL } : {})).newPage();
  const student = await lessonsOf(other, 'ar');
  await other.goto(link);
  await expect(student.lessons.main).toContainText(student.lessons.say('offer.carriesTexts'));
  await student.lessons.begin();
  await expect(student.lessons.main).toContainText('لن نتراجع عن شيء مما اتفقنا عليه');
  await expect(student.lessons.main).toContainText(student.lessons.say('walk.carried'));
  await other.context().close();
});
