import { useCallback, useEffect, useRef, useState } from 'react';
import { useIncoming } from '../../session/incoming.ts';
import type { LessonPlace } from '../../session/lesson-place.ts';
import { kindOf } from '../../core/dataset/kind.ts';
import { type Arrival, readFile, readLink, readPicked } from './arrivals.ts';

/** What came by link or as files and waits for the reader's word; none of it is kept before. */
export function useArrivals(place: LessonPlace): {
  readonly list: readonly Arrival[];
  /** A link is being unfolded. */
  readonly reading: boolean;
  readonly take: (files: readonly File[]) => void;
  readonly leave: () => void;
} {
  const [files, setFiles] = useState<readonly Arrival[]>([]);
  const [link, setLink] = useState<{ readonly payload: string; readonly arrival: Arrival } | null>(null);
  const view = place.view === 'lesson' || place.view === 'result' ? place.view : null;
  const payload = 'payload' in place ? place.payload : null;
  const latest = useRef(payload);
  useEffect(() => {
    latest.current = payload;
    if (view === null || payload === null) {
      setLink(null);
      return;
    }
    void readLink(view, payload).then((arrival) => {
      if (latest.current === payload) setLink({ payload, arrival });
    });
  }, [view, payload]);

  // Files that the system, another app or a drop handed over; those of other kinds wait for another page.
  const incoming = useIncoming((state) => state.files);
  useEffect(() => {
    const ours = incoming.filter(({ text }) => ['lesson', 'result'].includes(kindOf(text)));
    if (ours.length === 0) return;
    const { take } = useIncoming.getState();
    for (const file of ours) take(file);
    setFiles((known) => [...known, ...ours.map(readFile)]);
  }, [incoming]);

  const take = useCallback((picked: readonly File[]) => {
    void Promise.all(picked.map(readPicked)).then((read) => setFiles((known) => [...known, ...read]));
  }, []);
  const leave = useCallback(() => {
    setFiles([]);
    setLink(null);
  }, []);
  const current = link !== null && link.payload === payload ? [link.arrival] : [];
  return {
    list: files.length > 0 ? files : current,
    reading: files.length === 0 && payload !== null && current.length === 0,
    take,
    leave,
  };
}
