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
import { useDone } from '../session/done.ts';
import { saveFile } from '../ui/save-file.ts';
import { Undo } from '../ui/Undo.tsx';

/** What can be done with a kept text, wherever it is listed. `save` waits for a writing and tells of its failure. */
export function useTexts(store: Store | null, save: (writing: Promise<unknown>) => Promise<boolean>) {
  const { t } = useTranslation('texts');
  const client = useQueryClient();
  const last = useDone((state) => state.done);

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
    async (id: string, analysis: Annotations, undone = false): Promise<TextCorrections | null> => {
      let done: TextCorrections | null = null;
      if (!store) return null;
      await save(
        reanalyseText(store, id, analysis, stamp(new Date())).then((kept) => {
          done = kept;
          if (kept) client.setQueryData(articleQuery(siteFolder, id).queryKey, kept.article);
          useCorrected.setState(({ count }) => ({ last: null, count: count + 1 }));
          // What an editor said in a file that was brought is gone otherwise.
          useDone.setState({ done: kept?.before && !undone ? { kind: 'reanalysed', id, before: kept.before } : null });
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
          useDone.setState({ done: { kind: 'removed', title, forgotten } });
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
    last === null ? null : (
      <Undo
        words={last.kind === 'removed' ? t('removed', { title: `\u2068${last.title}\u2069` }) : t('reanalysed')}
        labels={{ undo: t('undo'), close: t('close', { ns: 'app' }) }}
        overText
        onUndo={() => {
          leave();
          if (!store) return;
          if (last.kind === 'removed') void save(restoreText(store, last.forgotten));
          else void reanalyse(last.id, last.before, true);
        }}
        onLeave={leave}
      />
    );
  return { reanalyse, rename, remove, exportText, bar };
}

const leave = () => {
  useDone.setState({ done: null });
  document.getElementById('main')?.focus({ preventScroll: true });
};
