/// <reference lib="dom" />
/**
 * Tagging in the built app, on a long article with all its annotations open: a quotation made, its end moved, both undone,
 * each from the key to the frame that shows it; and coming to the workbench.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { root } from '../setup/run.mjs';
import { LAYOUTS } from './app.ts';
import { median, quantile, withPage } from './measure.ts';
import { SEED, type Site } from './pages.ts';

/** Where in the text is tagged, as parts of its height. */
const PLACES = [0.04, 0.24, 0.44, 0.64, 0.84] as const;
/** How often at each of them. */
const TIMES = 4;
/** How many words are tagged at once. */
const WORDS = 5;
/** What is chosen in the text is painted under this name. */
const CHOSEN = 'isnad-tag-content-chosen';

const deeds = ['make', 'move', 'undo'] as const;
type Deed = (typeof deeds)[number];
const KEYS: Readonly<Record<Deed, string>> = { make: 'q', move: 'Shift+BracketRight', undo: 'Control+z' };

export interface TagStanding {
  readonly layout: keyof typeof LAYOUTS;
  readonly words: number;
  readonly annotations: number;
  /** From the press on the button to the text painted for tagging (ms, by the clock). */
  readonly entered: number;
  readonly deeds: readonly {
    readonly deed: Deed;
    readonly times: number;
    readonly p50: number;
    readonly p95: number;
    readonly worst: number;
    /** Of the main thread, all that followed from the key. */
    readonly cpu: number;
  }[];
}

interface Watching {
  /** Makes `painted` the milliseconds from the next key to the frame in which the chosen words are others than now. */
  readonly expectChange: () => void;
  painted: Promise<number>;
}
declare const window: Window & { readonly tagging: Watching };

/** Tags on the longest article of the site. */
export async function tagging(
  browser: Browser,
  site: Site,
  layouts: readonly (keyof typeof LAYOUTS)[],
  places: number,
  say: (text: string) => void,
): Promise<TagStanding[]> {
  const long = [...site.longs].sort((a, b) => b.words - a.words)[0];
  if (!long) return [];
  const standings: TagStanding[] = [];
  for (const layout of layouts) {
    await withPage(browser, LAYOUTS[layout], async ({ page, cpu }) => {
      const contentType = 'application/json';
      await page.route(`**/data/articles/${SEED}.json`, (route) => route.fulfill({ contentType, body: long.file }));
      await page.route('**/data/index.json', (route) => route.fulfill({ contentType, body: long.index }));
      await page.addInitScript(watch, CHOSEN);
      await page.goto(`${site.app}a/${SEED}/`);
      await page.locator('.article-text .leaf').first().waitFor();
      await page.waitForLoadState('networkidle');
      const entered = await enter(page);

      const wall: Record<Deed, number[]> = { make: [], move: [], undo: [] };
      const worked: Record<Deed, number[]> = { make: [], move: [], undo: [] };
      for (const place of PLACES.slice(0, places)) {
        await page.evaluate((part) => {
          window.scrollTo(0, (document.documentElement.scrollHeight - window.innerHeight) * part);
        }, place);
        await page.waitForTimeout(700);
        for (let time = 0; time < TIMES; time++) {
          if (!(await page.evaluate(selectWords, { count: WORDS, skip: time * 3 }))) continue;
          // As a reader does: the bar of what can be made has come.
          await page.locator('[data-make="quotation"]').waitFor();
          await page.waitForTimeout(150);
          for (const deed of deeds) {
            await page.evaluate(() => window.tagging.expectChange());
            const { ms, value } = await cpu(async () => {
              await page.keyboard.press(KEYS[deed]);
              return page.evaluate(() => window.tagging.painted);
            });
            wall[deed].push(value);
            worked[deed].push(ms);
            await page.waitForTimeout(150);
          }
          await page.keyboard.press('Control+z');
          await page.waitForTimeout(150);
          say(`tagging, ${layout}: made after ${Math.round(wall.make.at(-1) ?? Number.NaN)} ms`);
        }
      }
      standings.push({
        layout,
        words: long.words,
        annotations: long.article.mentions.length + long.article.quotations.length,
        entered,
        deeds: deeds.map((deed) => ({
          deed,
          times: wall[deed].length,
          p50: median(wall[deed]),
          p95: quantile(wall[deed], 0.95),
          worst: Math.max(...wall[deed]),
          cpu: median(worked[deed]),
        })),
      });
    });
  }
  return standings;
}

/** Presses the button of the article's head that leads to tagging, and waits for the text and its paint. */
async function enter(page: Page): Promise<number> {
  const words = JSON.parse(readFileSync(path.join(root, 'src/i18n/locales/ar/reading.json'), 'utf8')) as {
    tag: string;
  };
  const start = await page.getByRole('button', { name: words.tag, exact: true }).evaluate((button: HTMLElement) => {
    const now = performance.now();
    button.click();
    return now;
  });
  await page.waitForFunction(() => (CSS.highlights.get('isnad-tag-content')?.size ?? 0) > 0, undefined, {
    polling: 'raf',
  });
  return (await page.evaluate(() => performance.now())) - start;
}

/** In the page, before anything else: notes when a key's outcome has been drawn. */
function watch(name: string): void {
  const PATIENCE = 30_000;
  const afterFrame = (then: () => void) =>
    requestAnimationFrame(() => {
      // A message sent in a frame arrives when that frame has been drawn.
      const drawn = new MessageChannel();
      drawn.port1.addEventListener('message', then);
      drawn.port1.start();
      drawn.port2.postMessage(null);
    });
  const chosen = () =>
    [...(CSS.highlights.get(name) ?? [])]
      .map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      })
      .join(' ');
  const watching: Watching = {
    painted: Promise.resolve(Number.NaN),
    expectChange: () => {
      const before = chosen();
      watching.painted = new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error('Nothing was painted')), PATIENCE);
        const onKey = (event: KeyboardEvent) => {
          if (event.key === 'Shift' || event.key === 'Control') return;
          window.removeEventListener('keydown', onKey, { capture: true });
          const look = () => {
            if (chosen() === before) afterFrame(look);
            else resolve(performance.now() - event.timeStamp);
          };
          afterFrame(look);
        };
        window.addEventListener('keydown', onKey, { capture: true });
      });
    },
  };
  Object.assign(window, { tagging: watching });
}

/** In the page: selects so many words of the paragraph nearest to the upper third of the window; false where none has them. */
function selectWords({ count, skip }: { count: number; skip: number }): boolean {
  const wanted = window.innerHeight / 3;
  let best: { node: Text; away: number } | null = null;
  for (const block of document.querySelectorAll('.tagged-text [data-block]')) {
    const rect = block.getBoundingClientRect();
    if (rect.bottom < 0 || rect.top > window.innerHeight) continue;
    const node = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
    const away = Math.abs(rect.top - wanted);
    if (node && node.data.split(/\s+/).length > count + skip + 2 && (best === null || away < best.away))
      best = { node, away };
  }
  if (!best) return false;
  const words = [...best.node.data.matchAll(/\S+/g)].slice(1 + skip, 1 + skip + count);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return false;
  document.querySelector<HTMLElement>('.tagged-text')?.focus({ preventScroll: true });
  getSelection()?.setBaseAndExtent(best.node, first.index, best.node, last.index + last[0].length);
  return true;
}
