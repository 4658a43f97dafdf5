/** Arabic words stay whole: a clickable word is as wide as the same word in plain text, for its letters join as there. */
import { article, SEED, serveArticle } from '../fixtures/dataset.ts';
import { expect, test } from '../fixtures/test.ts';
import { keepAlways, visit } from '../fixtures/visit.ts';

/** Each word with the part of it that is the name: what stands before and after belongs to the word, not to the name. */
const joined = [
  { word: 'بشمخاني', exact: 'شمخاني' },
  { word: 'لأحمد', exact: 'أحمد' },
  { word: 'كتبهم', exact: 'كتب' },
  { word: 'وللمملوك،', exact: 'مملوك' },
];
const kinds = ['entity', 'glossary', 'cue'] as const;
const WIDTH = 0.5;

test('a highlighted word is as wide as the plain one', async ({ page }) => {
  const template = article(SEED);
  await serveArticle(page, SEED, (draft) => {
    const blocks = joined.flatMap(({ word }, index) =>
      kinds.map((kind) => ({
        id: `${kind}${index}`,
        type: 'paragraph' as const,
        gap: 1,
        text: `قيل ${word} ثم ${word} ثم`,
      })),
    );
    const range = (kind: string, index: number) => {
      const { word, exact } = joined[index] ?? { word: '', exact: '' };
      // The second time the word stands there: the first stays plain.
      const start = `قيل ${word} ثم `.length + word.indexOf(exact);
      return { block: `${kind}${index}`, start, end: start + exact.length, words: exact };
    };
    const entity = structuredClone(template.entities[0]);
    const quotation = structuredClone(template.quotations[0]);
    const entry = structuredClone(template.glossary[0]);
    if (!entity || !quotation || !entry) throw new Error('the seed article is empty');
    Object.assign(draft, {
      blocks: [{ id: 'h1', type: 'headline', gap: 0, text: 'كلمات موصولة' }, ...blocks],
      entities: [{ ...entity, aliases: joined.map(({ exact }) => exact) }],
      mentions: joined.map((_, index) => ({ id: `m${index + 1}`, entity: entity.id, range: range('entity', index) })),
      glossary: joined.map(({ exact }, index) => ({
        ...entry,
        id: `w${index}`,
        vocalised: exact,
        occurrences: [range('glossary', index)],
      })),
      quotations: joined.map((_, index) => ({
        ...quotation,
        id: `q${index}`,
        speaker: entity.id,
        about: [],
        source: null,
        contents: [{ block: `cue${index}`, start: 0, end: 3, words: 'قيل' }],
        cue: [range('cue', index)],
      })),
      chain: [],
    });
  });
  for (const face of ['naskh', 'sans']) {
    await keepAlways(page, JSON.stringify({ state: { settings: { face }, places: {} }, version: 1 }));
    const { reading } = await visit(page);
    await reading.open(SEED);
    await page.reload();
    await reading.text.waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => null));
    expect(await reading.painted('isnad-person')).toEqual(joined.map(({ exact }) => exact));
    for (const [index, { word }] of joined.entries()) {
      for (const kind of kinds) {
        const block = reading.block(`${kind}${index}`);
        await expect(block.getByRole('button')).toHaveText([word]);
        const [plain, clickable] = await block.evaluate((element, word) => {
          // By white space: the mark after a word is part of it, as it is of the clickable element.
          const texts: Text[] = [];
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text);
          return texts.flatMap((text) => {
            const at = text.data.indexOf(word);
            if (at < 0) return [];
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + word.length);
            return [range.getBoundingClientRect().width];
          });
        }, word);
        expect(plain, word).toBeGreaterThan(10);
        expect(Math.abs((clickable ?? 0) - (plain ?? 0)), `${word}, ${kind}, ${face}`).toBeLessThanOrEqual(WIDTH);
      }
    }
  }
});

test('every clickable word of an article is as wide as it is in the plain text', async ({ page }) => {
  const { reading } = await visit(page);
  for (const { id, least } of [
    { id: SEED, least: 150 },
    { id: 'library-bus', least: 40 },
  ]) {
    await reading.open(id);
    await page.evaluate(() => document.fonts.ready.then(() => dispatchEvent(new Event('beforeprint'))));
    const words = await reading.text.locator('[data-block]').evaluateAll((blocks) =>
      blocks.flatMap((block) => {
        // The same lines without any element in them.
        const plain = block.cloneNode(false) as HTMLElement;
        const text = document.createTextNode(block.textContent);
        plain.append(text);
        block.after(plain);
        const leaves = [...block.querySelectorAll('.leaf')].filter((leaf) => leaf.getClientRects().length === 1);
        const told = leaves.map((leaf) => {
          const range = document.createRange();
          range.setStart(block, 0);
          range.setEndBefore(leaf);
          const start = range.toString().length;
          range.selectNodeContents(leaf);
          const clickable = range.getBoundingClientRect().width;
          range.setStart(text, start);
          range.setEnd(text, start + leaf.textContent.length);
          return { word: leaf.textContent, clickable, plain: range.getBoundingClientRect().width };
        });
        plain.remove();
        return told;
      }),
    );
    expect(words.length).toBeGreaterThan(least);
    expect(words.filter(({ plain, clickable }) => Math.abs(plain - clickable) > WIDTH)).toEqual([]);
  }
});

test('the measure sees a word that is broken', { tag: '@desk' }, async ({ page }) => {
  const { reading } = await visit(page);
  await reading.open(SEED);
  const [whole, broken] = await reading.block('p1').evaluate((block) => {
    const width = (...pieces: string[]) => {
      const line = block.cloneNode(false) as HTMLElement;
      const word = document.createElement('span');
      for (const piece of pieces) {
        const part = document.createElement('span');
        part.textContent = piece;
        if (pieces.length > 1) part.style.setProperty('display', 'inline-block');
        word.append(part);
      }
      line.append(word);
      block.after(line);
      const measured = word.getBoundingClientRect().width;
      line.remove();
      return measured;
    };
    return [width('بشمخاني'), width('ب', 'شمخاني')];
  });
  expect(Math.abs((whole ?? 0) - (broken ?? 0))).toBeGreaterThan(WIDTH);
});
