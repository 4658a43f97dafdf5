import { useTranslation } from 'react-i18next';
import { isOwn } from '../../core/article/own.ts';
import type { Lesson } from '../../core/lesson/lesson.ts';
import { LESSON_LIMITS } from '../../core/lesson/schema.ts';
import styles from './Builder.module.css';
import type { LessonArticle } from './use-articles.ts';

interface CarriedProps {
  readonly lesson: Lesson;
  readonly articleOf: (id: string) => LessonArticle;
  readonly onEdit: (change: (old: Lesson) => Lesson) => void;
}

/** The teacher's own texts that a lesson is about, each sent along where the teacher says so. Nothing where there are none. */
export function Carried({ lesson, articleOf, onEdit }: CarriedProps) {
  const { t } = useTranslation('lessons');
  const ids = [...new Set(lesson.steps.map(({ article }) => article))].filter(isOwn);
  if (ids.length === 0) return null;
  const carried = new Set(lesson.texts.map(({ id }) => id));
  const full = carried.size >= LESSON_LIMITS.texts;
  return (
    <fieldset className={styles['carried']}>
      <legend>{t('build.texts')}</legend>
      {ids.map((id) => {
        const { article } = articleOf(id);
        return (
          <label key={id}>
            <input
              type="checkbox"
              checked={carried.has(id)}
              disabled={article === null || (full && !carried.has(id))}
              onChange={({ target: { checked } }) =>
                onEdit((old) => {
                  const others = old.texts.filter((one) => one.id !== id);
                  return { ...old, texts: checked && article ? [...others, article] : others };
                })
              }
            />
            <span>{t('build.carry', { title: `\u2068${article?.title.ar ?? id}\u2069` })}</span>
          </label>
        );
      })}
      <p className={styles['hint']}>
        {t('build.carryHint')} {full ? t('build.carryFull', { count: LESSON_LIMITS.texts }) : null}
      </p>
    </fieldset>
  );
}
