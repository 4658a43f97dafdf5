/** What must hold in WebKit, where Arabic words break most easily. Run by `npm run webkit`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { inDist, openSession } from './session.mjs';

/** @typedef {Awaited<ReturnType<typeof openSession>>} Session */

/** The first article of the library, by its own words. */
function firstArticle() {
  const [entry] = JSON.parse(readFileSync(inDist('data/index.json'), 'utf8')).articles;
  const { blocks } = JSON.parse(readFileSync(inDist(`data/${entry.file}`), 'utf8'));
  return { id: entry.id, texts: blocks.map((/** @type {{ text: string }} */ block) => block.text) };
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

  test('no page complained', async () => {
    assert.deepEqual(await session.complaints(), []);
  });
});
