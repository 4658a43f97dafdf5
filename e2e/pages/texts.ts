import type { Locator, Page } from '@playwright/test';
import type { Hand } from '../fixtures/hand.ts';
import type { Words } from '../fixtures/words.ts';

/** Where texts of the reader's own are opened, and what stands above one in the reader. */
export class TextsPage {
  readonly page: Page;
  readonly words: Words;
  readonly hand: Hand;
  readonly box: Locator;
  readonly list: Locator;
  readonly bar: Locator;
  readonly alert: Locator;

  constructor(page: Page, words: Words, hand: Hand) {
    this.page = page;
    this.words = words;
    this.hand = hand;
    this.box = page.getByRole('textbox', { name: words.say('texts', 'paste') });
    this.list = page.getByRole('list', { name: words.say('texts', 'title') });
    this.bar = page.getByRole('region', { name: words.say('texts', 'title') });
    this.alert = page.getByRole('main').getByRole('alert');
  }

  async open(): Promise<void> {
    await this.page.goto('text/');
    await this.box.waitFor();
  }

  button(key: string, values?: Readonly<Record<string, string>>): Locator {
    return this.page.getByRole('main').getByRole('button', { name: this.words.say('texts', key, values), exact: true });
  }

  /** A title as it is said within a sentence: isolated. */
  of(title: string): { readonly title: string } {
    return { title: `\u2068${title}\u2069` };
  }

  async paste(text: string): Promise<void> {
    await this.hand.write(this.box, text);
    await this.button('analyse').click();
  }

  async give(name: string, buffer: Buffer): Promise<void> {
    await this.page.getByRole('main').locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
  }
}
