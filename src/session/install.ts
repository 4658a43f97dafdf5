/** Whether the reader can be put beside the other apps of the device, as far as the browser tells. */
import { create } from 'zustand';

/** Not in TypeScript's library: Chromium's own. */
interface InstallOffer extends Event {
  readonly prompt: () => Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

interface Install {
  /** Asks the browser to offer the installation; null where the browser has no such thing or has not offered it. */
  readonly offer: (() => Promise<boolean>) | null;
  readonly installed: boolean;
}

const standalone = () =>
  globalThis.matchMedia?.('(display-mode: standalone)').matches ||
  (globalThis.navigator as { standalone?: boolean } | undefined)?.standalone === true;

export const useInstall = create<Install>()(() => ({ offer: null, installed: standalone() }));

/** Keeps the browser's offer for when the reader asks for it: its own banner would stand in the way of reading. */
export function watchInstall(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    const offered = event as InstallOffer;
    useInstall.setState({
      offer: async () => {
        const { outcome } = await offered.prompt();
        // An offer can be used once.
        useInstall.setState({ offer: null });
        return outcome === 'accepted';
      },
    });
  });
  window.addEventListener('appinstalled', () => useInstall.setState({ offer: null, installed: true }));
}
