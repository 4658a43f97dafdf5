import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { TextHead } from '../../library/texts.ts';
import { articleAddress, goToPage } from '../../session/place.ts';
import { inPage } from '../../ui/click.ts';
import { Renaming } from './Renaming.tsx';
import styles from './texts.module.css';

interface MyTextsProps {
  readonly texts: readonly TextHead[];
  readonly onRename: (id: string, title: string) => void;
  readonly onExport: (id: string) => void;
  readonly onRemove: (text: TextHead) => void;
  readonly onAnalyse: (id: string) => void;
  /** How it stands with the text that is being analysed again. */
  readonly told: { readonly of: string | null; readonly element: ReactNode };
}

/** The reader's own texts, the last opened first. */
export function MyTexts({ texts, onRename, onExport, onRemove, onAnalyse, told }: MyTextsProps) {
  const { t } = useTranslation('texts');
  const { date } = useFormat();
  const [renaming, setRenaming] = useState<string | null>(null);
  return (
    <ul className={styles['list']} aria-label={t('title')}>
      {texts.map((text) => {
        const title = `\u2068${text.title}\u2069`;
        return (
          <li key={text.key}>
            {renaming === text.key ? (
              <Renaming
                title={text.title}
                onSave={(name) => {
                  onRename(text.key, name);
                  setRenaming(null);
                }}
                onLeave={() => setRenaming(null)}
              />
            ) : (
              <h3 lang="ar" dir="rtl">
                <a href={articleAddress(text.key)} onClick={inPage(() => goToPage(articleAddress(text.key)))}>
                  {text.title}
                </a>
              </h3>
            )}
            <p className={styles['facts']}>
              {text.intake === null ? null : <span className={styles['machine']}>{t('machine')}</span>}
              <span>{t('words', { ns: 'shelf', count: text.words })}</span>
              <span>{t('quotations', { ns: 'shelf', count: text.quotations })}</span>
              <span>{t('opened', { date: date(text.opened) })}</span>
            </p>
            <div className={styles['actions']}>
              <button
                type="button"
                className="button"
                data-plain=""
                aria-label={t('renameOf', { title })}
                onClick={() => setRenaming(text.key)}
              >
                {t('rename')}
              </button>
              <button
                type="button"
                className="button"
                data-plain=""
                aria-label={t('reanalyseOf', { title })}
                onClick={() => onAnalyse(text.key)}
              >
                {t('reanalyse')}
              </button>
              <button
                type="button"
                className="button"
                data-plain=""
                aria-label={t('exportOf', { title })}
                onClick={() => onExport(text.key)}
              >
                {t('export')}
              </button>
              <button
                type="button"
                className="button"
                data-plain=""
                aria-label={t('removeOf', { title })}
                onClick={() => onRemove(text)}
              >
                {t('remove')}
              </button>
            </div>
            {told.of === text.key ? told.element : null}
          </li>
        );
      })}
    </ul>
  );
}
