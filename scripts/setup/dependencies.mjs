import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, root } from './run.mjs';
import { say } from './say.mjs';

const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.isnad-lock');

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} Locked */

/**
 * The packages of a lockfile by their folder, without the project itself.
 * @param {string} file
 * @returns {Map<string, Locked>}
 */
function packagesOf(file) {
  const { packages } = /** @type {{ packages: Record<string, Locked> }} */ (JSON.parse(readFileSync(file, 'utf8')));
  return new Map(Object.entries(packages).filter(([folder]) => folder !== ''));
}

/** Whether somebody has already installed just what the lockfile says, so that `npm ci` need not throw it away. */
function installedAsLocked() {
  try {
    const installed = packagesOf(path.join(modules, '.package-lock.json'));
    for (const [folder, { version, optional }] of packagesOf(path.join(root, 'package-lock.json'))) {
      const there = installed.get(folder);
      // Optional packages are the binaries of other platforms: absent is right, another version is not.
      if (there ? there.version !== version : !optional) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** Installs what package-lock.json says unless it is there already. Ends the program when that fails. */
export async function requireDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  if (!installedAsLocked()) {
    say('تثبيت الحزم…', 'Installing dependencies…');
    // --include=dev: the build tools are needed even where NODE_ENV says production.
    if ((await npm(['ci', '--include=dev', '--no-audit', '--no-fund'])) !== 0) {
      say(
        'تعذّر تثبيت الحزم (npm ci). السبب مذكور أعلاه.',
        'The dependencies could not be installed (npm ci). The reason is above.',
      );
      process.exit(1);
    }
  }
  writeFileSync(stamp, lock);
}
