/// <reference lib="dom" />
/**
 * (f) The dictionary: opened, asked about whole texts and about one word, in Node on one core beside the stemmers of npm (they
 * cut endings off and know nothing of the word); then in the built app, from the press on a plain word to its card drawn.
 */
import { readFileSync } from 'node:fs';
import { StemmerAr } from '@nlpjs/lang-ar';
import { stemmer } from '@orama/stemmers/arabic';
import type { Browser } from 'playwright';
import type { openDictionary } from '../../src/arabic/morphology/dictionary.ts';
import { lineOf } from '../../src/core/dictionary/line.ts';
import { OUTPUT } from '../lexicon/source.ts';
import { LAYOUTS } from './app.ts';
import { compiled } from './compiled.ts';
import { interleaved, median, quantile, withPage } from './measure.ts';
import { SEED, type Site } from './pages.ts';
import { synthesise } from './synthesise.ts';

/** Words a second of one way to go through the same text. */
export interface WordsStanding {
  readonly name: string;
  readonly words: number;
  readonly runs: number;
  /** Milliseconds of processor time for the whole text. */
  readonly ms: number;
  readonly wordsPerSecond: number;
}

export interface LookStanding {
  /** Milliseconds of processor time: the first opening of this process, then the median of later ones. */
  readonly openedCold: number;
  readonly openedWarm: number;
  /** One look-up with its context, all readings made; milliseconds by the clock. */
  readonly looks: number;
  readonly lookP50: number;
  readonly lookP95: number;
  readonly rates: readonly WordsStanding[];
  /** How many different forms the text has. */
  readonly forms: number;
}

interface Way {
  readonly name: string;
  readonly over: readonly string[];
  readonly before: () => void;
  readonly run: (over: readonly string[]) => void;
}

const spent = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/**
 * `first sight` is a dictionary just opened, which keeps no form yet, in a program that the machine has compiled already;
 * `forms met` is the same text again. `forms once each` has every form of the text once and in no context, so that nothing
 * that was kept helps.
 */
export async function dictionaryInNode(
  paragraphs: readonly string[],
  quick: boolean,
  say: (text: string) => void,
): Promise<LookStanding> {
  const open = ((await compiled('src/arabic/morphology/dictionary.ts')) as { openDictionary: typeof openDictionary })
    .openDictionary;
  const data = readFileSync(OUTPUT, 'utf8');
  const begun = process.cpuUsage();
  const met = open(data);
  const cold = process.cpuUsage(begun);
  let dictionary = met;
  const line = lineOf(synthesise('long', 100_000, paragraphs).blocks);
  const words = line.words.filter((_, at) => line.wordAt(at) !== null);
  const forms = [...new Set(words)];
  const times = quick ? 2 : 7;
  const opened: number[] = [];
  const fresh = () => {
    opened.push(
      spent(() => {
        dictionary = open(data);
      }),
    );
  };
  const stop = () => undefined;
  const nlp = new StemmerAr();
  const ways: Way[] = [
    { name: 'Isnād, first sight', over: words, before: fresh, run: () => dictionary.lemmas(line.words) },
    { name: 'Isnād, forms met', over: words, before: stop, run: () => met.lemmas(line.words) },
    {
      name: 'Isnād, first sight, readings made',
      over: words,
      before: fresh,
      run: () => dictionary.analyse(line.words),
    },
    { name: 'Isnād, forms met, readings made', over: words, before: stop, run: () => met.analyse(line.words) },
    { name: 'Isnād, forms once each', over: forms, before: fresh, run: (over) => dictionary.lemmas(over) },
    {
      name: '@orama/stemmers',
      over: words,
      before: stop,
      run: (over) => {
        for (const word of over) stemmer(word);
      },
    },
    {
      name: '@nlpjs/lang-ar, forms met',
      over: words,
      before: stop,
      run: (over) => {
        for (const word of over) nlp.stemWord(word);
      },
    },
  ];
  const taken = new Map(
    ways.map((way) => {
      way.before();
      way.run(way.over);
      return [way, [] as number[]];
    }),
  );
  opened.length = 0;
  for (const way of interleaved(ways.map((name) => ({ name, times })))) {
    way.before();
    const ms = spent(() => way.run(way.over));
    taken.get(way)?.push(ms);
    say(`${way.name}: ${Math.round(ms)} ms CPU`);
  }
  fresh();
  const looks: number[] = [];
  for (let at = 0; at < line.words.length; at += quick ? 501 : 101) {
    if (line.wordAt(at) === null) continue;
    const begin = performance.now();
    dictionary.look(line.words, at);
    looks.push(performance.now() - begin);
  }
  return {
    openedCold: (cold.user + cold.system) / 1000,
    openedWarm: median(opened),
    looks: looks.length,
    lookP50: median(looks),
    lookP95: quantile(looks, 0.95),
    forms: forms.length,
    rates: [...taken].map(([{ name, over }, ms]) => ({
      name,
      words: over.length,
      runs: ms.length,
      ms: median(ms),
      wordsPerSecond: (over.length / median(ms)) * 1000,
    })),
  };
}

