import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ShipNoticesDocument, type ShipNoticeFilter, type ShipNoticeOrder, type ShipNoticesQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import { useWorkContext } from '@/shared/session/ViewerContext';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { DateTime, Day } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import { NOTICE_STATUSES, NoticeStatusTag } from './noticeStatus';

type Row = ShipNoticesQuery['shipNotices']['edges'][number]['node'];

const NEWEST = { field: 'CREATED_AT', descending: true };

/** Deliveries on their way to the unit, or those of the reader's own organisation. */
export function ShipNoticesPage() {
  const { t } = useTranslation('procurement');
  const door = useDoor();
  const places = usePlaces();
  const supplier = useWorkContext().kind === 'SUPPLIER';
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'status', title: t('deal.notice.status'), options: NOTICE_STATUSES.map((value) => ({ value, label: t(`deal.noticeStatus.${value}`) })) },
      { kind: 'days', key: 'expectedDate', title: t('deal.notice.expected') },
    ],
    [t],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'number', title: t('deal.notice.number'), order: 'NUMBER', primary: true, render: (row) => <span className="num">{row.number}</span>, value: (row) => row.number },
      { key: 'order', title: t('deal.notice.order'), render: (row) => <span className="num">{row.order?.number}</span>, value: (row) => row.order?.number },
      { key: 'supplier', title: t('deal.notice.supplier'), render: (row) => row.order?.supplierName, value: (row) => row.order?.supplierName },
      { key: 'status', title: t('deal.notice.status'), render: (row) => <NoticeStatusTag status={row.status} />, value: (row) => t(`deal.noticeStatus.${row.status as (typeof NOTICE_STATUSES)[number]}`) },
      { key: 'expected', title: t('deal.notice.expected'), order: 'EXPECTED_DATE', render: (row) => <Day value={row.expectedDate} />, value: (row) => row.expectedDate },
      { key: 'carrier', title: t('deal.notice.carrier'), render: (row) => row.carrierName || '–', value: (row) => row.carrierName },
      { key: 'sent', title: t('deal.notice.sentAt'), order: 'SENT_AT', render: (row) => <DateTime value={row.sentAt} />, value: (row) => row.sentAt },
    ],
    [t],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        ShipNoticesDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<ShipNoticeFilter>(fields, filters), orderBy: orderBy<ShipNoticeOrder>(order) }),
        (result) => result.shipNotices,
      ),
    [door, fields],
  );
  return (
    <ListPage
      listId="procurement.shipNotices"
      subject="shipNotice"
      title={t('deal.notice.many')}
      columns={columns}
      filters={fields}
      order={NEWEST}
      load={load}
      rowKey={(row) => row.id}
      rowLink={(row) => places.shipNotice(row.id)}
      empty={{ title: t('deal.notice.none'), hint: t(supplier ? 'deal.notice.noneHintOwn' : 'deal.notice.noneHint') }}
    />
  );
}
