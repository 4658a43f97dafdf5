import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { stamp } from '../core/dataset/stamp.ts';
import { articlesOf, findWords, type FoundWord, type Wanted } from '../core/wordlist/find.ts';
import type { ListedWord } from '../core/wordlist/word.ts';
import { Exports } from '../features/wordlist/Exports.tsx';
import { Filters } from '../features/wordlist/Filters.tsx';
import { Handout } from '../features/wordlist/Handout.tsx';
import { List } from '../features/wordlist/List.tsx';
import { useVoice } from '../features/wordlist/use-voice.ts';
import styles from '../features/wordlist/wordlist.module.css';
import { useKept, useSaving, useStore } from '../library/use-kept.ts';
import { forgetWords, keptWords, markKnown, restoreWords } from '../library/words.ts';
import { libraryAddress, goToPage } from '../session/place.ts';
import { useSession } from '../session/store.ts';
import { inPage } from '../ui/click.ts';
import { Undo } from '../ui/Undo.tsx';

/** So many words are shown at first, and more with each asking. */
const STEP = 60;
const ALL: Wanted = { article: null, state: 'all', search: '', order: 'last' };

/** The words that the reader looked up. */
export function WordsPage() {
  const { t } = useTranslation('wordlist');
  const store = useStore();
  const { fault, save } = useSaving();
  const kept = useKept(store, keptWords);
  const keeps = useSession((session) => session.settings.keepWords);
  const choose = useSession((session) => session.choose);
  const voice = useVoice();
  const [wanted, setWanted] = useState<Wanted>(ALL);
  const [most, setMost] = useState(STEP);
  const [undone, setUndone] = useState<{ readonly words: string; readonly gone: readonly ListedWord[] } | null>(null);
  const asked = useDeferredValue(wanted);
  const words = kept?.words;
  const articles = useMemo(() => articlesOf(words ?? []), [words]);
  // The last word of an article may have been taken away while only that article was shown.
  const article = articles.find(({ id }) => id === asked.article) ?? null;
  const found = useMemo(
    () => findWords(words ?? [], { ...asked, article: article?.id ?? null }),
    [words, asked, article?.id],
  );
  const printing = usePrinting();
  useEffect(() => {
    document.title = t('documentTitle', { ns: 'app', title: t('title') });
  });

  const forget = async (some: readonly FoundWord[]) => {
    if (!store) return;
    let gone: readonly ListedWord[] = [];
    const keys = some.map(({ word }) => word.key);
    const done = await save(
      forgetWords(store, keys).then((forgotten) => {
        gone = forgotten;
      }),
    );
    const [only] = some;
    if (done && only)
      setUndone({
        words:
          some.length === 1
            ? t('forgotten', { word: `\u2068${only.word.lemma}\u2069` })
            : t('forgottenMany', { count: some.length }),
        gone,
      });
  };
  const mark = (keys: readonly string[], known: boolean) => {
    if (store) void save(markKnown(store, keys, known, stamp(new Date())));
  };
  const leave = () => {
    setUndone(null);
    document.getElementById('main')?.focus({ preventScroll: true });
  };

  return (
    <main id="main" tabIndex={-1} className={styles['page']}>
      <div className={styles['screen']}>
        <h1>{t('title')}</h1>
        <p className={styles['intro']}>{t('intro')}</p>
        {keeps ? null : (
          <p className={styles['told']}>
            {t('notKept')}{' '}
            <button type="button" className="button" onClick={() => choose({ keepWords: true })}>
              {t('keep')}
            </button>
          </p>
        )}
        {fault !== null || store?.mode() === 'memory' ? (
          <p className={styles['told']} role={fault === null ? undefined : 'alert'}>
            {t(`store.${fault ?? 'memory'}`)}
          </p>
        ) : null}
        {kept && kept.unreadable > 0 ? (
          <p className={styles['soft']}>{t('unreadable', { count: kept.unreadable })}</p>
        ) : null}
        {words === undefined ? null : words.length === 0 ? (
          <p>
            {t('empty')}{' '}
            <a href={libraryAddress()} onClick={inPage(() => goToPage(libraryAddress()))}>
              {t('library', { ns: 'app' })}
            </a>
          </p>
        ) : (
          <>
            <Filters
              wanted={wanted}
              articles={articles}
              onWanted={(next) => {
                setWanted(next);
                setMost(STEP);
              }}
            />
            {found.length > 0 ? <Exports found={found} /> : null}
            <div className={styles['count']}>
              <p role="status">{t('words', { count: found.length })}</p>
              {found.length > 1 ? (
                <div className={styles['actions']}>
                  {found.some(({ word }) => !word.known) ? (
                    <button
                      type="button"
                      className="button"
                      data-plain=""
                      onClick={() =>
                        mark(
                          found.map(({ word }) => word.key),
                          true,
                        )
                      }
                    >
                      {t('allKnown')}
                    </button>
                  ) : null}
                  <button type="button" className="button" data-plain="" onClick={() => void forget(found)}>
                    {t('forgetAll')}
                  </button>
                </div>
              ) : null}
            </div>
            {voice.there ? null : <p className={styles['soft']}>{t('noVoice')}</p>}
            <List
              found={found.slice(0, most)}
              voice={voice}
              onKnown={(key, known) => mark([key], known)}
              onForget={(one) => void forget([one])}
            />
            {found.length > most ? (
              <button type="button" className={`button ${styles['more']}`} onClick={() => setMost(most + STEP * 3)}>
                {t('more', { count: found.length - most })}
              </button>
            ) : null}
          </>
        )}
      </div>
      {printing !== null ? <Handout found={found} article={article?.title ?? null} today={printing} /> : null}
      {undone ? (
        <Undo
          key={undone.gone.map(({ key }) => key).join()}
          words={undone.words}
          labels={{ undo: t('undo'), close: t('close', { ns: 'app' }) }}
          onUndo={() => {
            if (store) void save(restoreWords(store, undone.gone));
            leave();
          }}
          onLeave={leave}
        />
      ) : null}
    </main>
  );
}

/** The day (ISO 8601) while the page is being printed, or is about to be; otherwise null. */
function usePrinting(): string | null {
  const [printing, setPrinting] = useState<string | null>(null);
  useEffect(() => {
    // The browser takes the page as it is when the listeners are through.
    const begin = () => flushSync(() => setPrinting(stamp(new Date()).slice(0, 10)));
    const end = () => setPrinting(null);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
