import { useTranslation } from 'react-i18next';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { TabNav } from '@/shared/ui/TabNav';

/** The parts of the developer page, as far as the person may see them. */
export function DeveloperTabs() {
  const { t } = useTranslation('developers');
  const can = useCan();
  const base = `${contextPath(useWorkContext())}/developers`;
  const hooks = can('webhooks.webhook.read');
  const tabs = [
    { to: base, label: t('tab.use'), end: true },
    ...(hooks ? [{ to: `${base}/webhooks`, label: t('tab.webhooks') }, { to: `${base}/events`, label: t('tab.events') }] : []),
    { to: `${base}/examples`, label: t('tab.examples') },
    { to: `${base}/changes`, label: t('tab.changes') },
  ];
  return <TabNav label={t('title')} tabs={tabs} />;
}
