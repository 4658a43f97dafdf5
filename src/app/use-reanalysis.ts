import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotations } from '../core/annotation/carried.ts';
import { ANALYSED, type Opening } from '../features/texts/use-open.ts';
import { ownArticle, type TextCorrections } from '../library/texts.ts';
import { useSession } from '../session/store.ts';
import { engine } from './engine.ts';

export interface Reanalysis {
  /** Which text it is of, by id; null while none is. */
  readonly of: string | null;
  readonly analysing: Opening;
  readonly analyse: (id: string) => void;
  readonly cancel: () => void;
  readonly letGo: () => void;
}

/** Has the engine say anew what it says of a kept text; what became of the reader's corrections is told. */
export function useReanalysis(
  keep: (id: string, analysis: Annotations) => Promise<TextCorrections | null>,
): Reanalysis {
  const { t } = useTranslation('texts');
  const announce = useSession((session) => session.announce);
  const [{ of, analysing }, setState] = useState<{ readonly of: string | null; readonly analysing: Opening }>({
    of: null,
    analysing: { kind: 'idle' },
  });
  const control = useRef<AbortController>(null);
  useEffect(() => () => control.current?.abort(), []);
  const analyse = async (id: string) => {
    control.current?.abort();
    const mine = new AbortController();
    control.current = mine;
    const say = (next: Opening) => {
      if (control.current === mine) setState({ of: id, analysing: next });
    };
    say({ kind: 'working', stage: 'starting', share: 0 });
    let article: Awaited<ReturnType<typeof ownArticle>>;
    try {
      article = await ownArticle(id);
    } catch (error) {
      return say({ kind: 'failed', why: 'unreadable', detail: String(error) });
    }
    const outcome = await engine.run(
      { kind: 'again', article },
      { signal: mine.signal, onStage: (stage, blocks, share) => say({ kind: 'working', stage, blocks, share }) },
    );
    if (control.current !== mine) return;
    if (outcome.kind === 'refused') return say({ kind: 'refused', fault: outcome.fault });
    if (outcome.kind !== 'opened') return say(outcome);
    say({ kind: 'working', stage: 'keeping', share: ANALYSED });
    const done = await keep(id, outcome.opened.article);
    say({ kind: 'idle' });
    if (!done) return;
    const lost = done.outcomes.filter(({ how }) => how === 'lost').length;
    announce(
      done.corrections.length === 0
        ? t('reanalysed')
        : `${t('reanalysed')} ${t('conflicts', { ns: 'correcting', count: lost })}`,
    );
  };
  return {
    of,
    analysing,
    analyse: (id) => void analyse(id),
    cancel: useCallback(() => control.current?.abort(), []),
    letGo: useCallback(() => setState({ of: null, analysing: { kind: 'idle' } }), []),
  };
}
