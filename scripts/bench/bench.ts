/**
 * npm run bench: how fast the reader is, beside the floor (the least that could be done) and beside the libraries that do
 * the same, all in one run, on this machine, taking turns. Medians; ratios tell more than milliseconds on a busy machine.
 *   --quick          fewer runs
 *   --only load      one part alone: what a phone fetches, and how soon it shows the article
 *   --only engine    or this: texts analysed, in Node and in the built app
 *   --only dictionary  or this: words looked up, in Node and in the built app
 *   --only tagging   or this: annotations made, moved and undone in the built app
 *   --dist <folder>  a build other than dist
 */
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium as playwright } from 'playwright';
import { chromium, requireChromium } from '../setup/browser.mjs';
import { requireBuild } from '../setup/build.mjs';
import { root } from '../setup/run.mjs';
import { app, type AppStanding } from './app.ts';
import { contest, type Standing } from './contest.ts';
import { type CardStanding, dictionaryInNode, type LookStanding, wordCards } from './dictionary.ts';
import { load, type Loaded, OURS, STILL, weigh } from './load.ts';
import { type PasteStanding, type PipeStanding, pasting, pipelines } from './engine.ts';
import { figure, table } from './measure.ts';
import type { ContenderName } from './page/contest.ts';
import { openSite } from './pages.ts';
import { reanchorContest, type ReanchorStanding } from './reanchor.ts';
import { libraryParagraphs, synthesise } from './synthesise.ts';
import { tagging, type TagStanding } from './tagging.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, dist: { type: 'string' } },
});
const quick = values.quick;
if (values.only !== undefined && !['load', 'engine', 'dictionary', 'tagging'].includes(values.only))
  throw new Error(`There is no part called ${values.only}: load, engine, dictionary, tagging`);
const whole = values.only === undefined;
const SHORT = 10_000;
const LONG = 100_000;

const TITLES: Readonly<Record<ContenderName, string>> = {
  floor: 'floor: plain text',
  isnad: 'Isnād',
  recogito: 'Recogito',
  markJs: 'mark.js',
};

const DEEDS = { make: 'a quotation made', move: 'its end moved', undo: 'that undone' } as const;

await requireChromium();
if (values.dist === undefined) await requireBuild();
const dist = path.resolve(root, values.dist ?? 'dist');
if (!existsSync(path.join(dist, 'index.html'))) throw new Error(`There is no build in ${dist}`);

const results = path.join(root, '.results');
mkdirSync(results, { recursive: true });
const log = path.join(results, 'bench.log');
writeFileSync(log, '');
const say = (text: string) => {
  appendFileSync(log, `${text}\n`);
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
};

const site = await openSite(dist, whole ? [SHORT, LONG] : values.only === 'tagging' ? [LONG] : []);
const browser = await playwright.launch(chromium() ?? {});
try {
  const weight = weigh(site.built);
  const loaded = whole || values.only === 'load' ? await load(browser, site, quick ? 3 : 9) : [];
  const parts: Readonly<Record<string, () => Promise<string[]>>> = {
    engine: measureEngine,
    dictionary: measureDictionary,
    tagging: measureTagging,
    load: async () => [targets(weight.js, loaded)],
  };
  const rest = await (parts[values.only ?? ''] ?? (() => measureRest(weight.js, loaded)))();
  say('');

  const machine = `Chromium ${browser.version()}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'processor'}`;
  const report = [
    `Isnād, ${new Date().toISOString().slice(0, 10)}, ${machine}, load ${figure(os.loadavg()[0] ?? Number.NaN)}`,
    table(
      'Fetched for the seed article (kB; gzip, fonts as they are)',
      ['', 'kB'],
      [
        ['JavaScript', figure(weight.js / 1000)],
        ['styles', figure(weight.css / 1000)],
        ['fonts', figure(weight.fonts / 1000)],
        ['article', figure(weight.data / 1000)],
      ],
    ),
    ...(loaded.length > 0 ? [loadTable(loaded)] : []),
    ...rest,
  ].join('\n');
  console.log(report);
  writeFileSync(path.join(results, 'bench.txt'), `${report}\n`);
} finally {
  await browser.close();
  site.close();
}

/** The engine's tables and targets. */
async function measureEngine(): Promise<string[]> {
  const paragraphs = libraryParagraphs(path.join(root, 'public', 'data', 'articles'));
  const pipes = await pipelines(paragraphs, quick, say);
  const pasted = await pasting(browser, site, paragraphs, quick ? 1 : 5, say);
  return [pipeTable(pipes), pasteTable(pasted), engineTargets(pipes)];
}

/** Tagging on the long article: its table and targets. */
async function measureTagging(): Promise<string[]> {
  const standings = await tagging(browser, site, quick ? ['desktop'] : ['desktop', 'phone'], quick ? 2 : 5, say);
  return [tagTable(standings), tagTargets(standings)];
}

