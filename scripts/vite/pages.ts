/**
 * What a static host cannot do for us, done at build time: the content policy in the page, one page for each article at its
 * own address (so that no rewrite rule is needed), a page for lost readers, and fonts that are asked for early.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, ResolvedConfig, Rolldown } from 'vite';
import type { Article } from '../../src/core/article/article.ts';
import { bareText } from '../../src/core/text/display.ts';
import { articleTags, escaped, libraryTags, readSite, siteMap } from './head.ts';
import { checkStill, putStill, readTexts, renderStills } from './still.ts';

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
  /** More tags for the end of its head. */
  readonly tags?: readonly string[];
}

/** Puts tags as early in the head as the character set allows: the policy binds only what comes after it. */
export function insertEarly(html: string, tags: readonly string[]): string {
  const lines = tags.map((tag) => `\n    ${tag}`).join('');
  const charset = /<meta\s+charset=[^>]*>/i;
  if (charset.test(html)) return html.replace(charset, (meta) => meta + lines);
  if (!/<head>/i.test(html)) throw new Error('index.html has no <head>');
  return html.replace(/<head>/i, (head) => head + lines);
}

interface HeadParts {
  readonly policy: string;
  /** The styles of what is fetched after the first paint, which are the text's own. */
  readonly styles: readonly string[];
  readonly fonts: readonly string[];
  readonly scripts: readonly string[];
}

/**
 * The head in the order in which it is needed, for a host may serve no more than six files at a time: the policy, which
 * binds what comes after it; the script that must run before the first paint, and so before any style that it would wait
 * for; all styles, Vite's first; the faces of the first line; what is only for the app. Nothing is named twice.
 */
export function orderHead(html: string, { policy, styles, fonts, scripts }: HeadParts): string {
  const own: string[] = [];
  const bare = html.replace(/\s*<link\b[^>]*\brel="stylesheet"[^>]*>/g, (tag) => {
    own.push(tag.trim());
    return '';
  });
  const theme = /<script src="[^"]*theme\.js"><\/script>/.exec(bare)?.[0];
  if (theme === undefined) throw new Error('index.html has no theme.js');
  // Where Vite names one of ours too, it stands where it stood last: of equal rules the later one counts.
  const fileOf = (tag: string) => /href="([^"]*)"/.exec(tag)?.[1];
  const before = own.filter((tag) => !styles.some((style) => fileOf(style) === fileOf(tag)));
  const first = [theme, ...before, ...styles, ...fonts].join('\n    ');
  const ordered = insertEarly(
    bare.replace(theme, () => first),
    [policy],
  );
  return insertLate(
    ordered,
    scripts.filter((tag) => !ordered.includes(/href="[^"]*"/.exec(tag)?.[0] ?? tag)),
  );
}

/** Replaces the first match, or adds the tag at the end of the head. */
function setTag(html: string, old: RegExp, tag: string): string {
  if (old.test(html)) return html.replace(old, () => tag);
  return html.replace(/<\/head>/i, (end) => `  ${tag}\n  ${end}`);
}

/** The built index.html as the page of one article, two folders down: a/<id>/index.html. */
export function articlePage(index: string, { id, title, description, tags = [] }: Page): string {
  if (!/^[a-z0-9][a-z0-9._-]*$/i.test(id))
    throw new Error(`"${id}" cannot be the name of a folder and part of an address`);
  return insertLate(pageBelow(index, '../../', { title, description }), tags);
}

/** The built index.html as the page of the lessons, one folder down: lessons/index.html. Without a script it has nothing to show, and says so. */
export const lessonsPage = (index: string): string =>
  pageBelow(index, '../', {
    title: 'الدروس — إسناد',
    description: 'دروس على نصوص إخبارية عربية: يصنعها المعلّم من مقاطع النصّ وتصل إلى الطالب في رابط أو ملفّ.',
  }).replace(/<noscript>.*?<\/noscript>/s, `<noscript>${NO_LESSONS}</noscript>`);

/** The page of the reader's list of words: words/index.html. Without a script it has nothing to show either. */
export const wordsPage = (index: string): string =>
  pageBelow(index, '../', {
    title: 'كلماتي — إسناد',
    description: 'الكلمات التي بحثت عنها وأنت تقرأ، مع جملها: رتّبها واطبعها وصدّرها إلى أنكي أو إلى جدول.',
  }).replace(/<noscript>.*?<\/noscript>/s, `<noscript>${NO_WORDS}</noscript>`);

const NO_WORDS =
  '<p>تحتاج قائمة الكلمات إلى JavaScript. أمّا مقالات <a href="../">المكتبة</a> فتُقرأ من دونه.</p>' +
  '<p lang="en" dir="ltr">The list of words needs JavaScript. The articles of the <a href="../">library</a> can be read without it.</p>';

const NO_LESSONS =
  '<p>تحتاج الدروس إلى JavaScript. أمّا مقالات <a href="../">المكتبة</a> فتُقرأ من دونه.</p>' +
  '<p lang="en" dir="ltr">Lessons need JavaScript. The articles of the <a href="../">library</a> can be read without it.</p>';

