import { type CSSProperties, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Table } from '../../core/statistics/table.ts';
import styles from './Plot.module.css';
import { apart, useLabels } from './use-labels.ts';
import { useWidth } from './use-width.ts';

const ROWS = 12;
const COLUMNS = 12;
const CELL = 34;
const LINE = 27;
const GAP = 10;

/**
 * Rows against columns: the stronger the colour, the more; the number stands in it. Columns are numbered and named beneath,
 * since a name stood on its side is hard to read and an Arabic one harder. The first column, the sum, is left to the table.
 */
export function Matrix({ table }: { readonly table: Table }) {
  const { t } = useTranslation('insights');
  const { name, number, comma, rtl } = useLabels();
  const [part, width] = useWidth<HTMLElement>(480);
  const caption = useId();
  const columns = table.columns
    .slice(1, 1 + COLUMNS)
    .map((column, index) => ({ column, index: index + 1, name: name(column.label) }));
  const rows = table.rows.filter(({ values }) => columns.some(({ index }) => (values[index] ?? 0) > 0)).slice(0, ROWS);
  const cells = rows.flatMap((row, line) =>
    columns.map(({ index, name: column }) => ({
      row: name(row.label),
      column,
      key: `${row.key} ${index}`,
      line,
      index,
      amount: row.values[index] ?? 0,
    })),
  );
  const greatest = Math.max(0, ...cells.map(({ amount }) => amount));
  if (greatest === 0) return null;
  const cell = Math.min(72, width / columns.length);
  const left = (index: number) => (rtl ? width - index * cell : (index - 1) * cell);
  const top = (line: number) => LINE + line * (LINE + CELL + GAP);
  const items = [...cells]
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount)
    .slice(0, 3)
    .map(({ row, column, amount }) =>
      t('matrixItem', { row: apart(row), column: apart(column), value: number(amount) }),
    )
    .join(comma);
  return (
    <figure ref={part} className={styles['plot']}>
      <svg
        role="img"
        aria-labelledby={caption}
        width={width}
        height={top(rows.length) - GAP}
        direction={rtl ? 'rtl' : 'ltr'}
        data-plot="matrix"
      >
        {columns.map(({ index }) => (
          <text key={index} className={styles['head']} x={left(index) + cell / 2} y={14} textAnchor="middle">
            {number(index)}
          </text>
        ))}
        {rows.map((row, line) => (
          <text key={row.key} className={styles['label']} x={rtl ? width : 0} y={top(line) + 16}>
            {name(row.label)}
          </text>
        ))}
        {cells.map(({ key, line, index, amount }) => (
          <g key={key}>
            <rect
              className={amount === 0 ? styles['none'] : styles['cell']}
              style={{ '--part': 0.15 + 0.85 * (amount / greatest) } as CSSProperties}
              x={left(index) + 1}
              y={top(line) + LINE}
              width={cell - 2}
              height={CELL}
            />
            {amount === 0 ? null : (
              <text
                className={styles['inside']}
                x={left(index) + cell / 2}
                y={top(line) + LINE + CELL / 2 + 5}
                textAnchor="middle"
              >
                {number(amount)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <div className={styles['key']}>
        <p>{t('columnsKey')}</p>
        <ol>
          {columns.map(({ index, name: column }) => (
            <li key={index}>
              <span>{number(index)}</span> <bdi>{column}</bdi>
            </li>
          ))}
        </ol>
      </div>
      <figcaption id={caption} className={styles['caption']}>
        {items === '' ? t('matrixNone') : t('matrix', { items })}
      </figcaption>
    </figure>
  );
}
