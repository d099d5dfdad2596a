import { Button, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DelegationEndDocument, DelegationsDocument, type ApprovalDelegationFilter, type ApprovalDelegationOrder, type DelegationsQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan, useViewer } from '@/shared/session/ViewerContext';
import { RowActions } from '@/shared/ui/RowActions';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import { useDocumentType } from '../names';
import { usePlaces } from '../places';
import { DELEGATION_TONES, delegationState } from './delegationState';
import { DelegationDialog } from './DelegationDialog';

type Row = DelegationsQuery['approvalDelegations']['edges'][number]['node'];

const NEWEST = { field: 'STARTS_AT', descending: true };

/** Who decides in the reader's place, when, and for what; one that still counts can be ended. */
export function DelegationsPage() {
  const { t } = useTranslation('approvals');
  const door = useDoor();
  const can = useCan();
  const places = usePlaces();
  const me = useViewer().person.id;
  const manages = can('approvals.delegation.manage');
  const documentType = useDocumentType();
  const [creating, setCreating] = useState(false);
  const [modal, holder] = Modal.useModal();
  const { run } = useAction();
  const end = useApiMutation(DelegationEndDocument, { payload: (r) => r.delegationEnd, touches: ['delegation', 'task', 'run'] });
  const fields = useMemo<readonly FilterField[]>(() => [{ kind: 'days', key: 'endsAt', title: t('delegation.until'), instants: true }], [t]);
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        DelegationsDocument,
        ({ first, after, search, filters, order }) => ({
          first,
          after,
          search,
          filter: { ...filterInput<ApprovalDelegationFilter>(fields, filters), ...(manages ? {} : { fromGid: { eq: me } }) },
          orderBy: orderBy<ApprovalDelegationOrder>(order),
        }),
        (result) => result.approvalDelegations,
      ),
    [door, fields, manages, me],
  );

  function askEnd(row: Row) {
    void modal.confirm({
      title: t('delegation.endTitle', { name: row.toName }),
      content: t('delegation.endText'),
      okText: t('delegation.end'),
      okButtonProps: { danger: true },
      onOk: () => run(() => end.mutateAsync({ input: { delegationId: row.id } }), t('delegation.ended')),
    });
  }

  const stateName = (row: Row): string => t(`delegation.state.${delegationState(row, new Date())}`);
  const typeNames = ({ documentTypes }: Row): string => {
    const codes = Array.isArray(documentTypes) ? documentTypes.map(String) : [];
    return codes.length > 0 ? codes.map(documentType).join(', ') : t('delegation.allTypes');
  };
  const columns: readonly ListColumn<Row>[] = [
    ...(manages ? [{ key: 'whose', title: t('delegation.whose'), render: (row: Row) => row.fromName, value: (row: Row) => row.fromName }] : []),
    { key: 'to', title: t('delegation.to'), primary: true, render: (row) => row.toName, value: (row) => row.toName },
    { key: 'state', title: t('delegation.stateTitle'), render: (row) => <StatusTag tone={DELEGATION_TONES[delegationState(row, new Date())]} hollow={!row.isOpen}>{stateName(row)}</StatusTag>, value: stateName },
    { key: 'from', title: t('delegation.from'), order: 'STARTS_AT', render: (row) => <DateTime value={row.startsAt} />, value: (row) => row.startsAt },
    { key: 'until', title: t('delegation.until'), render: (row) => <DateTime value={row.endedAt ?? row.endsAt} />, value: (row) => row.endedAt ?? row.endsAt },
    { key: 'types', title: t('delegation.types'), render: typeNames, value: typeNames },
    { key: 'reason', title: t('delegation.reason'), render: (row) => row.reason, value: (row) => row.reason },
    {
      key: 'actions',
      title: '',
      render: (row) =>
        row.isOpen && can('approvals.delegation.edit') ? <RowActions name={row.toName} actions={[{ key: 'end', label: t('delegation.end'), danger: true, onClick: () => askEnd(row) }]} /> : null,
    },
  ];
  const create = can('approvals.delegation.edit') && (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t('delegation.new')}
    </Button>
  );
  return (
    <>
      <ListPage
        listId="approvals.delegations"
        subject="delegation"
        title={t(manages ? 'delegation.all' : 'delegation.many')}
        crumbs={[{ title: t('inbox.title'), to: places.inbox }]}
        actions={create}
        columns={columns}
        filters={fields}
        order={NEWEST}
        load={load}
        rowKey={(row) => row.id}
        empty={{ title: t('delegation.none'), hint: t('delegation.noneHint'), action: create }}
      />
      {creating && <DelegationDialog onClose={() => setCreating(false)} />}
      {holder}
    </>
  );
}
