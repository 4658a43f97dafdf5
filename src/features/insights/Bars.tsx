import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Row } from '../../core/statistics/table.ts';
import styles from './Plot.module.css';
import { apart, useLabels } from './use-labels.ts';
import { useWidth } from './use-width.ts';

interface BarsProps {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  /** Which column the bars are as long as, and which one is said beside them. */
  readonly column: number;
  readonly said?: number;
}

const MOST = 12;
const STEP = 46;

/** Bars that begin where reading begins. The sentence under them says the same, and the table has it all. */
export function Bars({ rows, columns, column, said = column }: BarsProps) {
  const { t } = useTranslation('insights');
  const { name, value, comma, rtl } = useLabels();
  const [part, width] = useWidth<HTMLElement>(480);
  const caption = useId();
  const unit = columns[said];
  const shown = [...rows].sort((a, b) => (b.values[column] ?? 0) - (a.values[column] ?? 0)).slice(0, MOST);
  const greatest = Math.max(...shown.map(({ values }) => values[column] ?? 0));
  if (!unit || !(greatest > 0)) return null;
  const texts = shown.map((row) => ({ name: name(row.label), value: value(row.values[said] ?? 0, unit) }));
  const items = texts.map((text) => `${apart(text.name)} ${text.value}`).join(comma);
  const rest = rows.length - shown.length;
  return (
    <figure ref={part} className={styles['plot']}>
      <svg
        role="img"
        aria-labelledby={caption}
        width={width}
        height={shown.length * STEP}
        direction={rtl ? 'rtl' : 'ltr'}
        data-plot="bars"
      >
        {shown.map((row, index) => {
          const length = Math.max(2, ((row.values[column] ?? 0) / greatest) * width);
          const top = index * STEP;
          return (
            <g key={row.key}>
              <text className={styles['label']} x={rtl ? width : 0} y={top + 16}>
                {texts[index]?.name}
              </text>
              <text className={styles['value']} x={rtl ? 0 : width} y={top + 16} textAnchor="end">
                {texts[index]?.value}
              </text>
              <rect className={styles['track']} x={0} y={top + 26} width={width} height={10} />
              <rect className={styles['bar']} x={rtl ? width - length : 0} y={top + 26} width={length} height={10} />
            </g>
          );
        })}
      </svg>
      <figcaption id={caption} className={styles['caption']}>
        {rest > 0
          ? t('plotRest', { figure: name(unit.label), items, count: rest })
          : t('plot', { figure: name(unit.label), items })}
      </figcaption>
    </figure>
  );
}
