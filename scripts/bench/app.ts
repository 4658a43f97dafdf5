/// <reference lib="dom" />
/** (c) The real app, opened on a long article that takes the seed article's place: opening, clicking, finding, scrolling. */
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { interleaved, median, quantile, withPage } from './measure.ts';
import { scrollFrames } from './page/scroll.ts';
import { LAST_WORD, SEED, type Site } from './pages.ts';

export const LAYOUTS: Readonly<Record<'desktop' | 'phone', BrowserContextOptions>> = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 } },
};

/** Where in the text the clicks are, as a part of its height. */
const PLACES = [0, 0.35, 0.7, 0.98] as const;
const CLICKS_PER_PLACE = 3;
const FRAMES = 90;
const STEP = 100;

export interface AppStanding {
  readonly layout: keyof typeof LAYOUTS;
  readonly words: number;
  readonly runs: number;
  /** From the article's file in hand to the first clickable words drawn; then processor time of the whole opening. */
  readonly openWall: number;
  readonly openCpu: number;
  readonly clicks: number;
  readonly cardP50: number;
  readonly cardP95: number;
  readonly cardCpu: number;
  readonly scrollCpu: number;
  readonly frameP50: number;
  readonly frameP95: number;
  readonly whole: boolean;
  readonly found: boolean;
}

interface Watched {
  /** When clickable words had been drawn; null until then. */
  shown: number | null;
  /** Makes `card` the milliseconds from the next click to the frame that shows its card. */
  readonly expectCard: () => void;
  card: Promise<number>;
}

declare const window: Window & { readonly watched: Watched };

interface Run {
  readonly openWall: number;
  readonly openCpu: number;
  readonly cards: readonly number[];
  readonly cardCpus: readonly number[];
  readonly scrollCpu: number;
  readonly intervals: readonly number[];
  readonly whole: boolean;
  readonly found: boolean;
}

export async function app(
  browser: Browser,
  site: Site,
  layouts: readonly (keyof typeof LAYOUTS)[],
  times: number,
  say: (text: string) => void,
): Promise<AppStanding[]> {
  const trials = layouts.flatMap((layout) =>
    [null, ...site.longs.map(({ words }) => words)].map((words) => ({ layout, words, runs: [] as Run[] })),
  );
  for (const trial of interleaved(trials.map((name) => ({ name, times })))) {
    const run = await once(browser, site, trial.layout, trial.words);
    say(`app, ${trial.layout}, ${trial.words ?? 'seed'}: card after ${Math.round(median(run.cards))} ms`);
    trial.runs.push(run);
  }
  return trials.map(({ layout, words, runs }) => {
    const cards = runs.flatMap((run) => run.cards);
    const intervals = runs.flatMap((run) => run.intervals);
    return {
      layout,
      words: words ?? 398,
      runs: runs.length,
      openWall: median(runs.map((run) => run.openWall)),
      openCpu: median(runs.map((run) => run.openCpu)),
      clicks: cards.length,
      cardP50: median(cards),
      cardP95: quantile(cards, 0.95),
      cardCpu: median(runs.flatMap((run) => run.cardCpus)),
      scrollCpu: median(runs.map((run) => run.scrollCpu)),
      frameP50: median(intervals),
      frameP95: quantile(intervals, 0.95),
      whole: runs.every((run) => run.whole),
      found: runs.every((run) => run.found),
    };
  });
}

