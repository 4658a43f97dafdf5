import { useTranslation } from 'react-i18next';
import { stamp } from '../core/dataset/stamp.ts';
import { useKeeping } from '../session/keeping.ts';
import { deskNow } from '../session/workbench.ts';
import { Notice } from '../ui/Notice.tsx';
import { saveFile } from '../ui/save-file.ts';
import { retryKeeping } from './use-keeping.ts';

/** Stays as long as something that was made is nowhere but in this page, and says what can be done. */
export function KeepingNotice() {
  const { t } = useTranslation('layers');
  const { layer, fault, waiting, aside, mode, damaged } = useKeeping();
  if (layer === null) return null;
  const saveLayer = () => {
    const open = deskNow()?.toLayer(stamp(new Date()));
    if (open)
      saveFile(`${open.article}.${open.id}.layer.json`, `${JSON.stringify(open, null, 2)}\n`, 'application/json');
  };
  const download = (
    <button type="button" className="button" onClick={saveLayer}>
      {t('saveLayer')}
    </button>
  );
  if (fault !== null) {
    return (
      <Notice
        label={t('keepingLabel')}
        urgent
        actions={
          <>
            {fault === 'gone' || fault === 'newer' ? null : (
              <button type="button" className="button" data-main="" onClick={() => void retryKeeping()}>
                {t('retry')}
              </button>
            )}
            {download}
          </>
        }
      >
        <p>{t(`notKept.${fault}`, { count: waiting })}</p>
      </Notice>
    );
  }
  if (aside.length > 0) {
    return (
      <Notice
        label={t('keepingLabel')}
        urgent
        actions={
          <>
            <button
              type="button"
              className="button"
              onClick={() => saveFile('isnad-steps.json', JSON.stringify(aside, null, 2), 'application/json')}
            >
              {t('saveAside')}
            </button>
            <button type="button" className="button" data-plain="" onClick={() => useKeeping.setState({ aside: [] })}>
              {t('letGo')}
            </button>
          </>
        }
      >
        <p>{t('aside', { count: aside.length })}</p>
      </Notice>
    );
  }
  if (damaged > 0) {
    return (
      <Notice
        label={t('keepingLabel')}
        urgent
        actions={
          <button type="button" className="button" data-plain="" onClick={() => useKeeping.setState({ damaged: 0 })}>
            {t('letGo')}
          </button>
        }
      >
        <p>{t('openedDamaged', { count: damaged })}</p>
      </Notice>
    );
  }
  if (mode === 'memory') {
    return (
      <Notice label={t('keepingLabel')} actions={download}>
        <p>{t('store.memory')}</p>
      </Notice>
    );
  }
  return null;
}
