/** Everything the browser is shown, put into one temporary folder and served from this machine. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { Article } from '../../src/core/article/article.ts';
import { describeArticle } from '../../src/core/dataset/describe.ts';
import { verifyArticle } from '../../src/core/dataset/verify.ts';
import { serve } from '../serve.mjs';
import { root } from '../setup/run.mjs';
import { LAST_WORD, libraryParagraphs, synthesise } from './synthesise.ts';

/** The article that the project was given; its address is the one that is opened. */
export const SEED = 'shamkhani-mamlouk';

export interface Long {
  readonly words: number;
  readonly article: Article;
  /** As the app's data files: the article, and an index that knows it. */
  readonly file: string;
  readonly index: string;
}

export interface Site {
  /** The built app; ends with a slash. */
  readonly app: string;
  /** The same pages with every script taken out of them; ends with a slash. */
  readonly still: string;
  /** The arena, its articles (`<words>.json`), the static floor (`floor/`) and the empty app (`shell/`). */
  readonly arena: string;
  /** The folder that the built app is served from: a copy, so that a build meanwhile does not change what is measured. */
  readonly built: string;
  readonly longs: readonly Long[];
  readonly close: () => void;
}

export async function openSite(dist: string, sizes: readonly number[]): Promise<Site> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'isnad-bench-'));
  const built = path.join(folder, 'app');
  const arena = path.join(folder, 'arena');
  cpSync(dist, built, { recursive: true });
  const still = path.join(folder, 'still');
  cpSync(dist, still, { recursive: true });
  takeScriptsOut(path.join(still, `a/${SEED}/index.html`));
  await buildPage('index.html', arena);
  await buildPage('shell.html', path.join(arena, 'shell'));
  const seed = JSON.parse(readFileSync(path.join(root, `public/data/articles/${SEED}.json`), 'utf8')) as Article;
  writeFileSync(path.join(arena, 'shell/text.json'), JSON.stringify(seed.blocks.map(({ text }) => text)));
  writeFloor(built, path.join(arena, 'floor'), seed);

  const paragraphs = libraryParagraphs(path.join(root, 'public/data/articles'));
  const longs = sizes.map((words): Long => {
    const article = synthesise(SEED, words, paragraphs);
    const fault = verifyArticle(article)[0];
    if (fault) throw new Error(`The synthetic article is wrong: ${fault.path} ${fault.kind} ${fault.detail}`);
    const file = JSON.stringify(article);
    writeFileSync(path.join(arena, `${words}.json`), file);
    const index = JSON.stringify({ format: 'isnad-library', version: 1, articles: [describeArticle(article)] });
    return { words, article, file, index };
  });

  const app = await serve({ folder: built, port: 0 });
  const mute = await serve({ folder: still, port: 0 });
  const pages = await serve({ folder: arena, port: 0 });
  return {
    app: app.address,
    still: mute.address,
    arena: pages.address,
    built,
    longs,
    close: () => {
      app.close();
      mute.close();
      pages.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Scripts, what is fetched for them, and nothing else: data for machines stays, as does the mark that scripts run. */
function takeScriptsOut(file: string): void {
  const html = readFileSync(file, 'utf8');
  const mute = html
    .replace(/<script\b(?![^>]*ld\+json)[^>]*><\/script>/g, '')
    .replace(/<link\b[^>]*\b(?:rel="modulepreload"|as="fetch")[^>]*>/g, '')
    // theme.js says so in the page that is measured: the same boxes are laid out in both.
    .replace(/<html\b/, '<html data-scripted=""');
  writeFileSync(file, mute);
}

async function buildPage(page: 'index.html' | 'shell.html', outDir: string): Promise<void> {
  const folder = path.join(root, 'scripts/bench/page');
  await build({
    root: folder,
    configFile: false,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: path.join(folder, page) },
    },
  });
}

/** The same text in the same letters, with no script at all: nothing that shows this text can be there earlier. */
function writeFloor(built: string, folder: string, article: Article): void {
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(built, 'assets'), path.join(folder, 'assets'), { recursive: true });
  const files = readdirSync(path.join(built, 'assets'));
  const styles = files.filter((name) => /^(index|start)-.*\.css$/.test(name));
  const fonts = files.filter((name) => /^naskh-(arabic|signs).*\.woff2$/.test(name));
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  writeFileSync(
    path.join(folder, 'index.html'),
    `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(article.title.ar)}</title>
<link rel="icon" href="data:,">
${fonts.map((name) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="assets/${name}">`).join('\n')}
${styles.map((name) => `<link rel="stylesheet" href="assets/${name}">`).join('\n')}
</head>
<body><main><article class="article-text" lang="ar" dir="rtl">
${article.blocks.map(({ type, text }) => `<p data-type="${type}">${escaped(text)}</p>`).join('\n')}
</article></main></body>
</html>
`,
  );
}

export { LAST_WORD };
