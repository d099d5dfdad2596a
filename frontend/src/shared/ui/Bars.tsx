import type { ReactNode } from 'react';
import styles from './bars.module.css';

export interface Bar {
  key: string;
  name: ReactNode;
  value: ReactNode;
  /** How much of the longest bar, from 0 to 1. */
  part: number;
  aside?: ReactNode;
}

/** Values side by side with bars, readable as a table. */
export function Bars({ head, rows }: { head: readonly [string, string, string]; rows: readonly Bar[] }) {
  return (
    <table className={styles.bars}>
      <thead className={styles.forReaders}>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td className={styles.track}>
              <span className={styles.bar} style={{ width: `${Math.max(0, Math.min(1, row.part)) * 100}%` }} />
              {row.value}
            </td>
            <td className={styles.aside}>{row.aside}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
