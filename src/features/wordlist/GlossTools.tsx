import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import styles from './ExplainForm.module.css';

interface GlossToolsProps {
  /** Why the last change was not kept; null where it was. */
  readonly fault: 'full' | 'newer' | 'failed' | null;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

/** To change an explanation of one's own, and to take it away. */
export function GlossTools({ fault, onChange, onRemove }: GlossToolsProps) {
  const { t } = useTranslation('wordlist');
  return (
    <>
      {fault === null ? null : (
        <p className={styles['fault']} role="alert">
          {t(`store.${fault}`)}
        </p>
      )}
      <div className={styles['actions']}>
        <button type="button" className="button" onClick={onChange}>
          <Icon name="pen" />
          {t('explainAnew')}
        </button>
        <button type="button" className="button" onClick={onRemove}>
          <Icon name="close" />
          {t('unexplain')}
        </button>
      </div>
    </>
  );
}
