/**
 * npm run budget: how much the reading path weighs. Follows what a browser fetches before anything is asked of it: the
 * scripts of index.html, what they import statically, and what the page preloads. Fails above the limit.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readingPath } from './budget/path.ts';

const LIMIT = 150_000;
const dist = path.resolve('dist');

if (!existsSync(path.join(dist, 'index.html'))) {
  console.error('There is no dist to weigh: npm run build first.');
  process.exit(1);
}

const { scripts: reading, styles, fonts: preloadedFonts } = readingPath(dist);
if (reading.length === 0) {
  console.error('index.html names no script: nothing was weighed.');
  process.exit(1);
}

interface Weight {
  readonly file: string;
  readonly raw: number;
  readonly gzip: number;
}
const weigh = (file: string): Weight => {
  const bytes = readFileSync(path.join(dist, file));
  // woff2 is compressed already: no host compresses it again.
  return {
    file,
    raw: bytes.length,
    gzip: file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length,
  };
};
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
const sum = (weights: readonly Weight[], what: 'raw' | 'gzip') =>
  weights.reduce((total, weight) => total + weight[what], 0);

function table(title: string, files: readonly string[]): number {
  const weights = files.map(weigh).sort((a, b) => b.gzip - a.gzip);
  console.log(`${title.padEnd(50)}${'raw'.padStart(10)}${'gzip'.padStart(10)}`);
  for (const { file, raw, gzip } of weights) console.log(`  ${file.padEnd(48)}${kB(raw)}${kB(gzip)}`);
  if (weights.length > 1)
    console.log(`  ${'together'.padEnd(48)}${kB(sum(weights, 'raw'))}${kB(sum(weights, 'gzip'))}`);
  return sum(weights, 'gzip');
}

const assets = readdirSync(path.join(dist, 'assets')).map((name) => `assets/${name}`);
const later = (extension: string, now: Iterable<string>) => {
  const known = new Set(now);
  return assets.filter((file) => file.endsWith(extension) && !known.has(file));
};

/** What the service worker fetches after the page is read, by its own list. */
function precache(): { files: number; raw: number; gzip: number } {
  const listed = [...readFileSync(path.join(dist, 'sw.js'), 'utf8').matchAll(/["']?url["']?:["'`]([^"'`]+)["'`]/g)].map(
    ([, file]) => weigh(file ?? ''),
  );
  if (listed.length === 0) throw new Error('sw.js lists no file: nothing would work offline');
  return { files: listed.length, raw: sum(listed, 'raw'), gzip: sum(listed, 'gzip') };
}

const weight = table('JavaScript of the reading path', reading);
table('Styles of the reading path', styles);
table('Fonts preloaded', preloadedFonts);
table('Fonts fetched when a letter asks for them', later('.woff2', preloadedFonts));
table('JavaScript fetched when asked for', later('.js', reading));
table('Styles fetched when asked for', later('.css', styles));
table('Service worker, fetched after the page', ['sw.js']);
const { files, raw, gzip } = precache();
console.log(`${`Kept for offline use: ${files} files`.padEnd(50)}${kB(raw)}${kB(gzip)}`);

const verdict = `JavaScript of the reading path: ${kB(weight).trim()} gzip of ${kB(LIMIT).trim()} allowed`;
if (weight > LIMIT) {
  console.error(`Too heavy. ${verdict}`);
  process.exitCode = 1;
} else console.log(verdict);
