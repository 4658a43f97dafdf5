import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('src/ui/fonts/fonts.css', 'utf8');

/** The code points that a family of fonts.css claims. */
function claimedBy(family: string): Set<number> {
  const claimed = new Set<number>();
  for (const face of css.split('@font-face').filter((text) => text.includes(`"${family}"`))) {
    const ranges = /unicode-range: ([^;]+);/.exec(face)?.[1] ?? '';
    for (const [, first = '', last = first] of ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)) {
      for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code++) claimed.add(code);
    }
  }
  return claimed;
}

const folder = 'public/data/articles';
const articles = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

test.each(['Isnad Naskh', 'Isnad Sans'])('%s holds the alphabet, and every letter of the library', (family) => {
  const claimed = claimedBy(family);
  const texts = articles.flatMap((name) => {
    const { blocks } = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as { blocks: { text: string }[] };
    return blocks.map(({ text }) => text);
  });
  const asked = new Set(`ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةـًٌٍَُِّْ٠١٢٣٤٥٦٧٨٩،؛؟«»().:!0123456789پچژگ${texts.join('')}`);
  const lacking = [...asked].filter((sign) => !claimed.has(sign.codePointAt(0) ?? 0) && sign !== '\n');
  // Another font would set these letters, and their words would fall apart: add them to scripts/fonts.ts.
  expect(lacking).toEqual([]);
});

test('every file of fonts.css is there, with its licence beside it', () => {
  const files = [...css.matchAll(/url\("\.\/([^"]+)"\)/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(4);
  const held = readdirSync('src/ui/fonts');
  for (const file of [...files, 'naskh-OFL.txt', 'sans-OFL.txt']) expect(held).toContain(file);
});
