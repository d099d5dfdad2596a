import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MrpDemandDecideDocument, MrpDemandsDocument, type MrpDemandFilter, type MrpDemandOrder, type MrpDemandsQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useAction } from '@/shared/form/useAction';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { Amount } from '@/shared/ui/Amount';
import { LinkButton } from '@/shared/ui/LinkButton';
import { RowActions } from '@/shared/ui/RowActions';
import { DateTime, Day } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import { DemandTabs } from './DemandTabs';
import { DEMAND_STATUSES, DemandStatusTag, EXCEPTIONS } from './statuses';

type Row = MrpDemandsQuery['mrpDemands']['edges'][number]['node'];

const NEWEST = { field: 'CHANGED_AT', descending: true };

/** What the ERP's planning asks for, and the requisition line of each of its keys. */
export function DemandPage() {
  const { t } = useTranslation('procurement');
  const door = useDoor();
  const can = useCan();
  const places = usePlaces();
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'exception', title: t('demand.exceptionTitle'), options: EXCEPTIONS.map((value) => ({ value, label: t(`demand.exception.${value}`) })) },
      { kind: 'choice', key: 'status', title: t('field.status'), options: DEMAND_STATUSES.map((value) => ({ value, label: t(`demand.status.${value}`) })) },
      { kind: 'days', key: 'needByDate', title: t('field.needBy') },
      { kind: 'days', key: 'changedAt', title: t('demand.changedAt'), instants: true },
    ],
    [t],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        MrpDemandsDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<MrpDemandFilter>(fields, filters), orderBy: orderBy<MrpDemandOrder>(order) }),
        (result) => result.mrpDemands,
      ),
    [door, fields],
  );
  const decides = can('procurement.mrp_demand.decide');
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'key', title: t('demand.key'), order: 'MRP_KEY', primary: true, render: (row) => <span className="num">{row.mrpKey}</span>, value: (row) => row.mrpKey },
      { key: 'description', title: t('line.description'), render: (row) => row.description || row.itemCode, value: (row) => row.description },
      { key: 'itemCode', title: t('demand.itemCode'), hidden: true, render: (row) => row.itemCode, value: (row) => row.itemCode },
      { key: 'quantity', title: t('line.quantity'), numeric: true, render: (row) => <Amount value={row.cancelled ? '0' : row.quantity} uom={row.unit || row.line?.unit} />, value: (row) => (row.cancelled ? '0' : row.quantity) },
      { key: 'needBy', title: t('field.needBy'), order: 'NEED_BY_DATE', render: (row) => <Day value={row.needByDate} />, value: (row) => row.needByDate },
      { key: 'status', title: t('field.status'), render: (row) => <DemandStatusTag status={row.status} exception={row.exception} />, value: (row) => row.exception || row.status },
      { key: 'requisition', title: t('requisition.one'), render: (row) => <InRequisition row={row} />, value: (row) => row.line?.requisition?.number },
      { key: 'supplier', title: t('field.supplier'), hidden: true, render: (row) => row.supplier, value: (row) => row.supplier },
      { key: 'source', title: t('demand.source'), render: (row) => row.source?.name, value: (row) => row.source?.name },
      { key: 'changedAt', title: t('demand.changedAt'), order: 'CHANGED_AT', hidden: true, render: (row) => <DateTime value={row.changedAt} />, value: (row) => row.changedAt },
      ...(decides ? [{ key: 'actions', title: '', render: (row: Row) => <Decide row={row} /> }] : []),
    ],
    [t, decides],
  );
  const deliver = can('procurement.mrp_delivery.create') && <LinkButton to={places.newDemandDelivery}>{t('demand.deliver')}</LinkButton>;
  return (
    <ListPage
      listId="procurement.mrpDemands"
      subject="mrpDemand"
      title={t('demand.title')}
      tabs={<DemandTabs />}
      actions={deliver}
      columns={columns}
      filters={fields}
      order={NEWEST}
      load={load}
      rowKey={(row) => row.id}
      empty={{ title: t('demand.none'), hint: t('demand.noneHint'), action: deliver }}
    />
  );
}

function InRequisition({ row }: { row: Row }) {
  const places = usePlaces();
  const requisition = row.line?.requisition;
  if (!requisition) return <span className="soft">–</span>;
  return (
    <Link to={places.requisition(requisition.id)} className="num">
      {requisition.number}
    </Link>
  );
}

/** Settles an exception: try once more, or leave the line as it is; leaving it, or taking it away, needs a reason. */
function Decide({ row }: { row: Row }) {
  const { t } = useTranslation('procurement');
  const [asking, setAsking] = useState<'apply' | 'keep' | null>(null);
  const { run } = useAction();
  const decide = useApiMutation(MrpDemandDecideDocument, { payload: (r) => r.mrpDemandDecide, touches: ['mrpDemand', 'requisition'] });
  if (!row.exception) return null;
  const act = () => void run(() => decide.mutateAsync({ input: { demandId: row.id, decision: 'apply' } }), t('demand.applied'));
  const done = () => setAsking(null);
  return (
    <>
      <RowActions
        name={row.mrpKey}
        actions={[
          row.cancelled ? { key: 'apply', label: t('demand.withdraw'), onClick: () => setAsking('apply') } : { key: 'apply', label: t('demand.apply'), onClick: act },
          { key: 'keep', label: t('demand.keep'), onClick: () => setAsking('keep') },
        ]}
      />
      <ReasonDialog
        open={asking === 'keep'}
        danger={false}
        title={t('demand.keepTitle', { key: row.mrpKey })}
        submitLabel={t('demand.keep')}
        send={(reason) => decide.mutateAsync({ input: { demandId: row.id, decision: 'keep', reason } })}
        onDone={done}
        onClose={done}
      />
      <ReasonDialog
        open={asking === 'apply'}
        title={t('demand.withdrawTitle', { key: row.mrpKey })}
        submitLabel={t('demand.withdraw')}
        send={(reason) => decide.mutateAsync({ input: { demandId: row.id, decision: 'apply', reason } })}
        onDone={done}
        onClose={done}
      />
    </>
  );
}
