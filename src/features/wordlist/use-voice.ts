import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { arabicVoice, hush, speak, watchVoices } from '../../page/voice.ts';

const hasVoice = () => arabicVoice() !== null;

export interface Voice {
  /** Whether the browser has an Arabic voice. */
  readonly there: boolean;
  /** What is being read; null for nothing. */
  readonly reading: string | null;
  /** Reads it; what is being read already stops. `name` tells what it is. */
  readonly read: (name: string, text: string) => void;
}

/** Reads aloud, one thing at a time, as long as whoever asked is on the screen. */
export function useVoice(): Voice {
  const there = useSyncExternalStore(watchVoices, hasVoice, () => false);
  const [reading, setReading] = useState<string | null>(null);
  const turn = useRef(0);
  useEffect(
    () => () => {
      if (turn.current > 0) hush();
    },
    [],
  );
  const read = useCallback(
    (name: string, text: string) => {
      const mine = ++turn.current;
      if (reading === name) {
        setReading(null);
        return hush();
      }
      setReading(name);
      // One that was cut short by the next must not end that.
      speak(text, () => {
        if (turn.current === mine) setReading(null);
      });
    },
    [reading],
  );
  return { there, reading, read };
}
