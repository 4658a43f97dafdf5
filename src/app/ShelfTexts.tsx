import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../features/texts/texts.module.css';
import { keptTexts } from '../library/texts.ts';
import { useKept, useSaving, useStore } from '../library/use-kept.ts';
import { goToPage, textsAddress } from '../session/place.ts';
import { keepRoom } from '../session/room.ts';
import { inPage } from '../ui/click.ts';
import { MyShelf } from './MyShelf.tsx';
import { useTexts } from './use-texts.tsx';

/** As many as stand on the first screen; the rest is one press away. */
const SHOWN = 3;

/**
 * The reader's own texts among the library's: the last opened ones. Nothing where there are none; `room` (CSS pixels) is kept
 * for them until that is known.
 */
export function ShelfTexts({ room }: { readonly room: number }) {
  const { t } = useTranslation('texts');
  const store = useStore();
  const { fault, save } = useSaving();
  const kept = useKept(store, keptTexts);
  const texts = useTexts(store, save);
  const section = useRef<HTMLElement>(null);
  const count = kept?.texts.length;
  useEffect(() => {
    if (count !== undefined) keepRoom(section.current?.offsetHeight ?? 0);
  }, [count]);
  return (
    <>
      {fault === null ? null : (
        <p className={styles['told']} role="alert">
          {t(`store.${fault}`)}
        </p>
      )}
      {kept === undefined ? <div style={{ minBlockSize: room }} /> : null}
      {kept && kept.texts.length > 0 ? (
        <section ref={section} className={styles['mine']} aria-labelledby="my-texts">
          <h2 id="my-texts">{t('title')}</h2>
          <MyShelf heads={kept.texts.slice(0, SHOWN)} texts={texts} />
          {kept.texts.length > SHOWN ? (
            <a className="button" data-plain="" href={textsAddress()} onClick={inPage(() => goToPage(textsAddress()))}>
              {t('mine', { count: kept.texts.length })}
            </a>
          ) : null}
        </section>
      ) : null}
      {texts.bar}
    </>
  );
}
