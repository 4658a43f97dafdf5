/**
 * npm test: everything, from a fresh clone. Installs the packages and a browser when they are missing, then runs the check.
 * --install-engines also installs Firefox and WebKitGTK with apt-get (as root); in CI that is done unasked.
 */
import { requireNode } from './setup/node.mjs';

// Only built-ins until the dependencies are there: hence the imports below come late.
requireNode();
const { requireDependencies } = await import('./setup/dependencies.mjs');
await requireDependencies();
const { offerOtherEngines, requireChromium } = await import('./setup/browser.mjs');
await requireChromium();
await offerOtherEngines({ install: Boolean(process.env['CI']) || process.argv.includes('--install-engines') });
const { npm } = await import('./setup/run.mjs');
process.exitCode = await npm(['run', '--silent', 'check']);
