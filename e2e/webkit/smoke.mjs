/** What must hold in WebKit, where Arabic words break most easily. Run by `npm run webkit`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { By, until, Key } from 'selenium-webdriver';
import { inDist, openSession } from './session.mjs';

/** @typedef {Awaited<ReturnType<typeof openSession>>} Session */

/** The first article of the library, by its own words. */
function firstArticle() {
  const [entry] = JSON.parse(readFileSync(inDist('data/index.json'), 'utf8')).articles;
  const { blocks, quotations } = JSON.parse(readFileSync(inDist(`data/${entry.file}`), 'utf8'));
  // Not the first: a link must find its place by itself.
  const quotation = quotations.at(-1);
  return {
    id: entry.id,
    texts: blocks.map((/** @type {{ text: string }} */ block) => block.text),
    quotation: { id: quotation.id, words: quotation.contents.map((/** @type {{ words: string }} */ one) => one.words) },
  };
}

/**
 * Waits until the page shows a text.
 * @param {Session} session
 * @param {string} text
 */
async function shows({ driver }, text) {
  await driver.wait(
    () => driver.executeScript('return document.body.textContent.includes(arguments[0])', text),
    10_000,
    `the page does not show: ${text}`,
  );
}

/**
 * Waits until a script in the page returns something true, and returns that.
 * @param {Session} session
 * @param {string} what said when it never does
 * @param {string} script
 * @param {unknown[]} values
 */
async function comes({ driver }, what, script, ...values) {
  return await driver.wait(() => driver.executeScript(script, ...values), 10_000, what);
}

/** The words painted under a highlight's name, in no particular order. */
const PAINTED = `
return [...(CSS.highlights.get(arguments[0]) ?? [])].map((painted) => {
  const range = document.createRange();
  range.setStart(painted.startContainer, painted.startOffset);
  range.setEnd(painted.endContainer, painted.endOffset);
  return range.toString();
});`;

/**
 * The widths, in CSS pixels, of a word standing plain in the article's text and of the same word in the element that the
 * reader puts around a word it can explain. `kind` is the element's data-kind.
 * @param {Session} session
 * @param {string} word
 * @param {string} kind
 * @returns {Promise<{ plain: number, wrapped: number }>}
 */
async function widths({ driver }, word, kind) {
  return await driver.executeScript(
    `const [word, kind] = arguments;
     const home = document.querySelector('.leaf')?.parentElement ?? document.querySelector('article p, main p, p');
     const measure = (content) => {
       const line = home.cloneNode(false);
       line.style.whiteSpace = 'nowrap';
       line.append('قال ', content, ' إن');
       home.after(line);
       const range = document.createRange();
       range.setStart(line.firstChild, 0);
       range.setEnd(line.lastChild, line.lastChild.length);
       const { width } = range.getBoundingClientRect();
       line.remove();
       return width;
     };
     const leaf = document.createElement('span');
     leaf.className = 'leaf';
     leaf.dataset.kind = kind;
     leaf.textContent = word;
     return { plain: measure(document.createTextNode(word)), wrapped: measure(leaf) };`,
    word,
    kind,
  );
}

