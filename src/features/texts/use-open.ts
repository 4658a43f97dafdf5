import { useCallback, useRef, useState } from 'react';
import type { IntakeFault } from '../../core/intake/fault.ts';
import type { Engine } from '../../engine/client.ts';
import type { Given, Opened, Stage } from '../../engine/protocol.ts';

/** What stands on the screen of a text that is being opened, or could not be. */
export type Opening =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'working';
      readonly stage: Stage | 'starting' | 'waiting' | 'keeping';
      /** How many paragraphs the text has, once that is known. */
      readonly blocks?: number | null;
      /** What of the work is done, from 0 to 1. */
      readonly share: number;
    }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'refused'; readonly fault: IntakeFault }
  | { readonly kind: 'failed'; readonly why: 'missing' | 'died' | 'broke' | 'unreadable'; readonly detail: string };

/** What is done when the engine is: only the keeping is left. */
export const ANALYSED = 0.95;

export interface OpenText {
  readonly opening: Opening;
  /** Opens what the reader gave, a file being read first; what was being opened before is stopped. */
  readonly open: (given: Given | File) => void;
  /** The same once more. */
  readonly again: () => void;
  readonly cancel: () => void;
  readonly letGo: () => void;
}

/** Opens texts with the engine; `onOpened` keeps what came of it and goes there. */
export function useOpen(engine: Engine, onOpened: (opened: Opened) => Promise<void>): OpenText {
  const [opening, setOpening] = useState<Opening>({ kind: 'idle' });
  const control = useRef<AbortController>(null);
  const last = useRef<Given | File>(null);

  const open = useCallback(
    (given: Given | File) => {
      control.current?.abort();
      const mine = new AbortController();
      control.current = mine;
      last.current = given;
      // Only the newest may speak.
      const say = (next: Opening) => {
        if (control.current === mine) setOpening(next);
      };
      const work = async () => {
        say({ kind: 'working', stage: 'reading', share: 0 });
        let read: Given;
        try {
          read =
            given instanceof File
              ? { kind: 'file', name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) }
              : given;
        } catch (error) {
          return say({ kind: 'failed', why: 'unreadable', detail: String(error) });
        }
        const outcome = await engine.run(
          { kind: 'open', given: read, today: new Date().toISOString().slice(0, 10) },
          { signal: mine.signal, onStage: (stage, blocks, share) => say({ kind: 'working', stage, blocks, share }) },
        );
        if (outcome.kind === 'refused') return say({ kind: 'refused', fault: outcome.fault });
        if (outcome.kind === 'failed') return say(outcome);
        if (outcome.kind === 'stopped' || mine.signal.aborted) return say({ kind: 'stopped' });
        say({ kind: 'working', stage: 'keeping', share: ANALYSED });
        await onOpened(outcome.opened);
        say({ kind: 'idle' });
      };
      void work();
    },
    [engine, onOpened],
  );
  return {
    opening,
    open,
    again: useCallback(() => {
      if (last.current) open(last.current);
    }, [open]),
    cancel: useCallback(() => control.current?.abort(), []),
    letGo: useCallback(() => setOpening({ kind: 'idle' }), []),
  };
}
