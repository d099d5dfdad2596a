import type { ReactNode } from 'react';
import styles from './insight.module.css';

export interface Column<Row> {
  key: string;
  title: string;
  numeric?: boolean;
  render: (row: Row) => ReactNode;
}

/** Figures as a table that fits what it holds. */
export function Rows<Row>({ columns, rows, rowKey, label }: { columns: readonly Column<Row>[]; rows: readonly Row[]; rowKey: (row: Row, index: number) => string; label: string }) {
  return (
    <div className={styles.wide} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ key, title, numeric }) => (
              <th key={key} scope="col" data-numeric={numeric || undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map(({ key, numeric, render }) => (
                <td key={key} data-numeric={numeric || undefined}>
                  {render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
