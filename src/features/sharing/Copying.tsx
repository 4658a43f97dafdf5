import { type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import { useCopy } from '../../ui/use-copy.ts';
import styles from './Share.module.css';

interface CopyingProps {
  readonly text: string;
  /** How the text runs: an address or markup from the left whatever the interface's language. */
  readonly direction: 'rtl' | 'ltr' | 'auto';
  /** Further buttons, beside the one that copies. */
  readonly children?: ReactNode;
}

/** A text exactly as it will be copied, and the button that copies it. */
export function Copying({ text, direction, children }: CopyingProps) {
  const { t } = useTranslation('sharing');
  const box = useRef<HTMLTextAreaElement>(null);
  const { copied, copy } = useCopy(text, box);
  const id = useId();
  return (
    <>
      <div className={styles['preview']}>
        <label htmlFor={id}>{t('preview')}</label>
        <textarea id={id} ref={box} readOnly value={text} dir={direction} rows={rowsFor(text)} data-preview="" />
      </div>
      <div className={styles['actions']}>
        <button type="button" className="button" data-main="" onClick={copy}>
          <Icon name={copied === 'copied' ? 'done' : 'copy'} />
          {copied === 'copied' ? t('copied') : t('copy')}
        </button>
        {children}
      </div>
      {/* Within the dialog: while it is open, what is told outside it is not heard. */}
      <p role="status" className={copied === 'refused' ? styles['notice'] : 'unseen'}>
        {copied === 'copied' ? t('copiedNow') : copied === 'refused' ? t('refused') : ''}
      </p>
    </>
  );
}

const rowsFor = (text: string): number =>
  Math.min(
    8,
    Math.max(
      3,
      text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 40)), 0),
    ),
  );
