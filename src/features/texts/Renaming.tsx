import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './texts.module.css';

interface RenamingProps {
  readonly title: string;
  readonly onSave: (title: string) => void;
  readonly onLeave: () => void;
}

/** The title as it may be changed; Escape leaves it as it was. */
export function Renaming({ title, onSave, onLeave }: RenamingProps) {
  const { t } = useTranslation('texts');
  const [name, setName] = useState(title);
  const id = useId();
  return (
    <form
      className={styles['renaming']}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onSave(name.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      <label htmlFor={id}>{t('name')}</label>
      <input
        id={id}
        dir="auto"
        autoFocus
        maxLength={400}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
      <button type="submit" className="button" data-main="" disabled={name.trim() === ''}>
        {t('save')}
      </button>
      <button type="button" className="button" data-plain="" onClick={onLeave}>
        {t('close', { ns: 'app' })}
      </button>
    </form>
  );
}
