/**
 * The import table of the house (README), held as data. A room is a folder of src/; a new room or a new feature is covered
 * without being listed: what the table does not allow is refused.
 */
import { describe, expect, test } from 'vitest';

interface Room {
  /** The rooms of ours that it may import. */
  readonly rooms: readonly string[];
  /** The packages it may import, where that is limited; the rest may import any package but the refused ones. */
  readonly packages?: readonly string[];
  readonly refusedPackages?: RegExp;
}

const react = /^react(-dom|-i18next)?(\/|$)|^@tanstack\/react-|^wouter(\/|$)/;
const everythingOfThePage = ['core', 'engine', 'page', 'library', 'session', 'i18n', 'ui'];

const table: Readonly<Record<string, Room>> = {
  // Pure rooms name their packages one by one, so that no library that needs a page slips in.
  core: { rooms: [], packages: ['valibot', 'saxes', 'fflate'] },
  arabic: { rooms: ['core'], packages: [] },
  engine: { rooms: ['core'], refusedPackages: react },
  // The service worker: answered with files, it knows nothing of what is in them.
  sw: { rooms: ['core'], packages: ['workbox-precaching', 'workbox-routing'] },
  page: { rooms: ['core'], refusedPackages: react },
  library: { rooms: ['core'] },
  session: { rooms: ['core'] },
  ui: { rooms: [] },
  i18n: { rooms: [] },
  features: { rooms: everythingOfThePage },
  app: { rooms: [...everythingOfThePage, 'features'] },
  // The front door, src/main.tsx.
  main: { rooms: [...everythingOfThePage, 'features', 'app'] },
  scripts: { rooms: ['core', 'arabic', 'bench'] },
  // The page of `npm run bench` measures what the reader really runs.
  bench: { rooms: ['core', 'page', 'features', 'scripts'] },
};

interface Import {
  readonly specifier: string;
  /** Erased before the program runs. */
  readonly type: boolean;
}

/**
 * What a file asks for: static and dynamic imports, re-exports, and files (not folders) named by
 * `new URL(…, import.meta.url)`.
 */
