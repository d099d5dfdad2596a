import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppearanceBar } from '@/shared/ui/AppearanceBar';
import styles from './auth.module.css';

/** The frame of the screens before the login. */
export function AuthPage({ title, intro, children, footer }: { title: string; intro?: ReactNode; children?: ReactNode; footer?: ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        <p className={styles.brand}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          {t('product')}
        </p>
        <div className={styles.card}>
          <h1>{title}</h1>
          {intro && <p className={styles.intro}>{intro}</p>}
          {children}
        </div>
        {footer && <p className={styles.footer}>{footer}</p>}
      </main>
      <AppearanceBar />
    </div>
  );
}
