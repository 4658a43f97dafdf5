import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryError } from '../library/queries.ts';
import { isMissing, useMissing } from '../session/parts.ts';
import { libraryAddress } from '../session/place.ts';
import styles from './app.module.css';
import { ReloadNotice } from './ReloadNotice.tsx';

/** A file that could not be opened: which one, why, and what still works. */
export function FileFault({ error, onRetry }: { readonly error: LibraryError; readonly onRetry: () => void }) {
  const { t } = useTranslation('faults');
  const { kind, where, detail } = error.fault;
  return (
    <main className={styles['state']} id="main" tabIndex={-1}>
      <div role="alert">
        <h1>{t('title')}</h1>
        <p>
          {t(kind, {
            file: `\u2068${error.file}\u2069`,
            where: `\u2068${where}\u2069`,
            detail: `\u2068${detail}\u2069`,
          })}
        </p>
        <p>{t('restOpens')}</p>
      </div>
      <details>
        <summary>{t('details')}</summary>
        <pre dir="ltr">
          {error.file}
          {'\n'}
          {kind} {where}
          {'\n'}
          {detail}
        </pre>
      </details>
      <div className={styles['actions']}>
        <button type="button" className="button" data-main="" onClick={onRetry}>
          {t('retry')}
        </button>
        <a className="button" href={libraryAddress()}>
          {t('backToLibrary', { ns: 'app' })}
        </a>
      </div>
    </main>
  );
}

export function NotFound() {
  const { t } = useTranslation('app');
  return (
    <main className={styles['state']} id="main" tabIndex={-1}>
      <h1>{t('notFoundTitle')}</h1>
      <p>{t('notFoundBody')}</p>
      <div className={styles['actions']}>
        <a className="button" data-main="" href={libraryAddress()}>
          {t('backToLibrary')}
        </a>
      </div>
    </main>
  );
}

/** A part of the program did not come: said beside the page, which stays as it is. */
export function MissingNotice() {
  const { t } = useTranslation('faults');
  const { missing, letGo } = useMissing();
  if (!missing) return null;
  return (
    <ReloadNotice urgent onReload={() => location.reload()} onLater={letGo}>
      {t('missingPart')}
    </ReloadNotice>
  );
}

function Crash({ missing }: { readonly missing: boolean }) {
  const { t } = useTranslation('faults');
  return (
    <main className={styles['state']} id="main">
      <div role="alert">
        <h1>{t(missing ? 'missingTitle' : 'crashTitle')}</h1>
        <p>{t(missing ? 'missingPart' : 'crashBody')}</p>
      </div>
      <div className={styles['actions']}>
        <button type="button" className="button" data-main="" onClick={() => location.reload()}>
          {t('reload')}
        </button>
        <a className="button" href={libraryAddress()}>
          {t('backToLibrary', { ns: 'app' })}
        </a>
      </div>
    </main>
  );
}

/** The last net: a fault of ours is said in words, never a blank page; a whole page that did not come, in its own. */
export class CrashNet extends Component<
  { readonly children: ReactNode },
  { readonly fault: { readonly missing: boolean } | null }
> {
  override state: { readonly fault: { readonly missing: boolean } | null } = { fault: null };

  static getDerivedStateFromError(error: unknown) {
    return { fault: { missing: isMissing(error) } };
  }

  override render() {
    const { fault } = this.state;
    return fault ? <Crash missing={fault.missing} /> : this.props.children;
  }
}
