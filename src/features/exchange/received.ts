/** A layer that came by link: untrusted until it was read here, and kept nowhere before the reader says so. */
import { carry } from '../../core/annotation/carry.ts';
import type { Layer } from '../../core/annotation/layer.ts';
import { readLayer, verifyLayer } from '../../core/annotation/read.ts';
import type { Article } from '../../core/article/article.ts';
import type { DatasetFault } from '../../core/dataset/read.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { type LinkFault, unpackText } from '../../library/link-codec.ts';

export interface Received {
  /** In the text of the article that is open. */
  readonly layer: Layer;
  /** How many quotations and mentions the text has no place for any more. */
  readonly orphans: number;
}

export type ReceivedFault = LinkFault['kind'] | DatasetFault['kind'] | 'otherArticle';

/** Reads the payload of a link as a layer of this article. */
export async function receiveLayer(payload: string, article: Article): Promise<Result<Received, ReceivedFault>> {
  const text = await unpackText(payload);
  if (!text.ok) return failure(text.failure.kind);
  const layer = readLayer(text.value);
  if (!layer.ok) return failure(layer.failure.kind);
  if (layer.value.article !== article.id) return failure('otherArticle');
  if (verifyLayer(layer.value, article).length === 0) return success({ layer: layer.value, orphans: 0 });
  const carried = carry(layer.value, null, article);
  // What was carried must stand the same test as everything else.
  if (verifyLayer(carried.layer, article).length > 0) return failure('content');
  const { mentions, quotations } = carried.orphans;
  return success({ layer: carried.layer, orphans: mentions.length + quotations.length });
}
