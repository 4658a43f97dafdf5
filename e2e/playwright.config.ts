import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, devices, type Project } from '@playwright/test';
import { chromium, firefox } from '../scripts/setup/browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = path.join(root, '.results');
// A port that is free now, so that two checks on one machine do not meet; the workers read this file anew and must find the
// same one, so it is handed on in the environment.
process.env['ISNAD_E2E_PORT'] ??= execFileSync(
  process.execPath,
  [
    '-e',
    "const s = require('node:net').createServer().listen(0, () => { console.log(s.address().port); s.close(); });",
  ],
  { encoding: 'utf8' },
).trim();
const port = Number(process.env['ISNAD_E2E_PORT']);

if (!existsSync(path.join(root, 'dist/index.html'))) throw new Error('There is no dist to test: npm run build first.');
const chromiumOptions = chromium();
if (!chromiumOptions) throw new Error('There is no Chromium here: npm test installs one, or set ISNAD_CHROMIUM.');

const projects: Project[] = [
  {
    name: 'chromium',
    grepInvert: /@touch/,
    use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 }, launchOptions: chromiumOptions },
  },
  {
    name: 'mobile',
    // Stories of a keyboard or of a wide screen, and what does not depend on the screen: told by the other Chromium.
    grepInvert: /@desk/,
    use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, launchOptions: chromiumOptions },
  },
];

const firefoxOptions = firefox();
if (firefoxOptions) {
  const { channel, executablePath } = firefoxOptions;
  projects.push({
    name: 'firefox',
    // Colours are the same in every engine.
    grepInvert: /@touch|@colours/,
    use: {
      ...devices['Desktop Firefox'],
      viewport: { width: 1280, height: 900 },
      ...(channel ? { channel } : {}),
      launchOptions: executablePath ? { executablePath } : {},
    },
  });
} else if (!process.env['TEST_WORKER_INDEX']) {
  console.log('No Firefox to test with: its project is left out.');
}

export default defineConfig({
  testDir: './specs',
  outputDir: path.join(results, 'e2e'),
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  // In CI one unlucky moment of a busy machine does not undo a day's work; it is reported as flaky, and a fault fails twice.
  retries: process.env['CI'] ? 1 : 0,
  // No story is about time: a machine that does much else may take its own.
  timeout: 180_000,
  reporter: [['list'], ['json', { outputFile: path.join(results, 'e2e.json') }]],
  use: {
    // Every story runs in a sub-folder of the host: nothing may lean on standing at the root.
    baseURL: `http://localhost:${port}/reader/sub/`,
    locale: 'ar',
    // A service worker would answer before the files that a story puts in place of others: only the stories of it let it work.
    serviceWorkers: 'block',
    // A trace makes the keyboard stories twice as slow: ISNAD_E2E_TRACE=1 asks for it.
    trace: process.env['ISNAD_E2E_TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  projects,
  webServer: {
    command: `"${process.execPath}" scripts/serve.mjs --port ${port} --base /reader/sub/`,
    cwd: root,
    url: `http://localhost:${port}/reader/sub/`,
    reuseExistingServer: false,
  },
});
