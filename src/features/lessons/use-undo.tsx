import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import styles from '../../ui/Undo.module.css';

interface Undone {
  readonly text: string;
  readonly back: () => void;
}

/** Says what was taken away and offers to bring it back, until it is dismissed or the next thing is taken away. */
export function useUndo(): { readonly bar: ReactNode; readonly offer: (text: string, back: () => void) => void } {
  const { t } = useTranslation('lessons');
  const [undone, setUndone] = useState<Undone | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const offer = useCallback((text: string, back: () => void) => {
    setUndone({ text, back });
    // What had the focus is gone; the way back takes it.
    requestAnimationFrame(() => button.current?.focus({ preventScroll: true }));
  }, []);
  const leave = () => {
    setUndone(null);
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  const bar = (
    <div role="status">
      {undone === null ? null : (
        <p className={styles['undo']}>
          <span>{undone.text}</span>
          <button
            ref={button}
            type="button"
            className="button"
            onClick={() => {
              undone.back();
              leave();
            }}
          >
            <Icon name="return" turns />
            {t('undo')}
          </button>
          <button type="button" className="button" data-plain="" aria-label={t('close', { ns: 'app' })} onClick={leave}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
  return { bar, offer };
}
