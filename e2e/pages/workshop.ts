import type { Locator, Page } from '@playwright/test';
import type { Hand } from '../fixtures/hand.ts';
import type { Words } from '../fixtures/words.ts';

type Values = Readonly<Record<string, string | number>>;

/** The panel of layers and the rooms behind it: codebooks, export and import, sharing, backup, comparison, figures. */
export class Workshop {
  readonly page: Page;
  readonly words: Words;
  readonly hand: Hand;
  readonly door: Locator;
  readonly dialog: Locator;
  /** Notices beside the page: whether all is kept, and what a link brought. */
  readonly notices: Locator;
  readonly received: Locator;
  readonly link: Locator;

  constructor(page: Page, words: Words, hand: Hand) {
    this.page = page;
    this.words = words;
    this.hand = hand;
    this.door = page.getByRole('button', { name: words.say('reading', 'layers'), exact: true });
    this.dialog = page.getByRole('dialog');
    this.notices = page.locator('[data-workshop]');
    this.received = page.getByRole('region', { name: words.say('exchange', 'receivedLabel') });
    this.link = this.dialog.locator('textarea[readonly]');
  }

  say(key: string, values: Values = {}): string {
    return this.words.say('layers', key, values);
  }

  async open(): Promise<void> {
    await this.hand.use(this.door);
    await this.dialog.getByRole('list', { name: this.say('title') }).waitFor();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
  }

  button(key: string, within: Locator = this.dialog): Locator {
    return within.getByRole('button', { name: this.say(key), exact: true });
  }

  /** A button of the rooms of going out and coming back. */
  exchange(key: string, values: Values = {}, within: Locator = this.dialog): Locator {
    return within.getByRole('button', { name: this.words.say('exchange', key, values), exact: true });
  }

  codebook(key: string): Locator {
    return this.dialog.getByRole('button', { name: this.words.say('codebook', key), exact: true });
  }

  /** A layer in the list, by its name. */
  layer(name: string): Locator {
    return this.dialog.locator('[data-layer]').filter({ has: this.page.getByRole('heading', { name }) });
  }

  /** Makes a layer of this name, as a copy of the published annotation or empty. */
  async make(name: string, { from = '', author = '' }: { from?: string; author?: string } = {}): Promise<void> {
    await this.hand.use(this.button('new'));
    await this.hand.write(this.dialog.getByRole('textbox', { name: this.say('name') }), name);
    await this.hand.write(this.dialog.getByRole('textbox', { name: this.say('author') }), author);
    await this.dialog.getByRole('combobox', { name: this.say('startFrom') }).selectOption(from);
    await this.hand.use(this.button('make'));
    await this.layer(name).waitFor();
  }

  /** Hands files to the room that is open as its own button would. */
  async give(...files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
    await this.dialog
      .locator('input[type="file"]')
      .first()
      .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })));
  }
}
