import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Count } from './Values';
import styles from './figures.module.css';

/** Counts that lead to the lists behind them. */
export const Figures = ({ children }: { children: ReactNode }) => <ul className={styles.figures}>{children}</ul>;

export function Figure({ to, name, value }: { to: string; name: string; value: number }) {
  return (
    <li>
      <Link to={to} className={styles.figure}>
        <span className={styles.name}>{name}</span>
        <span className={styles.value}>
          <Count value={value} />
        </span>
      </Link>
    </li>
  );
}
