import { useCallback, useEffect, useRef, useState } from 'react';
import type { Saving } from '../../library/use-kept.ts';

/** Who writes is not disturbed by what is kept, until they pause for so long (ms). */
const QUIET = 1_000;

/**
 * What is kept, as it stands in boxes that are being written in: shown at once, kept behind it, and followed where another
 * tab changes it. `write` must not change. A writing that fails leaves what is shown as it is, and is tried again with the
 * next change.
 */
export function useDraft<Value>(
  kept: Value | null | undefined,
  write: (change: (old: Value) => Value) => Promise<void>,
  save: Saving['save'],
): readonly [Value | null | undefined, (change: (old: Value) => Value) => void] {
  const [draft, setDraft] = useState(kept);
  /** Changes that are not kept yet, and whether some are on their way. */
  const waiting = useRef<((old: Value) => Value)[]>([]);
  const writing = useRef(false);
  const edited = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    // What is kept is behind while letters are on their way there, and news of it comes later still: taken at once, it
    // would take back a letter that was typed meanwhile.
    let timer: ReturnType<typeof setTimeout>;
    const adopt = () => {
      const busy = writing.current || waiting.current.length > 0 || performance.now() - edited.current < QUIET;
      if (busy) timer = setTimeout(adopt, QUIET);
      else setDraft(kept);
    };
    adopt();
    return () => clearTimeout(timer);
  }, [kept]);
  const edit = useCallback(
    (change: (old: Value) => Value) => {
      setDraft((old) => (old === null || old === undefined ? old : change(old)));
      edited.current = performance.now();
      waiting.current.push(change);
      // One writing at a time with all that came meanwhile: letters are typed faster than they are written.
      const flush = async () => {
        if (writing.current) return;
        writing.current = true;
        let done = true;
        while (done && waiting.current.length > 0) {
          const changes = waiting.current;
          waiting.current = [];
          done = await save(write((old) => changes.reduce((value, next) => next(value), old)));
          if (!done) waiting.current = [...changes, ...waiting.current];
        }
        writing.current = false;
      };
      void flush();
    },
    [write, save],
  );
  return [draft, edit];
}
