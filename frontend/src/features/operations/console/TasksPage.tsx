import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsoleTasksDocument, SuccessTaskCloseDocument, type ConsoleTasksQuery } from '@/gql/operator/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { ListPage } from '@/shared/list/ListPage';
import { localLoader } from '@/shared/list/localLoader';
import type { ListColumn } from '@/shared/list/types';
import { bareId } from '@/shared/session/viewer';
import { Failure, Loading } from '@/shared/ui/States';
import { DateTime, Nothing } from '@/shared/ui/Values';
import { HealthTag } from '../HealthTag';
import { useConsole } from './useConsole';

type Task = ConsoleTasksQuery['successTasks'][number];

const OLDEST = { field: 'OPENED', descending: false };

/** What there is to look after: groups that fare badly, cohorts that do not renew. */
export function TasksPage() {
  const { t } = useTranslation('operations');
  const { t: common } = useTranslation();
  const may = useConsole();
  const [closing, setClosing] = useState<Task | null>(null);
  const { data, error, isPending, refetch } = useApiQuery(ConsoleTasksDocument, {}, { subject: 'console' });
  const close = useApiMutation(SuccessTaskCloseDocument, { payload: (result) => result.successTaskClose, touches: ['console'] });
  const rows = data?.successTasks;
  const load = useMemo(
    () => localLoader<Task>({ rows: rows ?? [], text: (row) => `${row.groupName ?? ''} ${row.assignedName} ${row.subject}`, keys: { OPENED: (row) => row.openedAt } }),
    [rows],
  );
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const cause = (row: Task) => t(`task.cause.${row.cause as 'use'}`);
  const columns: readonly ListColumn<Task>[] = [
    { key: 'group', title: t('group.name'), primary: true, render: (row) => row.groupName ?? t('task.service'), value: (row) => row.groupName },
    { key: 'cause', title: t('task.why'), render: (row) => (row.groupId ? cause(row) : `${cause(row)} (${row.subject.replace(/^renewal /, '')})`), value: cause },
    { key: 'score', title: t('group.health'), numeric: true, render: (row) => <HealthTag score={row.score} />, value: (row) => row.score },
    { key: 'assigned', title: t('group.care'), render: (row) => row.assignedName || <Nothing />, value: (row) => row.assignedName },
    { key: 'opened', title: t('task.opened'), order: 'OPENED', render: (row) => <DateTime value={row.openedAt} ago />, value: (row) => row.openedAt },
    { key: 'close', title: '', render: (row) => may('operations.success_task.close') && <Button size="small" onClick={() => setClosing(row)}>{t('task.close')}</Button> },
  ];
  return (
    <>
      <ListPage listId="operations.tasks" subject="console" title={common('nav.consoleTasks')} columns={columns} order={OLDEST} load={load} version={rows} rowKey={(row) => row.id} empty={{ title: t('task.none'), hint: t('task.noneHint') }} rowLink={(row) => (row.groupId ? `/operator/groups/${bareId(row.groupId)}` : '/operator/contracts')} />
      <ReasonDialog open={closing !== null} danger={false} title={t('task.closeTitle')} submitLabel={t('task.close')} send={(note) => close.mutateAsync({ input: { taskId: closing?.id ?? '', note } })} onDone={() => setClosing(null)} onClose={() => setClosing(null)} />
    </>
  );
}
