import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Lesson, LessonResult } from '../core/lesson/lesson.ts';
import { packLesson } from '../core/lesson/compact.ts';
import { Arrived } from '../features/lessons/Arrived.tsx';
import { Builder } from '../features/lessons/Builder.tsx';
import { ClassTable } from '../features/lessons/ClassTable.tsx';
import { asSent, newLesson, randomId } from '../features/lessons/fresh.ts';
import { GoLink } from '../features/lessons/GoLink.tsx';
import { Home } from '../features/lessons/Home.tsx';
import styles from '../features/lessons/lessons.module.css';
import { ResultSheet } from '../features/lessons/ResultSheet.tsx';
import { fileName } from '../features/lessons/files.ts';
import { Send } from '../features/lessons/Send.tsx';
import { StoreNotice } from '../features/lessons/StoreNotice.tsx';
import { useArrivals } from '../features/lessons/use-arrivals.ts';
import { useDraft } from '../features/lessons/use-draft.ts';
import { type Saving, useKept, useSaving, useStore } from '../library/use-kept.ts';
import { useUndo } from '../features/lessons/use-undo.tsx';
import { type ShowPassage, Walk } from '../features/lessons/Walk.tsx';
import type { Store } from '../library/database.ts';
import {
  allWork,
  changeLesson,
  changeWork,
  forgetLesson,
  forgetResult,
  forgetWork,
  keepLesson,
  type KeptLesson,
  type KeptWork,
  keepResult,
  keptLesson,
  keptLessons,
  keptResults,
  keptWork,
  restoreLesson,
  restoreWork,
} from '../library/lessons.ts';
import { lessonAddress, type Stop, useLessonPlace } from '../session/lesson-place.ts';
import { useSession } from '../session/store.ts';
import { holdUnsaved } from '../session/unsaved.ts';
import { Icon } from '../ui/icons.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { LessonPassage } from './LessonPassage.tsx';

const showPassage: ShowPassage = (step, article) => <LessonPassage article={article} passages={step.passages} />;

