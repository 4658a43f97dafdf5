import { useTranslation } from 'react-i18next';
import { packResult } from '../../core/lesson/compact.ts';
import type { Answer, Lesson, LessonResult } from '../../core/lesson/lesson.ts';
import { markAnswer } from '../../core/lesson/mark.ts';
import { LESSON_LIMITS } from '../../core/lesson/schema.ts';
import { askingSteps } from '../../core/lesson/table.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Field } from './Field.tsx';
import { fileName } from './files.ts';
import { Send } from './Send.tsx';
import { AnswerText, QuestionText } from './texts.tsx';
import { useArticles } from './use-articles.ts';
import styles from './Sheet.module.css';

interface ResultSheetProps {
  readonly lesson: Lesson;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly sheet: { readonly id: string; readonly student: string; readonly finished: string };
  readonly onName: (student: string) => void;
  /** A teacher's trial: there is nobody to send it to. */
  readonly trial: boolean;
}

/** What the student answered, with what could be marked, to print, to keep or to send back. */
export function ResultSheet({ lesson, answers, sheet, onName, trial }: ResultSheetProps) {
  const { t } = useTranslation('lessons');
  const { date } = useFormat();
  const articleOf = useArticles([lesson]);
  const steps = askingSteps(lesson);
  const marks = steps.map((step) => markAnswer(step.task, answers[step.id], articleOf(step.article).article));
  const marked = marks.filter((mark) => mark === 'right' || mark === 'wrong').length;
  const right = marks.filter((mark) => mark === 'right').length;
  const result: LessonResult = {
    format: 'isnad-result',
    version: 1,
    id: sheet.id,
    lesson: lesson.id,
    lessonTitle: lesson.title,
    student: sheet.student,
    finished: sheet.finished,
    answers,
  };
  return (
    <section className={styles['sheet']} aria-label={t('sheet.title')}>
      <p className={styles['printed']}>
        <b>
          <bdi>{lesson.title}</bdi>
        </b>
        <span>
          <bdi>{sheet.student === '' ? t('sheet.noName') : sheet.student}</bdi> · {date(sheet.finished)}
        </span>
      </p>
      {marked > 0 ? <p className={styles['score']}>{t('sheet.score', { right, count: marked })}</p> : null}
      {steps.length === 0 ? <p>{t('sheet.noQuestions')}</p> : null}
      <ol className={styles['answers']}>
        {steps.map((step, index) => {
          const { article } = articleOf(step.article);
          const mark = marks[index] ?? 'unanswered';
          return (
            <li key={step.id}>
              <h2>
                <QuestionText task={step.task} article={article} />
              </h2>
              <p className={styles['given']}>
                <AnswerText task={step.task} answer={answers[step.id]} article={article} />
              </p>
              <p className={styles['mark']} data-mark={mark}>
                {t(`mark.${mark}`)}
              </p>
            </li>
          );
        })}
      </ol>
      <div className={styles['back']}>
        {trial ? (
          <p className={styles['hint']}>{t('sheet.trial')}</p>
        ) : (
          <>
            <h2>{t('sheet.sendBack')}</h2>
            <Field
              label={t('sheet.name')}
              hint={t('sheet.nameHint')}
              value={sheet.student}
              most={LESSON_LIMITS.name}
              onChange={onName}
            />
            <Send
              view="result"
              title={t('sheet.message', { title: lesson.title })}
              packed={packResult(result)}
              file={{
                name: fileName(`${lesson.title} ${sheet.student}`, 'result.json'),
                text: JSON.stringify(result, null, 2),
              }}
            />
          </>
        )}
        <button type="button" className="button" onClick={() => window.print()}>
          {t('sheet.print')}
        </button>
      </div>
    </section>
  );
}
