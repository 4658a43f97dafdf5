import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../core/article/article.ts';
import type { Answer, Task } from '../../core/lesson/lesson.ts';
import { markAnswer, quotationOf, rightSpeaker } from '../../core/lesson/mark.ts';
import { LESSON_LIMITS } from '../../core/lesson/schema.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './Walk.module.css';

interface StepTaskProps {
  readonly task: Task;
  /** The step's article; null where it is not there. */
  readonly article: Article | null;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
  /** Unlike any other in the page. */
  readonly name: string;
}

/** A question, the student's answer, and what there is to say of it. */
export function StepTask(props: StepTaskProps) {
  const { task } = props;
  if (task.kind === 'open') return <OpenTask {...props} task={task} />;
  if (task.kind === 'choice') return <ChoiceTask {...props} task={task} />;
  return <SpeakerTask {...props} task={task} />;
}

function OpenTask({
  task,
  answer,
  onAnswer,
  name,
}: StepTaskProps & { readonly task: Extract<Task, { kind: 'open' }> }) {
  const { t } = useTranslation('lessons');
  const [shown, setShown] = useState(false);
  const own = useRef<HTMLDivElement>(null);
  const text = answer?.kind === 'open' ? answer.text : '';
  return (
    <section className={styles['task']}>
      <h2 id={`${name}-question`}>
        <bdi>{task.question}</bdi>
      </h2>
      <textarea
        rows={5}
        dir="auto"
        aria-labelledby={`${name}-question`}
        placeholder={t('walk.yourAnswer')}
        maxLength={LESSON_LIMITS.text}
        value={text}
        onChange={(event) => onAnswer({ kind: 'open', text: event.target.value })}
      />
      {task.answer === null ? (
        <p className={styles['small']}>{t('walk.openHint')}</p>
      ) : shown ? (
        <div className={styles['feedback']} ref={own} tabIndex={-1} role="status">
          <h3>{t('walk.teachersAnswer')}</h3>
          <p>
            <bdi>{task.answer}</bdi>
          </p>
        </div>
      ) : (
        <button
          type="button"
          className="button"
          aria-disabled={text.trim() === ''}
          onClick={() => {
            if (text.trim() === '') return;
            setShown(true);
            requestAnimationFrame(() => own.current?.focus());
          }}
        >
          {t('walk.showAnswer')}
        </button>
      )}
    </section>
  );
}

function ChoiceTask({
  task,
  article,
  answer,
  onAnswer,
  name,
}: StepTaskProps & { readonly task: Extract<Task, { kind: 'choice' }> }) {
  const { t } = useTranslation('lessons');
  const given = answer?.kind === 'choice' ? answer.chosen : null;
  return (
    <Options
      name={name}
      question={<bdi>{task.question}</bdi>}
      hint={task.right.length > 1 ? t('walk.severalRight') : null}
      several={task.right.length > 1}
      options={task.options.map((label, index) => ({ value: String(index), label }))}
      given={given?.map(String) ?? null}
      right={task.right.map(String)}
      onGive={(chosen) => onAnswer({ kind: 'choice', chosen: chosen.map(Number) })}
      feedback={
        given === null ? null : (
          <>
            <Verdict mark={markAnswer(task, answer, article)} />
            {task.explanation === null ? null : (
              <p>
                <bdi>{task.explanation}</bdi>
              </p>
            )}
          </>
        )
      }
    />
  );
}

