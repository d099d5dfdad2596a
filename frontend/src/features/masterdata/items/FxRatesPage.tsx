import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FxRatesDocument as GroupRates, type FxRateFilter, type FxRateOrder, type FxRatesQuery } from '@/gql/group/graphql';
import { FxRatesDocument as UnitRates } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { List } from '@/shared/list/List';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { Page } from '@/shared/ui/Page';
import { currencyOptions } from '@/shared/ui/places';
import { Day, Quantity } from '@/shared/ui/Values';
import { FxRateDialog } from './FxRateDialog';
import { ItemTabs } from './ItemTabs';

type Row = FxRatesQuery['fxRates']['edges'][number]['node'];

const NEWEST = { field: 'RATE_DATE', descending: true };

/** What one currency costs in another, from a day on until the next rate. */
export function FxRatesPage() {
  const { t, i18n } = useTranslation('masterdata');
  const door = useDoor();
  const can = useCan();
  const central = door.kind === 'group';
  const [entering, setEntering] = useState(false);
  const operation = useForDoor(GroupRates, UnitRates);
  const fields = useMemo<readonly FilterField[]>(() => {
    const options = currencyOptions(i18n.language);
    return [
      { kind: 'choice', key: 'base', title: t('fxRate.base'), options },
      { kind: 'choice', key: 'quote', title: t('fxRate.quote'), options },
      { kind: 'days', key: 'rateDate', title: t('fxRate.rateDate') },
    ];
  }, [t, i18n.language]);
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        operation,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<FxRateFilter>(fields, filters), orderBy: orderBy<FxRateOrder>(order) }),
        (result) => result.fxRates,
      ),
    [door, operation, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'pair', title: t('fxRate.pair'), primary: true, order: 'BASE', render: (row) => `1 ${row.base} → ${row.quote}`, value: (row) => `${row.base}/${row.quote}` },
      { key: 'rate', title: t('fxRate.rate'), numeric: true, render: (row) => <Quantity value={row.rate} unit={row.quote} decimals={10} />, value: (row) => row.rate },
      { key: 'rateDate', title: t('fxRate.rateDate'), order: 'RATE_DATE', render: (row) => <Day value={row.rateDate} />, value: (row) => row.rateDate },
      { key: 'source', title: t('fxRate.source'), render: (row) => row.source, value: (row) => row.source },
    ],
    [t],
  );
  const enter = central && can('masterdata.fx_rate.edit') && (
    <Button type="primary" onClick={() => setEntering(true)}>
      {t('fxRate.enter')}
    </Button>
  );
  return (
    <Page title={t('item.master')} actions={enter} tabs={<ItemTabs />} fill>
      <List
        listId="masterdata.fxRates"
        subject="fxRate"
        title={t('fxRate.many')}
        columns={columns}
        filters={fields}
        order={NEWEST}
        load={load}
        rowKey={(row) => row.id}
        empty={{ title: t('fxRate.none'), hint: central ? t('fxRate.noneHint') : t('fxRate.noneUnitHint'), action: enter }}
      />
      <FxRateDialog open={entering} onClose={() => setEntering(false)} />
    </Page>
  );
}
