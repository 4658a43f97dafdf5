/**
 * (e) The engine: the whole pipeline on one core in Node beside wink-nlp's and compromise's on English and the floor of any
 * tokeniser (one pass of a character class); then in the built app, from the press of the button to the text drawn.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import compromise from 'compromise';
import type { Browser } from 'playwright';
import winkModel from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import type { annotate } from '../../src/arabic/article.ts';
import type { Block } from '../../src/core/article/article.ts';
import { root } from '../setup/run.mjs';
import { compiled } from './compiled.ts';
import { interleaved, median, withPage } from './measure.ts';
import type { Site } from './pages.ts';
import { synthesise } from './synthesise.ts';

export interface PipeStanding {
  readonly name: string;
  readonly words: number;
  readonly tokens: number;
  readonly runs: number;
  /** Milliseconds of processor time for the whole text. */
  readonly ms: number;
  readonly tokensPerSecond: number;
  readonly lettersPerSecond: number;
}

interface Pipe {
  readonly name: string;
  readonly text: string;
  readonly times: number;
  /** Analyses the text; answers how many tokens it saw. */
  readonly run: () => number;
}

const WORD = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
const countTokens = (text: string) => text.match(WORD)?.length ?? 0;

/** English prose of `words` words: this project's own README, as often as it takes. */
function english(words: number): string {
  const prose = readFileSync(path.join(root, 'README.md'), 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z][^|`]{60,}/.test(line));
  const made: string[] = [];
  for (let count = 0, i = 0; count < words; i++) {
    const line = `${prose[i % prose.length]} (${i + 1})`;
    made.push(line);
    count += line.split(/\s+/).length;
  }
  return made.join('\n');
}

const textOf = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('\n');

/** Each pipeline on its own language, taking turns in this process; medians of processor time after one run to warm up. */
export async function pipelines(
  paragraphs: readonly string[],
  quick: boolean,
  say: (text: string) => void,
): Promise<PipeStanding[]> {
  const { annotate: analyse } = (await compiled('src/arabic/article.ts')) as { annotate: typeof annotate };
  const long = synthesise('long', 100_000, paragraphs).blocks;
  const short = synthesise('short', 400, paragraphs).blocks;
  const wink = winkNlp(winkModel);
  const inEnglish = english(100_000);
  const little = english(5000);
  const times = quick ? 2 : 5;
  const ours = (blocks: readonly Block[]) => () => {
    analyse(blocks);
    return countTokens(textOf(blocks));
  };
  const pipes: Pipe[] = [
    { name: 'Isnād, 100,000 words', text: textOf(long), times, run: ours(long) },
    { name: 'Isnād, 400 words', text: textOf(short), times: times * 4, run: ours(short) },
    {
      name: 'wink-nlp, default pipe, English',
      text: inEnglish,
      times,
      run: () => wink.readDoc(inEnglish).tokens().length(),
    },
    {
      name: 'compromise, English',
      text: little,
      times: Math.min(times, 3),
      run: () => compromise(little).termList().length,
    },
    { name: 'floor: a character class, Arabic', text: textOf(long), times, run: () => countTokens(textOf(long)) },
  ];
  const taken = new Map(
    pipes.map((pipe) => {
      // Three times, so that every pipeline has been compiled by the machine before its time is taken.
      pipe.run();
      pipe.run();
      return [pipe, { tokens: pipe.run(), ms: [] as number[] }];
    }),
  );
  for (const pipe of interleaved(pipes.map((name) => ({ name, times: name.times })))) {
    const before = process.cpuUsage();
    pipe.run();
    const { user, system } = process.cpuUsage(before);
    taken.get(pipe)?.ms.push((user + system) / 1000);
    say(`${pipe.name}: ${Math.round((user + system) / 1000)} ms CPU`);
  }
  return [...taken].map(([{ name, text }, { tokens, ms }]) => {
    const middle = median(ms);
    return {
      name,
      words: text.split(/\s+/).length,
      tokens,
      runs: ms.length,
      ms: middle,
      tokensPerSecond: (tokens / middle) * 1000,
      lettersPerSecond: (text.length / middle) * 1000,
    };
  });
}

export interface PasteStanding {
  readonly words: number;
  /** Whether the engine's worker had been started before. */
  readonly warm: boolean;
  readonly runs: number;
  /** Milliseconds from the press of the button to the frame with the text and its names. */
  readonly painted: number;
}

/** In the built app: a text put into the box, and the button pressed. Cold is a page just loaded, warm the next text there. */
export async function pasting(
  browser: Browser,
  site: Site,
  paragraphs: readonly string[],
  times: number,
  say: (text: string) => void,
): Promise<PasteStanding[]> {
  const all = new Map<string, { words: number; warm: boolean; ms: number[] }>();
  for (let run = 0; run < times; run++) {
    for (const words of [400, 100_000]) {
      await withPage(browser, { viewport: { width: 1280, height: 900 } }, async ({ page }) => {
        for (const warm of [false, true]) {
          if (warm) await page.goBack();
          else await page.goto(`${site.app}text/`);
          await page.locator('main textarea').waitFor();
          await page.waitForTimeout(500);
          // Another text each time: one that is known would not be kept anew.
          const text = `${textOf(synthesise('paste', words, paragraphs).blocks)}\n${run}${warm}`;
          await page.locator('main textarea').evaluate((box: HTMLTextAreaElement, value) => {
            Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, value);
            box.dispatchEvent(new Event('input', { bubbles: true }));
          }, text);
          const ms = await page.evaluate(press);
          const key = `${words} ${warm}`;
          const standing = all.get(key) ?? { words, warm, ms: [] };
          standing.ms.push(ms);
          all.set(key, standing);
          say(`pasted, ${words} words, ${warm ? 'warm' : 'cold'}: ${Math.round(ms)} ms`);
        }
      });
    }
  }
  return [...all.values()].map(({ words, warm, ms }) => ({ words, warm, runs: ms.length, painted: median(ms) }));
}

/** In the page: presses the button that analyses; milliseconds until a frame with the text's names has been drawn. */
function press(): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('The text did not come')), 120_000);
    const begin = performance.now();
    const look = () =>
      requestAnimationFrame(() => {
        if (!document.querySelector('.article-text .leaf')) return look();
        const drawn = new MessageChannel();
        drawn.port1.addEventListener('message', () => resolve(performance.now() - begin));
        drawn.port1.start();
        drawn.port2.postMessage(null);
      });
    look();
    document.querySelector<HTMLButtonElement>('main form button[type="submit"]')?.click();
  });
}
