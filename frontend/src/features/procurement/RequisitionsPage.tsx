import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RequisitionsDocument, type RequisitionFilter, type RequisitionOrder, type RequisitionsQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { DateTime, Day, Money } from '@/shared/ui/Values';
import { usePlaces } from './places';
import { SubmitMany } from './SubmitMany';
import { FromTemplate } from './templates/FromTemplate';
import { REQUISITION_STATUSES, RequisitionStatusTag } from './statuses';

type Row = RequisitionsQuery['requisitions']['edges'][number]['node'];

const NEWEST = { field: 'CREATED_AT', descending: true };

/** The unit's requisitions: one's own, or all for those who may see all. */
export function RequisitionsPage() {
  const { t } = useTranslation('procurement');
  const door = useDoor();
  const can = useCan();
  const places = usePlaces();
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'status', title: t('field.status'), options: REQUISITION_STATUSES.map((value) => ({ value, label: t(`requisitionStatus.${value}`) })) },
      { kind: 'numbers', key: 'totalAmount', title: t('field.total') },
      { kind: 'days', key: 'needByDate', title: t('field.needBy') },
      { kind: 'days', key: 'createdAt', title: t('field.createdAt'), instants: true },
    ],
    [t],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        RequisitionsDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<RequisitionFilter>(fields, filters), orderBy: orderBy<RequisitionOrder>(order) }),
        (result) => result.requisitions,
      ),
    [door, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'number', title: t('field.number'), order: 'NUMBER', primary: true, render: (row) => <span className="num">{row.number}</span>, value: (row) => row.number },
      { key: 'title', title: t('field.title'), render: (row) => row.title, value: (row) => row.title },
      { key: 'status', title: t('field.status'), order: 'STATUS', render: (row) => <RequisitionStatusTag status={row.status} />, value: (row) => t(`requisitionStatus.${row.status as (typeof REQUISITION_STATUSES)[number]}`) },
      { key: 'requester', title: t('field.requester'), render: (row) => row.requesterName, value: (row) => row.requesterName },
      { key: 'costCentre', title: t('field.costCentre'), render: (row) => row.costCentre, value: (row) => row.costCentre },
      { key: 'total', title: t('field.total'), order: 'TOTAL_AMOUNT', numeric: true, render: (row) => <Money value={row.total} />, value: (row) => row.total.amount },
      { key: 'currency', title: t('field.currency'), hidden: true, render: (row) => row.total.currency, value: (row) => row.total.currency },
      { key: 'needBy', title: t('field.needBy'), order: 'NEED_BY_DATE', render: (row) => <Day value={row.needByDate} />, value: (row) => row.needByDate },
      { key: 'createdAt', title: t('field.createdAt'), order: 'CREATED_AT', render: (row) => <DateTime value={row.createdAt} />, value: (row) => row.createdAt },
    ],
    [t],
  );
  const create = can('procurement.requisition.create') && (
    <Link to={places.newRequisition}>
      <Button type="primary">{t('requisition.new')}</Button>
    </Link>
  );
  const actions = create && (
    <>
      <FromTemplate />
      {create}
    </>
  );
  return (
    <ListPage
      listId="procurement.requisitions"
      subject="requisition"
      title={t('requisition.many')}
      actions={actions}
      columns={columns}
      filters={fields}
      order={NEWEST}
      load={load}
      rowKey={(row) => row.id}
      rowLink={(row) => places.requisition(row.id)}
      bulk={can('procurement.requisition.submit') ? (rows, clear) => <SubmitMany rows={rows} clear={clear} /> : undefined}
      empty={{ title: t('requisition.none'), hint: t('requisition.noneHint'), action: create }}
    />
  );
}
