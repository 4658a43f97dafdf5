import { useEffect, useState } from 'react';
import type { Result } from '../../core/result.ts';
import type { DictionaryFault } from '../../engine/dictionary.ts';
import { useStable } from '../../ui/use-stable.ts';

export type Asked<Value> =
  | { readonly state: 'asking' }
  | { readonly state: 'told'; readonly told: Value }
  | { readonly state: 'failed'; readonly fault: DictionaryFault };

const ASKING = { state: 'asking' } as const;

/**
 * What a question is answered with; asked anew when `subject` changes. The answer of the subject before is not shown for
 * the next one.
 */
export function useAsk<Value>(
  subject: string,
  ask: () => Promise<Result<Value, DictionaryFault>>,
): readonly [Asked<Value>, () => void] {
  const [known, setKnown] = useState<{ readonly subject: string; readonly asked: Asked<Value> } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const question = useStable(ask);
  // biome-ignore lint: another attempt asks the same again.
  useEffect(() => {
    let current = true;
    void question().then((result) => {
      if (!current) return;
      setKnown({
        subject,
        asked: result.ok ? { state: 'told', told: result.value } : { state: 'failed', fault: result.failure },
      });
    });
    return () => {
      current = false;
    };
  }, [subject, attempt, question]);
  const again = useStable(() => {
    setKnown(null);
    setAttempt(attempt + 1);
  });
  return [known?.subject === subject ? known.asked : ASKING, again];
}
