import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Library, LibraryEntry } from '../../core/dataset/library.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { articleAddress, textsAddress } from '../../session/place.ts';
import { useSession } from '../../session/store.ts';
import { inPage } from '../../ui/click.ts';
import { Mark } from '../../ui/icons.tsx';
import styles from './Shelf.module.css';

/** A slow reader's pace in Arabic; the minutes are a promise that should hold. */
const WORDS_A_MINUTE = 120;
const NAMES_SHOWN = 3;

/** The first screen: what Isnād is, and the library's articles with what each of them offers. */
export function Shelf({
  library,
  onOpen,
  children,
}: {
  readonly library: Library;
  readonly onOpen: (address: string) => void;
  /** Between the head and the library's articles. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('shelf');
  return (
    <div className={styles['shelf']}>
      <header className={styles['head']}>
        <Mark size={56} />
        <h1>
          <span lang="ar">إسناد</span>
        </h1>
        <p className={styles['tagline']}>{t('tagline', { ns: 'app' })}</p>
        <p className={styles['intro']}>{t('intro')}</p>
        <a className="button" href={textsAddress()} onClick={inPage(() => onOpen(textsAddress()))}>
          {t('openText')}
        </a>
      </header>
      {children}
      {library.articles.length === 0 ? (
        <p className={styles['empty']}>{t('empty')}</p>
      ) : (
        <ul className={styles['list']} aria-label={t('listLabel')}>
          {library.articles.map((entry) => (
            <li key={entry.id}>
              <Entry entry={entry} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Entry({ entry, onOpen }: { readonly entry: LibraryEntry; readonly onOpen: (address: string) => void }) {
  const { t } = useTranslation('shelf');
  const { say, date, language, comma } = useFormat();
  const resumes = useSession((session) => session.places[entry.id] !== undefined);
  const named = entry.speakers.slice(0, NAMES_SHOWN);
  const rest = entry.speakers.length - named.length;
  return (
    <article className={styles['entry']}>
      <p className={styles['over']}>
        <span className={styles['level']}>{t(`level.${entry.level}`)}</span>
        {entry.topics.map((topic) => (
          <span key={topic.en}>{say(topic)}</span>
        ))}
        {entry.origin === 'reproduced' && entry.published !== null ? <span>{date(entry.published)}</span> : null}
      </p>
      <h2 lang="ar" dir="rtl">
        <a href={articleAddress(entry.id)} onClick={inPage(() => onOpen(articleAddress(entry.id)))}>
          {entry.title.ar}
        </a>
      </h2>
      {language === 'en' ? <p className={styles['translation']}>{entry.title.en}</p> : null}
      <p className={styles['summary']}>{say(entry.summary)}</p>
      <p className={styles['facts']}>
        <span>{t('words', { count: entry.words })}</span>
        <span>{t('minutes', { count: Math.max(1, Math.round(entry.words / WORDS_A_MINUTE)) })}</span>
        <span>{t('quotations', { count: entry.quotations })}</span>
        <span>{t('glossary', { count: entry.glossary })}</span>
      </p>
      <p className={styles['facts']}>
        <span>
          {t('speakers')}:{' '}
          {named.map((speaker, index) => (
            <span key={speaker.name.ar}>
              {index > 0 ? comma : ''}
              <bdi>{say(speaker.name)}</bdi>
            </span>
          ))}{' '}
          {rest > 0 ? t('andOthers', { count: rest }) : ''}
        </span>
      </p>
      <p className={styles['origin']}>
        {t(`origin.${entry.origin}`)}
        {resumes ? <span className={styles['resume']}>{t('resume')}</span> : null}
      </p>
    </article>
  );
}
