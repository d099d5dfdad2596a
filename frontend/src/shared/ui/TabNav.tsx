import { NavLink } from 'react-router';
import styles from './tabnav.module.css';

interface Tab {
  to: string;
  label: string;
  end?: boolean;
}

/** Parts of one subject as pages of their own, each with an address. */
export function TabNav({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end} className={({ isActive }) => (isActive ? `${styles.tab} ${styles.current}` : `${styles.tab}`)}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}
