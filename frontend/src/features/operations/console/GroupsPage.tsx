import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsoleGroupsDocument, type ConsoleGroupsQuery } from '@/gql/operator/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { ListPage } from '@/shared/list/ListPage';
import { localLoader } from '@/shared/list/localLoader';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { bareId } from '@/shared/session/viewer';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Count, DateTime, Nothing } from '@/shared/ui/Values';
import { HealthTag } from '../HealthTag';
import { planName } from './planName';
import { contractTone } from './contractTone';

type Group = ConsoleGroupsQuery['groups'][number];

const BY_HEALTH = { field: 'HEALTH', descending: false };
const STATES = ['trialing', 'active', 'past_due', 'suspended', 'cancelled'] as const;
const UNKNOWN = 101;

const chosen = (filter: unknown, value: string | null | undefined) => filter === undefined || (filter as readonly string[]).includes(value ?? '');

/** Every customer of the service, those that fare worst first. */
export function GroupsPage() {
  const { t } = useTranslation('operations');
  const { t: common } = useTranslation();
  const { data, error, isPending, refetch } = useApiQuery(ConsoleGroupsDocument, {}, { subject: 'console' });
  const rows = data?.groups;
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'contract', title: t('group.contract'), options: STATES.map((value) => ({ value, label: t(`contract.${value}`) })) },
      { kind: 'flag', key: 'jobs', title: t('group.hasJobs') },
      { kind: 'flag', key: 'tasks', title: t('group.hasTasks') },
    ],
    [t],
  );
  const load = useMemo(
    () =>
      localLoader<Group>({
        rows: rows ?? [],
        text: (row) => `${row.name} ${row.plan ?? ''} ${row.caredForBy ?? ''}`,
        matches: (row, filters) =>
          chosen(filters.contract, row.subscriptionStatus) && (filters.jobs === undefined || row.jobsOpen > 0 === filters.jobs) && (filters.tasks === undefined || row.openTasks > 0 === filters.tasks),
        keys: { NAME: (row) => row.name, HEALTH: (row) => row.health ?? UNKNOWN, ACTIVE: (row) => row.lastActiveAt ?? '', UNITS: (row) => row.unitCount, SEATS: (row) => row.seatsUsed ?? 0 },
      }),
    [rows],
  );
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const contract = (row: Group) => (row.subscriptionStatus ? t(`contract.${row.subscriptionStatus as 'active'}`) : '');
  const seats = (row: Group) => `${row.seatsUsed ?? '–'} / ${row.seatsPaid ?? '–'}`;
  const columns: readonly ListColumn<Group>[] = [
    { key: 'name', title: t('group.name'), primary: true, order: 'NAME', render: (row) => row.name, value: (row) => row.name },
    { key: 'health', title: t('group.health'), order: 'HEALTH', numeric: true, render: (row) => <HealthTag score={row.health} />, value: (row) => row.health },
    { key: 'contract', title: t('group.contract'), render: (row) => (row.subscriptionStatus ? <StatusTag tone={contractTone(row.subscriptionStatus)}>{contract(row)}</StatusTag> : <Nothing />), value: contract },
    { key: 'plan', title: t('group.plan'), render: (row) => (row.plan ? planName(t, row.plan) : <Nothing />), value: (row) => row.plan },
    { key: 'seats', title: t('group.seats'), numeric: true, order: 'SEATS', render: (row) => <span className="num">{seats(row)}</span>, value: seats },
    { key: 'units', title: t('group.units'), numeric: true, order: 'UNITS', render: (row) => <Count value={row.unitCount} />, value: (row) => row.unitCount },
    { key: 'jobs', title: t('group.jobs'), numeric: true, render: (row) => (row.jobsOpen ? <StatusTag tone="warn"><Count value={row.jobsOpen} /></StatusTag> : <Nothing />), value: (row) => row.jobsOpen },
    { key: 'tasks', title: common('nav.consoleTasks'), numeric: true, render: (row) => (row.openTasks ? <StatusTag tone="bad"><Count value={row.openTasks} /></StatusTag> : <Nothing />), value: (row) => row.openTasks },
    { key: 'active', title: t('group.lastActive'), order: 'ACTIVE', render: (row) => <DateTime value={row.lastActiveAt} ago />, value: (row) => row.lastActiveAt },
    { key: 'care', title: t('group.care'), render: (row) => row.caredForBy ?? <Nothing />, value: (row) => row.caredForBy },
  ];
  return (
    <ListPage listId="operations.groups" subject="console" title={common('nav.consoleGroups')} columns={columns} filters={fields} order={BY_HEALTH} load={load} version={rows} rowKey={(row) => row.id} rowLink={(row) => `/operator/groups/${bareId(row.id)}`} />
  );
}
