/** npm run webkit: the smoke test in WebKitGTK on a screen of its own, or a plain word that there is no WebKitGTK here. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { webkit } from '../../scripts/setup/browser.mjs';
import { root, run } from '../../scripts/setup/run.mjs';

const found = webkit();
if (!found) {
  console.log('skipped: no WebKitGTK (webkit2gtk-driver and xvfb, Linux only)');
} else {
  mkdirSync(path.join(root, '.results'), { recursive: true });
  const [screen = '', ...screenArgs] = found.screen;
  const reporters = ['spec:stdout', 'tap:.results/webkit.tap'].flatMap((both) => {
    const [reporter, destination] = both.split(':');
    return [`--test-reporter=${reporter}`, `--test-reporter-destination=${destination}`];
  });
  process.exitCode = await run(
    screen,
    [...screenArgs, process.execPath, '--test', ...reporters, 'e2e/webkit/smoke.mjs'],
    {
      ISNAD_WEBKIT_DRIVER: found.driver,
      ISNAD_WEBKIT_BROWSER: found.browser,
    },
  );
}