function tagTable(rows: readonly TagStanding[]): string {
  const { words, annotations } = rows[0] ?? { words: 0, annotations: 0 };
  return table(
    `Tagging in the built app, ${words.toLocaleString('en')} words with ${annotations.toLocaleString('en')} annotations: from the key to the frame (ms)`,
    ['', 'times', 'p50', 'p95', 'worst', 'CPU'],
    rows.flatMap(({ layout, entered, deeds }) => [
      [`${layout}, the workbench entered`, '1', figure(entered), '–', '–', '–'],
      ...deeds.map(({ deed, times, p50, p95, worst, cpu }) => [
        `${layout}, ${DEEDS[deed]}`,
        String(times),
        figure(p50),
        figure(p95),
        figure(worst),
        figure(cpu),
      ]),
    ]),
  );
}

function tagTargets(rows: readonly TagStanding[]): string {
  return table(
    'Targets of tagging',
    ['', 'target', 'measured', 'met'],
    (['make', 'move', 'undo'] as const).flatMap((deed) => {
      const all = rows.flatMap((row) => row.deeds.filter((one) => one.deed === deed));
      return (['p50', 'p95'] as const).map((which) => {
        const slowest = Math.max(...all.map((one) => one[which]));
        const title = `${DEEDS[deed]}, painted, slowest ${which === 'p50' ? 'median' : 'p95'}`;
        return [title, '≤ 50 ms', figure(slowest, ' ms'), yes(slowest <= 50)];
      });
    }),
  );
}

/** The dictionary's tables and targets. */
async function measureDictionary(): Promise<string[]> {
  const node = await dictionaryInNode(libraryParagraphs(path.join(root, 'public', 'data', 'articles')), quick, say);
  const cards = await wordCards(browser, site, quick ? 1 : 3, say);
  return [ratesTable(node), lookTable(node), cardTable(cards), dictionaryTargets(node, cards)];
}

function ratesTable({ rates, forms }: LookStanding): string {
  const ours = rates[0]?.wordsPerSecond ?? Number.NaN;
  return table(
    `The dictionary and stemmers on one core (processor time; ${forms.toLocaleString('en')} different forms)`,
    ['', 'words', 'runs', 'ms', 'words/s', 'first sight ÷ it'],
    rates.map((row) => [
      row.name,
      row.words.toLocaleString('en'),
      String(row.runs),
      figure(row.ms),
      Math.round(row.wordsPerSecond).toLocaleString('en'),
      figure(ours / row.wordsPerSecond),
    ]),
  );
}

function lookTable(node: LookStanding): string {
  return table(
    'The dictionary opened and asked about one word in its context (ms)',
    ['', 'runs', 'median', 'p95'],
    [
      ['opened, the first time', '1', figure(node.openedCold), '–'],
      ['opened again', '–', figure(node.openedWarm), '–'],
      ['one look-up, every reading', String(node.looks), figure(node.lookP50), figure(node.lookP95)],
    ],
  );
}

function cardTable(rows: readonly CardStanding[]): string {
  return table(
    'The built app: a plain word pressed, to its readings drawn (ms)',
    ['', 'cards', 'the first, lexicon fetched', 'p50', 'p95'],
    rows.map((row) => [row.layout, String(row.cards), figure(row.first), figure(row.p50), figure(row.p95)]),
  );
}

function dictionaryTargets({ rates, openedCold }: LookStanding, cards: readonly CardStanding[]): string {
  const rate = rates[0]?.wordsPerSecond ?? Number.NaN;
  const card = Math.max(...cards.map(({ p50 }) => p50));
  return table(
    'Targets of the dictionary',
    ['', 'target', 'measured', 'met'],
    [
      [
        'words a second, a long text at first sight',
        '≥ 200,000',
        Math.round(rate).toLocaleString('en'),
        yes(rate >= 200_000),
      ],
      ['opened, cold', '≤ 300 ms', figure(openedCold, ' ms'), yes(openedCold <= 300)],
      ['word to card after load, slowest median', '≤ 50 ms', figure(card, ' ms'), yes(card <= 50)],
    ],
  );
}

function pipeTable(rows: readonly PipeStanding[]): string {
  const ours = rows[0]?.tokensPerSecond ?? Number.NaN;
  return table(
    'Whole pipelines in Node on one core (processor time; each in its own language)',
    ['', 'words', 'runs', 'ms', 'tokens/s', 'letters/s', 'Isnād ÷ it'],
    rows.map((row) => [
      row.name,
      row.words.toLocaleString('en'),
      String(row.runs),
      figure(row.ms),
      Math.round(row.tokensPerSecond).toLocaleString('en'),
      Math.round(row.lettersPerSecond).toLocaleString('en'),
      figure(ours / row.tokensPerSecond),
    ]),
  );
}

