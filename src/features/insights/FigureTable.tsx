import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeRows } from '../../core/formats/cells.ts';
import { type Row, sortRows, type Table } from '../../core/statistics/table.ts';
import styles from './FigureTable.module.css';
import { useLabels } from './use-labels.ts';

/** A file to be kept: its name and its whole text. */
export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

interface FigureTableProps {
  readonly table: Table;
  readonly onSave: (file: SavedFile) => void;
}

/** Rows shown before one asks for all. */
const AT_ONCE = 15;
/** The column of names. */
const NAMES = -1;

/** A table of figures: sorted by any column, kept as CSV in the order in which it is seen. */
export function FigureTable({ table, onSave }: FigureTableProps) {
  const { t } = useTranslation('insights');
  const { name, value, language } = useLabels();
  const [order, setOrder] = useState<{ column: number; direction: 'ascending' | 'descending' }>({
    column: 0,
    direction: 'descending',
  });
  const [whole, setWhole] = useState(false);
  const title = t(`tables.${table.id}`);
  const rows = useMemo(() => {
    if (order.column !== NAMES) return sortRows(table.rows, order.column, order.direction);
    const { compare } = new Intl.Collator(language);
    const sign = order.direction === 'ascending' ? 1 : -1;
    return [...table.rows].sort((a, b) => sign * compare(name(a.label), name(b.label)));
    // The names change with the language alone.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [table, order, language]);
  const shown = whole || rows.length <= AT_ONCE + 3 ? rows : rows.slice(0, AT_ONCE);
  const totals = table.totals.some((total) => total !== null) ? table.totals : null;

  const save = () => {
    const plain = (amount: number | null, column: number) =>
      amount === null ? '' : table.columns[column]?.unit === 'share' ? Math.round(amount * 10_000) / 10_000 : amount;
    const lines = [
      [t(`head.${table.id}`), ...table.columns.map(({ label }) => name(label))],
      ...rows.map(({ label, values }) => [name(label), ...values.map(plain)]),
      ...(totals ? [[t('total'), ...totals.map(plain)]] : []),
    ];
    // Spread-sheets take a file without the mark for one of another encoding, and its Arabic for noise.
    onSave({ name: `${table.id}.csv`, text: `\ufeff${writeRows(lines)}` });
  };

  const head = (column: number, label: string) => {
    const sorted = order.column === column;
    return (
      // Its words stand within the button, for which the rule does not look.
      // oxlint-disable-next-line jsx-a11y/control-has-associated-label
      <th
        key={column}
        scope="col"
        aria-sort={sorted ? order.direction : 'none'}
        className={column === NAMES ? styles['names'] : undefined}
      >
        <button
          type="button"
          onClick={() => {
            // Numbers are asked for from the greatest, names from the first letter.
            const first = column === NAMES ? 'ascending' : 'descending';
            const second = column === NAMES ? 'descending' : 'ascending';
            setOrder({ column, direction: sorted && order.direction === first ? second : first });
          }}
        >
          <bdi>{label}</bdi>
          <svg viewBox="0 0 10 12" width="10" height="12" aria-hidden="true" focusable="false">
            <path d="M1 4.5L5 1l4 3.5" data-on={sorted && order.direction === 'ascending' ? '' : undefined} />
            <path d="M1 7.5L5 11l4-3.5" data-on={sorted && order.direction === 'descending' ? '' : undefined} />
          </svg>
        </button>
      </th>
    );
  };
  const line = ({ key, label, values }: Row) => (
    <tr key={key}>
      <th scope="row">
        <bdi>{name(label)}</bdi>
      </th>
      {table.columns.map((column, index) => (
        <td key={column.key} data-nothing={values[index] === 0 ? '' : undefined}>
          {value(values[index] ?? 0, column)}
        </td>
      ))}
    </tr>
  );
  return (
    <div>
      {/* A wide table is moved within its own frame, by keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['frame']} role="region" aria-label={t('scroll', { table: title })} tabIndex={0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              {head(NAMES, t(`head.${table.id}`))}
              {table.columns.map(({ label }, index) => head(index, name(label)))}
            </tr>
          </thead>
          <tbody>{shown.map(line)}</tbody>
          {totals ? (
            <tfoot>
              <tr>
                <th scope="row">{t('total')}</th>
                {table.columns.map((column, index) => {
                  const total = totals[index] ?? null;
                  return <td key={column.key}>{total === null ? '' : value(total, column)}</td>;
                })}
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
      <p className={styles['actions']}>
        {shown.length < rows.length ? (
          <button type="button" className="button" data-plain="" onClick={() => setWhole(true)}>
            {t('all', { count: rows.length })}
          </button>
        ) : null}
        <button
          type="button"
          className="button"
          data-plain=""
          aria-label={t('saveTable', { table: title })}
          onClick={save}
        >
          {t('save')}
        </button>
      </p>
    </div>
  );
}
