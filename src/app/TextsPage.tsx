import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isOwn } from '../core/article/own.ts';
import { plainText } from '../core/article/article.ts';
import { textId } from '../core/intake/shell.ts';
import type { Opened } from '../engine/protocol.ts';
import { OpenBox } from '../features/texts/OpenBox.tsx';
import styles from '../features/texts/texts.module.css';
import { useOpen } from '../features/texts/use-open.ts';
import { openStore } from '../library/database.ts';
import { articleQuery } from '../library/queries.ts';
import { keepText, keptTexts } from '../library/texts.ts';
import { useKept, useSaving, useStore } from '../library/use-kept.ts';
import { useIncoming } from '../session/incoming.ts';
import { articleAddress, goToPage, siteFolder } from '../session/place.ts';
import { useSession } from '../session/store.ts';
import { engine } from './engine.ts';
import { MyShelf } from './MyShelf.tsx';
import { useTexts } from './use-texts.tsx';

/** Where texts are opened, with those that were opened before. */
export function TextsPage() {
  const { t } = useTranslation('texts');
  const client = useQueryClient();
  const announce = useSession((session) => session.announce);
  const store = useStore();
  const { fault, save } = useSaving();
  const kept = useKept(store, keptTexts);
  const texts = useTexts(store, save);
  useEffect(() => {
    document.title = t('documentTitle', { ns: 'app', title: t('open') });
  });

  const onOpened = useCallback(
    async ({ article, intake, corrected }: Opened) => {
      // A text of the library that comes as a file is another one here: what is done to it is not done to that.
      const own = isOwn(article.id) ? article : { ...article, id: textId(plainText(article)) };
      const keeping = openStore().then((opened) => keepText(opened, own, intake, new Date().toISOString(), corrected));
      if (!(await save(keeping))) return;
      const kept = await keeping;
      if (kept !== 'kept') announce(t(kept));
      if (kept === 'merged') await client.invalidateQueries({ queryKey: articleQuery(siteFolder, own.id).queryKey });
      goToPage(articleAddress(own.id));
    },
    [save, announce, client, t],
  );
  const opening = useOpen(engine, onOpened);

  const { open } = opening;
  const wanted = useIncoming((incoming) => incoming.wanted);
  useEffect(() => {
    if (wanted?.as !== 'text') return;
    useIncoming.getState().want(null);
    const { name, text, bytes, shared } = wanted.file;
    if (shared) open({ kind: 'paste', text });
    else open({ kind: 'file', name, bytes: bytes ?? new TextEncoder().encode(text) });
  }, [wanted, open]);

  return (
    <main id="main" tabIndex={-1} className={styles['page']}>
      <h1>{t('open')}</h1>
      <p className={styles['intro']}>{t('intro')}</p>
      {fault !== null || store?.mode() === 'memory' ? (
        <p className={styles['told']} role={fault === null ? undefined : 'alert'}>
          {t(`store.${fault ?? 'memory'}`)}
        </p>
      ) : null}
      <OpenBox {...opening} />
      <h2>{t('title')}</h2>
      {kept === undefined ? null : (
        <>
          {kept.unreadable > 0 ? <p className={styles['soft']}>{t('unreadable', { count: kept.unreadable })}</p> : null}
          {kept.texts.length === 0 ? (
            <p className={styles['soft']}>{t('empty')}</p>
          ) : (
            <MyShelf heads={kept.texts} texts={texts} />
          )}
        </>
      )}
      {texts.bar}
    </main>
  );
}
