/** npm run build: dist, always made anew. */
import { build } from './setup/build.mjs';

process.exitCode = await build();