describe('in WebKitGTK', () => {
  /** @type {Session} */
  let session;
  const article = firstArticle();

  before(async () => {
    session = await openSession();
    await session.open('');
  });
  after(() => session?.close());

  test('the first page opens, in Arabic and from the right', async () => {
    const { driver, address } = session;
    assert.ok((await driver.getCurrentUrl()).startsWith(address));
    const [direction, language] = await driver.executeScript(
      'return [document.documentElement.dir, document.documentElement.lang]',
    );
    assert.equal(direction, 'rtl');
    assert.equal(language, 'ar');
  });

  test('an article opens at its own address with its whole text', async () => {
    await session.open(`a/${article.id}/`);
    for (const text of article.texts) await shows(session, text);
    // The page's own HTML has the text already: the reader is there when its words can be pressed.
    await comes(
      session,
      'no word can be pressed',
      `return document.querySelectorAll('.article-text .leaf').length > 100`,
    );
  });

  for (const word of ['بشمخاني', 'لأحمد', 'كتبهم']) {
    for (const kind of ['entity', 'glossary']) {
      test(`«${word}» keeps its joins inside the mark of ${kind}`, async () => {
        await session.driver.executeScript('return document.fonts.ready.then(() => null)');
        const { plain, wrapped } = await widths(session, word, kind);
        assert.ok(plain > 0);
        assert.ok(Math.abs(plain - wrapped) <= 0.5, `plain ${plain} px, wrapped ${wrapped} px`);
      });
    }
  }

  // Block by block, each in one long line: WebKit rounds the rectangle of a stretch within a text node to whole pixels.
  test('the article with its clickable words is as wide as the plain text', async () => {
    const blocks = await session.driver.executeScript(
      `const width = (block, fill) => {
         const line = block.cloneNode(false);
         fill(line);
         line.style.cssText = 'display: inline-block; white-space: nowrap; text-wrap: nowrap; margin: 0';
         block.after(line);
         const { width } = line.getBoundingClientRect();
         line.remove();
         return width;
       };
       return [...document.querySelectorAll('.article-text [data-block]')].map((block) => ({
         block: block.dataset.block,
         words: block.querySelectorAll('.leaf').length,
         marked: width(block, (line) => line.append(...block.cloneNode(true).childNodes)),
         plain: width(block, (line) => (line.textContent = block.textContent)),
       }));`,
    );
    const words = blocks.reduce(
      (/** @type {number} */ sum, /** @type {{ words: number }} */ { words }) => sum + words,
      0,
    );
    assert.ok(words > 100, `${words} words`);
    const wider = blocks.filter(
      (/** @type {{ marked: number, plain: number }} */ { marked, plain }) => Math.abs(marked - plain) > 0.5,
    );
    assert.deepEqual(wider, []);
  });

  test('names and reporting words are painted', async () => {
    const { driver } = session;
    assert.equal(await driver.executeScript('return "highlights" in CSS && typeof Highlight === "function"'), true);
    for (const name of ['isnad-person', 'isnad-cue', 'isnad-glossary']) {
      await comes(session, `${name} is not painted`, 'return CSS.highlights.get(arguments[0])?.size > 0', name);
      const words = await driver.executeScript(PAINTED, name);
      assert.ok(words.length > 0, name);
      assert.ok(
        words.every((/** @type {string} */ word) => word !== ''),
        `${name}: ${words.join(' | ')}`,
      );
    }
  });

  test('a press on a word opens its card, and Escape closes it and gives the focus back', async () => {
    const { driver } = session;
    const word = await driver.findElement(By.css('article .leaf[data-kind="entity"]'));
    await word.click();
    const label = await comes(
      session,
      'no card opens',
      `const card = document.querySelector('[role="dialog"]');
       return card?.matches(':popover-open') && card.contains(document.activeElement) && card.textContent;`,
    );
    assert.ok(label.length > 0);
    assert.match(await driver.getCurrentUrl(), /#e=/);
    await driver.actions().sendKeys(Key.ESCAPE).perform();
    await comes(session, 'the card does not close', `return document.querySelector('[role="dialog"]') === null`);
    await comes(
      session,
      'the word does not get the focus back',
      'return document.activeElement === arguments[0]',
      word,
    );
  });

  test('a link to a quotation shows it chosen and painted', async () => {
    const { id, words } = article.quotation;
    await session.open('');
    await session.open(`a/${article.id}/#q=${id}`);
    await comes(
      session,
      `the link does not choose ${id}`,
      'return document.querySelector(`[data-quotation="${arguments[0]}"] [aria-current="true"]`) !== null',
      id,
    );
    await comes(session, 'it is not painted', `return CSS.highlights.get('isnad-content')?.size > 0`);
    assert.deepEqual(await session.driver.executeScript(PAINTED, 'isnad-content'), words);
    assert.equal(
      await session.driver.executeScript(`return document.querySelectorAll('[aria-current="true"]').length`),
      1,
    );
    await comes(
      session,
      'the text does not scroll to it',
      `const [painted] = CSS.highlights.get('isnad-content');
       const { top, bottom } = painted.startContainer.parentElement.getBoundingClientRect();
       return scrollY > 0 && bottom > 0 && top < innerHeight;`,
    );
  });

  test('settings survive a reload', async () => {
    const { driver } = session;
    const now = () =>
      driver.executeScript(
        `const face = getComputedStyle(document.querySelector('.article-text')).fontFamily;
         return { theme: document.documentElement.dataset.theme, face };`,
      );
    const before = await now();
    await driver.findElement(By.css('header button[aria-haspopup="dialog"]:has(svg)')).click();
    // The settings are fetched when they are asked for.
    await driver.wait(until.elementLocated(By.css('dialog[open] input[name="face"]')), 20_000);
    for (const [group, place] of /** @type {const} */ ([
      ['theme', 3],
      ['face', 1],
    ])) {
      const radios = await driver.findElements(By.css(`dialog[open] input[name="${group}"]`));
      await radios[place]?.click();
    }
    const chosen = await now();
    assert.equal(chosen.theme, 'dark');
    assert.notEqual(chosen.face, before.face);
    // What the page complained of goes with it.
    assert.deepEqual(await session.complaints(), []);
    await driver.navigate().refresh();
    await comes(session, 'no word can be pressed', `return document.querySelector('.article-text .leaf') !== null`);
    assert.deepEqual(await now(), chosen);
  });

  test('no page complained', async () => {
    assert.deepEqual(await session.complaints(), []);
  });
});
