import { useCallback, useSyncExternalStore } from 'react';

/** Whether the media query holds now; follows it. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', notify);
      return () => media.removeEventListener('change', notify);
    },
    [query],
  );
  const now = () => matchMedia(query).matches;
  return useSyncExternalStore(subscribe, now, now);
}
