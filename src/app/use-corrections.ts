import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Wanted } from '../core/annotation/correct.ts';
import type { Article } from '../core/article/article.ts';
import { stamp } from '../core/dataset/stamp.ts';
import { openStore, StoreError } from '../library/database.ts';
import { newId } from '../library/layers.ts';
import { articleQuery } from '../library/queries.ts';
import { correctText, keptCorrections, takeBack, type TextCorrections } from '../library/texts.ts';
import { useCorrected } from '../session/corrected.ts';
import { siteFolder } from '../session/place.ts';

/** How corrections of an own text are made and taken back; the page follows at once. Both give the article as it is then. */
export function useCorrections({ id, revision }: Pick<Article, 'id' | 'revision'>) {
  const client = useQueryClient();
  const keep = useCallback(
    async (work: () => Promise<TextCorrections | null>): Promise<Article | null> => {
      try {
        const done = await work();
        // Null: another tab was here first; what is shown is old.
        if (done) client.setQueryData(articleQuery(siteFolder, id).queryKey, done.article);
        else await client.invalidateQueries({ queryKey: articleQuery(siteFolder, id).queryKey });
        useCorrected.setState(({ count }) => ({ fault: done ? null : 'elsewhere', count: count + 1 }));
        return done?.article ?? null;
      } catch (error) {
        useCorrected.setState({ fault: error instanceof StoreError ? error.kind : 'failed' });
        return null;
      }
    },
    [client, id],
  );
  return useMemo(
    () => ({
      /** `words` tell what was done. */
      correct: async (wanted: Wanted, words: string): Promise<Article | null> => {
        const correction = newId();
        const article = await keep(async () =>
          correctText(await openStore(), id, revision, wanted, correction, stamp(new Date())),
        );
        const quotation = 'quotation' in wanted && wanted.kind !== 'notQuotation' ? wanted.quotation : null;
        if (article) useCorrected.setState({ last: { text: id, id: correction, words, quotation } });
        return article;
      },
      takeBack: async (correction: string): Promise<Article | null> => {
        const article = await keep(async () => takeBack(await openStore(), id, correction, stamp(new Date())));
        useCorrected.setState(({ last }) => ({ last: last?.id === correction ? null : last }));
        return article;
      },
    }),
    [id, revision, keep],
  );
}

/** What is kept of a text's corrections, and what became of each; null until it is known, and where there are none. */
export function useKeptCorrections(id: string): TextCorrections | null {
  const count = useCorrected((state) => state.count);
  const [kept, setKept] = useState<TextCorrections | null>(null);
  useEffect(() => {
    let current = true;
    void openStore()
      .then((store) => keptCorrections(store, id))
      .then((found) => current && setKept(found));
    return () => {
      current = false;
    };
  }, [id, count]);
  return kept;
}
