import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { chromium } from './scripts/setup/browser.mjs';
import { pages } from './scripts/vite/pages.ts';

// Looking for a browser takes a moment that a build need not spend.
const browser = process.env['VITEST'] ? chromium() : undefined;

interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}
const reached = new Map<string, Set<string>>();

/** The modules that a file of ours brings along without being asked, itself among them; by id. */
function reachable(modules: Modules, file: string): Set<string> {
  const known = reached.get(file);
  if (known) return known;
  const found = new Set<string>();
  const walk = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) walk(next);
  };
  walk(fileURLToPath(new URL(`.${file}`, import.meta.url)));
  reached.set(file, found);
  return found;
}

export default defineConfig({
  // Relative addresses: the reader is put into any folder of any static host.
  base: './',
  plugins: [
    react(),
    pages(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      // Both are ours: the page registers the worker itself (Trusted Types), and the manifest is public/manifest.webmanifest.
      injectRegister: false,
      manifest: false,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,json,woff2,svg,png,webmanifest}', 'data/lexicon/*.txt'],
        // The schemas are for other programs; the page for lost readers is fetched by the worker by itself (src/sw/sw.ts).
        globIgnores: ['sw.js', '404.html', 'schema/**'],
        // A name in assets/ tells its content.
        dontCacheBustURLsMatching: /^assets\//,
        maximumFileSizeToCacheInBytes: 16_000_000,
      },
    }),
  ],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // A font or an icon written into CSS as data: is refused by the content policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every reader fetches comes in one file: cut along what later parts share with it, it weighs 2 kB more.
          groups: [{ name: (id, context) => (reachable(context, '/src/app/start.tsx').has(id) ? 'reader' : null) }],
        },
      },
    },
  },
  worker: { format: 'es' },
  test: {
    maxWorkers: 2,
    env: { VITE_DRAW: process.env['CI'] ? '5' : '' },
    setupFiles: [fileURLToPath(new URL('./scripts/setup/draw.ts', import.meta.url))],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // No test is about time: a busy machine may take its own.
          testTimeout: 60_000,
          environment: 'node',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['**/*.browser.test.*', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        // Named here so that Vite does not find them in the middle of a run and reload the page under a test.
        optimizeDeps: {
          include: [
            '@floating-ui/dom',
            '@recogito/text-annotator',
            '@tanstack/react-query',
            'dexie',
            'fast-check',
            'fflate',
            'i18next',
            'react',
            'react-dom',
            'react-dom/client',
            'react-i18next',
            'react/jsx-dev-runtime',
            'react/jsx-runtime',
            'saxes',
            'text-fragments-polyfill/text-fragment-utils',
            'valibot',
            'wouter',
            'zustand',
          ],
        },
        test: {
          name: 'browser',
          testTimeout: 60_000,
          include: ['src/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            provider: playwright(browser ? { launchOptions: browser } : {}),
            instances: [{ browser: 'chromium' }],
            screenshotFailures: false,
          },
        },
      },
    ],
  },
});
