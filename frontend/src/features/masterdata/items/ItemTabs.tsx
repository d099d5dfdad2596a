import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/session/ViewerContext';
import { TabNav } from '@/shared/ui/TabNav';
import { usePlaces } from '../places';

/** The item master and what items are described with, as pages beside each other. */
export function ItemTabs() {
  const { t } = useTranslation('masterdata');
  const can = useCan();
  const places = usePlaces();
  const tabs = [
    { to: places.items, label: t('item.many'), end: true, code: 'masterdata.item.read' },
    { to: places.categories, label: t('category.many'), code: 'masterdata.category.read' },
    { to: places.fxRates, label: t('fxRate.many'), code: 'masterdata.fx_rate.read' },
    { to: places.uoms, label: t('uom.many'), code: 'masterdata.uom.read' },
  ];
  return <TabNav label={t('item.master')} tabs={tabs.filter(({ code }) => can(code))} />;
}
