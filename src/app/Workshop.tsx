import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { isMachines, type Layer, publishedLayer } from '../core/annotation/layer.ts';
import type { Article } from '../core/article/article.ts';
import { stamp } from '../core/dataset/stamp.ts';
import type { TextRange } from '../core/text/range.ts';
import { fetchWords } from '../i18n/later.ts';
import { keptCodebooks } from '../library/codebooks.ts';
import type { Store } from '../library/database.ts';
import { binLayer, keptLayers, openKept } from '../library/layers.ts';
import { articleQuery, libraryQuery } from '../library/queries.ts';
import { useKept, useStore } from '../library/use-kept.ts';
import { useLayerInAddress } from '../session/layer-place.ts';
import { goToPage, linkTo, siteFolder } from '../session/place.ts';
import { NOWHERE } from '../core/article/address.ts';
import { settingsSchema } from '../session/settings.ts';
import { useSession } from '../session/store.ts';
import { deskNow, useWorkbench, workbench } from '../session/workbench.ts';
import { hideLayers, openRoom, type Room, useWorkshop } from '../session/workshop.ts';
import { part } from '../session/parts.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useMedia } from '../ui/use-media.ts';
import { LayersPanel } from '../features/layers/LayersPanel.tsx';
import * as v from 'valibot';
import { perform } from './exchange.ts';
import { KeepingNotice } from './KeepingNotice.tsx';
import { changeHead, makeLayer, startKeeping, stopKeeping, takeLayers } from './use-keeping.ts';

const words = (namespace: Parameters<typeof fetchWords>[0]) => fetchWords(namespace);
const Codebooks = part(async () => {
  const [{ Codebooks }] = await Promise.all([import('../features/codebook/Codebooks.tsx'), words('codebook')]);
  return Codebooks;
});
const ExportDialog = part(async () => {
  const [{ ExportDialog }] = await Promise.all([import('../features/exchange/ExportDialog.tsx'), words('exchange')]);
  return ExportDialog;
});
const ImportDialog = part(async () => {
  const [{ ImportDialog }] = await Promise.all([import('../features/exchange/ImportDialog.tsx'), words('exchange')]);
  return ImportDialog;
});
const BackupDialog = part(async () => {
  const [{ BackupDialog }] = await Promise.all([import('../features/exchange/BackupDialog.tsx'), words('exchange')]);
  return BackupDialog;
});
const ShareDialog = part(async () => {
  const [{ ShareDialog }] = await Promise.all([import('../features/exchange/ShareDialog.tsx'), words('exchange')]);
  return ShareDialog;
});
const ReceivedNotice = part(async () => {
  const [{ ReceivedNotice }] = await Promise.all([
    import('../features/exchange/ReceivedNotice.tsx'),
    words('exchange'),
  ]);
  return ReceivedNotice;
});
const Analyse = part(async () => {
  const [{ Analyse }] = await Promise.all([import('./Analyse.tsx'), words('texts')]);
  return Analyse;
});
const CompareRoom = part(async () => {
  const [{ CompareRoom }] = await Promise.all([import('./CompareRoom.tsx'), words('measures')]);
  return CompareRoom;
});
const Insights = lazy(async () => {
  const [{ Insights }] = await Promise.all([import('../features/insights/Insights.tsx'), words('insights')]);
  return { default: Insights };
});

interface WorkshopProps {
  readonly article: Article;
  /** Brings these words into view and marks them. */
  readonly onShow: (ranges: readonly TextRange[]) => void;
  /** Goes over to tagging, once a layer is open; and back from it, once none is. */
  readonly onTag: () => void;
  /** Goes over to walking through this machine's layer. */
  readonly onReview: (layer: string) => void;
  readonly onStop: () => void;
}

