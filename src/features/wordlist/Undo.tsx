import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import styles from './wordlist.module.css';

interface UndoProps {
  /** What was done. */
  readonly words: string;
  readonly onUndo: () => void;
  readonly onLeave: () => void;
}

/** Says what was taken away and offers to bring it back, until it is dismissed or the next thing is done. */
export function Undo({ words, onUndo, onLeave }: UndoProps) {
  const { t } = useTranslation('wordlist');
  const button = useRef<HTMLButtonElement>(null);
  // What had the focus is gone; the way back takes it.
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles['undo']} role="status" data-undo="">
      <span>{words}</span>
      <button ref={button} type="button" className="button" onClick={onUndo}>
        <Icon name="return" turns />
        {t('undo')}
      </button>
      <button type="button" className="button" data-plain="" aria-label={t('close', { ns: 'app' })} onClick={onLeave}>
        <Icon name="close" />
      </button>
    </div>
  );
}
