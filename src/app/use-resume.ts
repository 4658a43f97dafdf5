import { type RefObject, useEffect, useState } from 'react';
import type { ArticleLookup } from '../core/article/lookup.ts';
import type { ArticleHandle } from '../features/reading/ArticleText.tsx';
import { directivesOnArrival } from '../session/arrival.ts';
import { placeNow } from '../session/place.ts';
import { useSession } from '../session/store.ts';
import { readerMoved } from './take-over.ts';

const AFTER_SCROLLING = 400;
/** Nearer to the top than this (CSS pixels) there is nothing to resume. */
const NEAR_TOP = 320;

/** Keeps where the reader stopped, and goes back there when the article is opened without another place in its address. */
export function useResume(id: string, lookup: ArticleLookup, text: RefObject<ArticleHandle | null>) {
  const [resumed, setResumed] = useState(false);
  const stopAt = useSession((session) => session.stopAt);
  const forget = useSession((session) => session.forgetPlace);

  // The text itself: what is said about it may change while it is read.
  const { blocks } = lookup.article;
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const { focus, passages } = placeNow();
    const led = focus !== null || passages.length > 0 || directivesOnArrival() !== null;
    const kept = useSession.getState().places[id];
    const block = kept && blocks.find(({ id: one }) => one === kept.block);
    if (readerMoved()) return;
    if (!led && kept && block) {
      void text.current?.comeBack({ block: kept.block, offset: Math.min(kept.offset, block.text.length) }, false);
      setResumed(true);
    } else if (!led) window.scrollTo(0, 0);
  }, [id, blocks, text]);

  useEffect(() => {
    let timer = 0;
    const keep = () => {
      timer = 0;
      if (window.scrollY < NEAR_TOP) return forget(id);
      const place = text.current?.placeAtTop();
      if (place) stopAt(id, place.block, place.offset, Date.now());
    };
    const onScroll = () => {
      clearTimeout(timer);
      timer = window.setTimeout(keep, AFTER_SCROLLING);
    };
    // Who leaves at once after scrolling is kept at the new place too.
    const onLeave = () => {
      if (timer !== 0) keep();
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('pagehide', onLeave);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', onLeave);
      window.removeEventListener('scroll', onScroll);
    };
  }, [id, text, stopAt, forget]);

  // The message has said its piece once the reader goes on.
  useEffect(() => {
    if (!resumed) return;
    const timer = window.setTimeout(() => setResumed(false), 12_000);
    return () => clearTimeout(timer);
  }, [resumed]);

  return {
    resumed,
    startOver: () => {
      setResumed(false);
      forget(id);
      window.scrollTo({ top: 0 });
      document.getElementById('main')?.focus({ preventScroll: true });
    },
  };
}
