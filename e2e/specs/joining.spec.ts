/** Arabic letters join. A mark on part of a word may not part it: every marked word is as wide as the same word unmarked. */
import type { Page } from '@playwright/test';
import type { Block } from '../../src/core/article/article.ts';
import type { TextRange } from '../../src/core/text/range.ts';
import { buildArticle } from '../../src/testing/article.ts';
import { SEED, serveFile } from '../fixtures/dataset.ts';
import { expect, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';

/** CSS pixels. */
const TOLERANCE = 0.5;
const SENTENCE = 'التقى الوزير بشمخاني، ثم سلّم المفاتيح لأحمد وقرأ الطلاب كتبهم في المساء.';
/** What the file marks, the whole word it stands in, and the name under which it is painted. */
const joined = [
  { marked: 'شمخاني', word: 'بشمخاني،', painted: 'isnad-person' },
  { marked: 'أحمد', word: 'لأحمد', painted: 'isnad-person' },
  { marked: 'كتب', word: 'كتبهم', painted: 'isnad-glossary' },
] as const;
/** The same sentence in every style of running text: each has its own size and weight. */
const styles: readonly Block['type'][] = ['headline', 'lede', 'section', 'paragraph'];

function articleOfJoinedWords(): string {
  const article = buildArticle();
  const rangeIn = (block: string, words: string): TextRange => {
    const start = SENTENCE.indexOf(words);
    return { block, start, end: start + words.length, words };
  };
  for (const type of styles) {
    article.blocks.push({ id: type, type, gap: 1, text: SENTENCE });
    article.mentions.push(
      { id: `${type}-shamkhani`, entity: 'shamkhani', range: rangeIn(type, 'شمخاني') },
      { id: `${type}-ahmad`, entity: 'nasir', range: rangeIn(type, 'أحمد') },
    );
  }
  article.entities.find(({ id }) => id === 'nasir')?.aliases.push('أحمد');
  article.glossary.push({
    id: 'kutub',
    vocalised: 'كُتُب',
    lemma: 'كِتَاب',
    root: 'ك ت ب',
    pos: 'noun',
    definition: { ar: 'جمع كتاب', en: 'books' },
    occurrences: styles.map((type) => rangeIn(type, 'كتب')),
  });
  return JSON.stringify({ ...article, id: SEED });
}

interface Widths {
  /** The word as the reader marked it, and how many text nodes it is made of. */
  readonly marked: number;
  readonly nodes: number;
  /** The same word of the same block, unmarked, the whole block one text node. */
  readonly plain: number;
  /** The unmarked word spoilt in two ways, to show that this measuring sees it. */
  readonly padded: number;
  readonly parted: number;
}

/** Measures a word of a block in CSS pixels. `inner` is the part of it that the faults are put on. */
function widthsOf(page: Page, block: string, word: string, inner: string): Promise<Widths> {
  return page.locator(`[data-block="${block}"]`).evaluate(
    async (element, { word, inner }) => {
      await document.fonts.ready;
      const width = (range: Range) => range.getBoundingClientRect().width;
      const leaf = [...element.querySelectorAll('.leaf')].find((candidate) => candidate.textContent === word);
      if (!leaf) throw new Error(`«${word}» is not marked`);
      const whole = document.createRange();
      whole.selectNodeContents(leaf);

      const beside = (fill: (copy: HTMLElement) => Range) => {
        const copy = element.cloneNode(false) as HTMLElement;
        element.after(copy);
        const found = width(fill(copy));
        copy.remove();
        return found;
      };
      const text = element.textContent;
      const at = text.indexOf(word);
      const plain = beside((copy) => {
        const node = document.createTextNode(text);
        copy.append(node);
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        return range;
      });
      const spoilt = (spoil: (span: HTMLElement) => void) =>
        beside((copy) => {
          const from = word.indexOf(inner);
          const before = document.createTextNode(text.slice(0, at + from));
          const span = document.createElement('span');
          span.textContent = inner;
          spoil(span);
          const after = document.createTextNode(text.slice(at + from + inner.length));
          copy.append(before, span, after);
          const range = document.createRange();
          range.setStart(before, at);
          range.setEnd(after, word.length - from - inner.length);
          return range;
        });
      return {
        marked: width(whole),
        nodes: leaf.childNodes.length,
        plain,
        padded: spoilt((span) => {
          span.style.paddingInline = '1px';
        }),
        parted: spoilt((span) => {
          span.style.display = 'inline-block';
        }),
      };
    },
    { word, inner },
  );
}

test('a mark never parts the letters of a word', async ({ page, hasTouch }) => {
  const { hand, reading, settings } = await visit(page, { touch: hasTouch });
  await serveFile(page, `articles/${SEED}.json`, articleOfJoinedWords());
  await reading.open(SEED);

  const measureAll = async () => {
    const plain: number[] = [];
    for (const type of styles) {
      for (const { marked, word } of joined) {
        const widths = await widthsOf(page, type, word, marked);
        const told = `«${word}» in ${type}: ${JSON.stringify(widths)}`;
        expect(widths.nodes, told).toBe(1);
        expect(widths.plain, told).toBeGreaterThan(10);
        expect(Math.abs(widths.marked - widths.plain), told).toBeLessThanOrEqual(TOLERANCE);
        // The measuring itself: it tells a padded word and a word whose letters no longer join from a sound one.
        expect(Math.abs(widths.padded - widths.plain), told).toBeGreaterThan(TOLERANCE);
        expect(Math.abs(widths.parted - widths.plain), told).toBeGreaterThan(TOLERANCE);
        plain.push(widths.plain);
      }
    }
    return plain;
  };
  const facesLoaded = (face: string) =>
    page.evaluate(([font, text]) => document.fonts.load(font, text).then((faces) => faces.length), [
      `400 1em "${face}"`,
      SENTENCE,
    ] as const);

  const naskh = await test.step('in Naskh', async () => {
    expect(await facesLoaded('Isnad Naskh')).toBeGreaterThan(0);
    return measureAll();
  });

  await test.step('only the marked part is painted', async () => {
    for (const { marked, painted } of joined) {
      const words = await reading.painted(painted);
      expect(words.filter((words) => words === marked).length).toBeGreaterThanOrEqual(styles.length);
      expect(words).not.toContain(joined.find((one) => one.marked === marked)?.word);
    }
  });

  await test.step('in Sans', async () => {
    await hand.use(settings.openButton);
    await hand.choose(settings.radio('face', 'sans'));
    await hand.use(settings.closeButton);
    expect(await facesLoaded('Isnad Sans')).toBeGreaterThan(0);
    const sans = await measureAll();
    // Or the face has not changed, and the first was measured twice.
    expect(sans).not.toEqual(naskh);
  });
});
