import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { Icon } from './icons.tsx';
import styles from './Sheet.module.css';

interface SheetProps {
  readonly label: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** On a wide screen it stands in the middle, as a dialog does; without it, it is for small screens alone. */
  readonly centred?: boolean;
  readonly children: ReactNode;
}

/** A sheet over the page on small screens: modal, closed by its button, by Escape or by a tap beside it. */
export function Sheet({ label, closeLabel, onClose, centred = false, children }: SheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  // A layout effect: it is undone while the sheet is still in the page; a dialog that is gone gives no focus back.
  useLayoutEffect(() => {
    const element = sheet.current;
    if (!element) return;
    element.showModal();
    // The native cancel also comes from the phone's own back gesture.
    const onCancel = (event: Event) => {
      event.preventDefault();
      close.current();
    };
    element.addEventListener('cancel', onCancel);
    return () => {
      element.removeEventListener('cancel', onCancel);
      // Closing, not merely vanishing, gives the focus back to where it was.
      element.close();
    };
  }, []);
  return (
    <dialog
      ref={sheet}
      className={styles['sheet']}
      data-centred={centred ? '' : undefined}
      aria-label={label}
      onClick={(event) => {
        if (event.target === sheet.current) onClose();
      }}
    >
      <div className={styles['inside']}>
        <header className={styles['head']}>
          <h2>{label}</h2>
          <button type="button" className="button" data-plain="" aria-label={closeLabel} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div className={styles['body']}>{children}</div>
      </div>
    </dialog>
  );
}
