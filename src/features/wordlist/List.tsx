import { useTranslation } from 'react-i18next';
import { partsOf } from '../../core/wordlist/sentence.ts';
import type { FoundWord } from '../../core/wordlist/find.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { goToPage } from '../../session/place.ts';
import { inPage } from '../../ui/click.ts';
import { Icon } from '../../ui/icons.tsx';
import type { Voice } from './use-voice.ts';
import { VoiceButton } from './VoiceButton.tsx';
import { addressOf } from './link.ts';
import styles from './wordlist.module.css';

interface ListProps {
  readonly found: readonly FoundWord[];
  readonly voice: Voice;
  readonly onKnown: (key: string, known: boolean) => void;
  readonly onForget: (found: FoundWord) => void;
}

/** The words, each with its meaning, its sentence and the way back to it. */
export function List({ found, voice, onKnown, onForget }: ListProps) {
  const { t } = useTranslation('wordlist');
  const { date, comma } = useFormat();
  return (
    <ul className={styles['list']} aria-label={t('title')}>
      {found.map((one) => {
        const { word, place } = one;
        const name = `\u2068${word.lemma}\u2069`;
        const address = addressOf(place);
        return (
          <li key={word.key} data-known={word.known}>
            <div className={styles['head']}>
              <h2 lang="ar" dir="rtl">
                {word.lemma}
              </h2>
              {word.root === null ? null : (
                <span className={styles['root']}>
                  {t('root')} <bdi lang="ar">{word.root}</bdi>
                </span>
              )}
            </div>
            {word.arabic === '' ? null : (
              <p className={styles['gloss']} lang="ar" dir="rtl">
                {word.arabic}
              </p>
            )}
            {word.english.length === 0 ? null : (
              <p className={styles['gloss']} lang="en" dir="ltr">
                {word.english.join(', ')}
              </p>
            )}
            <Sentence {...one} />
            <p className={styles['facts']}>
              <a href={address} onClick={inPage(() => goToPage(address))}>
                <bdi>{place.title}</bdi>
              </a>
              <span>
                {t('times', { count: word.count })}
                {comma}
                {date(word.last.slice(0, 10))}
              </span>
            </p>
            <div className={styles['actions']}>
              <button
                type="button"
                className="button"
                aria-pressed={word.known}
                aria-label={t('knownOf', { word: name })}
                onClick={() => onKnown(word.key, !word.known)}
              >
                {word.known ? <Icon name="done" /> : null}
                {t('known')}
              </button>
              <VoiceButton
                voice={voice}
                name={`${word.key} word`}
                text={place.vocalised}
                label={t('hearOf', { word: name })}
              />
              <button
                type="button"
                className="button"
                data-plain=""
                aria-label={t('forgetOf', { word: name })}
                title={t('forget')}
                onClick={() => onForget(one)}
              >
                <Icon name="close" />
              </button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** A sentence with its word marked. */
export function Sentence({ place }: Pick<FoundWord, 'place'>) {
  const [before, written, after] = partsOf(place);
  return (
    <p className={styles['sentence']} lang="ar" dir="rtl">
      {before}
      <mark>{written}</mark>
      {after}
    </p>
  );
}
