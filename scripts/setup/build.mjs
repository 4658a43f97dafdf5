import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './run.mjs';
import { say } from './say.mjs';

const stamp = path.join(root, 'node_modules', '.isnad-build');
const sources = ['index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json', 'scripts/vite', 'public', 'src'];

/**
 * Every file under a path, in an order that does not depend on the machine.
 * @param {string} place
 * @returns {string[]}
 */
function filesUnder(place) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(path.join(place, name)));
}

/** A hash of all that the built pages are made from. Contents, not dates: a checkout makes every file new. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.env['ISNAD_SITE'] ?? ''}\0`);
  for (const file of sources.flatMap((source) => filesUnder(path.join(root, source)))) {
    const bytes = readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** Builds dist with Vite. Gives Vite's exit code, and remembers what was built when it is 0. */
export async function build() {
  const before = fingerprint();
  const code = await run(process.execPath, [path.join(root, 'node_modules/vite/bin/vite.js'), 'build']);
  if (code === 0) writeFileSync(stamp, before);
  return code;
}

/** Builds when dist is missing or older than its sources. Ends the program when that fails. */
export async function requireBuild() {
  const built = existsSync(path.join(root, 'dist/index.html'));
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return;
  say('بناء الصفحات…', 'Building…');
  if ((await build()) !== 0) {
    say('تعذّر البناء. السبب مذكور أعلاه.', 'The build failed. The reason is above.');
    process.exit(1);
  }
}
