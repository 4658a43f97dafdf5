import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../core/article/article.ts';
import { TextBar } from '../features/texts/TextBar.tsx';
import styles from '../features/texts/texts.module.css';
import type { Opening } from '../features/texts/use-open.ts';
import type { Store } from '../library/database.ts';
import { keptHead, originalOf } from '../library/texts.ts';
import { useKept, useSaving, useStore } from '../library/use-kept.ts';
import { goToPage, textsAddress } from '../session/place.ts';
import { useSession } from '../session/store.ts';
import { engine } from './engine.ts';
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
  const announce = useSession((session) => session.announce);
  const [analysing, setAnalysing] = useState<Opening>({ kind: 'idle' });
  const control = useRef<AbortController>(null);
  useEffect(() => () => control.current?.abort(), []);

  const analyse = async () => {
    control.current?.abort();
    const mine = new AbortController();
    control.current = mine;
    setAnalysing({ kind: 'working', stage: 'starting' });
    const outcome = await engine.run(
      { kind: 'again', article },
      { signal: mine.signal, onStage: (stage) => setAnalysing({ kind: 'working', stage }) },
    );
    if (control.current !== mine) return;
    if (outcome.kind === 'refused') return setAnalysing({ kind: 'refused', fault: outcome.fault });
    if (outcome.kind !== 'opened') return setAnalysing(outcome);
    const { entities, mentions, quotations, chain } = outcome.opened.article;
    const revised = new Date().toISOString().slice(0, 10);
    const kept = await texts.change(id, (old) => ({
      ...old,
      entities,
      mentions,
      quotations,
      chain,
      revision: old.revision + 1,
      revised,
    }));
    setAnalysing({ kind: 'idle' });
    if (kept) announce(t('reanalysed'));
  };
  if (!store || !head) return texts.bar;
  return (
    <>
      {fault === null ? null : (
        <p className={styles['told']} role="alert">
          {t(`store.${fault}`)}
        </p>
      )}
      <TextBar
        head={head}
        original={() => originalOf(store, id)}
        analysing={analysing}
        onAnalyse={() => void analyse()}
        onCancel={() => control.current?.abort()}
        onLetGo={() => setAnalysing({ kind: 'idle' })}
        onRename={(title) => texts.rename(id, title)}
        onExport={() => texts.exportText(id)}
        onRemove={() => {
          void texts.remove(id, head.title).then((done) => {
            if (done) goToPage(textsAddress());
          });
        }}
      />
    </>
  );
}
