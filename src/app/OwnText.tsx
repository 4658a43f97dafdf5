import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../core/article/article.ts';
import { Corrections } from '../features/texts/Corrections.tsx';
import { TextBar } from '../features/texts/TextBar.tsx';
import styles from '../features/texts/texts.module.css';
import type { Store } from '../library/database.ts';
import { articleQuery } from '../library/queries.ts';
import { keptHead, originalOf } from '../library/texts.ts';
import { useKept, useSaving, useStore } from '../library/use-kept.ts';
import { useDone } from '../session/done.ts';
import { useCorrected } from '../session/corrected.ts';
import { goToPage, siteFolder, textsAddress } from '../session/place.ts';
import { Undo } from '../ui/Undo.tsx';
import app from './app.module.css';
import { useCorrections, useKeptCorrections } from './use-corrections.ts';
import { useReanalysis } from './use-reanalysis.ts';
import { useTexts } from './use-texts.tsx';

/** Above a text of the reader's own. Nothing where it is not on the shelf any more. */
export function OwnText({ article }: { readonly article: Article }) {
  const { t } = useTranslation('texts');
  const { id } = article;
  const store = useStore();
  const { fault, save } = useSaving();
  const head = useKept(
    store,
    useCallback((from: Store) => keptHead(from, id), [id]),
  );
  const texts = useTexts(store, save);
  const { analysing, analyse, cancel, letGo: letResultGo } = useReanalysis(texts.reanalyse);
  const client = useQueryClient();
  const other =
    head !== undefined &&
    head !== null &&
    ((head.revision ?? article.revision) !== article.revision || head.title !== article.title.ar);
  // Another tab changed it.
  useEffect(() => {
    if (!other) return;
    void client.invalidateQueries({ queryKey: articleQuery(siteFolder, id).queryKey });
    useCorrected.setState(({ count }) => ({ count: count + 1 }));
  }, [other, client, id]);
  const corrections = useKeptCorrections(id);
  const { takeBack } = useCorrections(article);
  const { last, fault: refused } = useCorrected();
  const done = useDone((state) => state.done);
  const letGo = () => {
    useCorrected.setState({ last: null });
    const card = document.querySelector<HTMLElement>(`[data-quotation="${last?.quotation ?? ''}"] button`);
    (card ?? document.getElementById('main'))?.focus({ preventScroll: true });
  };
  if (!store || head === undefined) return <div className={app['barRoom']} />;
  if (head === null) return texts.bar;
  return (
    <>
      {(fault ?? refused) === null ? null : (
        <p className={styles['told']} role="alert">
          {refused === 'elsewhere' ? t('elsewhere', { ns: 'correcting' }) : t(`store.${fault ?? refused ?? 'failed'}`)}
        </p>
      )}
      <TextBar
        head={head}
        original={() => originalOf(store, id)}
        analysing={analysing}
        onAnalyse={() => analyse(id)}
        onCancel={cancel}
        onLetGo={letResultGo}
        onRename={(title) => texts.rename(id, title)}
        onExport={() => texts.exportText(id)}
        onRemove={() => {
          void texts.remove(id, head.title).then((done) => {
            if (done) goToPage(textsAddress());
          });
        }}
      >
        {corrections ? <Corrections {...corrections} onTakeBack={(one) => void takeBack(one)} /> : null}
      </TextBar>
      {last?.text === id ? (
        <Undo
          key={last.id}
          words={last.words}
          labels={{ undo: t('undo', { ns: 'texts' }), close: t('close', { ns: 'app' }) }}
          overText
          onUndo={() => {
            void takeBack(last.id);
            letGo();
          }}
          onLeave={letGo}
        />
      ) : done?.kind === 'reanalysed' && done.id === id ? (
        texts.bar
      ) : null}
    </>
  );
}
