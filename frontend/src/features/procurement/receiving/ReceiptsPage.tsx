import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { GoodsReceiptsDocument, type GoodsReceiptFilter, type GoodsReceiptOrder, type GoodsReceiptsQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { Day } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import { RECEIPT_STATUSES, ReceiptStatusTag } from './statuses';

type Row = GoodsReceiptsQuery['goodsReceipts']['edges'][number]['node'];

const NEWEST = { field: 'CREATED_AT', descending: true };

/** Goods that came in for the unit, or those of the reader's own organisation. */
export function ReceiptsPage() {
  const { t } = useTranslation('procurement');
  const door = useDoor();
  const places = usePlaces();
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'status', title: t('incoming.receipt.status'), options: RECEIPT_STATUSES.map((value) => ({ value, label: t(`incoming.receiptStatus.${value}`) })) },
      { kind: 'days', key: 'receivedDate', title: t('incoming.receipt.day') },
    ],
    [t],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'number', title: t('incoming.receipt.number'), order: 'NUMBER', primary: true, render: (row) => <span className="num">{row.number}</span>, value: (row) => row.number },
      { key: 'order', title: t('incoming.receipt.order'), render: (row) => <span className="num">{row.order?.number}</span>, value: (row) => row.order?.number },
      { key: 'supplier', title: t('incoming.receipt.supplier'), render: (row) => row.order?.supplierName, value: (row) => row.order?.supplierName },
      { key: 'status', title: t('incoming.receipt.status'), render: (row) => <ReceiptStatusTag status={row.status} />, value: (row) => t(`incoming.receiptStatus.${row.status as (typeof RECEIPT_STATUSES)[number]}`) },
      { key: 'day', title: t('incoming.receipt.day'), order: 'RECEIVED_DATE', render: (row) => <Day value={row.receivedDate} />, value: (row) => row.receivedDate },
      { key: 'note', title: t('incoming.deliveryNote'), render: (row) => row.deliveryNoteRef || '–', value: (row) => row.deliveryNoteRef },
      { key: 'by', title: t('incoming.receipt.by'), render: (row) => row.receiverName, value: (row) => row.receiverName },
    ],
    [t],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        GoodsReceiptsDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<GoodsReceiptFilter>(fields, filters), orderBy: orderBy<GoodsReceiptOrder>(order) }),
        (result) => result.goodsReceipts,
      ),
    [door, fields],
  );
  return (
    <ListPage
      listId="procurement.receipts"
      subject="receipt"
      title={t('incoming.receipt.many')}
      columns={columns}
      filters={fields}
      order={NEWEST}
      load={load}
      rowKey={(row) => row.id}
      rowLink={(row) => places.receipt(row.id)}
      empty={{ title: t('incoming.receipt.none'), hint: t('incoming.receipt.noneHint') }}
    />
  );
}
