/**
 * Every page's text, written into the page while the site is built. The app's own components are built once more for Node
 * (`src/app/at-build.tsx`) and asked for their HTML, so that nothing is written twice and nothing moves when the app takes
 * the page over.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { Article } from '../../src/core/article/article.ts';
import type { Library } from '../../src/core/dataset/library.ts';
import { type DatasetFault, readArticle, readLibrary } from '../../src/core/dataset/read.ts';
import type { Result } from '../../src/core/result.ts';

export interface Texts {
  readonly library: Library;
  readonly articles: readonly Article[];
}

/** What the root element of each page holds; addresses in it begin with `./`, the site's folder. */
export interface Stills {
  readonly library: string;
  readonly articles: ReadonlyMap<string, string>;
}

/** Reads the bundled library, checked as the reader itself checks it; throws at what the reader would refuse. */
export function readTexts(publicFolder: string): Texts {
  const read = <Value>(name: string, how: (source: string) => Result<Value, DatasetFault>): Value => {
    const result = how(readFileSync(path.join(publicFolder, 'data', name), 'utf8'));
    if (!result.ok) throw new Error(`data/${name}: ${result.failure.kind} ${result.failure.where}`);
    return result.value;
  };
  const library = read('index.json', readLibrary);
  return { library, articles: library.articles.map(({ file }) => read(file, readArticle)) };
}

/** Takes about two seconds. */
export async function renderStills(root: string, { library, articles }: Texts): Promise<Stills> {
  // Inside the project, so that Node finds the packages there.
  const folder = mkdtempSync(path.join(root, 'node_modules/.isnad-still-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      plugins: [react()],
      build: {
        ssr: 'src/app/at-build.tsx',
        outDir: folder,
        emptyOutDir: true,
        minify: false,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'render.mjs', chunkFileNames: '[name]-[hash].mjs' } },
      },
    });
    const { renderPages } = (await import(pathToFileURL(path.join(folder, 'render.mjs')).href)) as {
      renderPages: (library: Library, articles: readonly Article[]) => Promise<Stills>;
    };
    return await renderPages(library, articles);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Refuses what would look otherwise in the browser: a style that the content policy blocks, a class that no style sheet knows. */
export function checkStill(html: string, styles: string): void {
  const style = /<[^>]*\sstyle="[^"]*"[^>]*>/.exec(html)?.[0];
  if (style) throw new Error(`A style is written into the page, which its content policy refuses: ${style}`);
  for (const [, names = ''] of html.matchAll(/\sclass="([^"]*)"/g)) {
    for (const name of names.split(/\s+/)) {
      // Names of a CSS module carry a hash; plain ones may be there for scripts alone.
      if (/^_.+_\w{5}_\d+$/.test(name) && !styles.includes(`.${name}`))
        throw new Error(`No style sheet of the site knows the class ${name}`);
    }
  }
}

/** Puts the text into the page. The attribute tells style sheets and the app that it is the page's own. */
export function putStill(html: string, still: string): string {
  const empty = '<div id="root"></div>';
  if (!html.includes(empty)) throw new Error(`index.html has no ${empty}`);
  return html.replace(empty, () => `<div id="root" data-still="">${still}</div>`);
}
