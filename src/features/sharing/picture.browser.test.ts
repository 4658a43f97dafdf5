import { beforeAll, expect, test } from 'vitest';
import '../../ui/fonts/fonts.css';
import type { CardWords } from './card.ts';
import { drawPicture, papers, pictureSvg } from './picture.ts';

const words: CardWords = {
  words: '«كتب محمّدٌ بشمخاني: ‹ولأحمدَ كتبُهم›، ثمّ قال المصدرُ إنّ الهدنة مستمرّة في دمشق (BBC)»',
  quotes: true,
  told: 'القائل: سارة (منقول بالمعنى)',
  source: '«خبر قصير»، نشرة الريحان، ٨ يناير ٢٠١٧',
  address: 'https://isnad.example/reader/a/truce/#p1.1-3~abcdefg',
  language: 'ar',
  reader: 'إسناد',
};
const canvasOf = async (given: CardWords, paper: (typeof papers)[number]) => {
  const canvas = document.createElement('canvas');
  return { canvas, card: await drawPicture(canvas, given, paper) };
};
const pixels = (canvas: HTMLCanvasElement) =>
  canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();

/** An SVG file as an image viewer shows it: with no help from this page. */
async function rendered(svg: string): Promise<HTMLCanvasElement> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 1080;
  canvas.height = 1080;
  const pen = canvas.getContext('2d');
  // The faces inside the file are decoded after its first drawing.
  for (let time = 0; time < 20; time++) {
    pen?.drawImage(image, 0, 0);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return canvas;
}

beforeAll(async () => {
  await document.fonts.load('400 40px "Isnad Naskh"', 'سلام');
});

test.each(papers)('on %s paper the SVG shows what the canvas shows, letter upon letter', async (paper) => {
  const { canvas, card } = await canvasOf(words, paper);
  const one = pixels(canvas);
  const other = pixels(await rendered(await pictureSvg(card, paper, 'x')));
  let ink = 0;
  let apart = 0;
  for (let at = 0; at < one.length; at += 4) {
    const paperHere = Math.abs((one[at] ?? 0) - (one[0] ?? 0)) > 60;
    if (paperHere) ink++;
    if (Math.abs((one[at] ?? 0) - (other[at] ?? 0)) > 60) apart++;
  }
  expect(ink).toBeGreaterThan(20_000);
  // Edges are smoothed in two ways; letters that did not join, or another face, differ by more than half of the ink.
  expect(apart / ink).toBeLessThan(0.12);
});

test('a joined word is narrower in the picture than its letters apart', async () => {
  const { canvas } = await canvasOf(words, 'light');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.font = '400 60px "Isnad Naskh"';
  const apart = [...'كتبهم'].reduce((sum, letter) => sum + pen.measureText(letter).width, 0);
  expect(pen.measureText('كتبهم').width).toBeLessThan(0.8 * apart);
});

test('whatever the words say, the SVG is well formed and says it as text', async () => {
  const hostile = '</text><script>alert(1)</script>&amp;&lt;"\' ]]> <!-- \0\u0008 😀 \ud800 <foreignObject onload="x">';
  const { card } = await canvasOf({ ...words, words: hostile, told: hostile, source: hostile }, 'light');
  const svg = await pictureSvg(card, 'light', hostile);
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(document.querySelector('parsererror')).toBeNull();
  expect([...new Set([...document.querySelectorAll('*')].map(({ tagName }) => tagName))].sort()).toEqual(
    ['g', 'path', 'rect', 'style', 'svg', 'text', 'title'].sort(),
  );
  expect(document.querySelector('title')?.textContent).toContain('</text><script>alert(1)</script>&amp;');
});

test('the SVG asks nothing of any host', async () => {
  const { card } = await canvasOf(words, 'light');
  const svg = await pictureSvg(card, 'light', 'x');
  const addresses = [...svg.matchAll(/url\(([^)]{0,30})|href|https?:\/\/[^<"]*/g)].map(([whole]) => whole);
  expect(addresses.filter((address) => !address.startsWith('url(data:font/woff2'))).toEqual([
    'http://www.w3.org/2000/svg',
  ]);
  expect(svg.match(/@font-face/g)?.length).toBeGreaterThanOrEqual(3);
});
