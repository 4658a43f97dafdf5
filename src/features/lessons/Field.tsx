import { useId } from 'react';
import styles from './Builder.module.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly onChange: (value: string) => void;
  /** Lines; one is a box that knows no line breaks. */
  readonly rows?: number;
  readonly hint?: string;
}

/** A labelled box for a teacher's or a student's words: set as they are written, in whichever direction. */
export function Field({ label, value, most, onChange, rows = 1, hint }: FieldProps) {
  const id = useId();
  const shared = {
    id,
    value,
    maxLength: most,
    dir: 'auto' as const,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
  };
  return (
    <p className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {rows === 1 ? (
        <input type="text" {...shared} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea rows={rows} {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
      {hint === undefined ? null : <small id={`${id}-hint`}>{hint}</small>}
    </p>
  );
}
