import type { Locator, Page } from '@playwright/test';
import type { TextRange } from '../../src/core/text/range.ts';
import type { Hand } from '../fixtures/hand.ts';
import type { Words } from '../fixtures/words.ts';
import { Panel } from './panel.ts';

/** An article with its cards and its panel. */
export class ReadingPage {
  readonly page: Page;
  readonly words: Words;
  readonly hand: Hand;
  readonly text: Locator;
  readonly panel: Panel;
  /** Opens the panel, on a phone. */
  readonly panelButton: Locator;
  /** The chosen quotation at the foot of a phone's screen. */
  readonly peek: Locator;
  readonly key: Locator;
  readonly legend: Locator;
  readonly chain: Locator;
  readonly strip: Locator;
  readonly returnButton: Locator;
  readonly resumed: Locator;
  readonly fromStart: Locator;
  /** What can be done with selected words. */
  readonly bar: Locator;
  /** What became of the passages that the address names. */
  readonly arrived: Locator;

  constructor(page: Page, words: Words, hand: Hand) {
    this.page = page;
    this.words = words;
    this.hand = hand;
    // By what it is in either language of the interface.
    // Not the page's own text, which cannot answer yet.
    this.text = page
      .locator('#root:not([data-still])')
      .getByRole('article')
      .and(page.locator('[lang="ar"][dir="rtl"]'));
    this.panel = new Panel(page, words);
    this.panelButton = page.getByRole('navigation').getByRole('button');
    this.peek = page.getByRole('region', { name: words.say('speakers', 'chosen') });
    this.key = page.locator('summary').filter({ hasText: words.say('reading', 'legend') });
    this.legend = page.getByRole('region', { name: words.say('reading', 'legendLabel') });
    this.chain = page.getByRole('region', { name: words.say('reading', 'chain'), exact: true });
    this.strip = page.getByRole('img');
    this.returnButton = page.getByRole('button', { name: words.say('reading', 'returnToPlace') });
    this.resumed = page.getByText(words.say('reading', 'resumed'));
    this.fromStart = page.getByRole('button', { name: words.say('reading', 'fromStart') });
    const passage = words.say('reading', 'passage.title');
    this.bar = page.getByRole('group', { name: passage });
    this.arrived = page.getByRole('region', { name: passage });
  }

