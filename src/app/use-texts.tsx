import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotations } from '../core/annotation/carried.ts';
import type { Article } from '../core/article/article.ts';
import { stamp } from '../core/dataset/stamp.ts';
import type { Store } from '../library/database.ts';
import { articleQuery } from '../library/queries.ts';
import {
  changeText,
  forgetText,
  reanalyseText,
  restoreText,
  textFile,
  type TextCorrections,
} from '../library/texts.ts';
import { useCorrected } from '../session/corrected.ts';
import { siteFolder } from '../session/place.ts';
import { useRemoved } from '../session/removed.ts';
import { saveFile } from '../ui/save-file.ts';
import { Undo } from '../ui/Undo.tsx';

/** What can be done with a kept text, wherever it is listed. `save` waits for a writing and tells of its failure. */
export function useTexts(store: Store | null, save: (writing: Promise<unknown>) => Promise<boolean>) {
  const { t } = useTranslation('texts');
  const client = useQueryClient();
  const removed = useRemoved((state) => state.removed);

  const change = useCallback(
    async (id: string, how: (old: Article) => Article): Promise<boolean> => {
      if (!store) return false;
      return save(
        changeText(store, id, how, new Date().toISOString()).then((article) => {
          if (article) client.setQueryData(articleQuery(siteFolder, id).queryKey, article);
        }),
      );
    },
    [store, save, client],
  );
  const reanalyse = useCallback(
    async (id: string, analysis: Annotations): Promise<TextCorrections | null> => {
      let done: TextCorrections | null = null;
      if (!store) return null;
      await save(
        reanalyseText(store, id, analysis, stamp(new Date())).then((kept) => {
          done = kept;
          if (kept) client.setQueryData(articleQuery(siteFolder, id).queryKey, kept.article);
          useCorrected.setState(({ count }) => ({ last: null, count: count + 1 }));
        }),
      );
      return done;
    },
    [store, save, client],
  );
  const rename = useCallback(
    (id: string, title: string) => void change(id, (old) => ({ ...old, title: { ar: title, en: '' } })),
    [change],
  );
  const remove = useCallback(
    async (id: string, title: string): Promise<boolean> => {
      if (!store) return false;
      return save(
        forgetText(store, id).then((forgotten) => {
          client.removeQueries({ queryKey: articleQuery(siteFolder, id).queryKey });
          useRemoved.setState({ removed: { title, forgotten } });
        }),
      );
    },
    [store, save, client],
  );
  const exportText = useCallback(
    (id: string) => {
      if (store) void save(textFile(store, id).then((file) => saveFile(`${id}.json`, file, 'application/json')));
    },
    [store, save],
  );
  const bar: ReactNode =
    removed === null ? null : (
      <Undo
        words={t('removed', { title: `\u2068${removed.title}\u2069` })}
        labels={{ undo: t('undo'), close: t('close', { ns: 'app' }) }}
        overText
        onUndo={() => {
          if (store) void save(restoreText(store, removed.forgotten));
          leave();
        }}
        onLeave={leave}
      />
    );
  return { reanalyse, rename, remove, exportText, bar };
}

const leave = () => {
  useRemoved.setState({ removed: null });
  document.getElementById('main')?.focus({ preventScroll: true });
};
