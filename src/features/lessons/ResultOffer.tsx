import { useTranslation } from 'react-i18next';
import type { LessonResult } from '../../core/lesson/lesson.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './lessons.module.css';

interface ResultOfferProps {
  readonly results: readonly LessonResult[];
  readonly by: 'link' | 'file';
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** Answers that came: whose they are as they say themselves, and to which lesson; shown before any of it is kept. */
export function ResultOffer({ results, by, onTake, onLeave }: ResultOfferProps) {
  const { t } = useTranslation('lessons');
  const { date } = useFormat();
  return (
    <section className={styles['offer']} aria-labelledby="offer-results">
      <p className={styles['over']}>{t(by === 'link' ? 'offer.byLink' : 'offer.byFile')}</p>
      <h1 id="offer-results">{t('offer.results', { count: results.length })}</h1>
      <ul className={styles['sheets']}>
        {results.map((result) => (
          <li key={result.id}>
            <p>
              <b>
                <bdi>{result.student === '' ? t('sheet.noName') : result.student}</bdi>
              </b>
            </p>
            <p className={styles['facts']}>
              <span>
                <bdi>{result.lessonTitle === '' ? t('untitled') : result.lessonTitle}</bdi>
              </span>
              <span>{t('offer.answers', { count: Object.keys(result.answers).length })}</span>
              <span>{date(result.finished)}</span>
            </p>
          </li>
        ))}
      </ul>
      <p className={styles['small']}>{t('offer.resultsHint')}</p>
      <div className={styles['actions']}>
        <button type="button" className="button" data-main="" onClick={onTake}>
          {t('offer.addToTable')}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {t('offer.notNow')}
        </button>
      </div>
    </section>
  );
}