function SpeakerTask({
  task,
  article,
  answer,
  onAnswer,
  name,
}: StepTaskProps & { readonly task: Extract<Task, { kind: 'speaker' }> }) {
  const { t } = useTranslation('lessons');
  const { say, sense } = useFormat();
  const quotation = article && quotationOf(article, task);
  if (!article) return null;
  if (!quotation) return <p className={styles['carried']}>{t('walk.quotationGone')}</p>;
  const nameOf = (id: string | null) => {
    const entity = article.entities.find((candidate) => candidate.id === id);
    return entity ? say(entity.name) : null;
  };
  const right = rightSpeaker(article, task);
  const given = answer?.kind === 'speaker' ? answer.chosen : null;
  return (
    <Options
      name={name}
      question={t('walk.whoSays')}
      quoted={
        <blockquote lang="ar" dir="rtl">
          {quotation.contents.map((range) => (
            <p key={`${range.block} ${range.start}`}>{range.words}</p>
          ))}
        </blockquote>
      }
      hint={null}
      several={false}
      options={task.options.flatMap((id) => {
        const label = nameOf(id);
        return label === null ? [] : [{ value: id, label }];
      })}
      given={given === null ? null : [given]}
      right={right === null ? [] : [right]}
      onGive={([chosen]) => chosen !== undefined && onAnswer({ kind: 'speaker', chosen })}
      feedback={
        given === null ? null : (
          <>
            <Verdict mark={markAnswer(task, answer, article)} />
            {right === null ? null : (
              <p>
                {t('walk.because')} <bdi dir={sense(quotation.reason)}>{say(quotation.reason)}</bdi>
              </p>
            )}
          </>
        )
      }
    />
  );
}

/** Right or wrong, in a word and a sign. */
function Verdict({ mark }: { readonly mark: ReturnType<typeof markAnswer> }) {
  const { t } = useTranslation('lessons');
  return (
    <p className={styles['verdict']} data-mark={mark}>
      {mark === 'right' ? <Icon name="done" /> : mark === 'wrong' ? <Icon name="close" /> : null}
      {t(`mark.${mark}`)}
    </p>
  );
}

interface OptionsProps {
  readonly name: string;
  readonly question: ReactNode;
  readonly quoted?: ReactNode;
  readonly hint: string | null;
  readonly several: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What was answered; null before. */
  readonly given: readonly string[] | null;
  readonly right: readonly string[];
  readonly onGive: (chosen: readonly string[]) => void;
  readonly feedback: ReactNode;
}

/** Options to choose from; once an answer is given it stands, beside what is right. */
function Options({ name, question, quoted, hint, several, options, given, right, onGive, feedback }: OptionsProps) {
  const { t } = useTranslation('lessons');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const told = useRef<HTMLDivElement>(null);
  const done = given !== null;
  const now = given ?? chosen;
  const check = () => {
    if (chosen.length === 0) return;
    onGive(chosen);
    requestAnimationFrame(() => told.current?.focus());
  };
  return (
    <section className={styles['task']}>
      <fieldset>
        <legend>
          <h2>{question}</h2>
        </legend>
        {quoted}
        {hint === null || done ? null : <p className={styles['small']}>{hint}</p>}
        <ul className={styles['options']}>
          {options.map(({ value, label }) => (
            <li key={value} data-state={done ? stateOf(now.includes(value), right.includes(value)) : undefined}>
              <label>
                <input
                  type={several ? 'checkbox' : 'radio'}
                  name={`answer-${name}`}
                  checked={now.includes(value)}
                  disabled={done}
                  onChange={({ target }) =>
                    setChosen(
                      several
                        ? target.checked
                          ? [...chosen, value]
                          : chosen.filter((other) => other !== value)
                        : [value],
                    )
                  }
                />
                <span>
                  <bdi>{label}</bdi>
                </span>
                {done && (now.includes(value) || right.includes(value)) ? (
                  <em>{t(`option.${stateOf(now.includes(value), right.includes(value))}` as 'option.right')}</em>
                ) : null}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      {done ? null : (
        <button type="button" className="button" data-main="" aria-disabled={chosen.length === 0} onClick={check}>
          {t('walk.check')}
        </button>
      )}
      <div className={styles['feedback']} ref={told} tabIndex={-1} role="status" hidden={!done}>
        {feedback}
      </div>
    </section>
  );
}

function stateOf(chosen: boolean, right: boolean): 'right' | 'wrong' | 'missed' | 'rest' {
  if (chosen) return right ? 'right' : 'wrong';
  return right ? 'missed' : 'rest';
}