/** Everything about layers that lies over the page: the panel, its rooms, what a link brought, whether all is kept. */
export function Workshop({ article, onShow, onTag, onReview, onStop }: WorkshopProps) {
  const { t } = useTranslation('layers');
  const store = useStore();
  const announce = useSession((session) => session.announce);
  const room = useWorkshop((workshop) => workshop.room);
  const wide = useMedia('(min-width: 64rem)');
  const payload = useLayerInAddress();
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(
    () => () => {
      // Another article, or none: what was open here is closed and written.
      hideLayers();
      openRoom(null);
      if (workbench.getState().article === article.id) void stopKeeping();
    },
    [article.id],
  );

  const tag = async (id: string) => {
    setRefused(null);
    const fault = await startKeeping(article, id).catch(() => ({ kind: 'failed' as const }));
    if (fault) setRefused(t(`notOpened.${fault.kind}`));
    else {
      announce(t('opened'));
      openRoom(null);
      onTag();
    }
  };
  const show = (ranges: readonly TextRange[]) => {
    if (!wide) openRoom(null);
    onShow(ranges);
  };
  const close = () => openRoom(room?.kind === 'layers' ? null : { kind: 'layers' });

  return (
    <>
      {createPortal(
        <div data-workshop="" style={{ display: 'contents' }}>
          <KeepingNotice />
          {payload === null ? null : (
            <Suspense fallback={null}>
              <ReceivedNotice
                payload={payload}
                article={article}
                onTake={(layer) => takeLayers(article, [layer], 'received')}
                onClose={() => goToPage(linkTo(article.id, NOWHERE), { replace: true })}
              />
            </Suspense>
          )}
        </div>,
        document.querySelector('[data-notices]') ?? document.body,
      )}
      {room === null || store === null ? null : (
        <Dialog
          key={room.kind}
          title={t(`rooms.${room.kind}`)}
          closeLabel={t('close', { ns: 'app' })}
          onClose={close}
          beside={room.kind === 'layers' || room.kind === 'compare'}
        >
          {refused === null ? null : <p role="alert">{refused}</p>}
          <Suspense fallback={<p role="status">{t('fetching')}</p>}>
            {room.kind === 'layers' ? (
              <LayersPanel
                store={store}
                article={article}
                onMake={async (wanted) => void (await makeLayer(article, wanted))}
                onTag={(id) => void tag(id)}
                onReview={(id) => {
                  openRoom(null);
                  onReview(id);
                }}
                analysis={isMachines(article) ? null : <Analyse store={store} article={article} />}
                onStop={() => {
                  onStop();
                  void stopKeeping();
                }}
                onRename={changeHead}
                onBin={(id, removed) => binLayer(store, id, removed ? stamp(new Date()) : null)}
              />
            ) : (
              <OtherRoom
                room={room}
                store={store}
                article={article}
                onShow={show}
                onBefore={() => {
                  onStop();
                  return stopKeeping();
                }}
              />
            )}
          </Suspense>
        </Dialog>
      )}
    </>
  );
}

interface RoomProps {
  readonly room: Room;
  readonly store: Store;
  readonly article: Article;
  readonly onShow: (ranges: readonly TextRange[]) => void;
  /** Closes what is open, before everything is changed under it. */
  readonly onBefore: () => Promise<void>;
}

/** The layers of the article as they are now, by id, the published one first; the open one as it stands on the workbench. */
function useLayers(store: Store, article: Article): ReadonlyMap<string, Layer> | undefined {
  const published = useMemo(() => publishedLayer(article), [article]);
  const kept = useKept(
    store,
    useCallback(
      async (asked: Store) => {
        const { layers } = await keptLayers(asked, article.id);
        const opened = await Promise.all(
          layers.filter(({ removed }) => removed === null).map(({ key }) => openKept(asked, key)),
        );
        return opened.flatMap((one) => (one ? [one.layer] : []));
      },
      [article.id],
    ),
  );
  const open = useWorkbench((state) => state.layer);
  const changed = useWorkbench((state) => state.changed);
  // The desk is a live object: a change tells that what is read from it is another.
  const live = useMemo(() => ({ open, changed }), [open, changed]);
  return useMemo(
    () =>
      kept &&
      new Map([published, ...kept].map((layer) => [layer.id, layer.id === live.open ? (now(layer) ?? layer) : layer])),
    [kept, published, live],
  );
}
const now = (layer: Layer): Layer | undefined => deskNow()?.toLayer(layer.modified);

