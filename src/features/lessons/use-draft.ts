import { useCallback, useEffect, useRef, useState } from 'react';
import type { Saving } from './use-kept.ts';

/**
 * What is kept, as it stands in boxes that are being written in: shown at once, kept behind it, and followed where another
 * tab changes it. `write` must not change. A writing that fails leaves what is shown as it is.
 */
export function useDraft<Value>(
  kept: Value | null | undefined,
  write: (change: (old: Value) => Value) => Promise<void>,
  save: Saving['save'],
): readonly [Value | null | undefined, (change: (old: Value) => Value) => void] {
  const [draft, setDraft] = useState(kept);
  const pending = useRef(0);
  useEffect(() => {
    // What is kept is behind while a letter is on its way there.
    if (pending.current === 0) setDraft(kept);
  }, [kept]);
  const edit = useCallback(
    (change: (old: Value) => Value) => {
      setDraft((old) => (old === null || old === undefined ? old : change(old)));
      pending.current++;
      void save(write(change)).finally(() => {
        pending.current--;
      });
    },
    [write, save],
  );
  return [draft, edit];
}