  async open(id: string, place = ''): Promise<void> {
    await this.page.goto(`a/${id}/${place === '' ? '' : `#${place}`}`);
    await this.text.waitFor();
  }

  block(id: string): Locator {
    return this.page.locator(`.article-text [data-block="${id}"]`);
  }

  /** Clickable words, by all the letters of the words they are; `nth` counts from 0. */
  word(words: string, nth = 0): Locator {
    return this.text.getByRole('button', { name: words, exact: true }).nth(nth);
  }

  wordIn(block: string, words: string): Locator {
    return this.block(block).getByRole('button', { name: words, exact: true }).first();
  }

  entityCard(name: string): Locator {
    return this.page.getByRole('dialog', { name: this.words.say('reading', 'entity', { name }) });
  }

  glossaryCard(vocalised: string): Locator {
    return this.page.getByRole('dialog', { name: this.words.say('glossary', 'opened', { word: vocalised }) });
  }

  /** The dictionary's card at a word, by the word as it is written. */
  wordCard(written: string): Locator {
    return this.page.getByRole('dialog', { name: this.words.say('dictionary', 'opened', { word: written }) });
  }

  /** The switch for vowels in the article's head. */
  get vowels(): Locator {
    return this.page
      .getByRole('main')
      .locator('button[aria-pressed]')
      .filter({ hasText: this.words.say('reading', 'vowels') })
      .first();
  }

  /** What says whose work the vowels are, with the ways to change and remove them. */
  get vowelsBar(): Locator {
    return this.page.getByRole('region', { name: this.words.say('dictionary', 'vocalised.label') });
  }

  /** The panel, opened first where it is a sheet. */
  async openPanel(): Promise<Panel> {
    if (await this.panelButton.isVisible()) await this.hand.use(this.panelButton);
    await this.panel.root.waitFor();
    return this.panel;
  }

  /** On a phone, back from the sheet to the text. */
  async closePanel(): Promise<void> {
    if (await this.panel.closeButton.isVisible()) await this.hand.use(this.panel.closeButton);
  }

  /** Where a chosen quotation is told of: in the panel, or at the foot of a phone's screen. */
  async cardOf(id: string): Promise<Locator> {
    const card = this.panel.card(id).or(this.peek.locator(`[data-quotation="${id}"]`));
    await card.waitFor();
    return card;
  }

  /** On a phone, closes the chosen quotation, which covers the button of the panel. */
  async letGo(): Promise<void> {
    const close = this.peek.getByRole('button', { name: this.words.say('speakers', 'close') });
    if (await close.isVisible()) await this.hand.use(close);
  }

  /** How far a card stands from the word that it explains, above or below, in CSS pixels; infinitely where it covers it. */
  async gap(card: Locator, word: Locator): Promise<number> {
    const [a, b] = [await card.boundingBox(), await word.boundingBox()];
    const gap = a && b ? Math.max(a.y - (b.y + b.height), b.y - (a.y + a.height)) : -1;
    return gap < 0 ? Number.POSITIVE_INFINITY : gap;
  }

  /** The words painted under a highlight's name, in text order. */
  async painted(name: string): Promise<string[]> {
    return this.page.evaluate((highlight) => {
      const words: { at: number; text: string }[] = [];
      CSS.highlights.get(highlight)?.forEach((painted) => {
        const range = document.createRange();
        range.setStart(painted.startContainer, painted.startOffset);
        range.setEnd(painted.endContainer, painted.endOffset);
        const before = document.createRange();
        before.setStart(document.body, 0);
        before.setEnd(painted.startContainer, painted.startOffset);
        words.push({ at: before.toString().length, text: range.toString() });
      });
      return words.sort((a, b) => a.at - b.at).map(({ text }) => text);
    }, name);
  }

  /** The middle of the first line of a stretch of the text and how wide it is there, in the viewport's CSS pixels; null where there is none. */
  async pointOf({
    block,
    start,
    end,
  }: Omit<TextRange, 'words'>): Promise<{ x: number; y: number; width: number } | null> {
    return this.block(block).evaluate(
      (element, { start, end }) => {
        const range = document.createRange();
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        let at = 0;
        let begun = false;
        for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
          if (!begun && start < at + node.length) {
            range.setStart(node, start - at);
            begun = true;
          }
          if (begun && end <= at + node.length) {
            range.setEnd(node, end - at);
            break;
          }
          at += node.length;
        }
        const rect = range.getClientRects()[0];
        return rect ? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, width: rect.width } : null;
      },
      { start, end },
    );
  }

  /** Presses on plain words of the text with the mouse or a finger. */
  async pressText(range: Omit<TextRange, 'words'>, touch: boolean): Promise<void> {
    await this.block(range.block).scrollIntoViewIfNeeded();
    let point = await this.pointOf(range);
    // Not under the header, and not under what covers the foot of a phone's screen.
    if (point) {
      await this.page.evaluate(
        (y) => window.scrollBy({ top: y - window.innerHeight * 0.35, behavior: 'instant' }),
        point.y,
      );
      point = await this.pointOf(range);
    }
    if (!point) throw new Error(`no such stretch in ${range.block}`);
    if (touch) await this.page.touchscreen.tap(point.x, point.y);
    else await this.page.mouse.click(point.x, point.y);
  }

  /** Scrolls until a block's first line stands under the header, and waits until the page has taken note of it. */
  async stopAt(block: string): Promise<void> {
    const kept = () => this.page.evaluate(() => localStorage.getItem('isnad-reader'));
    const before = await kept();
    await this.block(block).evaluate((element) =>
      window.scrollBy({ top: element.getBoundingClientRect().top - 76, behavior: 'instant' }),
    );
    for (let wait = 0; wait < 50 && (await kept()) === before; wait++) await this.page.waitForTimeout(50);
  }

  /** The distance of a block's upper edge from the viewport's, in CSS pixels. */
  topOf(block: string): Promise<number> {
    return this.block(block).evaluate((element) => element.getBoundingClientRect().top);
  }

  /** Selects a stretch of a block as a finger's handles do: the browser's own selection, and nothing pressed. */
  async select(block: string, words: string): Promise<void> {
    await this.block(block).scrollIntoViewIfNeeded();
    await this.block(block).evaluate((element, words) => {
      const at = element.textContent.indexOf(words);
      if (at < 0) throw new Error(`${words} is not in the block`);
      const range = document.createRange();
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let passed = 0;
      for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
        const start = at - passed;
        const end = start + words.length;
        if (start >= 0 && start < node.length) range.setStart(node, start);
        if (end > 0 && end <= node.length) range.setEnd(node, end);
        passed += node.length;
      }
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    }, words);
  }

  /** Selects with the mouse, from the first letter of a stretch to its last. */
  drag(block: string, words: string): Promise<void> {
    return this.dragIn(this.text, block, words);
  }

  /** The same in another text than the one that is read, such as the one that is tagged. */
  async dragIn(home: Locator, block: string, words: string): Promise<void> {
    await home.locator(`[data-block="${block}"]`).scrollIntoViewIfNeeded();
    const text = (await home.locator(`[data-block="${block}"]`).textContent()) ?? '';
    const start = text.indexOf(words);
    const from = await this.pointOf({ block, start, end: start + 1 });
    const to = await this.pointOf({ block, start: start + words.length - 1, end: start + words.length });
    if (!from || !to) throw new Error(`${words} is not in ${block}`);
    // Right to left, from the outer half of either letter: a caret in the very middle stands on neither side.
    await this.page.mouse.move(Math.round(from.x + from.width / 3), from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(Math.round(to.x - to.width / 3), to.y, { steps: 6 });
    await this.page.mouse.up();
  }

  passageButton(key: string): Locator {
    return this.bar.getByRole('button', { name: this.words.say('reading', `passage.${key}`) });
  }

  scrollY(): Promise<number> {
    return this.page.evaluate(() => Math.round(window.scrollY));
  }
}
