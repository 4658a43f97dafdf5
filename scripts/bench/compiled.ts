/** A module of the source as it ships: compiled and without the names that a runner of TypeScript adds to every function. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../setup/run.mjs';

/** What the module at this path (from the project's root) exports; whoever asks knows its shape. */
export async function compiled(entry: string): Promise<unknown> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'isnad-compiled-'));
  try {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        outDir: folder,
        target: 'es2022',
        lib: { entry: path.join(root, entry), formats: ['es'], fileName: () => 'made.mjs' },
      },
    });
    return await import(pathToFileURL(path.join(folder, 'made.mjs')).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
