import { useTranslation } from 'react-i18next';
import { goToPage, textsAddress } from '../session/place.ts';
import { inPage } from '../ui/click.ts';
import styles from './app.module.css';

/** A text of a reader's own that is not on this device, or cannot be read. */
export function MissingText() {
  const { t } = useTranslation('texts');
  return (
    <main className={styles['state']} id="main" tabIndex={-1}>
      <h1>{t('gone')}</h1>
      <p>{t('goneBody')}</p>
      <div className={styles['actions']}>
        <a className="button" data-main="" href={textsAddress()} onClick={inPage(() => goToPage(textsAddress()))}>
          {t('toTexts')}
        </a>
      </div>
    </main>
  );
}
