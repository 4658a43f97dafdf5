import { say } from './say.mjs';

const LEAST = [20, 19];

/** Ends the program with a plain message when this Node is too old for the build tools. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = LEAST;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  const least = LEAST.join('.');
  say(
    `يحتاج إسناد إلى Node.js ${least} أو أحدث، والموجود ${process.versions.node}. ثبّت نسخة أحدث من https://nodejs.org ثم أعد المحاولة.`,
    `Isnad needs Node.js ${least} or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
  );
  process.exit(1);
}
