import type { Locator, Page } from '@playwright/test';
import type { Hand } from '../fixtures/hand.ts';
import type { Words } from '../fixtures/words.ts';

/** Everything under `lessons/`: the list, building, what came, going through, the sheet and the class's table. */
export class LessonsPage {
  readonly page: Page;
  readonly words: Words;
  readonly hand: Hand;
  readonly main: Locator;
  /** The dialog of a lesson that is added to or sent. */
  readonly dialog: Locator;
  readonly link: Locator;
  readonly heading: Locator;
  readonly table: Locator;
  readonly answer: Locator;
  readonly feedback: Locator;

  constructor(page: Page, words: Words, hand: Hand) {
    this.page = page;
    this.words = words;
    this.hand = hand;
    this.main = page.getByRole('main');
    this.dialog = page.getByRole('dialog');
    this.link = page.locator('textarea[readonly]');
    this.heading = this.main.getByRole('heading', { level: 1 }).first();
    this.table = page.getByRole('table');
    this.answer = this.main.getByPlaceholder(this.say('walk.yourAnswer'));
    this.feedback = this.main.locator('[role="status"][tabindex="-1"]');
  }

  say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.words.say('lessons', key, values);
  }

  async open(hash = ''): Promise<void> {
    await this.page.goto(`lessons/${hash}`);
    await this.heading.waitFor();
  }

  button(key: string, values: Readonly<Record<string, string | number>> = {}): Locator {
    return this.page.getByRole('button', { name: this.say(key, values), exact: true });
  }

  linkTo(key: string): Locator {
    return this.page.getByRole('link', { name: this.say(key), exact: true });
  }

  box(key: string, values: Readonly<Record<string, string | number>> = {}): Locator {
    return this.page.getByRole('textbox', { name: this.say(key, values), exact: true });
  }

  /** A step in the builder, by its number. */
  step(place: number): Locator {
    return this.main.locator('li[data-step]').nth(place - 1);
  }

  /** Shows or hides what can be changed of a step. */
  toggle(place: number): Locator {
    return this.step(place).getByRole('heading').getByRole('button');
  }

  /** Drags a step by its grip to where another one stands; `key` is pressed before it is let go. */
  async drag(from: number, to: number, key?: string): Promise<void> {
    const grip = this.step(from).locator('[aria-hidden="true"]').first();
    await grip.scrollIntoViewIfNeeded();
    const start = await grip.boundingBox();
    const there = await this.step(to).boundingBox();
    if (!start || !there) throw new Error('a step is not to be seen');
    const x = start.x + start.width / 2;
    await this.page.mouse.move(x, start.y + start.height / 2);
    await this.page.mouse.down();
    // A hand stays in the window: at its edges the page comes along.
    const { height } = this.page.viewportSize() ?? { height: 0 };
    const y = to < from ? there.y + 2 : there.y + there.height - 2;
    await this.page.mouse.move(x, Math.min(Math.max(y, 8), height - 8), { steps: 5 });
    await this.step(to).and(this.page.locator('[data-dragged]')).waitFor();
    if (key) await this.page.keyboard.press(key);
    await this.page.mouse.up();
  }

  kind(place: number, kind: 'none' | 'open' | 'choice' | 'speaker'): Locator {
    return this.step(place).getByRole('radio', { name: this.say(`kind.${kind}`) });
  }

  /** An option of a question, as the student sees it. */
  option(text: string): Locator {
    return this.main.getByRole('group').getByRole('radio', { name: text });
  }

  /** Takes a lesson that came, and goes to its first step. */
  async begin(): Promise<void> {
    await this.hand.use(this.button('begin'));
    // The lesson is kept first.
    await this.main.getByRole('progressbar').waitFor();
  }

  row(student: string): Locator {
    return this.table.getByRole('row').filter({ hasText: student });
  }

  /** Hands files to the page as its own button would. */
  async giveFiles(files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
    await this.main
      .locator('input[type="file"]')
      .setInputFiles(
        files.map(({ name, text }) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })),
      );
  }
}