function pasteTable(rows: readonly PasteStanding[]): string {
  return table(
    'A text pasted into the built app: from the button to the text with its names drawn (ms)',
    ['', 'runs', 'painted'],
    rows.map((row) => [
      `${row.words.toLocaleString('en')} words, ${row.warm ? 'the engine is there' : 'the engine is fetched and started'}`,
      String(row.runs),
      figure(row.painted),
    ]),
  );
}

function engineTargets(rows: readonly PipeStanding[]): string {
  const [long, short] = rows;
  return table(
    'Targets of the engine',
    ['', 'target', 'measured', 'met'],
    [
      [
        '400 words analysed, warm',
        '≤ 10 ms',
        figure(short?.ms ?? Number.NaN, ' ms'),
        yes((short?.ms ?? Number.NaN) <= 10),
      ],
      [
        'tokens a second, the whole pipeline',
        '≥ 300,000',
        Math.round(long?.tokensPerSecond ?? Number.NaN).toLocaleString('en'),
        yes((long?.tokensPerSecond ?? Number.NaN) >= 300_000),
      ],
    ],
  );
}

/** The contest on both lengths of text and the built app at work; then all targets. */
async function measureRest(js: number, loaded: readonly Loaded[]): Promise<string[]> {
  const runs = (short: number, long: number) =>
    quick ? { short: Math.min(short, 2), long: Math.min(long, 1) } : { short, long };
  const few = runs(5, 5);
  const slow = runs(3, 2);
  const entrants: { name: ContenderName; short: number; long: number }[] = [
    { name: 'floor', short: few.short, long: quick ? 3 : few.long },
    { name: 'isnad', short: few.short, long: quick ? 3 : few.long },
    { name: 'recogito', ...slow },
    // Twenty seconds a run, and quadratic: once tells enough.
    { name: 'markJs', short: slow.short, long: 1 },
  ];
  const short = await contest(
    browser,
    site,
    SHORT,
    entrants.map(({ name, short }) => ({ name, times: short })),
    say,
  );
  const long = await contest(
    browser,
    site,
    LONG,
    entrants.map(({ name, long }) => ({ name, times: long })),
    say,
  );
  const standings = await app(browser, site, quick ? ['desktop'] : ['desktop', 'phone'], quick ? 1 : 3, say);
  say('re-anchoring');
  const text = synthesise('long', LONG, libraryParagraphs(path.join(root, 'public', 'data', 'articles')));
  const reanchored = reanchorContest(text, 1000);
  return [
    contestTable(short),
    contestTable(long),
    appTable(standings),
    reanchorTable(reanchored),
    ...(await measureEngine()),
    ...(await measureDictionary()),
    ...(await measureTagging()),
    targets(js, loaded, { long, all: [...short, ...long], inApp: standings, reanchored: reanchored[0] }),
  ];
}

function largestToStill(rows: readonly Loaded[]): number {
  const of = (name: Loaded['name']) => rows.find((row) => row.name === name)?.largestPaint ?? Number.NaN;
  return of(OURS) / of(STILL);
}

function loadTable(rows: readonly Loaded[]): string {
  const still = rows.find(({ name }) => name === STILL);
  return table(
    'Opening the seed article cold on a phone, processor slowed 4 times (ms)',
    ['', 'first paint', 'largest paint', 'clickable', 'CPU', '÷ no script'],
    rows.map((row) => [
      row.name,
      figure(row.firstPaint),
      figure(row.largestPaint),
      figure(row.clickable),
      figure(row.cpu),
      figure(row.largestPaint / (still?.largestPaint ?? Number.NaN)),
    ]),
  );
}

function contestTable(rows: readonly Standing[]): string {
  const floor = rows.find(({ name }) => name === 'floor');
  const ours = rows.find(({ name }) => name === 'isnad');
  return table(
    `${rows[0]?.words.toLocaleString('en')} words: text and annotations painted, then scrolled, clicked and checked (ms)`,
    [
      '',
      'runs',
      'paint CPU',
      '÷ floor',
      '÷ Isnād',
      'paint wall',
      'scroll CPU/frame',
      'frame p50',
      'p95',
      'knows click',
      'CPU/change',
      'whole',
      'find',
      'drawn',
    ],
    rows.map((row) => [
      TITLES[row.name],
      String(row.runs),
      figure(row.paintCpu),
      figure(row.paintCpu / (floor?.paintCpu ?? Number.NaN)),
      figure(row.paintCpu / (ours?.paintCpu ?? Number.NaN)),
      figure(row.paintWall),
      figure(row.scrollCpu),
      figure(row.frameP50),
      figure(row.frameP95),
      figure(row.answer),
      figure(row.disturbCpu),
      yes(row.checked.whole),
      yes(row.checked.found),
      row.name === 'floor' ? '–' : `${row.checked.drawn}/${row.checked.expected}`,
    ]),
  );
}

