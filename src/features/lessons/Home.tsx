import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { Kept, KeptLesson, KeptResult, KeptWork } from '../../library/lessons.ts';
import { lessonAddress } from '../../session/lesson-place.ts';
import { libraryAddress } from '../../session/place.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './lessons.module.css';
import { GoLink } from './GoLink.tsx';

interface HomeProps {
  readonly lessons: Kept<KeptLesson>;
  readonly work: readonly KeptWork[];
  readonly results: readonly KeptResult[];
  readonly onNew: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onShare: (lesson: KeptLesson) => void;
  readonly onRemove: (lesson: KeptLesson) => void;
}

/** The lessons of this device: those made here, those that came from somebody, and the class's answers. */
export function Home({ lessons, work, results, onNew, onFiles, onShare, onRemove }: HomeProps) {
  const { t } = useTranslation('lessons');
  const picker = useRef<HTMLInputElement>(null);
  const made = lessons.items.filter(({ kind }) => kind === 'made');
  const received = lessons.items.filter(({ kind }) => kind === 'received');
  const known = new Set(lessons.items.map(({ lesson }) => lesson.id));
  const strangers = new Map(
    results.filter(({ result }) => !known.has(result.lesson)).map(({ result }) => [result.lesson, result.lessonTitle]),
  );
  const countOf = (id: string) => results.filter(({ result }) => result.lesson === id).length;
  return (
    <>
      <header className={styles['head']}>
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
        <div className={styles['actions']}>
          <button type="button" className="button" data-main="" onClick={onNew}>
            <Icon name="add" />
            {t('new')}
          </button>
          <button type="button" className="button" onClick={() => picker.current?.click()}>
            {t('openFile')}
          </button>
          <input
            ref={picker}
            type="file"
            multiple
            accept=".json,application/json"
            hidden
            onChange={(event) => {
              onFiles([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </div>
      </header>
      {lessons.unreadable > 0 ? (
        <p className={styles['notice']}>{t('unreadable', { count: lessons.unreadable })}</p>
      ) : null}
      <section className={styles['shelf']} aria-labelledby="lessons-made">
        <h2 id="lessons-made">{t('made')}</h2>
        {made.length === 0 ? (
          <p className={styles['empty']}>
            {t('madeEmpty')} <GoLink href={libraryAddress()}>{t('toLibrary')}</GoLink>
          </p>
        ) : (
          <ul>
            {made.map((kept) => (
              <Item key={kept.key} kept={kept} onRemove={onRemove}>
                <GoLink className="button" href={lessonAddress({ view: 'edit', id: kept.lesson.id })}>
                  {t('edit')}
                </GoLink>
                <GoLink className="button" href={lessonAddress({ view: 'try', id: kept.lesson.id, stop: null })}>
                  {t('preview')}
                </GoLink>
                <button type="button" className="button" onClick={() => onShare(kept)}>
                  <Icon name="share" />
                  {t('send')}
                </button>
                {countOf(kept.lesson.id) > 0 ? (
                  <GoLink className="button" href={lessonAddress({ view: 'results', id: kept.lesson.id })}>
                    {t('answersOf', { count: countOf(kept.lesson.id) })}
                  </GoLink>
                ) : null}
              </Item>
            ))}
          </ul>
        )}
      </section>
      <section className={styles['shelf']} aria-labelledby="lessons-received">
        <h2 id="lessons-received">{t('received')}</h2>
        {received.length === 0 ? (
          <p className={styles['empty']}>{t('receivedEmpty')}</p>
        ) : (
          <ul>
            {received.map((kept) => {
              const begun = work.find(({ key }) => key === kept.lesson.id);
              return (
                <Item key={kept.key} kept={kept} work={begun} onRemove={onRemove}>
                  <GoLink
                    className="button"
                    data-main=""
                    href={lessonAddress({ view: 'do', id: kept.lesson.id, stop: begun?.work.at ?? null })}
                  >
                    {t(begun ? 'continue' : 'begin')}
                  </GoLink>
                  {begun ? (
                    <GoLink className="button" href={lessonAddress({ view: 'do', id: kept.lesson.id, stop: 'end' })}>
                      {t('sheet.title')}
                    </GoLink>
                  ) : null}
                </Item>
              );
            })}
          </ul>
        )}
      </section>
      {strangers.size > 0 ? (
        <section className={styles['shelf']} aria-labelledby="lessons-strangers">
          <h2 id="lessons-strangers">{t('strangers')}</h2>
          <ul>
            {[...strangers].map(([id, title]) => (
              <li key={id} className={styles['item']}>
                <h3>
                  <bdi>{title}</bdi>
                </h3>
                <div className={styles['actions']}>
                  <GoLink className="button" href={lessonAddress({ view: 'results', id })}>
                    {t('answersOf', { count: countOf(id) })}
                  </GoLink>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

interface ItemProps {
  readonly kept: KeptLesson;
  readonly work?: KeptWork | undefined;
  readonly onRemove: (lesson: KeptLesson) => void;
  readonly children: ReactNode;
}

function Item({ kept, work, onRemove, children }: ItemProps) {
  const { t } = useTranslation('lessons');
  const { date } = useFormat();
  const { lesson } = kept;
  const name = lesson.title === '' ? t('untitled') : lesson.title;
  const asked = lesson.steps.filter(({ task }) => task !== null);
  const answered = asked.filter(({ id }) => work?.work.answers[id] !== undefined).length;
  return (
    <li className={styles['item']}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p className={styles['facts']}>
        {lesson.author === null || kept.kind === 'made' ? null : (
          <span>
            {t('by')} <bdi>{lesson.author}</bdi>
          </span>
        )}
        {lesson.level === null ? null : <span>{t(`level.${lesson.level}`, { ns: 'shelf' })}</span>}
        <span>{t('steps', { count: lesson.steps.length })}</span>
        {kept.kind === 'received' && asked.length > 0 ? (
          <span>{t('answered', { done: answered, count: asked.length })}</span>
        ) : null}
        <span>{date(kept.changed)}</span>
      </p>
      <div className={styles['actions']}>
        {children}
        <button
          type="button"
          className="button"
          data-plain=""
          aria-label={t('removeLesson', { title: `\u2068${name}\u2069` })}
          onClick={() => onRemove(kept)}
        >
          {t('remove')}
        </button>
      </div>
    </li>
  );
}
