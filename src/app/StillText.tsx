import { useCallback, useState } from 'react';
import styles from './app.module.css';
import { stillText } from './take-over.ts';

/**
 * The article as the page brought it, for the reader whose data file is damaged or does not come: without cards and
 * panel, but to be read. Nothing where the page brought none.
 */
export function StillText() {
  const [still] = useState(stillText);
  const put = useCallback(
    (home: HTMLElement | null) => {
      if (still) home?.replaceChildren(still.text, ...(still.voices ? [still.voices] : []));
    },
    [still],
  );
  return still ? <div className={`${styles['page']} ${styles['rescued']}`} ref={put} /> : null;
}
