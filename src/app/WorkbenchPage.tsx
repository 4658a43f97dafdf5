import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isMachines, publishedLayer } from '../core/annotation/layer.ts';
import type { Rejections } from '../core/annotation/review.ts';
import type { Point } from '../core/annotation/select.ts';
import type { Article } from '../core/article/article.ts';
import { createLookup } from '../core/article/lookup.ts';
import { wordAt, wordsOf } from '../core/dictionary/words.ts';
import { Workbench } from '../features/tagging/Workbench.tsx';
import { keptCodebooks } from '../library/codebooks.ts';
import type { Store } from '../library/database.ts';
import { keptLayers, openKept } from '../library/layers.ts';
import { keptRejections, keepRejections } from '../library/reviews.ts';
import { useKept, useStore } from '../library/use-kept.ts';
import { useSession } from '../session/store.ts';
import { deskNow, useWorkbench } from '../session/workbench.ts';
import { openRoom } from '../session/workshop.ts';
import { Icon } from '../ui/icons.tsx';
import { useStable } from '../ui/use-stable.ts';
import { WordCard } from './at-hand.ts';
import type { Anchored } from './use-focus.ts';
import { openWork } from './use-keeping.ts';

interface WorkbenchPageProps {
  readonly article: Article;
  readonly start: Point | null;
  /** The layer to be walked through at once, by id. */
  readonly review: string | null;
  readonly onLeave: (at: Point | null) => void;
}

/**
 * Tagging an article: the layer that is open already, or what was worked on last, or a copy of the published annotation; of
 * the machine's word its names alone, and its quotations are there to be walked through.
 */
export function WorkbenchPage({ article, start, review, onLeave }: WorkbenchPageProps) {
  const { t } = useTranslation('tagging');
  const announce = useSession((session) => session.announce);
  const store = useStore();
  const open = useWorkbench((state) => (state.article === article.id ? state.layer : null));
  // The desk is a live object: another one stands in its place where a layer was opened anew.
  useWorkbench((state) => state.opened);
  const [failed, setFailed] = useState(false);
  const begin = useStable(async () => {
    const fault = await openWork(article, t('myLayer', { ns: 'layers' })).catch(() => 'failed');
    setFailed(fault !== null);
  });
  useEffect(() => {
    if (open === null) void begin();
  }, [open, article, begin]);
  useEffect(() => announce(t('entered')), [announce, t]);
  const others = useOthers(store, article, open);
  const { codebook, name } = useOpen(store, open);
  const [rejections, reject] = useRejections(store, open);
  const [looked, setLooked] = useState<Looked | null>(null);
  const asked = looked !== null;
  // Only a reader who asks for a word needs the article's shelves here.
  const lookup = useMemo(() => (asked ? createLookup(article) : null), [article, asked]);
  const desk = open === null ? null : deskNow();
  if (failed && !desk) return <p role="alert">{t('notOpened.failed', { ns: 'layers' })}</p>;
  return desk ? (
    <>
      <Workbench
        key={open}
        desk={desk}
        codebook={codebook}
        others={others}
        rejections={rejections}
        onReject={reject}
        start={start}
        review={review ?? (isMachines(article) && desk.quotations().next().done === true ? 'published' : null)}
        onLeave={onLeave}
        covered={asked}
        onLook={(word, at, onClosed) => {
          const block = article.blocks.find(({ id }) => id === word.block);
          const number = block ? wordAt(wordsOf(block.text), word.offset) : -1;
          if (!block || number < 0) return false;
          setLooked({ anchored: { focus: { kind: 'word', id: block.id, place: number }, at }, onClosed });
          return true;
        }}
        tools={
          <>
            <button
              type="button"
              className="button"
              data-plain=""
              aria-haspopup="dialog"
              onClick={() => openRoom({ kind: 'layers' })}
            >
              <Icon name="paragraph" />
              <bdi>{name === '' ? t('unnamed', { ns: 'layers' }) : name}</bdi>
            </button>
            <button
              type="button"
              className="button"
              data-plain=""
              aria-haspopup="dialog"
              onClick={() => openRoom({ kind: 'codebooks', id: codebook?.id ?? null })}
            >
              {t('codebook', { ns: 'layers' })}
            </button>
          </>
        }
      />
      {looked && lookup ? (
        <Suspense fallback={null}>
          <WordCard
            lookup={lookup}
            anchored={looked.anchored}
            others={NOTHING}
            onFocus={(focus) =>
              focus.kind === 'quotation' ? undefined : setLooked({ ...looked, anchored: { ...looked.anchored, focus } })
            }
            onClose={() => {
              setLooked(null);
              looked.onClosed();
            }}
          />
        </Suspense>
      ) : null}
    </>
  ) : null;
}

/** The word that the dictionary is asked for, and what is done once its card is closed. */
interface Looked {
  readonly anchored: Anchored;
  readonly onClosed: () => void;
}
const NOTHING: readonly [] = [];

/** Layers that can be walked through: the published one, and what else of the article is kept here. */
function useOthers(store: Store | null, article: Article, open: string | null) {
  const published = useMemo(() => publishedLayer(article), [article]);
  const kept = useKept(
    store,
    useCallback(
      async (asked: Store) => {
        const { layers } = await keptLayers(asked, article.id);
        const there = layers.filter(({ key, removed }) => removed === null && key !== open);
        return (await Promise.all(there.map(({ key }) => openKept(asked, key)))).flatMap((one) =>
          one ? [one.layer] : [],
        );
      },
      [article.id, open],
    ),
  );
  return useMemo(() => [published, ...(kept ?? [])], [published, kept]);
}

/** What the open layer is called, and its codebook. */
function useOpen(store: Store | null, open: string | null) {
  const changed = useWorkbench((state) => state.changed);
  const books = useKept(store, keptCodebooks);
  // The desk is a live object: a change tells that its head may be another.
  const live = useMemo(() => ({ open, changed }), [open, changed]);
  return useMemo(() => {
    const head = live.open === null ? null : deskNow()?.head();
    return {
      name: head?.name ?? '',
      codebook: books?.find(({ key, removed }) => key === head?.codebook && removed === null)?.codebook ?? null,
    };
  }, [books, live]);
}

/** What was turned down in reviewing for this layer, whosever layer it was of: kept at each change. */
function useRejections(store: Store | null, open: string | null) {
  const [rejections, setRejections] = useState<Rejections>([]);
  useEffect(() => {
    if (!store || open === null) return;
    let current = true;
    void keptRejections(store, open).then((kept) => current && setRejections(kept));
    return () => {
      current = false;
    };
  }, [store, open]);
  const reject = (next: Rejections) => {
    setRejections(next);
    if (store && open !== null) void keepRejections(store, open, next).catch(() => {});
  };
  return [rejections, reject] as const;
}