export interface CardStanding {
  readonly layout: keyof typeof LAYOUTS;
  readonly cards: number;
  /** From the press to the frame with the word's readings, by the clock: with the lexicon to be fetched, then after that. */
  readonly first: number;
  readonly p50: number;
  readonly p95: number;
}

const PRESSES = 12;

/** In the built app: plain words of the seed article pressed, one after another. */
export async function wordCards(
  browser: Browser,
  site: Site,
  times: number,
  say: (text: string) => void,
): Promise<CardStanding[]> {
  const standings: CardStanding[] = [];
  for (const layout of ['desktop', 'phone'] as const) {
    const firsts: number[] = [];
    const later: number[] = [];
    for (let run = 0; run < times; run++) {
      await withPage(browser, LAYOUTS[layout], async ({ page }) => {
        await page.goto(`${site.app}a/${SEED}/`);
        await page.locator('.article-text .leaf').first().waitFor();
        await page.waitForLoadState('networkidle');
        for (let press = 0; press < PRESSES; press++) {
          await page.evaluate((part) => {
            const text = document.querySelector('.article-text')?.getBoundingClientRect();
            if (text) window.scrollTo(0, window.scrollY + text.top + text.height * part - window.innerHeight / 3);
          }, press / PRESSES);
          await page.waitForTimeout(400);
          const point = await page.evaluate(plainWord);
          if (!point) continue;
          await page.mouse.move(point.x, point.y);
          await page.waitForTimeout(50);
          await page.evaluate(expectReadings);
          await page.mouse.click(point.x, point.y);
          const ms = await page.evaluate(() => (window as unknown as { card: Promise<number> }).card);
          (press === 0 ? firsts : later).push(ms);
          say(`word to card, ${layout}: ${Math.round(ms)} ms`);
          await page.keyboard.press('Escape');
          await page.waitForFunction(() => document.querySelector('[role="dialog"][popover]') === null);
          await page.waitForTimeout(150);
        }
      });
    }
    standings.push({
      layout,
      cards: later.length,
      first: median(firsts),
      p50: median(later),
      p95: quantile(later, 0.95),
    });
  }
  return standings;
}

/** In the page: the middle of a plain word that lies free, as near to the upper third of the window as there is. */
function plainWord(): { x: number; y: number } | null {
  let best: { x: number; y: number } | null = null;
  const wanted = window.innerHeight / 3;
  for (const block of document.querySelectorAll('.article-text p')) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest('.leaf')) continue;
      for (const found of (node.textContent ?? '').matchAll(/(?<=\s)[\u0621-\u064a]{4,}(?=\s)/g)) {
        const range = document.createRange();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        const rect = range.getClientRects()[0];
        if (!rect) continue;
        const x = rect.left + rect.width / 2;
        const y = rect.top + rect.height / 2;
        if (y < 80 || y > window.innerHeight - 120 || !block.contains(document.elementFromPoint(x, y))) continue;
        if (best === null || Math.abs(y - wanted) < Math.abs(best.y - wanted)) best = { x, y };
      }
    }
  }
  return best;
}

/** In the page: from the next click to the frame in which a card with readings has been drawn. */
function expectReadings(): void {
  const card = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error('No readings came up')), 30_000);
    const afterFrame = (then: () => void) =>
      requestAnimationFrame(() => {
        // A message sent in a frame arrives when that frame has been drawn.
        const drawn = new MessageChannel();
        drawn.port1.addEventListener('message', then);
        drawn.port1.start();
        drawn.port2.postMessage(null);
      });
    const onClick = (event: MouseEvent) => {
      const look = () => {
        const open = document.querySelector('[role="dialog"][popover]:popover-open');
        if (open?.querySelector('[data-state="told"] h2') && Number(getComputedStyle(open).opacity) > 0)
          resolve(performance.now() - event.timeStamp);
        else afterFrame(look);
      };
      afterFrame(look);
    };
    window.addEventListener('click', onClick, { capture: true, once: true });
  });
  Object.assign(window, { card });
}
