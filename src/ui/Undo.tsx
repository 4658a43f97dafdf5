import { useEffect, useRef } from 'react';
import { Icon } from './icons.tsx';
import styles from './Undo.module.css';

interface UndoProps {
  /** What was done. */
  readonly words: string;
  readonly labels: { readonly undo: string; readonly close: string };
  readonly onUndo: () => void;
  readonly onLeave: () => void;
  /** Over the text, not over what stands beside it. */
  readonly overText?: boolean;
}

/** Says what was done and offers to take it back, until it is dismissed or the next thing is done. */
export function Undo({ words, labels, onUndo, onLeave, overText = false }: UndoProps) {
  const button = useRef<HTMLButtonElement>(null);
  // What had the focus is gone; the way back takes it.
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles['undo']} role="status" data-undo="" data-over={overText ? 'text' : undefined}>
      <span>{words}</span>
      <button ref={button} type="button" className="button" onClick={onUndo}>
        <Icon name="return" turns />
        {labels.undo}
      </button>
      <button type="button" className="button" data-plain="" aria-label={labels.close} onClick={onLeave}>
        <Icon name="close" />
      </button>
    </div>
  );
}
