import { useCallback, useEffect, useState } from 'react';
import { openStore, type Store, StoreError } from './database.ts';

/** The device's store, once it is open. */
export function useStore(): Store | null {
  const [store, setStore] = useState<Store | null>(null);
  useEffect(() => {
    let current = true;
    void openStore().then((opened) => {
      if (current) setStore(opened);
    });
    return () => {
      current = false;
    };
  }, []);
  return store;
}

/** What is kept, and what becomes of it in this tab or another; undefined until it is known. `ask` must not change. */
export function useKept<Answer>(store: Store | null, ask: (store: Store) => Promise<Answer>): Answer | undefined {
  const [answer, setAnswer] = useState<{ readonly ask: unknown; readonly value: Answer }>();
  useEffect(
    () =>
      store?.watch(
        () => ask(store),
        (value) => setAnswer({ ask, value }),
      ),
    [store, ask],
  );
  // An answer to what was asked before is none.
  return answer?.ask === ask ? answer.value : undefined;
}

export interface Saving {
  /** Why the last writing failed; null where it did not. */
  readonly fault: StoreError['kind'] | null;
  /** Whether something is on its way there. */
  readonly writing: boolean;
  /** Waits for a writing and takes note of its failure. True where it is kept. */
  readonly save: (writing: Promise<unknown>) => Promise<boolean>;
}

export function useSaving(): Saving {
  const [fault, setFault] = useState<StoreError['kind'] | null>(null);
  const [under, setUnder] = useState(0);
  const save = useCallback(async (writing: Promise<unknown>) => {
    setUnder((count) => count + 1);
    try {
      await writing;
      setFault(null);
      return true;
    } catch (error) {
      setFault(error instanceof StoreError ? error.kind : 'failed');
      return false;
    } finally {
      setUnder((count) => count - 1);
    }
  }, []);
  return { fault, writing: under > 0, save };
}
