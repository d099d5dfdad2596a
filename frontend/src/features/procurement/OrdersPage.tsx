import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PurchaseOrdersDocument, type PurchaseOrderFilter, type PurchaseOrderOrder, type PurchaseOrdersQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { DateTime, Day, Money } from '@/shared/ui/Values';
import { FilesMenu } from './collaboration/FilesMenu';
import { usePlaces } from './places';
import { AxisTag, HoldTags, ORDER_STATUSES, OrderStatusTag, PLACED_STATUSES, type AxisState, type OrderStatus } from './statuses';

type Row = PurchaseOrdersQuery['purchaseOrders']['edges'][number]['node'];

/** What the reader may know of orders: their prices, and what concerns the unit alone. */
interface Sight {
  prices: boolean;
  inside: boolean;
}

const NEWEST = { field: 'CREATED_AT', descending: true };

function useFields({ prices, inside }: Sight): readonly FilterField[] {
  const { t } = useTranslation('procurement');
  return useMemo(
    () => [
      { kind: 'choice', key: 'status', title: t('field.status'), options: (inside ? ORDER_STATUSES : PLACED_STATUSES).map((value) => ({ value, label: t(`orderStatus.${value}`) })) },
      { kind: 'choice', key: 'confirmation', title: t('axis.confirmation'), options: (['none', 'acknowledged', 'accepted', 'conditional', 'rejected'] as const).map((value) => ({ value, label: t(`axisState.${value}`) })) },
      { kind: 'choice', key: 'receipt', title: t('axis.receipt'), options: (['none', 'partial', 'full', 'exception'] as const).map((value) => ({ value, label: t(`axisState.${value}`) })) },
      ...(inside
        ? [
            { kind: 'flag' as const, key: 'sanctionHold', title: t('hold.sanction') },
            { kind: 'flag' as const, key: 'buyerHold', title: t('hold.buyer') },
          ]
        : []),
      ...(prices ? [{ kind: 'numbers' as const, key: 'totalAmount', title: t('field.total') }] : []),
      { kind: 'days', key: 'orderDate', title: t('field.orderDate') },
      { kind: 'days', key: 'createdAt', title: t('field.createdAt'), instants: true },
    ],
    [t, prices, inside],
  );
}

function useColumns({ prices, inside }: Sight): readonly ListColumn<Row>[] {
  const { t } = useTranslation('procurement');
  return useMemo(
    () => [
      { key: 'number', title: t('field.number'), order: 'NUMBER', primary: true, render: (row) => <span className="num">{row.number}</span>, value: (row) => row.number },
      { key: 'supplier', title: t('field.supplier'), order: 'SUPPLIER_NAME', hidden: !inside, render: (row) => row.supplierName, value: (row) => row.supplierName },
      {
        key: 'status',
        title: t('field.status'),
        render: (row) => (
          <span style={{ display: 'inline-flex', gap: 8, flexWrap: 'wrap' }}>
            <OrderStatusTag status={row.status} />
            <HoldTags buyer={row.buyerHold} sanction={row.sanctionHold} />
          </span>
        ),
        value: (row) => t(`orderStatus.${row.status as OrderStatus}`),
      },
      { key: 'receipt', title: t('axis.receipt'), render: (row) => <AxisTag state={row.receipt} />, value: (row) => t(`axisState.${row.receipt as AxisState}`) },
      ...(prices
        ? [
            { key: 'total', title: t('field.total'), order: 'TOTAL_AMOUNT', numeric: true, render: (row: Row) => <Money value={row.total} />, value: (row: Row) => row.total?.amount },
            { key: 'currency', title: t('field.currency'), hidden: true, render: (row: Row) => row.total?.currency, value: (row: Row) => row.total?.currency },
          ]
        : []),
      { key: 'orderDate', title: t('field.orderDate'), order: 'ORDER_DATE', render: (row) => <Day value={row.orderDate} />, value: (row) => row.orderDate },
      { key: 'issuedAt', title: t('field.issuedAt'), order: 'ISSUED_AT', render: (row) => <DateTime value={row.issuedAt} />, value: (row) => row.issuedAt },
      { key: 'createdAt', title: t('field.createdAt'), order: 'CREATED_AT', hidden: true, render: (row) => <DateTime value={row.createdAt} />, value: (row) => row.createdAt },
      { key: 'externalRef', title: t('field.externalRef'), hidden: true, render: (row) => row.externalRef, value: (row) => row.externalRef },
    ],
    [t, prices, inside],
  );
}

/** The unit's purchase orders, or those placed with the reader's organisation; prices only for those who may see them. */
export function OrdersPage() {
  const { t } = useTranslation('procurement');
  const door = useDoor();
  const can = useCan();
  const places = usePlaces();
  const prices = can('procurement.price.read');
  const inside = can('procurement.setting.read');
  const fields = useFields({ prices, inside });
  const columns = useColumns({ prices, inside });
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        PurchaseOrdersDocument,
        ({ first, after, search, filters, order }) => ({
          first, after, search, prices, inside,
          filter: filterInput<PurchaseOrderFilter>(fields, filters),
          orderBy: orderBy<PurchaseOrderOrder>(order),
        }),
        (result) => result.purchaseOrders,
      ),
    [door, fields, prices, inside],
  );
  const create = can('procurement.order.create') && (
    <Link to={places.newOrder}>
      <Button type="primary">{t('order.new')}</Button>
    </Link>
  );
  return (
    <ListPage
      listId={inside ? 'procurement.orders' : 'procurement.placedOrders'}
      subject="order"
      title={t('order.many')}
      actions={
        <>
          <FilesMenu />
          {can('procurement.order.import') && <LinkButton to={`${places.orders}/import`}>{t('import.start')}</LinkButton>}
          {create}
        </>
      }
      columns={columns}
      filters={fields}
      order={NEWEST}
      load={load}
      rowKey={(row) => row.id}
      rowLink={(row) => places.order(row.id)}
      empty={{ title: t('order.none'), hint: inside ? t('order.noneHint') : t('order.nonePlacedHint'), action: create }}
    />
  );
}