/** The built index.html as the page where texts are opened, and as that of each text that is kept on a device: text/index.html. */
export const textsPage = (index: string): string =>
  pageBelow(index, '../', {
    title: 'افتح نصًّا — إسناد',
    description: 'الصق خبرًا عربيًّا أو افتحه من ملفّ، فترى مَن قال ماذا. يجري التحليل كلّه في متصفحك.',
  });

/** The built index.html with a head of its own, `up` being the way from there to the site's folder. */
function pageBelow(index: string, up: string, { title, description }: Pick<Page, 'title' | 'description'>): string {
  let html = index.replace(/\b(src|href)="\.\//g, `$1="${up}`);
  html = setTag(html, /<title>[^<]*<\/title>/i, `<title>${escaped(title)}</title>`);
  html = setTag(
    html,
    /<meta\s+name="description"[^>]*>/i,
    `<meta name="description" content="${escaped(description)}" />`,
  );
  return html;
}

/** Puts tags at the end of the head. */
export function insertLate(html: string, tags: readonly string[]): string {
  return html.replace(/<\/head>/i, (end) => `${tags.map((tag) => `  ${tag}\n  `).join('')}${end}`);
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

/** The faces that the first Arabic line is set in: the text's and the interface's, letters, quotation marks and digits. */
const firstFonts = /(^|\/)(naskh|sans)-(arabic|signs)[^/]*\.woff2$/;

/** Messengers show no SVG. */
const PICTURE = 'icons/icon-512.png';

/** What `main.tsx` fetches once the text is painted. Its scripts come meanwhile, and its styles are the text's own. */
const START = '/src/app/start.tsx';

function startTags(bundle: Rolldown.OutputBundle): Pick<HeadParts, 'styles' | 'scripts'> {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const start = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(START));
  if (!start) throw new Error(`isnad-pages: ${START} has no chunk of its own`);
  const wanted = new Set<string>();
  for (const queue = [start.fileName]; queue.length > 0; ) {
    const name = queue.pop() as string;
    if (wanted.has(name)) continue;
    wanted.add(name);
    queue.push(...(chunks.find(({ fileName }) => fileName === name)?.imports ?? []));
  }
  const styles = chunks
    .filter(({ fileName, isEntry }) => wanted.has(fileName) && !isEntry)
    .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  const scripts = [...wanted].filter((name) => chunks.some(({ fileName, isEntry }) => fileName === name && !isEntry));
  return {
    styles: [...new Set(styles)].map((name) => `<link rel="stylesheet" crossorigin href="./${name}">`),
    scripts: scripts.map((name) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="./${name}">`),
  };
}

const stylesOf = (bundle: Rolldown.OutputBundle): string =>
  Object.values(bundle)
    .map((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? String(file.source) : ''))
    .join('\n');

export function pages(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'isnad-pages',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const fonts = Object.keys(bundle).filter((name) => firstFonts.test(name));
        if (fonts.length === 0)
          console.warn('isnad-pages: no font of the first line was emitted, so none is preloaded');
        return orderHead(html, {
          policy: `<meta http-equiv="Content-Security-Policy" content="${contentPolicy}" />`,
          ...startTags(bundle),
          fonts: fonts.map((name) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${name}" />`),
        });
      },
    },
    async generateBundle(_options, bundle) {
      const index = bundle['index.html'];
      if (index?.type !== 'asset') throw new Error('isnad-pages: Vite has not emitted index.html');
      const html = typeof index.source === 'string' ? index.source : Buffer.from(index.source).toString('utf8');
      const site = readSite(process.env['ISNAD_SITE']);
      const picture = site !== null && existsSync(path.join(config.publicDir, PICTURE)) ? site + PICTURE : null;
      const texts = readTexts(config.publicDir);
      const stills = await renderStills(config.root, texts);
      const styles = stylesOf(bundle);
      for (const article of texts.articles) {
        const still = stills.articles.get(article.id) ?? '';
        checkStill(still, styles);
        const page = {
          id: article.id,
          title: `${article.title.ar} — إسناد`,
          description: article.summary.ar,
          tags: [dataTag(article.id), ...articleTags({ article, site, picture })],
        };
        // The mark is for theme.js, which runs before there is any text to look at.
        const marked = isMarked(article) ? html.replace(/<html\b/i, '<html data-marked=""') : html;
        this.emitFile({
          type: 'asset',
          fileName: `a/${article.id}/index.html`,
          source: articlePage(putStill(marked, still), page),
        });
      }
      checkStill(stills.library, styles);
      index.source = insertLate(putStill(html, stills.library), libraryTags(site, picture));
      if (site !== null)
        this.emitFile({ type: 'asset', fileName: 'sitemap.xml', source: siteMap(site, texts.articles) });
      this.emitFile({ type: 'asset', fileName: 'lessons/index.html', source: lessonsPage(html) });
      this.emitFile({ type: 'asset', fileName: 'words/index.html', source: wordsPage(html) });
      this.emitFile({ type: 'asset', fileName: 'text/index.html', source: textsPage(html) });
      this.emitFile({ type: 'asset', fileName: '404.html', source: notFoundPage() });
    },
  };
}

/** Whether some of its letters carry tashkeel, which a reader may have switched off. */
const isMarked = ({ blocks }: Article): boolean => blocks.some(({ text }) => bareText(text) !== text);

/** The app asks for it as soon as it runs; until then the line is free. */
const dataTag = (id: string): string =>
  `<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="../../data/articles/${id}.json" />`;