function importsOf(source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  for (const [, clause = '', specifier = ''] of code.matchAll(
    /(?:^|[;\n])\s*(?:import|export)\b([^'"();]*?)['"]([^'"\n]+)['"]/g,
  )) {
    if (clause !== '' && !/\sfrom\s*$|^\s*$/.test(clause)) continue;
    const names = /^\s*\{([^}]*)\}\s*from\s*$/.exec(clause)?.[1];
    const onlyTypes = names?.split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim())) ?? false;
    found.push({ specifier, type: /^\s+type\b/.test(clause) || (onlyTypes && names?.trim() !== '') });
  }
  for (const pattern of [
    /\bimport\(\s*['"]([^'"]+)['"]/g,
    /\bnew URL\(\s*['"]([^'"]*[^'"/])['"]\s*,\s*import\.meta\.url/g,
  ]) {
    for (const [, specifier = ''] of code.matchAll(pattern)) found.push({ specifier, type: false });
  }
  return found;
}

/** "src/features/reading/x.ts" stands in room "features", in the feature "reading". Undefined outside src/ and scripts/. */
function placeOf(path: string): { room: string; feature?: string } | undefined {
  const [top, room = '', feature = '', ...rest] = path.split('/');
  if (top === 'scripts') return { room: room === 'bench' && feature === 'page' ? 'bench' : 'scripts' };
  if (top !== 'src') return undefined;
  if (room === 'features') return { room, feature: rest.length > 0 ? feature : '' };
  return { room: /\.\w+$/.test(room) ? room.replace(/\..*$/, '') : room };
}

/** The path, from the root of the project, that a relative specifier means in a file. */
function resolve(file: string, specifier: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const part of specifier.replace(/[?#].*$/, '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Whether the table lets pass any import: tests and what only they import. */
const exempt = (path: string) => /\.test\.[cm]?tsx?$/.test(path) || path.startsWith('src/testing/');

/** What is wrong with one import of one file, or null. */
function fault(file: string, { specifier, type }: Import): string | null {
  const from = placeOf(file);
  const rule = from && table[from.room];
  if (!from || !rule) return `${file}: the table knows no room "${from?.room ?? file}"`;
  if (from.room === 'features' && !from.feature) return `${file}: stands in no feature`;

  if (!specifier.startsWith('.')) {
    if (specifier.startsWith('/') || specifier.startsWith('@/'))
      return `${file}: "${specifier}" is not a relative address`;
    const named = rule.packages?.some((name) => specifier === name || specifier.startsWith(`${name}/`)) ?? true;
    return named && !rule.refusedPackages?.test(specifier)
      ? null
      : `${file}: ${from.room} may not import "${specifier}"`;
  }

  const path = resolve(file, specifier);
  const to = placeOf(path);
  // package.json and the like: not of any room.
  if (!to) return from.room === 'scripts' || from.room === 'bench' ? null : `${file}: "${specifier}" leads out of src`;
  if (from.room === to.room) {
    if (from.feature === to.feature) return null;
    return `${file}: the feature ${from.feature} may not import the feature ${to.feature}`;
  }
  if (rule.rooms.includes(to.room)) return null;
  // The workers are where the language is done; the rest of the engine may only speak of its types.
  if (from.room === 'engine' && to.room === 'arabic' && (type || /\/(?:engine|dictionary)\.worker\.ts$/.test(file)))
    return null;
  return `${file}: ${from.room} may not import ${to.room} (${specifier})`;
}

const faultsOf = (file: string, source: string): string[] =>
  exempt(file) ? [] : importsOf(source).flatMap((one) => fault(file, one) ?? []);

const sources: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })).map(
      ([path, source]) => [path.replace('./', 'src/'), source],
    ),
  ),
  ...Object.fromEntries(
    Object.entries(
      import.meta.glob<string>('../scripts/**/*.{ts,tsx,mjs}', { query: '?raw', import: 'default', eager: true }),
    ).map(([path, source]) => [path.replace('../', ''), source]),
  ),
};

