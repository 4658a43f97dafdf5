import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INTAKE_LIMITS } from '../../core/intake/fault.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useSession } from '../../session/store.ts';
import styles from './texts.module.css';
import type { Opening, OpenText } from './use-open.ts';

/** In megabytes, as it is said. */
export const MOST = INTAKE_LIMITS.bytes / 1_000_000;

/** Where a text is pasted, chosen or dropped; while it is opened, how far that is, and a way to stop it. */
export function OpenBox({ opening, open, again, cancel, letGo }: OpenText) {
  const { t } = useTranslation('texts');
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const id = useId();
  const busy = opening.kind === 'working';
  const drop = (event: DragEvent) => {
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (!file) return;
    // Or the page's own ear would take it as well.
    event.preventDefault();
    open(file);
  };
  return (
    <form
      className={styles['box']}
      data-over={over ? '' : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && text.trim() !== '') open({ kind: 'paste', text });
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>{t('paste')}</label>
      <p id={`${id}-hint`} className={styles['soft']}>
        {t('pasteHint')}
      </p>
      <textarea
        id={id}
        lang="ar"
        dir="rtl"
        rows={9}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={text}
        readOnly={busy}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles['actions']}>
        <button type="submit" className="button" data-main="" disabled={busy || text.trim() === ''}>
          {t('analyse')}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => picker.current?.click()}>
          {t('file')}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".txt,.html,.htm,.docx,.json,text/plain,text/html,application/json"
          hidden
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) open(file);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <p className={styles['soft']}>{t('kinds', { most: MOST })}</p>
      <Told opening={opening} again={again} cancel={cancel} letGo={letGo} />
    </form>
  );
}

interface ToldProps extends Pick<OpenText, 'again' | 'cancel' | 'letGo'> {
  readonly opening: Opening;
}

/** How it stands with what is being opened. */
export function Told({ opening, again, cancel, letGo }: ToldProps) {
  const { t } = useTranslation('texts');
  const { percent } = useFormat();
  const announce = useSession((session) => session.announce);
  const stage = opening.kind === 'working' ? t(`stage.${opening.stage}`) : '';
  useEffect(() => {
    if (stage !== '') announce(stage);
  }, [stage, announce]);
  switch (opening.kind) {
    case 'idle':
      return null;
    case 'working':
      return (
        <div className={styles['told']}>
          <progress aria-label={stage} value={opening.share} max={1} />
          <span>
            {stage} {opening.share === 0 ? null : <bdi>{percent(opening.share)}</bdi>}
            {opening.blocks == null ? null : (
              <span className={styles['soft']}> {t('paragraphs', { count: opening.blocks })}</span>
            )}
          </span>
          {opening.stage === 'keeping' ? null : (
            <button type="button" className="button" onClick={cancel}>
              {t('cancel')}
            </button>
          )}
        </div>
      );
    case 'stopped':
      return (
        <div className={styles['told']} role="status">
          <span>{t('stopped')}</span>
          <button type="button" className="button" onClick={again}>
            {t('again')}
          </button>
          <button type="button" className="button" data-plain="" onClick={letGo}>
            {t('letGo')}
          </button>
        </div>
      );
    case 'refused':
    case 'failed': {
      const { detail } = opening.kind === 'refused' ? opening.fault : opening;
      return (
        <div className={styles['told']} data-fault="" role="alert">
          <p>
            {opening.kind === 'refused' ? t(`fault.${opening.fault.kind}`, { most: MOST }) : t(`failed.${opening.why}`)}
            {detail === '' ? null : (
              <span className={styles['soft']}> {t('detail', { detail: `\u2068${detail}\u2069` })}</span>
            )}
          </p>
          {opening.kind === 'failed' ? (
            <button type="button" className="button" onClick={again}>
              {t('again')}
            </button>
          ) : null}
          <button type="button" className="button" data-plain="" onClick={letGo}>
            {t('letGo')}
          </button>
        </div>
      );
    }
  }
}
