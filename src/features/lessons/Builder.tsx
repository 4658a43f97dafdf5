import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lesson, Step } from '../../core/lesson/lesson.ts';
import { missingIn } from '../../core/lesson/mark.ts';
import { LESSON_LIMITS } from '../../core/lesson/schema.ts';
import { levels } from '../../core/dataset/schema.ts';
import { lessonAddress } from '../../session/lesson-place.ts';
import { libraryAddress } from '../../session/place.ts';
import { useSession } from '../../session/store.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Icon } from '../../ui/icons.tsx';
import styles from './Builder.module.css';
import { Carried } from './Carried.tsx';
import { Field } from './Field.tsx';
import { StepEditor } from './StepEditor.tsx';
import { useArticles } from './use-articles.ts';
import { useDrag } from './use-drag.ts';
import { GoLink } from './GoLink.tsx';

interface BuilderProps {
  readonly lesson: Lesson;
  /** Changes the lesson wherever it is kept; called with each letter. */
  readonly onEdit: (change: (old: Lesson) => Lesson) => void;
  readonly onRemoved: (text: string, back: () => void) => void;
  readonly onSend: () => void;
}

/** Where a teacher makes a lesson of the passages they selected. Everything is kept as it is written. */
export function Builder({ lesson, onEdit, onRemoved, onSend }: BuilderProps) {
  const { t } = useTranslation('lessons');
  const announce = useSession((session) => session.announce);
  const articleOf = useArticles([lesson]);
  const [open, setOpen] = useState<string | null>(lesson.steps.at(-1)?.id ?? null);
  const [told, setTold] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  /** What had the focus in a step that moves: an element that is moved loses it. */
  const moved = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (moved.current === null) return;
    list.current?.querySelector<HTMLElement>(moved.current)?.focus();
    moved.current = null;
  }, [lesson.steps]);

  const editStep = (id: string, change: (old: Step) => Step) =>
    onEdit((old) => ({ ...old, steps: old.steps.map((step) => (step.id === id ? change(step) : step)) }));
  const moveTo = (id: string, to: number) => {
    onEdit((old) => {
      const steps = old.steps.filter((step) => step.id !== id);
      const step = old.steps.find((step) => step.id === id);
      return step ? { ...old, steps: [...steps.slice(0, to), step, ...steps.slice(to)] } : old;
    });
    announce(t('build.movedTo', { place: to + 1, count: lesson.steps.length }));
  };
  const move = (id: string, by: 1 | -1) => {
    const to = lesson.steps.findIndex((step) => step.id === id) + by;
    if (to < 0 || to >= lesson.steps.length) return;
    moved.current = `[data-step="${id}"] [data-move="${by}"]`;
    moveTo(id, to);
  };
  const drag = useDrag(list, (from, to) => {
    const step = lesson.steps[from];
    if (step) moveTo(step.id, to);
  });
  const remove = (id: string) => {
    const at = lesson.steps.findIndex((step) => step.id === id);
    const step = lesson.steps[at];
    if (!step) return;
    onEdit((old) => ({ ...old, steps: old.steps.filter((other) => other.id !== id) }));
    onRemoved(t('build.removed', { place: at + 1 }), () =>
      onEdit((old) =>
        old.steps.some((other) => other.id === id)
          ? old
          : { ...old, steps: [...old.steps.slice(0, at), step, ...old.steps.slice(at)] },
      ),
    );
  };
  const missing = missingIn(lesson);
  const send = () => {
    if (missing.length === 0) return onSend();
    setTold(true);
    announce(t('build.missingTitle'));
  };
  return (
    <>
      <header className={styles['head']}>
        <h1>{t('build.title')}</h1>
        <p>{t('build.kept')}</p>
      </header>
      <div className={styles['about']}>
        <Field
          label={t('build.name')}
          value={lesson.title}
          most={LESSON_LIMITS.title}
          onChange={(title) => onEdit((old) => ({ ...old, title }))}
        />
        <Field
          label={t('build.author')}
          hint={t('build.authorHint')}
          value={lesson.author ?? ''}
          most={LESSON_LIMITS.name}
          onChange={(author) => onEdit((old) => ({ ...old, author: orNull(author) }))}
        />
        <Choice
          legend={t('build.level')}
          name="lesson-level"
          value={lesson.level ?? 'none'}
          options={[
            { value: 'none', label: t('build.noLevel') },
            ...levels.map((level) => ({ value: level, label: t(`level.${level}`, { ns: 'shelf' }) })),
          ]}
          onChoose={(level) => onEdit((old) => ({ ...old, level: level === 'none' ? null : level }))}
        />
        <Field
          label={t('build.intro')}
          value={lesson.intro ?? ''}
          most={LESSON_LIMITS.text}
          rows={2}
          onChange={(intro) => onEdit((old) => ({ ...old, intro: orNull(intro) }))}
        />
      </div>
      <h2 className={styles['section']}>{t('build.steps')}</h2>
      {lesson.steps.length === 0 ? <p className={styles['hint']}>{t('build.noSteps')}</p> : null}
      <ol className={styles['steps']} ref={list}>
        {lesson.steps.map((step, index) => (
          <StepEditor
            key={step.id}
            step={step}
            index={index}
            count={lesson.steps.length}
            from={articleOf(step.article)}
            open={open === step.id}
            onOpen={(yes) => setOpen(yes ? step.id : null)}
            onEdit={(change) => editStep(step.id, change)}
            dragged={drag.stateOf(index)}
            onDrag={(event) => drag.begin(index, event)}
            onMove={(by) => move(step.id, by)}
            onRemove={() => remove(step.id)}
          />
        ))}
      </ol>
      <p className={styles['hint']}>
        {t('build.addHint')} <GoLink href={libraryAddress()}>{t('toLibrary')}</GoLink>
      </p>
      <Carried lesson={lesson} articleOf={articleOf} onEdit={onEdit} />
      {told && missing.length > 0 ? (
        <section className={styles['missing']} aria-labelledby="missing-title">
          <h2 id="missing-title">{t('build.missingTitle')}</h2>
          <ul>
            {missing.map(({ step, what }) => (
              <li key={`${step} ${what}`}>
                {step === null ? null : `${t('stepNth', { place: placeOf(lesson, step) })}: `}
                {t(`missing.${what}`)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <div className={styles['bar']}>
        <GoLink className="button" href={lessonAddress({ view: 'try', id: lesson.id, stop: null })}>
          <Icon name="show" />
          {t('build.preview')}
        </GoLink>
        <button type="button" className="button" data-main="" onClick={send}>
          <Icon name="share" />
          {t('send')}
        </button>
      </div>
    </>
  );
}

const orNull = (text: string): string | null => (text === '' ? null : text);
const placeOf = (lesson: Lesson, id: string): number => lesson.steps.findIndex((step) => step.id === id) + 1;
