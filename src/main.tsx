/**
 * The front door. The text is in the page already (scripts/vite/still.ts), so nothing here may stand in the way of its
 * first paint: the app is only begun once the text is painted in its own face.
 */
import './ui/fonts/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { goWhereLed } from './app/led.ts';

/** Type that arrives after its text would move every line: the text waits for it, but not longer than this (ms). */
const FONT_PATIENCE = 1500;

async function painted(root: HTMLElement): Promise<void> {
  goWhereLed(root);
  const faces = ['400 1em "Isnad Naskh"', '400 1em "Isnad Sans"'].map((face) => document.fonts.load(face, 'سلام'));
  await Promise.race([Promise.allSettled(faces), new Promise((resolve) => setTimeout(resolve, FONT_PATIENCE))]);
  goWhereLed(root);
  // A page in the background is not painted at all.
  if (document.hidden) return;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

const root = document.getElementById('root');
if (root) {
  await painted(root);
  try {
    const { start } = await import('./app/start.tsx');
    await start(root);
  } catch (error) {
    // What was written at build time can be read without any of this.
    delete document.documentElement.dataset['scripted'];
    delete document.documentElement.dataset['awaits'];
    throw error;
  }
}
