import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { NOWHERE } from '../core/article/address.ts';
import type { ShelfText } from '../features/dictionary/ShelfPlaces.tsx';
import { openStore } from '../library/database.ts';
import { articleQuery, libraryQuery } from '../library/queries.ts';
import { keptTexts } from '../library/texts.ts';
import { linkTo, siteFolder } from '../session/place.ts';

/** So many texts at most are searched: the library's in its order, then the reader's own. */
const MOST_TEXTS = 200;

/** Fetches every text of the shelf but one; `whole` is false where some did not come. Rejects when the list does not. */
export function useShelfTexts(
  but: string,
): () => Promise<{ readonly texts: readonly ShelfText[]; readonly whole: boolean }> {
  const queries = useQueryClient();
  return useCallback(async () => {
    const [{ articles }, own] = await Promise.all([
      queries.fetchQuery(libraryQuery(siteFolder)),
      // A browser that keeps nothing has no texts of the reader's own.
      openStore()
        .then(keptTexts)
        .then(({ texts }) => texts.map(({ key }) => key))
        .catch((): string[] => []),
    ]);
    const ids = [...articles.map(({ id }) => id), ...own].filter((id) => id !== but);
    const came = await Promise.allSettled(
      ids.slice(0, MOST_TEXTS).map((id) => queries.fetchQuery(articleQuery(siteFolder, id))),
    );
    const texts = came.flatMap((one): ShelfText[] =>
      one.status === 'fulfilled'
        ? [
            {
              article: one.value,
              addressOf: (id, place) => linkTo(one.value.id, { ...NOWHERE, focus: { kind: 'word', id, place } }),
            },
          ]
        : [],
    );
    return { texts, whole: texts.length === ids.length };
  }, [queries, but]);
}
