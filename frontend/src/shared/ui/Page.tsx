import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './page.module.css';

export interface Crumb {
  title: string;
  to: string;
}

interface PageProps {
  title: string;
  /** What stands beside the title: a status, a number. */
  aside?: ReactNode;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
  intro?: ReactNode;
  /** Pages of the same subject, beside this one. */
  tabs?: ReactNode;
  /** `reading` keeps forms and texts at a comfortable width; `work` gives tables all there is. */
  width?: 'work' | 'reading';
  /** The page takes the height of the window and its content scrolls inside (lists on wide screens). */
  fill?: boolean;
  children: ReactNode;
}

export function Page({ title, aside, crumbs, actions, intro, tabs, width = 'work', fill = false, children }: PageProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <div className={[styles.page, width === 'reading' && styles.reading, fill && styles.fill].filter(Boolean).join(' ')}>
      <header className={styles.head}>
        <div className={styles.heading}>
          {crumbs && crumbs.length > 0 && (
            <nav className={styles.crumbs} aria-label={t('nav.path')}>
              {crumbs.map((crumb) => (
                <Link key={crumb.to} to={crumb.to}>
                  {crumb.title}
                </Link>
              ))}
            </nav>
          )}
          <div className={styles.title}>
            <h1 tabIndex={-1}>{title}</h1>
            {aside}
          </div>
          {intro && <p className={styles.intro}>{intro}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {tabs}
      {children}
    </div>
  );
}

/** A bordered part of a page with its own heading. */
export function Section({ title, actions, intro, children }: { title: string; actions?: ReactNode; intro?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.sectionHead}>
        <h2>{title}</h2>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {intro && <p className={styles.intro}>{intro}</p>}
      <div className={styles.sectionBody}>{children}</div>
    </section>
  );
}

/** Facts about one thing as term and value, in as many columns as fit. */
export function Facts({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
