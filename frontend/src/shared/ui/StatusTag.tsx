import type { ReactNode } from 'react';
import styles from './values.module.css';

/** What a state means for the reader; colour only repeats what the words say. */
export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'idle';

interface StatusTagProps {
  tone: Tone;
  /** A hollow mark: not begun, or over. */
  hollow?: boolean;
  children: ReactNode;
}

export function StatusTag({ tone, hollow = false, children }: StatusTagProps) {
  return (
    <span
      className={hollow ? `${styles.status} ${styles.hollow}` : styles.status}
      style={{ '--tone': `var(--${tone})` } as React.CSSProperties}
    >
      {children}
    </span>
  );
}
