import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { somethingUnsaved } from '../session/unsaved.ts';
import { Notice } from '../ui/Notice.tsx';

interface ReloadNoticeProps {
  readonly children: ReactNode;
  readonly urgent?: boolean;
  readonly onReload: () => void;
  readonly onLater: () => void;
}

/** A notice that offers to load the page again: never by itself, and not over something unsaved without a word. */
export function ReloadNotice({ children, urgent = false, onReload, onLater }: ReloadNoticeProps) {
  const { t } = useTranslation('faults');
  const [warned, setWarned] = useState(false);
  return (
    <Notice
      label={t('notice')}
      urgent={urgent || warned}
      actions={
        <>
          <button
            type="button"
            className="button"
            data-main=""
            onClick={() => {
              if (!warned && somethingUnsaved()) setWarned(true);
              else onReload();
            }}
          >
            {t(warned ? 'reloadAnyway' : 'reload')}
          </button>
          <button type="button" className="button" data-plain="" onClick={onLater}>
            {t('later')}
          </button>
        </>
      }
    >
      <p>{warned ? t('unsaved') : children}</p>
    </Notice>
  );
}
