import { useEffect } from 'react';
import { setLanguage } from '../i18n/i18n.ts';
import { type Settings, sizes } from '../session/settings.ts';
import { useSession } from '../session/store.ts';

const LEADING = { snug: '1.8', normal: '2.05', loose: '2.4' } as const;
const WIDTH = { narrow: '28rem', normal: '35rem', wide: '46rem' } as const;

/** Writes the reader's choices where the style sheets read them. */
export function showSettings({ face, size, leading, width, theme }: Settings): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  root.style.setProperty('--reading-face', face === 'naskh' ? 'var(--serif)' : 'var(--plain)');
  root.style.setProperty('--reading-size', `${(sizes[size] ?? 21) / 16}rem`);
  root.style.setProperty(
    '--reading-leading',
    face === 'naskh' ? LEADING[leading] : String(Number(LEADING[leading]) - 0.1),
  );
  root.style.setProperty('--reading-width', WIDTH[width]);
}

export function useAppearance(): void {
  const settings = useSession((session) => session.settings);
  const { language, digits } = settings;
  useEffect(() => showSettings(settings), [settings]);
  useEffect(() => {
    void setLanguage(language, digits);
  }, [language, digits]);
}
