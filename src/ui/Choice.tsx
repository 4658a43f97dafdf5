import type { ReactNode } from 'react';
import styles from './Choice.module.css';

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly name: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode; readonly lang?: string }[];
  readonly onChoose: (value: Value) => void;
  readonly help?: string;
  /** The legend is heard but not seen, where the place says it. */
  readonly quiet?: boolean;
}

/** One of a few: native radio buttons that look like a row of keys, so that arrows and screen readers know them. */
export function Choice<Value extends string>({ legend, name, value, options, onChoose, help, quiet = false }: ChoiceProps<Value>) {
  return (
    <fieldset className={styles['choice']}>
      <legend className={quiet ? 'unseen' : styles['legend']}>{legend}</legend>
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']} lang={option.lang}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {help === undefined ? null : <p className={styles['help']}>{help}</p>}
    </fieldset>
  );
}
