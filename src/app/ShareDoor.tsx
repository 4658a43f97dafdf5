import { type ComponentType, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../core/article/lookup.ts';
import type { ShareSubject } from '../features/sharing/subject.ts';
import { fetchWords } from '../i18n/later.ts';
import { keepSelection } from '../page/selection.ts';
import { isMissing, useMissing } from '../session/parts.ts';
import { Sheet } from '../ui/Sheet.tsx';
import styles from './app.module.css';

interface ShareDoorProps {
  readonly lookup: ArticleLookup;
  readonly subject: ShareSubject;
  /** The link that is shared, whole. */
  readonly address: string;
  readonly onClose: () => void;
  /** Takes the same passages into a lesson, where that can be done. */
  readonly onLesson?: () => void;
}

type Inside = ComponentType<Omit<ShareDoorProps, 'onClose'>>;

/** Below this many milliseconds nothing is shown of the fetching. */
const SOON = 400;

/**
 * The ways to share something. They are fetched when they are first asked for; where that cannot be done, the link itself is
 * here to be copied by hand.
 */
export function ShareDoor({ onClose, ...inside }: ShareDoorProps) {
  const { t } = useTranslation('reading');
  const [Share, setShare] = useState<Inside | null>(null);
  const [state, setState] = useState<'fetching' | 'slow' | 'failed'>('fetching');
  const fetchShare = useCallback(() => {
    setState('fetching');
    const slow = setTimeout(() => setState('slow'), SOON);
    Promise.all([import('../features/sharing/Share.tsx'), fetchWords('sharing')])
      .then(([found]) => {
        setShare(() => found.Share);
        useMissing.getState().letGo();
      })
      .catch((error: unknown) => {
        setState('failed');
        // The page may be older than the site: then loading it again helps, which the page's own notice offers below.
        if (isMissing(error)) useMissing.getState().report();
      })
      .finally(() => clearTimeout(slow));
  }, []);
  useEffect(fetchShare, [fetchShare]);
  useLayoutEffect(keepSelection, []);
  if (!Share && state === 'fetching') return null;
  return (
    <Sheet label={t('share')} closeLabel={t('close', { ns: 'app' })} onClose={onClose} centred>
      {Share ? (
        <Share {...inside} />
      ) : state === 'failed' ? (
        <div role="alert">
          <p>{t('shareNotFetched')}</p>
          <p className={styles['byHand']} dir="ltr">
            {inside.address}
          </p>
          <button type="button" className="button" data-main="" onClick={fetchShare}>
            {t('retry', { ns: 'faults' })}
          </button>
        </div>
      ) : (
        <p role="status">{t('shareFetching')}</p>
      )}
    </Sheet>
  );
}
