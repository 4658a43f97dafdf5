/**
 * What a static host cannot do for us, done at build time: the content policy in the page, one page for each article at its
 * own address (so that no rewrite rule is needed), a page for lost readers, and fonts that are asked for early.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** A meta element cannot carry frame-ancestors or report-uri; a host that can send headers should add the first. */
export const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types isnad',
].join('; ');

export interface Page {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** Puts tags as early in the head as the character set allows: the policy binds only what comes after it. */
export function insertEarly(html: string, tags: readonly string[]): string {
  const lines = tags.map((tag) => `\n    ${tag}`).join('');
  const charset = /<meta\s+charset=[^>]*>/i;
  if (charset.test(html)) return html.replace(charset, (meta) => meta + lines);
  if (!/<head>/i.test(html)) throw new Error('index.html has no <head>');
  return html.replace(/<head>/i, (head) => head + lines);
}

/** Replaces the first match, or adds the tag at the end of the head. */
function setTag(html: string, old: RegExp, tag: string): string {
  if (old.test(html)) return html.replace(old, () => tag);
  return html.replace(/<\/head>/i, (end) => `  ${tag}\n  ${end}`);
}

/** The built index.html as the page of one article, two folders down: a/<id>/index.html. */
export function articlePage(index: string, { id, title, description }: Page): string {
  if (!/^[a-z0-9][a-z0-9._-]*$/i.test(id))
    throw new Error(`"${id}" cannot be the name of a folder and part of an address`);
  let html = index.replace(/\b(src|href)="\.\//g, '$1="../../');
  html = setTag(html, /<title>[^<]*<\/title>/i, `<title>${escaped(title)}</title>`);
  html = setTag(
    html,
    /<meta\s+name="description"[^>]*>/i,
    `<meta name="description" content="${escaped(description)}" />`,
  );
  html = setTag(html, /<meta\s+property="og:title"[^>]*>/i, `<meta property="og:title" content="${escaped(title)}" />`);
  return setTag(
    html,
    /<meta\s+property="og:description"[^>]*>/i,
    `<meta property="og:description" content="${escaped(description)}" />`,
  );
}

const notFoundStyle =
  'body{max-inline-size:34em;margin:12vh auto;padding:0 1.5em;font:1.15em/1.9 serif;color:#1c1b19;background:#faf8f3}' +
  '@media(prefers-color-scheme:dark){body{color:#ece8df;background:#191816}}';

/**
 * The page of an address that leads nowhere. A host shows it at any depth, so it names no file and links nowhere: it could
 * not know where the reader's root is.
 */
export function notFoundPage(): string {
  const hash = createHash('sha256').update(notFoundStyle).digest('base64');
  return `<!doctype html>
<html lang="ar" dir="rtl">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-${hash}'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <link rel="icon" href="data:," />
    <title>لا شيء في هذا العنوان — إسناد</title>
    <style>${notFoundStyle}</style>
  </head>
  <body>
    <main>
      <h1>لا شيء في هذا العنوان</h1>
      <p>قد يكون الرابط ناقصًا، أو نُقل النص أو حُذف. ارجع إلى الصفحة السابقة، أو احذف آخر العنوان لتصل إلى مكتبة إسناد.</p>
      <div lang="en" dir="ltr">
        <h2>There is nothing at this address</h2>
        <p>The link may be incomplete, or the text was moved or removed. Go back, or shorten the address to reach Isnad’s library.</p>
      </div>
    </main>
  </body>
</html>
`;
}

/** Reads public/data/index.json; nothing when there is none yet. */
function pagesOf(publicFolder: string): Page[] {
  const file = path.join(publicFolder, 'data/index.json');
  if (!existsSync(file)) return [];
  const { articles } = JSON.parse(readFileSync(file, 'utf8')) as {
    articles: readonly { id: string; title: { ar: string }; summary: { ar: string } }[];
  };
  return articles.map(({ id, title, summary }) => ({
    id,
    title: `${title.ar} — إسناد`,
    description: summary.ar,
  }));
}

/** The faces that the first Arabic line is set in: its letters, and its quotation marks and digits. */
const firstFonts = /(^|\/)naskh-(arabic|signs)[^/]*\.woff2$/;

export function pages(): Plugin {
  let publicFolder = '';
  return {
    name: 'isnad-pages',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicFolder = config.publicDir;
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const fonts = Object.keys(bundle ?? {}).filter((name) => firstFonts.test(name));
        if (fonts.length === 0) console.warn('isnad-pages: no naskh font was emitted, so none is preloaded');
        return insertEarly(html, [
          `<meta http-equiv="Content-Security-Policy" content="${contentPolicy}" />`,
          ...fonts.map((name) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${name}" />`),
        ]);
      },
    },
    generateBundle(_options, bundle) {
      const index = bundle['index.html'];
      if (index?.type !== 'asset') throw new Error('isnad-pages: Vite has not emitted index.html');
      const html = typeof index.source === 'string' ? index.source : Buffer.from(index.source).toString('utf8');
      const found = pagesOf(publicFolder);
      if (found.length === 0) this.warn('public/data/index.json names no article: no article pages were written');
      for (const page of found) {
        this.emitFile({ type: 'asset', fileName: `a/${page.id}/index.html`, source: articlePage(html, page) });
      }
      this.emitFile({ type: 'asset', fileName: '404.html', source: notFoundPage() });
    },
  };
}
