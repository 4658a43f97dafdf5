import type { Locator, Page } from '@playwright/test';
import type { Words } from '../fixtures/words.ts';

type Group = 'language' | 'face' | 'leading' | 'width' | 'theme' | 'tashkeel' | 'words' | 'digits' | 'keep-words';

/** The settings, a dialog over any page. */
export class SettingsDialog {
  readonly page: Page;
  readonly words: Words;
  readonly dialog: Locator;
  readonly openButton: Locator;
  readonly closeButton: Locator;
  readonly larger: Locator;
  readonly smaller: Locator;
  readonly size: Locator;
  readonly reset: Locator;
  /** Leads to the list of words that were looked up. */
  readonly toWords: Locator;
  /** Unfolds what is kept offline and how much it takes. */
  readonly storage: Locator;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.openButton = page.getByRole('button', { name: words.say('app', 'settings') });
    // Its name changes with the language that is chosen in it.
    this.dialog = page.getByRole('dialog').and(page.locator('[aria-labelledby="settings-title"]'));
    this.closeButton = this.dialog.getByRole('button', { name: words.say('app', 'close') });
    this.larger = this.dialog.getByRole('button', { name: words.say('settings', 'larger') });
    this.smaller = this.dialog.getByRole('button', { name: words.say('settings', 'smaller') });
    this.size = this.dialog.getByRole('status');
    this.storage = this.dialog.locator('summary').filter({ hasText: words.say('settings', 'storage') });
    this.toWords = this.dialog.getByRole('link', { name: words.say('settings', 'toWords') });
    this.reset = this.dialog.getByRole('button', { name: words.say('settings', 'reset') });
  }

  /** By value, not by name: the names change with the language that is chosen here. */
  radio(group: Group, value: string): Locator {
    const names: Readonly<Record<Group, readonly string[]>> = {
      language: ['ar', 'en'],
      face: ['naskh', 'sans'],
      leading: ['snug', 'normal', 'loose'],
      width: ['narrow', 'normal', 'wide'],
      theme: ['system', 'light', 'sepia', 'dark', 'contrast'],
      tashkeel: ['shown', 'hidden'],
      words: ['dictionary', 'nothing'],
      digits: ['auto', 'arab', 'latn'],
      'keep-words': ['kept', 'left'],
    };
    return this.dialog.locator(`input[name="${group}"]`).nth(names[group].indexOf(value));
  }
}
