import { useCallback } from 'react';
import { packLesson } from '../../core/lesson/compact.ts';
import type { Lesson, LessonResult, Work } from '../../core/lesson/lesson.ts';
import { newest } from '../../core/lesson/table.ts';
import type { Store } from '../../library/database.ts';
import { keptLesson, keptWork } from '../../library/lessons.ts';
import { ArrivalFault } from './ArrivalFault.tsx';
import type { Arrival } from './arrivals.ts';
import { Offer } from './Offer.tsx';
import { ResultOffer } from './ResultOffer.tsx';
import { useKept } from '../../library/use-kept.ts';

interface ArrivedProps {
  readonly store: Store;
  /** Not empty. */
  readonly list: readonly Arrival[];
  readonly onBegin: (lesson: Lesson) => void;
  readonly onContinue: (work: Work) => void;
  readonly onResults: (results: readonly LessonResult[]) => void;
  readonly onLeave: () => void;
}

/** Shows what came: a lesson, answers, or why neither can be opened. Of several kinds at once answers go first. */
export function Arrived({ store, list, onBegin, onContinue, onResults, onLeave }: ArrivedProps) {
  const faults = list.filter((arrival) => arrival.kind === 'fault');
  const results = list.filter((arrival) => arrival.kind === 'result');
  const lesson = list.find((arrival) => arrival.kind === 'lesson');
  const [first] = results;
  return (
    <>
      {faults.length > 0 ? <ArrivalFault faults={faults} onLeave={onLeave} /> : null}
      {first ? (
        <ResultOffer
          results={newest(results.map(({ result }) => result))}
          by={first.by}
          onTake={() => onResults(results.map(({ result }) => result))}
          onLeave={onLeave}
        />
      ) : lesson ? (
        <LessonArrived store={store} {...lesson} onBegin={onBegin} onContinue={onContinue} onLeave={onLeave} />
      ) : null}
    </>
  );
}

interface LessonArrivedProps extends Pick<ArrivedProps, 'store' | 'onBegin' | 'onContinue' | 'onLeave'> {
  readonly lesson: Lesson;
  readonly by: 'link' | 'file';
}

function LessonArrived({ store, lesson, by, onBegin, onContinue, onLeave }: LessonArrivedProps) {
  const { id } = lesson;
  const known = useKept(
    store,
    useCallback(
      async (store: Store) => {
        const kept = await keptLesson(store, 'received', id);
        const work = await keptWork(store, id);
        return { kept, work };
      },
      [id],
    ),
  );
  if (!known) return null;
  const { kept, work } = known;
  return (
    <Offer
      lesson={lesson}
      by={by}
      known={kept === null ? 'none' : packLesson(kept.lesson) === packLesson(lesson) ? 'same' : 'other'}
      onBegin={() => onBegin(lesson)}
      onKeep={() => onContinue(work?.work ?? { lesson: id, answers: {}, at: null })}
      onLeave={onLeave}
    />
  );
}
