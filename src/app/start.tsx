/** Builds the world and mounts the app; in the place of the text, where the page came with it. */
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../i18n/i18n.ts';
import { watchInstall } from '../session/install.ts';
import { useMissing, watchParts } from '../session/parts.ts';
import { useSession } from '../session/store.ts';
import { App, sendForTexts } from './App.tsx';
import { showSettings } from './appearance.ts';
import { isStill, takeOver } from './take-over.ts';
import { closeTrustedTypes } from './trusted-types.ts';

/** Rejects when the app could not be shown: the page then stays as it is. */
export async function start(root: HTMLElement): Promise<void> {
  closeTrustedTypes();
  watchParts();
  watchInstall();
  const texts = sendForTexts();
  const { settings } = useSession.getState();
  showSettings(settings);
  // Without the words of another language the reader opens in Arabic, and says what is missing.
  const words = startI18n(settings.language, settings.digits).catch(useMissing.getState().report);
  // A page with its text has no use for an app that still waits for the same.
  await (isStill(root) ? Promise.all([words, texts]) : words);
  // Relative addresses in the head would be looked up anew, and elsewhere, when the path changes.
  for (const link of document.querySelectorAll<HTMLLinkElement>(
    'link:is([rel~=icon], [rel=apple-touch-icon], [rel=manifest])',
  ))
    link.setAttribute('href', link.href);
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
