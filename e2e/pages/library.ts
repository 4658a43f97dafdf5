import type { Locator, Page } from '@playwright/test';
import type { Words } from '../fixtures/words.ts';

/** The first screen. */
export class LibraryPage {
  readonly page: Page;
  readonly list: Locator;
  /** Whichever language it offers now. */
  readonly languageButton: Locator;
  readonly settingsButton: Locator;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.list = page.getByRole('list', { name: words.say('shelf', 'listLabel') });
    this.languageButton = page.getByRole('button', { name: /\((English|العربية)\)/ });
    this.settingsButton = page.getByRole('button', { name: words.say('app', 'settings') });
  }

  async open(): Promise<void> {
    await this.page.goto('');
    await this.page.getByRole('main').waitFor();
  }

  entry(title: string): Locator {
    return this.list.getByRole('article').filter({ has: this.link(title) });
  }

  link(title: string): Locator {
    return this.page.getByRole('link', { name: title, exact: true });
  }
}
