import type { Locator, Page } from '@playwright/test';
import type { Words } from '../fixtures/words.ts';

type Form = 'message' | 'link' | 'words' | 'cited' | 'markdown' | 'embed';
type View = 'copy' | 'qr' | 'picture' | 'reference';

/** The ways to share something: a dialog, on a phone a sheet. */
export class SharingDialog {
  readonly page: Page;
  readonly words: Words;
  readonly dialog: Locator;
  readonly preview: Locator;
  readonly copyButton: Locator;
  readonly copiedButton: Locator;
  readonly closeButton: Locator;
  readonly status: Locator;
  readonly picture: Locator;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.dialog = page.getByRole('dialog', { name: words.say('reading', 'share'), exact: true });
    this.preview = this.dialog.getByRole('textbox', { name: words.say('sharing', 'preview') });
    this.copyButton = this.dialog.getByRole('button', { name: words.say('sharing', 'copy'), exact: true });
    this.copiedButton = this.dialog.getByRole('button', { name: words.say('sharing', 'copied'), exact: true });
    this.closeButton = this.dialog.getByRole('button', { name: words.say('app', 'close'), exact: true });
    this.status = this.dialog.getByRole('status');
    this.picture = this.dialog.locator('canvas');
  }

  view(view: View): Locator {
    return this.radio(`views.${view}`);
  }

  form(form: Form): Locator {
    return this.radio(`forms.${form}`);
  }

  style(style: 'apa' | 'mla' | 'chicago'): Locator {
    return this.radio(`styles.${style}`);
  }

  /** The language of the citation. */
  citedIn(language: 'ar' | 'en'): Locator {
    return this.dialog.getByRole('radio', { name: language === 'ar' ? 'العربية' : 'English', exact: true });
  }

  file(format: 'bib' | 'ris' | 'json'): Locator {
    return this.radio(`files.${format}`);
  }

  paper(paper: 'light' | 'sepia' | 'dark'): Locator {
    return this.radio(`papers.${paper}`);
  }

  button(key: string): Locator {
    return this.dialog.getByRole('button', { name: this.words.say('sharing', key), exact: true });
  }

  private radio(key: string): Locator {
    return this.dialog.getByRole('radio', { name: this.words.say('sharing', key), exact: true });
  }
}
