/** The front door: build the world, mount the app. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/fonts/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { App, sendForTexts } from './app/App.tsx';
import { showSettings } from './app/appearance.ts';
import { closeTrustedTypes } from './app/trusted-types.ts';
import { startI18n } from './i18n/i18n.ts';
import { watchInstall } from './session/install.ts';
import { useMissing, watchParts } from './session/parts.ts';
import { useSession } from './session/store.ts';

/** Type that arrives after its text would move every line: the text waits for it, but not longer than this (ms). */
const FONT_PATIENCE = 1500;

async function fontsReady(): Promise<void> {
  const faces = ['400 1em "Isnad Naskh"', '400 1em "Isnad Sans"'].map((face) => document.fonts.load(face, 'سلام'));
  await Promise.race([Promise.allSettled(faces), new Promise((resolve) => setTimeout(resolve, FONT_PATIENCE))]);
}

closeTrustedTypes();
watchParts();
watchInstall();
sendForTexts();
const { settings } = useSession.getState();
showSettings(settings);
// Without the words of another language the reader opens in Arabic, and says what is missing.
const words = startI18n(settings.language, settings.digits).catch(useMissing.getState().report);
await Promise.all([words, fontsReady()]);
// Relative addresses in the head would be looked up anew, and elsewhere, when the path changes.
for (const link of document.querySelectorAll<HTMLLinkElement>(
  'link:is([rel~=icon], [rel=apple-touch-icon], [rel=manifest])',
))
  link.setAttribute('href', link.href);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
