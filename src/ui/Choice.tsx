import type { KeyboardEvent, ReactNode } from 'react';
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
export function Choice<Value extends string>({
  legend,
  name,
  value,
  options,
  onChoose,
  help,
  quiet = false,
}: ChoiceProps<Value>) {
  // Native radio buttons take the left arrow for "previous" even where the row runs from right to left.
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const onward = (event.key === 'ArrowLeft') === (getComputedStyle(event.currentTarget).direction === 'rtl');
    const at = options.findIndex((option) => option.value === value);
    const index = (at + (onward ? 1 : options.length - 1)) % options.length;
    const next = options[index];
    if (!next) return;
    event.currentTarget.querySelectorAll('input')[index]?.focus();
    onChoose(next.value);
  };
  return (
    <fieldset className={styles['choice']} onKeyDown={onKeyDown}>
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
