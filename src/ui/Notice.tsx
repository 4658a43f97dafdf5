import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface NoticeProps {
  readonly label: string;
  readonly children: ReactNode;
  /** Buttons, in the order of reading. */
  readonly actions?: ReactNode;
  /** Said at once to who cannot see it; the other notices are announced by who shows them. */
  readonly urgent?: boolean;
  /** At the foot of the window: for what goes by itself and must cover no title meanwhile. */
  readonly passing?: boolean;
}

/** A few words beside the page with what can be done about them. It takes neither the focus nor any space of the page. */
export function Notice({ label, children, actions, urgent = false, passing = false }: NoticeProps) {
  return (
    <section
      className={styles['notice']}
      aria-label={label}
      data-urgent={urgent ? '' : undefined}
      data-passing={passing ? '' : undefined}
    >
      <div className={styles['said']} role={urgent ? 'alert' : undefined}>
        {children}
      </div>
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </section>
  );
}
