import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaymentRunsDocument, type PaymentRunFilter, type PaymentRunOrder, type PaymentRunsQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { Count, Day, Money } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import { ProposeDialog } from './ProposeDialog';
import { RUN_STATUSES, RunStatusTag } from './statuses';

type Row = PaymentRunsQuery['paymentRuns']['edges'][number]['node'];

const NEWEST = { field: 'CREATED_AT', descending: true };

/** What was proposed, released and paid. */
export function PaymentRunsPage() {
  const { t } = useTranslation('procurement');
  const door = useDoor();
  const places = usePlaces();
  const can = useCan();
  const [proposing, setProposing] = useState(false);
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'status', title: t('billing.pay.status'), options: RUN_STATUSES.map((value) => ({ value, label: t(`billing.pay.statuses.${value}`) })) },
      { kind: 'days', key: 'executionDate', title: t('billing.pay.on') },
    ],
    [t],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'number', title: t('billing.pay.number'), order: 'NUMBER', primary: true, render: (row) => <span className="num">{row.number}</span>, value: (row) => row.number },
      { key: 'status', title: t('billing.pay.status'), render: (row) => <RunStatusTag status={row.status} />, value: (row) => t(`billing.pay.statuses.${row.status as (typeof RUN_STATUSES)[number]}`) },
      { key: 'total', title: t('billing.pay.total'), numeric: true, render: (row) => <Money value={row.total} />, value: (row) => row.total.amount },
      { key: 'transfers', title: t('billing.pay.transfers'), numeric: true, render: (row) => <Count value={row.transferCount} />, value: (row) => row.transferCount },
      { key: 'on', title: t('billing.pay.on'), order: 'EXECUTION_DATE', render: (row) => <Day value={row.executionDate} />, value: (row) => row.executionDate },
      { key: 'creator', title: t('billing.pay.creator'), render: (row) => row.creatorName, value: (row) => row.creatorName },
      { key: 'releaser', title: t('billing.pay.releaser'), render: (row) => row.releaserName || '–', value: (row) => row.releaserName },
    ],
    [t],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        PaymentRunsDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<PaymentRunFilter>(fields, filters), orderBy: orderBy<PaymentRunOrder>(order) }),
        (result) => result.paymentRuns,
      ),
    [door, fields],
  );
  const propose = can('procurement.payment.propose') && (
    <Button type="primary" onClick={() => setProposing(true)}>
      {t('billing.pay.propose')}
    </Button>
  );
  return (
    <>
      <ListPage
        listId="procurement.paymentRuns"
        subject="payment"
        title={t('billing.pay.many')}
        actions={propose}
        columns={columns}
        filters={fields}
        order={NEWEST}
        load={load}
        rowKey={(row) => row.id}
        rowLink={(row) => places.paymentRun(row.id)}
        empty={{ title: t('billing.pay.none'), hint: t('billing.pay.noneHint'), action: propose }}
      />
      <ProposeDialog open={proposing} onClose={() => setProposing(false)} />
    </>
  );
}
