import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Article, plainText } from '../core/article/article.ts';
import type { Focus } from '../core/article/address.ts';
import type { ArticleLookup } from '../core/article/lookup.ts';
import { isOwn } from '../core/article/own.ts';
import { readArticle } from '../core/dataset/read.ts';
import { stamp } from '../core/dataset/stamp.ts';
import type { Reading } from '../core/dictionary/answer.ts';
import { wordsOf } from '../core/dictionary/words.ts';
import type { GlossaryEntry } from '../core/glossary/glossary.ts';
import { explain, explainAnew, type Explanation, leaveUnexplained, placesLike } from '../core/glossary/own.ts';
import { textId } from '../core/intake/shell.ts';
import type { TextRange } from '../core/text/range.ts';
import { keyOf, type Met } from '../core/wordlist/word.ts';
import type { Looked } from '../features/dictionary/looked.ts';
import { ExplainForm } from '../features/wordlist/ExplainForm.tsx';
import { GlossTools } from '../features/wordlist/GlossTools.tsx';
import { WordActions } from '../features/wordlist/WordActions.tsx';
import { openStore, type Store } from '../library/database.ts';
import { articleQuery } from '../library/queries.ts';
import { changeText, keepText } from '../library/texts.ts';
import { useKept, useSaving, useStore } from '../library/use-kept.ts';
import { forgetWords, keptWord, listWord, markKnown } from '../library/words.ts';
import { articleAddress, goToPage, siteFolder } from '../session/place.ts';
import { useSession } from '../session/store.ts';
import { Icon } from '../ui/icons.tsx';
import styles from '../features/wordlist/ExplainForm.module.css';

const nothing = { ar: '', en: '', note: '' };

