/// <reference lib="dom" />
/** (a) What a reader's phone fetches for the seed article, and how soon it shows something and answers a finger. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readingPath } from '../budget/path.ts';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions } from 'playwright';
import { interleaved, median, withPage } from './measure.ts';
import { SEED, type Site } from './pages.ts';

const SLOWDOWN = 4;
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** The names of the two that are held against each other. */
export const OURS = 'Isnād';
export const STILL = 'the same page, scripts taken out';

export interface Bytes {
  readonly js: number;
  readonly css: number;
  readonly fonts: number;
  readonly data: number;
}

export interface Loaded {
  readonly name: string;
  /** Milliseconds from the navigation's start; NaN where there is no such thing. */
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly clickable: number;
  readonly cpu: number;
}

/** What a reader of an article fetches before anything is asked of the page, as a host would send it: fonts as they are, the rest by gzip. */
export function weigh(built: string): Bytes {
  const { scripts, styles, fonts } = readingPath(built);
  const sum = (files: readonly string[]) =>
    files.reduce((total, file) => {
      const bytes = readFileSync(path.join(built, file));
      return total + (file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length);
    }, 0);
  return { js: sum(scripts), css: sum(styles), fonts: sum(fonts), data: sum([`data/articles/${SEED}.json`]) };
}

/** Medians of cold visits on a slowed-down phone: the built reader, its page without the scripts, an empty app, and bare text. */
export async function load(browser: Browser, site: Site, times: number): Promise<Loaded[]> {
  const addresses = {
    'bare text, no script': { address: `${site.arena}floor/`, clicks: false },
    [STILL]: { address: `${site.still}a/${SEED}/`, clicks: false },
    'empty app of the packages': { address: `${site.arena}shell/shell.html`, clicks: true },
    [OURS]: { address: `${site.app}a/${SEED}/`, clicks: true },
  } as const;
  type Name = keyof typeof addresses;
  const names = Object.keys(addresses) as Name[];
  const visits = new Map<Name, Omit<Loaded, 'name'>[]>(names.map((name) => [name, []]));
  for (const name of interleaved<Name>(names.map((name) => ({ name, times })))) {
    const { address, clicks } = addresses[name];
    visits.get(name)?.push(await visit(browser, address, clicks));
  }
  return names.map((name) => {
    const of = (what: keyof Omit<Loaded, 'name'>) => median((visits.get(name) ?? []).map((one) => one[what]));
    return {
      name,
      firstPaint: of('firstPaint'),
      largestPaint: of('largestPaint'),
      clickable: of('clickable'),
      cpu: of('cpu'),
    };
  });
}

interface Watched {
  clickable?: number;
  largest?: number;
}

async function visit(browser: Browser, address: string, clicks: boolean): Promise<Omit<Loaded, 'name'>> {
  return withPage(browser, PHONE, async ({ page, client, cpu }) => {
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.addInitScript(() => {
      const watched: Watched = {};
      (window as unknown as { watched: Watched }).watched = watched;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) watched.largest = entry.startTime;
      }).observe({ type: 'largest-contentful-paint', buffered: true });
      // An entity's word answers from the moment it stands there; it counts once it has been drawn.
      const observer = new MutationObserver(() => {
        if (!document.querySelector('.leaf[data-kind="entity"]')) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const drawn = new MessageChannel();
          drawn.port1.addEventListener('message', () => {
            watched.clickable = performance.now();
          });
          drawn.port1.start();
          drawn.port2.postMessage(null);
        });
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    const { ms } = await cpu(async () => {
      await page.goto(address, { waitUntil: 'load' });
      if (clicks) {
        await page.waitForFunction(() => (window as unknown as { watched: Watched }).watched.clickable !== undefined);
      }
      await page.waitForLoadState('networkidle');
    });
    const { watched, first } = await page.evaluate(() => ({
      watched: (window as unknown as { watched: Watched }).watched,
      first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    }));
    return {
      firstPaint: first ?? Number.NaN,
      largestPaint: watched.largest ?? Number.NaN,
      clickable: watched.clickable ?? Number.NaN,
      cpu: ms,
    };
  });
}
