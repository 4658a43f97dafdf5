import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../core/article/lookup.ts';
import { Share } from '../features/sharing/Share.tsx';
import type { ShareSubject } from '../features/sharing/subject.ts';
import { keepSelection } from '../page/selection.ts';
import { Sheet } from '../ui/Sheet.tsx';

interface ShareDoorProps {
  readonly lookup: ArticleLookup;
  readonly subject: ShareSubject;
  /** The link that is shared, whole. */
  readonly address: string;
  readonly onClose: () => void;
  /** Takes the same passages into a lesson, where that can be done. */
  readonly onLesson?: () => void;
}

/** The ways to share something, over the page: fetched, with its words, when it is first asked for. */
export function ShareDoor({ onClose, ...inside }: ShareDoorProps) {
  const { t } = useTranslation('reading');
  useLayoutEffect(keepSelection, []);
  return (
    <Sheet label={t('share')} closeLabel={t('close', { ns: 'app' })} onClose={onClose} centred>
      <Share {...inside} />
    </Sheet>
  );
}
