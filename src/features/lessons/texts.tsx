import { useTranslation } from 'react-i18next';
import type { Article } from '../../core/article/article.ts';
import type { Answer, Task } from '../../core/lesson/lesson.ts';
import { quotationOf } from '../../core/lesson/mark.ts';
import { useFormat } from '../../i18n/use-format.ts';

interface QuestionTextProps {
  readonly task: Task;
  readonly article: Article | null;
}

/** What a task asks, in a line. */
export function QuestionText({ task, article }: QuestionTextProps) {
  const { t } = useTranslation('lessons');
  if (task.kind !== 'speaker') return <bdi>{task.question}</bdi>;
  const quotation = article && quotationOf(article, task);
  return (
    <>
      {t('walk.whoSays')}{' '}
      {quotation ? (
        <q lang="ar">
          <bdi>{quotation.contents.map(({ words }) => words).join(' … ')}</bdi>
        </q>
      ) : null}
    </>
  );
}

/** What was answered, in the words of the options. */
export function AnswerText({ task, answer, article }: QuestionTextProps & { readonly answer: Answer | undefined }) {
  const { t } = useTranslation('lessons');
  const { say, comma } = useFormat();
  if (answer === undefined || answer.kind !== task.kind) return <>—</>;
  if (answer.kind === 'open') return <bdi>{answer.text.trim() === '' ? '—' : answer.text}</bdi>;
  if (answer.kind === 'choice') {
    const options = task.kind === 'choice' ? task.options : [];
    return (
      <>
        {answer.chosen.map((index, at) => (
          <span key={index}>
            {at === 0 ? '' : comma}
            <bdi>{options[index] ?? t('noSuchOption')}</bdi>
          </span>
        ))}
      </>
    );
  }
  const entity = article?.entities.find(({ id }) => id === answer.chosen);
  return <bdi>{entity ? say(entity.name) : answer.chosen}</bdi>;
}
