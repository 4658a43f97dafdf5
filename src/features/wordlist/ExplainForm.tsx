import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Explanation, MOST_EXPLAINED } from '../../core/glossary/own.ts';
import styles from './ExplainForm.module.css';

interface ExplainFormProps {
  readonly word: string;
  readonly start: Explanation;
  /** How many places of the text have the same word, this one among them; 1 where that is not asked. */
  readonly places: number;
  /** The text is the library's: what is written goes into a copy of the reader's own. */
  readonly copies: boolean;
  readonly onSave: (explanation: Explanation, everywhere: boolean) => void;
  readonly onLeave: () => void;
}

/** Asks for a teacher's own explanation of a word: its meaning in one language at least, and a note. */
export function ExplainForm({ word, start, places, copies, onSave, onLeave }: ExplainFormProps) {
  const { t } = useTranslation('wordlist');
  const id = useId();
  const [told, setTold] = useState(start);
  const [everywhere, setEverywhere] = useState(true);
  const [missing, setMissing] = useState(false);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (told.ar.trim() !== '' || told.en.trim() !== '') return onSave(told, everywhere && places > 1);
    setMissing(true);
    first.current?.focus();
  };
  return (
    <form
      className={styles['form']}
      aria-label={t('explainWord', { word })}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The form goes, not the card with it.
        event.stopPropagation();
        event.preventDefault();
        onLeave();
      }}
    >
      {copies ? <p className={styles['soft']}>{t('copies')}</p> : null}
      {(['ar', 'en', 'note'] as const).map((name) => (
        <div key={name}>
          <label htmlFor={`${id}-${name}`}>{t(`explainIn.${name}`)}</label>
          <textarea
            ref={name === 'ar' ? first : undefined}
            id={`${id}-${name}`}
            rows={name === 'note' ? 1 : 2}
            maxLength={MOST_EXPLAINED}
            lang={name === 'note' ? undefined : name}
            dir={name === 'note' ? 'auto' : name === 'ar' ? 'rtl' : 'ltr'}
            value={told[name]}
            aria-invalid={missing && name !== 'note' ? true : undefined}
            aria-describedby={missing && name !== 'note' ? `${id}-missing` : undefined}
            onChange={(event) => {
              setTold({ ...told, [name]: event.target.value });
              setMissing(false);
            }}
          />
        </div>
      ))}
      {missing ? (
        <p id={`${id}-missing`} className={styles['fault']} role="alert">
          {t('explainMissing')}
        </p>
      ) : null}
      {places > 1 ? (
        <label className={styles['check']}>
          <input type="checkbox" checked={everywhere} onChange={(event) => setEverywhere(event.target.checked)} />
          <span>{t('everywhere', { count: places })}</span>
        </label>
      ) : null}
      <div className={styles['actions']}>
        <button type="submit" className="button" data-main="">
          {t('save')}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {t('leave')}
        </button>
      </div>
    </form>
  );
}
