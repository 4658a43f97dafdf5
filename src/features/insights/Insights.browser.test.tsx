import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../ui/tokens.css';
import '../../ui/base.css';
import type { Article } from '../../core/article/article.ts';
import { readArticle } from '../../core/dataset/read.ts';
import type { Counted } from '../../core/statistics/gather.ts';
import { setLanguage, startI18n } from '../../i18n/i18n.ts';
import { fetchWords } from '../../i18n/later.ts';
import { buildArticle } from '../../testing/article.ts';
import { settled } from '../../testing/settled.ts';
import type { SavedFile } from './FigureTable.tsx';
import { Insights } from './Insights.tsx';

let article: Article;
let root: Root;
let place: HTMLElement;
const onOpen = vi.fn<(article: string, quotation: string) => void>();
const onSave = vi.fn<(file: SavedFile) => void>();

beforeAll(async () => {
  await startI18n('ar', 'auto');
  await fetchWords('insights');
  const read = readArticle(await (await fetch('/data/articles/harbour-inquiry.json')).text());
  if (!read.ok) throw new Error('the article of the library does not read');
  article = read.value;
});

beforeEach(async () => {
  await settled(() => setLanguage('ar', 'auto'));
  await page.viewport(800, 900);
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});
afterEach(async () => {
  await settled(() => root.unmount());
  place.remove();
  vi.clearAllMocks();
});

const show = (sources: readonly Counted[]) =>
  settled(() => root.render(<Insights sources={sources} onOpen={onOpen} onSave={onSave} />));
