/** The one layer that is open in this tab, from the store to the workbench and back. */
import { type Change, type LayerHead, stepOf } from '../core/annotation/change.ts';
import { isMachines, type Layer, publishedLayer } from '../core/annotation/layer.ts';
import type { Article } from '../core/article/article.ts';
import { stamp } from '../core/dataset/stamp.ts';
import { success } from '../core/result.ts';
import { openStore } from '../library/database.ts';
import { keepLayer, keptLayers, newId, openKept, type Origin, renameLayer } from '../library/layers.ts';
import { keepAuthor } from '../library/notes.ts';
import { useKeeping } from '../session/keeping.ts';
import { deskNow, make, workbench } from '../session/workbench.ts';
import { fitted, keep, type Keeper, type OpenFault } from './keeper.ts';

let keeper: Keeper | null = null;
/** Two presses at once open one after the other. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const done = last.then(work);
  last = done.catch(() => {});
  return done;
}

/**
 * Opens a layer for tagging. One that was made on an earlier text of the article is carried over into a new layer, which is
 * opened instead; the old one stays as it is. Null where it is open; else why not.
 */
export function startKeeping(article: Article, id: string): Promise<OpenFault | null> {
  return inTurn(async () => {
    await keeper?.close();
    keeper = null;
    const store = await openStore();
    const opened = await keep(store, id, article, () => new Date());
    if (opened.ok) {
      keeper = opened.value;
      return null;
    }
    if (opened.failure.kind !== 'text') return opened.failure;
    const { layer } = fitted(opened.failure.layer, article, newId(), stamp(new Date()));
    await keepLayer(store, layer, 'copied');
    const again = await keep(store, layer.id, article, () => new Date());
    if (!again.ok) return again.failure;
    keeper = again.value;
    return null;
  });
}

/** Closes the layer that is open; what was made is written first. */
export function stopKeeping(): Promise<void> {
  return inTurn(async () => {
    await keeper?.close();
    keeper = null;
  });
}

/** Tries again to write what waits. */
export const retryKeeping = (): Promise<void> => keeper?.retry() ?? Promise.resolve();

/**
 * Opens what the reader worked on last in this article; where there is nothing, a copy of the published annotation, which is
 * kept under this name.
 */
export async function openWork(article: Article, name: string): Promise<OpenFault | null> {
  const { layers } = await keptLayers(await openStore(), article.id);
  const [latest] = layers
    // The machine's layer is reviewed, not worked on.
    .filter(({ removed, head }) => removed === null && head.kind !== 'machine')
    .sort((a, b) => (a.head.modified < b.head.modified ? 1 : -1));
  return startKeeping(
    article,
    latest?.key ??
      (await makeLayer(article, {
        name,
        author: null,
        from: isMachines(article) ? 'names' : 'published',
        codebook: null,
      })),
  );
}

export interface NewLayer {
  readonly name: string;
  /** Null where nobody was asked. */
  readonly author: string | null;
  /** The layer to copy, by id; `names`: of the published one the names alone. Null for an empty one. */
  readonly from: string | null;
  readonly codebook: string | null;
}

/** Makes a layer of the article and keeps it; gives its id. Rejects with a StoreError. */
export async function makeLayer(article: Article, { name, author, from, codebook }: NewLayer): Promise<string> {
  const store = await openStore();
  const now = stamp(new Date());
  const published = publishedLayer(article);
  const source =
    from === null
      ? { ...published, entities: [], mentions: [], quotations: [] }
      : from === 'published' || from === 'names'
        ? { ...published, quotations: from === 'names' ? [] : published.quotations }
        : from === workbench.getState().layer && deskNow()
          ? (deskNow()?.toLayer(now) ?? published)
          : ((await openKept(store, from))?.layer ?? published);
  const layer: Layer = {
    ...source,
    id: newId(),
    article: article.id,
    revision: article.revision,
    name,
    kind: 'person',
    author: author === null || author === '' ? null : author,
    created: now,
    modified: now,
    codebook: codebook ?? source.codebook,
  };
  await keepLayer(store, layer, from === null ? 'made' : 'copied');
  if (author !== null) await keepAuthor(store, author);
  void askToLast();
  return layer.id;
}

/** Keeps layers that came from elsewhere as new ones of the article. Rejects with a StoreError. */
export async function takeLayers(article: Article, layers: readonly Layer[], origin: Origin): Promise<void> {
  const store = await openStore();
  for (const layer of layers) {
    await keepLayer(
      store,
      {
        ...layer,
        id: newId(),
        article: article.id,
        revision: article.revision,
        kind: layer.kind === 'published' ? 'person' : layer.kind,
      },
      origin,
    );
  }
  void askToLast();
}

/** Another name or codebook: a step like others where the layer is open, to be undone; else written at once. */
export async function changeHead(id: string, change: Partial<Pick<LayerHead, 'name' | 'codebook'>>): Promise<void> {
  const desk = deskNow();
  if (workbench.getState().layer === id && desk) {
    const before = desk.head();
    const put: Change = { on: 'layer', before, after: { ...before, ...change } };
    make(success(stepOf('setLayer', [put])));
    return;
  }
  await renameLayer(await openStore(), id, change, stamp(new Date()));
}

/** Asks the browser, once, not to clear what is kept when space runs short; never waited for. */
async function askToLast(): Promise<void> {
  if (useKeeping.getState().lasting !== null) return;
  try {
    const lasting = (await navigator.storage.persisted()) || (await navigator.storage.persist());
    useKeeping.setState({ lasting });
  } catch {
    // A browser that knows no such promise.
  }
}
