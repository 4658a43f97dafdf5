import type { Locator, Page } from '@playwright/test';
import type { Words } from '../fixtures/words.ts';

/** What is told beside the page: readiness, newer versions, parts that did not come, what came from outside. */
export class Notices {
  readonly ready: Locator;
  readonly notice: Locator;
  readonly reload: Locator;
  readonly reloadAnyway: Locator;
  readonly later: Locator;
  readonly arrivals: Locator;

  constructor(page: Page, words: Words) {
    this.ready = page.getByRole('region', { name: words.say('offline', 'becameReady') });
    this.notice = page.getByRole('region', { name: words.say('faults', 'notice'), exact: true });
    this.reload = this.notice.getByRole('button', { name: words.say('faults', 'reload'), exact: true });
    this.reloadAnyway = this.notice.getByRole('button', { name: words.say('faults', 'reloadAnyway') });
    this.later = this.notice.getByRole('button', { name: words.say('faults', 'later') });
    this.arrivals = page.getByRole('region', { name: words.say('offline', 'arrival.label') });
  }
}