/** Everything about lessons: mine, one that came, building, going through, a class's answers. */
export function LessonsPage() {
  const { t } = useTranslation('lessons');
  const [place, go] = useLessonPlace();
  const store = useStore();
  const saving = useSaving();
  const undo = useUndo();
  const arrivals = useArrivals(place);
  const main = useRef<HTMLElement>(null);
  const id = 'id' in place ? place.id : '';
  const where = `${place.view} ${id} ${arrivals.list.length > 0 ? 'arrived' : ''}`;
  const before = useRef(where);
  useEffect(() => {
    document.title = t('documentTitle', { ns: 'app', title: t('title') });
  });
  // The last change is only on the screen.
  useEffect(() => (saving.fault === null ? undefined : holdUnsaved()), [saving.fault]);
  // Another screen begins at its head.
  useEffect(() => {
    if (before.current === where) return;
    before.current = where;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [where]);

  const screen = (): ReactNode => {
    if (!store || arrivals.reading) return <p className={styles['empty']}>{t('opening')}</p>;
    if (arrivals.list.length > 0) {
      return (
        <Arrived
          store={store}
          list={arrivals.list}
          onBegin={async (lesson) => {
            if (!(await saving.save(keepLesson(store, 'received', lesson)))) return;
            arrivals.leave();
            // What stands before the first step was shown with the offer.
            go({ view: 'do', id: lesson.id, stop: lesson.steps[0]?.id ?? null }, { replace: true });
          }}
          onContinue={(work) => {
            arrivals.leave();
            go({ view: 'do', id: work.lesson, stop: work.at }, { replace: true });
          }}
          onResults={async (results) => {
            for (const result of results) if (!(await saving.save(keepResult(store, result)))) return;
            const [first] = results;
            arrivals.leave();
            if (first) go({ view: 'results', id: first.lesson }, { replace: true });
          }}
          onLeave={() => {
            arrivals.leave();
            go({ view: 'home' }, { replace: true });
          }}
        />
      );
    }
    switch (place.view) {
      case 'edit':
        return <Building key={id} store={store} saving={saving} id={id} onRemoved={undo.offer} />;
      case 'try':
        return (
          <Trying key={id} store={store} id={id} stop={place.stop} onGo={(stop) => go({ view: 'try', id, stop })} />
        );
      case 'do':
        return (
          <Doing
            key={id}
            store={store}
            saving={saving}
            id={id}
            stop={place.stop}
            onGo={(stop) => go({ view: 'do', id, stop })}
          />
        );
      case 'results':
        return <Results key={id} store={store} saving={saving} id={id} onRemoved={undo.offer} />;
      default:
        return (
          <Lessons
            store={store}
            saving={saving}
            onRemoved={undo.offer}
            onNew={(lesson) => go({ view: 'edit', id: lesson })}
            onFiles={arrivals.take}
          />
        );
    }
  };
  return (
    <main
      id="main"
      tabIndex={-1}
      ref={main}
      className={styles['page']}
      data-view={place.view}
      // What is written here is kept as it is written, where it can be kept.
      data-kept={store?.mode() === 'kept' && saving.fault === null && !saving.writing ? '' : undefined}
    >
      {store ? <StoreNotice mode={store.mode()} fault={saving.fault} /> : null}
      {place.view === 'home' || arrivals.list.length > 0 ? null : (
        <p className={styles['up']}>
          <GoLink className="button" data-plain="" href={lessonAddress({ view: 'home' })}>
            <Icon name="back" turns />
            {t('title')}
          </GoLink>
          {place.view === 'try' ? (
            <GoLink className="button" data-plain="" href={lessonAddress({ view: 'edit', id })}>
              {t('build.backToBuilding')}
            </GoLink>
          ) : null}
        </p>
      )}
      {screen()}
      {undo.bar}
    </main>
  );
}

interface ScreenProps {
  readonly store: Store;
  readonly saving: Saving;
  readonly onRemoved: (text: string, back: () => void) => void;
}

function Lessons({
  store,
  saving: { save },
  onRemoved,
  onNew,
  onFiles,
}: ScreenProps & {
  readonly onNew: (id: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const { t } = useTranslation('lessons');
  const lessons = useKept(store, keptLessons);
  const work = useKept(store, allWork);
  const results = useKept(store, keptResults);
  const [sending, setSending] = useState<Lesson | null>(null);
  if (!lessons || !work || !results) return <p className={styles['empty']}>{t('opening')}</p>;
  const remove = async ({ kind, lesson, ...row }: KeptLesson) => {
    const answers = kind === 'received' ? await keptWork(store, lesson.id) : null;
    if (!(await save(forgetLesson(store, kind, lesson.id)))) return;
    if (answers) await save(forgetWork(store, lesson.id));
    onRemoved(
      t('removedLesson', { title: `\u2068${lesson.title === '' ? t('untitled') : lesson.title}\u2069` }),
      () => {
        void save(restoreLesson(store, { kind, lesson, ...row }));
        if (answers) void save(restoreWork(store, answers));
      },
    );
  };
  return (
    <>
      <Home
        lessons={lessons}
        work={work.items}
        results={results.items}
        onNew={() => {
          const author = lessons.items.find(({ kind }) => kind === 'made')?.lesson.author ?? null;
          const lesson = newLesson('', author);
          void save(keepLesson(store, 'made', lesson)).then((kept) => kept && onNew(lesson.id));
        }}
        onFiles={onFiles}
        onShare={({ lesson }) => setSending(lesson)}
        onRemove={(lesson) => void remove(lesson)}
      />
      {sending ? <Sending lesson={sending} onClose={() => setSending(null)} /> : null}
    </>
  );
}

function Sending({ lesson: made, onClose }: { readonly lesson: Lesson; readonly onClose: () => void }) {
  const { t } = useTranslation('lessons');
  const lesson = useMemo(() => asSent(made), [made]);
  return (
    <Sheet label={t('sending.title')} closeLabel={t('close', { ns: 'app' })} onClose={onClose} centred>
      <Send
        view="lesson"
        title={lesson.title}
        packed={useMemo(() => packLesson(lesson), [lesson])}
        file={{ name: fileName(lesson.title, 'lesson.json'), text: JSON.stringify(lesson, null, 2) }}
      />
    </Sheet>
  );
}

function Building({ store, saving: { save }, id, onRemoved }: ScreenProps & { readonly id: string }) {
  const { t } = useTranslation('lessons');
  const kept = useKept(
    store,
    useCallback((store: Store) => keptLesson(store, 'made', id), [id]),
  );
  const write = useCallback((change: (old: Lesson) => Lesson) => changeLesson(store, id, change), [store, id]);
  const [lesson, edit] = useDraft(kept && kept.lesson, write, save);
  const [sending, setSending] = useState(false);
  if (lesson === undefined) return <p className={styles['empty']}>{t('opening')}</p>;
  if (lesson === null) return <NotHere />;
  return (
    <>
      <Builder lesson={lesson} onEdit={edit} onRemoved={onRemoved} onSend={() => setSending(true)} />
      {sending ? <Sending lesson={lesson} onClose={() => setSending(false)} /> : null}
    </>
  );
}

function Trying({
  store,
  id,
  stop,
  onGo,
}: {
  readonly store: Store;
  readonly id: string;
  readonly stop: Stop;
  readonly onGo: (stop: Stop) => void;
}) {
  const { t } = useTranslation('lessons');
  const kept = useKept(
    store,
    useCallback((store: Store) => keptLesson(store, 'made', id), [id]),
  );
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const [now] = useState(() => new Date().toISOString());
  if (kept === undefined) return <p className={styles['empty']}>{t('opening')}</p>;
  if (kept === null) return <NotHere />;
  return (
    <>
      <p className={styles['small']}>{t('build.previewHint')}</p>
      <div className={styles['phone']}>
        <Walk
          lesson={kept.lesson}
          answers={answers}
          stop={stop}
          onGo={onGo}
          onAnswer={(step, answer) => setAnswers({ ...answers, [step]: answer })}
          showPassage={showPassage}
          end={
            <ResultSheet
              lesson={kept.lesson}
              answers={answers}
              sheet={{ id: 'Trial0', student: '', finished: now }}
              onName={() => {}}
              trial
            />
          }
        />
      </div>
    </>
  );
}

function Doing({
  store,
  saving: { save },
  id,
  stop,
  onGo,
}: Omit<ScreenProps, 'onRemoved'> & {
  readonly id: string;
  readonly stop: Stop;
  readonly onGo: (stop: Stop) => void;
}) {
  const { t } = useTranslation('lessons');
  const announce = useSession((session) => session.announce);
  const kept = useKept(
    store,
    useCallback((store: Store) => keptLesson(store, 'received', id), [id]),
  );
  const keptAnswers = useKept(
    store,
    useCallback(
      async (store: Store): Promise<KeptWork> =>
        (await keptWork(store, id)) ?? { key: id, work: { lesson: id, answers: {}, at: null }, sheet: null },
      [id],
    ),
  );
  const write = useCallback((change: (old: KeptWork) => KeptWork) => changeWork(store, id, change), [store, id]);
  const [work, edit] = useDraft(keptAnswers, write, save);
  const known = kept !== undefined && kept !== null && work !== undefined;
  // Where one is, for the next visit; and the sheet, once the end is reached.
  useEffect(() => {
    if (!known) return;
    const at = stop === 'end' ? null : stop;
    const sheet = { id: randomId(), student: '', finished: new Date().toISOString() };
    edit((old) => ({
      ...old,
      work: { ...old.work, at },
      sheet: old.sheet ?? (stop === 'end' ? sheet : null),
    }));
  }, [known, stop, edit]);
  if (kept === undefined || work === undefined || work === null)
    return <p className={styles['empty']}>{t('opening')}</p>;
  if (kept === null) return <NotHere />;
  const answer = (step: string, given: Answer) => {
    const finished = new Date().toISOString();
    edit((old) => ({
      ...old,
      work: { ...old.work, answers: { ...old.work.answers, [step]: given } },
      sheet: old.sheet && { ...old.sheet, finished },
    }));
    if (given.kind !== 'open') announce(t('walk.answerKept'));
  };
  return (
    <Walk
      lesson={kept.lesson}
      answers={work.work.answers}
      stop={stop}
      onGo={onGo}
      onAnswer={answer}
      showPassage={showPassage}
      end={
        work.sheet ? (
          <ResultSheet
            lesson={kept.lesson}
            answers={work.work.answers}
            sheet={work.sheet}
            onName={(student) => {
              const finished = new Date().toISOString();
              edit((old) => ({ ...old, sheet: old.sheet && { ...old.sheet, student, finished } }));
            }}
            trial={false}
          />
        ) : null
      }
    />
  );
}

function Results({ store, saving: { save }, id, onRemoved }: ScreenProps & { readonly id: string }) {
  const { t } = useTranslation('lessons');
  const results = useKept(store, keptResults);
  const lesson = useKept(
    store,
    useCallback(
      async (store: Store) => (await keptLesson(store, 'made', id)) ?? (await keptLesson(store, 'received', id)),
      [id],
    ),
  );
  if (!results || lesson === undefined) return <p className={styles['empty']}>{t('opening')}</p>;
  const remove = (result: LessonResult) =>
    void save(forgetResult(store, result.id)).then((gone) => {
      if (gone)
        onRemoved(t('table.removed', { name: `\u2068${result.student}\u2069` }), () => {
          void save(keepResult(store, result));
        });
    });
  return (
    <ClassTable
      lesson={lesson?.lesson ?? null}
      results={results.items.map(({ result }) => result).filter((result) => result.lesson === id)}
      onRemove={remove}
    />
  );
}

function NotHere() {
  const { t } = useTranslation('lessons');
  return (
    <section className={styles['offer']}>
      <h1>{t('notHere')}</h1>
      <p>{t('notHereHint')}</p>
    </section>
  );
}
