import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { Page } from '@/shared/ui/Page';
import { TabNav } from '@/shared/ui/TabNav';

/** What belongs to the person: the same in every workspace. */
export function SettingsLayout() {
  const { t } = useTranslation('accounts');
  const tabs = [
    { to: '/settings', label: t('settings.profile'), end: true },
    { to: '/settings/security', label: t('settings.security') },
    { to: '/settings/sessions', label: t('settings.sessions') },
    { to: '/settings/data', label: t('data.title') },
  ];
  return (
    <Page title={t('settings.title')} tabs={<TabNav label={t('settings.title')} tabs={tabs} />} width="reading">
      <Outlet />
    </Page>
  );
}
