import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LINK_LIMITS, packText } from '../../library/link-codec.ts';
import { carryingLink } from '../../session/lesson-place.ts';
import { Icon } from '../../ui/icons.tsx';
import { useCopy } from '../../ui/use-copy.ts';
import { saveText } from './files.ts';
import styles from './Send.module.css';

/** Messengers cut or refuse messages that are longer (characters). */
const SEND_LIMITS = { warn: 2_000, most: 8_000 } as const;

interface SendProps {
  readonly view: 'lesson' | 'result';
  /** For the message that goes with the link. */
  readonly title: string;
  /** The short form that the link carries (core/lesson/compact). */
  readonly packed: string;
  readonly file: { readonly name: string; readonly text: string };
}

/** A link that carries the whole, with its length told, or the file where a link would be too long. */
export function Send({ view, title, packed, file }: SendProps) {
  const { t } = useTranslation('lessons');
  const [link, setLink] = useState<string | null>();
  const box = useRef<HTMLTextAreaElement>(null);
  const { copied, copy } = useCopy(link ?? '', box);
  useEffect(() => {
    let current = true;
    const make = async () => {
      const payload = new Blob([packed]).size > LINK_LIMITS.bytes ? null : await packText(packed);
      if (current) setLink(payload === null ? null : carryingLink(view, payload));
    };
    void make();
    return () => {
      current = false;
    };
  }, [packed, view]);

  const long = link !== undefined && (link === null || link.length > SEND_LIMITS.most);
  const share = typeof navigator.share === 'function';
  return (
    <div className={styles['send']}>
      {link === undefined ? null : long || link === null ? (
        <p className={styles['warning']}>
          {link === null ? t('sending.noLink') : t('sending.tooLong', { count: link.length })}
        </p>
      ) : (
        <>
          <label>
            <span>{t(`sending.${view}`)}</span>
            <textarea ref={box} readOnly dir="ltr" rows={3} value={link} onFocus={(event) => event.target.select()} />
          </label>
          <p className={styles['size']}>{t('sending.size', { count: link.length })}</p>
          {link.length > SEND_LIMITS.warn ? <p className={styles['warning']}>{t('sending.long')}</p> : null}
        </>
      )}
      <div className={styles['actions']}>
        {typeof link === 'string' && !long ? (
          <>
            <button type="button" className="button" data-main="" onClick={copy}>
              <Icon name={copied === 'copied' ? 'done' : 'link'} />
              {t(copied === 'copied' ? 'sending.copied' : 'sending.copy')}
            </button>
            {share ? (
              <button
                type="button"
                className="button"
                onClick={() => {
                  // Turning away from the phone's own dialog is no fault.
                  navigator.share({ title, url: link }).catch(() => {});
                }}
              >
                <Icon name="share" />
                {t('sending.share')}
              </button>
            ) : null}
          </>
        ) : null}
        <button
          type="button"
          className="button"
          {...(long ? { 'data-main': '' } : {})}
          onClick={() => saveText(file.name, file.text, 'application/json')}
        >
          {t('sending.file')}
        </button>
      </div>
      {/* Here, not with the page's own news: within a dialog those are not heard. */}
      <p role="status" className={copied === 'refused' ? styles['warning'] : 'unseen'}>
        {copied === 'copied' ? t('sending.copied') : copied === 'refused' ? t('sending.byHand') : ''}
      </p>
      <p className={styles['size']}>{t('sending.hint')}</p>
    </div>
  );
}
