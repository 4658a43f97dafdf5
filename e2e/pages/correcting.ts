import type { Locator, Page } from '@playwright/test';
import type { Words } from '../fixtures/words.ts';

/** What the machine got wrong, put right in the cards of a text of one's own; and the list of it above the text. */
export class Correcting {
  readonly page: Page;
  readonly words: Words;
  /** In the chosen quotation's card, or in an entity's. */
  readonly tools: Locator;
  readonly search: Locator;
  readonly undo: Locator;
  readonly list: Locator;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.tools = page.getByRole('region', { name: words.say('correcting', 'title') });
    this.search = this.tools.getByRole('combobox', { name: words.say('correcting', 'search') });
    this.undo = page.getByRole('status').getByRole('button', { name: words.say('texts', 'undo'), exact: true });
    this.list = page.getByRole('region', { name: words.say('texts', 'title') }).locator('details');
  }

  button(key: string): Locator {
    return this.tools.getByRole('button', { name: this.words.say('correcting', key), exact: true });
  }

  /** One of the names that are offered while somebody is searched for. */
  option(name: string): Locator {
    return this.tools.getByRole('listbox').getByRole('option').filter({ hasText: name });
  }

  told(key: string, values: Readonly<Record<string, string>> = {}): Locator {
    return this.page.getByRole('status').filter({ hasText: this.words.say('correcting', `said.${key}`, values) });
  }
}