async function once(browser: Browser, site: Site, layout: keyof typeof LAYOUTS, words: number | null): Promise<Run> {
  return withPage(browser, LAYOUTS[layout], async ({ page, cpu }) => {
    const long = site.longs.find((one) => one.words === words);
    if (long) {
      const contentType = 'application/json';
      await page.route(`**/data/articles/${SEED}.json`, (route) => route.fulfill({ contentType, body: long.file }));
      await page.route('**/data/index.json', (route) => route.fulfill({ contentType, body: long.index }));
    }
    await page.addInitScript(watch);
    const opening = await cpu(async () => {
      await page.goto(`${site.app}a/${SEED}/`);
      await page.waitForFunction(() => window.watched.shown !== null);
      await page.waitForLoadState('networkidle');
    });
    const openWall = await page.evaluate(() => {
      const file = performance.getEntriesByType('resource').find(({ name }) => /\/articles\/.*\.json$/.test(name));
      return (window.watched.shown ?? Number.NaN) - ((file as PerformanceResourceTiming | undefined)?.responseEnd ?? 0);
    });

    const cards: number[] = [];
    const cardCpus: number[] = [];
    for (const place of PLACES) {
      await page.evaluate((part) => {
        window.scrollTo(0, (document.documentElement.scrollHeight - window.innerHeight) * part);
      }, place);
      await page.waitForTimeout(700);
      for (let i = 0; i < CLICKS_PER_PLACE; i++) {
        const word = await page.evaluate(wordToClick, (i + 1) / (CLICKS_PER_PLACE + 1));
        if (!word) continue;
        await page.mouse.move(word.x, word.y);
        await page.waitForTimeout(50);
        await page.evaluate(() => window.watched.expectCard());
        // One question, answered when the card is there: asking again and again would be work of the page, too.
        const { ms, value: card } = await cpu(async () => {
          await page.mouse.click(word.x, word.y);
          return page.evaluate(() => window.watched.card);
        });
        cards.push(card);
        cardCpus.push(ms);
        await page.keyboard.press('Escape');
        await page.waitForFunction(() => document.querySelector('[role="dialog"][popover]') === null);
        await page.waitForTimeout(150);
      }
    }

    await page.evaluate(() => window.scrollTo(0, 0));
    await page.waitForTimeout(700);
    const scrolling = await cpu(() => page.evaluate(scrollFrames, { frames: FRAMES, step: STEP }));
    const checked = await check(
      page,
      long ? LAST_WORD : null,
      long?.article.blocks.map(({ text }) => text).join('') ?? null,
    );
    return {
      openWall,
      openCpu: opening.ms,
      cards,
      cardCpus,
      scrollCpu: scrolling.ms / FRAMES,
      intervals: scrolling.value,
      ...checked,
    };
  });
}

/** In the page, before anything else: notes when words can be clicked, and when a click's card has been drawn. */
function watch(): void {
  const PATIENCE = 30_000;
  const afterFrame = (then: () => void) =>
    requestAnimationFrame(() => {
      // A message sent in a frame arrives when that frame has been drawn.
      const drawn = new MessageChannel();
      drawn.port1.addEventListener('message', then);
      drawn.port1.start();
      drawn.port2.postMessage(null);
    });
  const watched: Watched = {
    shown: null,
    card: Promise.resolve(Number.NaN),
    expectCard: () => {
      watched.card = new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error('No card came up')), PATIENCE);
        const onClick = (event: MouseEvent) => {
          const look = () => {
            const card = document.querySelector('[role="dialog"][popover]:popover-open');
            if (card && Number(getComputedStyle(card).opacity) > 0 && card.getBoundingClientRect().height > 0) {
              resolve(performance.now() - event.timeStamp);
            } else afterFrame(look);
          };
          afterFrame(look);
        };
        window.addEventListener('click', onClick, { capture: true, once: true });
      });
    },
  };
  Object.assign(window, { watched });
  const observer = new MutationObserver(() => {
    if (!document.querySelector('.leaf')) return;
    observer.disconnect();
    afterFrame(() => {
      watched.shown = performance.now();
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** A name of the text that lies free at about this part of the window's height. */
function wordToClick(part: number): { x: number; y: number } | null {
  const wanted = window.innerHeight * (0.1 + 0.7 * part);
  let best: { x: number; y: number } | null = null;
  for (const word of document.querySelectorAll('.leaf[data-kind="entity"]')) {
    const rect = word.getClientRects()[0];
    if (!rect) continue;
    const x = rect.left + rect.width / 2;
    const y = rect.top + rect.height / 2;
    if (document.elementFromPoint(x, y) !== word) continue;
    if (best === null || Math.abs(y - wanted) < Math.abs(best.y - wanted)) best = { x, y };
  }
  return best;
}

async function check(page: Page, lastWord: string | null, text: string | null): Promise<Pick<Run, 'whole' | 'found'>> {
  const shown = await page.evaluate(() => document.querySelector('.article-text')?.textContent ?? '');
  if (lastWord === null) return { whole: shown.length > 0, found: true };
  const found = await page.evaluate((word) => {
    (window as unknown as { find: (words: string) => boolean }).find(word);
    const selection = document.getSelection();
    const inText = selection?.anchorNode?.parentElement?.closest('.article-text') !== null;
    return inText && selection?.toString() === word;
  }, lastWord);
  return { whole: shown === text, found };
}
