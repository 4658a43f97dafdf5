/// <reference lib="dom" />
/** (b) The same long text in the hands of each contender, one page each, taking turns. */
import type { Browser } from 'playwright';
import { interleaved, median, quantile, withPage } from './measure.ts';
import type { Bench, Checked, ContenderName } from './page/contest.ts';
import { LAST_WORD, type Site } from './pages.ts';

const DESKTOP = { viewport: { width: 1280, height: 900 } } as const;
const FRAMES = 90;
/** Pixels a frame: a brisk turn of the wheel, 6,000 pixels a second. */
const STEP = 100;
const CLICKS = 8;
const DISTURBANCES = 10;

export interface Standing {
  readonly name: ContenderName;
  readonly words: number;
  readonly runs: number;
  /** Text and annotations: processor time of the main thread, and milliseconds by the clock. */
  readonly paintCpu: number;
  readonly paintWall: number;
  readonly scrollCpu: number;
  readonly frameP50: number;
  readonly frameP95: number;
  /** Milliseconds from the press on a name to the program's knowing which. */
  readonly answer: number;
  /** Processor time for one unrelated change of the page. */
  readonly disturbCpu: number;
  readonly checked: Checked;
}

type Run = Omit<Standing, 'name' | 'words' | 'runs'> & { readonly intervals: readonly number[] };

declare const window: Window & { readonly bench: Bench };

export async function contest(
  browser: Browser,
  site: Site,
  words: number,
  entrants: readonly { readonly name: ContenderName; readonly times: number }[],
  say: (text: string) => void,
): Promise<Standing[]> {
  const runs = new Map<ContenderName, Run[]>(entrants.map(({ name }) => [name, []]));
  for (const name of interleaved(entrants)) {
    const run = await once(browser, site, words, name);
    say(`${words} words, ${name}: ${Math.round(run.paintCpu)} ms CPU, ${Math.round(run.paintWall)} ms`);
    runs.get(name)?.push(run);
  }
  return entrants.flatMap(({ name }) => {
    const all = runs.get(name) ?? [];
    const last = all[all.length - 1];
    if (!last) return [];
    const intervals = all.flatMap((run) => run.intervals);
    return [
      {
        name,
        words,
        runs: all.length,
        paintCpu: median(all.map((run) => run.paintCpu)),
        paintWall: median(all.map((run) => run.paintWall)),
        scrollCpu: median(all.map((run) => run.scrollCpu)),
        frameP50: median(intervals),
        frameP95: quantile(intervals, 0.95),
        answer: median(all.map((run) => run.answer).filter(Number.isFinite)),
        disturbCpu: median(all.map((run) => run.disturbCpu)),
        checked: all.map((run) => run.checked).reduce(worse),
      },
    ];
  });
}

const worse = (a: Checked, b: Checked): Checked => ({
  ...(a.expected - a.drawn >= b.expected - b.drawn ? a : b),
  whole: a.whole && b.whole,
  found: a.found && b.found,
});

async function once(browser: Browser, site: Site, words: number, name: ContenderName): Promise<Run> {
  return withPage(browser, DESKTOP, async ({ page, cpu }) => {
    await page.goto(`${site.arena}index.html`);
    await page.waitForFunction(() => window.bench !== undefined);
    await page.evaluate(([name, file]) => window.bench.prepare(name, file), [name, `${words}.json`] as const);
    const painting = await cpu(() => page.evaluate(() => window.bench.mount()));
    const scrolling = await cpu(() => page.evaluate((how) => window.bench.scroll(how), { frames: FRAMES, step: STEP }));
    await page.waitForTimeout(100);

    const places = name === 'floor' ? [] : await page.evaluate((count) => window.bench.places(count), CLICKS);
    for (const { x, y } of places) {
      await page.mouse.click(x, y);
      await page.waitForTimeout(40);
    }
    const answers = await page.evaluate(() => window.bench.answers());
    const disturbance = await cpu(() => page.evaluate((times) => window.bench.disturb(times), DISTURBANCES));
    const checked = await page.evaluate((word) => window.bench.check(word), LAST_WORD);
    return {
      paintCpu: painting.ms,
      paintWall: painting.value,
      scrollCpu: scrolling.ms / FRAMES,
      frameP50: median(scrolling.value),
      frameP95: quantile(scrolling.value, 0.95),
      intervals: scrolling.value,
      answer: median(answers),
      disturbCpu: disturbance.ms / (DISTURBANCES * 2),
      checked,
    };
  });
}