/** What a reader can do with a word beside reading of it: the list of words, hearing it, and explanations of their own. */
export function useWordTools(lookup: ArticleLookup, onFocus: (focus: Focus) => void) {
  const { t } = useTranslation('wordlist');
  const { article } = lookup;
  const client = useQueryClient();
  const store = useStore();
  const { fault, save } = useSaving();
  const keeps = useSession((session) => session.settings.keepWords);
  const announce = useSession((session) => session.announce);
  /** The word, or the entry, that is being explained. */
  const [explaining, setExplaining] = useState<string | null>(null);
  /** The explanation that was taken away last. */
  const [removed, setRemoved] = useState<GlossaryEntry | null>(null);

  const metOf = (looked: Looked, number: number): Met => ({
    article: { id: article.id, title: article.title.ar },
    range: looked.range,
    number,
    sentence: looked.sentence,
    reading: looked.reading,
  });
  const change = async (id: string, how: (old: Article) => Article): Promise<boolean> => {
    if (!store) return false;
    const now = stamp(new Date());
    return save(
      changeText(
        store,
        id,
        (old) => {
          const next = { ...how(old), revision: old.revision + 1, revised: now.slice(0, 10) };
          // What could not be read again must not be written.
          if (!readArticle(JSON.stringify(next)).ok) throw new Error('an explanation that breaks its text');
          return next;
        },
        now,
      ).then((changed) => {
        if (!changed) throw new Error('the text is gone');
        client.setQueryData(articleQuery(siteFolder, id).queryKey, changed);
      }),
    );
  };
  const add = async (looked: Looked, explanation: Explanation, places: readonly [TextRange, ...TextRange[]]) => {
    const reading: Reading = looked.reading;
    let made = '';
    const how = (old: Article) => {
      const told = explain(old, places, reading, explanation);
      made = told.id;
      return told.article;
    };
    let id = article.id;
    if (!isOwn(id)) {
      const copy = { ...article, id: textId(plainText(article)) };
      id = copy.id;
      if (!store || !(await save(keepText(store, copy, null, stamp(new Date()))))) return;
    }
    if (!(await change(id, how))) return;
    setExplaining(null);
    announce(t('explained'));
    if (id === article.id) onFocus({ kind: 'glossary', id: made, place: placeAmong(places, looked.range) });
    else goToPage(`${articleAddress(id)}#g=${made}`);
  };

  /** The buttons under the head of the dictionary's card. */
  const actions = (looked: Looked, number: number): ReactNode => (
    <Listed store={store} name={keyOf(looked.reading.lemma)}>
      {(listed) => (
        <WordActions
          listed={listed}
          vocalised={looked.reading.vocalised}
          sentence={looked.sentence.words}
          onList={() => store && void save(listWord(store, metOf(looked, number), stamp(new Date()), 0))}
          onForget={() => store && void save(forgetWords(store, [keyOf(looked.reading.lemma)]))}
          onKnown={(known) => {
            if (!store) return;
            const now = stamp(new Date());
            const key = keyOf(looked.reading.lemma);
            void save(
              listed
                ? markKnown(store, [key], known, now)
                : listWord(store, metOf(looked, number), now, 0).then(() => markKnown(store, [key], known, now)),
            );
          }}
          onExplain={explaining === null ? () => setExplaining(nameOf(looked.range)) : undefined}
        />
      )}
    </Listed>
  );
  /** Under the meanings: the form, and what could not be kept. */
  const below = (looked: Looked): ReactNode => (
    <>
      {fault === null ? null : (
        <p className={styles['fault']} role="alert">
          {t(`store.${fault}`)}
        </p>
      )}
      {removed?.occurrences.some((range) => nameOf(range) === nameOf(looked.range)) ? (
        <p className={styles['removed']} role="status">
          {t('unexplained')}{' '}
          <button
            type="button"
            className="button"
            onClick={() => {
              void change(article.id, (old) => ({ ...old, glossary: [...old.glossary, removed] })).then((done) => {
                if (!done) return;
                setRemoved(null);
                onFocus({ kind: 'glossary', id: removed.id, place: 0 });
              });
            }}
          >
            <Icon name="return" turns />
            {t('undo')}
          </button>
        </p>
      ) : null}
      {explaining === nameOf(looked.range) ? (
        <ExplainForm
          word={looked.range.words}
          start={nothing}
          places={placesLike(article, looked.range).length}
          copies={!isOwn(article.id)}
          onSave={(explanation, everywhere) => {
            const all = everywhere ? placesLike(article, looked.range) : [];
            const [first = looked.range, ...others] = all;
            void add(looked, explanation, [first, ...others]);
          }}
          onLeave={() => setExplaining(null)}
        />
      ) : null}
    </>
  );
  const onLooked = (looked: Looked, number: number) => {
    // What the dictionary cannot say anything of is nothing to be learnt.
    if (keeps && looked.reading.kind !== 'unknown')
      void save(openStore().then((opened) => listWord(opened, metOf(looked, number), stamp(new Date()))));
  };
  /** For an entry of an own text's glossary: to change and to take away. */
  const glossTools = (entry: GlossaryEntry): ReactNode =>
    isOwn(article.id) ? (
      explaining === entry.id ? (
        <ExplainForm
          word={entry.vocalised}
          start={{ ...nothing, ...entry.definition, note: entry.note ?? '' }}
          places={1}
          copies={false}
          onSave={(explanation) => {
            void change(article.id, (old) => explainAnew(old, entry.id, explanation)).then((done) => {
              if (done) setExplaining(null);
            });
          }}
          onLeave={() => setExplaining(null)}
        />
      ) : (
        <GlossTools
          fault={fault}
          onChange={() => setExplaining(entry.id)}
          onRemove={() => {
            const [range] = entry.occurrences;
            void change(article.id, (old) => leaveUnexplained(old, entry.id)).then((done) => {
              if (!done || !range) return;
              setRemoved(entry);
              const number = numberOf(lookup, range);
              if (number >= 0) onFocus({ kind: 'word', id: range.block, place: number });
            });
          }}
        />
      )
    ) : null;
  return { actions, below, onLooked, glossTools };
}

const numberOf = (lookup: ArticleLookup, { block, start }: TextRange): number =>
  wordsOf(lookup.block(block)?.text ?? '').findIndex((word) => start < word.end);
const nameOf = ({ block, start }: TextRange): string => `${block} ${start}`;
const placeAmong = (places: readonly TextRange[], range: TextRange): number =>
  Math.max(
    0,
    places.findIndex(({ block, start }) => block === range.block && start === range.start),
  );

/** Asks for the word in the list as long as it is on the screen. */
function Listed({
  store,
  name,
  children,
}: {
  readonly store: Store | null;
  readonly name: string;
  readonly children: (listed: Awaited<ReturnType<typeof keptWord>>) => ReactNode;
}) {
  const listed = useKept(
    store,
    useCallback((from: Store) => keptWord(from, name), [name]),
  );
  return children(listed ?? null);
}
