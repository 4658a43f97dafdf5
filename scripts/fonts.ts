/**
 * Cuts the two typefaces down to what an Arabic news page needs: `npm run fonts`.
 * Writes src/ui/fonts/*.woff2, fonts.css and the licences. The output is committed; run it again when a letter is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { charactersOf } from './fonts/characters.ts';

const root = path.resolve(fileURLToPath(new URL('..', import.meta.url)));
const out = path.join(root, 'src/ui/fonts');
const resolve = createRequire(import.meta.url).resolve;

const span = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

/** Arabic as news writes it: the alphabet, marks, both sets of digits, and the letters that foreign names bring along. */
const arabic =
  ' \u00a0،؛؟٪٫٬٭۔' +
  span(0x610, 0x613) + // honorific signs
  span(0x621, 0x63a) +
  span(0x640, 0x655) +
  'ٰٱ' +
  span(0x660, 0x669) +
  span(0x6f0, 0x6f9) +
  'پچژکگیۀەێېۍھہۂۃۓےٹڈڑںڤڥڢڨڧڭگݣڕڵۆۇۈۋڊډځڅړښږڼټګڎڃڄٻڀ' + // Persian, Urdu, Kurdish, Pashto, Sindhi, Uyghur, Maghrebi
  '\u200c\u200d\u200e\u200f' + // joiners and direction marks, so that they do not break a run
  '﴾﴿ﷲﷺ﷼';

/** What Arabic text shares with every other script. The Arabic files do not hold it, so it has a small file of its own. */
const signs =
  span(0x21, 0x40) + span(0x5b, 0x60) + span(0x7b, 0x7e) + '£¥§©«®°±·»×÷€™−–—‘’‚“”„•…‹›\u2009\u200b\u2032\u2033';

const latin =
  span(0x41, 0x5a) +
  span(0x61, 0x7a) +
  span(0xc0, 0xd6) +
  span(0xd8, 0xf6) +
  span(0xf8, 0xff) +
  'ıŒœʼ' +
  '\u0301\u0323';

/** Romanised names (Isnād), and the letters of European names in the news. */
const romanised = 'ĀāĪīŪūĒēŌōŠšĠġʿʾḪḫḎḏṮṯŽžČčĞğŞşİĆćĘęŁłŃńŚśŹźŻżĂăŐőŰűŘřĚěŇňŤťĎďĐđ';

interface Face {
  readonly file: string;
  readonly source: string;
  readonly text: string;
}
interface Family {
  readonly name: string;
  readonly package: string;
  readonly licence: string;
  /** In the order of fonts.css: a later face wins where ranges overlap. */
  readonly faces: readonly Face[];
}

const family = (name: string, short: string, font: string): Family => ({
  name,
  package: `@fontsource-variable/${font}`,
  licence: `${short}-OFL.txt`,
  faces: [
    { file: `${short}-romanised.woff2`, source: `${font}-latin-ext-wght-normal.woff2`, text: romanised },
    { file: `${short}-latin.woff2`, source: `${font}-latin-wght-normal.woff2`, text: latin },
    { file: `${short}-signs.woff2`, source: `${font}-latin-wght-normal.woff2`, text: signs },
    { file: `${short}-arabic.woff2`, source: `${font}-arabic-wght-normal.woff2`, text: arabic },
  ],
});

const families = [family('Isnad Naskh', 'naskh', 'noto-naskh-arabic'), family('Isnad Sans', 'sans', 'vazirmatn')];

/** Characters no font draws but which must not push a word into another font, and so into another run. */
const invisible = [0x61c, 0x200c, 0x200d, 0x200e, 0x200f, 0x2066, 0x2067, 0x2068, 0x2069];

/** The shaper composes these from letter and U+0323 where the face holds both, so the range may claim them. */
const composedWithDotBelow = [...'ḤḥḌḍṢṣṬṭẒẓ'].map((letter) => letter.codePointAt(0) ?? 0);

const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, '0');

function unicodeRange(codes: Iterable<number>): string {
  const sorted = [...new Set(codes)].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let i = 0; i < sorted.length; ) {
    let j = i;
    while (j + 1 < sorted.length && sorted[j + 1] === (sorted[j] ?? 0) + 1) j++;
    const [first, last] = [sorted[i] ?? 0, sorted[j] ?? 0];
    parts.push(first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`);
    i = j + 1;
  }
  return parts.join(', ');
}

let css = '/* Written by `npm run fonts`. Do not edit: change scripts/fonts.ts. */\n';
let total = 0;
for (const { name, package: from, licence, faces } of families) {
  const folder = path.dirname(resolve(`${from}/package.json`));
  writeFileSync(path.join(out, licence), readFileSync(path.join(folder, 'LICENSE'), 'utf8'));
  for (const { file, source, text } of faces) {
    const whole = readFileSync(path.join(folder, 'files', source));
    const cut = { noHinting: true, variationAxes: { wght: { min: 400, max: 700 } } };
    const font = await subsetFont(whole, text, { ...cut, targetFormat: 'woff2' });
    writeFileSync(path.join(out, file), font);
    // The range is what the file holds, not what was asked: a letter the typeface lacks goes to the next font in the list.
    const held = charactersOf(await subsetFont(whole, text, { ...cut, targetFormat: 'truetype' }));
    const range = unicodeRange([
      ...held,
      ...(file.includes('arabic') ? invisible : []),
      ...(held.has(0x323) ? composedWithDotBelow : []),
    ]);
    css += `
@font-face {
  font-family: "${name}";
  font-style: normal;
  font-weight: 400 700;
  font-display: fallback;
  src: url("./${file}") format("woff2");
  unicode-range: ${range};
}
`;
    total += font.length;
    const lacking = [...text].filter((c) => !held.has(c.codePointAt(0) ?? 0));
    console.log(`${file.padEnd(24)} ${String(font.length).padStart(6)} B  ${held.size} characters`);
    if (lacking.length > 0)
      console.log(`  not in the typeface: ${lacking.map((c) => `U+${hex(c.codePointAt(0) ?? 0)}`).join(' ')}`);
  }
}
writeFileSync(path.join(out, 'fonts.css'), css);
console.log(`total ${total} B`);
