import type { Locator, Page } from '@playwright/test';
import type { Words } from '../fixtures/words.ts';

/** The reader's list of words. */
export class WordListPage {
  readonly page: Page;
  readonly words: Words;
  readonly list: Locator;
  readonly items: Locator;
  readonly search: Locator;
  readonly article: Locator;
  readonly exports: Locator;
  readonly undo: Locator;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.list = page.getByRole('list', { name: words.say('wordlist', 'title') });
    this.items = this.list.getByRole('listitem');
    this.search = page.getByRole('searchbox');
    this.article = page.getByRole('combobox', { name: words.say('wordlist', 'article') });
    this.exports = page.locator('summary').filter({ hasText: words.say('wordlist', 'out') });
    this.undo = page.locator('[data-undo]').getByRole('button', { name: words.say('wordlist', 'undo') });
  }

  async open(): Promise<void> {
    await this.page.goto('words/');
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  item(lemma: string): Locator {
    return this.items.filter({ has: this.page.getByRole('heading', { name: lemma, exact: true }) });
  }

  button(key: string, lemma?: string): Locator {
    const values = lemma === undefined ? undefined : { word: `\u2068${lemma}\u2069` };
    return this.page
      .getByRole('main')
      .getByRole('button', { name: this.words.say('wordlist', key, values), exact: true });
  }

  state(key: 'all' | 'known' | 'unknown'): Locator {
    return this.page.getByRole('radio', { name: this.words.say('wordlist', `states.${key}`), exact: true });
  }
}
