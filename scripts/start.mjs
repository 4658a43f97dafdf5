/**
 * npm start: from a fresh clone to the reader in the browser, with nothing else to type.
 * PORT=… chooses the port. No browser is opened; --no-open is accepted for those who write it by habit.
 */
import path from 'node:path';
import { requireNode } from './setup/node.mjs';

// Only built-ins until the dependencies are there: hence the imports below come late.
requireNode();
const { requireDependencies } = await import('./setup/dependencies.mjs');
await requireDependencies();
const { requireBuild } = await import('./setup/build.mjs');
await requireBuild();
const { serve } = await import('./serve.mjs');
const { root } = await import('./setup/run.mjs');
const { say } = await import('./setup/say.mjs');

const wanted = Number(process.env['PORT'] ?? 4173);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
  say(`المنفذ ${process.env['PORT']} ليس رقمًا صحيحًا.`, `PORT=${process.env['PORT']} is not a port number.`);
  process.exit(1);
}

const server = await serveFrom(wanted);
say(`\nإسناد جاهز: ${server.address}`, `Isnad is ready: ${server.address}`);
say('للإيقاف: Ctrl+C', 'To stop: Ctrl+C');
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(0));

/** @param {number} first the port to try first; the next free one is taken */
async function serveFrom(first) {
  for (let port = first; ; port++) {
    try {
      return await serve({ folder: path.join(root, 'dist'), port });
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port === first + 50) throw error;
    }
  }
}
