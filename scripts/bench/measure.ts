/// <reference lib="dom" />
/** Clocks and middles: how everything in this benchmark is timed and summed up. */
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright';

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the part `q` (0 to 1) of the values lies; NaN of none. */
export function quantile(values: readonly number[], q: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] as number;
  const high = sorted[Math.ceil(at)] as number;
  return low + (high - low) * (at - Math.floor(at));
}

/** A page of a browser profile of its own, with the processor time of its main thread. */
export interface Bed {
  readonly page: Page;
  readonly client: CDPSession;
  /** Milliseconds that the main thread worked while `job` went on: it hardly moves when the machine is busy. */
  readonly cpu: <Value>(job: () => Promise<Value>) => Promise<{ readonly ms: number; readonly value: Value }>;
}

export async function withPage<Value>(
  browser: Browser,
  options: BrowserContextOptions,
  work: (bed: Bed) => Promise<Value>,
): Promise<Value> {
  const context = await browser.newContext(options);
  try {
    // tsx names inner functions with a helper that a page does not have.
    await context.addInitScript({ content: 'globalThis.__name ??= (value) => value;' });
    const page = await context.newPage();
    page.setDefaultTimeout(300_000);
    const broken: Error[] = [];
    page.on('pageerror', (error) => broken.push(error));
    const client = await context.newCDPSession(page);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const worked = async () => {
      const { metrics } = await client.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
    };
    const value = await work({
      page,
      client,
      cpu: async (job) => {
        const before = await worked();
        const done = await job();
        return { ms: (await worked()) - before, value: done };
      },
    });
    if (broken[0]) throw broken[0];
    return value;
  } finally {
    await context.close();
  }
}

/** The contenders' runs mixed: first every contender once, then every one again, each time beginning with another. */
export function* interleaved<Name>(runs: readonly { readonly name: Name; readonly times: number }[]): Generator<Name> {
  const most = Math.max(0, ...runs.map(({ times }) => times));
  for (let round = 0; round < most; round++) {
    for (let i = 0; i < runs.length; i++) {
      const run = runs[(i + round) % runs.length];
      if (run && round < run.times) yield run.name;
    }
  }
}

/** Columns aligned, the first to the left and the others to the right. */
export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [`\n${title}`, line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Three figures are enough: more would only show noise. */
export function figure(value: number, unit = ''): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toFixed(digits)}${unit}`;
}
