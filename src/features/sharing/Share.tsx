import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import { isOwn } from '../../core/article/own.ts';
import { bareWords } from '../../core/citation/forms.ts';
import { type Day, referenceOf } from '../../core/citation/reference.ts';
import { sourceLine } from '../../core/citation/styles.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { CopyView } from './CopyView.tsx';
import { charactersEmbedded, extractOf } from './extract.ts';
import { PictureView } from './PictureView.tsx';
import { QrView } from './QrView.tsx';
import { ReferenceView } from './ReferenceView.tsx';
import styles from './Share.module.css';
import type { ShareSubject } from './subject.ts';

interface ShareProps {
  readonly lookup: ArticleLookup;
  readonly subject: ShareSubject;
  /** The link that is shared, whole. */
  readonly address: string;
  /** Takes the same passages into a lesson, where that can be done. */
  readonly onLesson?: () => void;
}

const views = ['copy', 'qr', 'picture', 'reference'] as const;

/** What can be done with a passage, a quotation, an entity or a word: copied, scanned, shown as a picture, kept as a reference. */
export function Share({ lookup, subject, address, onLesson }: ShareProps) {
  const { t } = useTranslation('sharing');
  const { language, date } = useFormat();
  const [view, setView] = useState<(typeof views)[number]>('copy');
  // The day that is written into a citation: today, as this device has it.
  const [accessed] = useState(today);
  const name = useId();
  const extract = useMemo(
    () =>
      extractOf(lookup, subject, {
        language,
        said: (speaker, kind, cue) => {
          const values = { name: `\u2068${speaker ?? t('nobody')}\u2069`, how: t(`how.${kind}`) };
          return cue === null ? t('said', values) : t('saidWith', { ...values, cue: `\u2068${cue}\u2069` });
        },
      }),
    [lookup, subject, language, t],
  );
  const reference = useMemo(
    () => referenceOf(lookup, { address, accessed, words: extract ? bareWords(extract) : '' }),
    [lookup, address, accessed, extract],
  );
  if (!extract) return null;
  const { published } = lookup.article;
  const source = sourceLine(reference, language, published === null ? null : date(published));
  const { id } = lookup.article;
  const own = isOwn(id);
  return (
    <div className={styles['share']}>
      {own ? <p className={styles['notice']}>{t('own')}</p> : null}
      <Choice
        legend={t('view')}
        quiet
        name={`${name}-view`}
        value={view}
        options={views.map((value) => ({ value, label: t(`views.${value}`) }))}
        onChoose={setView}
      />
      {view === 'copy' ? (
        <CopyView
          extract={extract}
          reference={reference}
          source={source}
          address={address}
          embedded={own ? null : charactersEmbedded(lookup, subject)}
        />
      ) : view === 'qr' ? (
        <QrView address={address} file={id} />
      ) : view === 'picture' ? (
        <PictureView extract={extract} source={source} address={own ? '' : address} file={id} />
      ) : (
        <ReferenceView reference={reference} />
      )}
      {onLesson ? (
        <footer className={styles['foot']}>
          <button type="button" className="button" onClick={onLesson}>
            <Icon name="lesson" />
            {t('lesson')}
          </button>
        </footer>
      ) : null}
    </div>
  );
}

function today(): Day {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
