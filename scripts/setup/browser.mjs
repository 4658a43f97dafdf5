/** Where the browsers are that the tests run in, and how to get the ones that are missing. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root, run } from './run.mjs';
import { say } from './say.mjs';

const require = createRequire(import.meta.url);

/** @param {string} file */
function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first of these programs on the PATH.
 * @param {readonly string[]} names
 */
function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(runnable);
}

/**
 * Where Playwright keeps its own copy of a browser, if it has one.
 * @param {'chromium' | 'firefox'} name
 */
function ofPlaywright(name) {
  const file = require('playwright')[name].executablePath();
  return file && existsSync(file) ? file : undefined;
}

/** Ubuntu's chromium-browser is a stub that only says how to install a snap: ask a candidate whether it is a browser. */
function answers(/** @type {string} */ file) {
  if (process.platform === 'win32') return true; // there --version opens a window
  return spawnSync(file, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

function systemChromium() {
  /** @type {string[]} */
  const places = [];
  if (process.platform === 'darwin') {
    for (const name of ['Google Chrome', 'Chromium', 'Microsoft Edge']) {
      places.push(`/Applications/${name}.app/Contents/MacOS/${name}`);
    }
  } else if (process.platform === 'win32') {
    for (const folder of ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name])) {
      if (!folder) continue;
      places.push(path.join(folder, 'Google/Chrome/Application/chrome.exe'));
      places.push(path.join(folder, 'Microsoft/Edge/Application/msedge.exe'));
    }
  }
  const found =
    places.find(existsSync) ?? onPath(['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']);
  return found && answers(found) ? found : undefined;
}

/**
 * Launch options for Playwright and for Vitest's browser mode. An empty `executablePath` means Playwright's own browser.
 * @returns {{ args: string[], executablePath?: string } | undefined} nothing when there is no Chromium here
 */
export function chromium() {
  const args = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  // Chromium refuses to run as root with its sandbox.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const asked = process.env['ISNAD_CHROMIUM'];
  if (asked) return { args, executablePath: asked };
  if (ofPlaywright('chromium')) return { args };
  const system = systemChromium();
  return system ? { args, executablePath: system } : undefined;
}

/**
 * Firefox, if there is one that this Playwright can drive: its own, or an ESR through the BiDi protocol. A newer or older
 * release is taken only when ISNAD_FIREFOX names it, since Playwright may not understand it.
 * @returns {{ channel?: 'moz-firefox', executablePath?: string } | undefined}
 */
export function firefox() {
  const asked = process.env['ISNAD_FIREFOX'];
  if (!asked && ofPlaywright('firefox')) return {};
  const file = asked ?? onPath(['firefox-esr']);
  return file ? { channel: 'moz-firefox', executablePath: file } : undefined;
}

/**
 * WebKitGTK with its driver, which is the nearest thing to Safari on Linux, and what it needs to have a screen.
 * @returns {{ driver: string, browser: string, screen: readonly string[] } | undefined} `screen`: a command to put before
 */
export function webkit() {
  if (process.platform !== 'linux') return undefined;
  const driver = onPath(['WebKitWebDriver']);
  const xvfb = onPath(['xvfb-run']);
  const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  const browser = ['/usr/libexec', ...libraries.map((name) => `/usr/lib/${name}`)]
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((version) => path.join(folder, version, 'MiniBrowser')),
    )
    .find(runnable);
  if (!driver || !browser || !xvfb) return undefined;
  // The screen xvfb-run makes by itself gives blank pages.
  return { driver, browser, screen: [xvfb, '-a', '-s', '-screen 0 1280x900x24'] };
}

/** Whether Debian's or Ubuntu's installer is here and we may use it. */
function apt() {
  return process.getuid?.() === 0 ? onPath(['apt-get']) : undefined;
}

/**
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>}
 */
async function aptInstall(packages) {
  const installer = apt();
  if (!installer) return false;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run(installer, ['update', '-qq'], env)) !== 0) return false;
  return (await run(installer, ['install', '-y', '-qq', '--no-install-recommends', ...packages], env)) === 0;
}

/** Gets a Chromium by the first way that works here, or ends the program with the one line to type. */
export async function requireChromium() {
  if (chromium()) return;
  say('لا يوجد متصفح Chromium؛ جارٍ تثبيته…', 'There is no Chromium here; installing one…');
  if ((await aptInstall(['chromium'])) && chromium()) return;
  const cli = path.join(root, 'node_modules/playwright/cli.js');
  const withSystemLibraries = apt() ? ['--with-deps'] : [];
  if ((await run(process.execPath, [cli, 'install', ...withSystemLibraries, 'chromium'])) === 0 && chromium()) return;
  say(
    'تعذّر تثبيت Chromium. ثبّت Chrome أو Chromium بنفسك، أو حدّد مكانه: ISNAD_CHROMIUM=/path/to/chrome npm test',
    'Chromium could not be installed. Install Chrome or Chromium yourself, or say where it is: ISNAD_CHROMIUM=/path/to/chrome npm test',
  );
  process.exit(1);
}

/**
 * Firefox and WebKit are extra: installed when wanted and possible, otherwise named as not there.
 * @param {{ install: boolean }} options
 */
export async function offerOtherEngines({ install }) {
  /** @type {string[]} */
  const lacking = [];
  if (!firefox()) lacking.push('firefox-esr');
  if (!webkit()) lacking.push('webkit2gtk-driver', 'xvfb', 'xauth');
  if (install && lacking.length > 0) await aptInstall(lacking);
  if (!firefox()) {
    say(
      'لا يوجد Firefox يصلح للاختبار؛ تُتخطّى اختباراته.',
      'No Firefox to test with (firefox-esr, or ISNAD_FIREFOX): its tests are skipped.',
    );
  }
  if (!webkit()) {
    say(
      'لا يوجد WebKitGTK؛ تُتخطّى اختباراته.',
      'No WebKitGTK to test with (webkit2gtk-driver and xvfb, Linux only): its tests are skipped.',
    );
  }
}
