import type { Locator, Page } from '@playwright/test';
import type { Hand } from '../fixtures/hand.ts';
import type { Words } from '../fixtures/words.ts';

/** The workbench: an article as it is tagged. */
export class TaggingPage {
  readonly page: Page;
  readonly words: Words;
  readonly hand: Hand;
  /** The button of the article's head that leads here, and the one that leads back. */
  readonly door: Locator;
  readonly leave: Locator;
  readonly text: Locator;
  /** What can be made of the selected words. */
  readonly bar: Locator;
  /** Whom the selected words name. */
  readonly menu: Locator;
  readonly speaker: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly list: Locator;
  readonly review: Locator;
  readonly refusal: Locator;
  /** What is chosen, at the foot of a phone's screen. */
  readonly summary: Locator;
  readonly grips: Locator;
  readonly told: Locator;

  constructor(page: Page, words: Words, hand: Hand) {
    this.page = page;
    this.words = words;
    this.hand = hand;
    const say = (key: string) => words.say('tagging', key);
    this.door = page.getByRole('button', { name: words.say('reading', 'tag'), exact: true });
    this.leave = page.getByRole('button', { name: say('leave') });
    this.text = page.getByRole('textbox', { name: say('text') });
    this.bar = page.getByRole('group', { name: say('selected') });
    this.menu = page.getByRole('dialog', { name: say('whoIsIt') });
    this.speaker = page.getByRole('combobox', { name: say('speaker') });
    const step = (way: 'undo' | 'redo') =>
      page.getByRole('button', {
        name: new RegExp(`^${words.say('tagging', `stepTo.${way}`, { step: '' })}|^${say(`commands.${way}`)}`),
      });
    this.undo = step('undo');
    this.redo = step('redo');
    this.list = page.getByRole('list').filter({ has: page.locator('[data-on]') });
    this.review = page.getByRole('region', { name: say('review') });
    this.refusal = page.getByRole('status');
    this.summary = page
      .getByRole('region', { name: say('title') })
      .locator('button[aria-haspopup="dialog"]')
      .first();
    this.grips = page.locator('[data-edge]');
    this.told = page.locator('[data-announcement]');
  }

  async enter(): Promise<void> {
    await this.hand.use(this.door);
    await this.text.waitFor();
  }

  make(what: 'quotation' | 'piece' | 'cue' | 'source' | 'entity'): Locator {
    return this.bar.locator(`[data-make="${what}"]`);
  }

  view(which: 'form' | 'list' | 'review'): Locator {
    return this.page.getByRole('radio', { name: this.words.say('tagging', `views.${which}`), exact: true });
  }

  reviewButton(which: 'accept' | 'reject' | 'mend' | 'next' | 'previous'): Locator {
    return this.review.getByRole('button', { name: this.words.say('tagging', `reviewing.${which}`), exact: true });
  }

  /** Stands at the first of these words of a block and selects them all, by keys alone. */
  async selectByKeys(block: string, words: string): Promise<void> {
    const stands = () =>
      this.page.evaluate(() => {
        const selection = getSelection();
        const node = selection?.anchorNode;
        const home = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-block]');
        return {
          block: home?.dataset['block'] ?? '',
          at: selection?.isCollapsed ? -1 : (selection?.anchorOffset ?? -1),
        };
      });
    const text = (await this.text.locator(`[data-block="${block}"]`).textContent()) ?? '';
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`${words} is not in ${block}`);
    await this.page.keyboard.press('Control+Home');
    for (let step = 0; step < 40 && (await stands()).block !== block; step++)
      await this.page.keyboard.press('Control+ArrowDown');
    await this.page.keyboard.press('Home');
    for (let step = 0; step < 80; step++) {
      const { at } = await stands();
      if (at >= start) break;
      await this.page.keyboard.press('ArrowLeft');
    }
    for (let word = 1; word < words.split(/\s+/).length; word++) await this.page.keyboard.press('Shift+ArrowLeft');
  }
}
