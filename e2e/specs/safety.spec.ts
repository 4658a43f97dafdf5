/** The content policy, Trusted Types, and a host that can do nothing but hand out files. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { library as libraryFile, SEED } from '../fixtures/dataset.ts';
import { expect, test } from '../fixtures/test.ts';
import { visit } from '../fixtures/visit.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

test('no script but ours runs, and no string becomes markup', { tag: '@desk' }, async ({ page, complaints }) => {
  // Also shows that the guard over every story hears a breach of the policy.
  complaints.allow(/content policy|content.security.policy|trusted|example\.invalid|eval/i);
  const { reading } = await visit(page);
  await reading.open(SEED);
  const told = await page.evaluate(async () => {
    const factory = (window as { trustedTypes?: { createPolicy: (name: string, rules: object) => unknown } })
      .trustedTypes;
    const attempts: Record<string, () => unknown> = {
      markup: () => {
        document.createElement('div').innerHTML = '<b>bold</b>';
      },
      page: () => {
        document.body.innerHTML = '<b>bold</b>';
      },
      otherPolicy: () => factory?.createPolicy('other', { createHTML: (text: string) => text }),
      samePolicy: () => factory?.createPolicy('isnad', { createHTML: (text: string) => text }),
      // oxlint-disable-next-line typescript/no-implied-eval -- this is what must not work
      code: () => new Function('return 1')(),
    };
    // The driver's own calls may evaluate strings; what the page does later, by itself, may not.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return Object.entries(attempts).map(([name, attempt]) => {
      try {
        attempt();
        return `${name}: nothing stopped it`;
      } catch (error) {
        return `${name}: ${error instanceof Error ? error.name : String(error)}`;
      }
    });
  });
  expect(told).toEqual([
    'markup: TypeError',
    'page: TypeError',
    'otherPolicy: TypeError',
    'samePolicy: TypeError',
    'code: EvalError',
  ]);

  await page.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'https://example.invalid/x.png';
    document.body.append(image);
  });
  await expect
    .poll(() => complaints.heard.some((text) => text.startsWith('console: content policy: img-src')))
    .toBe(true);
});

test('the built pages: a policy in each, no script inside, every address relative', { tag: '@desk' }, () => {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  // Beside the articles: the library, the lessons, texts of the reader’s own, their words, the page for lost readers.
  expect(pages.length).toBe(libraryFile().articles.length + 5);
  for (const file of pages) {
    const html = readFileSync(path.join(dist, file), 'utf8');
    expect(html, file).toContain('http-equiv="Content-Security-Policy"');
    // Data for machines is no script: a browser runs nothing of that type.
    const files = /<script [^>]*src="[^"]+"[^>]*><\/script>|<script type="application\/ld\+json">[^<]*<\/script>/g;
    expect(html.replace(files, ''), file).not.toContain('<script');
    expect(html, file).not.toMatch(/\son\w+=|javascript:|style="|(?:src|href)="(?:\/|https?:)/);
    expect(html, file).not.toMatch(/unsafe-(?:inline|eval|hashes)/);
    // The host's own page for lost readers is one file: the policy names its style by hash.
    if (file === '404.html') {
      expect(html).toMatch(/default-src 'none';[^"]*style-src 'sha256-/);
      continue;
    }
    expect(html, file).not.toContain('<style');
    for (const rule of ["script-src 'self';", "style-src 'self';", "require-trusted-types-for 'script'"]) {
      expect(html, file).toContain(rule);
    }
    expect(html, file).toMatch(/trusted-types isnad"/);
  }
});

test('any folder of any host: each article has its page, English comes when asked for', { tag: '@desk' }, async ({
  page,
  request,
  hasTouch,
}) => {
  for (const { id, title } of libraryFile().articles) {
    const answer = await request.get(`a/${id}/`);
    expect(answer.status(), id).toBe(200);
    expect((await answer.text()).includes(`<title>${title.ar.replaceAll('"', '&quot;')} — إسناد</title>`), id).toBe(
      true,
    );
  }
  const asked: string[] = [];
  page.on('request', (sent) => asked.push(new URL(sent.url()).pathname));
  const { hand, library, reading } = await visit(page, { language: 'en', touch: hasTouch });
  // Without the slash at the end, as people type it.
  await page.goto(`a/${SEED}`);
  await page.getByRole('article').waitFor();
  expect(asked.filter((address) => !address.startsWith('/reader/sub/'))).toEqual([]);
  expect(asked.filter((address) => /\/en-[^/]*\.js$/.test(address))).toEqual([]);
  await hand.use(library.languageButton);
  await expect(reading.text).toBeVisible();
  expect(asked.filter((address) => /^\/reader\/sub\/assets\/en-[^/]*\.js$/.test(address))).toHaveLength(1);
});
