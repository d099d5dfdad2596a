import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { Page } from '@/shared/ui/Page';
import { ReauthenticationProvider } from './Reauthentication';
import styles from './settings.module.css';

/** What belongs to the person: the same in every workspace. */
export function SettingsLayout() {
  const { t } = useTranslation('accounts');
  const tabs = [
    { to: '/settings', label: t('settings.profile'), end: true },
    { to: '/settings/security', label: t('settings.security') },
    { to: '/settings/sessions', label: t('settings.sessions') },
  ];
  return (
    <Page title={t('settings.title')} width="reading">
      <nav className={styles.tabs} aria-label={t('settings.title')}>
        {tabs.map(({ to, label, end }) => (
          <NavLink key={to} to={to} end={end} className={({ isActive }) => (isActive ? `${styles.tab} ${styles.current}` : `${styles.tab}`)}>
            {label}
          </NavLink>
        ))}
      </nav>
      <ReauthenticationProvider>
        <Outlet />
      </ReauthenticationProvider>
    </Page>
  );
}
