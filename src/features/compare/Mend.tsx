import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, Item } from '../../core/agreement/compare.ts';
import { type Part, partsOf, type Side, type Taken } from '../../core/agreement/mend.ts';
import { Choice } from '../../ui/Choice.tsx';
import { edgeOf, wordsOf } from './describe.ts';
import styles from './Compare.module.css';

interface MendProps {
  readonly item: Item;
  /** From which side each part is taken now. */
  readonly taken: Taken;
  readonly describe: (item: Item, side: Side, field: Field) => string;
  /** Takes the parts so, and tells whether that can be. */
  readonly onTake: (item: Item, taken: Taken) => boolean;
}

const isField = (part: Part): part is Exclude<Field, 'type'> => part !== 'words' && part !== 'start' && part !== 'end';

/** Neither as it is: each thing that the two say differently, taken from the one or from the other. */
export function Mend({ item, taken, describe, onTake }: MendProps) {
  const { t } = useTranslation('measures');
  const name = useId();
  const [refused, setRefused] = useState(false);
  const value = (part: Part, side: Side): string => {
    if (isField(part)) return describe(item, side, part);
    return (part === 'words' ? wordsOf(item, side) : edgeOf(item, side, part)) ?? '';
  };
  return (
    <fieldset className={styles['mend']}>
      <legend>{t('mendTitle')}</legend>
      {partsOf(item).map((part) => (
        <Choice<Side>
          key={part}
          legend={t(isField(part) ? `fields.${part}` : `parts.${part}`)}
          name={`${name}${part}`}
          value={taken[part] ?? 'left'}
          options={(['left', 'right'] as const).map((side) => ({
            value: side,
            label: `${t(side === 'left' ? 'first' : 'second')}: \u2068${value(part, side)}\u2069`,
          }))}
          onChoose={(side) => setRefused(!onTake(item, { ...taken, [part]: side }))}
        />
      ))}
      <p role="status" className={styles['note']}>
        {refused ? t('mendEmpty') : ''}
      </p>
    </fieldset>
  );
}
