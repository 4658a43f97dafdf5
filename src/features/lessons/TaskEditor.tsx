import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import type { Task } from '../../core/lesson/lesson.ts';
import { linkOfQuotation, quotationOf } from '../../core/lesson/mark.ts';
import { LESSON_LIMITS } from '../../core/lesson/schema.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Icon } from '../../ui/icons.tsx';
import styles from './Builder.module.css';
import { Field } from './Field.tsx';
import { newTask, quotationsFor, speakerOptions } from './fresh.ts';

interface TaskEditorProps {
  /** Unlike any other in the page. */
  readonly name: string;
  readonly task: Task | null;
  /** Null where the article is not there. */
  readonly lookup: ArticleLookup | null;
  readonly passages: readonly string[];
  readonly onTask: (change: (old: Task | null) => Task | null) => void;
}

type Choosing = Extract<Task, { kind: 'choice' }>;
type Asking = Extract<Task, { kind: 'speaker' }>;

/** What the student is asked at a step. */
export function TaskEditor({ name, task, lookup, passages, onTask }: TaskEditorProps) {
  const { t } = useTranslation('lessons');
  const quoted = lookup !== null && quotationsFor(lookup.article, passages).length > 0;
  const kinds = ['none', 'open', 'choice', 'speaker'] as const;
  return (
    <>
      <Choice
        legend={t('build.task')}
        name={name}
        value={task?.kind ?? 'none'}
        options={kinds
          .filter((kind) => kind !== 'speaker' || quoted || task?.kind === 'speaker')
          .map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChoose={(kind) =>
          onTask((old) =>
            (old?.kind ?? 'none') === kind ? old : kind === 'none' ? null : newTask(kind, lookup, passages),
          )
        }
        {...(quoted ? {} : { help: t('build.noQuotation') })}
      />
      {task?.kind === 'open' ? (
        <>
          <Field
            label={t('build.question')}
            value={task.question}
            most={LESSON_LIMITS.question}
            rows={2}
            onChange={(question) => onTask((old) => (old?.kind === 'open' ? { ...old, question } : old))}
          />
          <Field
            label={t('build.ownAnswer')}
            hint={t('build.ownAnswerHint')}
            value={task.answer ?? ''}
            most={LESSON_LIMITS.text}
            rows={2}
            onChange={(answer) =>
              onTask((old) => (old?.kind === 'open' ? { ...old, answer: answer === '' ? null : answer } : old))
            }
          />
        </>
      ) : null}
      {task?.kind === 'choice' ? (
        <ChoiceEditor
          name={name}
          task={task}
          onTask={(change) => onTask((old) => (old?.kind === 'choice' ? change(old) : old))}
        />
      ) : null}
      {task?.kind === 'speaker' ? (
        <SpeakerEditor task={task} lookup={lookup} passages={passages} onTask={(next) => onTask(() => next)} />
      ) : null}
    </>
  );
}

function ChoiceEditor({
  name,
  task,
  onTask,
}: {
  readonly name: string;
  readonly task: Choosing;
  readonly onTask: (change: (old: Choosing) => Choosing) => void;
}) {
  const { t } = useTranslation('lessons');
  const without = (index: number) => (old: Choosing) => ({
    ...old,
    options: old.options.filter((_, other) => other !== index),
    right: old.right.filter((right) => right !== index).map((right) => (right > index ? right - 1 : right)),
  });
  return (
    <>
      <Field
        label={t('build.question')}
        value={task.question}
        most={LESSON_LIMITS.question}
        rows={2}
        onChange={(question) => onTask((old) => ({ ...old, question }))}
      />
      <fieldset className={styles['set']}>
        <legend>{t('build.options')}</legend>
        <ul className={styles['options']}>
          {task.options.map((option, index) => (
            // Options have no names of their own; their place is what they are known by.
            // biome-ignore lint: see above
            <li key={`${name} ${index}`}>
              <input
                type="checkbox"
                aria-label={t('build.isRight', { place: index + 1 })}
                checked={task.right.includes(index)}
                onChange={({ target }) =>
                  onTask((old) => ({
                    ...old,
                    right: target.checked
                      ? [...old.right.filter((other) => other !== index), index].sort((a, b) => a - b)
                      : old.right.filter((other) => other !== index),
                  }))
                }
              />
              <input
                type="text"
                dir="auto"
                aria-label={t('build.option', { place: index + 1 })}
                value={option}
                maxLength={LESSON_LIMITS.option}
                onChange={({ target }) =>
                  onTask((old) => ({
                    ...old,
                    options: old.options.map((other, at) => (at === index ? target.value : other)),
                  }))
                }
              />
              <button
                type="button"
                className="button"
                data-plain=""
                aria-label={t('build.removeOption', { place: index + 1 })}
                onClick={() => onTask(without(index))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
        <p className={styles['hint']}>{t('build.rightHint')}</p>
        {task.options.length < LESSON_LIMITS.options ? (
          <button
            type="button"
            className="button"
            onClick={() => onTask((old) => ({ ...old, options: [...old.options, ''] }))}
          >
            <Icon name="add" />
            {t('build.addOption')}
          </button>
        ) : null}
      </fieldset>
      <Field
        label={t('build.explanation')}
        hint={t('build.explanationHint')}
        value={task.explanation ?? ''}
        most={LESSON_LIMITS.text}
        rows={2}
        onChange={(explanation) => onTask((old) => ({ ...old, explanation: explanation === '' ? null : explanation }))}
      />
    </>
  );
}

function SpeakerEditor({
  task,
  lookup,
  passages,
  onTask,
}: {
  readonly task: Asking;
  readonly lookup: ArticleLookup | null;
  readonly passages: readonly string[];
  readonly onTask: (task: Asking) => void;
}) {
  const { t } = useTranslation('lessons');
  const { say } = useFormat();
  if (!lookup) return <p className={styles['warning']}>{t('walk.missing')}</p>;
  const quotation = quotationOf(lookup.article, task);
  const quotations = quotationsFor(lookup.article, passages);
  const right = quotation?.speaker ?? null;
  const people = lookup.article.entities.filter(
    ({ id, type }) =>
      ['person', 'organization', 'group'].includes(type) || task.options.includes(id) || lookup.spokenBy(id).length > 0,
  );
  return (
    <>
      {quotation === null ? <p className={styles['warning']}>{t('walk.quotationGone')}</p> : null}
      <p className={styles['field']}>
        <label htmlFor={`${passages.join()}-quotation`}>{t('build.quotation')}</label>
        <select
          id={`${passages.join()}-quotation`}
          value={quotation?.id ?? ''}
          onChange={({ target }) => {
            const chosen = lookup.quotation(target.value);
            if (chosen)
              onTask({ kind: 'speaker', quotation: linkOfQuotation(chosen), options: speakerOptions(lookup, chosen) });
          }}
        >
          {quotation === null ? <option value="">—</option> : null}
          {(quotation && !quotations.includes(quotation) ? [quotation, ...quotations] : quotations).map((one) => (
            <option key={one.id} value={one.id} lang="ar">
              {shortened(one.contents.map(({ words }) => words).join(' … '))}
            </option>
          ))}
        </select>
      </p>
      <fieldset className={styles['set']}>
        <legend>{t('build.speakers')}</legend>
        <div className={styles['checks']}>
          {people.map((entity) => (
            <label key={entity.id}>
              <input
                type="checkbox"
                checked={task.options.includes(entity.id)}
                aria-disabled={entity.id === right}
                onChange={({ target }) => {
                  // The right one stays among them.
                  if (entity.id === right) return;
                  const options = people
                    .map(({ id }) => id)
                    .filter((id) => (id === entity.id ? target.checked : task.options.includes(id)));
                  if (options.length <= LESSON_LIMITS.options) onTask({ ...task, options });
                }}
              />
              <bdi>{say(entity.name)}</bdi>
              {entity.id === right ? <em>{t('build.rightSpeaker')}</em> : null}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

const MOST_SHOWN = 90;
const shortened = (words: string): string =>
  words.length <= MOST_SHOWN ? words : `${words.slice(0, words.lastIndexOf(' ', MOST_SHOWN))} …`;
