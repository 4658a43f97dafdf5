import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { articlePage, contentPolicy, insertEarly, lessonsPage, notFoundPage, orderHead } from './pages.ts';

const index = `<!doctype html>
<html lang="ar" dir="rtl">
  <head>
    <meta charset="utf-8" />
    <title>إسناد</title>
    <link rel="icon" href="./icon.svg" />
    <script type="module" crossorigin src="./assets/index-1.js"></script>
  </head>
  <body><div id="root"></div><noscript><p>تُقرأ هذه الصفحة كما هي.</p></noscript></body>
</html>`;
const page = { id: 'shamkhani-mamlouk', title: 'عنوان «أ» & <ب>', description: 'وصف "قصير"' };

describe('the page of an article', () => {
  const html = articlePage(index, page);

  test('finds the files of the reader from two folders down', () => {
    expect(html).toContain('src="../../assets/index-1.js"');
    expect(html).toContain('href="../../icon.svg"');
    expect(html).not.toContain('"./');
  });

  test('has its own title and description, and no second ones', () => {
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(html).toContain('<title>عنوان «أ» &amp; &lt;ب&gt;</title>');
    expect(html).toContain('<meta name="description" content="وصف &quot;قصير&quot;" />');
    expect(articlePage(html, { ...page, description: 'آخر' }).match(/name="description"/g)).toHaveLength(1);
  });

  test.each(['../up', 'a/b', '', '.hidden', 'عربي', '$&'])('refuses the id %j', (id) => {
    expect(() => articlePage(index, { ...page, id })).toThrow('cannot be the name');
  });

  test('keeps a dollar sign of a title', () => {
    expect(articlePage(index, { ...page, title: "$& $1 $'" })).toContain("<title>$&amp; $1 $'</title>");
  });
});

test('the page of the lessons finds the files of the reader from one folder down, under its own title', () => {
  const html = lessonsPage(index);
  expect(html).toContain('src="../assets/index-1.js"');
  expect(html).not.toContain('"./');
  expect(html).toContain('<title>الدروس — إسناد</title>');
  // It has nothing to be read without a script, and does not say that it has.
  expect(html).not.toContain('كما هي');
  expect(html).toMatch(/<noscript>.*الدروس.*href="\.\.\/".*<\/noscript>/s);
});

test('the policy stands before anything that it must bind, and after the character set', () => {
  const html = insertEarly(index, [`<meta http-equiv="Content-Security-Policy" content="${contentPolicy}" />`]);
  expect(html.indexOf('charset')).toBeLessThan(html.indexOf('Content-Security-Policy'));
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<title'));
  expect(contentPolicy).not.toContain('unsafe');
});

test('the head stands in the order in which it is needed', () => {
  const built = index
    .replace('<title>', '<script src="./theme.js"></script>\n<title>')
    .replace(
      '</head>',
      '<link rel="modulepreload" href="./assets/shared.js"><link rel="stylesheet" crossorigin href="./assets/start.css"><link rel="stylesheet" href="./assets/index.css"></head>',
    );
  const html = orderHead(built, {
    policy: '<meta http-equiv="Content-Security-Policy" content="" />',
    styles: ['<link rel="stylesheet" href="./assets/start.css">'],
    fonts: ['<link rel="preload" href="./assets/face.woff2" />'],
    scripts: ['start.js', 'shared.js'].map((name) => `<link rel="modulepreload" href="./assets/${name}">`),
  });
  const order = [
    'charset',
    'Security-Policy',
    'theme.js',
    'index.css',
    'start.css',
    'face.woff2',
    'index-1.js',
    'start.js',
  ];
  const at = order.map((what) => html.indexOf(what));
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(at).not.toContain(-1);
  for (const once of ['index.css', 'start.css', 'shared.js', 'theme.js']) expect(html.split(once)).toHaveLength(2);
});

test('the page of a lost reader needs no other file, and its policy admits its style', () => {
  const html = notFoundPage();
  expect(html).not.toMatch(/\b(src|href)="(?!data:)|<script/);
  const style = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? '';
  expect(html).toContain(createHash('sha256').update(style).digest('base64'));
});