describe('the house', () => {
  test('every import keeps to the table', () => {
    expect(Object.entries(sources).flatMap(([file, source]) => faultsOf(file, source))).toEqual([]);
  });

  test('really was looked at', () => {
    const looked = Object.keys(sources).filter((file) => !exempt(file));
    expect(looked.length).toBeGreaterThan(50);
    expect(looked.flatMap((file) => importsOf(sources[file] ?? '')).length).toBeGreaterThan(100);
    const seen = new Set(looked.map((file) => placeOf(file)?.room));
    for (const room of ['core', 'page', 'library', 'session', 'i18n', 'ui', 'features', 'app', 'main', 'scripts']) {
      expect(seen, `no file of ${room} was read`).toContain(room);
    }
  });

  test.each([
    ['src/core/text/fold.ts', "import { analyse } from '../../arabic/analyse.ts';"],
    ['src/core/text/fold.ts', "import { useState } from 'react';"],
    ['src/core/text/fold.ts', "import { computePosition } from '@floating-ui/dom';"],
    ['src/core/article/article.ts', "import type { Position } from '../../page/ranges.ts';"],
    ['src/arabic/analyse.ts', "import * as v from 'valibot';"],
    ['src/arabic/analyse.ts', "export { t } from '../i18n/i18n.ts';"],
    ['src/page/paint.ts', "import { useRef } from 'react';"],
    ['src/page/paint.ts', "import { createRoot } from 'react-dom/client';"],
    ['src/features/reading/Reader.tsx', "import { Speakers } from '../speakers/Speakers.tsx';"],
    ['src/features/reading/Reader.tsx', "const lazy = () => import('../speakers/Speakers.tsx');"],
    ['src/features/reading/Reader.tsx', "import { analyse } from '../../arabic/analyse.ts';"],
    ['src/features/reading/Reader.tsx', "import { App } from '../../app/App.tsx';"],
    ['src/features/reading/Reader.tsx', "import { renderApp } from '../../testing/renderApp.tsx';"],
    ['src/features/brand-new/New.tsx', "import { Reader } from '../reading/Reader.tsx';"],
    ['src/sw/sw.ts', "import { useSession } from '../session/store.ts';"],
    ['src/app/App.tsx', "import { answerFor } from '../sw/address.ts';"],
    ['src/features/Loose.tsx', "import { fold } from '../core/text/fold.ts';"],
    ['src/app/App.tsx', "import { analyse } from '../arabic/analyse.ts';"],
    ['src/main.tsx', "import { builders } from './testing/builders.ts';"],
    ['src/engine/client.ts', "import { analyse, type Token } from '../arabic/analyse.ts';"],
    ['src/engine/client.ts', "const url = new URL('../arabic/analyse.ts', import.meta.url);"],
    ['src/ui/Button.tsx', "import { fold } from '../core/text/fold.ts';"],
    ['src/session/session.ts', "import { library } from '../library/library.ts';"],
    ['src/nowhere/x.ts', "import { fold } from '../core/text/fold.ts';"],
    ['src/app/App.tsx', "import { chromium } from '../../scripts/setup/browser.mjs';"],
    ['src/app/App.tsx', "import { x } from '@/core/text/fold.ts';"],
    ['scripts/dataset.ts', "import { paint } from '../src/page/paint.ts';"],
  ])('%s is refused %s', (file, source) => {
    expect(faultsOf(file, source)).toHaveLength(1);
  });

  test.each([
    ['src/core/dataset/schema.ts', "import * as v from 'valibot';\nimport type { A } from '../article/article.ts';"],
    ['src/arabic/analyse.ts', "import { fold } from '../core/text/fold.ts';\nimport './lexicon/cues.ts';"],
    ['src/engine/engine.worker.ts', "import { analyse } from '../arabic/analyse.ts';"],
    ['src/engine/dictionary.worker.ts', "import { openDictionary } from '../arabic/morphology/dictionary.ts';"],
    ['src/engine/protocol.ts', "import type { Token } from '../arabic/tokens.ts';"],
    ['src/engine/protocol.ts', "import { type Token, type Name } from '../arabic/tokens.ts';"],
    [
      'src/sw/sw.ts',
      "import { ACTIVATE } from '../core/offline/contract.ts';\nimport { registerRoute } from 'workbox-routing';",
    ],
    ['src/engine/client.ts', "import address from './engine.worker.ts?worker&url';"],
    ['src/features/reading/Reader.tsx', "import { Line } from './Line.tsx';\nimport '../../ui/tokens.css';"],
    ['src/app/App.tsx', "import { Reader } from '../features/reading/Reader.tsx';"],
    ['src/main.tsx', "import { App } from './app/App.tsx';\nimport './ui/fonts/fonts.css';"],
    ['src/core/text/fold.test.ts', "import { passages } from '../../testing/passages.ts';"],
    ['src/core/text/fold.ts', "// import { useState } from 'react';\n/* import('react') */ const from = 'x';"],
  ])('%s is allowed %s', (file, source) => {
    expect(faultsOf(file, source)).toEqual([]);
  });

  test('imports are read whichever way they are written', () => {
    const source = [
      "import a, {\n  b,\n  type C,\n} from './a.ts';",
      'import "./b.css";',
      "export * from './c.ts';",
      "export type { D } from './d.ts';",
      "const e = await import('./e.ts');",
      "import typed from './f.ts';",
      "export const word = 'from';",
    ].join('\n');
    expect(importsOf(source)).toEqual([
      { specifier: './a.ts', type: false },
      { specifier: './b.css', type: false },
      { specifier: './c.ts', type: false },
      { specifier: './d.ts', type: true },
      { specifier: './f.ts', type: false },
      { specifier: './e.ts', type: false },
    ]);
  });
});
