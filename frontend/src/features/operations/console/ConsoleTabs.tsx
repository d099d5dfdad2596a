import { useTranslation } from 'react-i18next';
import { TabNav } from '@/shared/ui/TabNav';

const PARTS = ['contracts', 'tasks', 'support', 'features', 'announcements', 'incidents', 'outside', 'trail'] as const;

export function ConsoleTabs() {
  const { t } = useTranslation('operations');
  const tabs = [{ to: '/operator', label: t('console.groups'), end: true }, ...PARTS.map((part) => ({ to: `/operator/${part}`, label: t(`console.${part}`) }))];
  return <TabNav label={t('console.title')} tabs={tabs} />;
}
