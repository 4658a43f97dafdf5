import type { KeyboardEvent, PointerEvent } from 'react';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createLookup } from '../../core/article/lookup.ts';
import type { Step } from '../../core/lesson/lesson.ts';
import { LESSON_LIMITS } from '../../core/lesson/schema.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { articleAddress } from '../../session/place.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './Builder.module.css';
import { Field } from './Field.tsx';
import { glossaryFor, rangesOf } from './fresh.ts';
import { TaskEditor } from './TaskEditor.tsx';
import type { LessonArticle } from './use-articles.ts';
import { GoLink } from './GoLink.tsx';

interface StepEditorProps {
  readonly step: Step;
  readonly index: number;
  readonly count: number;
  readonly from: LessonArticle;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onEdit: (change: (old: Step) => Step) => void;
  /** Whether it is dragged, or another one would come before or behind it. */
  readonly dragged: 'dragged' | 'before' | 'behind' | undefined;
  readonly onDrag: (event: PointerEvent<HTMLElement>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One step of a lesson: its passage, and what the teacher adds to it. */
export function StepEditor({
  step,
  index,
  count,
  from,
  open,
  dragged,
  onOpen,
  onEdit,
  onDrag,
  onMove,
  onRemove,
}: StepEditorProps) {
  const { t } = useTranslation('lessons');
  const { say } = useFormat();
  const id = useId();
  const { article } = from;
  const lookup = useMemo(() => (article ? createLookup(article) : null), [article]);
  const ranges = useMemo(() => (article ? rangesOf(article, step.passages) : []), [article, step.passages]);
  const glossary = useMemo(() => (article ? glossaryFor(article, step.passages) : []), [article, step.passages]);
  const lost = article ? step.passages.length - ranges.length : 0;
  const place = index + 1;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={styles['step']} data-step={step.id} data-dragged={dragged} onKeyDown={onKeyDown}>
      <div className={styles['stepHead']}>
        {/* For hands; keyboards and readers by ear have the buttons. */}
        {count > 1 ? <span className={styles['grip']} aria-hidden="true" onPointerDown={onDrag} /> : null}
        <h3>
          <button type="button" aria-expanded={open} aria-controls={id} onClick={() => onOpen(!open)}>
            <span>{t('stepNth', { place })}</span>
            <span className={styles['kind']}>{t(`kind.${step.task?.kind ?? 'none'}`)}</span>
          </button>
        </h3>
        <span className={styles['tools']}>
          <button
            type="button"
            className="button"
            data-plain=""
            data-move="-1"
            aria-disabled={index === 0}
            aria-label={t('build.earlier', { place })}
            title={t('build.earlier', { place })}
            onClick={() => onMove(-1)}
          >
            <span aria-hidden="true">↑</span>
          </button>
          <button
            type="button"
            className="button"
            data-plain=""
            data-move="1"
            aria-disabled={index === count - 1}
            aria-label={t('build.later', { place })}
            title={t('build.later', { place })}
            onClick={() => onMove(1)}
          >
            <span aria-hidden="true">↓</span>
          </button>
          <button
            type="button"
            className="button"
            data-plain=""
            aria-label={t('build.removeStep', { place })}
            title={t('build.removeStep', { place })}
            onClick={onRemove}
          >
            <Icon name="close" />
          </button>
        </span>
      </div>
      {step.passages.length === 0 ? (
        <p className={styles['hint']}>{t('build.wholeArticle')}</p>
      ) : (
        <blockquote className={styles['passage']} lang="ar" dir="rtl" data-open={open}>
          {ranges.map((range) => (
            <p key={`${range.block} ${range.start}`}>{range.words}</p>
          ))}
        </blockquote>
      )}
      {lost > 0 ? <p className={styles['warning']}>{t('build.lost', { count: lost })}</p> : null}
      {from.state === 'missing' || from.state === 'failed' ? (
        <p className={styles['warning']}>{t(`walk.${from.state}`)}</p>
      ) : null}
      <div id={id} hidden={!open} className={styles['stepBody']}>
        {open ? (
          <>
            {article ? (
              <p className={styles['hint']}>
                {t('build.fromArticle')}{' '}
                {from.carried ? (
                  <bdi>{say(article.title)}</bdi>
                ) : (
                  <GoLink
                    href={`${articleAddress(article.id)}${step.passages.length > 0 ? `#${step.passages.join(',')}` : ''}`}
                  >
                    <bdi>{say(article.title)}</bdi>
                  </GoLink>
                )}
              </p>
            ) : null}
            <Field
              label={t('build.note')}
              value={step.note ?? ''}
              most={LESSON_LIMITS.text}
              rows={2}
              onChange={(note) => onEdit((old) => ({ ...old, note: note === '' ? null : note }))}
            />
            <TaskEditor
              name={`task-${step.id}`}
              task={step.task}
              lookup={lookup}
              passages={step.passages}
              onTask={(change) => onEdit((old) => ({ ...old, task: change(old.task) }))}
            />
            {glossary.length > 0 ? (
              <fieldset className={styles['set']}>
                <legend>{t('build.words')}</legend>
                <div className={styles['checks']}>
                  {glossary.slice(0, LESSON_LIMITS.words).map((entry) => (
                    <label key={entry.id}>
                      <input
                        type="checkbox"
                        checked={step.words.includes(entry.id)}
                        onChange={({ target }) =>
                          onEdit((old) => ({
                            ...old,
                            words: target.checked
                              ? [...old.words.filter((id) => id !== entry.id), entry.id]
                              : old.words.filter((id) => id !== entry.id),
                          }))
                        }
                      />
                      <span lang="ar">{entry.vocalised}</span>
                    </label>
                  ))}
                </div>
              </fieldset>
            ) : null}
          </>
        ) : null}
      </div>
    </li>
  );
}
