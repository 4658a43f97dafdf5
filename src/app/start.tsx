/** Builds the world and mounts the app; in the place of the text, where the page came with it. */
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../i18n/i18n.ts';
import { useSession } from '../session/store.ts';
import { App, sendForTexts } from './App.tsx';
import { showSettings } from './appearance.ts';
import { isStill, takeOver } from './take-over.ts';
import { closeTrustedTypes } from './trusted-types.ts';

/** Rejects when the app could not be shown: the page then stays as it is. */
export async function start(root: HTMLElement): Promise<void> {
  closeTrustedTypes();
  const texts = sendForTexts();
  const { settings } = useSession.getState();
  showSettings(settings);
  const words = startI18n(settings.language, settings.digits);
  // A page with its text has no use for an app that still waits for the same.
  await (isStill(root) ? Promise.all([words, texts]) : words);
  // Relative addresses in the head would be looked up anew, and elsewhere, when the path changes.
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=icon]')) link.setAttribute('href', link.href);
  takeOver(root, () =>
    flushSync(() =>
      createRoot(root).render(
        <StrictMode>
          <App />
        </StrictMode>,
      ),
    ),
  );
}
