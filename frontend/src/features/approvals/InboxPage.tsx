import { App, Button, Popconfirm } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MyTasksDocument, TasksDecideDocument, type InboxTaskFilter, type InboxTaskOrder, type MyTasksQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { DateTime, Money } from '@/shared/ui/Values';
import { DOCUMENT_KINDS, useDocumentType, useStepName } from './names';
import { usePlaces } from './places';

type Row = MyTasksQuery['myTasks']['edges'][number]['node'];

const OLDEST = { field: 'OPENED_AT', descending: false };

/** What waits for this person's decision, oldest first; several can be approved at once. */
export function InboxPage() {
  const { t } = useTranslation('approvals');
  const door = useDoor();
  const can = useCan();
  const places = usePlaces();
  const documentType = useDocumentType();
  const stepName = useStepName();
  const fields = useMemo<readonly FilterField[]>(
    () => [
      {
        kind: 'choice',
        key: 'documentType',
        title: t('field.document'),
        options: DOCUMENT_KINDS.map((kind) => `procurement.${kind}`).map((value) => ({ value, label: documentType(value) })),
      },
      { kind: 'days', key: 'openedAt', title: t('field.since'), instants: true },
    ],
    [t, documentType],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        MyTasksDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<InboxTaskFilter>(fields, filters), orderBy: orderBy<InboxTaskOrder>(order) }),
        (result) => result.myTasks,
      ),
    [door, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'document', title: t('field.document'), primary: true, render: (row) => `${documentType(row.documentType)} ${row.documentNumber}`, value: (row) => row.documentNumber },
      { key: 'title', title: t('field.title'), render: (row) => row.title, value: (row) => row.title },
      { key: 'total', title: t('field.total'), numeric: true, render: (row) => <Money value={row.total} />, value: (row) => row.total.amount },
      { key: 'requester', title: t('field.requester'), render: (row) => row.requesterName, value: (row) => row.requesterName },
      { key: 'step', title: t('field.step'), render: (row) => stepName(row.step), value: (row) => stepName(row.step) },
      { key: 'since', title: t('field.since'), order: 'OPENED_AT', render: (row) => <DateTime value={row.openedAt} ago />, value: (row) => row.openedAt },
      { key: 'onBehalfOf', title: t('field.onBehalfOf'), hidden: true, render: (row) => row.onBehalfOfName, value: (row) => row.onBehalfOfName },
    ],
    [t, documentType, stepName],
  );
  return (
    <ListPage
      listId="approvals.inbox"
      subject="task"
      title={t('inbox.title')}
      actions={can('approvals.delegation.edit') && <LinkButton to={places.delegations}>{t('delegation.many')}</LinkButton>}
      columns={columns}
      filters={fields}
      order={OLDEST}
      load={load}
      rowKey={(row) => row.id}
      rowLink={(row) => places.run(row.runId)}
      bulk={(rows, clear) => <ApproveMany rows={rows} clear={clear} />}
      empty={{ title: t('inbox.empty'), hint: t('inbox.emptyHint') }}
    />
  );
}

function ApproveMany({ rows, clear }: { rows: readonly Row[]; clear: () => void }) {
  const { t } = useTranslation('approvals');
  const { notification } = App.useApp();
  const { run, busy } = useAction();
  const decide = useApiMutation(TasksDecideDocument, { payload: (r) => r.tasksDecide, touches: ['task', 'requisition', 'order', 'run'] });

  async function approve() {
    const input = { taskIds: rows.map((row) => row.taskId), decision: 'APPROVE' as const, idempotencyKey: crypto.randomUUID() };
    const outcome = await decide.mutateAsync({ input });
    const refused = (outcome.tasksDecide?.decisions ?? []).flatMap((each) => (each.error ? [each.error.message] : []));
    clear();
    if (refused.length > 0) {
      notification.warning({ title: t('inbox.someRefused', { count: refused.length }), description: refused.join('\n') });
    }
  }

  return (
    <Popconfirm title={t('inbox.approveMany', { count: rows.length })} okText={t('action.approve')} onConfirm={() => void run(approve, t('inbox.decided'))}>
      <Button type="primary" loading={busy}>
        {t('action.approve')}
      </Button>
    </Popconfirm>
  );
}
