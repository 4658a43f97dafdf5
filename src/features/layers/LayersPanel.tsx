import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Layer, publishedLayer } from '../../core/annotation/layer.ts';
import type { Article } from '../../core/article/article.ts';
import { keptCodebooks } from '../../library/codebooks.ts';
import type { Store } from '../../library/database.ts';
import { dropLayer, type KeptLayer, keptLayers, openKept } from '../../library/layers.ts';
import { keptAuthor } from '../../library/notes.ts';
import { useKept, useSaving } from '../../library/use-kept.ts';
import { useKeeping } from '../../session/keeping.ts';
import { useSession } from '../../session/store.ts';
import { useWorkbench } from '../../session/workbench.ts';
import { hideLayer, openRoom, showLayer, useWorkshop } from '../../session/workshop.ts';
import { Icon } from '../../ui/icons.tsx';
import { LayerCard, useLayerName } from './LayerCard.tsx';
import styles from './layers.module.css';
import { NewLayer, type Wanted } from './NewLayer.tsx';
import { Notices } from './Notices.tsx';

interface LayersPanelProps {
  readonly store: Store;
  readonly article: Article;
  readonly onMake: (wanted: Wanted) => Promise<void>;
  readonly onTag: (id: string) => void;
  /** Walks through a machine's layer beside one's own. */
  readonly onReview: (id: string) => void;
  /** Where the engine is asked; null where its word is here anyway. */
  readonly analysis: ReactNode;
  /** Ends the work on the open layer. */
  readonly onStop: () => void;
  readonly onRename: (id: string, change: Partial<Pick<Layer, 'name' | 'codebook'>>) => Promise<void>;
  /** Lays a layer into the bin (a date) or takes it out (null). */
  readonly onBin: (id: string, removed: boolean) => Promise<void>;
}

const allBooks = async (store: Store) => (await keptCodebooks(store)).filter(({ removed }) => removed === null);

