import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import styles from './Dialog.module.css';
import { Icon } from './icons.tsx';
import { useMedia } from './use-media.ts';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** On a wide screen it stands at the page's end, and the page beside it can be used. */
  readonly beside?: boolean;
  readonly children: ReactNode;
}

/** A dialog over the page: closed by its button, by Escape or by a press beside it; the focus goes back to where it was. */
export function Dialog({ title, closeLabel, onClose, beside = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const wide = useMedia('(min-width: 64rem)');
  const modal = !(beside && wide);
  // Undone while the dialog is still in the page: one that is gone gives no focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (modal) element?.showModal();
    else element?.show();
    return () => element?.close();
  }, [modal]);
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      data-beside={modal ? undefined : ''}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        // A dialog that shuts nothing out is not cancelled by the browser.
        if (modal || event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (modal && event.target === dialog.current) onClose();
      }}
    >
      <div className={styles['inside']}>
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" className="button" data-plain="" aria-label={closeLabel} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
