import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MrpDeliveriesDocument, type MrpDeliveriesQuery, type MrpDeliveryFilter, type MrpDeliveryOrder } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Count, DateTime } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import { DemandTabs } from './DemandTabs';
import { DELIVERY_STATUSES, DeliveryStatusTag } from './statuses';

type Row = MrpDeliveriesQuery['mrpDeliveries']['edges'][number]['node'];
type Channel = 'api' | 'file' | 'odata';

const NEWEST = { field: 'CREATED_AT', descending: true };
const CHANNELS = ['api', 'file', 'odata'] as const;
const COUNTED = ['new', 'amended', 'withdrawn', 'unchanged', 'exceptions', 'problems'] as const;
const countOf = (row: Row, name: string): number => (row.counts as Record<string, number>)[name] ?? 0;

/** Every delivery of demand and what became of its rows. */
export function DeliveriesPage() {
  const { t } = useTranslation('procurement');
  const door = useDoor();
  const can = useCan();
  const places = usePlaces();
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'status', title: t('field.status'), options: DELIVERY_STATUSES.map((value) => ({ value, label: t(`demand.deliveryStatus.${value}`) })) },
      { kind: 'choice', key: 'channel', title: t('demand.channelTitle'), options: CHANNELS.map((value) => ({ value, label: t(`demand.channel.${value}`) })) },
      { kind: 'days', key: 'createdAt', title: t('field.createdAt'), instants: true },
    ],
    [t],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        MrpDeliveriesDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<MrpDeliveryFilter>(fields, filters), orderBy: orderBy<MrpDeliveryOrder>(order) }),
        (result) => result.mrpDeliveries,
      ),
    [door, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'createdAt', title: t('field.createdAt'), order: 'CREATED_AT', primary: true, render: (row) => <DateTime value={row.createdAt} />, value: (row) => row.createdAt },
      { key: 'source', title: t('demand.source'), render: (row) => row.source?.name, value: (row) => row.source?.name },
      { key: 'channel', title: t('demand.channelTitle'), render: (row) => row.fileName || t(`demand.channel.${row.channel as Channel}`), value: (row) => row.fileName || row.channel },
      { key: 'status', title: t('field.status'), render: (row) => <DeliveryStatusTag status={row.status} />, value: (row) => t(`demand.deliveryStatus.${row.status as (typeof DELIVERY_STATUSES)[number]}`) },
      ...COUNTED.map((name) => ({ key: name, title: t(`demand.count.${name}`), numeric: true, render: (row: Row) => <Count value={countOf(row, name)} />, value: (row: Row) => countOf(row, name) })),
      { key: 'by', title: t('demand.by'), hidden: true, render: (row) => row.deliveredByName, value: (row) => row.deliveredByName },
    ],
    [t],
  );
  const deliver = can('procurement.mrp_delivery.create') && <LinkButton to={places.newDemandDelivery}>{t('demand.deliver')}</LinkButton>;
  return (
    <ListPage
      listId="procurement.mrpDeliveries"
      subject="mrpDelivery"
      title={t('demand.title')}
      tabs={<DemandTabs />}
      actions={deliver}
      columns={columns}
      filters={fields}
      order={NEWEST}
      load={load}
      rowKey={(row) => row.id}
      rowLink={(row) => places.demandDelivery(row.id)}
      empty={{ title: t('demand.noDeliveries'), hint: t('demand.noneHint'), action: deliver }}
    />
  );
}
