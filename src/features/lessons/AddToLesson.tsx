import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../core/article/article.ts';
import type { Lesson } from '../../core/lesson/lesson.ts';
import { LESSON_LIMITS } from '../../core/lesson/schema.ts';
import { changeLesson, forgetLesson, keepLesson, keptLessons } from '../../library/lessons.ts';
import { lessonAddress } from '../../session/lesson-place.ts';
import { Icon } from '../../ui/icons.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import styles from './lessons.module.css';
import { Field } from './Field.tsx';
import { newLesson, rangesOf, withStep } from './fresh.ts';
import { StoreNotice } from './StoreNotice.tsx';
import { useKept, useSaving, useStore } from '../../library/use-kept.ts';
import { GoLink } from './GoLink.tsx';

interface AddToLessonProps {
  readonly article: Article;
  readonly passages: readonly string[];
  readonly onClose: () => void;
}

interface Added {
  readonly lesson: string;
  readonly title: string;
  readonly step: string;
  readonly place: number;
  /** The lesson was begun with it, and goes with it. */
  readonly begun: boolean;
}

/** Selected passages become a step of a lesson: one that is there, or a new one. */
export function AddToLesson({ article, passages, onClose }: AddToLessonProps) {
  const { t } = useTranslation('lessons');
  const store = useStore();
  const kept = useKept(store, keptLessons);
  const { fault, save } = useSaving();
  const [title, setTitle] = useState('');
  const [added, setAdded] = useState<Added | null>(null);
  const lessons = (kept?.items ?? []).filter(({ kind }) => kind === 'made').map(({ lesson }) => lesson);

  const add = async (id: string) => {
    if (!store) return;
    let done: Added | null = null;
    const kept = await save(
      changeLesson(store, id, (old) => {
        const next = withStep(old, article.id, passages);
        const step = next === old ? undefined : next.steps.at(-1);
        done = step ? { lesson: id, title: old.title, step: step.id, place: next.steps.length, begun: false } : null;
        return next;
      }),
    );
    if (kept) setAdded(done);
  };
  const begin = async () => {
    if (!store) return;
    // A lesson of the same teacher: they are named as in the last one.
    const lesson = withStep(newLesson(title.trim(), lessons[0]?.author ?? null), article.id, passages);
    const step = lesson.steps[0]?.id ?? '';
    if (await save(keepLesson(store, 'made', lesson)))
      setAdded({ lesson: lesson.id, title: lesson.title, step, place: 1, begun: true });
  };
  const undo = async () => {
    if (!store || !added) return;
    const { lesson, step, begun } = added;
    const without = (old: Lesson): Lesson => ({ ...old, steps: old.steps.filter(({ id }) => id !== step) });
    const undone = await save(begun ? forgetLesson(store, 'made', lesson) : changeLesson(store, lesson, without));
    if (undone) setAdded(null);
  };
  const nameOf = (title: string) => (title === '' ? t('untitled') : title);

  return (
    <Sheet label={t('add.title')} closeLabel={t('close', { ns: 'app' })} onClose={onClose} centred>
      <div className={styles['add']}>
        {store ? <StoreNotice mode={store.mode()} fault={fault} /> : null}
        {added ? (
          <>
            <p role="status">{t('add.done', { title: `\u2068${nameOf(added.title)}\u2069`, place: added.place })}</p>
            <div className={styles['actions']}>
              <GoLink className="button" data-main="" href={lessonAddress({ view: 'edit', id: added.lesson })}>
                {t('add.edit')}
              </GoLink>
              <button type="button" className="button" onClick={onClose}>
                {t('add.goOn')}
              </button>
              <button type="button" className="button" data-plain="" onClick={() => void undo()}>
                <Icon name="return" turns />
                {t('undo')}
              </button>
            </div>
          </>
        ) : (
          <>
            <blockquote className={styles['passages']} lang="ar" dir="rtl">
              {rangesOf(article, passages).map((range) => (
                <p key={`${range.block} ${range.start}`}>{range.words}</p>
              ))}
            </blockquote>
            {lessons.length > 0 ? (
              <section aria-labelledby="add-to">
                <h3 id="add-to">{t('add.to')}</h3>
                <ul className={styles['pick']}>
                  {lessons.map((lesson) => (
                    <li key={lesson.id}>
                      <button
                        type="button"
                        className="button"
                        disabled={lesson.steps.length >= LESSON_LIMITS.steps}
                        onClick={() => void add(lesson.id)}
                      >
                        <bdi>{nameOf(lesson.title)}</bdi>
                        <span>{t('steps', { count: lesson.steps.length })}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            <form
              className={styles['begin']}
              onSubmit={(event) => {
                event.preventDefault();
                void begin();
              }}
            >
              <Field label={t('add.newTitle')} value={title} most={LESSON_LIMITS.title} onChange={setTitle} />
              <button type="submit" className="button" data-main="">
                <Icon name="add" />
                {t('add.begin')}
              </button>
            </form>
          </>
        )}
      </div>
    </Sheet>
  );
}
