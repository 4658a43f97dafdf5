import { useTranslation } from 'react-i18next';
import type { FoundWord } from '../../core/wordlist/find.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Sentence } from './List.tsx';
import styles from './Handout.module.css';

interface HandoutProps {
  readonly found: readonly FoundWord[];
  /** The article that the words are of; null for several. */
  readonly article: string | null;
  /** ISO 8601 date. */
  readonly today: string;
}

/** The words on paper: nothing of it is seen on the screen. */
export function Handout({ found, article, today }: HandoutProps) {
  const { t } = useTranslation('wordlist');
  const { date } = useFormat();
  return (
    <section className={styles['handout']} aria-hidden="true">
      <header>
        <h1>
          <bdi>{article ?? t('title')}</bdi>
        </h1>
        <p>
          {t('words', { count: found.length })} · {date(today)}
        </p>
      </header>
      <table lang="ar" dir="rtl">
        <thead>
          <tr>
            {(['word', 'root', 'meaning', 'sentence'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map((one) => (
            <tr key={one.word.key}>
              <th scope="row">
                <span>{one.place.vocalised}</span>
                {one.word.lemma === one.place.vocalised ? null : <small>{one.word.lemma}</small>}
              </th>
              <td>{one.word.root ?? '—'}</td>
              <td>
                {one.word.arabic === '' ? null : <p>{one.word.arabic}</p>}
                {one.word.english.length === 0 ? null : (
                  <p lang="en" dir="ltr">
                    {one.word.english.join(', ')}
                  </p>
                )}
              </td>
              <td>
                <Sentence place={one.place} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
