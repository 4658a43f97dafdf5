/** The built reader, opened in WebKitGTK's MiniBrowser through its WebDriver. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Builder, Capabilities } from 'selenium-webdriver';
import { serve } from '../../scripts/serve.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const base = '/reader/sub/';

/** @param {string} file inside dist */
export const inDist = (file) => path.join(dist, file);

/** @returns {Promise<number>} a port that is free now */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

/** Runs in the page before anything else of it. */
const listener = `
const heard = (window.complaintsHeard = []);
const { error } = console;
console.error = (...words) => {
  heard.push('console: ' + words.join(' '));
  error.apply(console, words);
};
addEventListener('unhandledrejection', (event) => heard.push('rejected: ' + event.reason));
addEventListener('error', (event) => heard.push(event.message ?? 'not loaded: ' + (event.target.src ?? event.target.href)), true);
addEventListener('securitypolicyviolation', (event) => heard.push('content policy: ' + event.effectiveDirective + ' ' + event.blockedURI));
`;

/**
 * A copy of dist whose pages listen to themselves. WebKitGTK's WebDriver cannot tell what a page wrote to its console, and
 * under automation the browser does not print it either (its setting to do so is ignored).
 */
function listeningCopy() {
  const copy = mkdtempSync(path.join(tmpdir(), 'isnad-webkit-'));
  cpSync(dist, copy, { recursive: true });
  writeFileSync(path.join(copy, 'listener.js'), listener);
  for (const file of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    if (path.basename(file) !== 'index.html') continue;
    const html = readFileSync(path.join(copy, file), 'utf8');
    const listening = html.replace(/<meta charset=[^>]*>/i, `$&<script src="${base}listener.js"></script>`);
    if (listening === html) throw new Error(`${file} has no place for the listener`);
    writeFileSync(path.join(copy, file), listening);
  }
  return copy;
}

/** Starts server, driver and browser. */
export async function openSession() {
  const folder = listeningCopy();
  const site = await serve({ folder, port: 0, base });
  const port = await freePort();
  const driverProcess = spawn(process.env['ISNAD_WEBKIT_DRIVER'] ?? 'WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
  });
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: process.env['ISNAD_WEBKIT_BROWSER'], args: ['--automation'] },
  });
  const stop = () => {
    driverProcess.kill();
    site.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const driver = await started(() =>
    new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build(),
  ).catch((error) => {
    stop();
    throw error;
  });

  /** @type {string[]} */
  const earlier = [];
  /** What the page that is open now has complained of. @returns {Promise<string[]>} */
  const now = async () =>
    (await driver.executeScript('return window.complaintsHeard ?? null')) ?? ['the page does not listen to itself'];
  let opened = false;

  return {
    driver,
    address: site.address,
    /** Goes to a page of the site, keeping what the page before it complained of. @param {string} inside */
    async open(inside) {
      if (opened) earlier.push(...(await now()));
      opened = true;
      await driver.get(site.address + inside);
    },
    /** Errors, refused resources and violations of the content policy on all pages opened so far. */
    complaints: async () => [...earlier, ...(await now())],
    async close() {
      await driver.quit().catch(() => {});
      stop();
    },
  };
}

/**
 * Tries until the driver listens, for ten seconds.
 * @template Value
 * @param {() => Promise<Value>} attempt
 */
async function started(attempt) {
  const until = Date.now() + 10_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const notYet = error instanceof Error && /ECONNREFUSED/.test(error.message);
      if (!notYet || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