/** The layers of an article: shown and hidden, made, named, copied, compared, thrown away and taken back. */
export function LayersPanel({
  store,
  article,
  analysis,
  onMake,
  onTag,
  onReview,
  onStop,
  onRename,
  onBin,
}: LayersPanelProps) {
  const { t } = useTranslation('layers');
  const announce = useSession((session) => session.announce);
  const nameOf = useLayerName();
  const { fault, save } = useSaving();
  const found = useKept(
    store,
    useCallback((asked: Store) => keptLayers(asked, article.id), [article.id]),
  );
  const codebooks = useKept(store, allBooks) ?? [];
  const author = useKept(store, keptAuthor);
  const open = useWorkbench((state) => state.layer);
  const waiting = useKeeping((keeping) => keeping.waiting);
  const shown = useWorkshop((workshop) => workshop.shown);
  /** What the new layer is to be a copy of; null while none is being made. */
  const [making, setMaking] = useState<{ readonly from: string | null } | null>(null);
  const [gone, setGone] = useState<KeptLayer | null>(null);
  const [pair, setPair] = useState<{ readonly left: string; readonly right: string } | null>(null);
  const published = useMemo(() => publishedLayer(article), [article]);

  const kept = (found?.layers ?? []).filter(({ removed }) => removed === null);
  const binned = (found?.layers ?? []).filter(({ removed }) => removed !== null);
  const heads: readonly Pick<Layer, 'id' | 'name' | 'kind'>[] = [published, ...kept.map(({ head }) => head)];
  const left = pair?.left ?? 'published';
  const right = pair?.right ?? kept[0]?.key ?? '';

  const lineOf = (id: string) => shown.findIndex(({ layer }) => layer === id) + 1;
  const toggle = async (id: string) => {
    if (lineOf(id) > 0) return hideLayer(id);
    const layer = id === 'published' ? published : (await openKept(store, id))?.layer;
    if (layer)
      showLayer(
        id,
        layer.quotations.flatMap(({ contents }) => contents),
      );
  };
  const remove = async (layer: KeptLayer) => {
    if (!(await save(onBin(layer.key, true)))) return;
    hideLayer(layer.key);
    setGone(layer);
    announce(t('removed', { name: nameOf(layer.head) }));
  };
  const bring = async (layer: KeptLayer) => {
    if (await save(onBin(layer.key, false))) announce(t('broughtBack', { name: nameOf(layer.head) }));
    setGone(null);
  };
  const common = (id: string) => (
    <>
      <button type="button" className="button" data-plain="" onClick={() => setMaking({ from: id })}>
        {t('copy')}
      </button>
      <button type="button" className="button" data-plain="" onClick={() => openRoom({ kind: 'export', layer: id })}>
        {t('export')}
      </button>
      <button type="button" className="button" data-plain="" onClick={() => openRoom({ kind: 'share', layer: id })}>
        {t('share')}
      </button>
    </>
  );

  const review = (id: string) => (
    <button type="button" className="button" onClick={() => onReview(id)}>
      {t('review')}
    </button>
  );

  return (
    <>
      <Notices store={store} fault={fault} />
      {found && found.unreadable > 0 ? (
        <p className={styles['notice']}>{t('unreadable', { count: found.unreadable })}</p>
      ) : null}
      {making ? (
        <NewLayer
          key={making.from ?? ''}
          layers={heads}
          codebooks={codebooks}
          author={author ?? null}
          from={making.from}
          onCancel={() => setMaking(null)}
          onMake={(wanted) =>
            void save(onMake(wanted)).then((done) => {
              if (!done) return;
              setMaking(null);
              announce(t('made', { name: wanted.name }));
            })
          }
        />
      ) : (
        <div className={styles['actions']}>
          <button
            type="button"
            className="button"
            data-main=""
            disabled={author === undefined}
            onClick={() => setMaking({ from: null })}
          >
            <Icon name="add" />
            {t('new')}
          </button>
          <button type="button" className="button" onClick={() => openRoom({ kind: 'import' })}>
            {t('import')}
          </button>
        </div>
      )}
      {analysis}
      {gone ? (
        <div className={styles['notice']} role="status">
          <p>{t('removed', { name: nameOf(gone.head) })}</p>
          <button type="button" className="button" onClick={() => void bring(gone)}>
            <Icon name="return" turns />
            {t('undo')}
          </button>
        </div>
      ) : null}
      <ul className={styles['list']} aria-label={t('title')}>
        <LayerCard
          head={published}
          counts={{
            entities: published.entities.length,
            mentions: published.mentions.length,
            quotations: published.quotations.length,
          }}
          origin={null}
          open={false}
          line={lineOf('published')}
          onToggle={() => void toggle('published')}
        >
          {published.kind === 'machine' ? review('published') : null}
          {common('published')}
        </LayerCard>
        {kept.map((layer) => (
          <LayerCard
            key={layer.key}
            head={layer.head}
            counts={layer.counts}
            origin={layer.origin}
            open={layer.key === open}
            line={lineOf(layer.key)}
            onToggle={() => void toggle(layer.key)}
            onRename={(name) => void save(onRename(layer.key, { name }))}
          >
            {layer.head.kind === 'machine' && layer.key !== open ? (
              review(layer.key)
            ) : layer.key === open ? (
              <>
                <span className={styles['soft']}>{waiting > 0 ? t('waiting', { count: waiting }) : t('allKept')}</span>
                <button type="button" className="button" onClick={onStop}>
                  {t('stop')}
                </button>
              </>
            ) : (
              <button type="button" className="button" onClick={() => onTag(layer.key)}>
                {t('tag')}
              </button>
            )}
            {common(layer.key)}
            {codebooks.length === 0 ? null : (
              <label className={styles['check']}>
                <span>{t('codebook')}</span>
                <select
                  className="button"
                  value={layer.head.codebook ?? ''}
                  onChange={(event) =>
                    void save(onRename(layer.key, { codebook: event.target.value === '' ? null : event.target.value }))
                  }
                >
                  <option value="">{t('noCodebook')}</option>
                  {codebooks.map(({ key, codebook }) => (
                    <option key={key} value={key}>
                      {codebook.name}
                    </option>
                  ))}
                </select>
              </label>
            )}
            {layer.key === open ? null : (
              <button type="button" className="button" data-plain="" onClick={() => void remove(layer)}>
                {t('remove')}
              </button>
            )}
          </LayerCard>
        ))}
      </ul>
      {kept.length === 0 ? <p className={styles['soft']}>{t('none')}</p> : null}
      {kept.length === 0 ? null : (
        <form
          className={styles['form']}
          aria-label={t('compareTwo')}
          onSubmit={(event) => {
            event.preventDefault();
            openRoom({ kind: 'compare', left, right });
          }}
        >
          {(['left', 'right'] as const).map((side) => (
            <label key={side} className={styles['field']}>
              <span>{t(side === 'left' ? 'first' : 'second')}</span>
              <select
                value={side === 'left' ? left : right}
                onChange={(event) => setPair({ left, right, [side]: event.target.value })}
              >
                {heads.map((head) => (
                  <option key={head.id} value={head.id}>
                    {nameOf(head)}
                  </option>
                ))}
              </select>
            </label>
          ))}
          <button type="submit" className="button" disabled={left === right}>
            {t('compareTwo')}
          </button>
        </form>
      )}
      <div className={styles['actions']}>
        <button type="button" className="button" onClick={() => openRoom({ kind: 'insights' })}>
          {t('insights')}
        </button>
        <button type="button" className="button" onClick={() => openRoom({ kind: 'codebooks', id: null })}>
          {t('codebooks')}
        </button>
        <button type="button" className="button" onClick={() => openRoom({ kind: 'export', layer: null })}>
          {t('export')}
        </button>
        <button type="button" className="button" onClick={() => openRoom({ kind: 'backup' })}>
          {t('backup')}
        </button>
      </div>
      {binned.length === 0 ? null : (
        <details className={styles['more']}>
          <summary>{t('bin', { count: binned.length })}</summary>
          <ul className={styles['list']}>
            {binned.map((layer) => (
              <li key={layer.key} className={styles['actions']}>
                <bdi>{nameOf(layer.head)}</bdi>
                <button type="button" className="button" onClick={() => void bring(layer)}>
                  {t('bringBack')}
                </button>
                <button
                  type="button"
                  className="button"
                  data-plain=""
                  onClick={() => void save(dropLayer(store, layer.key))}
                >
                  {t('drop')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
