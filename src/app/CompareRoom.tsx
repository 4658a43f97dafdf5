import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Decision, goldLayer } from '../core/agreement/adjudicate.ts';
import { compareLayers } from '../core/agreement/compare.ts';
import type { Codebook } from '../core/annotation/codebook.ts';
import type { Layer } from '../core/annotation/layer.ts';
import type { Article } from '../core/article/article.ts';
import { stamp } from '../core/dataset/stamp.ts';
import type { TextRange } from '../core/text/range.ts';
import { Compare } from '../features/compare/Compare.tsx';
import type { Store } from '../library/database.ts';
import { keepLayer, newId, openKept } from '../library/layers.ts';
import { keptAuthor } from '../library/notes.ts';
import { keepDecisions, keptDecisions } from '../library/reviews.ts';
import { useSession } from '../session/store.ts';
import styles from './CompareRoom.module.css';

interface CompareRoomProps {
  readonly store: Store;
  readonly article: Article;
  readonly left: Layer;
  readonly right: Layer;
  /** What else there is of the article, which the alphas can be of as well. */
  readonly others: readonly { readonly layer: Layer; readonly name: string }[];
  readonly codebook: Codebook | null;
  readonly onShow: (ranges: readonly TextRange[]) => void;
}

/** Two layers compared; what was decided is kept as it is decided, and becomes a layer when the reader says so. */
export function CompareRoom({ store, article, left, right, others, codebook, onShow }: CompareRoomProps) {
  const { t } = useTranslation('layers');
  const announce = useSession((session) => session.announce);
  const [decisions, setDecisions] = useState<readonly Decision[] | null>(null);
  const [counted, setCounted] = useState<readonly string[]>([]);
  const saved = useRef<Layer | null>(null);
  useEffect(() => {
    let current = true;
    void keptDecisions(store, left.id, right.id).then((kept) => current && setDecisions(kept));
    return () => {
      current = false;
    };
  }, [store, left.id, right.id]);
  const more = useMemo(
    () => others.flatMap(({ layer }) => (counted.includes(layer.id) ? [layer] : [])),
    [others, counted],
  );
  if (decisions === null) return null;
  const saveGold = async () => {
    const moment = stamp(new Date());
    try {
      // Saved again it is the same layer, unless somebody has worked on it since.
      const before = saved.current && (await openKept(store, saved.current.id));
      const again = before && before.history.steps.length === 0 ? before.layer : null;
      const gold = goldLayer(compareLayers(article, left, right), decisions, {
        id: again?.id ?? newId(),
        name: again?.name ?? t('goldName'),
        author: again?.author ?? (await keptAuthor(store)),
        created: again?.created ?? moment,
        modified: moment,
        codebook: again?.codebook ?? left.codebook,
      });
      await keepLayer(store, gold.layer, 'gold');
      saved.current = gold.layer;
      announce(gold.open.length > 0 ? t('goldOpen', { count: gold.open.length }) : t('goldKept'));
    } catch {
      announce(t('store.failed'));
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void saveGold()}>
        {t('saveGold')}
      </button>
      {others.length === 0 ? null : (
        <fieldset className={styles['counted']}>
          <legend>{t('countToo')}</legend>
          {others.map(({ layer, name }) => (
            <label key={layer.id}>
              <input
                type="checkbox"
                checked={counted.includes(layer.id)}
                onChange={({ target }) =>
                  setCounted(target.checked ? [...counted, layer.id] : counted.filter((id) => id !== layer.id))
                }
              />
              <bdi>{name}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <Compare
        article={article}
        left={left}
        right={right}
        more={more}
        codebook={codebook}
        decisions={decisions}
        onDecide={(next) => {
          setDecisions(next);
          void keepDecisions(store, left.id, right.id, next).catch(() => announce(t('store.failed')));
        }}
        onShow={onShow}
      />
    </>
  );
}
