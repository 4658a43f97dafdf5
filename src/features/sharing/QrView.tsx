import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import { qrCanvas, qrOf, qrPath, qrSvg } from './qr.ts';
import { pngOf } from './save.ts';
import { SavedNotice, useSaving } from './Saving.tsx';
import styles from './Share.module.css';

interface QrViewProps {
  readonly address: string;
  /** What the saved files are called, without their endings. */
  readonly file: string;
}

/** The link as a code for a camera: on the screen, and as a file to print or project. */
export function QrView({ address, file }: QrViewProps) {
  const { t } = useTranslation('sharing');
  const { saved, save } = useSaving();
  const code = useMemo(() => qrOf(address), [address]);
  if (!code)
    return (
      <p role="status" className={styles['notice']}>
        {t('qrTooLong')}
      </p>
    );
  return (
    <>
      <figure className={styles['figure']}>
        <svg viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={t('qrLabel')} className={styles['qr']}>
          <path fill="#fff" d={`M0 0h${code.size}v${code.size}H0z`} />
          <path fill="#000" d={qrPath(code)} shapeRendering="crispEdges" />
        </svg>
        <figcaption>
          <p>{t('qrHelp')}</p>
          <p dir="ltr" className={styles['address']}>
            {address}
          </p>
        </figcaption>
      </figure>
      <div className={styles['actions']}>
        <button
          type="button"
          className="button"
          data-main=""
          onClick={() => save(`${file}-qr.png`, () => pngOf(qrCanvas(code, 16)))}
        >
          <Icon name="save" />
          {t('savePng')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => save(`${file}-qr.svg`, async () => new Blob([qrSvg(code)], { type: 'image/svg+xml' }))}
        >
          <Icon name="save" />
          {t('saveSvg')}
        </button>
      </div>
      <SavedNotice saved={saved} />
    </>
  );
}
