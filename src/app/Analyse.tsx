import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { machineLayer } from '../core/annotation/layer.ts';
import type { Article } from '../core/article/article.ts';
import { stamp } from '../core/dataset/stamp.ts';
import { Told } from '../features/texts/OpenBox.tsx';
import styles from '../features/texts/texts.module.css';
import type { Opening } from '../features/texts/use-open.ts';
import type { Store } from '../library/database.ts';
import { keepLayer, keptLayers, newId } from '../library/layers.ts';
import { useSaving } from '../library/use-kept.ts';
import { useSession } from '../session/store.ts';
import { engine } from './engine.ts';

/** Lets the engine read an article of the library; what it says is kept as the machine's layer, in place of its last word. */
export function Analyse({ store, article }: { readonly store: Store; readonly article: Article }) {
  const { t } = useTranslation('layers');
  const announce = useSession((session) => session.announce);
  const { fault, save } = useSaving();
  const [analysing, setAnalysing] = useState<Opening>({ kind: 'idle' });
  const control = useRef<AbortController>(null);
  useEffect(() => () => control.current?.abort(), []);
  const analyse = async () => {
    control.current?.abort();
    const mine = new AbortController();
    control.current = mine;
    setAnalysing({ kind: 'working', stage: 'starting', share: 0 });
    const outcome = await engine.run(
      { kind: 'again', article: { ...article, chain: [] } },
      {
        signal: mine.signal,
        onStage: (stage, blocks, share) => setAnalysing({ kind: 'working', stage, blocks, share }),
      },
    );
    if (control.current !== mine) return;
    if (outcome.kind === 'refused') return setAnalysing({ kind: 'refused', fault: outcome.fault });
    if (outcome.kind !== 'opened') return setAnalysing(outcome);
    const { layers } = await keptLayers(store, article.id);
    const before = layers.find(({ head, origin, removed }) => head.kind === 'machine' && origin === 'made' && !removed);
    const layer = machineLayer(article, outcome.opened.article, before?.key ?? newId(), stamp(new Date()));
    const kept = await save(keepLayer(store, layer, 'made'));
    setAnalysing({ kind: 'idle' });
    if (kept) announce(t('analysed'));
  };
  return (
    <div className={styles['analyse']}>
      <button
        type="button"
        className="button"
        aria-disabled={analysing.kind === 'working'}
        aria-describedby="analyse-hint"
        onClick={() => analysing.kind !== 'working' && void analyse()}
      >
        {t('analyse')}
      </button>
      <p id="analyse-hint" className={styles['soft']}>
        {t('analyseHint')}
      </p>
      {fault === null ? null : <p role="alert">{t(`store.${fault}`)}</p>}
      <Told
        opening={analysing}
        again={() => void analyse()}
        cancel={() => control.current?.abort()}
        letGo={() => setAnalysing({ kind: 'idle' })}
      />
    </div>
  );
}