function OtherRoom({ room, store, article, onShow, onBefore }: RoomProps): ReactNode {
  const { t } = useTranslation('layers');
  const queries = useQueryClient();
  const settings = useSession((session) => session.settings);
  const choose = useSession((session) => session.choose);
  const layers = useLayers(store, article);
  const books = useKept(store, keptCodebooks);
  const nameOf = useCallback(
    (layer: Layer) =>
      layer.kind === 'published'
        ? t('published')
        : layer.name !== ''
          ? layer.name
          : t(layer.kind === 'machine' ? 'machine' : 'unnamed'),
    [t],
  );
  const here = useMemo(
    () => [...(layers?.values() ?? [])].map((layer) => ({ layer, name: nameOf(layer) })),
    [layers, nameOf],
  );
  const everywhere = useCallback(async () => {
    const { articles } = await queries.fetchQuery(libraryQuery(siteFolder));
    const { layers: heads } = await keptLayers(store);
    const known = heads.filter(
      ({ removed, head }) => removed === null && articles.some(({ id }) => id === head.article),
    );
    return Promise.all(
      known.map(async ({ key, head }) => {
        const [of, opened] = await Promise.all([
          queries.fetchQuery(articleQuery(siteFolder, head.article)),
          openKept(store, key),
        ]);
        return opened ? [{ article: of, layer: opened.layer }] : [];
      }),
    ).then((found) => found.flat());
  }, [queries, store]);
  const tags = (id: string | null) =>
    new Map(books?.find(({ key }) => key === id)?.codebook.tags.map((tag) => [tag.id, tag.name]));

  if (!layers || !books) return <p role="status">{t('fetching')}</p>;
  switch (room.kind) {
    case 'layers':
      // Stands in the dialog itself.
      return null;
    case 'codebooks':
      return <Codebooks store={store} first={room.id} />;
    case 'export':
      return (
        <ExportDialog article={article} here={here} first={room.layer} everywhere={everywhere} perform={perform} />
      );
    case 'import':
      return (
        <ImportDialog article={article} onTake={(taken) => takeLayers(article, taken, 'imported')} perform={perform} />
      );
    case 'backup':
      return (
        <BackupDialog
          store={store}
          settings={settings}
          onBefore={onBefore}
          onRestored={() => void queries.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kind === 'article' })}
          onSettings={(given) => choose(v.parse(settingsSchema, given))}
        />
      );
    case 'share': {
      const layer = layers.get(room.layer ?? 'published');
      return layer ? <ShareDialog layer={layer} name={nameOf(layer)} tags={tags(layer.codebook)} /> : null;
    }
    case 'insights':
      return <InsightsRoom article={article} layers={here} everywhere={everywhere} onShow={onShow} />;
    case 'compare': {
      const [left, right] = [layers.get(room.left), layers.get(room.right)];
      const codebook = books.find(({ key }) => key === left?.codebook)?.codebook ?? null;
      return left && right ? (
        <CompareRoom
          store={store}
          article={article}
          left={left}
          right={right}
          others={here.filter(({ layer }) => layer !== left && layer !== right)}
          codebook={codebook}
          onShow={onShow}
        />
      ) : null;
    }
  }
}

interface InsightsRoomProps {
  readonly article: Article;
  readonly layers: readonly { readonly layer: Layer; readonly name: string }[];
  readonly everywhere: () => Promise<readonly { readonly article: Article; readonly layer: Layer }[]>;
  readonly onShow: (ranges: readonly TextRange[]) => void;
}

/** The figures of one layer of this article, or of the whole shelf: one layer an article, the one changed last. */
function InsightsRoom({ article, layers, everywhere, onShow }: InsightsRoomProps) {
  const { t } = useTranslation('layers');
  const [chosen, setChosen] = useState('published');
  const [shelf, setShelf] = useState<readonly { readonly article: Article; readonly layer: Layer }[] | null>(null);
  const all = chosen === '~shelf';
  useEffect(() => {
    if (!all) return;
    let current = true;
    void everywhere().then((found) => {
      const latest = new Map<string, (typeof found)[number]>();
      for (const one of found) {
        const before = latest.get(one.article.id);
        if (!before || before.layer.modified < one.layer.modified) latest.set(one.article.id, one);
      }
      if (current) setShelf([...latest.values()]);
    });
    return () => {
      current = false;
    };
  }, [all, everywhere]);
  const layer = layers.find((one) => one.layer.id === chosen)?.layer;
  const sources = useMemo(() => (all ? (shelf ?? []) : [{ article, layer }]), [all, shelf, article, layer]);
  return (
    <>
      <label>
        {t('whose')}{' '}
        <select className="button" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {layers.map((one) => (
            <option key={one.layer.id} value={one.layer.id}>
              {one.name}
            </option>
          ))}
          <option value="~shelf">{t('wholeShelf')}</option>
        </select>
      </label>
      <Insights
        sources={sources}
        onOpen={(of, quotation) => {
          const found = sources.find((one) => one.article.id === of);
          const contents = found?.layer?.quotations.find(({ id }) => id === quotation)?.contents;
          if (of === article.id && contents) {
            openRoom(null);
            onShow(contents);
          } else goToPage(linkTo(of, { ...NOWHERE, focus: { kind: 'quotation', id: quotation } }));
        }}
        onSave={({ name, text }) => saveFile(name, text, 'text/csv')}
      />
    </>
  );
}
