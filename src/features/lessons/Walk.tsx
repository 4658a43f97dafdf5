import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../core/article/article.ts';
import type { Answer, Lesson, Step } from '../../core/lesson/lesson.ts';
import type { Stop } from '../../session/lesson-place.ts';
import { useSession } from '../../session/store.ts';
import { Icon } from '../../ui/icons.tsx';
import { StepTask } from './StepTask.tsx';
import { useArticles } from './use-articles.ts';
import styles from './Walk.module.css';

/** How the page shows a step's passage: features do not know each other, so that whoever holds both makes it. */
export type ShowPassage = (step: Step, article: Article) => ReactNode;

interface WalkProps {
  readonly lesson: Lesson;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly stop: Stop;
  readonly onGo: (stop: Stop) => void;
  readonly onAnswer: (step: string, answer: Answer) => void;
  readonly showPassage: ShowPassage;
  /** What stands at the end: the sheet of answers. */
  readonly end: ReactNode;
}

/** A student's way through a lesson, a step at a time, at their own pace. */
export function Walk({ lesson, answers, stop, onGo, onAnswer, showPassage, end }: WalkProps) {
  const { t } = useTranslation('lessons');
  const announce = useSession((session) => session.announce);
  const at = stop === 'end' ? lesson.steps.length : lesson.steps.findIndex(({ id }) => id === stop);
  const step = lesson.steps[at];
  const heading = useRef<HTMLHeadingElement>(null);
  const walk = useRef<HTMLDivElement>(null);
  const arrived = useRef(false);
  const count = lesson.steps.length;
  const place = at + 1;

  // Each step begins at its head, for the eye, the keyboard and the ear.
  useEffect(() => {
    if (!arrived.current) {
      arrived.current = true;
      return;
    }
    walk.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [stop, announce]);

  const go = (to: number) => onGo(to < 0 ? null : to >= count ? 'end' : (lesson.steps[to]?.id ?? null));
  return (
    <div className={styles['walk']} ref={walk}>
      <header className={styles['head']}>
        <p className={styles['title']}>
          <bdi>{lesson.title === '' ? t('untitled') : lesson.title}</bdi>
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {step ? t('stepOf', { place, count }) : stop === 'end' ? t('sheet.title') : t('walk.start')}
        </h1>
        <progress value={Math.max(0, at)} max={Math.max(1, count)} aria-label={t('walk.progress')} />
      </header>
      {step ? (
        <StepView
          key={step.id}
          lesson={lesson}
          step={step}
          answer={answers[step.id]}
          onAnswer={(answer) => onAnswer(step.id, answer)}
          showPassage={showPassage}
        />
      ) : stop === 'end' ? (
        end
      ) : (
        <div className={styles['start']}>
          {lesson.author === null || lesson.author === '' ? null : (
            <p>
              {t('by')} <bdi>{lesson.author}</bdi>
            </p>
          )}
          {lesson.intro === null ? null : (
            <p className={styles['note']}>
              <bdi>{lesson.intro}</bdi>
            </p>
          )}
          <p className={styles['small']}>{t('walk.kept')}</p>
        </div>
      )}
      <nav className={styles['nav']} aria-label={t('walk.nav')}>
        <button type="button" className="button" aria-disabled={at < 0} onClick={() => at >= 0 && go(at - 1)}>
          <Icon name="previous" turns />
          {t('walk.back')}
        </button>
        {stop === 'end' ? null : (
          <button type="button" className="button" data-main="" onClick={() => go(at + 1)}>
            {at < 0 ? t('begin') : place === count ? t('walk.finish') : t('walk.next')}
            <Icon name="next" turns />
          </button>
        )}
      </nav>
    </div>
  );
}

interface StepViewProps {
  readonly lesson: Lesson;
  readonly step: Step;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
  readonly showPassage: ShowPassage;
}

function StepView({ lesson, step, answer, onAnswer, showPassage }: StepViewProps) {
  const { t } = useTranslation('lessons');
  const { article, state, carried, retry } = useArticles([lesson])(step.article);
  const words = step.words.flatMap((id) => article?.glossary.find((entry) => entry.id === id) ?? []);
  return (
    <div className={styles['step']}>
      {step.note === null ? null : (
        <p className={`${styles['note']} ${styles['noteAt']}`}>
          <bdi>{step.note}</bdi>
        </p>
      )}
      <div className={styles['text']}>
        {carried ? <p className={styles['carried']}>{t('walk.carried')}</p> : null}
        {article ? (
          showPassage(step, article)
        ) : (
          <div role="status" className={styles['carried']}>
            <p>{t(state === 'loading' ? 'walk.loading' : state === 'failed' ? 'walk.failed' : 'walk.missing')}</p>
            {state === 'failed' ? (
              <button type="button" className="button" onClick={retry}>
                {t('retry', { ns: 'faults' })}
              </button>
            ) : null}
          </div>
        )}
      </div>
      <div className={styles['ask']}>
        {step.task === null ? null : (
          <StepTask task={step.task} article={article} answer={answer} onAnswer={onAnswer} name={step.id} />
        )}
        {words.length === 0 ? null : (
          <section className={styles['words']} aria-labelledby={`words-${step.id}`}>
            <h2 id={`words-${step.id}`}>{t('walk.words')}</h2>
            <dl>
              {words.map((entry) => (
                <WordToLearn key={entry.id} entry={entry} />
              ))}
            </dl>
          </section>
        )}
        {step.task === null && words.length === 0 && step.note === null ? (
          <p className={styles['small']}>{t('walk.justRead')}</p>
        ) : null}
      </div>
    </div>
  );
}

function WordToLearn({ entry }: { readonly entry: Article['glossary'][number] }) {
  const { i18n } = useTranslation('lessons');
  const meaning = i18n.language === 'en' && entry.definition.en !== '' ? entry.definition.en : entry.definition.ar;
  return (
    <div>
      <dt lang="ar" dir="rtl">
        {entry.lemma}
        {entry.root === null ? null : <small> ({entry.root})</small>}
      </dt>
      <dd>
        <bdi>{meaning}</bdi>
      </dd>
    </div>
  );
}
