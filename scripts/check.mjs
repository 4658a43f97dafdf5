/**
 * npm run check: every check there is, in the order of how soon it tells; the first that fails ends it.
 * The last line counts the tests that really ran, read from the reports of their own runners.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { npm, root } from './setup/run.mjs';
import { heading, seconds } from './setup/say.mjs';

const results = path.join(root, '.results');
const seed = process.env['ISNAD_SEED'];

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * @param {string} file
 * @returns {any}
 */
const report = (file) => JSON.parse(readFileSync(path.join(results, file), 'utf8'));

/** @param {string} file @returns {Count} */
function vitestCount(file) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report(file);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** @param {string} file @returns {Count} */
function playwrightCount(file) {
  const { expected, flaky, unexpected, skipped } = report(file).stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/** @param {string} file the summary that ends a TAP stream @returns {Count} */
function tapCount(file) {
  const text = readFileSync(path.join(results, file), 'utf8');
  const number = (/** @type {string} */ word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return { passed: number('pass'), failed: number('fail'), skipped: number('skipped') };
}

/** @type {readonly { name: string, script: string, args?: string[], report?: string, count?: (file: string) => Count }[]} */
const steps = [
  { name: 'format', script: 'format:check' },
  { name: 'lint', script: 'lint' },
  { name: 'types', script: 'types' },
  { name: 'unit tests (Node)', script: 'unit', report: 'unit.json', count: vitestCount },
  { name: 'component tests (Chromium)', script: 'browser', report: 'browser.json', count: vitestCount },
  { name: 'dataset', script: 'dataset', args: seed ? ['--against', seed] : [] },
  { name: 'build', script: 'build' },
  { name: 'budget', script: 'budget' },
  { name: 'stories (Playwright)', script: 'e2e', report: 'e2e.json', count: playwrightCount },
  { name: 'WebKitGTK', script: 'webkit', report: 'webkit.tap', count: tapCount },
];

mkdirSync(results, { recursive: true });
for (const { report: file } of steps) if (file) rmSync(path.join(results, file), { force: true });

/** @type {{ name: string, ok: boolean, took: number, count: Count | undefined }[]} */
const done = [];
for (const { name, script, args = [], report: file, count } of steps) {
  heading(name);
  const began = Date.now();
  const code = await npm(['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])]);
  const counted = file && count && existsSync(path.join(results, file)) ? count(file) : undefined;
  const ok = code === 0 && (counted?.failed ?? 0) === 0;
  done.push({ name, ok, took: Date.now() - began, count: counted });
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name}, ${seconds(Date.now() - began)}`);
  if (!ok) break;
}

heading('summary');
for (const { name, ok, took, count } of done) {
  const tests = count ? `${count.passed} passed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}` : '';
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(28)} ${seconds(took).padStart(8)}  ${tests}`);
}
for (const { name } of steps.slice(done.length)) console.log(`not run ${name}`);

const passed = done.reduce((sum, { count }) => sum + (count?.passed ?? 0), 0);
const failedTests = done.reduce((sum, { count }) => sum + (count?.failed ?? 0), 0);
const broken = done.filter(({ ok }) => !ok);
for (const { name } of broken) console.log(`\nThe check stopped at: ${name}`);
// A step without tests of its own that fails counts as one failure: the last line must never look green when it is not.
const failed = broken.length > 0 ? Math.max(1, failedTests) : 0;
console.log(`\nisnad: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
