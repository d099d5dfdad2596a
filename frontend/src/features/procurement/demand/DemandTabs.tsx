import { useTranslation } from 'react-i18next';
import { TabNav } from '@/shared/ui/TabNav';
import { usePlaces } from '../places';

/** Demand, how it was delivered, and where it comes from. */
export function DemandTabs() {
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  return (
    <TabNav
      label={t('demand.title')}
      tabs={[
        { to: places.demand, label: t('demand.tab.demand'), end: true },
        { to: places.demandDeliveries, label: t('demand.tab.deliveries') },
        { to: places.demandSources, label: t('demand.tab.sources') },
      ]}
    />
  );
}
