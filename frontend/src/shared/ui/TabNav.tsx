import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import styles from './tabnav.module.css';

interface Tab {
  to: string;
  label: string;
  end?: boolean;
}

/** Parts of one subject as pages of their own, each with an address; the open one is in sight on narrow screens too. */
export function TabNav({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const bar = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const open = bar.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (bar.current && open) bar.current.scrollLeft = open.offsetLeft - (bar.current.clientWidth - open.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav ref={bar} className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end} className={({ isActive }) => (isActive ? `${styles.tab} ${styles.current}` : `${styles.tab}`)}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}
