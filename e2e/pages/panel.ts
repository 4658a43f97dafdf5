import type { Locator, Page } from '@playwright/test';
import type { Words } from '../fixtures/words.ts';

/** The quotations: beside the text on a desktop, in a sheet over it on a phone. */
export class Panel {
  readonly root: Locator;
  readonly status: Locator;
  readonly search: Locator;
  readonly speaker: Locator;
  readonly kind: Locator;
  readonly verb: Locator;
  readonly about: Locator;
  readonly bySpeaker: Locator;
  readonly aboutView: Locator;
  readonly clear: Locator;
  readonly cards: Locator;
  readonly speakers: Locator;
  /** In the sheet only. */
  readonly closeButton: Locator;

  constructor(page: Page, words: Words) {
    const name = words.say('speakers', 'title');
    this.root = page.getByRole('complementary', { name }).or(page.getByRole('dialog', { name, exact: true }));
    const select = (key: string) => this.root.getByRole('combobox', { name: words.say('speakers', key), exact: true });
    this.status = this.root.getByRole('status');
    this.search = this.root.getByRole('searchbox');
    this.speaker = select('speaker');
    this.kind = select('kind');
    this.verb = select('verb');
    this.about = select('chooseEntity');
    this.bySpeaker = this.root.getByRole('radio', { name: words.say('speakers', 'bySpeaker') });
    this.aboutView = this.root.getByRole('radio', { name: words.say('speakers', 'about'), exact: true });
    this.clear = this.root.getByRole('button', { name: words.say('speakers', 'clearFilters') });
    this.cards = this.root.locator('[data-quotation]');
    this.speakers = this.root.getByRole('heading', { level: 3 });
    this.closeButton = this.root.getByRole('button', { name: words.say('speakers', 'close') });
  }

  card(id: string): Locator {
    return this.root.locator(`[data-quotation="${id}"]`);
  }

  /** The part of a card that chooses the quotation. */
  words(id: string): Locator {
    return this.card(id).getByRole('button').first();
  }

  /** The ids of the quotations shown, in their order. */
  async shown(): Promise<string[]> {
    return this.cards.evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset['quotation'] ?? ''));
  }
}
