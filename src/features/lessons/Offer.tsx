import { useTranslation } from 'react-i18next';
import type { Lesson } from '../../core/lesson/lesson.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useArticles } from './use-articles.ts';
import styles from './lessons.module.css';

interface OfferProps {
  readonly lesson: Lesson;
  readonly by: 'link' | 'file';
  /** What of this lesson is on the device already: nothing, the same, or another state of it. */
  readonly known: 'none' | 'same' | 'other';
  /** Takes the lesson (or this state of it) and begins. */
  readonly onBegin: () => void;
  /** Goes on with the one that is on the device. */
  readonly onKeep: () => void;
  readonly onLeave: () => void;
}

/** What came, from whom as it says itself, and what would happen: shown before anything of it is kept. */
export function Offer({ lesson, by, known, onBegin, onKeep, onLeave }: OfferProps) {
  const { t } = useTranslation('lessons');
  const { say, comma } = useFormat();
  const articleOf = useArticles([lesson]);
  const ids = [...new Set(lesson.steps.map(({ article }) => article))];
  const questions = lesson.steps.filter(({ task }) => task !== null).length;
  return (
    <section className={styles['offer']} aria-labelledby="offer-title">
      <p className={styles['over']}>{t(by === 'link' ? 'offer.byLink' : 'offer.byFile')}</p>
      <h1 id="offer-title">
        <bdi>{lesson.title === '' ? t('untitled') : lesson.title}</bdi>
      </h1>
      <dl>
        <dt>{t('offer.from')}</dt>
        <dd>
          {lesson.author === null || lesson.author === '' ? (
            t('offer.nobody')
          ) : (
            <>
              {t('offer.claims')} <bdi>{lesson.author}</bdi>
            </>
          )}
        </dd>
        <dt>{t('offer.holds')}</dt>
        <dd>
          {t('steps', { count: lesson.steps.length })}
          {comma}
          {t('questions', { count: questions })}
          {lesson.level === null ? null : (
            <>
              {comma}
              {t('offer.level')} {t(`level.${lesson.level}`, { ns: 'shelf' })}
            </>
          )}
        </dd>
        <dt>{t('offer.articles')}</dt>
        <dd>
          <ul>
            {ids.map((id) => {
              const { article, state, carried } = articleOf(id);
              return (
                <li key={id}>
                  {/* Another key, another element: Chromium keeps the direction that an element was given before. */}
                  {article ? (
                    <bdi key="title">{say(article.title)}</bdi>
                  ) : (
                    <bdi key="id" dir="ltr">
                      {id}
                    </bdi>
                  )}
                  {carried ? <em>{t('offer.carried')}</em> : null}
                  {state === 'missing' ? <em>{t('offer.missing')}</em> : null}
                </li>
              );
            })}
          </ul>
        </dd>
      </dl>
      {lesson.intro === null ? null : (
        <blockquote>
          <bdi>{lesson.intro}</bdi>
        </blockquote>
      )}
      {lesson.texts.length > 0 ? <p className={styles['notice']}>{t('offer.carriesTexts')}</p> : null}
      <p className={styles['small']}>
        {t(known === 'none' ? 'offer.nothingKept' : known === 'same' ? 'offer.knownSame' : 'offer.knownOther')}
      </p>
      <div className={styles['actions']}>
        {known === 'none' ? (
          <button type="button" className="button" data-main="" onClick={onBegin}>
            {t('begin')}
          </button>
        ) : (
          <button type="button" className="button" data-main="" onClick={onKeep}>
            {t('continue')}
          </button>
        )}
        {known === 'other' ? (
          <button type="button" className="button" onClick={onBegin}>
            {t('offer.takeNew')}
          </button>
        ) : null}
        <button type="button" className="button" onClick={onLeave}>
          {t('offer.notNow')}
        </button>
      </div>
    </section>
  );
}
