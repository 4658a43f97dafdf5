import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type CopyForm, citationStyles, copyForms } from '../../core/citation/choices.ts';
import { bareWords, type Extract, markdownOf, messageOf, wordsWithCitation } from '../../core/citation/forms.ts';
import { embedSnippet } from '../../core/citation/frame.ts';
import type { Reference } from '../../core/citation/reference.ts';
import { cite } from '../../core/citation/styles.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useSession } from '../../session/store.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Copying } from './Copying.tsx';
import styles from './Share.module.css';

interface CopyViewProps {
  readonly extract: Extract;
  readonly reference: Reference;
  /** Title, publisher and date in the language of the interface. */
  readonly source: string;
  readonly address: string;
  /** How many characters an embedded view would show; null where there is none to embed. */
  readonly embedded: number | null;
}

/** The text in the form that people paste it; the form that was copied last is offered first. */
export function CopyView({ extract, reference, source, address, embedded }: CopyViewProps) {
  const { t } = useTranslation('sharing');
  const { language } = useFormat();
  const { copyAs, citeAs, citeIn, digits } = useSession((session) => session.settings);
  const choose = useSession((session) => session.choose);
  const name = useId();
  const forms = copyForms.filter((form) => form !== 'embed' || embedded !== null);
  const form: CopyForm = forms.includes(copyAs) ? copyAs : 'message';
  const citing = citeIn === 'same' ? language : citeIn;
  const written = (): string => {
    switch (form) {
      case 'link':
        return address;
      case 'words':
        return bareWords(extract);
      case 'cited':
        return wordsWithCitation(
          extract,
          cite(reference, { style: citeAs, language: citing, digits: digits === 'latn' ? 'latn' : 'arab' }),
        );
      case 'message':
        return messageOf(extract, source, address);
      case 'markdown':
        return markdownOf(extract, source, address);
      case 'embed':
        return embedSnippet({ address, title: t('frame', { source }), characters: embedded ?? 0 });
    }
  };
  const text = written();
  const canSend = typeof navigator.share === 'function';
  return (
    <>
      <Choice
        legend={t('form')}
        name={`${name}-form`}
        value={form}
        options={forms.map((value) => ({ value, label: t(`forms.${value}`) }))}
        onChoose={(value) => choose({ copyAs: value })}
        {...(form === 'embed' ? { help: t('embedHelp') } : {})}
      />
      {form === 'cited' ? (
        <div className={styles['pair']}>
          <Choice
            legend={t('style')}
            name={`${name}-style`}
            value={citeAs}
            options={citationStyles.map((value) => ({ value, label: t(`styles.${value}`) }))}
            onChoose={(value) => choose({ citeAs: value })}
          />
          <Choice
            legend={t('citeIn')}
            name={`${name}-in`}
            value={citing}
            options={[
              { value: 'ar', label: 'العربية', lang: 'ar' },
              { value: 'en', label: 'English', lang: 'en' },
            ]}
            onChoose={(value) => choose({ citeIn: value })}
          />
        </div>
      ) : null}
      <Copying text={text} direction={directionOf(form, language)}>
        {canSend ? (
          <button type="button" className="button" onClick={() => send(form, text, address)}>
            <Icon name="share" />
            {t('send')}
          </button>
        ) : null}
      </Copying>
    </>
  );
}

/** Markdown's lines begin with a sign of no direction, by which a line would run as it happens to. */
const directionOf = (form: CopyForm, language: 'ar' | 'en') =>
  form === 'link' || form === 'embed' ? 'ltr' : form === 'markdown' && language === 'ar' ? 'rtl' : 'auto';

/** Through the system's own sheet. A message ends with its link already; the other forms go as the text they are. */
function send(form: CopyForm, text: string, address: string): void {
  navigator.share(form === 'link' ? { url: address } : { text }).catch(() => {
    // Closed without sending: nothing is to be said.
  });
}