const section = (title: string): HTMLElement => {
  const heading = [...place.querySelectorAll('h2')].find((one) => one.textContent === title);
  return heading?.parentElement as HTMLElement;
};
const boxes = (selector: string, within: ParentNode = place) =>
  [...within.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
const column = (within: HTMLElement, index: number) =>
  [...within.querySelectorAll(`tbody tr > :nth-child(${index})`)].map((cell) => cell.textContent ?? '');
const head = (within: HTMLElement, name: string) =>
  [...within.querySelectorAll<HTMLElement>('thead th')].find((one) => one.textContent === name) as HTMLElement;

describe('the plots', () => {
  test('bars begin where reading begins: at the right in Arabic, at the left in English', async () => {
    await show([{ article }]);
    const voices = 'svg[data-plot="bars"]';
    const bars = () => {
      const svg = place.querySelector(voices) as SVGElement;
      return { frame: svg.getBoundingClientRect(), drawn: boxes('rect:nth-of-type(2)', svg) };
    };
    const arabic = bars();
    expect(arabic.drawn.length).toBeGreaterThan(3);
    for (const { right } of arabic.drawn) expect(right).toBeCloseTo(arabic.frame.right, 0);
    const widths = arabic.drawn.map(({ width }) => width);
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(widths[0]).toBeCloseTo(arabic.frame.width, 0);
    // The name stands at the bar's beginning, the number at the other side.
    const [name, value] = boxes(`${voices} text`);
    // A letter may reach a little beyond its place.
    expect(Math.abs((name?.right ?? 0) - arabic.frame.right)).toBeLessThan(3);
    expect(Math.abs((value?.left ?? 0) - arabic.frame.left)).toBeLessThan(3);

    await settled(() => setLanguage('en', 'auto'));
    const english = bars();
    for (const { left } of english.drawn) expect(left).toBeCloseTo(english.frame.left, 0);
    expect(Math.abs((boxes(`${voices} text`)[0]?.left ?? 0) - english.frame.left)).toBeLessThan(3);
  });

  test('the strip runs from the article’s beginning; a press opens the quotation', async () => {
    await show([{ article }]);
    const pieces = [
      ...place.querySelectorAll<SVGRectElement>('svg[data-plot="strip"] g:first-of-type rect:not(:first-of-type)'),
    ];
    const rights = pieces.map((one) => one.getBoundingClientRect().right);
    expect(rights.length).toBeGreaterThan(1);
    expect(rights).toEqual([...rights].sort((a, b) => b - a));
    await userEvent.click(pieces[0] as Element);
    const words = pieces[0]?.querySelector('title')?.textContent;
    const quotation = article.quotations.find(({ contents }) => contents.some((range) => range.words === words));
    expect(onOpen).toHaveBeenCalledWith(article.id, quotation?.id);
  });

  test('the first column of a matrix is the one at the reader’s side', async () => {
    await show([{ article }]);
    const numbers = boxes('svg[data-plot="matrix"] text').slice(0, 3);
    expect(numbers[0]?.left).toBeGreaterThan(numbers[1]?.left ?? 0);
    await settled(() => setLanguage('en', 'auto'));
    const turned = boxes('svg[data-plot="matrix"] text').slice(0, 3);
    expect(turned[0]?.left).toBeLessThan(turned[1]?.left ?? 0);
  });

  test('each says in a sentence what it shows, and is as wide as there is room', async () => {
    await show([{ article }]);
    for (const width of [800, 390]) {
      await page.viewport(width, 800);
      await vi.waitFor(() => {
        for (const plot of place.querySelectorAll('svg[role="img"]')) {
          expect(plot.getBoundingClientRect().width).toBeLessThanOrEqual(width);
          expect(plot.getBoundingClientRect().width).toBeGreaterThan(width * 0.8);
        }
      });
    }
    for (const plot of place.querySelectorAll('svg[role="img"]')) {
      const sentence = document.getElementById(plot.getAttribute('aria-labelledby') ?? '');
      expect(sentence?.textContent?.length).toBeGreaterThan(10);
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

describe('the tables', () => {
  test('are sorted by a press or a key, and say so', async () => {
    await show([{ article }]);
    const table = section('الأقوال بحسب القائل');
    const mixed = head(table, 'مختلط');
    expect(head(table, 'الأقوال').getAttribute('aria-sort')).toBe('descending');
    expect(mixed.getAttribute('aria-sort')).toBe('none');

    // Arabic-Indic digits, read back.
    const numbers = () =>
      column(table, 6).map((text) => Number(text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))));
    await userEvent.click(mixed.querySelector('button') as Element);
    expect(mixed.getAttribute('aria-sort')).toBe('descending');
    expect(new Set(numbers()).size).toBeGreaterThan(1);
    expect(numbers()).toEqual(numbers().sort((a, b) => b - a));

    mixed.querySelector('button')?.focus();
    await userEvent.keyboard('{Enter}');
    expect(mixed.getAttribute('aria-sort')).toBe('ascending');
    expect(numbers()).toEqual(numbers().sort((a, b) => a - b));

    await userEvent.click(head(table, 'القائل').querySelector('button') as Element);
    const names = column(table, 1);
    expect(names).toEqual([...names].sort(new Intl.Collator('ar').compare));
  });

  test('are kept as CSV in the order in which they are seen, never as a formula', async () => {
    const hostile = buildArticle();
    for (const entity of hostile.entities) {
      if (entity.id === 'sara') entity.name = { ar: '=HYPERLINK("x")', en: '' };
    }
    await show([{ article: hostile }]);
    const table = section('الأقوال بحسب القائل');
    await userEvent.click(head(table, 'القائل').querySelector('button') as Element);
    await userEvent.click([...table.querySelectorAll('button')].at(-1) as Element);
    const file = onSave.mock.calls[0]?.[0];
    expect(file?.name).toBe('speakers.csv');
    const lines = file?.text.split('\r\n') ?? [];
    expect(lines[0]).toBe('\ufeffالقائل,الأقوال,نسبة الأقوال,مباشر,غير مباشر,مختلط');
    expect(file?.text).toContain(`"'=HYPERLINK(""x"")",1,0.2,0,1,0`);
    expect(lines.slice(1, 4).map((line) => line.split(',')[0])).toEqual(
      column(table, 1).map((name) => (name.startsWith('=') ? `"'=HYPERLINK(""x"")"` : name)),
    );
    expect(lines[4]).toBe('المجموع,5,1,1,3,1');
  });

  test('the quotations in order are opened by keyboard', async () => {
    await show([{ article }]);
    const [first] = section('مَن يتحدّث وأين').querySelectorAll<HTMLElement>('tbody button');
    first?.focus();
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  test('the shelf has no strip, and nothing to count is said', async () => {
    const other = buildArticle();
    await show([{ article }, { article: other }]);
    expect(place.querySelector('svg[data-plot="strip"]')).toBeNull();
    expect(place.querySelector('svg[data-plot="bars"]')).not.toBeNull();
    other.quotations = [];
    await show([{ article: other }]);
    expect(place.textContent).toBe('ليس هنا قول يُعدّ.');
  });
});