function appTable(rows: readonly AppStanding[]): string {
  return table(
    'The built app: opened on a long article, real clicks on names, scrolled (ms)',
    [
      '',
      'runs',
      'open wall',
      'open CPU',
      'clicks',
      'card p50',
      'p95',
      'card CPU',
      'scroll CPU/frame',
      'frame p50',
      'p95',
      'whole',
      'find',
    ],
    rows.map((row) => [
      `${row.layout}, ${row.words.toLocaleString('en')} words`,
      String(row.runs),
      figure(row.openWall),
      figure(row.openCpu),
      String(row.clicks),
      figure(row.cardP50),
      figure(row.cardP95),
      figure(row.cardCpu),
      figure(row.scrollCpu),
      figure(row.frameP50),
      figure(row.frameP95),
      yes(row.whole),
      yes(row.found),
    ]),
  );
}

const percent = (part: number): string => figure(part * 100, ' %');

function reanchorTable(rows: readonly ReanchorStanding[]): string {
  return table(
    `Annotations of ${LONG.toLocaleString('en')} words looked for after 5 % of the words were edited (ms of CPU for 1,000)`,
    ['', 'measured', 'right', 'wrongly placed', 'given up', 'inexact', 'CPU'],
    rows.map((row) => [
      row.name,
      String(row.annotations),
      percent(row.right),
      percent(row.wrong),
      percent(row.lost),
      percent(row.inexact),
      figure(row.ms),
    ]),
  );
}

function reanchorTargets(row: ReanchorStanding | undefined): (readonly string[])[] {
  if (!row) return [];
  return [
    ['annotations found again after edits', '≥ 99 %', percent(row.right), yes(row.right >= 0.99)],
    ['annotations wrongly placed after edits', '0', percent(row.wrong), yes(row.wrong === 0)],
    ['1,000 annotations looked for, CPU', '≤ 500 ms', figure(row.ms, ' ms'), yes(row.ms <= 500)],
  ];
}

function targets(
  js: number,
  loaded: readonly Loaded[],
  rest?: {
    readonly long: readonly Standing[];
    readonly all: readonly Standing[];
    readonly inApp: readonly AppStanding[];
    readonly reanchored: ReanchorStanding | undefined;
  },
): string {
  const toStill = largestToStill(loaded);
  const rows = [
    ['article opened: largest paint ÷ the same page without script', '≤ 1.3', figure(toStill), yes(toStill <= 1.3)],
    ['JavaScript of the reading path, gzip', '≤ 150 kB', figure(js / 1000, ' kB'), yes(js <= 150_000)],
    ...(rest ? [...restTargets(rest.long, rest.all, rest.inApp), ...reanchorTargets(rest.reanchored)] : []),
  ];
  return table('Targets', ['', 'target', 'measured', 'met'], rows);
}

function restTargets(
  long: readonly Standing[],
  all: readonly Standing[],
  inApp: readonly AppStanding[],
): (readonly string[])[] {
  const of = (name: ContenderName) => long.find((row) => row.name === name)?.paintCpu ?? Number.NaN;
  const toFloor = of('isnad') / of('floor');
  const toRecogito = of('recogito') / of('isnad');
  const card = Math.max(...inApp.map(({ cardP50 }) => cardP50));
  const frame = Math.max(
    ...all.filter(({ name }) => name === 'isnad').map(({ frameP50 }) => frameP50),
    ...inApp.map(({ frameP50 }) => frameP50),
  );
  const ours = all.filter(({ name }) => name === 'isnad');
  const right = ours.every(({ checked }) => checked.whole && checked.found && checked.drawn === checked.expected);
  return [
    ['100,000 words painted, CPU ÷ floor', '≤ 0.3', figure(toFloor), yes(toFloor <= 0.3)],
    ['100,000 words painted, CPU, faster than Recogito', '≥ 10 ×', figure(toRecogito, ' ×'), yes(toRecogito >= 10)],
    ['click to card in the app, slowest median', '≤ 50 ms', figure(card, ' ms'), yes(card <= 50)],
    ['scrolling, slowest median frame', '≈ 16.7 ms', figure(frame, ' ms'), yes(frame < 17.5)],
    [
      'whole text, found by the browser, all drawn',
      'yes',
      yes(right && inApp.every(({ whole, found }) => whole && found)),
      yes(right && inApp.every(({ whole, found }) => whole && found)),
    ],
  ];
}

function yes(what: boolean): string {
  return what ? 'yes' : 'no';
}
