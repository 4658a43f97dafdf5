/**
 * npm run icons: draws public/icon.svg in a real browser as the PNG icons that phones and desktops ask for. Run it when the
 * mark changes; what it writes is committed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium as launcher } from 'playwright-core';
import { chromium } from './setup/browser.mjs';

const PAPER = '#fbf8f1';
/** The square of paper with rounded corners, which a system that cuts the icon itself would show the corners of. */
const paper = /<rect\b[^>]*\/>/;

/** `mark` scales what is drawn around the middle: systems cut a maskable icon to a circle of 80 % of its width. */
const icons = [
  { file: 'icon-192', size: 192, whole: false, mark: 1 },
  { file: 'icon-512', size: 512, whole: false, mark: 1 },
  { file: 'maskable-192', size: 192, whole: true, mark: 0.78 },
  { file: 'maskable-512', size: 512, whole: true, mark: 0.78 },
  { file: 'touch-180', size: 180, whole: true, mark: 0.9 },
] as const;

const options = chromium();
if (!options) throw new Error('There is no Chromium here: npm test installs one, or set ISNAD_CHROMIUM.');
const source = readFileSync('public/icon.svg', 'utf8');
if (!paper.test(source)) throw new Error('public/icon.svg has no <rect> for its paper');

mkdirSync('public/icons', { recursive: true });
const browser = await launcher.launch(options);
try {
  const page = await browser.newPage();
  for (const { file, size, whole, mark } of icons) {
    const svg = whole ? source.replace(paper, '') : source;
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<body style="margin:0;background:${whole ? PAPER : 'transparent'}"><div style="width:${size}px;height:${size}px;scale:${mark}">${svg.replace('<svg ', '<svg width="100%" height="100%" ')}</div>`,
    );
    writeFileSync(`public/icons/${file}.png`, await page.screenshot({ omitBackground: true }));
    console.log(`public/icons/${file}.png`);
  }
} finally {
  await browser.close();
}
