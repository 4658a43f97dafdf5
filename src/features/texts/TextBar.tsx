import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextHead } from '../../library/texts.ts';
import { goToPage, textsAddress } from '../../session/place.ts';
import { inPage } from '../../ui/click.ts';
import { Icon } from '../../ui/icons.tsx';
import { Cleaned } from './Cleaned.tsx';
import { Told } from './OpenBox.tsx';
import { Renaming } from './Renaming.tsx';
import styles from './texts.module.css';
import type { Opening } from './use-open.ts';

interface TextBarProps {
  readonly head: TextHead;
  readonly original: () => Promise<string | null>;
  readonly analysing: Opening;
  readonly onAnalyse: () => void;
  readonly onCancel: () => void;
  readonly onLetGo: () => void;
  readonly onRename: (title: string) => void;
  readonly onExport: () => void;
  readonly onRemove: () => void;
  readonly children?: ReactNode;
}

/** Above a reader's own text: whose work its annotations are, what was changed, and what can be done with it. */
export function TextBar(props: TextBarProps) {
  const { t } = useTranslation('texts');
  const [renaming, setRenaming] = useState(false);
  const { head, analysing } = props;
  const busy = analysing.kind === 'working';
  return (
    <section className={styles['bar']} aria-label={t('title')}>
      <p>
        {head.intake === null ? (
          t('brought')
        ) : (
          <>
            <strong className={styles['machine']}>{t('machine')}</strong> {t('machineHint')}
          </>
        )}
      </p>
      {renaming ? (
        <Renaming
          title={head.title}
          onSave={(title) => {
            props.onRename(title);
            setRenaming(false);
          }}
          onLeave={() => setRenaming(false)}
        />
      ) : null}
      <div className={styles['actions']}>
        <a className="button" data-plain="" href={textsAddress()} onClick={inPage(() => goToPage(textsAddress()))}>
          <Icon name="back" turns />
          {t('toTexts')}
        </a>
        <button type="button" className="button" data-plain="" onClick={() => setRenaming(true)}>
          {t('rename')}
        </button>
        <button
          type="button"
          className="button"
          data-plain=""
          aria-disabled={busy}
          onClick={() => !busy && props.onAnalyse()}
        >
          {t('reanalyse')}
        </button>
        <button type="button" className="button" data-plain="" onClick={props.onExport}>
          {t('export')}
        </button>
        <button type="button" className="button" data-plain="" onClick={props.onRemove}>
          {t('remove')}
        </button>
      </div>
      <Told opening={analysing} again={props.onAnalyse} cancel={props.onCancel} letGo={props.onLetGo} />
      {props.children}
      {head.intake ? <Cleaned intake={head.intake} original={props.original} /> : null}
    </section>
  );
}
