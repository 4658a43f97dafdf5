import { useTranslation } from 'react-i18next';
import type { Article } from '../../core/article/article.ts';
import { writeCsv } from '../../core/lesson/csv.ts';
import type { Answer, Lesson, LessonResult } from '../../core/lesson/lesson.ts';
import { quotationOf } from '../../core/lesson/mark.ts';
import { type AskingStep, newest, tableOf } from '../../core/lesson/table.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './ClassTable.module.css';
import { fileName, saveText } from './files.ts';
import { AnswerText, QuestionText } from './texts.tsx';
import { useArticles } from './use-articles.ts';

interface ClassTableProps {
  /** Null where the lesson itself is not on this device. */
  readonly lesson: Lesson | null;
  readonly results: readonly LessonResult[];
  readonly onRemove: (result: LessonResult) => void;
}

/** A class's answers: a row a student, a column a question, and how many had it right. */
export function ClassTable({ lesson, results, onRemove }: ClassTableProps) {
  const { t } = useTranslation('lessons');
  const { number, percent, date, say } = useFormat();
  const articles = useArticles(lesson ? [lesson] : []);
  const articleOf = (id: string) => articles(id).article;
  const byName = [...newest(results)].sort((a, b) => a.student.localeCompare(b.student, 'ar'));
  const title = lesson?.title ?? results[0]?.lessonTitle ?? '';
  if (!lesson) {
    return (
      <>
        <Head title={title} count={byName.length} />
        <p className={styles['hint']}>{t('table.noLesson')}</p>
        <ul className={styles['bare']}>
          {byName.map((result) => (
            <li key={result.id}>
              <b>
                <bdi>{result.student === '' ? t('sheet.noName') : result.student}</bdi>
              </b>{' '}
              {date(result.finished)}
              <span className={styles['removing']}>
                <Remove result={result} onRemove={onRemove} />
              </span>
            </li>
          ))}
        </ul>
      </>
    );
  }
  const { steps, rows, shares } = tableOf(lesson, byName, articleOf);
  const placeOf = (step: AskingStep) => lesson.steps.findIndex(({ id }) => id === step.id) + 1;
  const csv = () => {
    const markOf = (mark: (typeof rows)[number]['marks'][number]) => t(`mark.${mark}`);
    const head = [
      t('table.student'),
      t('table.finished'),
      ...steps.flatMap((step) => {
        const nth = t('stepNth', { place: placeOf(step) });
        return [
          `${nth}: ${questionIn(step, articleOf(step.article), t('walk.whoSays'))}`,
          `${nth}: ${t('table.mark')}`,
        ];
      }),
      t('table.right'),
    ];
    const body = rows.map(({ result, marks, right }) => [
      result.student,
      result.finished,
      ...steps.flatMap((step, index) => [
        answerIn(step, result.answers[step.id], articleOf(step.article), (entity) => say(entity)),
        markOf(marks[index] ?? 'unanswered'),
      ]),
      right,
    ]);
    saveText(fileName(title, 'csv'), writeCsv([head, ...body]), 'text/csv');
  };
  const right = rows.reduce((sum, row) => sum + row.right, 0);
  const marked = rows.reduce((sum, row) => sum + row.marked, 0);
  const open = steps.filter(({ task }) => task.kind === 'open');
  return (
    <>
      <Head title={title} count={rows.length} />
      {rows.length === 0 ? <p className={styles['hint']}>{t('table.none')}</p> : null}
      {rows.length > 0 ? (
        <>
          {/* A table is wider than a phone: it scrolls by itself, and by keyboard with the buttons at its end. */}
          <section className={styles['scroll']} aria-label={t('table.title')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('table.student')}</th>
                  {steps.map((step) => (
                    <th key={step.id} scope="col">
                      <span>{t('stepNth', { place: placeOf(step) })}</span>
                      <small>{t(`kind.${step.task.kind}`)}</small>
                    </th>
                  ))}
                  <th scope="col">{t('table.right')}</th>
                  <th scope="col" className={styles['removing']}>
                    <span className="unseen">{t('remove')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ result, marks, right, marked }) => (
                  <tr key={result.id}>
                    <th scope="row">
                      <bdi>{result.student === '' ? t('sheet.noName') : result.student}</bdi>
                      <small>{date(result.finished)}</small>
                    </th>
                    {steps.map((step, index) => {
                      const mark = marks[index] ?? 'unanswered';
                      return (
                        <td key={step.id} data-mark={mark}>
                          {mark === 'right' ? <Icon name="done" /> : mark === 'wrong' ? <Icon name="close" /> : null}
                          {mark === 'right' || mark === 'wrong' ? (
                            <span className="unseen">{t(`mark.${mark}`)}</span>
                          ) : null}
                          <span className={styles['answer']}>
                            <AnswerText
                              task={step.task}
                              answer={result.answers[step.id]}
                              article={articleOf(step.article)}
                            />
                          </span>
                        </td>
                      );
                    })}
                    <td>{t('table.rightOf', { right, count: marked })}</td>
                    <td className={styles['removing']}>
                      <Remove result={result} onRemove={onRemove} />
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{t('table.share')}</th>
                  {steps.map((step, index) => {
                    const share = shares[index] ?? null;
                    return <td key={step.id}>{share === null ? '—' : percent(share)}</td>;
                  })}
                  <td colSpan={2}>{marked === 0 ? '—' : percent(right / marked)}</td>
                </tr>
              </tfoot>
            </table>
          </section>
          <div className={styles['actions']}>
            <button type="button" className="button" onClick={csv}>
              {t('table.csv')}
            </button>
          </div>
          {open.map((step) => (
            <section key={step.id} className={styles['open']} aria-labelledby={`open-${step.id}`}>
              <h2 id={`open-${step.id}`}>
                {number(placeOf(step))}. <QuestionText task={step.task} article={articleOf(step.article)} />
              </h2>
              <ul>
                {rows.map(({ result }) => (
                  <li key={result.id}>
                    <b>
                      <bdi>{result.student === '' ? t('sheet.noName') : result.student}</bdi>
                    </b>
                    <p>
                      <AnswerText task={step.task} answer={result.answers[step.id]} article={null} />
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      ) : null}
    </>
  );
}

function Head({ title, count }: { readonly title: string; readonly count: number }) {
  const { t } = useTranslation('lessons');
  return (
    <header className={styles['head']}>
      <p>
        <bdi>{title === '' ? t('untitled') : title}</bdi>
      </p>
      <h1>{t('table.title')}</h1>
      {count > 0 ? <p>{t('answersOf', { count })}</p> : null}
    </header>
  );
}

function Remove({
  result,
  onRemove,
}: {
  readonly result: LessonResult;
  readonly onRemove: (result: LessonResult) => void;
}) {
  const { t } = useTranslation('lessons');
  return (
    <button
      type="button"
      className="button"
      data-plain=""
      aria-label={t('table.remove', {
        name: `\u2068${result.student === '' ? t('sheet.noName') : result.student}\u2069`,
      })}
      onClick={() => onRemove(result)}
    >
      <Icon name="close" />
    </button>
  );
}

/** The question as plain text. */
function questionIn({ task }: AskingStep, article: Article | null, whoSays: string): string {
  if (task.kind !== 'speaker') return task.question;
  const words =
    (article &&
      quotationOf(article, task)
        ?.contents.map((range) => range.words)
        .join(' … ')) ??
    '';
  return `${whoSays} ${words}`.trim();
}

/** The answer as plain text; nothing where there is none. */
function answerIn(
  { task }: AskingStep,
  answer: Answer | undefined,
  article: Article | null,
  say: (name: Article['entities'][number]['name']) => string,
): string {
  if (answer === undefined || answer.kind !== task.kind) return '';
  if (answer.kind === 'open') return answer.text;
  if (answer.kind === 'choice')
    return answer.chosen.flatMap((index) => (task.kind === 'choice' ? (task.options[index] ?? []) : [])).join(' | ');
  const entity = article?.entities.find(({ id }) => id === answer.chosen);
  return entity ? say(entity.name) : answer.chosen;
}
