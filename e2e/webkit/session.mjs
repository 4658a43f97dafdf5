/** The built reader, opened in WebKitGTK's MiniBrowser through its WebDriver. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Builder, Capabilities } from 'selenium-webdriver';
import { serve } from '../../scripts/serve.mjs';

export const dist = fileURLToPath(new URL('../../dist', import.meta.url));

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

/**
 * Starts server, driver and browser. `complaints` fills with what pages write to the console as errors or warnings of the
 * content policy: WebKitGTK's WebDriver has no log command, so the browser is made to print its console.
 */
export async function openSession() {
  const site = await serve({ folder: dist, port: 0, base: '/reader/sub/' });
  const port = await freePort();
  const driverProcess = spawn(process.env['ISNAD_WEBKIT_DRIVER'] ?? 'WebKitWebDriver', [`--port=${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  /** @type {string[]} */
  const complaints = [];
  for (const stream of [driverProcess.stdout, driverProcess.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      complaints.push(...lines.filter((line) => /^CONSOLE .*\b(ERROR|SECURITY)\b/.test(line)));
    });
  }

  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': {
      binary: process.env['ISNAD_WEBKIT_BROWSER'],
      args: ['--automation', '--enable-write-console-messages-to-stdout=true'],
    },
  });
  const driver = await started(() =>
    new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build(),
  );
  return {
    driver,
    address: site.address,
    complaints,
    async close() {
      await driver.quit().catch(() => {});
      driverProcess.kill();
      site.close();
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

/** @param {string} file inside dist */
export const inDist = (file) => path.join(dist, file);
