/**
 * The pages as the app first shows them, written out as HTML while the site is built (scripts/vite/still.ts). They are
 * made by the very components that the browser runs, so that the app can take their place without a line moving.
 */
import { renderToStaticMarkup } from 'react-dom/server';
import type { Article } from '../core/article/article.ts';
import type { Library } from '../core/dataset/library.ts';
import { startI18n } from '../i18n/i18n.ts';
import { DEFAULTS } from '../session/settings.ts';

/** What the root element holds: of the library, and of each article by its id. Addresses in it begin with `./`: the site's folder. */
export interface StillPages {
  readonly library: string;
  readonly articles: ReadonlyMap<string, string>;
}

/** Throws where a component asks the browser for something while it is rendered. */
export async function renderPages(library: Library, articles: readonly Article[]): Promise<StillPages> {
  // The two things that the first rendering asks of a browser. On a narrow screen the style sheet hides what is too much.
  const at = { href: '', pathname: '/', search: '', hash: '' };
  Object.assign(globalThis, {
    location: at,
    matchMedia: (media: string) => ({ media, matches: media.includes('min-width') }),
  });
  await startI18n(DEFAULTS.language, DEFAULTS.digits);
  const { App, putTexts } = await import('./App.tsx');
  putTexts(library, articles);
  const render = (path: string) => {
    at.pathname = path;
    at.href = `http://localhost${path}`;
    return renderToStaticMarkup(<App />);
  };
  return {
    library: render('/'),
    articles: new Map(articles.map(({ id }) => [id, render(`/a/${id}/`)])),
  };
}
